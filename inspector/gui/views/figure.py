# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A big number over a caption."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector.gui import theme

_BIG: Final = 1.75
_PAD: Final = 12
_LEADING: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class Figure(QAbstractButton):
    """A big number over a caption. One that can be switched says so by its look; the others only tell."""

    def __init__(self, *, switch: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.caption = "", ""
        self.setCheckable(switch)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if switch else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not switch)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, switch)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def tell(self, number: str, caption: str, hint: str = "") -> None:
        """Show a number; ``hint`` says what it leaves open."""
        self.number, self.caption = number, caption
        self.setAccessibleName(f"{number} {caption}")
        self.setAccessibleDescription(hint)
        self.setToolTip(hint)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its texts."""
        return _figure_size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the texts, and the ground of a switch."""
        with QPainter(self) as painter:
            _paint_figure(painter, self)


def _figure_size(figure: Figure) -> QSize:
    big, small = _metrics(figure)
    width = max(big.horizontalAdvance(figure.number), small.horizontalAdvance(figure.caption))
    return QSize(width + 2 * _PAD, big.height() + small.height() + 12)


def _metrics(widget: QWidget) -> tuple[QFontMetrics, QFontMetrics]:
    return QFontMetrics(theme.sized(widget.font(), _BIG, bold=True)), widget.fontMetrics()


def _paint_figure(painter: QPainter, figure: Figure) -> None:
    palette, big = figure.palette(), _metrics(figure)[0]
    ground = _figure_ground(figure)
    if figure.isCheckable():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        framed = figure.isChecked() or figure.hasFocus()
        painter.setPen(palette.color(theme.Role.Accent if framed else theme.Role.Mid))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(figure.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
    area = figure.rect().adjusted(_PAD, 6, -_PAD, -6)
    painter.setFont(theme.sized(figure.font(), _BIG, bold=True))
    painter.setPen(palette.color(theme.Role.WindowText))
    painter.drawText(area.adjusted(0, 0, 0, big.height() - area.height()), _LEADING, figure.number)
    painter.setFont(figure.font())
    painter.setPen(theme.faded(palette.color(theme.Role.WindowText), ground))
    painter.drawText(area.adjusted(0, big.height(), 0, 0), _LEADING, figure.caption)


def _figure_ground(figure: Figure) -> QColor:
    window, accent = figure.palette().color(theme.Role.Window), figure.palette().color(theme.Role.Accent)
    if figure.isChecked():
        return theme.blended(accent, window, 0.18)
    hovered = figure.isCheckable() and figure.isEnabled() and figure.underMouse()
    return theme.blended(accent, window, 0.07) if hovered else window
