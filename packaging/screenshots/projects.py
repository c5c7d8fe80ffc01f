# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Make pictures of marks on findings and of a corrected label, without a screen: ``projects.py FOLDER``."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"

import made_cookies
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from inspector.core.label import Purpose
from inspector.core.project import LabelOverride, Stance
from inspector.gui import theme
from inspector.gui.projects.label_dialog import LabelDialog
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.workers import Found

SIZE: Final = (1280, 800)


class Shot(NamedTuple):
    """A picture: its name, and what is said before it is taken; the widget that it shows comes back."""

    name: str
    say: Callable[[MainWindow], QWidget]


def _marks(window: MainWindow) -> QWidget:
    """Mark four findings and choose the first."""
    board = window.later.audit.board
    said = (Stance.AGREED, Stance.NOT_AGREED, Stance.TO_DECIDE, Stance.AGREED)
    for number, stance in enumerate(said):
        board.findings.choose([number])
        board.marks.marked.emit(stance)
    board.findings.choose([1])
    board.marks.commented.emit("Set by the shop's own consent tool; the policy names it under another name")
    return window


def _label(window: MainWindow) -> QWidget:
    """Ask what a cookie is for."""
    held = LabelOverride("_ga", "shop.example", Purpose.ANALYTICS, "Our developers say so")
    dialog = LabelDialog("_ga", "shop.example", None, held, window)
    dialog.open()
    return dialog


SHOTS: Final = (Shot("projects-marks", _marks), Shot("projects-label", _label))


def take(app: QApplication, shot: Shot, scheme: theme.Scheme, folder: Path) -> None:
    """Make one picture of a window that has judged the example."""
    with tempfile.TemporaryDirectory() as kept:
        found = Found(made_cookies.example())
        outside = Outside(lambda *_: found, lambda: made_cookies.NOW_US, lambda *_: None)
        window = MainWindow(outside, WindowSettings(Path(kept)))
        window.set_scheme(scheme)
        window.resize(*SIZE)
        window.show()
        window.read_again()
        window.pages.show_page("audit")
        window.later.audit.show_example()
        page = window.later.audit
        while window.worker.busy or page.task.busy or page.sites.busy:
            app.processEvents()
        shown = shot.say(window)
        app.processEvents()
        shown.grab().save(str(folder / f"{shot.name}-{scheme}.png"))
        window.said.take((), ())
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
