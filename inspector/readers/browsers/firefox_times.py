# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The two things that Firefox's times do not say themselves: the unit of an expiry, and which updates happened."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from inspector.core.lifetime import CAP_US
from inspector.core.moments import DAY_US, SECOND_US

MILLISECOND_US: Final = 1000
MILLISECONDS_SINCE: Final = 16  # schema 16: "UPDATE moz_cookies SET expiry = expiry * 1000"
BORDER: Final = 100_000_000_000  # as seconds the year 5138, as milliseconds 1973: no cookie lives on the wrong side

AMBIGUOUS: Final = "is taken as milliseconds, which fits its other times, although this schema keeps seconds"


def expiry_us(expiry: int, version: int | None, created_us: int | None, latest_us: int | None) -> tuple[int, str]:
    """Return the expiry in microseconds, and what is doubtful about it (empty where nothing is).

    The unit is told per row. A version alone does not tell it: a Firefox before 142 opens a newer store, writes
    seconds and leaves the number, and a store whose number was lost gets that of whoever opens it first
    (CookiePersistentStorage.cpp, "downgrading"). Nor does magnitude alone: before schema 14 nothing capped an expiry,
    and the year 9999 in seconds is 1978 in milliseconds.
    """
    if -BORDER < expiry < BORDER:
        return expiry * SECOND_US, ""
    milliseconds = expiry * MILLISECOND_US
    if version is None or version >= MILLISECONDS_SINCE:
        return milliseconds, ""
    latest = max(created_us or 0, latest_us or 0)
    if (created_us or 0) <= milliseconds <= latest + CAP_US + DAY_US:
        return milliseconds, AMBIGUOUS
    return expiry * SECOND_US, ""


def migration_us(created: Sequence[int], updated: Sequence[int]) -> int | None:
    """Return the update time that the migration to schema 17 gave to every row it found, ``None`` if there is none.

    The arguments are columns: one moment for each row. That migration sets ``updateTime`` to the clock's whole
    second, one value for all; updates that happened have microseconds. So we look for a whole second that rows share
    and that lies after they were created. Once all but one row are renewed it is alone, and told by being the oldest
    update, whole where the row's own creation is not. Where other updates are whole seconds too, being whole proves
    nothing, and only a value with the majority of them is believed.
    """
    whole = [moment for moment in updated if not moment % SECOND_US and moment]
    if not whole:
        return None
    ((moment, count),) = Counter(whole).most_common(1)
    others = len(whole) - count
    if others > count:
        return None
    bearers = [start for start, update in zip(created, updated, strict=True) if update == moment > start]
    if len(bearers) > 1:
        return moment
    alone = bool(bearers) and not others and moment == min(filter(None, updated))
    return moment if alone and bearers[0] % SECOND_US else None
