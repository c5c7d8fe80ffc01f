# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The switches at the left: each shows only its own cookies, several of a kind add up. The line is their state."""

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector.core.filter.editing import is_on
from inspector.core.filter.query import NO_QUERY, Query
from inspector.gui import theme, words
from inspector.gui.chips import hue_colour
from inspector.gui.models.cookies import Index
from inspector.gui.models.facets import COUNT_ROLE, LINE_ROLE, SHARE_ROLE, FacetLine, FacetModel
from inspector.gui.views.icons import IconPictures
from inspector.gui.views.side_list import EDGE, END, MARGIN, NARROWEST, START, SideList, paint_ground

_GAP: Final = 8
_BAR_ON_LIGHT: Final = 0.18
_BAR_ON_DARK: Final = 0.30


class FacetList(SideList):
    """Shows a :class:`FacetModel`. ``switched`` tells a value that the user switched, and whether it is on now."""

    switched = Signal(object, bool)  # Value

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Filters; the space bar switches"), parent)
        self.facets = FacetModel(self)
        self.setModel(self.facets)
        self.setItemDelegate(_Switch(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self._following = False
        self._query = NO_QUERY
        self.selectionModel().selectionChanged.connect(self._tell_switched)

    def show_lines(self, lines: tuple[FacetLine, ...]) -> None:
        """Show other lines, on as the filter line has it."""
        self._following = True
        self.facets.show(lines)
        if len(lines) > 1:
            self.selectionModel().setCurrentIndex(self.facets.index(1), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._following = False
        self.follow(self._query)

    def follow(self, query: Query) -> None:
        """Switch on what a query asks for, and nothing else."""
        self._query, self._following = query, True
        selection, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        for row, line in enumerate(self.facets.lines):
            on, index = line.value is not None and is_on(query, line.value), self.facets.index(row)
            if on is not selection.isSelected(index):
                selection.select(index, flag.Select if on else flag.Deselect)
        self._following = False

    def _tell_switched(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        if self._following:
            return
        changed = [(index.row(), True) for index in selected.indexes()]
        changed += [(index.row(), False) for index in deselected.indexes()]
        for value, on in [(self.facets.lines[row].value, on) for row, on in changed]:
            if value is not None:
                self.switched.emit(value, on)


class _Switch(QStyledItemDelegate):
    """A shape, a word, a count, and behind them a bar as long as the share."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = IconPictures()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a switch or a caption."""
        painter.save()
        _paint_line(painter, option, index, self._icons)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of text and air; more above a caption."""
        return QSize(option.fontMetrics.averageCharWidth() * NARROWEST, _height(option, index))


def _height(option: QStyleOptionViewItem, index: Index) -> int:
    return round(option.fontMetrics.height() * (1.7 if index.data(LINE_ROLE) is not None else 2.1))


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, index: Index, icons: IconPictures) -> None:
    line: FacetLine | None = index.data(LINE_ROLE)
    if line is None:
        _paint_caption(painter, option, str(index.data()))
        return
    ground = paint_ground(painter, option)
    _paint_bar(painter, option, line, float(index.data(SHARE_ROLE)), ground)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(option.palette.color(theme.Role.Accent))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    side = round(option.fontMetrics.height() * 0.8)
    area = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
    square = QRect(area.x(), area.y() + (area.height() - side) // 2, side, side)
    at = QStyle.visualRect(option.direction, area, square)
    icons.draw(painter, line.icon, at, hue_colour(line.hue, ground))
    _paint_texts(painter, option, line, str(index.data(COUNT_ROLE)), ground)


def _paint_texts(painter: QPainter, option: QStyleOptionViewItem, line: FacetLine, count: str, ground: QColor) -> None:
    text, area = option.palette.color(theme.Role.WindowText), option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
    side = round(option.fontMetrics.height() * 0.8)
    painter.setFont(option.font)
    painter.setPen(theme.faded(text, ground) if count == words.amount(0) else text)
    painter.drawText(area, END, count)
    width = option.fontMetrics.horizontalAdvance(count)
    room = area.adjusted(side + _GAP, 0, -(width + _GAP), 0)
    room = QStyle.visualRect(option.direction, area, room)
    painter.drawText(room, START, option.fontMetrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room.width()))


def _paint_caption(painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
    palette = option.palette
    painter.setFont(theme.sized(option.font, 0.9))
    window = palette.color(theme.Role.Window)
    painter.setPen(theme.faded(palette.color(theme.Role.WindowText), window))
    painter.drawText(option.rect.adjusted(MARGIN, 0, -MARGIN, -4), START | Qt.AlignmentFlag.AlignBottom, title)


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem, line: FacetLine, share: float, ground: QColor) -> None:
    """Paint the share as a bar behind the text: faint, so that the text on it stays readable."""
    full = option.rect.adjusted(EDGE, 2, 0, -2)
    bar = QRect(full.topLeft(), QSize(round(full.width() * share), full.height()))
    painter.fillRect(QStyle.visualRect(option.direction, full, bar), bar_colour(line.hue, ground))


def bar_colour(hue: str, ground: QColor) -> QColor:
    """Return the colour of a bar behind text."""
    return theme.blended(hue_colour(hue, ground), ground, _BAR_ON_DARK if theme.is_dark(ground) else _BAR_ON_LIGHT)
