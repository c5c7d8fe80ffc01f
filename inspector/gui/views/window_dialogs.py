# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The dialogs that menus bring up; none blocks the window, and each is loaded when it is first asked for."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from inspector.gui import drops
from inspector.gui.translation import translate

if TYPE_CHECKING:
    from inspector.gui.history.source import Shown
    from inspector.gui.views.main_window import MainWindow

_MANUAL: Final = {  # what the manual says of each page of the window
    "overview": "tours/end-user.md",
    "cookies": "filter.md",
    "policy": "policies.md",
    "audit": "audit.md",
    "optouts": "optouts.md",
    "visit": "visit.md",
}
_LONGEST_TEXT: Final = 20_000_000  # characters of a pasted text


def show_shortcuts(window: "MainWindow") -> None:
    """Show the list of shortcuts."""
    from inspector.gui.views.shortcuts import ShortcutsDialog

    ShortcutsDialog(window.actions_by_key, window).show()


def show_manual(window: "MainWindow") -> None:
    """Show the manual at what it says of the page that is shown."""
    from inspector.gui.manual.contents import manual_folder
    from inspector.gui.manual.dialog import ManualDialog

    folder = manual_folder()
    if folder is None:
        window.tell(translate("window", "The manual is not part of this installation."))
    else:
        ManualDialog(folder, _MANUAL[window.pages.key], window).show()


def show_settings(window: "MainWindow") -> None:
    """Show everything that can be chosen; each choice holds at once."""
    from inspector.gui.views.settings_dialog import SettingsDialog

    dialog = SettingsDialog(window.preferences, window)
    dialog.changed.connect(window.take_preferences)
    dialog.show()


def offer_drop(window: "MainWindow", paths: tuple[Path, ...]) -> None:
    """Say what was dropped is, before anything of it is opened."""
    from inspector.gui.views.recognised import offer_paths

    offer_paths(window, paths)


def paste_cookies(window: "MainWindow") -> None:
    """Say what the text on the clipboard is, before its cookies are read; it stays in memory."""
    from inspector.gui.views.recognised import offer_paths, offer_text

    data = QGuiApplication.clipboard().mimeData() or QMimeData()  # Qt has none at all for an empty clipboard
    if paths := drops.paths_of(data):
        offer_paths(window, paths)
    elif text := data.text().strip()[:_LONGEST_TEXT]:
        offer_text(window, text)
    else:
        window.tell(
            translate("window", "There is no text on the clipboard. Copy a cookie table, headers or JSON first.")
        )


def show_about(window: "MainWindow") -> None:
    """Show versions and licences."""
    from inspector.gui.views.about import AboutDialog

    AboutDialog(window.purposes.edition, window).show()


def correct_label(window: "MainWindow") -> None:
    """Ask what the chosen cookie is for, in the user's word."""
    row = window.table.current_row()
    if row is None:
        return
    from inspector.engine.overriding import may_be_overridden
    from inspector.gui.projects.label_dialog import LabelDialog

    name, host = row.cookie.name, row.cookie.host
    if not may_be_overridden(name):
        window.tell(
            translate(
                "MainWindow",
                "The name of this cookie reads like a pattern of names, so it cannot be corrected by its name.",
            )
        )
        return
    held = window.said.override_of(name, host) or window.said.override_of(name, None)
    dialog = LabelDialog(name, host, row.label, held, window)
    dialog.said.connect(lambda override: window.said.override(override, None if held is None else held.key))
    dialog.dropped.connect(window.said.drop_override)
    dialog.open()


def show_history(window: "MainWindow") -> None:
    """Show what is remembered of earlier scans."""
    if window.history is not None:
        window.history.show(lambda: _shown_now(window))


def _shown_now(window: "MainWindow") -> "Shown | None":
    from inspector.gui.history.source import Shown

    loaded = window.cookies.loaded
    return None if loaded is None else Shown(loaded.reading, bool(window.readings.stores))
