# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The consent timeline: a lane for each run, its phases as bands, its cookies as dots, the same scale for all lanes."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from inspector.gui import theme
from inspector.gui.chips import hue_colour
from inspector.gui.translation import translate
from inspector.gui.visit import words
from inspector.gui.visit.lanes import HUES, Band, Dot, Lane, dot_text, lane_text

_BAND: Final = 2.6  # of the font's height
_DOTS: Final = 0.58  # of a band's height; the phase's name stands below them
_ROWS: Final = 3  # dots at the same moment lie below each other, in so many rows
_AIR: Final = 12
_TINT: Final = 0.16
_START: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class Timeline(QWidget):
    """Paints lanes. ``chosen`` tells the number of a cookie's row; arrow keys go from dot to dot."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes: tuple[Lane, ...] = ()
        self.current: tuple[int, int] | None = None  # lane and dot
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_lanes(())

    def show_lanes(self, lanes: tuple[Lane, ...]) -> None:
        """Show other lanes."""
        self.lanes, self.current = lanes, None
        name = translate("visit", "Consent timeline")
        self.setAccessibleName(". ".join((name, *map(lane_text, lanes))))
        self.updateGeometry()
        self.update()

    # Where everything is

    def lane_height(self) -> int:
        """How high a lane with its title and the air below is."""
        height = self.fontMetrics().height()
        return round(height * (1.3 + _BAND)) + _AIR

    def sizeHint(self) -> QSize:
        """As high as its lanes and the scale below them."""
        height = len(self.lanes) * self.lane_height() + 3 * self.fontMetrics().height()
        return QSize(self.fontMetrics().averageCharWidth() * 60, max(1, height))

    def minimumSizeHint(self) -> QSize:
        """Narrower than wished, with all lanes."""
        return QSize(self.fontMetrics().averageCharWidth() * 30, self.sizeHint().height())

    def length_us(self) -> int:
        """How long the longest run took."""
        return max((lane.length_us for lane in self.lanes), default=0) or 1

    def band_area(self, number: int) -> QRect:
        """Return where the bands of a lane are."""
        height = self.fontMetrics().height()
        top = number * self.lane_height() + round(height * 1.3)
        return QRect(_AIR, top, max(1, self.width() - 2 * _AIR), round(height * _BAND))

    def x_of(self, us: int) -> float:
        """Return where a moment of a run is, from left to right; mirrored where texts run the other way."""
        area = self.band_area(0)
        part = min(1.0, max(0.0, us / self.length_us()))
        part = 1 - part if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else part
        return area.left() + part * area.width()

    def point_of(self, lane: int, dot: int) -> QPointF:
        """Return the middle of a dot."""
        area = self.band_area(lane)
        step = area.height() * _DOTS / _ROWS
        return QPointF(self.x_of(self.lanes[lane].dots[dot].us), area.top() + step * (dot % _ROWS + 0.6))

    def radius(self) -> float:
        """How large a dot is."""
        return self.fontMetrics().height() * 0.2

    def dot_at(self, position: QPointF) -> tuple[int, int] | None:
        """Return lane and number of the dot under the pointer, the nearest of several."""
        reach = 2 * self.radius()
        near = (
            ((self.point_of(lane, dot) - position).manhattanLength(), lane, dot)
            for lane, held in enumerate(self.lanes)
            for dot in range(len(held.dots))
        )
        found = min((held for held in near if held[0] <= reach), default=None)
        return None if found is None else found[1:]

    # What a person does

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the dot under the pointer is."""
        self._hint(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the dot under the pointer."""
        self._choose(self.dot_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from dot to dot."""
        if not self._take_key(event.key()):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every lane."""
        with QPainter(self) as painter:
            _paint(painter, self)

    def _hint(self, event: QMouseEvent) -> None:
        at = self.dot_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor)
        text = "" if at is None else dot_text(self.lanes[at[0]].dots[at[1]])
        QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def _choose(self, at: tuple[int, int] | None) -> None:
        if at is not None:
            self.current = at
            self.update()
            self.chosen.emit(self.lanes[at[0]].dots[at[1]].row)

    def _take_key(self, key: int) -> bool:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        all_dots = [(lane, dot) for lane, held in enumerate(self.lanes) for dot in range(len(held.dots))]
        if step is None or not all_dots:
            return False
        at = all_dots.index(self.current) + step if self.current in all_dots else 0
        self._choose(all_dots[min(len(all_dots) - 1, max(0, at))])
        return True


def _paint(painter: QPainter, line: Timeline) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, lane in enumerate(line.lanes):
        _paint_lane(painter, line, number, lane)
    if line.lanes:
        _paint_scale(painter, line)


def _paint_lane(painter: QPainter, line: Timeline, number: int, lane: Lane) -> None:
    palette, metrics, area = line.palette(), line.fontMetrics(), line.band_area(number)
    title = QRect(area.left(), area.top() - round(metrics.height() * 1.3), area.width(), round(metrics.height() * 1.3))
    painter.setPen(palette.color(theme.Role.Text))
    painter.drawText(title, _START, metrics.elidedText(lane.title, Qt.TextElideMode.ElideRight, title.width()))
    for band in lane.bands:
        _paint_band(painter, line, area, band, metrics)
    for dot in range(len(lane.dots)):
        _paint_dot(painter, line, number, dot)


def _paint_band(painter: QPainter, line: Timeline, area: QRect, band: Band, metrics: QFontMetrics) -> None:
    palette = line.palette()
    base, text = palette.color(theme.Role.Base), palette.color(theme.Role.Text)
    hue = hue_colour(HUES[band.phase], base)
    edges = sorted((line.x_of(band.start_us), line.x_of(band.end_us)))
    held = QRectF(edges[0], area.top(), max(2.0, edges[1] - edges[0]), area.height())
    painter.fillRect(held, theme.blended(hue, base, _TINT))
    painter.setPen(QPen(hue, 2))
    start = line.x_of(band.start_us)
    painter.drawLine(QPointF(start, held.top()), QPointF(start, held.bottom()))
    inside = held.adjusted(6, 0, -4, 0)
    painter.setPen(text)
    words_fit = metrics.elidedText(
        words.said(words.PHASES[band.phase]), Qt.TextElideMode.ElideRight, int(inside.width())
    )
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom), words_fit)


def _paint_dot(painter: QPainter, line: Timeline, lane: int, number: int) -> None:
    dot: Dot = line.lanes[lane].dots[number]
    base, point, radius = line.palette().color(theme.Role.Base), line.point_of(lane, number), line.radius()
    colour = hue_colour(dot.hue, base)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if dot.kept else base)
    painter.drawEllipse(point, radius, radius)
    if not dot.kept:  # a stroke through what was refused: a shape tells it, too
        painter.drawLine(point - QPointF(radius, radius), point + QPointF(radius, radius))
    if line.current == (lane, number):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line.palette().color(theme.Role.Highlight), 2))
        painter.drawEllipse(point, radius + 4, radius + 4)


def _paint_scale(painter: QPainter, line: Timeline) -> None:
    palette, metrics = line.palette(), line.fontMetrics()
    area = line.band_area(len(line.lanes) - 1)
    muted = theme.muted(palette)
    painter.setPen(muted)
    top, height = area.bottom() + 4, metrics.height()
    for part in range(5):
        us = line.length_us() * part // 4
        text = translate("visit", "{seconds} s").format(seconds=f"{us / 1e6:.1f}")
        width = metrics.horizontalAdvance(text)
        left = min(max(area.left(), line.x_of(us) - width / 2), area.right() - width)
        painter.drawText(QPointF(left, top + height), text)
    told = translate("visit", "Filled: kept. Struck through: refused, or its fate is not known.")
    legend = QRect(area.left(), top + round(height * 1.4), area.width(), round(height * 1.4))
    shown = metrics.elidedText(told, Qt.TextElideMode.ElideRight, legend.width())
    painter.drawText(QStyle.visualRect(line.layoutDirection(), line.rect(), legend), _START, shown)
