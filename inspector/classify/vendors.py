# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The vendor behind a host that is not the page's own: what it does hints at what its cookies are for."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from inspector.classify.opinion import Opinion, Sight, Way
from inspector.core.label import Party, Purpose, Subtype


class Hint(NamedTuple):
    """What a kind of service suggests for its cookies on other sites; ``said`` is the kind in words."""

    purpose: Purpose
    confidence: float
    subtype: Subtype
    said: str


_BY_KIND: Final[Mapping[str, Hint]] = {
    "advertising": Hint(Purpose.ADVERTISING, 0.85, Subtype.NONE, "advertising"),
    "affiliate": Hint(Purpose.ADVERTISING, 0.8, Subtype.AFFILIATE, "affiliate marketing"),
    "ab-testing": Hint(Purpose.ANALYTICS, 0.7, Subtype.AB_TESTING, "tests of variants"),
    "session-replay": Hint(Purpose.ANALYTICS, 0.75, Subtype.NONE, "session recording"),
    "analytics": Hint(Purpose.ANALYTICS, 0.7, Subtype.NONE, "analytics"),
    "performance": Hint(Purpose.ANALYTICS, 0.6, Subtype.NONE, "performance measurement"),
    "e-mail": Hint(Purpose.ADVERTISING, 0.6, Subtype.NONE, "e-mail marketing"),
    "marketing automation": Hint(Purpose.ADVERTISING, 0.6, Subtype.NONE, "marketing automation"),
    "personalisation": Hint(Purpose.ADVERTISING, 0.5, Subtype.NONE, "personalisation"),
    "social": Hint(Purpose.SOCIAL, 0.65, Subtype.NONE, "social media"),
    "consent": Hint(Purpose.CONSENT, 0.75, Subtype.NONE, "consent management"),
    "security": Hint(Purpose.SECURITY, 0.7, Subtype.NONE, "security"),
    "identity": Hint(Purpose.AUTHENTICATION, 0.6, Subtype.NONE, "log-in"),
    "payment": Hint(Purpose.FUNCTIONAL, 0.4, Subtype.NONE, "payment"),
    "chat": Hint(Purpose.FUNCTIONAL, 0.65, Subtype.NONE, "chat"),
    "media": Hint(Purpose.FUNCTIONAL, 0.5, Subtype.MEDIA, "video and media"),
    "embed": Hint(Purpose.FUNCTIONAL, 0.5, Subtype.NONE, "embedded content"),
}


def tell(sight: Sight) -> Opinion | None:
    """Return what the host's vendor, or its kind in the list of domains, suggests for a cookie of another party."""
    if sight.party is Party.FIRST or sight.traits.host is None:
        return None
    vendor = sight.host_vendor
    hint = hint_of((*(vendor.kinds if vendor else ()), *((sight.kind,) if sight.kind else ())))
    if hint is None:
        return None
    who = f"{vendor.name}, whose domain this is, offers" if vendor else "The service behind this domain offers"
    return Opinion(Way.VENDOR, hint.purpose, hint.confidence, f"{who} {hint.said}", hint.subtype)


def hint_of(kinds: Sequence[str]) -> Hint | None:
    """Return what the first of the kinds of service that hints at anything hints at."""
    for kind in kinds:
        hint = _BY_KIND.get(kind) or _BY_KIND.get(kind.replace("_", "-")) or _BY_KIND.get(kind.replace("_", " "))
        if hint is not None:
            return hint
    return None
