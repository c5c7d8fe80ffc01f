# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A table of a few thousand rows at most: columns as data over a tuple of rows, and a filter over their texts.

The cookie table has its own model and proxy, because it must stay fluent with a hundred thousand rows.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from inspector.gui.hues import Look
from inspector.gui.models.cookies import NO_INDEX, SORT_ROLE, Index, Role
from inspector.gui.models.query import Query
from inspector.gui.translation import translate

LOOK_ROLE: Final = SORT_ROLE + 1
_ALIGN: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading

Row = Any  # a record of the page that makes the columns; only they look into it
SortKey = str | int | float


class TableColumn(NamedTuple):
    """A column: ``width`` in average characters, its text of a row, what it sorts by, its sign, what is said of it."""

    title: str
    hint: str
    width: int
    text: Callable[[Row], str]
    sort_key: Callable[[Row], SortKey] | None = None
    look: Callable[[Row], Look | None] | None = None
    tooltip: Callable[[Row], str] | None = None


class Columns(NamedTuple):
    """The columns of a table, and the context in which their titles are translated."""

    context: str
    columns: tuple[TableColumn, ...]

    def title(self, section: int) -> str:
        """The title of a column in the user's language."""
        return translate(self.context, self.columns[section].title)

    def hint(self, section: int) -> str:
        """What a column holds, in the user's language."""
        return translate(self.context, self.columns[section].hint)


def _sort_key(column: TableColumn, row: Row) -> SortKey:
    return column.text(row).casefold() if column.sort_key is None else column.sort_key(row)


_CELLS: Final[Mapping[int, Callable[[TableColumn, Row], object]]] = {
    int(Role.DisplayRole): lambda column, row: column.text(row),
    int(Role.ToolTipRole): lambda column, row: (column.tooltip or column.text)(row),
    int(Role.TextAlignmentRole): lambda column, row: _ALIGN,
    LOOK_ROLE: lambda column, row: None if column.look is None else column.look(row),
    SORT_ROLE: _sort_key,
}
_HEADINGS: Final[Mapping[int, Callable[[Columns, int], str]]] = {
    int(Role.DisplayRole): Columns.title,
    int(Role.ToolTipRole): Columns.hint,
    int(Role.AccessibleDescriptionRole): Columns.hint,
}


class TableModel(QAbstractTableModel):
    """Rows under columns."""

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Take other rows in place of all there are."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def cell(self, row: int, column: int, role: int) -> Any:
        """Return what a role says of a cell."""
        held = self.columns.columns[column]
        if role == Role.AccessibleTextRole:
            return f"{self.columns.title(column)}: {held.text(self.rows[row]) or translate('table', 'none')}"
        tell = _CELLS.get(role)
        return None if tell is None else tell(held, self.rows[row])

    def heading(self, section: int, role: int) -> Any:
        """Return what a role says of a column's header."""
        if role == Role.TextAlignmentRole:
            return _ALIGN
        tell = _HEADINGS.get(role)
        inside = 0 <= section < len(self.columns.columns)
        return tell(self.columns, section) if tell is not None and inside else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows of the table; cells have no children."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Columns of the table."""
        return 0 if parent.isValid() else len(self.columns.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """See :meth:`cell`."""
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """See :meth:`heading`; rows have no headers."""
        return self.heading(section, role) if orientation == Qt.Orientation.Horizontal else None


class ShownRows(QSortFilterProxyModel):
    """The rows that a filter line lets through, sorted by a column."""

    def __init__(self, source: TableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._query = Query()
        self._haystacks: tuple[str, ...] | None = None
        source.modelAboutToBeReset.connect(self._forget)
        source.modelReset.connect(self._forget)  # connected before Qt's own slot, which asks about the new rows
        self.setSourceModel(source)
        self.setSortRole(SORT_ROLE)

    def filter(self, query: Query) -> None:
        """Show the rows that hold all wanted words and none of the unwanted ones."""
        self._query = query
        self.invalidateFilter()

    def number_of(self, row: int) -> int:
        """Return the number that the row shown at ``row`` has in the model."""
        return self.mapToSource(self.index(row, 0)).row()

    def row_of(self, number: int) -> int:
        """Return where a row of the model is shown, -1 where the filter hides it."""
        return self.mapFromSource(self._source.index(number, 0)).row()

    def _forget(self) -> None:
        self._haystacks = None

    def _lets_through(self, row: int) -> bool:
        if self._query.empty:
            return True
        if self._haystacks is None:
            columns = self._source.columns.columns
            self._haystacks = tuple(
                "\n".join(column.text(held) for column in columns).lower() for held in self._source.rows
            )
        text = self._haystacks[row]
        wanted = all(term in text for term in self._query.wanted)
        return wanted and not any(term in text for term in self._query.unwanted)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """See :meth:`_lets_through`."""
        return self._lets_through(row)
