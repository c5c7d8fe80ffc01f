# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Scripts of every origin, workers, windows, pages that go on by themselves. Pages ``/scripts`` and those it opens."""

from typing import Final

from make.plants.record import (
    ENDED,
    FOREIGN,
    KEPT,
    OWN,
    SCRIPT,
    STORE_DELETE,
    STORE_SET,
    THIRD,
    THIRD_WHY,
    Fate,
    Fates,
    Plant,
)

PAGE: Final = "/scripts"
HERE: Final = f"shop.test{PAGE}"
OVER: Final = "Path=/; Max-Age=0"


def _script(what: str, cookie: str, writer: str = HERE, asked: str = OWN, api: str = SCRIPT) -> Plant:
    return Plant(what, cookie, PAGE, writer, asked, KEPT, api)


SCRIPTS: Final[tuple[Plant, ...]] = (
    _script("the page's own script", "s_inline"),
    _script("a third party's script in the page", "s_tag", "tags.test/tag.js"),
    Plant(
        "the header of a third party's script", "s_tag_header", PAGE, "tags.test/tag.js", FOREIGN, THIRD, why=THIRD_WHY
    ),
    _script("a script that a script loads", "s_chain", "tags.test/second.js"),
    _script("a module", "s_module", "tags.test/module.js"),
    _script("a script made of text (eval)", "s_eval"),
    _script("a script that waits", "s_late"),
    _script("cookieStore.set", "s_store", HERE, "", STORE_SET),
    _script("cookieStore.set by a third party's script", "s_store_tag", "tags.test/store.js", "", STORE_SET),
    _script("a cookie that is taken away again by document.cookie", "s_brief"),
    Plant("its end", "s_brief", PAGE, HERE, OVER, ENDED, SCRIPT),
    _script("a cookie that is taken away by cookieStore.delete", "s_deleted"),
    Plant("its end by cookieStore.delete", "s_deleted", PAGE, HERE, "", ENDED, STORE_DELETE),
    Plant("a page that goes on by meta refresh", "s_refresh", "/refreshing", "shop.test/refreshing", OWN),
    Plant("where it leads", "s_refreshed", "/refreshed", "shop.test/refreshed", OWN),
    Plant("a page that goes on by script", "s_leaving", "/leaving", "shop.test/leaving", OWN),
    Plant("where that leads", "s_left", "/left", "shop.test/left", OWN),
    Plant("a redirect of the page itself", "s_hop", "/moved", "shop.test/moved", OWN),
    Plant("where the redirect ends", "s_hopped", "/arrived", "shop.test/arrived", OWN),
    Plant("a bounce over a third party", "s_bounce", "/bounce", "sync.test/bounce", FOREIGN),
    Plant("a window of a third party", "s_popup", "/popups", "ads.test/popup", FOREIGN, page_url="ads.test/popup"),
    Plant("a window of the site", "s_window", "/windows", "shop.test/window", OWN, page_url="shop.test/window"),
    Plant(
        "a service worker's request",
        "s_worker_fetch",
        "/working",
        "ads.test/by-worker.json",
        FOREIGN,
        THIRD,
        why=THIRD_WHY,
    ),
    Plant("an answer that a service worker passes on", "s_worker_passed", "/working", "shop.test/passed.json", OWN),
    Plant(
        "cookieStore.set in a service worker",
        "s_worker_store",
        "/working",
        "shop.test/worker.js",
        "",
        Fates(Fate.STORED, Fate.STORED, Fate.NOT_DONE, Fate.NOT_DONE),
        STORE_SET,
        "Firefox keeps nothing of it, though it says that it did (measured, ESR 153)",
    ),
)

# Keys of the storages: kind, the page, the host whose origin it is, key.
KEYS: Final = (
    ("local", PAGE, "shop.test", "k_local"),
    ("session", PAGE, "shop.test", "k_session"),
    ("local", "/frames", "widget.test", "k_frame"),
)
