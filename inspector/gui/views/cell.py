# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How a cell of the cookie table is painted: its text between margins, the chosen row, the current cell.

Qt's own delegate asks the model seven times for each cell and lays the text out twice; through Python that costs more
than a frame has time for. This one asks once (tests/benchmarks/gui measures a frame).
"""

from typing import Final

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.chips import Chip
from inspector.gui.column import ChipCell
from inspector.gui.models.cookies import Index
from inspector.gui.models.filter import ShownCookies
from inspector.gui.views.chip import ChipPictures, chip_size

MARGIN: Final = 9
_GAP: Final = 6  # between a chip and its text
_MOST: Final = 8192  # texts whose cut form is kept
# Plain numbers and names of our own: Python looks a member of an enum up anew each time, and this is asked every cell.
_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value
_ACTIVE: Final = QStyle.StateFlag.State_Active.value
_RTL: Final = Qt.LayoutDirection.RightToLeft
_ROUND: Final = 2 * MARGIN + 2  # what a cell needs beside its text
_END: Final = Qt.TextElideMode.ElideRight
_TEXT: Final = QPalette.ColorRole.Text


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a :class:`ShownCookies`."""

    def __init__(self, model: ShownCookies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = model
        self._chips = ChipPictures()
        self._cut = CutTexts()
        self._at_end = [bool(column.align & Qt.AlignmentFlag.AlignRight) for column in model.columns]

    def begin(self, font: QFont) -> None:
        """Get ready for a frame: what depends on the font is asked for once, not for each cell."""
        self._cut.begin(font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a chip and what comes after it where the column has one, else its text; the ground is there already."""
        at = index.column()
        column, row = self._shown.cell_at(index.row(), at)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        prepare_cell(painter, option)
        cell = None if column.chip is None else column.chip(row)
        if cell is None:
            text, elide = column.text(row), column.elide
        else:
            room, text, elide = self._paint_chip(painter, option, cell.chip, room), cell.tail, _END
        if text and room.width() > 0:
            self._cut.draw(painter, room, text, elide, at_right=self._at_end[at] is not (option.direction == _RTL))

    def _paint_chip(self, painter: QPainter, option: QStyleOptionViewItem, chip: Chip, room: QRect) -> QRect:
        """Paint a chip, and return the room that is left."""
        taken = self._chips.draw(painter, chip, room, option.font, option.palette) + _GAP
        right = option.direction == _RTL
        return room.adjusted(0, 0, -taken, 0) if right else room.adjusted(taken, 0, 0, 0)


def cell_width(cell: str | ChipCell, font: QFont) -> int:
    """Return how wide a column must be to show a cell whole."""
    metrics = QFontMetrics(font)
    if isinstance(cell, str):
        return _ROUND + metrics.horizontalAdvance(cell)
    tail = _GAP + metrics.horizontalAdvance(cell.tail) if cell.tail else 0
    return _ROUND + chip_size(cell.chip, font).width() + tail


class CutTexts:
    """Texts cut to the room that they have, worked out once: the same few words stand in most rows."""

    def __init__(self) -> None:
        self._key = ""
        self._metrics = QFontMetrics(QFont())
        self._height, self._ascent = 0, 0
        self._held: dict[tuple[str, int], tuple[str, int]] = {}

    def begin(self, font: QFont) -> None:
        """Take the font of what follows; what was worked out for another one is forgotten."""
        if self._key != (key := font.key()):
            self._key, self._metrics, self._held = key, QFontMetrics(font), {}
            self._height, self._ascent = self._metrics.height(), self._metrics.ascent()

    def fitting(self, text: str, width: int, elide: Qt.TextElideMode) -> tuple[str, int]:
        """Return a text, without its middle or end where it is too long, and its width. A column cuts all alike."""
        held = self._held.get((text, width))
        if held is None:
            if len(self._held) >= _MOST:
                self._held.clear()
            cut = self._metrics.elidedText(text, elide, width)
            held = self._held[text, width] = (cut, self._metrics.horizontalAdvance(cut))
        return held

    def draw(self, painter: QPainter, room: QRect, text: str, elide: Qt.TextElideMode, *, at_right: bool) -> None:
        """Draw one line in the middle of ``room``, at one of its edges."""
        cut, width = self.fitting(text, room.width(), elide)
        base = room.y() + (room.height() - self._height) // 2 + self._ascent
        painter.drawText(room.right() + 1 - width if at_right else room.x(), base, cut)


def prepare_cell(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint the ground of a chosen row and the frame of the current cell, and leave the pen for the text."""
    state = option.state.value
    if state & (_SELECTED | _FOCUSED):
        _paint_ground(painter, option, state)
    else:
        painter.setPen(option.palette.color(_TEXT))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, state: int) -> None:
    """Paint the chosen row and a frame round the current cell, and leave the pen for the text."""
    rect, palette = option.rect, option.palette
    group = QPalette.ColorGroup.Active if state & _ACTIVE else QPalette.ColorGroup.Inactive
    chosen = bool(state & _SELECTED)
    if chosen:
        painter.fillRect(rect, palette.brush(group, QPalette.ColorRole.Highlight))
    painter.setPen(palette.color(group, QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text))
    if state & _FOCUSED:
        painter.drawRect(rect.adjusted(1, 1, -2, -2))
