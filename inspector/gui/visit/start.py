# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What stands on the page while there is no visit: what one shows, or why there is none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector.core.problem import Problem
from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.views.picture import CookiePicture


class VisitStart(QWidget):
    """A picture, a title, sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text, self.promise = QLabel(), QLabel(), QLabel()
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        self.title.setFont(theme.sized(self.font(), 1.6, bold=True))
        self.promise.setForegroundRole(theme.Role.PlaceholderText)
        self.promise.setText(
            self.tr(
                "Nothing is contacted before you agree to a line that says what. An earlier visit can be dropped here."
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(CookiePicture(), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.text, self.promise):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        layout.addStretch(3)
        self.show_start(browsers=True)

    def show_start(self, *, browsers: bool) -> None:
        """Say what a visit shows; where no browser is installed, what is needed."""
        if browsers:
            text = self.tr(
                "Visit a page with a browser of this computer: which cookies it asks for, what the browser stores and"
                " refuses, who writes them, and what comes before and after a choice."
            )
            self._show(self.tr("What does the site really do?"), text)
            return
        text = self.tr(
            "A visit needs Chrome, Chromium, Edge, Brave, Vivaldi, Opera or Firefox, installed where its maker puts it."
            " None is ever downloaded by this program."
        )
        self._show(self.tr("No browser that can make a visit was found"), text)

    def show_opening(self, what: str) -> None:
        """Say that an earlier visit is being read."""
        self._show(self.tr("Reading the visit"), visible(what, 200))

    def show_failure(self, problem: Problem) -> None:
        """Say why there is no visit to show."""
        why = f" ({visible(problem.why, 400)})" if problem.why else ""
        text = f"{visible(problem.what, 400)}{why}. {visible(problem.what_to_do, 400)}".strip()
        self._show(self.tr("There is no visit to show"), text)

    def _show(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
