# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a page draws in: pictures, redirects, styles, fonts, films, requests by script. Page ``/embeds``."""

from typing import Final

from make.plants.record import FOREIGN, OWN, REFUSED, THIRD, THIRD_WHY, UNSTATED, UNSTATED_WHY, Fate, Fates, Plant

PAGE: Final = "/embeds"
NO_CREDENTIALS_WHY: Final = (
    "asked without credentials, so that no engine takes the cookie (Fetch, 'include credentials')"
)


def _third(
    what: str, cookie: str, writer: str, asked: str = FOREIGN, fates: Fates = THIRD, why: str = THIRD_WHY
) -> Plant:
    return Plant(what, cookie, PAGE, writer, asked, fates, why=why)


def _own(what: str, cookie: str, writer: str) -> Plant:
    return Plant(what, cookie, PAGE, writer, OWN)


EMBEDS: Final[tuple[Plant, ...]] = (
    _third("a third party's picture", "e_image", "ads.test/image.svg"),
    _third(
        "a third party without SameSite",
        "e_unstated",
        "ads.test/unstated.svg",
        "Path=/; Secure",
        UNSTATED,
        UNSTATED_WHY,
    ),
    _third("a third party with SameSite=Lax", "e_lax", "ads.test/lax.svg", "SameSite=Lax; Secure", REFUSED, ""),
    _third("a redirect sync: first stop", "e_sync_first", "ads.test/sync"),
    _third("a redirect sync: second stop", "e_sync_second", "sync.test/sync"),
    _third("a redirect sync: where it ends", "e_sync_last", "match.test/match.svg"),
    _third("a style sheet", "e_style", "ads.test/style.css"),
    _third("a picture that the style sheet names", "e_background", "ads.test/background.svg"),
    _third("a font, asked without credentials", "e_font", "ads.test/font.woff2", FOREIGN, REFUSED, NO_CREDENTIALS_WHY),
    _own("a font of the site's own", "e_own_font", "shop.test/font.woff2"),
    _third("a film", "e_film", "ads.test/film.webm"),
    _third("a preloaded picture", "e_preload", "ads.test/preload.svg"),
    _third("an answer of 204", "e_nothing", "ads.test/nothing"),
    _third("a resource that is not there (404)", "e_missing", "ads.test/missing.svg"),
    _third("fetch with credentials", "e_fetch", "ads.test/fetch.json"),
    _third(
        "fetch without credentials",
        "e_fetch_without",
        "ads.test/fetch-without.json",
        FOREIGN,
        REFUSED,
        NO_CREDENTIALS_WHY,
    ),
    _third("XMLHttpRequest with credentials", "e_xhr", "ads.test/xhr.json"),
    _third(
        "XMLHttpRequest without credentials",
        "e_xhr_without",
        "ads.test/xhr-without.json",
        FOREIGN,
        REFUSED,
        NO_CREDENTIALS_WHY,
    ),
    _third("a beacon", "e_beacon", "ads.test/beacon"),
    _third(
        "the handshake of a WebSocket",
        "e_socket",
        "ads.test/socket",
        FOREIGN,
        Fates(Fate.UNTOLD, Fate.UNTOLD, Fate.PARTITIONED, Fate.STORED),
        "Chromium's protocol leaves out the cookies of such handshakes (measured, 156)",
    ),
    _third("a request by a worker", "e_worker", "ads.test/worker.json"),
    _own("a tracker behind a name of the site (CNAME)", "e_cname", "metrics.shop.test/collect.svg"),
    Plant(
        "the same, for the whole site",
        "e_cname_site",
        PAGE,
        "metrics.shop.test/collect.svg",
        f"{OWN}; Domain=shop.test",
    ),
    _own("a request of the site's own by fetch", "e_own_fetch", "shop.test/own.json"),
)
