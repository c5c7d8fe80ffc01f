# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How a cell of the cookie table is painted: its text between margins, the chosen row, the current cell.

Qt's own delegate asks the model seven times for each cell and lays the text out twice; through Python that costs more
than a frame has time for. This one asks once (tests/benchmarks/gui measures a frame).
"""

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui.column import Column
from inspector.gui.models.cookies import Index
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.rows import CookieRow
from inspector.gui.views.chip import ChipPictures

MARGIN: Final = 9
_GAP: Final = 6  # between a chip and its text
_SELECTED: Final = QStyle.StateFlag.State_Selected.value  # plain numbers: this is asked for every cell
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value
_ACTIVE: Final = QStyle.StateFlag.State_Active.value
_END: Final = Qt.TextElideMode.ElideRight
_MIDDLE: Final = Qt.TextElideMode.ElideMiddle


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a :class:`ShownCookies`."""

    def __init__(self, model: ShownCookies, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = model
        self._chips = ChipPictures()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """See :func:`paint_cell`; the ground of alternate rows is already there."""
        column, row = self._shown.cell_at(index.row(), index.column())
        paint_row_cell(painter, option, column, row, self._chips)


def paint_row_cell(
    painter: QPainter, option: QStyleOptionViewItem, column: Column, row: CookieRow, chips: ChipPictures
) -> None:
    """Paint one cell: a chip and what comes after it where the column has one, else its text."""
    cell = None if column.chip is None else column.chip(row)
    if cell is None:
        paint_cell(painter, option, column.text(row), column.align.value, column.elide)
        return
    paint_cell(painter, option, "", column.align.value)
    room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
    taken = chips.draw(painter, cell.chip, room, option.font, option.palette) + _GAP
    right = option.direction == Qt.LayoutDirection.RightToLeft
    room = room.adjusted(0, 0, -taken, 0) if right else room.adjusted(taken, 0, 0, 0)
    if cell.tail and room.width() > 0:
        painter.drawText(room, column.align.value, option.fontMetrics.elidedText(cell.tail, _END, room.width()))


def paint_cell(
    painter: QPainter, option: QStyleOptionViewItem, text: str, align: int, elide: Qt.TextElideMode = _MIDDLE
) -> None:
    """Paint one cell; text that is too long loses its middle or its end."""
    rect, state = option.rect, option.state.value
    if state & (_SELECTED | _FOCUSED):
        _paint_ground(painter, option, state)
    else:
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    room = rect.adjusted(MARGIN, 0, -MARGIN, 0)
    painter.drawText(room, align, option.fontMetrics.elidedText(text, elide, room.width()))


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
