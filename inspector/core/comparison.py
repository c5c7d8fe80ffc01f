# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs between two audits, two sets of cookies or two policies: one shape for all, in one fixed order."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from inspector.core.finding import Level
from inspector.core.frozen import frozen
from inspector.core.problem import Problem


class Kind(StrEnum):
    """What was compared."""

    AUDITS = "audits"
    COOKIES = "cookies"
    POLICIES = "policies"


class Turn(StrEnum):
    """How something differs."""

    NEW = "new"
    LONGER = "longer-lived"
    CHANGED = "changed"
    GONE = "gone"


class Subject(StrEnum):
    """What differs."""

    FINDING = "finding"
    COOKIE = "cookie"
    STATEMENT = "statement"


class Detail(NamedTuple):
    """One fact that differs, as text; ``"unknown"`` is never a value here: what is not known is not compared."""

    what: str
    before: str
    after: str


@frozen
class Difference:
    """One thing that differs. ``code`` is a rule's, or the field of a policy's record; ``line`` is the policy's.

    ``file`` is where it stands: the policy that ``line`` is in, or the file that has the cookie; empty where the side
    does not record it. ``others`` are the further cookies of a finding, each by name and host, and ``about`` is its
    subject, where it is one on several.
    """

    turn: Turn
    subject: Subject
    level: Level
    message: str
    code: str = ""
    name: str = ""
    host: str = ""
    partition: str = ""
    details: tuple[Detail, ...] = ()
    line: int | None = None
    file: str = ""
    others: tuple[tuple[str, str], ...] = ()
    about: str = ""

    @property
    def order(self) -> tuple[int, int, str, str, str, str, str]:
        """The one order: gravest first, then as the kinds stand above, then by code, host and name."""
        turn = tuple(Turn).index(self.turn)
        return (-self.level.rank, turn, self.subject.value, self.code, self.host, self.name, self.message)


class SetAside(NamedTuple):
    """A difference that the project's settings ignore, with their reason and the last day on which it holds."""

    difference: Difference
    reason: str
    until: date | None = None


class Side(NamedTuple):
    """One of the two: where it is, and how much it holds."""

    location: str
    size: int
    sha256: str | None = None


@frozen
class Comparison:
    """Two sides and what differs. ``why`` says why they could not be compared whole; it is empty where they could.

    ``ignored`` is what differs and is set aside by the project's settings; it counts nowhere and is listed.
    """

    kind: Kind
    before: Side
    after: Side
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    why: str = ""
    ignored: tuple[SetAside, ...] = ()

    def count(self, turn: Turn) -> int:
        """Return how many differ in one way."""
        return sum(difference.turn is turn for difference in self.differences)
