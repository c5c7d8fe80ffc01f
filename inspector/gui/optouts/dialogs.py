# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The question before a page is opened, which shows where it leads, and the steps where a person must go by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector.core.optout import Steps, WayLink
from inspector.core.visible import visible
from inspector.gui import theme
from inspector.gui.translation import translate


class OpenDialog(QDialog):
    """Shows host, owner, whole address and profile. ``agreed`` tells the very address that was shown."""

    agreed = Signal(str)

    def __init__(self, way: WayLink, host: str, site: str, where: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = way.url
        self.setWindowTitle(self.tr("Open the opt-out page"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.host, self.owner, self.address = QLabel(visible(host)), QLabel(), QLineEdit(way.url)
        self.host.setFont(theme.sized(self.font(), 1.5, bold=True))
        self.owner.setText(self.tr("It belongs to {site}.").format(site=visible(site)))
        self.address.setReadOnly(True)
        self.address.setCursorPosition(0)
        self.address.setAccessibleName(self.tr("The whole address"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self._agree)
        self._lay_out(way, where)

    def _lay_out(self, way: WayLink, where: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        texts = (
            self.tr("It opens in {where}, for which alone the opt-out holds.").format(where=visible(where, 120)),
            self.tr("{name}, {known}.").format(name=visible(way.name, 120), known=visible(way.known, 80)),
            self.tr("Stops: {stops}. Does not stop: {not_stops}.").format(
                stops=visible(way.stops, 300), not_stops=visible(way.does_not_stop, 300)
            ),
        )
        widgets = [self.host, self.owner, self.address, *map(QLabel, texts)]
        if way.requires_login:
            widgets.append(QLabel(self.tr("It needs an account there.")))
        for widget in widgets:
            if isinstance(widget, QLabel):
                widget.setTextFormat(Qt.TextFormat.PlainText)
                widget.setWordWrap(True)
            column.addWidget(widget)
        column.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self._url)


class StepsDialog(QDialog):
    """Numbered steps, a text to copy and a warning, for one or several profiles."""

    def __init__(self, title: str, many: Sequence[Steps], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.copies: list[QPushButton] = []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(8)
        for steps in many:
            self._add(steps, column)
        if not many:
            column.addWidget(_text(self.tr("No browser holds a cookie of this site: there is nothing to delete.")))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.fontMetrics().lineSpacing() * 22)

    def _add(self, steps: Steps, column: QVBoxLayout) -> None:
        title = _text(steps.title)
        title.setFont(theme.sized(self.font(), 1.15, bold=True))
        column.addWidget(title)
        if steps.warning:
            warning = _text(translate("StepsDialog", "Careful: {what}").format(what=visible(steps.warning, 400)))
            warning.setFont(theme.sized(self.font(), 1.0, bold=True))
            column.addWidget(warning)
        for number, step in enumerate(steps.steps, 1):
            column.addWidget(_text(f"{number}. {step}"))
        if steps.copy:
            line, button, row = QLineEdit(steps.copy), QPushButton(self.tr("Copy")), QHBoxLayout()
            line.setReadOnly(True)
            line.setCursorPosition(0)
            line.setAccessibleName(self.tr("To be copied"))
            button.clicked.connect(lambda checked=False, text=steps.copy: QGuiApplication.clipboard().setText(text))
            self.copies.append(button)
            row.addWidget(line, 1)
            row.addWidget(button)
            column.addLayout(row)
        column.addSpacing(10)


def _text(text: str) -> QLabel:
    label = QLabel(visible(text, 600))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
