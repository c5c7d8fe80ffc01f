# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A filter line over a table of a few thousand rows, with a count, and a sentence where there is nothing to show."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.gui import theme, words
from inspector.gui.models.query import parse
from inspector.gui.models.table import Columns, Row, TableColumn, TableModel
from inspector.gui.views.data_table import DataTable
from inspector.gui.views.signs import SignDelegate

_CELL_PAD: Final = 24  # the style's margins and those of the style sheet, at both sides of the text and of its sign


class RowTable(DataTable):
    """The table itself: columns as data, several rows chosen at once, the order in which they came without a sign."""

    def __init__(self, model: TableModel, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(QAbstractItemView.SelectionMode.ExtendedSelection, parent)
        self.setModel(model)
        self.setItemDelegate(SignDelegate(self))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        widths = [*(column.width for column in columns.columns[:-1]), 0]  # the last one takes the room that is left
        self.set_widths(widths, {section: self._words_width(column) for section, column in enumerate(columns.columns)})
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)

    def _words_width(self, column: TableColumn) -> int:
        """Return what the few words of a column need, with their sign; nothing where they are not few."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(text) for text in column.words()), default=0)
        sign = metrics.height() if column.look is not None else 0
        return widest + sign + _CELL_PAD if widest else 0


class TablePane(QWidget):
    """Shows rows. ``chosen`` tells that other rows are chosen, by the user or by :meth:`choose`."""

    chosen = Signal()

    def __init__(self, columns: Columns, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TableModel(columns, self)
        self.table = RowTable(self.model, columns)
        self.line, self.count, self.nothing = QLineEdit(), QLabel(), QLabel()
        self._why_empty = ""
        self.table.setAccessibleName(name)
        self.line.setAccessibleName(self.tr("Filter: {what}").format(what=name))
        self.line.setPlaceholderText(placeholder)
        self._dress()
        self._lay_out()
        self.line.textChanged.connect(self._refilter)
        self.table.selectionModel().selectionChanged.connect(self._tell_chosen)

    def _dress(self) -> None:
        self.line.setClearButtonEnabled(True)
        self.line.setMaxLength(1000)
        self.line.setMinimumHeight(round(self.line.fontMetrics().height() * 1.7))
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setMargin(24)
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setBackgroundRole(theme.Role.Base)
        self.nothing.setAutoFillBackground(True)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 8, 10, 8)
        bar.setSpacing(10)
        bar.addWidget(self.line, 1)
        bar.addWidget(self.count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.stack, 1)

    def show_rows(self, rows: tuple[Row, ...], why_empty: str) -> None:
        """Show other rows in place of all there are; ``why_empty`` stands there when there is none."""
        self._why_empty = why_empty
        self.model.show(rows)
        self._refilter()

    def rows(self) -> tuple[Row, ...]:
        """Return the chosen rows, from the top."""
        return tuple(self.model.rows[number] for number in self.numbers())

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers of the chosen rows in the model, in the order shown."""
        return tuple(self.model.number_of(row) for row in self.table.chosen_rows())

    def choose(self, numbers: Iterable[int]) -> None:
        """Choose rows of the model and bring the first into view; a filter that hides all of them is cleared."""
        numbers = tuple(numbers)
        if numbers and all(self.model.row_of(number) < 0 for number in numbers):
            self.line.clear()
        rows = sorted(row for number in numbers if (row := self.model.row_of(number)) >= 0)
        selection, last = QItemSelection(), self.model.columnCount() - 1
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, last))
        model = self.table.selectionModel()
        if rows:
            model.setCurrentIndex(self.model.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.table.scrollTo(self.model.index(rows[-1], 0))
            self.table.scrollTo(self.model.index(rows[0], 0))
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def focus_line(self) -> None:
        """Put the cursor into the filter line, its text marked to be typed over."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _refilter(self) -> None:
        self.model.filter(parse(self.line.text()))
        shown, total = self.model.rowCount(), len(self.model.rows)
        part = self.tr("{shown} of {total}").format(shown=words.amount(shown), total=words.amount(total))
        self.count.setText(part if shown != total else words.amount(total) if total else "")
        self.nothing.setText(self.tr("Nothing matches what is typed.") if total else self._why_empty)
        self.stack.setCurrentWidget(self.table if shown else self.nothing)

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.chosen.emit()
