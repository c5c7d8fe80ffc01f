# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of stores at the left: what was found, how many cookies, what could not be read. Choosing one filters."""

from PySide6.QtCore import QItemSelection, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector.gui import theme
from inspector.gui.models.cookies import Index
from inspector.gui.models.stores import COUNT_ROLE, STATUS_ROLE, StoreModel, StoreRow

_MARGIN = 10
_SMALL = 0.9
_EDGE = 3


class StoreList(QListView):
    """Shows a :class:`StoreModel`. ``chosen`` tells the number of a store, ``None`` for all."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stores = StoreModel(self)
        self.setModel(self.stores)
        self.setItemDelegate(_TwoLines(self))
        self.setAccessibleName(self.tr("Browsers and profiles"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(theme.Role.Window)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def show_lines(self, lines: tuple[StoreRow, ...], chosen: int | None) -> None:
        """Show other lines and choose one by its number; all stores where that is gone."""
        self.stores.show(lines)
        row = next((at for at, line in enumerate(lines) if line.store == chosen), 0)
        self.setCurrentIndex(self.stores.index(row))

    def chosen_store(self) -> int | None:
        """Return the number of the chosen store, ``None`` for all."""
        index = self.currentIndex()
        return self.stores.lines[index.row()].store if index.isValid() else None

    def choose_all(self) -> None:
        """Choose the line of all stores."""
        self.setCurrentIndex(self.stores.index(0))

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.chosen.emit(self.chosen_store())


class _TwoLines(QStyledItemDelegate):
    """A title with a count at its end, and a line of second rank below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the style's own ground, then the texts."""
        painter.save()
        _paint_line(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of text and air."""
        return QSize(option.fontMetrics.averageCharWidth() * 18, round(option.fontMetrics.height() * 2 + 2 * _MARGIN))


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    palette, area = option.palette, option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    ground = _ground(option)
    painter.fillRect(option.rect, ground)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(_edge(option), palette.color(theme.Role.Accent))
    first, second = _halves(area)
    painter.setPen(palette.color(theme.Role.WindowText))
    painter.setFont(theme.sized(option.font, 1, bold=index.row() == 0))
    count = str(index.data(COUNT_ROLE))
    painter.drawText(first, _END, count)
    room = first.width() - painter.fontMetrics().horizontalAdvance(count) - _MARGIN
    title = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
    painter.drawText(first, _START, title)
    painter.setFont(theme.sized(option.font, _SMALL))
    painter.setPen(theme.faded(palette.color(theme.Role.WindowText), ground))
    status = painter.fontMetrics().elidedText(str(index.data(STATUS_ROLE)), Qt.TextElideMode.ElideRight, second.width())
    painter.drawText(second, _START, status)


_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


def _ground(option: QStyleOptionViewItem) -> QColor:
    """Return a quiet tint for the chosen line, a stronger one while the list has the focus, a faint one on hover."""
    palette, state = option.palette, option.state
    window, accent = palette.color(theme.Role.Window), palette.color(theme.Role.Accent)
    if state & QStyle.StateFlag.State_Selected:
        return theme.blended(accent, window, 0.26 if state & QStyle.StateFlag.State_HasFocus else 0.15)
    return theme.blended(accent, window, 0.07) if state & QStyle.StateFlag.State_MouseOver else window


def _edge(option: QStyleOptionViewItem) -> QRect:
    """Return the strip at the leading edge that marks the chosen line beside the tint."""
    strip = QRect(option.rect.topLeft(), QSize(_EDGE, option.rect.height()))
    return QStyle.visualRect(option.direction, option.rect, strip)


def _halves(area: QRect) -> tuple[QRect, QRect]:
    half = area.height() // 2
    return area.adjusted(0, 0, 0, -half), area.adjusted(0, half, 0, 0)
