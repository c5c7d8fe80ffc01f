# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``assert_cookies_match_policy``: an audit in a test. It fails on findings, and where nothing could be verified."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any, Literal

from inspector import __version__
from inspector.core.problem import InspectorError
from inspector.core.report import Report
from inspector.engine.auditing import AuditSources, Outcome, PolicyAccess, run_audit
from inspector.engine.baseline import compare_with, read_baseline
from inspector.engine.judging import judging_by
from inspector.engine.knowledge import open_knowledge, user_places
from inspector.engine.project import for_site, project_settings, used
from inspector.engine.settings import NO_SETTINGS, OWN_FILE, Settings
from inspector.engine.threshold import fail_on as failing_on
from inspector.engine.threshold import measured_whole
from inspector.knowledge.book import Knowledge
from inspector.reports.findings_text import findings_text, problems_text

Place = str | PathLike[str]
Cookies = Sequence[Mapping[str, Any]] | Mapping[str, Any] | Place


class CookiesDoNotMatchError(AssertionError):
    """Findings that the test is to fail on. ``report`` has all that was found."""

    def __init__(self, message: str, report: Report) -> None:
        super().__init__(message)
        self.report = report


class CookiesNotVerifiedError(AssertionError):
    """Nothing could be verified, or something was lost: that is not the same as fine."""

    def __init__(self, message: str, report: Report | None = None) -> None:
        super().__init__(message)
        self.report = report


def assert_cookies_match_policy(
    cookies: Cookies,
    policy: Place | Sequence[Place] | None = None,
    *,
    site: str | None = None,
    also: Sequence[str] = (),
    only_this_site: bool | None = None,
    fail_on: Sequence[str] = (),
    max_new: int | None = None,
    baseline: Place | None = None,
    settings: Place | Literal[False] | None = None,
    folder: Place | None = None,
    allow_local: bool = False,
    now: datetime | None = None,
    knowledge: Knowledge | None = None,
) -> Report:
    """Judge cookies as ``cookie-inspector audit`` does, and raise for findings and for what could not be verified.

    ``cookies`` are Playwright's ``context.cookies()`` or ``context.storage_state()``, Selenium's
    ``driver.get_cookies()``, or the path of any cookie file. ``policy`` is a file or an address, or several. What is
    not given is taken from the project's settings: those of ``settings`` (``False``: none), else those that hold in
    ``folder``, else in the current one. ``only_this_site`` is your word that the browser visited nothing else;
    ``allow_local`` also fetches a policy from this computer and its network.
    """
    __tracebackhide__ = True
    held = for_site(_settings(settings, folder), site)
    moment = now if now is not None else datetime.now(UTC)
    program = f"cookie-inspector {__version__}"
    judging = judging_by(held, program, site, also=also, only_this_site=only_this_site)
    limit = max_new if max_new is not None else held.max_new or 0
    threshold = failing_on(tuple(fail_on) or held.fail_on, limit)
    access = PolicyAccess(_policies(policy, held), allow_private=allow_local)
    outcome = run_audit(judging, _sources(cookies), access, moment, knowledge=knowledge)
    report = _compared(_report(outcome), Path(baseline) if baseline is not None else held.baseline)
    failing = threshold.failing(report.fresh)
    if len(failing) > threshold.max_new:
        raise CookiesDoNotMatchError(findings_text(report, failing), report)
    if not measured_whole(report):
        why = report.unverified_why or "not everything could be read"
        raise CookiesNotVerifiedError(f"Could not be verified: {why}.{problems_text(report.problems)}", report)
    return report


class CookieInspector:
    """The same for the tests of one project: its folder is known, and the program's knowledge is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _knowledge(self) -> Knowledge:
        return open_knowledge(user_places())

    def assert_match(self, cookies: Cookies, policy: Place | Sequence[Place] | None = None, **options: Any) -> Report:
        """Call :func:`assert_cookies_match_policy` with the settings of the project; ``options`` are its own."""
        __tracebackhide__ = True
        given = {"folder": self._folder, "knowledge": self._knowledge, **options}
        return assert_cookies_match_policy(cookies, policy, **given)


def _settings(asked: Place | Literal[False] | None, folder: Place | None) -> Settings:
    if asked is False:
        return NO_SETTINGS
    here = Path.cwd()
    found = project_settings(Path(asked) if asked is not None else None, here, Path(folder) if folder else here)
    if found.settings is None:
        raise InspectorError(f"The settings cannot be used:{problems_text(found.problems)}")
    return used(found)


def _sources(cookies: Cookies) -> AuditSources:
    if isinstance(cookies, str | PathLike):
        return AuditSources((Path(cookies),))
    if isinstance(cookies, Mapping):
        state = cookies.get("cookies")
        if not isinstance(state, list):
            raise InspectorError("These cookies are an object without a list of cookies", "Give context.cookies()")
        return AuditSources(objects=tuple(state))
    return AuditSources(objects=tuple(cookies))


def _policies(policy: Place | Sequence[Place] | None, held: Settings) -> tuple[str, ...]:
    if policy is None:
        sources = (*held.policy, *held.declaration)
        if not sources:
            raise InspectorError("There is no policy to compare with", f"Give policy=..., or write it into {OWN_FILE}")
        return sources
    given = (policy,) if isinstance(policy, str | PathLike) else tuple(policy)
    return tuple(str(place) for place in given)


def _report(outcome: Outcome) -> Report:
    __tracebackhide__ = True
    if outcome.report is None:
        raise CookiesNotVerifiedError(f"Could not be verified: {outcome.why}.{problems_text(outcome.problems)}")
    return outcome.report


def _compared(report: Report, path: Path | None) -> Report:
    if path is None:
        return report
    known = read_baseline(path)
    if known.baseline is None:
        raise InspectorError(f"The baseline cannot be used:{problems_text(known.problems)}")
    return compare_with(report, known.baseline)
