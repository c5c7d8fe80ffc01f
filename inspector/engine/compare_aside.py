# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs and is set aside by the project's settings: listed with its reason, counted nowhere.

An entry of a rule speaks of findings alone; one that only names cookies speaks of differences in them, too. What a
policy says cannot be ignored.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from inspector.core.comparison import Comparison, Difference, SetAside, Subject
from inspector.core.problem import Problem, Severity
from inspector.engine.ignoring import Ignore


def set_differences_aside(comparison: Comparison, ignores: Sequence[Ignore], today: date) -> Comparison:
    """Return the comparison without what the entries mean that hold on a day; one whose day is over says so."""
    kept: list[Difference] = []
    ignored: list[SetAside] = []
    over: dict[Ignore, None] = {}
    for difference in comparison.differences:
        fitting = [ignore for ignore in ignores if _means(ignore, difference)]
        holding = next((ignore for ignore in fitting if not ignore.expired(today)), None)
        if holding is not None:
            ignored.append(SetAside(difference, holding.reason, holding.until))
            continue
        over |= dict.fromkeys(fitting)
        kept.append(difference)
    problems = (*comparison.problems, *_expired(over))
    return replace(comparison, differences=tuple(kept), ignored=tuple(ignored), problems=problems)


def _means(ignore: Ignore, difference: Difference) -> bool:
    if difference.subject is Subject.STATEMENT or (difference.subject is Subject.COOKIE and ignore.rule is not None):
        return False
    first = ((difference.name, difference.host),) if difference.host else ()
    return ignore.means(difference.code, (*first, *difference.others))


def _expired(over: dict[Ignore, None]) -> Iterator[Problem]:
    for ignore in over:
        what = f"an ignore ended on {ignore.until}: what it ignored is told again"
        advice = "Mend it, or give the entry another day"
        yield Problem("ignore-expired", what, ignore.where, str(ignore), advice, Severity.NOTE)
