# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The switches at the left: purposes and reaches with their counts. Each shows only its own cookies, several add up."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector.core.label import Tracks
from inspector.gui import theme, words
from inspector.gui.chips import Chip, hue_colour
from inspector.gui.models.cookies import Index
from inspector.gui.models.facets import COUNT_ROLE, LINE_ROLE, SHARE_ROLE, FacetLine, FacetModel, Value
from inspector.gui.models.labels import Facets
from inspector.gui.views.icons import paint_icon

_MARGIN = 10
_GAP = 8
_EDGE = 3
_BAR_ON_LIGHT = 0.18
_BAR_ON_DARK = 0.30
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class FacetList(QListView):
    """Shows a :class:`FacetModel`. ``changed`` tells that other switches are on."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facets = FacetModel(self)
        self.setModel(self.facets)
        self.setItemDelegate(_Switch(self))
        self.setAccessibleName(self.tr("Purposes and tracking; the space bar switches"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(theme.Role.Window)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 18)
        self.selectionModel().selectionChanged.connect(self._tell_changed)

    def show_lines(self, lines: tuple[FacetLine, ...]) -> None:
        """Show other lines; what was switched on stays on where it is still there."""
        on = self._on()
        self.facets.show(lines)
        for row, line in enumerate(lines):
            if line.value is not None and line.value in on:
                self.selectionModel().select(self.facets.index(row), QItemSelectionModel.SelectionFlag.Select)
        if len(lines) > 1:
            self.selectionModel().setCurrentIndex(self.facets.index(1), QItemSelectionModel.SelectionFlag.NoUpdate)

    def chosen(self) -> Facets:
        """Return what is switched on."""
        on = self._on()
        return Facets(
            frozenset(value for value in on if isinstance(value, Chip)),
            frozenset(value for value in on if isinstance(value, Tracks)),
        )

    def switch(self, value: Value, *, on: bool) -> None:
        """Switch one line on or off."""
        flag = QItemSelectionModel.SelectionFlag.Select if on else QItemSelectionModel.SelectionFlag.Deselect
        for row, line in enumerate(self.facets.lines):
            if line.value == value and type(line.value) is type(value):
                self.selectionModel().select(self.facets.index(row), flag)

    def _on(self) -> frozenset[Value]:
        lines = (self.facets.lines[index.row()] for index in self.selectionModel().selectedIndexes())
        return frozenset(line.value for line in lines if line.value is not None)

    def _tell_changed(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.changed.emit()


class _Switch(QStyledItemDelegate):
    """A shape, a word, a count, and behind them a bar as long as the share."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a switch or a caption."""
        painter.save()
        _paint_line(painter, option, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line of text and air; more above a caption."""
        return QSize(option.fontMetrics.averageCharWidth() * 18, _height(option, index))


def _height(option: QStyleOptionViewItem, index: Index) -> int:
    return round(option.fontMetrics.height() * (1.7 if index.data(LINE_ROLE) is not None else 2.1))


def _paint_line(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    line: FacetLine | None = index.data(LINE_ROLE)
    if line is None:
        _paint_caption(painter, option, str(index.data()))
        return
    palette, window = option.palette, option.palette.color(theme.Role.Window)
    ground = _ground(option, window)
    painter.fillRect(option.rect, ground)
    _paint_bar(painter, option, line, float(index.data(SHARE_ROLE)), ground)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(_edge(option), palette.color(theme.Role.Accent))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(palette.color(theme.Role.Accent))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
    _paint_texts(painter, option, line, str(index.data(COUNT_ROLE)), ground)


def _paint_texts(painter: QPainter, option: QStyleOptionViewItem, line: FacetLine, count: str, ground: QColor) -> None:
    text, area = option.palette.color(theme.Role.WindowText), option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    side = round(option.fontMetrics.height() * 0.8)
    square = QRect(area.x(), area.y() + (area.height() - side) // 2, side, side)
    icon = QStyle.visualRect(option.direction, area, square)
    paint_icon(painter, line.icon, QRectF(icon), hue_colour(line.hue, ground))
    painter.setFont(option.font)
    painter.setPen(theme.faded(text, ground) if count == words.amount(0) else text)
    painter.drawText(area, _END, count)
    width = option.fontMetrics.horizontalAdvance(count)
    room = area.adjusted(side + _GAP, 0, -(width + _GAP), 0)
    room = QStyle.visualRect(option.direction, area, room)
    painter.drawText(room, _START, option.fontMetrics.elidedText(line.title, Qt.TextElideMode.ElideRight, room.width()))


def _paint_caption(painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
    palette = option.palette
    painter.setFont(theme.sized(option.font, 0.9))
    window = palette.color(theme.Role.Window)
    painter.setPen(theme.faded(palette.color(theme.Role.WindowText), window))
    painter.drawText(option.rect.adjusted(_MARGIN, 0, -_MARGIN, -4), _START | Qt.AlignmentFlag.AlignBottom, title)


def _paint_bar(painter: QPainter, option: QStyleOptionViewItem, line: FacetLine, share: float, ground: QColor) -> None:
    """Paint the share as a bar behind the text: faint, so that the text on it stays readable."""
    full = option.rect.adjusted(_EDGE, 2, 0, -2)
    bar = QRect(full.topLeft(), QSize(round(full.width() * share), full.height()))
    painter.fillRect(QStyle.visualRect(option.direction, full, bar), bar_colour(line.hue, ground))


def bar_colour(hue: str, ground: QColor) -> QColor:
    """Return the colour of a bar behind text."""
    return theme.blended(hue_colour(hue, ground), ground, _BAR_ON_DARK if theme.is_dark(ground) else _BAR_ON_LIGHT)


def _ground(option: QStyleOptionViewItem, window: QColor) -> QColor:
    """Return a tint for a switch that is on, a faint one on hover."""
    accent = option.palette.color(theme.Role.Accent)
    if option.state & QStyle.StateFlag.State_Selected:
        return theme.blended(accent, window, 0.18)
    return theme.blended(accent, window, 0.07) if option.state & QStyle.StateFlag.State_MouseOver else window


def _edge(option: QStyleOptionViewItem) -> QRect:
    """Return the strip at the leading edge that marks a switch that is on."""
    strip = QRect(option.rect.topLeft(), QSize(_EDGE, option.rect.height()))
    return QStyle.visualRect(option.direction, option.rect, strip)
