# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made-up labels for the made-up cookies, worded as the classifier words its own."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from inspector.core.cookie import Cookie
from inspector.core.label import Label, Party, Purpose, Subtype, Tracks
from inspector.core.labelling import Edition
from inspector.engine.purposes import Labelled, LinkStatus, Mechanism, OptOut, VendorFacts

EDITION: Final = Edition("2026.11", "2026-11-24")
_OWN: Final = "It is sent to the visited site only"
_LASTS: Final = "It holds an identifier and lives longer than a visit"

LABELS: Final[Mapping[str, Label]] = {
    "cart": Label(
        purpose=Purpose.CART,
        party=Party.FIRST,
        tracks=Tracks.NO,
        tracks_because=("Nothing in it tells browsers apart",),
        confidence=0.97,
        because=("Words in its name speak of a shopping cart",),
    ),
    "PHPSESSID": Label(
        purpose=Purpose.SESSION,
        party=Party.FIRST,
        tracks=Tracks.NO,
        tracks_because=("It ends with the browser session",),
        confidence=0.99,
        because=("PHPSESSID is known: the session of a PHP server",),
    ),
    "consent": Label(
        purpose=Purpose.CONSENT,
        party=Party.FIRST,
        tracks=Tracks.NO,
        confidence=0.93,
        because=("Words in its name speak of consent",),
    ),
    "_ga": Label(
        purpose=Purpose.ANALYTICS,
        vendor="google-analytics",
        vendor_name="Google Analytics",
        party=Party.FIRST,
        tracks=Tracks.WITHIN_SITE,
        tracks_because=(_LASTS, _OWN),
        confidence=0.99,
        because=("_ga is known: Google Analytics counts visitors with it",),
    ),
    "_gid": Label(
        purpose=Purpose.ANALYTICS,
        vendor="google-analytics",
        vendor_name="Google Analytics",
        party=Party.FIRST,
        tracks=Tracks.WITHIN_SITE,
        tracks_because=(_LASTS, _OWN),
        confidence=0.98,
        because=("_gid is known: Google Analytics counts visitors of a day with it",),
    ),
    "language": Label(
        purpose=Purpose.PREFERENCES,
        party=Party.FIRST,
        tracks=Tracks.NO,
        confidence=0.95,
        because=("Words in its name speak of language",),
    ),
    "IDE": Label(
        purpose=Purpose.ADVERTISING,
        subtype=Subtype.GOOGLE_DART,
        vendor="google-ads",
        vendor_name="Google advertising",
        party=Party.THIRD,
        tracks=Tracks.CROSS_SITE,
        tracks_because=(_LASTS, "It is sent to its host from every site that loads something of it"),
        confidence=0.99,
        because=(
            "IDE is known: Google's id for ads on sites other than its own",
            "Its host is a host for advertising",
        ),
        disputed=("A list that you imported (made up) calls it analytics",),
    ),
    "test_cookie": Label(
        purpose=Purpose.ADVERTISING,
        subtype=Subtype.GOOGLE_DART,
        vendor="google-ads",
        vendor_name="Google advertising",
        party=Party.THIRD,
        tracks=Tracks.NO,
        tracks_because=("It lives for minutes only",),
        confidence=0.96,
        because=("test_cookie is known: it tries whether the browser takes cookies",),
    ),
    "visitor": Label(
        purpose=Purpose.FUNCTIONAL,
        vendor="helper",
        vendor_name="Helper Chat",
        party=Party.THIRD,
        tracks=Tracks.WITHIN_SITE,
        confidence=0.71,
        because=("Words in its name and host speak of chat and support",),
    ),
    "sub_token": Label(
        purpose=Purpose.AUTHENTICATION,
        party=Party.FIRST,
        tracks=Tracks.WITHIN_SITE,
        confidence=0.78,
        because=("Words in its name speak of log-in and accounts",),
    ),
    "csrf": Label(
        purpose=Purpose.SECURITY,
        party=Party.FIRST,
        tracks=Tracks.NO,
        confidence=0.98,
        because=("Words in its name speak of protection against forged requests",),
    ),
    "ab_group": Label(
        purpose=Purpose.ANALYTICS,
        subtype=Subtype.AB_TESTING,
        party=Party.FIRST,
        tracks=Tracks.NO,
        confidence=0.64,
        because=("Words in its name speak of tests of variants",),
    ),
    "device": Label(
        purpose=Purpose.AUTHENTICATION,
        party=Party.FIRST,
        tracks=Tracks.UNKNOWN,
        confidence=0.46,
        because=("Cookies of the site itself with names like this are mostly necessary, by statistics",),
    ),
    "SID": Label(
        purpose=Purpose.AUTHENTICATION,
        party=Party.FIRST,
        tracks=Tracks.NO,
        confidence=0.9,
        because=("SID is known: a signed-in session",),
    ),
}
NOBODY_KNOWS: Final = Label(because=("No table knows it, and neither its name nor anything else tells what it is for",))

_PARTNERS: Final = OptOut(
    id="partners",
    vendor="google-ads",
    name="Google ads on partner sites",
    domains=("doubleclick.example",),
    url="https://ads.example/partnerads",
    scope="ads",
    programme=None,
    mechanism=Mechanism.COOKIE,
    cookies=(),
    requires_login=False,
    status=LinkStatus.LIVE,
    last_known_year=2026,
    url_confidence="A",
    stops="Ads chosen by interests on sites that use Google's ad services",
    does_not_stop="Ads as such, ads on Google's own pages",
    source="made up",
)
VENDORS: Final = MappingProxyType(
    {
        "google-ads": VendorFacts("Google LLC", (_PARTNERS,)),
        "google-analytics": VendorFacts("Google LLC"),
        "helper": VendorFacts("Helper Ltd"),
    }
)


def label(cookies: Sequence[Cookie], cancelled: Callable[[], bool]) -> Labelled:
    """Return the label of each made-up cookie."""
    return Labelled(tuple(map(_label, cookies)), EDITION, VENDORS)


def _label(cookie: Cookie) -> Label:
    name = "_ga" if cookie.name.startswith("_ga_") else cookie.name
    return LABELS.get(name, NOBODY_KNOWS)
