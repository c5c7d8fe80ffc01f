# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as test cases: each rule on each cookie, passed only where the rule could have found something.

That a rule finds nothing is a pass where it was asked and saw what it needs; everywhere else the case is skipped, with
the reason. It fails where the finding is one to fail on (see :class:`~inspector.reports.api.Look`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.finding import CookieRef, Finding, Verdict
from inspector.core.lifetime import LifetimeBasis
from inspector.core.problem import Severity
from inspector.core.report import IgnoredFinding, JudgedCookie, Report
from inspector.core.rule_page import AskedRule, Fact
from inspector.reports.api import Look

MOST: Final = 20_000  # cases; beyond it those of a rule in which nothing was found are one for each reason, counted
_MUST_BE_STATED: Final = frozenset({"CI101", "CI102"})  # to pass these, something must declare the cookie
_FAULT: Final = "internal-error"
_OFF: Final = "it is turned off"


class Outcome(StrEnum):
    """How a case ended. ``SKIPPED``: it could not be verified, or the settings set it aside."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    ERROR = "error"


class Case(NamedTuple):
    """One rule on one cookie, or on the policy (``cookie`` is ``None``). ``why`` is one sentence; ``finding`` is what
    was found, if anything was; ``cookies`` is how many cookies the case stands for."""

    code: str
    name: str
    cookie: CookieRef | None
    outcome: Outcome
    why: str = ""
    finding: Finding | None = None
    cookies: int = 1


class _Kind(NamedTuple):
    """What decides whether a rule could find something about a cookie: few kinds, however many cookies.

    ``why`` it is not judged or not stated, empty for others; ``unknown`` are the facts that are not known.
    """

    verdict: Verdict
    why: str
    unknown: tuple[Fact, ...]

    def why_not(self, rule: AskedRule) -> str:
        """Say why a rule could not have found anything about it; empty where it could."""
        if self.verdict is Verdict.NOT_JUDGED:
            return self.why
        if self.verdict is Verdict.NOT_STATED and rule.page.code in _MUST_BE_STATED:
            return self.why
        if self.unknown and rule.needs:
            return next((_UNKNOWN[need] for need in rule.needs if need in self.unknown), "")
        return ""


class _Seen(NamedTuple):
    """A cookie, and what can be told of it."""

    ref: CookieRef
    kind: _Kind


class _Found(NamedTuple):
    finding: Finding
    ignored: IgnoredFinding | None = None


def cases(report: Report, look: Look) -> Iterator[Case]:
    """Yield the cases by rule, then by cookie, in the report's order."""
    maker = _Maker(report, look)
    for rule in report.rules:
        yield from maker.of_rule(rule)
    yield from _unread(report)


def _unread(report: Report) -> Iterator[Case]:
    """What could not be read was not verified; a fault of the program that is no rule's is an error."""
    for met in report.problems:
        if met.code == _FAULT and not met.where.startswith("rule "):
            yield Case("input", met.code, None, Outcome.ERROR, str(met))
        elif met.code != _FAULT and met.severity is not Severity.NOTE:
            yield Case("input", met.code, None, Outcome.SKIPPED, str(met))


class _Maker:
    """Knows who found what, and what could not be told."""

    def __init__(self, report: Report, look: Look) -> None:
        self._report, self._look = report, look
        self._found = _by_code(report)
        self._undecided = {
            (held.code, held.cookie.id if held.cookie else ""): held.why for held in report.not_judged if held.code
        }
        self._faults = {met.where.removeprefix("rule "): met for met in report.problems if met.code == _FAULT}
        self._seen = [
            _Seen(judged.ref, _Kind(judged.verdict, _why(judged), _unknown(judged.cookie))) for judged in report.cookies
        ]
        self._brief = len(report.rules) * len(report.cookies) > MOST
        self._kinds = Counter(held.kind for held in self._seen) if self._brief else Counter()
        self._doubts: dict[str, set[str]] = {}
        for code, cookie_id in self._undecided:
            self._doubts.setdefault(code, set()).add(cookie_id)

    def of_rule(self, rule: AskedRule) -> Iterator[Case]:
        """Yield the cases of one rule."""
        code = rule.page.code
        fault = self._faults.get(code)
        if fault is not None:
            yield Case(code, rule.page.name, None, Outcome.ERROR, str(fault))
            return
        if rule.unasked == _OFF:
            yield Case(code, rule.page.name, None, Outcome.SKIPPED, _OFF)
            return
        blind = self._blind(rule)
        if rule.about_policy:
            yield from self._of_policy(rule, blind)
        else:
            yield from self._of_cookies(rule, blind)

    def _blind(self, rule: AskedRule) -> str:
        unverified = "" if self._report.verified else self._report.unverified_why
        return rule.unasked or self._undecided.get((rule.page.code, ""), "") or unverified

    def _of_policy(self, rule: AskedRule, blind: str) -> Iterator[Case]:
        found = self._found.get(rule.page.code, ())
        for held in found:
            yield self._told(rule, held.finding.cookie, held)
        if not found:
            yield Case(rule.page.code, rule.page.name, None, Outcome.SKIPPED if blind else Outcome.PASSED, blind)

    def _of_cookies(self, rule: AskedRule, blind: str) -> Iterator[Case]:
        code, name = rule.page.code, rule.page.name
        found = _by_cookie(self._found.get(code, ()))
        counts: Counter[str] = Counter()
        for held in self._apart(code, found, blind, rule, counts) if self._brief else self._seen:
            ref = held.ref
            told = found.pop(ref.id, None) if found else None
            if told:
                yield from (self._told(rule, ref, one) for one in told)
                continue
            why = blind or held.kind.why_not(rule) or self._undecided.get((code, ref.id), "")
            if self._brief:
                counts[why] += 1
            else:
                yield Case(code, name, ref, Outcome.SKIPPED if why else Outcome.PASSED, why)
        for why, count in counts.items():
            yield Case(code, name, None, Outcome.SKIPPED if why else Outcome.PASSED, why, cookies=count)
        for rest in found.values():  # about a cookie that is not among the judged ones, or about none
            yield from (self._told(rule, one.finding.cookie, one) for one in rest)

    def _apart(
        self, code: str, found: Mapping[str, object], blind: str, rule: AskedRule, counts: Counter[str]
    ) -> list[_Seen]:
        """Count all that a rule says the same of, kind by kind; return the cookies that it says something else of."""
        ids = self._doubts.get(code, frozenset()) | found.keys()
        apart = [held for held in self._seen if held.ref.id in ids] if ids else []
        left = Counter(self._kinds)
        left.subtract(Counter(held.kind for held in apart))
        for kind, count in left.items():
            if count:
                counts[blind or kind.why_not(rule)] += count
        return apart

    def _told(self, rule: AskedRule, ref: CookieRef | None, held: _Found) -> Case:
        finding = held.finding
        if held.ignored is not None:
            until = f", until {held.ignored.until}" if held.ignored.until is not None else ""
            why = f"ignored by the settings{until}, because: {held.ignored.reason}"
            return Case(rule.page.code, rule.page.name, ref, Outcome.SKIPPED, why, finding)
        outcome = Outcome.FAILED if self._look.fails(finding) else Outcome.PASSED
        return Case(rule.page.code, rule.page.name, ref, outcome, finding.message, finding)


def _by_code(report: Report) -> Mapping[str, list[_Found]]:
    table: dict[str, list[_Found]] = {}
    for finding in report.findings:
        table.setdefault(finding.code, []).append(_Found(finding))
    for ignored in report.ignored:
        table.setdefault(ignored.finding.code, []).append(_Found(ignored.finding, ignored))
    return table


def _by_cookie(found: "list[_Found] | tuple[()]") -> dict[str, list[_Found]]:
    """Return what was found by the id of each cookie that shows it; what is about none by the empty one."""
    table: dict[str, list[_Found]] = {}
    for held in found:
        refs = [ref for ref in (held.finding.cookie, *held.finding.others) if ref is not None]
        for cookie_id in dict.fromkeys(ref.id for ref in refs) or {"": None}:
            table.setdefault(cookie_id, []).append(held)
    return table


_UNKNOWN: Final[Mapping[Fact, str]] = {
    Fact.LIFETIME: "how long it lives is not recorded",
    Fact.ATTRIBUTES: "whether it is Secure and HttpOnly is not recorded",
    Fact.VALUE: "its value was not read",
}


def _why(judged: JudgedCookie) -> str:
    return judged.why if judged.verdict in (Verdict.NOT_JUDGED, Verdict.NOT_STATED) else ""


def _unknown(cookie: Cookie) -> tuple[Fact, ...]:
    known = {
        Fact.LIFETIME: cookie.session is not None and cookie.lifetime.basis is not LifetimeBasis.UNKNOWN,
        Fact.ATTRIBUTES: cookie.secure is not None and cookie.http_only is not None,
        Fact.VALUE: cookie.value is not None,
    }
    return tuple(fact for fact in Fact if not known[fact])
