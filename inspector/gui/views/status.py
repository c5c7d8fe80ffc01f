# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The strip at the bottom: what was read, progress with a way to stop, and the door to the issues."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from inspector.core.visible import visible
from inspector.gui import comfort, words

if TYPE_CHECKING:  # the first picture does not wait for it
    from inspector.gui.workers import Progress


class StatusStrip(QStatusBar):
    """Shows sentences; ``cancelled`` and ``issues_asked`` tell what was pressed."""

    cancelled = Signal()
    issues_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence, self.bar = QLabel(), QProgressBar()
        self.cancel = QPushButton(self.tr("Stop"))
        self.issues = QPushButton()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(6, 3, 6, 3)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(self.fontMetrics().averageCharWidth() * 26)
        self.bar.setAccessibleName(self.tr("Progress of reading"))
        self.addWidget(self.sentence, 1)
        for widget in (self.bar, self.cancel, self.issues):
            self.addPermanentWidget(widget)
        self.cancel.clicked.connect(self.cancelled)
        self.issues.clicked.connect(self.issues_asked)
        self.show_idle("")
        self.show_issues(0)

    def show_progress(self, progress: "Progress") -> None:
        """Show how far reading is; a bar without end while the number of stores is unknown."""
        if progress.what:  # at the end there is nothing more to name
            self.sentence.setText(self.tr("Reading {what}…").format(what=visible(progress.what, 80)))
        comfort.show_steps(self.bar, progress.done, progress.total)
        self._show_busy(True)

    def show_stopping(self) -> None:
        """Answer the press at once, whatever the reader is in the middle of."""
        self.sentence.setText(self.tr("Stopping…"))
        self._show_busy(False)

    def show_idle(self, sentence: str, more: str = "") -> None:
        """Show what came of it; ``more`` is shown to who points at it."""
        self.sentence.setText(sentence)
        self.sentence.setToolTip(f"<qt>{escape(visible(more))}</qt>" if more else "")
        self._show_busy(False)

    def show_issues(self, count: int) -> None:
        """Offer the issues where there are some."""
        self.issues.setText(words.issues(count))
        self.issues.setVisible(count > 0)

    def _show_busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
