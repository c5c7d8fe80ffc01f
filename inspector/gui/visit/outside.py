# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the page gets from outside: visits, the browsers of this computer, and asking for files and folders."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.gui.audit.project import Choose, choose_file
from inspector.gui.translation import translate
from inspector.gui.visit.source import Browser, Open, Perform, installed_browsers, is_visit, open_visit, perform


def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder; ``None`` where the user thinks better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen else None


def choose_target(parent: QWidget, name: str) -> Path | None:
    """Ask where to write a file; ``None`` where the user thinks better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, translate("visit", "Save"), name)
    return Path(chosen) if chosen else None


class VisitOutside(NamedTuple):
    """What the page gets from outside, so that tests hand in their own. ``keep`` is for copies of fetched policies."""

    perform: Perform = perform
    open_visit: Open = open_visit
    browsers: Callable[[], tuple[Browser, ...]] = installed_browsers
    is_visit: Callable[[Path], bool] = is_visit
    choose_file: Choose = choose_file
    choose_folder: Choose = choose_folder
    choose_target: Choose = choose_target
    keep: Path | None = None
