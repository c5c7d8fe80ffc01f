# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of stores at the left: what was found, how many cookies, what could not be read. Choosing one filters."""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector.core.filter.editing import Value, is_on
from inspector.core.filter.query import Query
from inspector.gui import theme
from inspector.gui.models.cookies import Index
from inspector.gui.models.stores import COUNT_ROLE, STATUS_ROLE, StoreModel, StoreRow
from inspector.gui.views.side_list import END, MARGIN, NARROWEST, START, SideList, paint_ground

_SMALL: Final = 0.9


class StoreList(SideList):
    """Shows a :class:`StoreModel`. ``chosen`` tells the value of the line that the user chose, ``None`` for all."""

    chosen = Signal(object)  # Value | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Browsers and profiles"), parent)
        self.stores = StoreModel(self)
        self.setModel(self.stores)
        self.setItemDelegate(_TwoLines(self))
        self._following = False
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def show_lines(self, lines: tuple[StoreRow, ...], query: Query) -> None:
        """Show other lines, chosen as the filter line has it."""
        self._following = True
        self.stores.show(lines)
        self._following = False
        self.follow(query)

    def follow(self, query: Query) -> None:
        """Choose the line that the filter line asks for; all where it asks for none, no line where for several."""
        lines = self.stores.lines
        on = [row for row, line in enumerate(lines) if line.value is not None and is_on(query, line.value)]
        self._following = True
        if len(on) > 1 or (not on and any(_asks(query, line.value) for line in lines)):
            self.clearSelection()
        elif lines:
            self.selectionModel().setCurrentIndex(
                self.stores.index(on[0] if on else 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self._following = False

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        rows = self.selectionModel().selectedIndexes()
        if rows and not self._following:
            self.chosen.emit(self.stores.lines[rows[0].row()].value)


def _asks(query: Query, value: Value | None) -> bool:
    """Whether a query asks for anything of a value's field."""
    fields = (term.field.name for term in query.terms if term.field is not None and term.wanted)
    return value is not None and value.field in fields


class _TwoLines(QStyledItemDelegate):
    """A title with a count at its end, and a line of second rank below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the style's own ground, then the texts."""
        painter.save()
        _paint_line(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text and air."""
        return QSize(
            option.fontMetrics.averageCharWidth() * NARROWEST, round(option.fontMetrics.height() * 2 + 2 * MARGIN)
        )


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    palette, area = option.palette, option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    ground = paint_ground(painter, option)
    first, second = _halves(area)
    painter.setPen(palette.color(theme.Role.WindowText))
    painter.setFont(theme.sized(option.font, 1, bold=index.row() == 0))
    count = str(index.data(COUNT_ROLE))
    painter.drawText(first, END, count)
    room = first.width() - painter.fontMetrics().horizontalAdvance(count) - MARGIN
    title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
    painter.drawText(first, START, title)
    painter.setFont(theme.sized(option.font, _SMALL))
    painter.setPen(theme.faded(palette.color(theme.Role.WindowText), ground))
    status = painter.fontMetrics().elidedText(str(index.data(STATUS_ROLE)), Qt.TextElideMode.ElideRight, second.width())
    painter.drawText(second, START, status)


def _halves(area: QRect) -> tuple[QRect, QRect]:
    half = area.height() // 2
    return area.adjusted(0, 0, 0, -half), area.adjusted(0, half, 0, 0)
