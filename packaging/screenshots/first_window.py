# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Make pictures of the window from made-up cookies, without a screen: ``first_window.py FOLDER``."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

import made_cookies
import made_labels
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from inspector.core.reading import Reading
from inspector.gui import theme
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.views.purposes import State
from inspector.gui.workers import Found, Progress

SIZE: Final = (1280, 800)


class Shot(NamedTuple):
    """A picture: what is found, what is done with the window before, and on which page."""

    name: str
    found: Callable[[], Found]
    prepare: Callable[[MainWindow], None] = lambda window: None
    page: str = "cookies"


def _choose_row(window: MainWindow) -> None:
    window.table.selectRow(3)


def _show_issues(window: MainWindow) -> None:
    window.table.selectRow(9)
    window.show_issues()


def _filter(window: MainWindow) -> None:
    window.filter_bar.line.setText("shop purpose:analytics,preferences lifetime:>1y !name:_gid")


def _mistype(window: MainWindow) -> None:
    window.filter_bar.line.setText("shop purpose:advertizing lifetime:>30d")


SHOTS: Final = (
    Shot("overview", lambda: Found(made_cookies.example()), page="overview"),
    Shot("empty", lambda: Found(Reading(), made_cookies.PLACES)),
    Shot("example", lambda: Found(made_cookies.example()), _choose_row),
    Shot("issues", lambda: Found(made_cookies.example()), _show_issues),
    Shot("filtered", lambda: Found(made_cookies.example()), _filter),
    Shot("mistyped", lambda: Found(made_cookies.example()), _mistype),
    Shot("full", lambda: Found(made_cookies.many(100_000)), lambda window: window.filter_bar.line.setText("_ga")),
)


def take(app: QApplication, shot: Shot, scheme: theme.Scheme, folder: Path) -> None:
    """Make one picture of a window that has read."""
    with tempfile.TemporaryDirectory() as kept:
        outside = Outside(
            lambda stores, tell, cancelled: shot.found(),
            lambda: made_cookies.NOW_US,
            lambda *_: None,
            label=made_labels.label,
        )
        window = MainWindow(outside, WindowSettings(Path(kept)))
        window.set_scheme(scheme)
        window.resize(*SIZE)
        window.show()
        window.pages.show_page(shot.page)
        window.read_again()
        while window.worker.busy or window.purposes.state is State.WAITING:
            app.processEvents()
        shot.prepare(window)
        app.processEvents()
        window.grab().save(str(folder / f"{shot.name}-{scheme}.png"))
        window.close()


def take_reading(app: QApplication, scheme: theme.Scheme, folder: Path) -> None:
    """Make the picture of a window that is still reading."""
    with tempfile.TemporaryDirectory() as kept:
        outside = Outside(lambda *_: Found(Reading()), lambda: made_cookies.NOW_US, lambda *_: None)
        window = MainWindow(outside, WindowSettings(Path(kept)))
        window.resize(*SIZE)
        window.show()
        app.processEvents()
        window.set_scheme(scheme)
        window.status.show_progress(Progress(2, 5, made_cookies.FIREFOX.label))
        app.processEvents()
        window.grab().save(str(folder / f"reading-{scheme}.png"))
        window.close()


def main(folder: Path) -> None:
    """Make every picture in both themes."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication(["cookie-inspector"])
    folder.mkdir(parents=True, exist_ok=True)
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        take_reading(app, scheme, folder)
        for shot in SHOTS:
            take(app, shot, scheme, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots"))
