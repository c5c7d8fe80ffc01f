# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Make pictures of the history's dialog from made-up cookies, without a screen: ``history.py FOLDER``."""

import os
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

import made_cookies
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from inspector.core.cookie import Cookie
from inspector.core.moments import DAY_US, to_datetime
from inspector.core.reading import Reading
from inspector.core.snapshot import Scope, ScopeKind
from inspector.engine import history
from inspector.gui import theme
from inspector.gui.history.source import HistoryOutside
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.views.window_dialogs import show_history
from inspector.gui.workers import Found


def _later(cookie: Cookie, number: int) -> Cookie | None:
    """Return what becomes of a cookie: gone, longer-lived, other attributes, or as it was."""
    if number % 7 == 2:
        return None
    if number % 7 == 4 and cookie.expires_us is not None:
        return cookie._replace(expires_us=cookie.expires_us + 300 * DAY_US)
    return cookie._replace(http_only=not cookie.http_only) if number % 7 == 5 else cookie


def earlier_and_now() -> tuple[Reading, Reading]:
    """Return two readings of the same stores."""
    now = made_cookies.example()
    changed = [_later(cookie, number) for number, cookie in enumerate(now.cookies)]
    return replace(now, cookies=tuple(filter(None, changed))), now


def fill(places: history.HistoryPlaces) -> None:
    """Remember some scans of the last weeks."""
    earlier, now = earlier_and_now()
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


def take(app: QApplication, scheme: theme.Scheme, folder: Path, *, full: bool) -> None:
    """Make one picture: with nothing remembered, or compared with an earlier scan."""
    with tempfile.TemporaryDirectory() as kept:
        places = history.HistoryPlaces(Path(kept) / "history", Path(kept) / "history.toml")
        if full:
            fill(places)
        outside = Outside(
            lambda *_: Found(made_cookies.example()),
            lambda: made_cookies.NOW_US,
            lambda *_: None,
            history=lambda: HistoryOutside(lambda: places),
        )
        window = MainWindow(outside, WindowSettings(Path(kept)))
        window.set_scheme(scheme)
        window.show()
        window.read_again()
        while window.worker.busy:
            app.processEvents()
        show_history(window)
        dialog = window.history.dialog if window.history is not None else None
        if dialog is None:
            raise ValueError("the window has no history")
        while dialog.listing.busy:
            app.processEvents()
        if full:
            dialog.snapshots.choose([1])
            dialog.compare.click()
        while dialog.comparing.busy:
            app.processEvents()
        app.processEvents()
        dialog.grab().save(str(folder / f"history-{'full' if full else 'empty'}-{scheme}.png"))
        window.close()


def main(folder: Path) -> None:
    """Make every picture in both themes."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication(["cookie-inspector"])
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        for full in (False, True):
            take(app, scheme, folder, full=full)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
