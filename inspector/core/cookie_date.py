# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The date of an ``Expires`` attribute, by the algorithm that browsers follow (RFC 6265bis, 5.1.1 "Dates").

It finds a time, a day, a month and a year among tokens in any order, so it reads what no date format allows, and
refuses what many date parsers accept.
"""

import re
from datetime import UTC, datetime
from typing import Final

from inspector.core.late_pattern import late
from inspector.core.moments import from_datetime

_DELIMITERS: Final = late(r"[\x09\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+")
# Each production may be followed by anything that does not begin with a digit (months by anything at all).
_TIME: Final = late(r"(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\D.*)?", re.DOTALL | re.ASCII)
_DAY: Final = late(r"(\d{1,2})(?:\D.*)?", re.DOTALL | re.ASCII)
_YEAR: Final = late(r"(\d{2,4})(?:\D.*)?", re.DOTALL | re.ASCII)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST: Final = 1024
_FIRST_YEAR: Final = 1601


def parse_cookie_date(text: str) -> int | None:
    """Return microseconds since 1970, or ``None`` where browsers would pass the attribute over.

    >>> parse_cookie_date("Thu, 01-Jan-70 00:00:01 GMT")
    1000000
    >>> parse_cookie_date("next week") is None
    True
    """
    time: tuple[int, int, int] | None = None
    day = month = year = None
    for token in _DELIMITERS.split(text[:_LONGEST]):
        if time is None and (found := _TIME.fullmatch(token)):
            time = int(found[1]), int(found[2]), int(found[3])
        elif day is None and (found := _DAY.fullmatch(token)):
            day = int(found[1])
        elif month is None and token[:3].lower() in _MONTHS:
            month = _MONTHS.index(token[:3].lower()) + 1
        elif year is None and (found := _YEAR.fullmatch(token)):
            year = _full(int(found[1]))
    if time is None or day is None or month is None or year is None or year < _FIRST_YEAR:
        return None
    try:
        return from_datetime(datetime(year, month, day, *time, tzinfo=UTC))
    except ValueError:  # 31 February, or an hour that is none
        return None


def _full(year: int) -> int:
    if year <= 69:
        return year + 2000
    return year + 1900 if year <= 99 else year
