# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A page with a consent platform's banner: what comes before any choice, and after either answer.

The banners are made-up; only what programs know them by is the platforms' own, from their documentation: OneTrust's
element ids and ``OneTrust`` functions, Cookiebot's dialogue ids and ``Cookiebot`` functions.
"""

from typing import Final, NamedTuple

from make.plants.record import FOREIGN, OWN, SCRIPT, THIRD, THIRD_WHY, YEAR_S, Plant


class Banner(NamedTuple):
    """A platform's banner as it is known by: the ids, its own cookie, and where it keeps its list of cookies."""

    platform: str
    page: str
    container: str
    accept: str
    reject: str
    own_cookie: str
    api: str


ONETRUST: Final = Banner(
    "OneTrust",
    "/onetrust",
    "onetrust-banner-sdk",
    "onetrust-accept-btn-handler",
    "onetrust-reject-all-handler",
    "OptanonConsent",
    "OneTrust",
)
COOKIEBOT: Final = Banner(
    "Cookiebot",
    "/cookiebot",
    "CybotCookiebotDialog",
    "CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll",
    "CybotCookiebotDialogBodyButtonDecline",
    "CookieConsent",
    "Cookiebot",
)
BANNERS: Final = (ONETRUST, COOKIEBOT)

# What every banner's page sets, and when.
BEFORE: Final = tuple(
    plant
    for page in (ONETRUST.page, COOKIEBOT.page)
    for plant in (
        Plant("set before any choice", "c_before", page, f"shop.test{page}", OWN),
        Plant("renewed on each visit", "c_renewed", page, f"shop.test{page}", f"Max-Age={YEAR_S}; Path=/"),
        Plant("a third party before any choice", "c_early", page, "ads.test/early.svg", FOREIGN, THIRD, why=THIRD_WHY),
    )
)
ACCEPTED: Final = tuple(
    plant
    for page in (ONETRUST.page, COOKIEBOT.page)
    for plant in (
        Plant("set once accepted", "c_accepted", page, f"shop.test{page}", OWN, api=SCRIPT),
        Plant("a third party once accepted", "c_advert", page, "ads.test/accepted.svg", FOREIGN, THIRD, why=THIRD_WHY),
    )
)
REFUSED_ANYWAY: Final = tuple(
    plant
    for page in (ONETRUST.page, COOKIEBOT.page)
    for plant in (
        Plant("set although refused", "c_anyway", page, f"shop.test{page}", OWN, api=SCRIPT),
        Plant("a third party although refused", "c_still", page, "ads.test/refused.svg", FOREIGN, THIRD, why=THIRD_WHY),
    )
)
