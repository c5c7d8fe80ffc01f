# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Make pictures of the audit page from made-up cookies and policies, without a screen: ``audit_page.py FOLDER``."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

import made_cookies
import made_policy
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from inspector.gui import theme
from inspector.gui.policy.source import Request, Way
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.workers import Found

SIZE: Final = (1280, 800)

Prepare = Callable[[MainWindow], None]


class Shot(NamedTuple):
    """A picture: whether a policy is given, what is pressed, and what is chosen when the answer is there."""

    name: str
    policy: bool
    press: Prepare
    choose: Prepare = lambda window: None


def _nothing(window: MainWindow) -> None:
    """Press nothing."""


def _example(window: MainWindow) -> None:
    window.later.audit.show_example()


def _audit(window: MainWindow) -> None:
    window.later.audit.bar.choose_site("shop.example")
    window.later.audit.audit()


def _claim(window: MainWindow) -> None:
    window.later.audit.board.claims.choose([1])


def _finding(window: MainWindow) -> None:
    window.later.audit.board.findings.choose([5])


def _cookie(window: MainWindow) -> None:
    window.later.audit.board.cookies.choose([2])


def _change(window: MainWindow) -> None:
    window.later.audit.board.tabs.setCurrentIndex(1)
    window.later.audit.board.open.choose([0])
    window.later.audit.bar.force.setChecked(True)


SHOTS: Final = (
    Shot("audit-empty", False, _nothing),
    Shot("audit-example", False, _example),
    Shot("audit-claim", False, _example, _claim),
    Shot("audit-finding", False, _example, _finding),
    Shot("audit-cookie", True, _audit, _cookie),
    Shot("audit-changed", True, _audit, _change),
)


def take(app: QApplication, shot: Shot, scheme: theme.Scheme, folder: Path) -> None:
    """Make one picture of a window that has judged."""
    with tempfile.TemporaryDirectory() as kept:
        found = Found(made_cookies.example())
        outside = Outside(lambda *_: found, lambda: made_cookies.NOW_US, lambda *_: None)
        window = MainWindow(outside, WindowSettings(Path(kept)))
        window.set_scheme(scheme)
        window.resize(*SIZE)
        window.show()
        window.read_again()
        if shot.policy:
            window.later.policy.open(Request(Way.TEXT, text=made_policy.TEXT))
        window.pages.show_page("audit")
        _wait(app, window)
        shot.press(window)
        _wait(app, window)
        shot.choose(window)
        app.processEvents()
        window.grab().save(str(folder / f"{shot.name}-{scheme}.png"))
        window.close()


def _wait(app: QApplication, window: MainWindow) -> None:
    page = window.later.audit
    while window.worker.busy or window.later.policy.task.busy or page.task.busy or page.sites.busy:
        app.processEvents()
    app.processEvents()


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
