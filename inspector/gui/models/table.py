# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A table of some thousand rows: columns as data over a tuple of rows, filtered and sorted in one pass over arrays.

The model keeps the order of its rows itself: Qt's sorting proxy asks Python for every comparison, and needs seconds
for what Python's own sort does in hundredths. The cookie table has a model of its own for a hundred thousand rows.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from inspector.gui.hues import Look
from inspector.gui.models.cookies import NO_INDEX, Index, Role
from inspector.gui.models.order import ordered
from inspector.gui.models.query import Words
from inspector.gui.translation import translate

LOOK_ROLE: Final = int(Role.UserRole)
_ALIGN: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading

Row = Any  # a record of the page that makes the columns; only they look into it
SortKey = str | int | float


class TableColumn(NamedTuple):
    """A column: ``width`` in average characters, its text of a row, what it sorts by, its sign, what is said of it.

    ``words`` are all its texts, where they are few: it is wide enough for each in any language.
    """

    title: str
    hint: str
    width: int
    text: Callable[[Row], str]
    sort_key: Callable[[Row], SortKey] | None = None
    look: Callable[[Row], Look | None] | None = None
    tooltip: Callable[[Row], str] | None = None
    words: Callable[[], Iterable[str]] = tuple


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


_CELLS: Final[Mapping[int, Callable[[TableColumn, Row], object]]] = {
    int(Role.DisplayRole): lambda column, row: column.text(row),
    int(Role.ToolTipRole): lambda column, row: (column.tooltip or column.text)(row),
    int(Role.TextAlignmentRole): lambda column, row: _ALIGN,
    LOOK_ROLE: lambda column, row: None if column.look is None else column.look(row),
}
_HEADINGS: Final[Mapping[int, Callable[[Columns, int], str]]] = {
    int(Role.DisplayRole): Columns.title,
    int(Role.ToolTipRole): Columns.hint,
    int(Role.AccessibleDescriptionRole): Columns.hint,
}


class TableModel(QAbstractTableModel):
    """The rows that a filter lets through, sorted by a column; without one, in the order in which they were given.

    A row's number is its place in ``rows``, whatever is shown.
    """

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: tuple[Row, ...] = ()
        self._query = Words()
        self._sorted_by = (-1, False)
        self._haystacks: Sequence[str] | None = None
        self._order: Sequence[int] = ()
        self._shown: Sequence[int] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Take other rows in place of all there are; filter and order stay."""
        self.beginResetModel()
        self.rows, self._haystacks = rows, None
        self._order = self._ordered()
        self._shown = self._matching()
        self.endResetModel()

    def renew(self, rows: tuple[Row, ...]) -> None:
        """Take rows that say more of the same things, number for number: what is shown, chosen and sorted stays."""
        if len(rows) != len(self.rows):
            raise ValueError("other rows are shown, not renewed")
        self.rows, self._haystacks = rows, None
        if self._shown:
            last = self.createIndex(len(self._shown) - 1, len(self.columns.columns) - 1)
            self.dataChanged.emit(self.createIndex(0, 0), last)

    def filter(self, query: Words) -> None:
        """Show the rows that hold all wanted words and none of the unwanted ones."""
        self._query = query
        self._reorder(self._matching())

    def number_of(self, row: int) -> int:
        """Return the number of the row that is shown at ``row``."""
        return self._shown[row]

    def row_of(self, number: int) -> int:
        """Return where a row is shown, -1 where the filter hides it."""
        return _place(self._shown, number)

    def _ordered(self) -> Sequence[int]:
        section, descending = self._sorted_by
        if not 0 <= section < len(self.columns.columns):
            return range(len(self.rows))
        column = self.columns.columns[section]
        if column.sort_key is not None:
            return ordered([column.sort_key(row) for row in self.rows], descending=descending)
        return ordered([column.text(row).casefold() for row in self.rows], descending=descending)

    def _matching(self) -> Sequence[int]:
        if self._query.empty:
            return self._order
        if self._haystacks is None:
            columns = self.columns.columns
            self._haystacks = ["\n".join([column.text(row) for column in columns]).casefold() for row in self.rows]
        haystacks, shown = self._haystacks, list(self._order)
        for term in self._query.wanted:
            shown = [number for number in shown if term in haystacks[number]]
        for term in self._query.unwanted:
            shown = [number for number in shown if term not in haystacks[number]]
        return shown

    def _order_by(self, section: int, order: Qt.SortOrder) -> None:
        self._sorted_by = (section, order == Qt.SortOrder.DescendingOrder)
        self._order = self._ordered()
        self._reorder(self._matching())

    def _reorder(self, shown: Sequence[int]) -> None:
        """Replace the list of rows and move the few indexes that views hold on to."""
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._shown[index.row()]) for index in self.persistentIndexList()]
        self._shown = shown
        places: dict[int, int] = {}
        for index, number in held:
            if number not in places:  # views hold one index for each column of a row
                places[number] = _place(shown, number)
            moved = self.createIndex(places[number], index.column()) if places[number] >= 0 else QModelIndex()
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def cell(self, row: int, column: int, role: int) -> Any:
        """Return what a role says of a shown cell."""
        held, record = self.columns.columns[column], self.rows[self._shown[row]]
        if role == Role.AccessibleTextRole:
            return f"{self.columns.title(column)}: {held.text(record) or translate('table', 'none')}"
        tell = _CELLS.get(role)
        return None if tell is None else tell(held, record)

    def heading(self, section: int, role: int) -> Any:
        """Return what a role says of a column's header."""
        if role == Role.TextAlignmentRole:
            return _ALIGN
        tell = _HEADINGS.get(role)
        inside = 0 <= section < len(self.columns.columns)
        return tell(self.columns, section) if tell is not None and inside else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows that are shown; cells have no children."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Columns of the table."""
        return 0 if parent.isValid() else len(self.columns.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """See :meth:`cell`."""
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """See :meth:`heading`; rows have no headers."""
        return self.heading(section, role) if orientation == Qt.Orientation.Horizontal else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort all rows by a column; -1 gives back the order in which they came."""
        self._order_by(column, order)


def _place(shown: Sequence[int], number: int) -> int:
    try:
        return shown.index(number)
    except ValueError:
        return -1
