# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The bar over the opt-outs: what was found, looking again, and the site whose cookies a person wants to delete."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui.views.flow import FlowLayout


class OptOutsBar(QWidget):
    """A sentence and the buttons. ``steps_asked`` tells the site whose cookies are to be deleted by the user."""

    steps_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = QLabel()
        self.again = QPushButton(self.tr("&Check again"))
        self.values = QPushButton(self.tr("Check again, reading &values"))
        self.site, self.clear = QLineEdit(), QPushButton(self.tr("How to &delete its cookies…"))
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        buttons = FlowLayout(10)
        for widget in (self.again, self.values, self.site, self.clear):
            buttons.addWidget(widget)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        self.clear.clicked.connect(self._ask)
        self.site.returnPressed.connect(self._ask)
        self.site.textChanged.connect(self._show_ready)
        self._show_ready()

    def _dress(self) -> None:
        self.values.setToolTip(
            self.tr(
                "Most opt-outs are told by a cookie's value. Values are opened in memory, shown nowhere and kept "
                "nowhere; your system may ask for a keyring."
            )
        )
        self.site.setPlaceholderText(self.tr("A site, such as shop.example"))
        self.site.setMaxLength(253)
        self.site.setAccessibleName(self.tr("Site whose cookies are to be deleted"))
        self.site.setFixedWidth(self.fontMetrics().averageCharWidth() * 40)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_looking(self) -> None:
        """Show that it is being looked."""
        self.state.setText(self.tr("Looking…"))
        self.again.setEnabled(False)
        self.values.setEnabled(False)

    def show_found(self, companies: int, *, values: bool) -> None:
        """Show of how many companies a way out is known; ``values``: whether there is a store to read values of."""
        text = self.tr("{count} companies with a known opt-out were found").format(count=companies)
        self.state.setText(text if companies else "")
        self.again.setEnabled(True)
        self.values.setEnabled(values)

    def _ask(self) -> None:
        if site := self.site.text().strip():
            self.steps_asked.emit(site)

    def _show_ready(self) -> None:
        self.clear.setEnabled(bool(self.site.text().strip()))
