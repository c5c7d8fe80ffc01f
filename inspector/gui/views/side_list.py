# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the lists at the left have in common: their shape, and how a line's ground says that it is chosen or on."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from inspector.gui import theme

MARGIN: Final = 10
EDGE: Final = 3
NARROWEST: Final = 18  # average characters
START: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
END: Final = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
_HOVERED: Final = 0.07
_ON: Final = 0.17
_ON_FOCUSED: Final = 0.26


class SideList(QListView):
    """A list without a frame on the window's ground."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(theme.Role.Window)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """Keep in line with the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()

    def _keep_room(self) -> None:
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * NARROWEST)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> QColor:
    """Paint the ground of a line and the strip at its leading edge where it is on; return the ground's colour."""
    ground = _ground(option)
    painter.fillRect(option.rect, ground)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(_edge(option), option.palette.color(theme.Role.Accent))
    return ground


def _ground(option: QStyleOptionViewItem) -> QColor:
    """Return a quiet tint for a line that is on, a stronger one while it has the focus, a faint one on hover."""
    palette, state = option.palette, option.state
    window, accent = palette.color(theme.Role.Window), palette.color(theme.Role.Accent)
    if state & QStyle.StateFlag.State_Selected:
        return theme.blended(accent, window, _ON_FOCUSED if state & QStyle.StateFlag.State_HasFocus else _ON)
    return theme.blended(accent, window, _HOVERED) if state & QStyle.StateFlag.State_MouseOver else window


def _edge(option: QStyleOptionViewItem) -> QRect:
    strip = QRect(option.rect.topLeft(), QSize(EDGE, option.rect.height()))
    return QStyle.visualRect(option.direction, option.rect, strip)
