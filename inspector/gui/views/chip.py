# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Painting chips. A chip is painted once for its palette, font and screen, and then drawn as a picture."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap

from inspector.gui import theme
from inspector.gui.chips import LOOKS, Chip, Fill, colours, word
from inspector.gui.views.icons import paint_icon

_SMALL: Final = 0.92  # of the font beside it
_PAD: Final = 7
_GAP: Final = 5
_MOST: Final = 256  # pictures kept: every chip in some palettes, fonts and directions


def chip_size(chip: Chip, font: QFont) -> QSize:
    """Return the room that a chip needs beside text in a font."""
    metrics = QFontMetrics(theme.sized(font, _SMALL))
    side = _side(metrics)
    return QSize(_PAD * 2 + side + _GAP + metrics.horizontalAdvance(word(chip)), metrics.height() + 4)


def paint_chip(painter: QPainter, chip: Chip, area: QRectF, font: QFont, palette: QPalette) -> None:
    """Paint a chip that fills ``area``: a rounded ground, its shape, its word."""
    look = LOOKS[chip]
    paint = colours(look, palette.color(theme.Role.Base))
    small = theme.sized(font, _SMALL)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dashed = look.fill is Fill.OUTLINE
    painter.setPen(QPen(paint.edge, 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.setBrush(paint.ground)
    body = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(body, 5, 5)
    side = _side(QFontMetrics(small))
    icon = QRectF(area.x() + _PAD, area.y() + (area.height() - side) / 2, side, side)
    text = area.adjusted(_PAD + side + _GAP, 0, 0, 0)
    if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        icon.moveRight(area.right() - _PAD)
        text = area.adjusted(0, 0, -(_PAD + side + _GAP), 0)
    paint_icon(painter, look.icon, icon, paint.ink)
    painter.setFont(small)
    painter.setPen(paint.ink)
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, word(chip))


def _side(metrics: QFontMetrics) -> int:
    return round(metrics.height() * 0.78)


class ChipPictures:
    """Pictures of chips, made at the first question."""

    def __init__(self) -> None:
        self._pictures: dict[tuple[Chip, int, str, float, Qt.LayoutDirection], QPixmap] = {}

    def draw(self, painter: QPainter, chip: Chip, room: QRect, font: QFont, palette: QPalette) -> int:
        """Draw a chip at the leading edge of ``room``, in its middle; return the width that it took."""
        picture = self._picture(painter, chip, font, palette)
        size = picture.deviceIndependentSize().toSize()
        right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = room.right() + 1 - size.width() if right else room.x()
        top = room.y() + (room.height() - size.height()) // 2
        if size.width() <= room.width():
            painter.drawPixmap(left, top, picture)
            return size.width()
        painter.save()
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(left, top, picture)
        painter.restore()
        return size.width()

    def _picture(self, painter: QPainter, chip: Chip, font: QFont, palette: QPalette) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        key = (chip, palette.cacheKey(), font.key(), ratio, painter.layoutDirection())
        if key not in self._pictures:
            if len(self._pictures) >= _MOST:
                self._pictures.clear()
            self._pictures[key] = _painted(chip, font, palette, ratio, painter.layoutDirection())
        return self._pictures[key]


def _painted(chip: Chip, font: QFont, palette: QPalette, ratio: float, direction: Qt.LayoutDirection) -> QPixmap:
    size = chip_size(chip, font)
    picture = QPixmap((size.toSizeF() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setLayoutDirection(direction)
        paint_chip(painter, chip, QRectF(0, 0, size.width(), size.height()), font, palette)
    return picture
