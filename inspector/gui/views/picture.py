# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie with a bite, painted in colours of the palette, for pages with nothing else to see."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui import theme

# Centre and radius in parts of the picture's side.
_BITES: Final = ((0.88, 0.14, 0.20), (0.67, 0.02, 0.13), (0.99, 0.37, 0.13))
_CHIPS: Final = ((0.34, 0.33, 0.065), (0.60, 0.44, 0.055), (0.27, 0.60, 0.05), (0.51, 0.70, 0.07), (0.74, 0.66, 0.045))


class CookiePicture(QWidget):
    """Decoration: no name for screen readers, no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grows with the user's font."""
        return QSize(1, 1) * (self.fontMetrics().height() * 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cookie."""
        with QPainter(self) as painter:
            paint_cookie(painter, QRectF(self.rect()), self.palette())


def paint_cookie(painter: QPainter, area: QRectF, palette: QPalette) -> None:
    """Paint a cookie that fills ``area``: a disc less three bites, with chips."""
    text, base = palette.color(theme.Role.Text), palette.color(theme.Role.Base)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    disc = _circle(area, 0.5, 0.5, 0.47)
    for bite in _BITES:
        disc -= _circle(area, *bite)
    painter.fillPath(disc, theme.blended(text, base, 0.18))
    for chip in _CHIPS:
        painter.fillPath(_circle(area, *chip), _chip_colour(text, base))


def _chip_colour(text: QColor, base: QColor) -> QColor:
    return theme.blended(text, base, 0.45)


def _circle(area: QRectF, x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    centre = QPointF(area.x() + x * area.width(), area.y() + y * area.height())
    path.addEllipse(centre, radius * area.width(), radius * area.height())
    return path
