# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An earlier scan as it was remembered: what was asked for, what was seen, what could not be read. Never a value."""

import hmac
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from inspector.core.cookie import Cookie, CookieKey, ValueState
from inspector.core.frozen import frozen
from inspector.core.label import Certainty, Purpose, Subtype, Tracks
from inspector.core.marks import Marks
from inspector.core.optout import EarlierOptOut
from inspector.core.problem import Problem, Severity
from inspector.core.reading import StoreCount, read_whole


class ScopeKind(StrEnum):
    """Which command looked."""

    SCAN = "scan"
    AUDIT = "audit"
    WINDOW = "window"
    OPT_OUT = "optout"


@frozen
class Scope:
    """What a scan was asked for; nothing named means every browser. ``values`` is whether values were read."""

    kind: ScopeKind = ScopeKind.SCAN
    browsers: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    stores: tuple[str, ...] = ()
    site: str | None = None
    values: bool = False


@frozen
class SnapshotInfo:
    """One remembered scan without its cookies.

    ``id`` grows with every snapshot and is never used again: it is the order, whatever the clock said. ``cookies`` is
    how many are kept of it. ``key_id`` names the key that values were marked with (``None``: no value was marked).
    ``trimmed`` is true where a site was forgotten from it later.
    """

    id: int
    taken_us: int
    program: str
    knowledge: str
    scope: Scope
    stores: tuple[StoreCount, ...] = ()
    problems: tuple[Problem, ...] = ()
    cookies: int = 0
    key_id: bytes | None = None
    trimmed: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for was read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)

    def read_whole(self, count: StoreCount) -> bool:
        """Whether every cookie of a store was read: what is missing of it was not there."""
        return read_whole(count, self.problems)


class SeenLabel(NamedTuple):
    """What a cookie was taken for when it was seen, by the knowledge of that day."""

    purpose: Purpose
    subtype: Subtype
    vendor: str | None
    tracks: Tracks
    certainty: Certainty


class SeenCookie(NamedTuple):
    """A cookie as it was: everything of the record but the value and the moment of last use.

    ``mark`` is the keyed hash of its value, ``None`` where that was not read; ``cookie.value_state`` says why.
    """

    cookie: Cookie
    mark: bytes | None = None
    label: SeenLabel | None = None

    @property
    def key(self) -> CookieKey:
        """The identity, the same as the present cookie's."""
        return self.cookie.key


class Compared(StrEnum):
    """Whether two values are the same, as far as marks can tell."""

    SAME = "same"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@frozen
class Snapshot:
    """A remembered scan with its cookies. ``marks`` is ``None`` where the key it was marked with is gone."""

    info: SnapshotInfo
    cookies: tuple[SeenCookie, ...] = ()
    problems: tuple[Problem, ...] = ()
    marks: Marks | None = field(default=None, repr=False, compare=False)

    def had_value(self, seen: SeenCookie, value: str) -> bool | None:
        """Whether a cookie had this value; ``None`` where it was not read or the key is gone."""
        if seen.cookie.value_state is ValueState.EMPTY:
            return value == ""
        if seen.mark is None or self.marks is None:
            return None
        mark = self.marks.of_text(seen.cookie.host_key, seen.cookie.name, value)
        return hmac.compare_digest(mark, seen.mark)


class SeenOptOut(NamedTuple):
    """An opt-out that a scan saw to be there. ``hosts`` are those of its cookies, by which it can be forgotten.

    It is worked out while values are in memory, because afterwards only their marks are left.
    """

    standing: EarlierOptOut
    hosts: tuple[str, ...] = ()


@frozen
class SnapshotList:
    """What is remembered, the newest last, and what was wrong with it."""

    snapshots: tuple[SnapshotInfo, ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen
class Remembered:
    """What came of remembering a scan: ``info`` is ``None`` where nothing could be kept, and the problems say why."""

    info: SnapshotInfo | None
    problems: tuple[Problem, ...] = ()
