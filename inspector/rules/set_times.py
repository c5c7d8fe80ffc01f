# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""When a cookie was last set, at the earliest: by the store's own time, or by the time that its value carries.

Some vendors write the moment at which they made an identifier into its value. The cookie was set then or later, which
is enough to prove that it came after a choice.
"""

import re
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.late_pattern import late
from inspector.core.moments import SECOND_US

_LONGEST: Final = 512


class SetTime(NamedTuple):
    """A moment that a cookie was set at or after, and what says so."""

    us: int
    why: str


class _Stamp(NamedTuple):
    """A value that carries its time: the name's pattern, the value's with group "t", the unit, and the source."""

    name: re.Pattern[str]
    value: re.Pattern[str]
    unit_us: int
    source: str


_STAMPS: Final = (
    _Stamp(
        late(r"_ga|_gid"),
        late(r"GA1\.\d{1,2}(?:-\d{1,2})?\.\d{1,10}\.(?P<t>\d{10})"),
        SECOND_US,
        "Google Analytics writes the second of the first visit into its client id",
    ),
    _Stamp(
        late(r"_fbp|_fbc"),
        late(r"fb\.\d\.(?P<t>\d{13})\..{1,400}"),
        1000,
        "Meta writes the millisecond at which the cookie was made into its value",
    ),
    _Stamp(
        late(r"_gcl_au"),
        late(r"1\.1\.\d{1,12}\.(?P<t>\d{10})(?:\..{0,200})?"),
        SECOND_US,
        "Google writes the second at which the cookie was made into its value",
    ),
)
_EARLIEST_S: Final = 1_000_000_000  # 2001: smaller numbers in that place are no times


def earliest_setting(cookie: Cookie) -> SetTime | None:
    """Return the earliest moment at which a cookie can have been last set; ``None`` where nothing tells."""
    if cookie.updated_us is not None and cookie.updated_is_real:
        return SetTime(cookie.updated_us, "the store's time of last setting")
    stamped = _stamp(cookie)
    if stamped is not None:
        return stamped
    if cookie.created_us is not None:
        return SetTime(cookie.created_us, "the store's time of creation")
    return None


def _stamp(cookie: Cookie) -> SetTime | None:
    if cookie.value is None:
        return None
    text = cookie.value.reveal()
    for stamp in _STAMPS if len(text) <= _LONGEST else ():
        if stamp.name.fullmatch(cookie.name) and (found := stamp.value.fullmatch(text)):
            us = int(found["t"]) * stamp.unit_us
            return SetTime(us, stamp.source) if us >= _EARLIEST_S * SECOND_US else None
    return None
