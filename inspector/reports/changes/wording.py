# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison in words, the same for every format that people read."""

from inspector.core.comparison import Comparison, Difference, SetAside, Subject, Turn
from inspector.core.report import DISCLAIMER
from inspector.reports.audit_parts import NAME, safe, sentence
from inspector.reports.words import many

_TITLES = {"audits": "Two audits", "cookies": "Two sets of cookies", "policies": "Two policies"}
_MOST_IGNORED = 50
_SIZES = {"audits": "finding", "cookies": "cookie", "policies": "statement"}


def headline(comparison: Comparison) -> str:
    """Return the answer in one line; what could not be compared whole is never called the same."""
    counts = [f"{comparison.count(turn)} {turn.value}" for turn in Turn if comparison.count(turn)]
    title = _TITLES[comparison.kind.value]
    if counts:
        return f"{title}: {', '.join(counts)}."
    return f"{title}: nothing differs{' in what could be compared' if comparison.why else ''}."


def sides(comparison: Comparison) -> tuple[str, str]:
    """Return the two that were compared, the older first."""
    word = _SIZES[comparison.kind.value]
    before, after = (
        f"{safe(side.location, NAME)} ({many(side.size, word)})" for side in (comparison.before, comparison.after)
    )
    return before, after


def notes(comparison: Comparison) -> tuple[str, ...]:
    """Return what has to be said below the answer, the disclaimer last."""
    why = (f"Could not be compared whole: {safe(comparison.why)}",) if comparison.why else ()
    aside = (f"Ignored by the settings: {_aside(held)}" for held in comparison.ignored[:_MOST_IGNORED])
    more = len(comparison.ignored) - _MOST_IGNORED
    rest = (f"And {many(more, 'more difference')} ignored by the settings.",) if more > 0 else ()
    return (*why, *(safe(text) for text in comparison.notes), *aside, *rest, DISCLAIMER)


def _aside(held: SetAside) -> str:
    until = f", until {held.until}" if held.until is not None else ""
    return f"{told(held.difference)} ({safe(held.reason)}{until})"


def told(difference: Difference) -> str:
    """Return a difference as one sentence."""
    line = f" (line {difference.line})" if difference.subject is Subject.FINDING and difference.line else ""
    return sentence(difference.message, difference.name) + line


def label(difference: Difference) -> str:
    """Return what a difference is about: a rule's code, a field, or "cookie"."""
    return safe(difference.code, NAME) or difference.subject.value
