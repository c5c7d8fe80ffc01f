# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Chips in a row, as the headline over the details of a cookie."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.gui import chips, theme
from inspector.gui.chips import Chip
from inspector.gui.views.chip import ChipPictures, chip_size

_MARGIN: Final = 14  # that of the text below
_GAP: Final = 6
_BELOW: Final = 4  # so that text which is scrolled under the chips does not touch them


class ChipLine(QWidget):
    """Shows chips; nothing can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: tuple[Chip, ...] = ()
        self._pictures = ChipPictures()
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)

    def show_chips(self, shown: tuple[Chip, ...]) -> None:
        """Show other chips."""
        self.chips = shown
        self.setAccessibleName(", ".join(map(chips.word, shown)))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a chip and the air above it; nothing where there is none."""
        height = chip_size(Chip.UNKNOWN, self.font()).height() + _MARGIN + _BELOW if self.chips else 0
        return QSize(0, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chips."""
        with QPainter(self) as painter:
            _paint_chips(painter, self, self._pictures)


def _paint_chips(painter: QPainter, line: ChipLine, pictures: ChipPictures) -> None:
    painter.setLayoutDirection(line.layoutDirection())
    room = QRect(_MARGIN, _MARGIN, line.width() - 2 * _MARGIN, line.height() - _MARGIN - _BELOW)
    for chip in line.chips:
        taken = pictures.draw(painter, chip, room, line.font(), line.palette()) + _GAP
        room = room.adjusted(0, 0, -taken, 0) if line.isRightToLeft() else room.adjusted(taken, 0, 0, 0)
