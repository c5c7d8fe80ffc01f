# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Make pictures of the page of opt-outs from made-up cookies, without a screen: ``optouts_page.py FOLDER``."""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

import made_cookies
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from inspector.core.cookie import Cookie, ValueState
from inspector.core.isolation import Isolation, Partition
from inspector.core.moments import DAY_US
from inspector.core.reading import Reading
from inspector.core.secret import Secret
from inspector.gui import theme
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.workers import Found

SIZE: Final = (1280, 800)


class Shot(NamedTuple):
    """A picture: whether there are cookies, and what is done before it is taken; a window may come of that."""

    name: str
    full: bool
    do: Callable[[MainWindow], QWidget | None] = lambda window: None


def _reading() -> Reading:
    """The made-up example with opt-outs in it: in force, contradicted, ending soon, out of reach, unread."""
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


def _choose(window: MainWindow) -> None:
    window.later.optouts.pane.choose([0])


def _ask(window: MainWindow) -> QWidget | None:
    window.later.optouts.pane.choose([0])
    return window.later.optouts.ask_to_open()


SHOTS: Final = (
    Shot("optouts-empty", False),
    Shot("optouts-full", True),
    Shot("optouts-chosen", True, _choose),
    Shot("optouts-asks", True, _ask),
)


def take(app: QApplication, shot: Shot, scheme: theme.Scheme, folder: Path) -> None:
    """Make one picture of a window that has looked."""
    with tempfile.TemporaryDirectory() as kept:
        found = Found(_reading() if shot.full else Reading())
        outside = Outside(lambda *_: found, lambda: made_cookies.NOW_US, lambda *_: None)
        window = MainWindow(outside, WindowSettings(Path(kept)))
        window.set_scheme(scheme)
        window.resize(*SIZE)
        window.show()
        window.read_again()
        window.pages.show_page("optouts")
        while window.worker.busy or window.later.optouts.task.busy:
            app.processEvents()
        app.processEvents()
        dialog = shot.do(window)
        app.processEvents()
        (dialog or window).grab().save(str(folder / f"{shot.name}-{scheme}.png"))
        if dialog is not None:
            dialog.close()
        window.close()


def main(folder: Path) -> None:
    """Make every picture in both themes."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication(["cookie-inspector"])
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        for shot in SHOTS:
            take(app, shot, scheme, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
