# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is on the computer of a picture: nothing, nothing but the example that comes along, a few cookies, or many."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from gallery import made_cookies, made_labels
from inspector.core.cookie import Cookie, ValueState
from inspector.core.isolation import Isolation, Partition
from inspector.core.moments import DAY_US, to_datetime
from inspector.core.reading import Reading
from inspector.core.resources import resources_folder
from inspector.core.secret import Secret
from inspector.core.snapshot import Scope, ScopeKind
from inspector.engine import history
from inspector.gui.source import label_cookies, read_stores
from inspector.gui.views.outside import Example
from inspector.gui.workers import Cancelled, Found, LabelCookies, Report


class World(NamedTuple):
    """A computer: what is found on it, who tells what cookies are for, whether the example is there to be shown."""

    found: Callable[[], Found]
    label: LabelCookies = label_cookies
    example: bool = False

    def read(self, stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        """Return what is found; stores that are asked for by path are the example's, and read."""
        return read_stores(stores, tell, cancelled) if stores else self.found()


MANY: Final = 100_000
BARE: Final = World(lambda: Found(Reading(), made_cookies.PLACES))
EMPTY: Final = BARE._replace(example=True)
FEW: Final = World(lambda: Found(made_cookies.example()), made_labels.label)
CROWD: Final = World(lambda: Found(made_cookies.many(MANY)), made_labels.label)
LEAVING: Final = World(lambda: Found(with_opt_outs()))


def example() -> Example:
    """Return the made-up shop that comes with the program."""
    demo = resources_folder() / "demo"
    return Example(demo / "cookies.json", demo / "policy.md")


def with_opt_outs() -> Reading:
    """Return the few cookies with opt-outs in them: in force, contradicted, ending soon, out of reach, unread."""
    whole = made_cookies.example()
    store = whole.stores[0].store

    def cookie(name: str, host: str, value: str | None, days: float = 390, partition: str = "") -> Cookie:
        isolation = Isolation(Partition(partition) if partition else None, raw=partition)
        state = ValueState.NOT_READ if value is None else ValueState.PLAINTEXT
        set_us = made_cookies.NOW_US - 12 * DAY_US
        return Cookie(
            store, isolation, host, False, name, "/", set_us, None, set_us, set_us + round(days * DAY_US), False,
            value_state=state, value=None if value is None else Secret(value),
        )  # fmt: skip

    more = (
        cookie("id", ".doubleclick.net", "OPT_OUT"),
        cookie("IDE", ".doubleclick.net", "x"),
        cookie("IDE", ".doubleclick.net", "x", partition="https://news.example"),
        cookie("IDE", ".doubleclick.net", "x", partition="https://paper.example"),
        cookie("uuid2", ".adnxs.com", "-1"),
        cookie("demdex", ".demdex.net", "NOTARGET", days=30),
        cookie("TTDOptOut", ".adsrvr.org", None),
        cookie("optout", ".criteo.com", "1", days=5),
        cookie("OptanonConsent", ".shop.example", "isGpcEnabled=1&groups=C0004%3A0"),
    )
    return replace(whole, cookies=(*whole.cookies, *more))


def _later(cookie: Cookie, number: int) -> Cookie | None:
    """Return what becomes of a cookie: gone, longer-lived, other attributes, or as it was."""
    if number % 7 == 2:
        return None
    if number % 7 == 4 and cookie.expires_us is not None:
        return cookie._replace(expires_us=cookie.expires_us + 300 * DAY_US)
    return cookie._replace(http_only=not cookie.http_only) if number % 7 == 5 else cookie


def remember(places: history.HistoryPlaces) -> None:
    """Remember some scans of the last weeks."""
    now = made_cookies.example()
    changed = [_later(cookie, number) for number, cookie in enumerate(now.cookies)]
    earlier = replace(now, cookies=tuple(filter(None, changed)))
    moment = to_datetime(made_cookies.NOW_US)
    if moment is None:
        raise ValueError("the made-up moment is none")
    history.keep_consent(places, remember=True, now=moment)
    for days, reading, scope in (
        (60, earlier, Scope()),
        (21, earlier, Scope(site="shop.example")),
        (7, earlier, Scope(ScopeKind.WINDOW)),
        (1, now, Scope(browsers=("firefox",), values=True)),
    ):
        history.remember(reading, scope, places, moment - timedelta(days=days))
