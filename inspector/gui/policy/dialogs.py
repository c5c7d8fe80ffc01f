# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Two ways to give a policy: pasting its text, and naming its address, which is the one question before any contact."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.policy.source import Request, Way, completed, host_of
from inspector.gui.translation import translate

_LONGEST_ADDRESS = 2_000
_LONGEST_TEXT = 20_000_000  # characters; the readers refuse more


class _Asking(QDialog):
    """A question with one button that goes on. ``answered`` tells the request that it makes."""

    answered = Signal(object)  # Request

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go: QPushButton = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self._answer)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 20, 20, 16)
        self.column.setSpacing(10)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def request(self) -> Request | None:
        """Return what was answered, ``None`` while that is nothing; each question says how it asks."""
        return None

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)

    def _answer(self) -> None:
        request = self.request()
        if request is not None:
            self.accept()
            self.answered.emit(request)


class AddressDialog(_Asking):
    """Asks for an address, and says which host will be contacted before anything is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("AddressDialog", "Policy from an address"), parent)
        self.line, self.finds, self.note = QLineEdit(), QCheckBox(), QLabel()
        label = QLabel(self.tr("&Address of the policy, or of the site's page"))
        label.setBuddy(self.line)
        self.line.setPlaceholderText("https://shop.example/privacy")
        self.line.setMaxLength(_LONGEST_ADDRESS)
        self.finds.setText(self.tr("This is the site's page: &find its policy there"))
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing() * 4)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._add(label, self.line, self.finds, self.note, self.buttons)
        self.line.textChanged.connect(self._tell)
        self.finds.toggled.connect(self._tell)
        self._tell()

    def request(self) -> Request | None:
        """Return the address to read."""
        address = completed(self.line.text())
        return Request(Way.ADDRESS, address, find=self.finds.isChecked()) if _can_be_asked(address) else None

    def _tell(self) -> None:
        request = self.request()
        self.go.setEnabled(request is not None)
        if request is None:
            self.go.setText(self.tr("Contact"))
            self.note.setText(self.tr("Nothing is contacted before you press the button. It will name the host."))
            return
        host = visible(request.hosts[0], 60)
        self.go.setText(self.tr("Contact {host}").format(host=host))
        once = self.tr(
            "{host} will be asked for this one page, over https and without cookies; no scripts run and nothing else"
            " on the page is loaded. Where it leads elsewhere, that is followed and listed afterwards."
        )
        finds = self.tr(
            "{host} will be asked for this page, and then for the privacy and cookie policy that it links to, over"
            " https and without cookies; no scripts run. Every host that was contacted is listed afterwards."
        )
        self.note.setText((finds if request.find else once).format(host=host))


def _can_be_asked(address: str) -> bool:
    """Whether an address has a host to ask, with a dot in its name: a lone word is still being typed."""
    return address.lower().startswith(("https://", "http://")) and "." in host_of(address).strip(".")


class PasteDialog(_Asking):
    """Asks for a policy's text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("PasteDialog", "Paste a policy"), parent)
        self.text = QPlainTextEdit()
        label = QLabel(self.tr("&Text of the policy, as copied from the page; Markdown and HTML are understood"))
        label.setBuddy(self.text)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.fontMetrics().lineSpacing() * 18)
        self.text.viewport().setBackgroundRole(theme.Role.Base)
        self.go.setText(self.tr("Read"))
        self._add(label, self.text, self.buttons)
        self.text.textChanged.connect(self._tell)
        self._tell()

    def request(self) -> Request | None:
        """Return the text to read."""
        text = self.text.toPlainText()[:_LONGEST_TEXT]
        return Request(Way.TEXT, text=text) if text.strip() else None

    def _tell(self) -> None:
        self.go.setEnabled(not self.text.document().isEmpty())
