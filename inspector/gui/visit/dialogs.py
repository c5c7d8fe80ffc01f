# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The question before a visit: what will be contacted, in one line, and what is done with it below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui import words as general
from inspector.gui.translation import translate
from inspector.gui.visit.source import Compare, Question


class ContactDialog(QDialog):
    """Says what a visit contacts. ``agreed`` tells the very question that was shown."""

    agreed = Signal(object)  # Question

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self.setWindowTitle(self.tr("Visit the site"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.line = QLabel(contacted(question))
        self.line.setFont(theme.sized(self.font(), 1.15, bold=True))
        self.more = [QLabel(text) for text in explained(question)]
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        name = self.tr("Visit {host}").format(host=visible(question.host, 60))
        self.go = self.buttons.addButton(name, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self._agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(10)
        for label in (self.line, *self.more):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self._question)


def contacted(question: Question) -> str:
    """Return in one line what a visit contacts."""
    names = ", ".join(visible(browser.name, 40) for browser in question.browsers)
    template = translate("visit", "{browsers} will open {host}, and contact whatever its pages load.")
    return template.format(browsers=names, host=visible(question.host, 80))


def explained(question: Question) -> tuple[str, ...]:
    """Return what has to be known before: the address, how often, what else is asked, what becomes of the profile."""
    once = translate("visit", "The address is {address}. One run: {runs}.")
    often = translate("visit", "The address is {address}. {count} runs, one after the other: {runs}.")
    runs = "; ".join(visible(run, 80) for run in question.runs)
    count = general.amount(len(question.runs))
    told = once if len(question.runs) == 1 else often
    texts = [told.format(address=visible(question.url, 300), count=count, runs=runs)]
    if question.follow:
        links = translate("visit", "Up to {count} of the page's own links are opened after it.")
        texts.append(links.format(count=general.amount(question.follow)))
    if question.pages is not None:
        pages = translate("visit", "Then the addresses in {file} are opened, wherever they lead.")
        texts.append(pages.format(file=visible(question.pages.name, 80)))
    if question.manual:
        texts.append(
            translate(
                "visit", "The browser opens a window: choose there, and mark here what you did, once in each run."
            )
        )
    if question.compare is Compare.FOUND:
        texts.append(
            translate("visit", "Afterwards this program itself asks for the policy that the page links to, over https.")
        )
    texts.append(
        translate(
            "visit",
            "Each run has a fresh profile, which is removed; your own profiles are not touched. The site can tell that"
            " a program drives the browser.",
        )
    )
    return tuple(texts)
