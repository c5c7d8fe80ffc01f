# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of every address that was asked since the program was started."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.policy.contacts import Contact


class ContactsDialog(QDialog):
    """The addresses with their moments, as text that can be copied."""

    def __init__(self, contacts: tuple[Contact, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hosts contacted"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        nothing = self.tr("Nothing was sent or fetched. Only an address that you give is ever asked.")
        some = self.tr("Only the addresses that you gave were asked, where they led, and what visited pages loaded:")
        explanation = QLabel(some if contacts else nothing)
        explanation.setWordWrap(True)
        self.list = QPlainTextEdit("\n".join(_line(contact) for contact in contacts))
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.list.setAccessibleName(self.tr("Addresses"))
        self.list.setVisible(bool(contacts))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (explanation, self.list, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)


def _line(contact: Contact) -> str:
    return f"{words.moment(contact.us)}   {visible(contact.host, 120)}   {visible(contact.address, 500)}"
