# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What stands on the page while there is no policy: how to give one, that one is being read, or why none was."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector.core.problem import Problem
from inspector.core.visible import visible
from inspector.gui import hues, theme
from inspector.gui.hues import Look
from inspector.gui.policy import words
from inspector.gui.policy.source import Way

# Lines of the painted page: from, to (in parts of its width), and the look of marked ones.
_LINES: Final[tuple[tuple[float, float, Look | None], ...]] = (
    (0.14, 0.52, None),
    (0.14, 0.86, None),
    (0.14, 0.70, Look.YES),
    (0.14, 0.86, None),
    (0.14, 0.60, Look.NO),
    (0.14, 0.80, None),
)


class PagePicture(QWidget):
    """A page with two marked lines. Decoration: no name for screen readers, no focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grows with the user's font."""
        height = self.fontMetrics().height()
        return QSize(height * 4, height * 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page."""
        with QPainter(self) as painter:
            self._paint(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        text, base = self.palette().color(theme.Role.Text), self.palette().color(theme.Role.Base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(area, area.width() * 0.07, area.width() * 0.07)
        painter.fillPath(sheet, theme.blended(text, base, 0.06))
        painter.setPen(QPen(theme.blended(text, base, 0.30), 1.5))
        painter.drawPath(sheet)
        for number, (start, end, look) in enumerate(_LINES):
            colour = theme.blended(text, base, 0.30) if look is None else hues.ink(look, base)
            painter.setPen(QPen(colour, area.height() * 0.045, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            height = area.top() + area.height() * (0.17 + 0.135 * number)
            left, width = area.left(), area.width()
            painter.drawLine(QPointF(left + start * width, height), QPointF(left + end * width, height))


class StartPage(QWidget):
    """A picture, a title, a sentence, and a button for each way to give a policy. ``asked`` tells the way."""

    asked = Signal(object)  # Way

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        self.title, self.text, self.promise = QLabel(), QLabel(), QLabel()
        self.buttons = {way: QPushButton() for way in Way}
        self.buttons[Way.FILE].setText(self.tr("Open file…"))
        self.buttons[Way.TEXT].setText(self.tr("Paste text…"))
        self.buttons[Way.ADDRESS].setText(self.tr("From an address…"))
        for way, button in self.buttons.items():
            button.clicked.connect(lambda checked=False, way=way: self.asked.emit(way))
        self._dress()
        self._lay_out()
        self.show_start()

    def _dress(self) -> None:
        self.title.setFont(theme.sized(self.font(), 1.6, bold=True))
        for label in (self.title, self.text, self.promise):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.promise.setForegroundRole(theme.Role.PlaceholderText)
        self.promise.setText(
            self.tr("Nothing is fetched unless you give an address, and only after you agree to contact its host.")
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(PagePicture(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(row)
        layout.addWidget(self.promise)
        layout.addStretch(3)

    def show_start(self) -> None:
        """Say what the page is for."""
        self._show(
            self.tr("What does the site promise?"),
            self.tr("Give its privacy or cookie policy to see, sentence by sentence, what it declares and denies."),
        )

    def show_reading(self, what: str) -> None:
        """Say that something is being read."""
        self._show(self.tr("Reading the policy"), visible(what, 200), buttons=False)

    def show_failure(self, problem: Problem) -> None:
        """Say why there is no policy, and offer the ways to give one."""
        why = f" ({visible(problem.why, 400)})" if problem.why else ""
        where = words.pasted() if problem.where == "-" else visible(problem.where, 200)
        lines = (f"{where}:", f"{visible(problem.what, 400)}{why}.", visible(problem.what_to_do))
        self._show(self.tr("This could not be read"), "\n".join(filter(None, lines)))

    def _show(self, title: str, text: str, *, buttons: bool = True) -> None:
        self.title.setText(title)
        self.text.setText(text)
        for button in self.buttons.values():
            button.setVisible(buttons)
        self.promise.setVisible(buttons)
