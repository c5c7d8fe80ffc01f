# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A calm line within the page: a sentence, and perhaps a question that can be left unanswered. Never a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget


class Strip(QFrame):
    """Hidden until it has something to say. ``answered`` tells whether the yes was pressed."""

    answered = Signal(bool)

    def __init__(self, yes: str = "", no: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.text, self.yes, self.no = QLabel(), QPushButton(yes), QPushButton(no)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self.text, 1)
        for button, said in ((self.yes, True), (self.no, False)):
            button.setVisible(bool(button.text()))
            button.clicked.connect(lambda checked=False, said=said: self.answered.emit(said))
            row.addWidget(button)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence; an empty one hides the strip."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
