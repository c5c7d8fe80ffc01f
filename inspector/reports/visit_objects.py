# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The records of a visit as objects for programs. ``None`` is "not known" everywhere; it never means "no".

The shapes are those of ``resources/schemas/visit.schema.json``, and of ``visits`` in the audit's; the tests hold them.
"""

from collections.abc import Mapping
from typing import Any

from inspector.core.label import Label
from inspector.core.lifetime import Lifetime
from inspector.core.moments import to_iso
from inspector.core.visit import CookieStory, HostSeen, PageSeen, PhaseSpan, Step, VisitRecord, VisitRun, Writer
from inspector.reports.objects import problem_object


def visit_object(record: VisitRecord, labels: Mapping[str, Label]) -> dict[str, Any]:
    """Return a whole visit."""
    return {
        "place": record.place,
        "url": record.url,
        "sha256": record.sha256,
        "started": to_iso(record.started_us),
        "measured": record.measured,
        "runs": [run_object(run, labels) for run in record.runs],
    }


def run_object(run: VisitRun, labels: Mapping[str, Label]) -> dict[str, Any]:
    """Return one run with everything that it shows."""
    return {
        "id": run.id,
        "title": run.title,
        "url": run.url,
        "browser": run.browser,
        "browser_name": run.browser_name,
        "version": run.version or None,
        "engine": run.engine,
        "user_agent": run.user_agent or None,
        "mode": run.mode,
        "scenario": run.scenario,
        "gpc": run.gpc,
        "headless": run.headless,
        "started": to_iso(run.started_us),
        "ended": to_iso(run.ended_us),
        "outcome": run.outcome,
        "why": run.why or None,
        "third_parties_stored": run.canary.stored,
        "third_parties_partitioned": run.canary.partitioned,
        "self_test": run.canary.why or None,
        "phases": [_phase(span) for span in run.phases],
        "pages": [_page(page) for page in run.pages],
        "cookies": [story_object(story, labels.get(story.id)) for story in run.stories],
        "hosts": [_host(host) for host in run.hosts],
        "storage": [kept._asdict() for kept in run.storage],
        "policy_links": [{"url": url, "text": text or None} for url, text in run.policy_links],
        "declarations": [kept._asdict() for kept in run.declarations],
        "consent_answers": [answer._asdict() for answer in run.answers],
        "screenshots": [{"file": kept.file, "sha256": kept.sha256, "phase": kept.what} for kept in run.screenshots],
        "problems": [problem_object(problem) for problem in run.problems],
    }


def story_object(story: CookieStory, label: Label | None) -> dict[str, Any]:
    """Return the life of one cookie in one run."""
    return {
        "id": story.id,
        "name": story.name,
        "host": story.host,
        "path": story.path,
        "partition": story.partition,
        "purpose": None if label is None else label.purpose,
        "group": None if label is None else label.group,
        "vendor": None if label is None else label.vendor_name,
        "asked": story.asked,
        "stored": story.stored,
        "refused": story.refused,
        "partitioned": story.partitioned,
        "reasons": list(story.reasons),
        "lifetime_asked": _lifetime(story.requested),
        "lifetime_kept": _lifetime(story.kept) if story.stored else None,
        "held": list(story.held),
        "first_written_by": _writer(story.first),
        "biography": [_step(step) for step in story.steps],
        "steps_left_out": story.steps_more,
    }


def _lifetime(lifetime: Lifetime) -> dict[str, Any]:
    return {"days": lifetime.days, "basis": lifetime.basis}


def _writer(writer: Writer | None) -> dict[str, Any] | None:
    return None if writer is None else {**writer._asdict(), "chain": list(writer.chain)}


def _step(step: Step) -> dict[str, Any]:
    return {
        "at": to_iso(step.us),
        "deed": step.deed,
        "phase": step.phase,
        "writer": _writer(step.writer),
        "reasons": list(step.reasons),
        "lifetime_asked": _lifetime(step.requested),
        "same_value": step.same_value,
    }


def _page(page: PageSeen) -> dict[str, Any]:
    fields = page._asdict()
    moment = to_iso(fields.pop("at_us"))
    return {**fields, "redirects": list(page.redirects), "at": moment, "why": page.why or None}


def _host(host: HostSeen) -> dict[str, Any]:
    fields = host._asdict()
    moment = to_iso(fields.pop("first_us"))
    return {**fields, "first": moment}


def _phase(span: PhaseSpan) -> dict[str, Any]:
    return {
        "phase": span.phase,
        "started": to_iso(span.started_us),
        "ended": to_iso(span.ended_us),
        "how": span.how or None,
        "evidence": span.evidence or None,
        "jar": span.jar,
    }
