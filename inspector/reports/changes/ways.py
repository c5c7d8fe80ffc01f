# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The ways in which two things can differ, as rules that a tool can list: code, name, what each means."""

from typing import Final, NamedTuple

from inspector.core.comparison import Comparison, Difference, Kind, Subject, Turn


class Way(NamedTuple):
    """One way to differ. ``code`` is stable: alerts and baselines of other tools live on it."""

    subject: Subject
    turn: Turn
    code: str
    means: str


WAYS: Final = (
    Way(Subject.FINDING, Turn.NEW, "new-finding", "The newer audit has a finding that the older one has not."),
    Way(Subject.FINDING, Turn.CHANGED, "changed-finding", "A finding is graver, milder or set aside now."),
    Way(Subject.FINDING, Turn.GONE, "gone-finding", "A finding of the older audit is not found any more."),
    Way(Subject.COOKIE, Turn.NEW, "new-cookie", "The newer side has a cookie that the older one has not."),
    Way(Subject.COOKIE, Turn.LONGER, "longer-lived-cookie", "A cookie is proven to live longer than before."),
    Way(Subject.COOKIE, Turn.CHANGED, "changed-cookie", "An attribute, a lifetime or a verdict of a cookie differs."),
    Way(Subject.COOKIE, Turn.GONE, "gone-cookie", "The older side has a cookie that the newer one has not."),
    Way(Subject.STATEMENT, Turn.NEW, "new-statement", "The newer policy says what the older one did not."),
    Way(Subject.STATEMENT, Turn.LONGER, "longer-declared-lifetime", "The newer policy declares a longer lifetime."),
    Way(Subject.STATEMENT, Turn.CHANGED, "changed-statement", "The newer policy says it differently."),
    Way(Subject.STATEMENT, Turn.GONE, "gone-statement", "The older policy says what the newer one does not."),
)
_SUBJECTS: Final = {
    Kind.AUDITS: (Subject.FINDING, Subject.COOKIE),
    Kind.COOKIES: (Subject.COOKIE,),
    Kind.POLICIES: (Subject.STATEMENT,),
}
_BY_TURN: Final = {(way.subject, way.turn): way for way in WAYS}


def ways_of(comparison: Comparison) -> tuple[Way, ...]:
    """Return the ways in which two of this kind can differ."""
    return tuple(way for way in WAYS if way.subject in _SUBJECTS[comparison.kind])


def way_of(difference: Difference) -> Way:
    """Return the way in which something differs."""
    return _BY_TURN[difference.subject, difference.turn]


def rule_of(difference: Difference) -> str:
    """Return the rule that a tool files a difference under: that of a finding, else the way in which it differs."""
    return difference.code if difference.subject is Subject.FINDING and difference.code else way_of(difference).code
