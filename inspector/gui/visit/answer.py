# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The answer of a visit in one line, with its sign, and below it what has to be known to read it rightly."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.hues import Look
from inspector.gui.views.signs import sign
from inspector.gui.visit.source import Seen
from inspector.gui.words import issues

_ROOM: Final = 320  # characters below the answer: the tables want the height


class VisitAnswer(QWidget):
    """Shows the first lines of a visit. ``issues_asked`` tells that the issues were asked for."""

    issues_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.sign, self.headline, self.said, self.compared = QLabel(), QLabel(), QLabel(), QLabel()
        self.issues = QPushButton()
        self.headline.setFont(theme.sized(self.font(), 1.25, bold=True))
        for label in (self.headline, self.said, self.compared):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setForegroundRole(theme.Role.PlaceholderText)
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 10, 12, 10)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(3)
        layout.addWidget(self.sign, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        for row, label in enumerate((self.headline, self.compared, self.said)):
            layout.addWidget(label, row, 1)
        layout.addWidget(self.issues, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.setColumnStretch(1, 1)
        self.issues.clicked.connect(self.issues_asked)

    def show_seen(self, seen: Seen, count: int) -> None:
        """Show the answer of a visit, which has so many issues."""
        self._look = look_of(seen)
        self.headline.setText(visible(seen.report.headline, 1000))
        said = " ".join(visible(text, 600) for text in seen.report.said)
        self.said.setText(said if len(said) <= _ROOM else f"{said[:_ROOM].rsplit(' ', 1)[0]} …")
        self.said.setToolTip(said)  # and all of it stands in the pane beside the cookies
        compared = ""
        if seen.audit is not None:
            compared = self.tr("Compared with its policy: {answer}").format(answer=seen.audit.report.headline)
        elif seen.not_compared is not None:
            compared = f"{seen.not_compared.what}. {seen.not_compared.what_to_do}".strip()
        self.compared.setText(visible(compared, 1000))
        self.compared.setVisible(bool(compared))
        self.issues.setText(issues(count))
        self.issues.setVisible(bool(count))
        self._paint_sign()

    def _paint_sign(self) -> None:
        if self._look is not None:
            side = round(self.headline.fontMetrics().height() * 1.25)
            self.sign.setPixmap(sign(self._look, side, self.palette().color(theme.Role.Base)))

    def changeEvent(self, event: QEvent) -> None:
        """Paint the sign in the colours of a theme that was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_sign()


def look_of(seen: Seen) -> Look:
    """Return the look of the answer: of a visit alone nothing is good or bad, but it may not be measured."""
    from inspector.gui.audit.words import answer_look

    if not seen.report.record.measured or seen.not_compared is not None:
        return Look.OPEN
    return Look.NOTE if seen.audit is None else answer_look(seen.audit.report)
