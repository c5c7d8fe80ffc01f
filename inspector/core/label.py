# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a cookie is for: purpose, group, subtype, tracking, vendor, party, and how sure we are of it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from inspector.core.frozen import frozen


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


class Certainty(StrEnum):
    """How sure a label is, in the words that faces use. ``NONE``: nothing is claimed, so nothing can be sure."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"
    NONE = "none"


SURE_FROM: Final = 0.9  # the confidence that is calibrated: at least 95 % of these are right
LIKELY_FROM: Final = 0.6


@frozen
class Label:
    """The answer for one cookie. ``because`` holds sentences a person understands, the deciding one first.

    ``by_statistics``: no table, value or word says what it is for, only how often cookies like it are for that.
    """

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
    by_statistics: bool = False

    @property
    def group(self) -> Group:
        """The group of the purpose."""
        return self.purpose.group

    @property
    def certainty(self) -> Certainty:
        """How sure the purpose is, in a word; ``NONE`` where no purpose is given."""
        if self.purpose is Purpose.UNKNOWN:
            return Certainty.NONE
        if self.confidence >= SURE_FROM:
            return Certainty.SURE
        return Certainty.LIKELY if self.confidence >= LIKELY_FROM else Certainty.GUESS

    @property
    def explains(self) -> bool:
        """Whether it says what the cookie is for; a guess by statistics alone does not."""
        return self.purpose is not Purpose.UNKNOWN and not (self.by_statistics and self.confidence < LIKELY_FROM)

    @property
    def is_tracking(self) -> bool:
        """Whether the headline is "Tracking": across sites, or within one by a cookie for analytics or marketing."""
        if self.tracks is Tracks.CROSS_SITE:
            return True
        return self.tracks is Tracks.WITHIN_SITE and self.group in (Group.ANALYTICS, Group.MARKETING)
