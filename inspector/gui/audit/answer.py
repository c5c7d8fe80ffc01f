# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The answer in one line, with its sign, and below it what has to be known to read it rightly."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.audit import words
from inspector.gui.hues import Look
from inspector.gui.views.signs import sign
from inspector.gui.words import issues


class AnswerStrip(QWidget):
    """Shows a report's first line. ``issues_asked`` tells that the issues were asked for."""

    issues_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.sign, self.headline, self.standing, self.stale = QLabel(), QLabel(), QLabel(), QLabel()
        self.issues = QPushButton()
        self.headline.setFont(theme.sized(self.font(), 1.25, bold=True))
        for label in (self.headline, self.standing, self.stale):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.standing.setForegroundRole(theme.Role.PlaceholderText)
        self.stale.setText(
            self.tr("Something was changed above since this was judged. Audit again to bring it up to date.")
        )
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(14, 10, 12, 10)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.sign, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.headline, 0, 1)
        layout.addWidget(self.standing, 1, 1)
        layout.addWidget(self.stale, 2, 1)
        layout.addWidget(self.issues, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.setColumnStretch(1, 1)
        self.issues.clicked.connect(self.issues_asked)
        self.show_stale(False)

    def show_report(self, report: Report) -> None:
        """Show the answer of a report."""
        self._look = words.answer_look(report)
        self.headline.setText(f"{visible(report.site, 120)}: {visible(report.headline, 1000)}")
        lines = (words.standing(report), *report.notices)
        self.standing.setText(" ".join(visible(_ended(line), 600) for line in lines))
        self.issues.setText(issues(len(report.problems)))
        self.issues.setVisible(bool(report.problems))
        self._paint_sign()

    def show_stale(self, stale: bool) -> None:
        """Say that the question was changed after it was answered."""
        self.stale.setVisible(stale)

    def _paint_sign(self) -> None:
        if self._look is not None:
            side = round(self.headline.fontMetrics().height() * 1.25)
            self.sign.setPixmap(sign(self._look, side, self.palette().color(theme.Role.Base)))

    def changeEvent(self, event: QEvent) -> None:
        """Paint the sign in the colours of a theme that was switched."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_sign()


def _ended(text: str) -> str:
    return text if text.endswith(".") else f"{text}."
