# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The table of cookies: sorted by any column, columns chosen, masked copies."""

from PySide6.QtCore import QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from inspector.core.cookie import Cookie
from inspector.gui.columns import COLUMNS
from inspector.gui.models.filter import ShownCookies
from inspector.gui.models.rows import CookieRow
from inspector.gui.views.cell import CellDelegate


class CookieTable(QTableView):
    """Shows a :class:`ShownCookies`. ``chosen`` tells the cookie of the current row, ``None`` for none."""

    chosen = Signal(object)

    def __init__(self, model: ShownCookies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, self))
        self.setAccessibleName(self.tr("Cookies"))
        self._shape()
        self._shape_header()
        self.selectionModel().selectionChanged.connect(self._tell_chosen)

    def _shape(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))

    def _shape_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        character = self.fontMetrics().averageCharWidth()
        for section, column in enumerate(COLUMNS):
            self.setColumnWidth(section, round(character * (column.width + 4)))
            self.setColumnHidden(section, not column.shown)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def current_row(self) -> CookieRow | None:
        """Return what the chosen row shows."""
        rows = self.selectionModel().selectedRows()
        return self._shown.row_at(rows[0].row()) if rows else None

    def current_cookie(self) -> Cookie | None:
        """Return the cookie of the chosen row."""
        rows = self.selectionModel().selectedRows()
        return self._shown.cookie_at(rows[0].row()) if rows else None

    def choose(self, cookie: Cookie | None) -> None:
        """Choose the row of a cookie if it is shown, else the first row."""
        row = 0 if cookie is None else max(0, self._shown.row_of(cookie))
        column = self.visible_columns()[0]  # not ``selectRow``: it finds no column at the edge of a right-to-left table
        self.setCurrentIndex(self._shown.index(row, column))

    def visible_columns(self) -> list[int]:
        """Return the shown columns from left to right."""
        header = self.horizontalHeader()
        sections = (header.logicalIndex(position) for position in range(header.count()))
        return [section for section in sections if not header.isSectionHidden(section)]

    def copy_cell(self) -> None:
        """Copy the text of the current cell as it is shown."""
        index = self.currentIndex()
        if index.isValid():
            QGuiApplication.clipboard().setText(str(index.data()))

    def copy_row(self) -> None:
        """Copy the shown cells of the current row, apart by tabs."""
        row = self.currentIndex().row()
        if row >= 0:
            texts = (str(self._shown.index(row, column).data()) for column in self.visible_columns())
            QGuiApplication.clipboard().setText("\t".join(texts))

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

    def _offer_columns(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.column_actions(menu))
        menu.popup(self.horizontalHeader().mapToGlobal(position))

    def _tell_chosen(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.chosen.emit(self.current_cookie())
