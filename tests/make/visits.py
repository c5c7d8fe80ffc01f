# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made-up visits of a shop: the events of its runs, as logs in folders, and what is derived of them.

One run is of a browser as delivered, which refuses the advertiser; one allows third parties. The visitor of a third run
refuses, and comes back.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from make.events import BEGAN_US, asked, header_write, run_started, written_log

from inspector.capture.events import (
    Canary,
    Event,
    Jar,
    PageOpened,
    PhaseStarted,
    PolicyLink,
    Request,
    RunEnded,
    ScriptWrite,
    Storage,
)
from inspector.capture.index import write_index
from inspector.capture.parts import (
    Basis,
    Caller,
    Choice,
    Ending,
    Fate,
    HeldCookie,
    How,
    Mode,
    PartitionKey,
    StoredKey,
    ValueFacts,
)
from inspector.capture.telling import LOG_NAME
from inspector.core.cookie import SameSite
from inspector.core.moments import DAY_US, SECOND_US

SHOP: Final = "https://shop.test/"
PIXEL: Final = "https://ad.doubleclick.net/pixel"
TAG: Final = "https://stats.test/tag.js"
DAY_S: Final = 86_400


def at(seconds: float) -> int:
    """A moment of the visit."""
    return BEGAN_US + round(seconds * SECOND_US)


def held(name: str, domain: str, days: float | None = None, **fields: Any) -> HeldCookie:
    """A cookie in the jar, kept for some days from the visit's first second (``None``: for the session)."""
    expires = None if days is None else at(1) + round(days * DAY_US)
    made = HeldCookie(name, domain, "/", None, expires, days is None, True, False, SameSite.NONE)
    return made._replace(**fields)


def ide(**fields: Any) -> Event:
    """The advertiser's header on its pixel."""
    cookie = asked("IDE", domain="doubleclick.net", path="/", max_age_s=390 * DAY_S, secure=True, http_only=True)
    cookie = cookie._replace(session=False, same_site=SameSite.NONE)
    made = header_write(at_us=at(1), url=PIXEL, cookie=cookie, request="r2", frame_url=SHOP)
    return made._replace(**fields)


def statistics(seconds: float, **fields: Any) -> ScriptWrite:
    """A script of another host that writes the shop's own statistics cookie, for two years."""
    cookie = asked("_ga", path="/", max_age_s=730 * DAY_S, session=False, domain="shop.test")
    made = ScriptWrite(
        at(seconds),
        "document.cookie",
        cookie,
        "p1",
        SHOP,
        "f1",
        SHOP,
        Caller("script", TAG, 12, 5, "set"),
        (Caller("script", TAG, 12, 5, "set"), Caller("script", f"{SHOP}loader.js", 3, 1)),
        Fate.STORED,
        Basis.READ_BACK,
    )
    return made._replace(**fields)


def requests() -> Iterator[Event]:
    """What the shop's page asks for."""
    yield Request(at(0.1), "r1", SHOP, "p1", SHOP, "f1", SHOP, type="Document", cookie_names_sent=())
    yield Request(at(0.5), "r2", PIXEL, "p1", SHOP, "f1", SHOP, type="Image", initiator=(Caller("parser", SHOP, 9),))
    yield Request(at(0.6), "r3", TAG, "p1", SHOP, "f1", SHOP, type="Script")


def opened(seconds: float = 0.05, **fields: Any) -> PageOpened:
    """The shop's page, which answers."""
    return PageOpened(at(seconds), "p1", SHOP, SHOP, 200)._replace(**fields)


def default_run() -> tuple[Event, ...]:
    """A browser as delivered: the advertiser is refused."""
    refused = ide(fate=Fate.REFUSED, basis=Basis.BROWSER, reasons=("ThirdPartyPhaseout",))
    return (
        run_started(at_us=at(0)),
        Canary(at(0.01), False, False, "our own page's third party was refused"),
        PhaseStarted(at(0.02), Choice.NONE),
        opened(),
        *requests(),
        header_write(at_us=at(0.2), cookie=asked("sid", session=True, secure=True, http_only=True)),
        refused,
        statistics(1.2),
        PolicyLink(at(2), "p1", f"{SHOP}privacy", "Privacy and cookies"),
        Storage(at(2.5), "local", SHOP, SHOP, (StoredKey("cart", 12), StoredKey("uid", 36))),
        Jar(at(3), Choice.NONE, (held("sid", "shop.test", http_only=True), held("_ga", ".shop.test", 400))),
        RunEnded(at(3.1), Ending.COMPLETE),
    )


def allowed_run() -> tuple[Event, ...]:
    """A browser that is told to allow third parties: the advertiser is kept."""
    jar = (held("sid", "shop.test"), held("_ga", ".shop.test", 400), held("IDE", ".doubleclick.net", 390))
    return (
        run_started(at_us=at(10), mode=Mode.ALLOWED),
        Canary(at(10), True, False),
        PhaseStarted(at(10), Choice.NONE),
        opened(10),
        *(event._replace(at_us=event.at_us + 10 * SECOND_US) for event in requests()),
        header_write(at_us=at(10.2), cookie=asked("sid", session=True, secure=True, http_only=True)),
        ide(at_us=at(11)),
        statistics(11.2),
        Jar(at(13), Choice.NONE, jar),
        RunEnded(at(13.1), Ending.COMPLETE),
    )


def refusing_run() -> tuple[Event, ...]:
    """A visitor who refuses with the banner's button and comes back a little later, with third parties allowed.

    ``_ga`` is taken away and comes back on the later visit; ``IDE`` stays; ``pref`` is gone for good.
    """
    sid, ga, kept = held("sid", "shop.test"), held("_ga", ".shop.test", 400), held("IDE", ".doubleclick.net", 390)
    pref = header_write(at_us=at(21.3), cookie=asked("pref", max_age_s=DAY_S, session=False))
    gone = asked("_ga", path="/", max_age_s=0, session=False, domain="shop.test")
    return (
        run_started(at_us=at(20), mode=Mode.ALLOWED, scenario="reject"),
        Canary(at(20), True, False),
        PhaseStarted(at(20), Choice.NONE),
        opened(20),
        *(event._replace(at_us=event.at_us + 20 * SECOND_US) for event in requests()),
        header_write(at_us=at(20.2), cookie=asked("sid", session=True)),
        ide(at_us=at(21)),
        statistics(21.2),
        pref,
        Jar(at(23), Choice.NONE, (sid, ga, kept, held("pref", "shop.test", 1))),
        PhaseStarted(at(24), Choice.REFUSED, How.BUTTON, "OneTrust: #onetrust-reject-all-handler was pressed"),
        statistics(24.2, cookie=gone, fate=Fate.REMOVED),
        Jar(at(28), Choice.REFUSED, (sid, kept)),
        PhaseStarted(at(30), Choice.RETURN),
        opened(30.1),
        Request(at(30.5), "r9", PIXEL, "p1", SHOP, "f1", SHOP, type="Image", cookie_names_sent=("IDE",)),
        statistics(32),
        Jar(at(34), Choice.RETURN, (sid, kept, ga)),
        RunEnded(at(34.1), Ending.COMPLETE),
    )


def value(mark: str, length: int = 9) -> ValueFacts:
    """What is told of a value."""
    return ValueFacts(length, mark)


def partition(site: str = "https://shop.test") -> PartitionKey:
    """The partition of a third party under the shop."""
    return PartitionKey(site, True)


def visit_folder(folder: Path, **runs: tuple[Event, ...]) -> Path:
    """A visit's folder with these runs (by the names of their folders), and its index."""
    for name, events in runs.items():
        (folder / name).mkdir(parents=True)
        written_log(folder / name / LOG_NAME, *events)
    write_index(folder, SHOP, "cookie-inspector test", BEGAN_US, tuple(runs))
    return folder


def both_modes(folder: Path) -> Path:
    """The visit with one browser in both modes."""
    return visit_folder(folder, default=default_run(), allowed=allowed_run())
