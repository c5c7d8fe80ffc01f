# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A chart of bars, painted, and its twin: the same as a table, for screen readers and for whoever copies numbers."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui import theme, words
from inspector.gui.chips import hue_colour
from inspector.gui.overview.records import Bar
from inspector.gui.translation import translate
from inspector.gui.views.icons import paint_icon
from inspector.gui.views.mirror import mirrored

if TYPE_CHECKING:  # the first picture does not wait for these
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from inspector.gui.overview.table import BarTable

_START: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_LINE: Final = 1.75  # of the font's height
_GAP: Final = 8
_NAMES: Final = 0.36  # of the width, for the words


def number_text(bar: Bar) -> str:
    """Return the number of a bar, or that it could not be read."""
    return translate("overview", "not read") if bar.cookies is None else words.amount(bar.cookies)


class BarChart(QWidget):
    """Paints bars. ``chosen`` tells the value of a bar that was pressed; the arrow keys go from bar to bar."""

    chosen = Signal(object)  # Value

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self.current = -1
        self._name = name
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bars(())

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show other bars."""
        self.bars, self.current = bars, -1
        told = "; ".join(f"{bar.title}: {number_text(bar)}" for bar in bars)
        self.setAccessibleName(f"{self._name}. {told}" if told else self._name)
        self.updateGeometry()
        self.update()

    def line_height(self) -> int:
        """How high a bar and the air round it are."""
        return round(self.fontMetrics().height() * _LINE)

    def sizeHint(self) -> QSize:
        """As high as its bars."""
        return QSize(self.fontMetrics().averageCharWidth() * 44, max(1, len(self.bars)) * self.line_height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than wished, but with all bars."""
        return QSize(self.fontMetrics().averageCharWidth() * 26, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every bar."""
        with QPainter(self) as painter:
            _paint(painter, self)

    def mouseMoveEvent(self, event: "QMouseEvent") -> None:
        """Mark the bar under the pointer."""
        self._mark(self.bar_at(round(event.position().y())))

    def leaveEvent(self, event: "QEvent") -> None:
        """Mark none any more."""
        self._mark(-1)

    def mouseReleaseEvent(self, event: "QMouseEvent") -> None:
        """Choose the bar under the pointer."""
        self._mark(self.bar_at(round(event.position().y())))
        self._choose()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Go from bar to bar, and choose."""
        if not self._take_key(event.key()):
            super().keyPressEvent(event)

    def _take_key(self, key: int) -> bool:
        last = len(self.bars) - 1
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and last >= 0:
            self._mark(min(last, self.current + 1) if key == Qt.Key.Key_Down else max(0, self.current - 1))
            return True
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        return False

    def bar_at(self, y: int) -> int:
        """Return the number of the bar at a height, -1 where there is none."""
        at = y // self.line_height()
        return at if 0 <= at < len(self.bars) else -1

    def _mark(self, at: int) -> None:
        if at != self.current:
            self.current = at
            leads = 0 <= at < len(self.bars) and self.bars[at].value is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self) -> None:
        if 0 <= self.current < len(self.bars) and (value := self.bars[self.current].value) is not None:
            self.chosen.emit(value)


def _paint(painter: QPainter, chart: BarChart) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height, most = chart.line_height(), max((bar.cookies or 0 for bar in chart.bars), default=0)
    for at, bar in enumerate(chart.bars):
        _paint_bar(painter, chart, QRect(0, at * height, chart.width(), height), bar, most, marked=at == chart.current)


def _paint_bar(painter: QPainter, chart: BarChart, line: QRect, bar: Bar, most: int, *, marked: bool) -> None:
    palette, metrics = chart.palette(), chart.fontMetrics()
    base, text = palette.color(theme.Role.Base), palette.color(theme.Role.Text)
    ground = theme.blended(palette.color(theme.Role.Accent), base, 0.09) if marked else base
    if marked:
        painter.fillRect(line, ground)
    side, direction = round(metrics.height() * 0.85), chart.layoutDirection()
    icon = QRect(line.x() + 4, line.y() + (line.height() - side) // 2, side, side)
    names = QRect(icon.right() + _GAP, line.y(), round(line.width() * _NAMES) - icon.width() - _GAP, line.height())
    number = metrics.horizontalAdvance(words.amount(10_000_000))
    full = line.width() - names.right() - 2 * _GAP - number
    length = 0 if not bar.cookies else max(3, round(full * bar.cookies / max(1, most)))
    thick = max(8, round(metrics.height() * 0.62))
    body = QRect(names.right() + _GAP, line.y() + (line.height() - thick) // 2, length, thick)
    after = QRect(body.x() + length + _GAP, line.y(), number + _GAP, line.height())
    paint_icon(painter, bar.icon, QRectF(mirrored(direction, line, icon)), hue_colour(bar.hue, ground))
    painter.setPen(text)
    title = metrics.elidedText(bar.title, Qt.TextElideMode.ElideRight, names.width())
    painter.drawText(mirrored(direction, line, names), _START, title)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(hue_colour(bar.hue, ground))
    painter.drawRoundedRect(QRectF(mirrored(direction, line, body)), thick / 4, thick / 4)
    painter.setPen(theme.faded(text, ground) if bar.cookies is None else text)
    painter.drawText(mirrored(direction, line, after), _START, number_text(bar))


class ChartCard(QWidget):
    """A titled chart with a button that shows its twin, the table, which is made when it is first wanted."""

    chosen = Signal(object)  # Value

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.switch = QLabel(title), QToolButton()
        self.chart = BarChart(title)
        self.title.setFont(theme.sized(self.font(), 1.1, bold=True))
        self.switch.setCheckable(True)
        self.switch.setText(self.tr("Table"))
        self.switch.setAccessibleName(self.tr("{title} as a table").format(title=title))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.chart)
        self.stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.stack)
        self.switch.toggled.connect(self._show_table)
        self.chart.chosen.connect(self.chosen)

    @cached_property
    def twin(self) -> "BarTable":
        """The table."""
        from inspector.gui.overview.table import BarTable  # here because the first picture does without it

        twin = BarTable(self.title.text())
        twin.show_bars(self.chart.bars)
        twin.chosen.connect(self.chosen)
        self.stack.addWidget(twin)
        return twin

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show other bars, in both ways; nothing at all where there is none."""
        self.chart.show_bars(bars)
        if "twin" in self.__dict__:  # where a cached property keeps what it made
            self.twin.show_bars(bars)
        self._show_table(self.switch.isChecked())
        self.setVisible(bool(bars))

    def _show_table(self, on: bool) -> None:
        """Show the table in place of the chart, each as high as it needs."""
        shown: QWidget = self.twin if on else self.chart
        self.stack.setCurrentWidget(shown)
        self.stack.setFixedHeight(shown.sizeHint().height())
