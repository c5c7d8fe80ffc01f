# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From paths and options to a report: reads everything an audit needs, then judges. What the faces call."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.core.evidence import NO_EVIDENCE, Evidence
from inspector.core.finding import DeclaredBy, Level
from inspector.core.frozen import frozen
from inspector.core.policy import Policy
from inspector.core.problem import Problem, Severity
from inspector.core.project import LabelOverride
from inspector.core.reading import Reading
from inspector.core.report import Input, Report
from inspector.engine.audit import AuditRequest, audit
from inspector.engine.audit_inputs import (
    CookieInput,
    cookies_of_scan,
    joined,
    read_cookie_files,
    read_cookie_objects,
    read_policy,
)
from inspector.engine.cookie_files import NOTHING_TOLD, Told
from inspector.engine.corrections import CorrectionReading, read_corrections
from inspector.engine.knowledge import open_knowledge, user_places
from inspector.engine.labels import labels
from inspector.engine.overriding import corrections_of
from inspector.engine.project import known_cookies
from inspector.engine.request import ScanRequest
from inspector.engine.settings import NO_SETTINGS, Settings
from inspector.knowledge.book import Knowledge
from inspector.rules.case import Options
from inspector.rules.corrections import Corrections

__all__ = ["AuditSources", "Judging", "Outcome", "PolicyAccess", "labels", "run_audit"]

if TYPE_CHECKING:  # scanning loads every browser's reader, which an audit of files does without
    from inspector.engine.scan import Progress


@frozen
class AuditSources:
    """Where the cookies are: files, a scan of browsers and stores, objects that a program holds (``None``: none).

    ``told`` is what the user says of files that cannot say it themselves.
    """

    files: tuple[Path, ...] = ()
    scan: ScanRequest | None = None
    objects: tuple[Any, ...] | None = None
    told: Told = NOTHING_TOLD


@frozen
class PolicyAccess:
    """Where the policy is, in one or several parts, and how addresses may be fetched; ``asked`` is told which were."""

    sources: tuple[str, ...]
    stdin: bytes = field(default=b"", repr=False)
    allow_private: bool = False
    keep: Path | None = None
    asked: "Callable[[tuple[str, ...]], None] | None" = None


@frozen
class Judging:
    """Which site, and how to judge.

    Of ``settings`` the ignores, the known cookies and the limits count here; whatever else they say has become one of
    the other fields before (:mod:`inspector.engine.project`). ``overrides`` are a person's word on labels, said in the
    window: it comes before that of the settings.
    """

    site: str
    also: tuple[str, ...] = ()
    declared_by: DeclaredBy = DeclaredBy.PURPOSE
    strict_lifetime: bool = False
    in_force: bool = False
    only_this_site: bool = False
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    corrections: Path | None = None
    program: str = "cookie-inspector"
    settings: Settings = NO_SETTINGS
    overrides: tuple[LabelOverride, ...] = ()


@frozen
class Outcome:
    """A report, or why there is none. ``nothing``: there was nothing to read at all, which is a usage error."""

    report: Report | None
    problems: tuple[Problem, ...] = ()
    why: str = ""
    nothing: bool = False
    via: tuple[str, ...] = ()
    scanned: Reading | None = None  # what the browsers held, where they were looked at
    evidence: Evidence = NO_EVIDENCE  # what was proven of the cookies, where there is a report


def run_audit(
    judging: Judging,
    sources: AuditSources,
    access: PolicyAccess,
    now: datetime,
    *,
    progress: "Callable[[Progress], None] | None" = None,
    knowledge: Knowledge | None = None,
) -> Outcome:
    """Read the policy, the cookies and the corrections, and judge. The policy comes first: without it there is none."""
    from inspector.engine.lexicon import KnowledgeLexicon
    from inspector.engine.policy import Access, PolicyOptions

    book = knowledge if knowledge is not None else open_knowledge(user_places())
    fetching, lexicon = Access(allow_private=access.allow_private), KnowledgeLexicon(book)
    options = PolicyOptions(now, fetching, False, access.keep, lexicon, asked=access.asked)
    declared = read_policy(access.sources, options, access.stdin)
    if declared.policy is None:
        return Outcome(None, declared.problems, "no policy could be read", not declared.opened, declared.via)
    scanned = _scanned(sources, progress)
    cookies = _cookies(sources, scanned)
    if not cookies.read:
        problems = (*declared.problems, *cookies.problems)
        via = (*declared.via, *cookies.recognised)
        return Outcome(None, problems, "no cookies could be read", True, via, scanned)
    report = _report(judging, declared.policy, cookies, declared.inputs, declared.problems, book, now)
    via = (*declared.via, *cookies.recognised)
    return Outcome(report, report.problems, via=via, scanned=scanned, evidence=_evidence(judging, cookies))


def read_cookie_sources(
    sources: AuditSources, progress: "Callable[[Progress], None] | None" = None
) -> tuple[CookieInput, Reading | None]:
    """Return the cookies of all sources as one input, and what the browsers held where they were looked at."""
    scanned = _scanned(sources, progress)
    return _cookies(sources, scanned), scanned


def judge_reading(
    judging: Judging,
    reading: Reading,
    policy: Policy,
    now: datetime,
    *,
    problems: tuple[Problem, ...] = (),
    knowledge: Knowledge | None = None,
) -> Report:
    """Judge cookies and a policy that were read before, ``problems`` being the policy's. What the window calls."""
    from inspector.core.collector import paused_collector

    book = knowledge if knowledge is not None else open_knowledge(user_places())
    source = policy.document.source
    read = Input("policy", source.location, source.sha256, None, source.media_type)
    with paused_collector():
        return _report(judging, policy, cookies_of_scan(reading), (read,), problems, book, now)


def _report(
    judging: Judging,
    policy: Policy,
    cookies: CookieInput,
    inputs: tuple[Input, ...],
    problems: tuple[Problem, ...],
    book: Knowledge,
    now: datetime,
) -> Report:
    corrected = _corrections(judging.corrections)
    known = known_cookies(judging.settings.cookie, (judging.site, *judging.also))
    said = corrections_of(judging.overrides)
    corrections = Corrections((*said, *corrected.corrections.labels, *known), corrected.corrections.matches)
    parts = sum(1 for held in inputs if held.kind == "policy")
    whole = all(problem.severity is Severity.NOTE for problem in problems)
    return audit(
        AuditRequest(
            judging.site, judging.also, _options(judging), judging.program, whole, parts, judging.settings.ignore
        ),
        cookies.cookies,
        policy,
        book,
        labels(book),
        now,
        corrections=corrections,
        evidence=_evidence(judging, cookies),
        problems=(*book.problems, *problems, *cookies.problems, *corrected.problems),
        inputs=(*inputs, *cookies.inputs, *_inputs(judging, corrected)),
    )


def _evidence(judging: Judging, cookies: CookieInput) -> Evidence:
    return Evidence.joined((cookies.evidence, Evidence(only_this_site=judging.only_this_site)))


def _options(judging: Judging) -> Options:
    return Options(
        judging.declared_by, judging.strict_lifetime, judging.in_force, judging.levels, judging.settings.lifetime
    )


def _scanned(sources: AuditSources, progress: "Callable[[Progress], None] | None") -> Reading | None:
    if sources.scan is None:
        return None
    from inspector.engine.computer import this_computer
    from inspector.engine.scan import scan

    return scan(sources.scan, this_computer(), progress=progress)


def _cookies(sources: AuditSources, scanned: Reading | None) -> CookieInput:
    parts = [read_cookie_files(sources.files, sources.told)] if sources.files else []
    if sources.objects is not None:
        parts.append(read_cookie_objects(sources.objects))
    return joined(parts if scanned is None else [*parts, cookies_of_scan(scanned)])


def _corrections(path: Path | None) -> CorrectionReading:
    return CorrectionReading(Corrections(), ()) if path is None else read_corrections(path)


def _inputs(judging: Judging, read: CorrectionReading) -> Iterator[Input]:
    if judging.corrections is not None and read.sha256 is not None:
        yield Input("corrections", str(judging.corrections), read.sha256)
    if judging.settings.path is not None:
        yield Input("settings", str(judging.settings.path), judging.settings.sha256)
