# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the page's visits come from: the engine, asked in the worker's thread, and the browsers installed here."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urlsplit

from inspector import __version__
from inspector.core.origin import origin_of
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.visit import MODES, Mode, VisitReport
from inspector.engine.visit_request import VisitRequest, checked_url, read_pages
from inspector.gui.audit.rows import AuditRows, audit_rows

if TYPE_CHECKING:  # the engine that visits is loaded in the worker
    from inspector.core.report import Report
    from inspector.engine.visiting import Visited, VisitHooks

PROGRAM: Final = f"cookie-inspector {__version__}"
MANUAL: Final = "manual"
_LOCAL: Final = ("localhost", "127.0.0.1", "::1")


class Compare(StrEnum):
    """What a visit is compared with."""

    NOTHING = "nothing"
    FOUND = "found"  # the policy that the visited page links to
    FILE = "file"


class Browser(NamedTuple):
    """A browser that can make a visit: what it is asked for by, and its name."""

    id: str
    name: str


class Question(NamedTuple):
    """What is asked: everything that a person chose on the page. ``url`` was checked before."""

    url: str
    browsers: tuple[Browser, ...]
    modes: tuple[Mode, ...]
    scenario: str = "none"
    follow: int = 0
    pages: Path | None = None
    wait_s: float = 3.0
    compare: Compare = Compare.NOTHING
    policy: Path | None = None

    @property
    def host(self) -> str:
        """The host that is visited."""
        return urlsplit(self.url).hostname or ""

    @property
    def manual(self) -> bool:
        """Whether a person chooses at the browser."""
        return self.scenario == MANUAL

    @property
    def runs(self) -> tuple[str, ...]:
        """The titles of the runs in their order, as the engine's progress calls them."""
        return tuple(f"{browser.name} {MODES[mode]}" for browser in self.browsers for mode in self.modes)


class Seen(NamedTuple):
    """What a visit showed. ``asked`` are the addresses that this program itself asked, for a policy.

    ``not_compared`` says why there is no audit where one was wanted. ``record`` holds the folder of a visit that is
    kept nowhere else: closing it removes the folder.
    """

    visited: "Visited"
    report: VisitReport
    audit: AuditRows | None = None
    not_compared: Problem | None = None
    asked: tuple[str, ...] = ()
    record: ExitStack | None = None

    def forget(self) -> None:
        """Remove what was recorded for this page only."""
        if self.record is not None:
            self.record.close()


Perform = Callable[[Question, "VisitHooks", Path | None], Seen]
Open = Callable[[Path, Path | None], Seen]


def installed_browsers() -> tuple[Browser, ...]:
    """Return the browsers of this computer that can make a visit, the one to take first at the beginning."""
    from inspector.engine.computer import this_computer
    from inspector.engine.visit_runs import installed

    return tuple(Browser(held.id, held.name) for held in installed(this_computer(home_needed=False)))


def address_of(text: str) -> str:
    """Return an address that can be visited; raise for anything else."""
    return checked_url(text)


def perform(
    question: Question, hooks: "VisitHooks", keep: Path | None, *, make: Callable[..., Any] | None = None
) -> Seen:
    """Make a visit and show it; ``keep`` is for copies of fetched policies. A visit that is stopped shows its part.

    Raises for what the question gets wrong. ``make`` makes recorders, for tests that have their own.
    """
    from inspector.engine.computer import this_computer
    from inspector.engine.visiting import visit, visit_folder

    request = _request(question)
    with ExitStack() as record:
        folder = record.enter_context(visit_folder(None))
        visited = visit(request, folder, this_computer(home_needed=False), PROGRAM, _clock, hooks, make=make)
        stopped = hooks.cancelled() and question.compare is not Compare.NOTHING
        seen = _seen(visited, question._replace(compare=Compare.NOTHING) if stopped else question, keep)
        if stopped:
            seen = seen._replace(not_compared=_stopped(question.url))
        return seen._replace(record=record.pop_all())


def is_visit(path: Path) -> bool:
    """Whether a path is an earlier visit's."""
    from inspector.engine.visiting import is_visit as told

    return told(path)


def open_visit(path: Path, policy: Path | None) -> Seen:
    """Show an earlier visit, compared with a policy's file where one is given. Nothing is contacted."""
    from inspector.engine import visiting

    visited = visiting.open_visit(path)
    compare = Compare.NOTHING if policy is None else Compare.FILE
    url = "" if visited.found.record is None else visited.found.record.url
    return _seen(visited, Question(url, (), (), compare=compare, policy=policy), None)


def _request(question: Question) -> VisitRequest:
    pages = () if question.pages is None else read_pages(question.pages, question.url)
    return VisitRequest(
        question.url,
        tuple(browser.id for browser in question.browsers),
        question.modes,
        question.scenario,
        pages,
        question.follow,
        question.wait_s,
        window=question.manual,
    )


def _clock() -> int:
    return time.time_ns() // 1000


def _seen(visited: "Visited", question: Question, keep: Path | None) -> Seen:
    from inspector.engine.visit_report import report_visit

    now = datetime.now(UTC)
    report = report_visit(visited.found, PROGRAM, now)
    seen = Seen(visited, report)
    if question.compare is Compare.NOTHING:
        return seen
    asked: list[str] = []
    try:
        return seen._replace(audit=audit_rows(_audit(seen, question, keep, now, asked)), asked=tuple(asked))
    except InspectorError as error:  # the visit itself is there, and stays
        problem = Problem("not-compared", error.message, question.url, "", error.what_to_do, Severity.PARTIAL)
        return seen._replace(not_compared=problem, asked=tuple(asked))


def _audit(seen: Seen, question: Question, keep: Path | None, now: datetime, asked: list[str]) -> "Report":
    """Return the audit of a visit by its policy; raise where none could be made."""
    from inspector.engine.auditing import AuditSources, PolicyAccess, run_audit
    from inspector.engine.domains import site_of
    from inspector.engine.judging import judging_by
    from inspector.engine.settings import NO_SETTINGS

    judging = judging_by(NO_SETTINGS, PROGRAM, site_of(question.host))
    access = PolicyAccess(
        _policies(seen, question), b"", _is_local(question.url), keep, lambda told: asked.extend(told)
    )
    outcome = run_audit(judging, AuditSources((Path(seen.report.record.place),)), access, now)
    if outcome.report is None:
        why = "; ".join(str(problem) for problem in outcome.problems[:3])
        raise InspectorError(f"It could not be compared with the policy: {outcome.why}", why)
    return outcome.report


def _policies(seen: Seen, question: Question) -> tuple[str, ...]:
    from inspector.engine.visit_policy import policies_of

    if question.compare is Compare.FILE:
        return (str(question.policy),)
    return tuple(policy.source for policy in policies_of(seen.report.record, seen.visited.folder))


def _is_local(url: str) -> bool:
    """Whether a person visits a site of this very computer: only then is its policy fetched from there."""
    origin = origin_of(url)
    return origin is not None and (origin.host in _LOCAL or origin.host.endswith(".localhost"))


def _stopped(url: str) -> Problem:
    what = "The visit was stopped before it was compared with the policy"
    return Problem("not-compared", what, url, "", "Visit again", Severity.PARTIAL)
