# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Findings that a project sets aside: each with a reason, to a day, never without being listed.

An entry whose day is over sets nothing aside: what it hid is a finding again, and that is said.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from inspector.core.finding import Finding
from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.report import IgnoredFinding
from inspector.rules.selectors import ANY, HEAD, Selector


@frozen
class Ignore:
    """One entry: findings of a rule (``None``: any), about cookies that fit. ``until`` is the last day it holds."""

    reason: str
    rule: str | None = None
    cookies: Selector = ANY
    until: date | None = None
    where: str = ""

    def expired(self, today: date) -> bool:
        """Whether its day is over."""
        return self.until is not None and self.until < today

    def fits(self, finding: Finding) -> bool:
        """Whether it speaks of a finding. Of a finding on several cookies every one has to be meant."""
        refs = (ref for ref in (finding.cookie, *finding.others) if ref is not None)
        return self.means(finding.code, [(ref.name, ref.host) for ref in refs])

    def means(self, code: str, cookies: Sequence[tuple[str, str]]) -> bool:
        """Whether it speaks of what a rule found on cookies, each told by name and host."""
        if self.rule is not None and code != self.rule:
            return False
        return self.cookies == ANY or (bool(cookies) and all(self.cookies.fits(*cookie) for cookie in cookies))

    def __str__(self) -> str:
        of = str(self.cookies)
        return " on ".join(part for part in (self.rule or "", of) if part)


@frozen
class Split:
    """Findings that stay and findings that were set aside, in their order, and what has to be said of the entries."""

    kept: tuple[Finding, ...]
    ignored: tuple[IgnoredFinding, ...] = ()
    problems: tuple[Problem, ...] = ()


def set_aside(findings: Sequence[Finding], ignores: Sequence[Ignore], today: date) -> Split:
    """Return the findings, split by the entries that hold on a day; the first that fits gives the reason."""
    if not ignores:
        return Split(tuple(findings))
    kept: list[Finding] = []
    ignored: list[IgnoredFinding] = []
    used: Counter[Ignore] = Counter()
    index = _Index(ignores)
    for finding in findings:
        fitting = [ignore for ignore in index.candidates(finding) if ignore.fits(finding)]
        used.update(fitting)
        holding = next((ignore for ignore in fitting if not ignore.expired(today)), None)
        if holding is None:
            kept.append(finding)
        else:
            ignored.append(IgnoredFinding(finding, holding.reason, holding.until))
    problems = (note for ignore in dict.fromkeys(ignores) if (note := _note(ignore, used[ignore], today)) is not None)
    return Split(tuple(kept), tuple(ignored), tuple(problems))


class _Index:
    """The entries by rule, host and first characters of the name, so that few are asked about each finding."""

    def __init__(self, ignores: Sequence[Ignore]) -> None:
        self._places: dict[tuple[str | None, str | None, str | None], list[tuple[int, Ignore]]] = {}
        for place, ignore in enumerate(ignores):
            key = (ignore.rule, ignore.cookies.host, ignore.cookies.head)
            self._places.setdefault(key, []).append((place, ignore))

    def candidates(self, finding: Finding) -> list[Ignore]:
        """Return the entries that may fit a finding, in their order. All its cookies have to be meant, so one tells."""
        ref = finding.cookie or next(iter(finding.others), None)
        labels = ref.host.split(".") if ref is not None else []
        hosts = (None, *(".".join(labels[at:]) for at in range(len(labels))))
        heads = (None, ref.name[:HEAD]) if ref is not None else (None,)
        keys = ((rule, host, head) for rule in (None, finding.code) for host in hosts for head in heads)
        found = [held for key in keys for held in self._places.get(key, ())]
        return [ignore for _, ignore in sorted(found, key=lambda held: held[0])]


def _note(ignore: Ignore, findings: int, today: date) -> Problem | None:
    if ignore.expired(today) and findings:
        what = f"an ignore ended on {ignore.until}: what it ignored is a finding again"
        return _problem("ignore-expired", what, ignore, "Mend it, or give the entry another day")
    if ignore.expired(today):
        return _problem("ignore-expired", f"an ignore ended on {ignore.until}", ignore, "Take the entry out")
    if not findings:
        return _problem("ignore-unused", "an ignore met no finding", ignore, "Take the entry out if all is mended")
    return None


def _problem(code: str, what: str, ignore: Ignore, what_to_do: str) -> Problem:
    return Problem(code, what, ignore.where, str(ignore), what_to_do, Severity.NOTE)
