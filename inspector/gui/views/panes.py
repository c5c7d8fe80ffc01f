# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Panes beside or below each other, apart by a line that can be moved; none can be lost by moving it too far."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def divided(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    """Return a splitter over widgets."""
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
