# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One planted behaviour: what is asked, on which page, by whom, and what becomes of it in each engine and mode."""

from enum import StrEnum
from typing import Final, NamedTuple

DAY_S: Final = 86_400
YEAR_S: Final = 365 * DAY_S
SHOP: Final = "shop.test"

HOSTS: Final = (
    SHOP,
    "www.shop.test",
    "metrics.shop.test",  # a tracker behind the shop's own name, as a CNAME record makes it
    "ads.test",
    "sync.test",
    "match.test",
    "tags.test",
    "widget.test",
    "inner.test",
)


class Fate(StrEnum):
    """What becomes of a cookie that is asked for."""

    STORED = "stored"
    PARTITIONED = "stored for this site only"
    REFUSED = "refused"
    UNPROVEN = "not known"  # the engine does not tell, and its jar proves neither
    NOT_DONE = "not done"  # the engine does not do what the page asks of it
    UNTOLD = "not told"  # the engine tells nobody of the ask; what it kept is in the jar
    GONE = "taken away"  # the ask is to end an older cookie


class Fates(NamedTuple):
    """The fate in Chromium as installed, Chromium that allows third parties, Firefox as installed and allowing."""

    chromium: Fate
    chromium_allowed: Fate
    firefox: Fate
    firefox_allowed: Fate


def all_of(fate: Fate) -> Fates:
    """Return the same fate in every engine and mode."""
    return Fates(fate, fate, fate, fate)


KEPT: Final = all_of(Fate.STORED)
REFUSED: Final = all_of(Fate.REFUSED)
CHIPS: Final = all_of(Fate.PARTITIONED)
ENDED: Final = all_of(Fate.GONE)
# A third party's cookie without the attribute Partitioned, allowed by SameSite=None; Secure.
THIRD: Final = Fates(Fate.REFUSED, Fate.STORED, Fate.PARTITIONED, Fate.STORED)
THIRD_WHY: Final = (
    "Debian's Chromium refuses third-party cookies as installed (measured, 156); Firefox keeps them in a jar of "
    "the visited site (Total Cookie Protection)"
)
# The same without SameSite, which Chromium alone takes for Lax.
UNSTATED: Final = Fates(Fate.REFUSED, Fate.REFUSED, Fate.PARTITIONED, Fate.STORED)
UNSTATED_WHY: Final = (
    "Chromium takes a cookie without SameSite for Lax (since 80); Firefox's release builds do not "
    "(network.cookie.sameSite.laxByDefault is false)"
)

HEADER: Final = "Set-Cookie"
SCRIPT: Final = "document.cookie"
STORE_SET: Final = "cookieStore.set"
STORE_DELETE: Final = "cookieStore.delete"


class Plant(NamedTuple):
    """One planted behaviour.

    ``page`` is the path on the shop that shows it, ``writer`` the host and path of the answer or script that asks for
    the cookie, ``frame`` that of the frame where it happens ("" for the page itself). ``asked`` is what follows
    ``name=value``. ``page_url`` is given where the page of the cookie is none of the shop's (a window of its own).
    """

    what: str
    cookie: str
    page: str
    writer: str
    asked: str
    fates: Fates = KEPT
    api: str = HEADER
    why: str = ""
    frame: str = ""
    value: str = "1"
    page_url: str = ""

    @property
    def pair(self) -> str:
        """The name and the value as they are written."""
        return f"{self.cookie}={self.value}"

    @property
    def line(self) -> str:
        """The whole text of the header, or what is given to ``document.cookie``."""
        return f"{self.pair}; {self.asked}" if self.asked else self.pair


FOREIGN: Final = f"Max-Age={30 * DAY_S}; Secure; SameSite=None"


class Run(NamedTuple):
    """Pages that are opened one after the other, and what is pressed there, and for how long it has to be quiet."""

    page: str
    press: tuple[str, ...] = ()
    quiet_s: float = 0.3


OWN: Final = f"Max-Age={30 * DAY_S}; Path=/; Secure"
