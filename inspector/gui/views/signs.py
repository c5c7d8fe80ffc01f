# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Signs: small shapes that say what a colour says, painted for the palette and the font that they stand beside."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector.gui import hues, theme
from inspector.gui.hues import Line, Look
from inspector.gui.models.cookies import Index
from inspector.gui.models.table import LOOK_ROLE

_RATIO: Final = 2.0  # painted twice as fine, for dense screens
_TINT: Final = 0.4
_PEN_STYLES: Final[Mapping[Line, Qt.PenStyle]] = {
    Line.SingleUnderline: Qt.PenStyle.SolidLine,
    Line.DashUnderline: Qt.PenStyle.DashLine,
    Line.DotLine: Qt.PenStyle.DotLine,
    Line.WaveUnderline: Qt.PenStyle.SolidLine,
}


def _swatch(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    """A piece of marked text: the look's line under its ground."""
    tint = QColor(ink)
    tint.setAlphaF(_TINT)
    painter.fillRect(QRectF(0, side * 0.08, side, side * 0.64), tint)
    pen = QPen(ink, side * 0.12, _PEN_STYLES[hues.line(look)])
    if hues.line(look) is Line.DashUnderline:
        pen.setDashPattern([2.2, 1.4])
    painter.setPen(pen)
    low = side * 0.84
    if hues.line(look) is Line.WaveUnderline:
        points = [QPointF(side * step / 6, low + side * (0.08 if step % 2 else -0.08)) for step in range(7)]
        painter.drawPolyline(QPolygonF(points))
    else:
        painter.drawLine(QPointF(0, low), QPointF(side, low))


def _disc(painter: QPainter, side: float, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(side * 0.04, side * 0.04, side * 0.92, side * 0.92))


def _stroke(painter: QPainter, side: float, ink: QColor, points: tuple[tuple[float, float], ...]) -> None:
    painter.setPen(QPen(_cut(ink), side * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF([QPointF(x * side, y * side) for x, y in points]))


def _check(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    _disc(painter, side, ink)
    _stroke(painter, side, ink, ((0.28, 0.53), (0.44, 0.69), (0.73, 0.35)))


def _cross(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    _disc(painter, side, ink)
    _stroke(painter, side, ink, ((0.33, 0.33), (0.67, 0.67)))
    _stroke(painter, side, ink, ((0.67, 0.33), (0.33, 0.67)))


def _warning(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    painter.setPen(QPen(ink, side * 0.08, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(side * x, side * y) for x, y in ((0.5, 0.08), (0.95, 0.9), (0.05, 0.9))]))
    _stroke(painter, side, ink, ((0.5, 0.38), (0.5, 0.6)))
    _stroke(painter, side, ink, ((0.5, 0.775), (0.5, 0.78)))


def _ring(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    painter.setPen(QPen(ink, side * 0.1))
    painter.drawEllipse(QRectF(side * 0.1, side * 0.1, side * 0.8, side * 0.8))
    painter.drawLine(QPointF(side * 0.33, side * 0.5), QPointF(side * 0.67, side * 0.5))


def _clock(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    _disc(painter, side, ink)
    _stroke(painter, side, ink, ((0.5, 0.24), (0.5, 0.52), (0.7, 0.64)))


def _unequal(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    _disc(painter, side, ink)
    _stroke(painter, side, ink, ((0.28, 0.42), (0.72, 0.42)))
    _stroke(painter, side, ink, ((0.28, 0.6), (0.72, 0.6)))
    _stroke(painter, side, ink, ((0.6, 0.26), (0.4, 0.76)))


def _dot(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(side * 0.27, side * 0.27, side * 0.46, side * 0.46))


def _question(painter: QPainter, side: float, look: Look, ink: QColor) -> None:
    pen = QPen(ink, side * 0.11, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    hook = QPainterPath(QPointF(side * 0.3, side * 0.3))
    hook.cubicTo(*(QPointF(side * x, side * y) for x, y in ((0.32, 0.06), (0.74, 0.06), (0.72, 0.32))))
    hook.cubicTo(*(QPointF(side * x, side * y) for x, y in ((0.7, 0.48), (0.5, 0.46), (0.5, 0.64))))
    painter.drawPath(hook)
    painter.drawPoint(QPointF(side * 0.5, side * 0.87))


def _cut(ink: QColor) -> QColor:
    """The colour of what is cut out of a filled shape."""
    return QColor("white") if theme.contrast(ink, QColor("white")) >= theme.SEEN else QColor("black")


_SHAPES: Final[Mapping[Look, Callable[[QPainter, float, Look, QColor], None]]] = {
    Look.YES: _swatch,
    Look.NO: _swatch,
    Look.BOTH: _swatch,
    Look.GOOD: _check,
    Look.BAD: _cross,
    Look.DOUBTFUL: _warning,
    Look.LATE: _clock,
    Look.TENSE: _unequal,
    Look.NOTE: _dot,
    Look.OPEN: _question,
    Look.QUIET: _ring,
}


def sign(look: Look, side: int, ground: QColor, ink: QColor | None = None) -> QPixmap:
    """Return a sign for a ground, in its own colour unless another ``ink`` is given (a chosen row's)."""
    picture = QPixmap(round(side * _RATIO), round(side * _RATIO))
    picture.setDevicePixelRatio(_RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _SHAPES[look](painter, float(side), look, ink or hues.ink(look, ground))
    return picture


class SignDelegate(QStyledItemDelegate):
    """Paints cells as the style does, with the sign of their look before the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons: dict[tuple[Look, int, int], QIcon] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Add the sign to what the style paints."""
        super().initStyleOption(option, index)
        self._add_sign(option, index.data(LOOK_ROLE))

    def _add_sign(self, option: QStyleOptionViewItem, look: Look | None) -> None:
        if look is not None:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.icon = self._icon(look, option.palette, option.fontMetrics.height())
            option.decorationSize = option.icon.actualSize(option.decorationSize)

    def _icon(self, look: Look, palette: QPalette, height: int) -> QIcon:
        key = (look, palette.cacheKey(), height)
        if key not in self._icons:
            side = round(height * 0.72)
            icon = QIcon(sign(look, side, palette.color(theme.Role.Base)))
            chosen = palette.color(theme.Role.HighlightedText)
            icon.addPixmap(sign(look, side, palette.color(theme.Role.Highlight), chosen), QIcon.Mode.Selected)
            self._icons[key] = icon
        return self._icons[key]
