# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The proxy between the cookie model and the table: which rows are shown, and in which order.

Qt's own filter proxy asks Python about every row and keeps a mapping per row; with 100,000 cookies that is several
times slower than one pass over plain arrays (tests/benchmarks/test_filter.py measures both). This one holds a list
of row numbers.
"""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt

from inspector.core.cookie import Cookie
from inspector.gui.column import Column
from inspector.gui.models.cookies import NO_INDEX, CookieModel, Index
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.query import Matched, Query, SortKeys, matching, matching_labels, ordered
from inspector.gui.models.rows import CookieRow, Rows

_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class ShownCookies(QAbstractProxyModel):
    """The rows that a :class:`Query` lets through, sorted by one column."""

    def __init__(self, source: CookieModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._query = Query()
        self._order: Sequence[int] = ()
        self._of_words: Sequence[int] = ()  # rows that match words and store, whatever their labels
        self._matched = Matched()
        self._shown: Sequence[int] = ()
        self._position: dict[int, int] | None = None
        self._keys: dict[int, SortKeys] = {}
        self._sorted_by = (-1, False)
        self.setSourceModel(source)
        source.modelAboutToBeReset.connect(self._start_reset)
        source.modelReset.connect(self._end_reset)
        self._take_rows()

    @property
    def query(self) -> Query:
        """What is filtered by."""
        return self._query

    def total(self) -> int:
        """How many rows there are without a filter."""
        return len(self._source.rows.cookies)

    @property
    def labels(self) -> LabelRows | None:
        """The labels of all rows, ``None`` while they are not known."""
        return self._source.labels

    @property
    def matched(self) -> Matched:
        """The rows shown, and those that other switches would show."""
        return self._matched

    def row_at(self, row: int) -> CookieRow | None:
        """What is shown in ``row``."""
        return self._source.row(self._shown[row]) if 0 <= row < len(self._shown) else None

    def cookie_at(self, row: int) -> Cookie | None:
        """The record shown in ``row``."""
        return self._source.rows.cookies[self._shown[row]] if 0 <= row < len(self._shown) else None

    def show(self, rows: Rows) -> None:
        """Take other rows in place of all there are; filter and order stay."""
        self._source.show(rows)

    def show_labels(self, labels: LabelRows) -> None:
        """Take the labels of the rows; filter and order take them into account at once."""
        self._keys = {at: keys for at, keys in self._keys.items() if not self.columns[at].of_label}
        self._source.show_labels(labels)
        if self._sorted_by[0] >= 0 and self.columns[self._sorted_by[0]].of_label:
            self._order = self._ordered()
            self._of_words = matching(self._source.rows, self._order, self._query)
        self._match()

    def row_of(self, cookie: Cookie) -> int:
        """Return the row in which the cookie with the same identity is shown, -1 where none is."""
        found = (at for at, row in enumerate(self._shown) if _same(self._source.rows.cookies[row], cookie))
        return next(found, -1)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns as data."""
        return self._source.columns

    def cell_at(self, row: int, column: int) -> tuple[Column, CookieRow]:
        """Return a shown cell's column and what it looks into, for the delegate that paints it."""
        return self._source.columns[column], self._source.row(self._shown[row])

    def filter(self, query: Query) -> None:
        """Show the rows that match; selection and current cell follow their cookies."""
        narrower = self._query.store == query.store and _narrows(self._query, query)
        self._query = query
        self._of_words = matching(self._source.rows, self._of_words if narrower else self._order, query)
        self._match()

    def order_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column, all rows at once, so that the filter only ever picks from the order."""
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
        self._order = self._ordered()
        self._of_words = matching(self._source.rows, self._order, self._query)
        self._match()

    def _match(self) -> None:
        self._matched = matching_labels(self.labels, self._of_words, self._query)
        self._reorder(self._matched.shown)

    def _ordered(self) -> Sequence[int]:
        column, descending = self._sorted_by
        if column < 0:
            return range(self.total())
        if column not in self._keys:
            self._keys[column] = self._source.sort_keys(column)
        return ordered(self._keys[column], descending=descending)

    def _take_rows(self) -> None:
        self._keys, self._position = {}, None
        self._order = self._ordered()
        self._of_words = matching(self._source.rows, self._order, self._query)
        self._matched = matching_labels(self.labels, self._of_words, self._query)
        self._shown = self._matched.shown

    def _start_reset(self) -> None:
        self.beginResetModel()

    def _end_reset(self) -> None:
        self._take_rows()
        self.endResetModel()

    def _reorder(self, shown: Sequence[int]) -> None:
        """Replace the list of rows and move the few indexes that views hold on to."""
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._shown[index.row()]) for index in self.persistentIndexList()]
        self._shown, self._position = shown, None
        places: dict[int, int | None] = {}
        for index, row in held:
            if row not in places:  # views hold one index for each column of a row
                places[row] = _place(shown, row)
            position = places[row]
            moved = QModelIndex() if position is None else self.createIndex(position, index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def _position_of(self, row: int) -> int | None:
        if self._position is None:
            self._position = {number: position for position, number in enumerate(self._shown)}
        return self._position.get(row)

    def _to_source(self, index: Index) -> QModelIndex:
        return self._source.index(self._shown[index.row()], index.column())

    def _from_source(self, index: Index) -> QModelIndex:
        position = self._position_of(index.row())
        return QModelIndex() if position is None else self.createIndex(position, index.column())

    def mapToSource(self, index: Index) -> QModelIndex:
        """The cell of the model behind a shown cell."""
        return self._to_source(index) if index.isValid() else QModelIndex()

    def mapFromSource(self, index: Index) -> QModelIndex:
        """The shown cell of a cell of the model, invalid where the filter hides it."""
        return self._from_source(index) if index.isValid() else QModelIndex()

    def index(self, row: int, column: int, parent: Index = NO_INDEX) -> QModelIndex:
        """The index of a shown cell."""
        inside = not parent.isValid() and 0 <= row < len(self._shown) and 0 <= column < len(self._source.columns)
        return self.createIndex(row, column) if inside else QModelIndex()

    def parent(self, index: Index = NO_INDEX) -> Any:
        """No cell has a parent; without an index, the QObject's parent, as Qt has it."""
        return QModelIndex() if index is not NO_INDEX else QObject.parent(self)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Columns of the model behind."""
        return 0 if parent.isValid() else len(self._source.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Straight from the model behind, without making an index of it first: this is called for every cell."""
        return self._source.cell(self._shown[index.row()], index.column(), role) if index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Straight from the model behind, because Qt's own asks row 0, which the filter may have hidden."""
        return self._source.headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The same for every cell; Qt's own would ask the model behind."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """See :meth:`order_by`; views call this."""
        self.order_by(column, order)


def _narrows(old: Query, new: Query) -> bool:
    """Whether all that ``new`` lets through, ``old`` did too: then only the shown rows need a look."""
    if len(new.wanted) < len(old.wanted) or new.unwanted[: len(old.unwanted)] != old.unwanted:
        return False
    return all(before in after for before, after in zip(old.wanted, new.wanted, strict=False))


def _place(shown: Sequence[int], row: int) -> int | None:
    """Return where a row is shown. Views hold on to few indexes, so a search each is cheaper than a map of all."""
    try:
        return shown.index(row)
    except ValueError:
        return None


def _same(one: Cookie, other: Cookie) -> bool:
    """Whether two records are the same cookie; the name first, because whole keys are slow to make."""
    return one.name == other.name and one.key == other.key
