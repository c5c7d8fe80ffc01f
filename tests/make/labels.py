# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels for tests of what comes after the classifier: by a cookie's name, a few kinds that differ in everything."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from inspector.core.cookie import Cookie
from inspector.core.label import Label, Party, Purpose, Subtype, Tracks
from inspector.core.labelling import Edition
from inspector.engine.purposes import Labelled, LinkStatus, Mechanism, OptOut, VendorFacts

EDITION = Edition("2026.11", "2026-11-24")

DART = Label(
    purpose=Purpose.ADVERTISING,
    subtype=Subtype.GOOGLE_DART,
    vendor="google-ads",
    vendor_name="Google advertising (DoubleClick)",
    party=Party.THIRD,
    tracks=Tracks.CROSS_SITE,
    tracks_because=("It holds an identifier", "It is sent from every site"),
    confidence=0.99,
    disputed=("A list calls it analytics",),
    because=("IDE is known", "Its host is a host for advertising"),
)
ANALYTICS = Label(
    purpose=Purpose.ANALYTICS,
    vendor="google-analytics",
    vendor_name="Google Analytics",
    party=Party.FIRST,
    tracks=Tracks.WITHIN_SITE,
    tracks_because=("It holds an identifier",),
    confidence=0.75,
    because=("_ga is known",),
)
CART = Label(
    purpose=Purpose.CART,
    party=Party.FIRST,
    tracks=Tracks.NO,
    confidence=0.4,
    because=("Words in its name speak of a shopping cart",),
)
LOG_IN = Label(purpose=Purpose.AUTHENTICATION, tracks=Tracks.WITHIN_SITE, confidence=0.9, because=("SID is known",))
OPT_OUT = Label(purpose=Purpose.OPT_OUT, tracks=Tracks.NO, confidence=1.0, because=("Its value says so",))
UNKNOWN = Label(because=("Nothing is known",))
BY_NAME: Mapping[str, Label] = {
    "IDE": DART,
    "_ga": ANALYTICS,
    "cart": CART,
    "SID": LOG_IN,
    "optout": OPT_OUT,
}


def way_out(name: str = "Google ads on partner sites", **facts: Any) -> OptOut:
    """A way out with every fact."""
    given: dict[str, Any] = {
        "id": "partners",
        "vendor": "google-ads",
        "domains": ("ads.test",),
        "url": "https://ads.test/optout",
        "scope": "ads",
        "programme": None,
        "mechanism": Mechanism.COOKIE,
        "cookies": (),
        "requires_login": False,
        "status": LinkStatus.LIVE,
        "last_known_year": 2026,
        "url_confidence": "A",
        "stops": "Ads chosen by interests",
        "does_not_stop": "Ads as such",
        "source": "made",
        **facts,
    }
    return OptOut(name=name, **given)


VENDORS = {"google-ads": VendorFacts("Google LLC", (way_out(),)), "google-analytics": VendorFacts("Google LLC")}


def told(*labels: Label, **facts: Any) -> Labelled:
    """An answer with these labels."""
    return Labelled(labels, **{"edition": EDITION, "vendors": VENDORS, **facts})


def by_name(cookies: Sequence[Cookie], cancelled: Callable[[], bool] = lambda: False) -> Labelled:
    """Label cookies by their names, as the worker asks for it."""
    return told(*(BY_NAME.get(cookie.name, UNKNOWN) for cookie in cookies))
