# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Make pictures of the policy page from a made-up policy, without a screen: ``policy_page.py FOLDER``."""

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
from inspector.gui.policy.dialogs import AddressDialog
from inspector.gui.policy.source import Request, Way
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.workers import Found

SIZE: Final = (1280, 800)


class Shot(NamedTuple):
    """A picture: the policy that is given (none: an empty page), and what is done with the window before."""

    name: str
    given: str = ""
    prepare: Callable[[MainWindow], None] = lambda window: None


def _choose(field: str) -> Callable[[MainWindow], None]:
    def choose(window: MainWindow) -> None:
        rows = window.later.policy.claims.model.rows
        window.later.policy.claims.choose(
            [next(at for at, row in enumerate(rows) if row.claim.field.startswith(field))]
        )

    return choose


def _ask_address(window: MainWindow) -> None:
    window.later.policy.ask(Way.ADDRESS)
    dialog = window.later.policy.findChild(AddressDialog)
    dialog.line.setText("shop.example/privacy")


SHOTS: Final = (
    Shot("policy-empty"),
    Shot("policy-example", made_policy.TEXT, _choose("data_sale")),
    Shot("policy-opt-out", made_policy.TEXT, _choose("opt_outs.")),
    Shot("policy-table", made_policy.TEXT, _choose("named_cookies")),
    Shot("policy-filtered", made_policy.TEXT, lambda window: window.later.policy.claims.line.setText("denied")),
    Shot("policy-failed", "PK\x03\x04"),
    Shot("policy-big", made_policy.big(400_000), _choose("data_sale")),
    Shot("policy-address", made_policy.TEXT, _ask_address),
)


def take(app: QApplication, shot: Shot, scheme: theme.Scheme, folder: Path) -> None:
    """Make one picture of a window that has read."""
    with tempfile.TemporaryDirectory() as kept:
        found = Found(made_cookies.example())
        outside = Outside(lambda *_: found, lambda: made_cookies.NOW_US, lambda *_: None)
        window = MainWindow(outside, WindowSettings(Path(kept)))
        window.set_scheme(scheme)
        window.resize(*SIZE)
        window.show()
        window.read_again()
        window.pages.show_page("policy")
        if shot.given:
            window.later.policy.open(Request(Way.TEXT, text=shot.given))
        while window.worker.busy or window.later.policy.task.busy:
            app.processEvents()
        app.processEvents()
        shot.prepare(window)
        app.processEvents()
        dialog = window.later.policy.findChild(AddressDialog)
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
