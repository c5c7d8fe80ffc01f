# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What stands on the audit page while there is no report: what it needs, and an example that needs nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector.core.problem import Problem
from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.policy.start import PagePicture
from inspector.gui.views.picture import CookiePicture


class AuditStart(QWidget):
    """Two pictures, a title, a sentence, two buttons."""

    policy_asked = Signal()
    example_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = QLabel(), QLabel()
        self.policy, self.example = QPushButton(self.tr("Give a policy…")), QPushButton(self.tr("Show an example"))
        self.example.setToolTip(self.tr("A made-up shop, its policy and its cookies"))
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        self.title.setFont(theme.sized(self.font(), 1.6, bold=True))
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.policy.clicked.connect(self.policy_asked)
        self.example.clicked.connect(self.example_asked)
        self.show_missing(policy=False, cookies=False)

    def _lay_out(self) -> None:
        pictures, buttons = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((pictures, (PagePicture(), CookiePicture())), (buttons, (self.policy, self.example))):
            row.addStretch(1)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        pictures.setSpacing(20)
        buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addLayout(pictures)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        layout.addStretch(3)

    def show_missing(self, *, policy: bool, cookies: bool) -> None:
        """Say what is still needed."""
        if policy and cookies:
            text = self.tr("Choose a site above and press Audit.")
        elif policy:
            text = self.tr("There are no cookies to judge: read a browser or open a store on the page of cookies.")
        else:
            text = self.tr("Choose a site above and give its policy: each promise is set against the cookies found.")
        self._show(self.tr("Promise against practice"), text)
        self.policy.setVisible(not policy)

    def show_judging(self, site: str) -> None:
        """Say that an audit is under way."""
        self._show(self.tr("Judging"), visible(site, 120))
        self.policy.hide()

    def show_failure(self, problem: Problem) -> None:
        """Say why there is no report."""
        why = f" ({visible(problem.why, 400)})" if problem.why else ""
        what_to_do = visible(problem.what_to_do, 400)
        self._show(self.tr("This could not be judged"), f"{visible(problem.what, 400)}{why}. {what_to_do}".strip())

    def _show(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
