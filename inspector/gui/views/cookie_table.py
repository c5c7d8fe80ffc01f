# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The table of cookies: sorted by any column, columns chosen, masked copies, a filter from any cell."""

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from inspector.core.cookie import Cookie
from inspector.core.filter.editing import Value
from inspector.core.visible import visible
from inspector.gui.cell_values import value_of_cell
from inspector.gui.column import Column
from inspector.gui.columns import COLUMNS
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.rows import CookieRow
from inspector.gui.views.cell import CellDelegate, cell_width
from inspector.gui.views.data_table import DataTable

_LONGEST = 60


class CookieTable(DataTable):
    """Shows a :class:`ShownCookies`. ``chosen`` tells the cookie of the current row, ``None`` for none.

    ``only_asked`` and ``hiding_asked`` tell the value of a cell that is to be shown alone, or left out.
    """

    chosen = Signal(object)
    only_asked = Signal(object)  # Value
    hiding_asked = Signal(object)  # Value

    def __init__(self, model: ShownCookies, parent: QWidget | None = None) -> None:
        super().__init__(QAbstractItemView.SelectionMode.SingleSelection, parent)
        self._shown = model
        self.setModel(model)
        self._cells = CellDelegate(model, self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(self.tr("Cookies"))
        self._shape_header()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer_filter)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def _shape_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        least = {at: self._widest(column) for at, column in enumerate(COLUMNS)}
        self.set_widths((column.width + 4 for column in COLUMNS), least)
        for section, column in enumerate(COLUMNS):
            self.setColumnHidden(section, not column.shown)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _widest(self, column: Column) -> int:
        return max((cell_width(cell, self.font()) for cell in column.every()), default=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be seen."""
        self._cells.begin(self.font())
        super().paintEvent(event)

    def prepare_orders(self) -> None:
        """Have the orders of the shown columns worked out before anybody asks for one."""
        self._shown.prepare_orders(self.visible_columns())

    def current_row(self) -> CookieRow | None:
        """Return what the chosen row shows."""
        rows = self.chosen_rows()
        return self._shown.row_at(rows[0]) if rows else None

    def current_cookie(self) -> Cookie | None:
        """Return the cookie of the chosen row."""
        rows = self.chosen_rows()
        return self._shown.cookie_at(rows[0]) if rows else None

    def choose(self, cookie: Cookie | None) -> None:
        """Choose the row of a cookie if it is shown, else the first row."""
        row = 0 if cookie is None else max(0, self._shown.row_of(cookie))
        column = self.visible_columns()[0]  # not ``selectRow``: it finds no column at the edge of a right-to-left table
        self.setCurrentIndex(self._shown.index(row, column))

    def current_value(self) -> Value | None:
        """Return what the current cell stands for in the filter, ``None`` where the filter has no word for it."""
        index = self.currentIndex()
        row = self._shown.row_at(index.row()) if index.isValid() else None
        return None if row is None else value_of_cell(COLUMNS[index.column()].key, row)

    def filter_menu(self) -> QMenu:
        """Return the menu of the current cell: what it stands for shown alone or hidden, and the copies."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        value = self.current_value()
        if value is not None:
            term = visible(f"{value.field}:{value.text}", _LONGEST)
            only = menu.addAction(self.tr("Show only {term}").format(term=term))
            only.triggered.connect(lambda: self.only_asked.emit(value))
            hide = menu.addAction(self.tr("Hide {term}").format(term=term))
            hide.triggered.connect(lambda: self.hiding_asked.emit(value))
            menu.addSeparator()
        self._add_sorting(menu)
        menu.addActions(self.actions())
        return menu

    def _add_sorting(self, menu: QMenu) -> None:
        """Offer by menu what a press on the header does, which no key reaches."""
        section = self.currentIndex().column()
        for text, order in (
            (self.tr("Sort by {column}, upwards"), Qt.SortOrder.AscendingOrder),
            (self.tr("Sort by {column}, downwards"), Qt.SortOrder.DescendingOrder),
        ):
            action = menu.addAction(text.format(column=COLUMNS[section].heading))
            action.triggered.connect(lambda checked=False, order=order: self.sortByColumn(section, order))
        menu.addSeparator()

    def _offer_filter(self, position: QPoint) -> None:
        if self.currentIndex().isValid():
            self.filter_menu().popup(self.viewport().mapToGlobal(position))

    def column_actions(self, parent: QWidget) -> list[QAction]:
        """Return a checkable action for each column, for menus."""
        actions = []
        for section, column in enumerate(COLUMNS):
            action = QAction(column.heading, parent, checkable=True, checked=not self.isColumnHidden(section))
            action.setToolTip(column.explanation)
            action.setEnabled(section > 0)  # the first stays, so that the header can always be reached
            action.setData(section)
            action.toggled.connect(self._show_column)
            actions.append(action)
        return actions

    def _show_column(self, shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.setColumnHidden(int(action.data()), not shown)
            self.prepare_orders()

    def _offer_columns(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.column_actions(menu))
        menu.popup(self.horizontalHeader().mapToGlobal(position))

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.chosen.emit(self.current_cookie())
