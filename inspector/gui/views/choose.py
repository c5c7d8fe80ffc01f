# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Asking for the path of a store."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.gui.translation import translate


def choose_path(parent: QWidget, folder: bool) -> Path | None:
    """Ask for a cookie store, or for a profile's folder; ``None`` where the user thinks better of it."""
    from PySide6.QtWidgets import QFileDialog  # here because the first picture does without it

    title = translate("choose", "Open profile folder") if folder else translate("choose", "Open cookie file")
    if folder:
        chosen = QFileDialog.getExistingDirectory(parent, title)
    else:
        chosen, _ = QFileDialog.getOpenFileName(parent, title)
    return Path(chosen) if chosen else None
