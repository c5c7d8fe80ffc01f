# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The consent timeline under its title, with a button that shows the same as a table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui import theme
from inspector.gui.models.table import TableModel
from inspector.gui.views.table_pane import RowTable
from inspector.gui.visit.lanes import COLUMNS, lanes_of, moments_of
from inspector.gui.visit.rows import VisitRows
from inspector.gui.visit.timeline import Timeline


class TimelineCard(QWidget):
    """``chosen`` tells the number of a cookie's row, by the painting or by its twin."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.switch = QLabel(self.tr("Consent timeline")), QToolButton()
        self.timeline, self.model = Timeline(), TableModel(COLUMNS, self)
        self.twin = RowTable(self.model, COLUMNS)
        self.title.setFont(theme.sized(self.font(), 1.1, bold=True))
        self.switch.setCheckable(True)
        self.switch.setText(self.tr("Table"))
        self.switch.setAccessibleName(self.tr("Consent timeline as a table"))
        self.twin.setAccessibleName(self.title.text())
        self.setBackgroundRole(theme.Role.Base)
        self.setAutoFillBackground(True)
        self._lay_out()
        self.switch.toggled.connect(self.stack.setCurrentIndex)
        self.timeline.chosen.connect(self.chosen)
        self.twin.selectionModel().selectionChanged.connect(self._tell)

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self.timeline)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.timeline.setBackgroundRole(theme.Role.Base)
        self.timeline.setAutoFillBackground(True)
        self.stack = QStackedWidget()
        self.stack.addWidget(scroll)
        self.stack.addWidget(self.twin)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 10, 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)

    def show_rows(self, rows: VisitRows) -> None:
        """Show another visit, in both ways."""
        self.timeline.show_lanes(lanes_of(rows))
        self.model.show(moments_of(rows))

    def pane(self) -> QWidget:
        """Return what F6 leads to."""
        return self.twin if self.switch.isChecked() else self.timeline

    def _tell(self) -> None:
        rows = self.twin.chosen_rows()
        number = self.model.rows[self.model.number_of(rows[0])].row if rows else None
        if number is not None:
            self.chosen.emit(number)
