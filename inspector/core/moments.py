# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Moments as integers: microseconds since 1970-01-01 UTC, exact and unbounded; datetimes and ISO text on demand.

Units are types of the edge: each reader converts its store's unit once, here are the conversions.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

WEBKIT_EPOCH_US: Final = 11_644_473_600_000_000  # 1601-01-01 to 1970-01-01, base/time/time.h
COCOA_EPOCH_S: Final = 978_307_200  # 1970-01-01 to 2001-01-01, NSDate
SECOND_US: Final = 1_000_000
DAY_US: Final = 86_400 * SECOND_US

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_US: Final = (datetime(1, 1, 1, tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
_LAST_US: Final = (datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)


def to_datetime(us: int | None) -> datetime | None:
    """Return an aware UTC datetime, or ``None`` where unknown or outside the years 1 to 9999 (see :func:`to_iso`)."""
    if us is None or not _FIRST_US <= us <= _LAST_US:
        return None
    return _EPOCH + timedelta(microseconds=us)


def from_datetime(moment: datetime) -> int:
    """Return microseconds since 1970 for an aware datetime."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def to_iso(us: int | None) -> str | None:
    """Return ISO 8601 UTC with microseconds. Years outside 1 to 9999 use the expanded form, ``+60000-01-01T...``."""
    if us is None:
        return None
    seconds, micro = divmod(us, SECOND_US)
    minutes, second = divmod(seconds, 60)
    start = _minute_text(minutes)
    return f"{start}{_TWO_DIGITS[second]}.{micro:06}Z" if micro else start + _WHOLE[second]


_TWO_DIGITS: Final = tuple([f"{number:02}" for number in range(60)])
_WHOLE: Final = tuple([f"{number:02}.000000Z" for number in range(60)])


@lru_cache(maxsize=8192)  # cookies that were set together end together
def _minute_text(minutes: int) -> str:
    day, minute = divmod(minutes, 1440)
    return f"{_day_text(day)}T{_clock(minute)}:"


@lru_cache(maxsize=1440)  # moments of cookies lie on few days, and a day has no more minutes
def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@lru_cache(maxsize=4096)
def _day_text(day: int) -> str:
    year, month, date = _civil(day)
    sign = "" if 0 <= year <= 9999 else ("+" if year > 0 else "-")
    return f"{sign}{abs(year):04}-{month:02}-{date:02}"


def _civil(days: int) -> tuple[int, int, int]:
    """Proleptic Gregorian date of a day number counted from 1970-01-01, for any integer."""
    cycles, rest = divmod(days, 146_097)  # days in 400 years; what repeats can be taken out
    date = _EPOCH + timedelta(days=rest)
    return date.year + 400 * cycles, date.month, date.day
