# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs between two looks at the same stores: new, gone, changed, longer-lived."""

from enum import StrEnum
from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.frozen import frozen
from inspector.core.problem import Problem
from inspector.core.snapshot import SeenCookie, SnapshotInfo
from inspector.core.store import StoreRef


class Kind(StrEnum):
    """How a cookie differs. ``RENEWED`` was set again and is otherwise the same."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    RENEWED = "renewed"


class Aspect(StrEnum):
    """What of a cookie changed. ``LONGER_LIVED`` is the lifetime as set, ``PROLONGED`` only the moment it ends."""

    VALUE = "value"
    LONGER_LIVED = "longer_lived"
    SHORTER_LIVED = "shorter_lived"
    PROLONGED = "prolonged"
    SHORTENED = "shortened"
    ATTRIBUTES = "attributes"
    RENEWED = "renewed"


class FieldChange(NamedTuple):
    """One fact before and after, as JSON has it: text, number, true or false. Never a value."""

    field: str
    before: str | int | bool | None
    after: str | int | bool | None


class Ended(StrEnum):
    """Why a cookie may be gone."""

    RAN_OUT = "ran_out"  # its own end had come
    BEFORE_TIME = "before_time"  # it was removed or replaced before its end
    SESSION = "session"  # it ended with a session, or was removed
    UNKNOWN = "unknown"  # its end is not known


class Difference(NamedTuple):
    """One cookie that differs. ``sure`` is false where it may only have been missed; ``why`` says so."""

    kind: Kind
    before: SeenCookie | None
    after: SeenCookie | None
    aspects: tuple[Aspect, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    ended: Ended | None = None
    sure: bool = True
    why: str = ""

    @property
    def cookie(self) -> Cookie:
        """The record as it was seen last."""
        seen = self.after or self.before
        if seen is None:
            raise ValueError("a difference of no cookie")
        return seen.cookie


class NotCompared(NamedTuple):
    """A store that only one of the two looks read, so that nothing is said of its cookies."""

    store: StoreRef
    why: str


@frozen
class Comparison:
    """The answer. ``same`` cookies do not differ; ``values_unknown`` of those in both could not be compared by value.

    ``after.id`` is 0 where the second look was not remembered (now).
    """

    before: SnapshotInfo
    after: SnapshotInfo
    differences: tuple[Difference, ...] = ()
    same: int = 0
    values_unknown: int = 0
    compared: tuple[StoreRef, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    site: str | None = None
    problems: tuple[Problem, ...] = ()

    def of_kind(self, kind: Kind) -> tuple[Difference, ...]:
        """Return the differences of one kind."""
        return tuple(held for held in self.differences if held.kind is kind)

    @property
    def differs(self) -> bool:
        """Whether there is more than cookies that were set again."""
        return any(held.kind is not Kind.RENEWED for held in self.differences)

    @property
    def whole(self) -> bool:
        """Whether everything that either look saw was compared, and every difference is sure."""
        return not self.not_compared and all(held.sure for held in self.differences)
