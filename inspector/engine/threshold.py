# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a check fails on: findings of a level and above, findings of some rules, and how many may be new."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from inspector.core.finding import BaselineState, Finding, Level
from inspector.core.frozen import frozen
from inspector.core.problem import Severity
from inspector.core.report import Report
from inspector.engine.rules import rule_code

LEVELS: Final = {level.value: level for level in Level}


@frozen
class FailOn:
    """Findings at or above ``level`` (``None``: of no level) and those of ``codes``; up to ``max_new`` are let pass."""

    level: Level | None = Level.WARNING
    codes: frozenset[str] = frozenset()
    max_new: int = 0

    def failing(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings that count."""
        levels = frozenset(level for level in Level if self.level_counts(level))
        return tuple([finding for finding in findings if finding.level in levels or finding.code in self.codes])

    def holds(self, report: Report) -> bool:
        """Whether a report has more of them than may pass; what a baseline knows does not count."""
        return not self.lets_pass(len(self.failing(report.fresh)))

    def failing_in(self, report: Report) -> Callable[[Finding], bool]:
        """Return what tells the findings that make a report fail; none does where no more are new than may be."""
        if not self.holds(report):
            return _none
        return lambda finding: finding.baseline is not BaselineState.KNOWN and self._counts(finding)

    def lets_pass(self, found: int) -> bool:
        """Whether so many that count are few enough."""
        return found <= self.max_new

    def level_counts(self, level: Level) -> bool:
        """Whether something of this level counts that is no rule's finding."""
        return self.level is not None and level.rank >= self.level.rank

    def _counts(self, finding: Finding) -> bool:
        return finding.code in self.codes or self.level_counts(finding.level)


def _none(_: Finding) -> bool:
    return False


def fail_on(texts: Sequence[str], max_new: int = 0) -> FailOn:
    """Return what a person means by levels and rules: the lowest level named counts, none named is a warning's.

    Where only rules are named, no level counts.
    """
    level: Level | None = Level.WARNING if not texts else None
    codes: set[str] = set()
    for text in texts:
        asked = LEVELS.get(text.strip().lower())
        if asked is None:
            codes.add(rule_code(text))
        else:
            level = asked if level is None or asked.rank < level.rank else level
    return FailOn(level, frozenset(codes), max_new)


def measured_whole(report: Report) -> bool:
    """Whether something could be verified and nothing that was handed in was lost."""
    return report.verified and all(problem.severity is Severity.NOTE for problem in report.problems)
