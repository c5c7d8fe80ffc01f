# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The rows of recorded visits: runs of browsers, requests by host, and what happened to each cookie."""

from collections.abc import Iterable, Sequence
from typing import Any

from inspector.core.visit import CookieStory, HostSeen, Step, VisitRecord, VisitRun
from inspector.datasets.dataset import Row, Rows, row_of
from inspector.datasets.telling import Telling, clean, clean_all


def visit_rows(run_id: str, visits: Sequence[VisitRecord], telling: Telling) -> Rows:
    """Return the rows of ``visits``, ``requests`` and ``writes``."""
    runs = [(f"{number}-{run.id}", run) for number, visit in enumerate(visits, 1) for run in visit.runs]
    return {
        "visits": tuple(_visit(run_id, visit_id, run, telling) for visit_id, run in runs),
        "requests": tuple(row for visit_id, run in runs for row in _requests(run_id, visit_id, run.hosts, telling)),
        "writes": tuple(row for visit_id, run in runs for row in _writes(run_id, visit_id, run.stories, telling)),
    }


def _visit(run_id: str, visit_id: str, run: VisitRun, telling: Telling) -> Row:
    cells = {
        "run_id": run_id,
        "visit_id": visit_id,
        "origin": telling.address(run.url) or "unknown",
        "browser": run.browser,
        "browser_version": clean(run.version),
        "engine": run.engine,
        "mode": run.mode.value,
        "scenario": run.scenario,
        "started": telling.moment(run.started_us),
        "outcome": run.outcome,
        "global_privacy_control": run.gpc,
        "headless": run.headless,
    }
    return row_of("visits", cells)


def _requests(run_id: str, visit_id: str, hosts: Iterable[HostSeen], telling: Telling) -> list[Row]:
    """Count by host as it is told: hosts that differ by an identifier only become one."""
    by_host: dict[str, list[HostSeen]] = {}
    for seen in hosts:
        by_host.setdefault(telling.host(seen.host) or "unknown", []).append(seen)
    return [
        row_of(
            "requests",
            {
                "run_id": run_id,
                "visit_id": visit_id,
                "host": host,
                "third_party": same[0].third,
                "requests": sum(seen.requests for seen in same),
                "before_choice": sum(seen.before_choice for seen in same),
                "after_refusal": sum(seen.after_refusal for seen in same),
                "with_cookies": sum(seen.with_cookies for seen in same),
            },
        )
        for host, same in sorted(by_host.items())
    ]


def _writes(run_id: str, visit_id: str, stories: Iterable[CookieStory], telling: Telling) -> list[Row]:
    steps = [_step(story, step, telling) for story in stories for step in story.steps]
    return [
        row_of("writes", {"run_id": run_id, "visit_id": visit_id, "position": position, **cells})
        for position, cells in enumerate(steps, 1)
    ]


def _step(story: CookieStory, step: Step, telling: Telling) -> dict[str, Any]:
    writer = step.writer
    span = telling.span(step.requested.us)
    return {
        "host": telling.host(story.host) or "unknown",
        "name": telling.name(story.name) or None,
        "at": telling.moment(step.us),
        "deed": step.deed.value,
        "phase": step.phase.value,
        "api": None if writer is None else writer.api,
        "set_by": None if writer is None else telling.host_of(writer.url),
        "requested_days": None if span is None else span / 86_400_000_000,
        "reasons": clean_all(step.reasons),
        "same_value": step.same_value,
    }
