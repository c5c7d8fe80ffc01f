# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long a cookie was meant to live, and how well that is known. Computed here, once.

A store keeps the moment of expiry, not what the site asked for. Chromium carries ``creation_utc`` forward when a
cookie is renewed with the same value, so the lifetime as set is *expires - updated*; *expires - created* is only an
upper bound. Both engines cap what they store at 400 days (RFC 6265bis, 5.5 "The Expires Attribute"; Chromium schema
19 and Firefox schema 14 also capped existing rows), so at the cap the site may have asked for more.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from inspector.core.moments import DAY_US, SECOND_US

CAP_US: Final = 400 * DAY_US
_TOLERANCE_US: Final = 2 * SECOND_US  # time between the browser's clock readings for "now" and for the row


class LifetimeBasis(StrEnum):
    """What a lifetime was computed from, and so what it proves."""

    UPDATED = "updated"  # expires - updated: as the site set it
    CREATED = "created"  # expires - created: an upper bound of any length, no usable update time is recorded
    CAP = "browser_cap"  # stored at the 400-day cap: the site asked for this or more
    OVER_CAP = "over_cap"  # more than the cap: set before the cap, or shortened by a migration; not as set
    INCONSISTENT = "inconsistent"  # ends before it was set: the record contradicts itself
    STATED = "stated"  # the record itself states it (an imported header)
    SESSION = "session"  # ends with the session; there is no number
    UNKNOWN = "unknown"  # the record cannot tell


class Lifetime(NamedTuple):
    """A lifetime in microseconds (``None`` for session and unknown) with its basis."""

    us: int | None
    basis: LifetimeBasis

    @property
    def days(self) -> float | None:
        """The lifetime in days, unrounded."""
        return None if self.us is None else self.us / DAY_US


SESSION_LIFETIME: Final = Lifetime(None, LifetimeBasis.SESSION)
UNKNOWN_LIFETIME: Final = Lifetime(None, LifetimeBasis.UNKNOWN)


def lifetime(
    session: bool | None, created_us: int | None, updated_us: int | None, expires_us: int | None, updated_is_real: bool
) -> Lifetime:
    """Return the lifetime as set, from the moments that a store holds.

    ``updated_is_real`` is false where the update time is an artefact: Firefox's migration to schema 17 filled it with
    the moment of the migration for every row that existed (CookiePersistentStorage.cpp).
    """
    if session:
        return SESSION_LIFETIME
    if expires_us is None or (created_us is None and updated_us is None):
        return UNKNOWN_LIFETIME
    real = updated_us is not None and updated_is_real
    start = updated_us if real else created_us
    if start is None:
        return UNKNOWN_LIFETIME
    span = expires_us - start
    if span < 0:
        return Lifetime(span, LifetimeBasis.INCONSISTENT)
    if abs(span - CAP_US) <= _TOLERANCE_US:
        return Lifetime(span, LifetimeBasis.CAP)
    if not real:  # over the cap too: a cookie that is renewed keeps its creation time, so that says nothing
        return Lifetime(span, LifetimeBasis.CREATED)
    return Lifetime(span, LifetimeBasis.OVER_CAP if span > CAP_US else LifetimeBasis.UPDATED)
