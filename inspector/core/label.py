# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a cookie is for: purpose, group, subtype, tracking, vendor, party, and how sure we are of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Group(StrEnum):
    """The five groups that consent banners and reports speak of."""

    NECESSARY = "necessary"
    PREFERENCES = "preferences"
    ANALYTICS = "analytics"
    MARKETING = "marketing"
    UNKNOWN = "unknown"


class Purpose(StrEnum):
    """The leaves: one for each cookie."""

    CART = "cart"
    SESSION = "session"
    AUTHENTICATION = "authentication"
    SECURITY = "security"
    LOAD_BALANCING = "load_balancing"
    CONSENT = "consent"
    OPT_OUT = "opt_out"
    PREFERENCES = "preferences"
    FUNCTIONAL = "functional"
    ANALYTICS = "analytics"
    ADVERTISING = "advertising"
    SOCIAL = "social"
    UNKNOWN = "unknown"

    @property
    def group(self) -> Group:
        """The group that the leaf belongs to."""
        return GROUP_OF[self]


GROUP_OF: Final[Mapping[Purpose, Group]] = MappingProxyType(
    {
        Purpose.CART: Group.NECESSARY,
        Purpose.SESSION: Group.NECESSARY,
        Purpose.AUTHENTICATION: Group.NECESSARY,
        Purpose.SECURITY: Group.NECESSARY,
        Purpose.LOAD_BALANCING: Group.NECESSARY,
        Purpose.CONSENT: Group.NECESSARY,
        Purpose.OPT_OUT: Group.NECESSARY,
        Purpose.PREFERENCES: Group.PREFERENCES,
        Purpose.FUNCTIONAL: Group.PREFERENCES,
        Purpose.ANALYTICS: Group.ANALYTICS,
        Purpose.ADVERTISING: Group.MARKETING,
        Purpose.SOCIAL: Group.MARKETING,
        Purpose.UNKNOWN: Group.UNKNOWN,
    }
)


class Subtype(StrEnum):
    """Whose programme a cookie belongs to, within its purpose."""

    NONE = ""
    GOOGLE_DART = "google_dart"
    AFFILIATE = "affiliate"
    ID_SYNC = "id_sync"
    AB_TESTING = "ab_testing"
    MEDIA = "media"


class Tracks(StrEnum):
    """A behaviour, apart from purpose: does the cookie carry a persistent identifier, and over which reach."""

    CROSS_SITE = "cross_site"
    WITHIN_SITE = "within_site"
    NO = "no"
    UNKNOWN = "unknown"


class Party(StrEnum):
    """Whose cookie it is, seen from the site it was found on. ``UNKNOWN`` where the site is not known."""

    FIRST = "first"
    SAME_COMPANY = "same_company"
    THIRD = "third"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Label:
    """The answer for one cookie. ``because`` holds sentences a person understands, the deciding one first."""

    purpose: Purpose = Purpose.UNKNOWN
    subtype: Subtype = Subtype.NONE
    vendor: str | None = None
    vendor_name: str | None = None
    party: Party = Party.UNKNOWN
    tracks: Tracks = Tracks.UNKNOWN
    tracks_because: tuple[str, ...] = ()
    confidence: float = 0.0
    disputed: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def group(self) -> Group:
        """The group of the purpose."""
        return self.purpose.group
