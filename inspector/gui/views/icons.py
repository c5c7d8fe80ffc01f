# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The shapes of the chips as data: strokes, rings, discs and filled outlines on a grid of sixteen by sixteen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

GRID: Final = 16.0
_PEN: Final = 1.7
_MOST: Final = 256  # pictures kept: every shape in some colours and on some grounds

Points = tuple[tuple[float, float], ...]


class Kind(StrEnum):
    """What is done with points. A ring or disc has its centre and a point whose x is its radius."""

    STROKE = "stroke"
    LOOP = "loop"
    SHAPE = "shape"
    RING = "ring"
    DISC = "disc"


class Part(NamedTuple):
    """One part of a shape."""

    kind: Kind
    points: Points


def _stroke(*points: tuple[float, float]) -> Part:
    return Part(Kind.STROKE, points)


def _loop(*points: tuple[float, float]) -> Part:
    return Part(Kind.LOOP, points)


def _bar(left: float, top: float) -> Part:
    return Part(Kind.SHAPE, ((left, top), (left + 3, top), (left + 3, 14), (left, 14)))


def _ring(x: float, y: float, radius: float) -> Part:
    return Part(Kind.RING, ((x, y), (radius, 0)))


def _disc(x: float, y: float, radius: float) -> Part:
    return Part(Kind.DISC, ((x, y), (radius, 0)))


ICONS: Final[Mapping[str, tuple[Part, ...]]] = {
    "eye": (
        _loop((1, 8), (4.2, 4.5), (8, 3.2), (11.8, 4.5), (15, 8), (11.8, 11.5), (8, 12.8), (4.2, 11.5)),
        _disc(8, 8, 2.5),
    ),
    "dart": (
        _ring(7, 9, 5.6),
        _disc(7, 9, 1.6),
        _stroke((7, 9), (13, 3)),
        _stroke((11.4, 4.6), (11.4, 1.8)),
        _stroke((11.4, 4.6), (14.2, 4.6)),
    ),
    "megaphone": (
        _loop((1.8, 6.2), (5.6, 6.2), (11.6, 2.8), (11.6, 13.2), (5.6, 9.8), (1.8, 9.8)),
        _stroke((4.4, 10.2), (5.4, 14)),
        _stroke((14.4, 6), (14.4, 10)),
    ),
    "share": (
        *(_stroke((4, 8), (12, 3.6)), _stroke((4, 8), (12, 12.4))),
        *(_disc(4, 8, 2.4), _disc(12, 3.6, 2.4), _disc(12, 12.4, 2.4)),
    ),
    "bars": (_bar(2, 8.6), _bar(6.5, 5), _bar(11, 2)),
    "bubble": (
        _loop((1.8, 2.8), (14.2, 2.8), (14.2, 11), (8, 11), (4.8, 14.2), (4.8, 11), (1.8, 11)),
        _stroke((5, 6.9), (11, 6.9)),
    ),
    "sliders": (
        *(_stroke((1.6, 4.8), (14.4, 4.8)), _disc(10.4, 4.8, 2.5)),
        *(_stroke((1.6, 11.2), (14.4, 11.2)), _disc(5.4, 11.2, 2.5)),
    ),
    "cart": (
        _stroke((1, 2.6), (3.2, 2.6), (5.4, 10.4), (12.6, 10.4), (14.4, 4.8), (4, 4.8)),
        *(_disc(6.4, 13.4, 1.5), _disc(11.6, 13.4, 1.5)),
    ),
    "key": (_ring(4.6, 8, 3), _stroke((7.8, 8), (14.6, 8), (14.6, 11)), _stroke((11.2, 8), (11.2, 10.4))),
    "clock": (_ring(8, 8, 6.2), _stroke((8, 4.4), (8, 8.2), (10.8, 9.8))),
    "shield": (
        _loop((8, 1.6), (13.4, 3.6), (13.2, 8.2), (11.2, 11.8), (8, 14.4), (4.8, 11.8), (2.8, 8.2), (2.6, 3.6)),
    ),
    "arrows": (
        *(_stroke((1.6, 5), (13.8, 5)), _stroke((10.8, 2), (13.8, 5), (10.8, 8))),
        *(_stroke((14.4, 11.4), (2.2, 11.4)), _stroke((5.2, 8.4), (2.2, 11.4), (5.2, 14.4))),
    ),
    "tick": (
        _loop((2.2, 2.2), (13.8, 2.2), (13.8, 13.8), (2.2, 13.8)),
        _stroke((5, 8.2), (7.2, 10.6), (11.2, 5.6)),
    ),
    "stop": (_ring(8, 8, 6.2), _stroke((3.8, 12.2), (12.2, 3.8))),
    "cross": (_ring(8, 8, 6.2), _stroke((5.4, 5.4), (10.6, 10.6)), _stroke((10.6, 5.4), (5.4, 10.6))),
    "warning": (_loop((8, 1.8), (14.8, 13.8), (1.2, 13.8)), _stroke((8, 6.2), (8, 9.6)), _disc(8, 11.9, 0.9)),
    "house": (_loop((2.4, 7.4), (8, 2.2), (13.6, 7.4), (13.6, 14), (2.4, 14)), _stroke((8, 14), (8, 10.2))),
    "globe": (_ring(8, 8, 6.2), _stroke((1.8, 8), (14.2, 8)), _stroke((8, 1.8), (5.6, 5), (5.6, 11), (8, 14.2))),
    "company": (
        *(_loop((2.4, 2.2), (10, 2.2), (10, 14), (2.4, 14)), _stroke((10, 6.6), (13.8, 6.6), (13.8, 14), (10, 14))),
        *(_stroke((5, 5.4), (7.4, 5.4)), _stroke((5, 8.4), (7.4, 8.4))),
    ),
    "question": (
        _stroke((4.8, 5.4), (5.4, 3.4), (8, 2.4), (10.6, 3.4), (11, 5.8), (9, 7.6), (8, 9.8)),
        _disc(8, 13.2, 1.3),
    ),
}


class IconPictures:
    """Shapes as pictures, painted at the first question: soft edges are slow for each line of each frame."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[str, int, int, float], QPixmap] = {}

    def draw(self, painter: QPainter, name: str, area: QRect, ink: QColor) -> None:
        """Draw a shape into a square area."""
        ratio = painter.device().devicePixelRatioF()
        key = (name, area.width(), ink.rgb(), ratio)
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            picture = self._pictures[key] = _picture(name, area.width(), ink, ratio)
        painter.drawPixmap(area.topLeft(), picture)


def _picture(name: str, side: int, ink: QColor, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        paint_icon(painter, name, QRectF(0, 0, side, side), ink)
    return picture


def paint_icon(painter: QPainter, name: str, area: QRectF, ink: QColor) -> None:
    """Paint a shape into a square area."""
    scale = area.width() / GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    pen = QPen(ink, _PEN, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    for part in ICONS[name]:
        filled = part.kind in (Kind.SHAPE, Kind.DISC)
        painter.setPen(Qt.PenStyle.NoPen if filled else pen)
        painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
        _paint_part(painter, part)
    painter.restore()


def _paint_part(painter: QPainter, part: Part) -> None:
    points = [QPointF(x, y) for x, y in part.points]
    if part.kind is Kind.STROKE:
        painter.drawPolyline(QPolygonF(points))
    elif part.kind in (Kind.LOOP, Kind.SHAPE):
        painter.drawPolygon(QPolygonF(points))
    else:
        painter.drawEllipse(points[0], part.points[1][0], part.points[1][0])
