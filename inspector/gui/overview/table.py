# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A chart's twin: the same bars as a table, for screen readers and for whoever sorts and copies numbers."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.models.table import Columns, TableColumn, TableModel
from inspector.gui.overview.chart import number_text
from inspector.gui.overview.records import Bar
from inspector.gui.translation import QT_TRANSLATE_NOOP
from inspector.gui.views.table_pane import RowTable

COLUMNS: Final = Columns(
    "overview",
    (
        TableColumn(QT_TRANSLATE_NOOP("overview", "What"), "", 30, lambda bar: bar.title),
        TableColumn(QT_TRANSLATE_NOOP("overview", "Cookies"), "", 14, number_text, lambda bar: bar.cookies or 0),
    ),
)


class BarTable(RowTable):
    """Shows bars as rows. ``chosen`` tells the value of a row that was activated."""

    chosen = Signal(object)  # Value

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        self._bars = TableModel(COLUMNS)
        super().__init__(self._bars, COLUMNS, parent)
        self._bars.setParent(self)
        self.setAccessibleName(title)
        self.activated.connect(self._choose)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show other bars."""
        self._bars.show(bars)

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        rows = self.verticalHeader().defaultSectionSize() * self._bars.rowCount()
        return QSize(super().sizeHint().width(), rows + self.horizontalHeader().sizeHint().height() + 4)

    def _choose(self, index: QModelIndex) -> None:
        value = self._bars.rows[self._bars.number_of(index.row())].value
        if value is not None:
            self.chosen.emit(value)
