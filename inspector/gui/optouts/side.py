# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The pane beside the opt-outs: everything of the chosen one, its ways out, and the buttons for the chosen way."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.core.optout import WayLink
from inspector.core.visible import visible
from inspector.gui.optouts.facts import look_facts, standing_facts
from inspector.gui.optouts.rows import OptOutRow
from inspector.gui.optouts.source import Looked
from inspector.gui.views.facts_view import FactsView


class WaySide(QWidget):
    """Shows one opt-out. ``opening_asked`` wants the page of the chosen way, ``told`` is a sentence for everybody."""

    opening_asked = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: OptOutRow | None = None
        self.details, self.ways = FactsView(), QComboBox()
        self.open, self.copy = QPushButton(self.tr("&Open its page…")), QPushButton(self.tr("Copy &link"))
        self.details.setAccessibleName(self.tr("Details of the opt-out"))
        self.details.setFrameShape(QFrame.Shape.NoFrame)
        self.ways.setAccessibleName(self.tr("Way out"))
        self.ways.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(14, 6, 10, 8)
        buttons.setSpacing(8)
        buttons.addWidget(self.ways, 1)
        buttons.addStretch()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.details, 1)
        column.addLayout(buttons)
        self.open.clicked.connect(self.opening_asked)
        self.copy.clicked.connect(self._copy)

    @property
    def way(self) -> WayLink | None:
        """The way out that is chosen, ``None`` where there is none."""
        number = self.ways.currentIndex()
        if self.row is None or not 0 <= number < len(self.row.first.links):
            return None
        return self.row.first.links[number]

    def show_row(self, row: OptOutRow | None, looked: Looked | None) -> None:
        """Show an opt-out; without one, what is told of all that were looked for."""
        self.row = row
        self.ways.clear()
        if row is not None:
            self.details.show_facts(row.name, row.where, standing_facts(row))
            self.ways.addItems([visible(way.name, 80) for way in row.first.links])
        elif looked is not None and looked.reading.stores:
            self.details.show_facts(self.tr("Opt-outs"), "", look_facts(looked.found))
        else:
            self.details.show_hint(self.tr("Choose a company to see its ways out."))
        self.open.setEnabled(self.way is not None)
        self.copy.setEnabled(self.way is not None)
        self.ways.setVisible(self.ways.count() > 1)

    def _copy(self) -> None:
        if (way := self.way) is not None:
            QGuiApplication.clipboard().setText(way.url)
            self.told.emit(self.tr("Link copied"))
