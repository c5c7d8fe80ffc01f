# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The dialogs that menus bring up; none blocks the window, and each is loaded when it is first asked for."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspector.gui.history.source import Shown
    from inspector.gui.views.main_window import MainWindow


def show_shortcuts(window: "MainWindow") -> None:
    """Show the list of shortcuts."""
    from inspector.gui.views.shortcuts import ShortcutsDialog

    ShortcutsDialog(window.actions_by_key, window).show()


def show_about(window: "MainWindow") -> None:
    """Show versions and licences."""
    from inspector.gui.views.about import AboutDialog

    AboutDialog(window.purposes.edition, window).show()


def show_history(window: "MainWindow") -> None:
    """Show what is remembered of earlier scans."""
    if window.history is not None:
        window.history.show(lambda: _shown_now(window))


def _shown_now(window: "MainWindow") -> "Shown | None":
    from inspector.gui.history.source import Shown

    loaded = window.cookies.loaded
    return None if loaded is None else Shown(loaded.reading, bool(window.readings.stores))
