# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The vendor behind a host that is not the page's own: what it does hints at what its cookies are for."""

from typing import Final

from inspector.classify.opinion import Opinion, Sight, Way
from inspector.core.label import Party, Purpose, Subtype

_BY_KIND: Final = {
    "advertising": (Purpose.ADVERTISING, 0.85, Subtype.NONE, "advertising"),
    "affiliate": (Purpose.ADVERTISING, 0.8, Subtype.AFFILIATE, "affiliate marketing"),
    "ab-testing": (Purpose.ANALYTICS, 0.7, Subtype.AB_TESTING, "tests of variants"),
    "session-replay": (Purpose.ANALYTICS, 0.75, Subtype.NONE, "session recording"),
    "analytics": (Purpose.ANALYTICS, 0.7, Subtype.NONE, "analytics"),
    "performance": (Purpose.ANALYTICS, 0.6, Subtype.NONE, "performance measurement"),
    "e-mail": (Purpose.ADVERTISING, 0.6, Subtype.NONE, "e-mail marketing"),
    "marketing automation": (Purpose.ADVERTISING, 0.6, Subtype.NONE, "marketing automation"),
    "personalisation": (Purpose.ADVERTISING, 0.5, Subtype.NONE, "personalisation"),
    "social": (Purpose.SOCIAL, 0.65, Subtype.NONE, "social media"),
    "consent": (Purpose.CONSENT, 0.75, Subtype.NONE, "consent management"),
    "security": (Purpose.SECURITY, 0.7, Subtype.NONE, "security"),
    "identity": (Purpose.AUTHENTICATION, 0.6, Subtype.NONE, "log-in"),
    "payment": (Purpose.FUNCTIONAL, 0.4, Subtype.NONE, "payment"),
    "chat": (Purpose.FUNCTIONAL, 0.65, Subtype.NONE, "chat"),
    "media": (Purpose.FUNCTIONAL, 0.5, Subtype.MEDIA, "video and media"),
    "embed": (Purpose.FUNCTIONAL, 0.5, Subtype.NONE, "embedded content"),
}


def tell(sight: Sight) -> Opinion | None:
    """Return what the host's vendor, or its kind in the list of domains, suggests for a cookie of another party."""
    if sight.party is Party.FIRST or sight.traits.host is None:
        return None
    vendor = sight.host_vendor
    for kind in (*(vendor.kinds if vendor else ()), *((sight.kind,) if sight.kind else ())):
        hint = _BY_KIND.get(kind) or _BY_KIND.get(kind.replace("_", "-")) or _BY_KIND.get(kind.replace("_", " "))
        if hint is not None:
            purpose, confidence, subtype, said = hint
            who = f"{vendor.name}, whose domain this is, offers" if vendor else "The service behind this domain offers"
            return Opinion(Way.VENDOR, purpose, confidence, f"{who} {said}", subtype)
    return None
