# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What was found, line by line: each is a button that leads to what it speaks of."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.chips import hue_colour
from inspector.gui.overview.records import Line
from inspector.gui.views.icons import paint_icon
from inspector.gui.views.mirror import mirrored

_LINE: Final = 2.1  # of the font's height
_PAD: Final = 10
_START: Final = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_WRAPPED: Final = _START | Qt.TextFlag.TextWordWrap
_ARROW: Final = "›"


class LineButton(QAbstractButton):
    """One line: a shape, a sentence, and an arrow."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setText(line.text)
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """As wide as its sentence."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 6 * _PAD, round(metrics.height() * _LINE))

    def heightForWidth(self, width: int) -> int:
        """A sentence that is longer than the line goes on in the next."""
        room = QRect(0, 0, _room(QRect(0, 0, width, 1), self.fontMetrics()).width(), 1 << 16)
        text = self.fontMetrics().boundingRect(room, _WRAPPED, self.text())
        return text.height() + round(self.fontMetrics().height() * (_LINE - 1))

    def minimumSizeHint(self) -> QSize:
        """Narrow; the sentence wraps."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        with QPainter(self) as painter:
            _paint_line(painter, self)


def _paint_line(painter: QPainter, button: LineButton) -> None:
    palette, metrics, area = button.palette(), button.fontMetrics(), button.rect()
    base, accent = palette.color(theme.Role.Base), palette.color(theme.Role.Accent)
    ground = theme.blended(accent, base, 0.09) if button.underMouse() or button.hasFocus() else base
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(accent if button.hasFocus() else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    side = _side(metrics)
    icon = QRect(_PAD, (area.height() - side) // 2, side, side)
    arrow = metrics.horizontalAdvance(_ARROW)
    room = _room(area, metrics)
    end = QRect(area.right() - arrow - _PAD, 0, arrow + 2, area.height())
    direction, line = button.layoutDirection(), button.line
    icon_at = mirrored(direction, area, icon)
    paint_icon(painter, line.icon, QRectF(icon_at), hue_colour(line.hue, ground))
    painter.setPen(palette.color(theme.Role.Text))
    painter.drawText(mirrored(direction, area, room), _WRAPPED, button.text())
    painter.drawText(mirrored(direction, area, end), _START, _ARROW)


def _side(metrics: QFontMetrics) -> int:
    return round(metrics.height() * 0.95)


def _room(area: QRect, metrics: QFontMetrics) -> QRect:
    """Return where the sentence stands: between the shape and the arrow."""
    return area.adjusted(2 * _PAD + _side(metrics), 0, -(metrics.horizontalAdvance(_ARROW) + 2 * _PAD), 0)


class FoundLines(QWidget):
    """The lines under a title. ``asked`` tells where the pressed one leads."""

    asked = Signal(object)  # Value | Goal

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self.tr("What was found"))
        self.title.setFont(theme.sized(self.font(), 1.1, bold=True))
        self.buttons: list[LineButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.title)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines in place of all there are."""
        if tuple(button.line for button in self.buttons) == lines:
            return
        for button in self.buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(line) for line in lines]
        for button in self.buttons:
            self._column.addWidget(button)

    def _button(self, line: Line) -> LineButton:
        button = LineButton(line, self)
        button.setToolTip(button.text())
        button.clicked.connect(lambda: self.asked.emit(line.leads))
        return button
