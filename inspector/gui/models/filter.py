# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The proxy between the cookie model and the table: which rows are shown, and in which order.

Qt's own filter proxy asks Python about every row and keeps a mapping per row; with 100,000 cookies that is several
times slower than one pass over plain arrays (tests/benchmarks/gui measures both). This one holds a list of row numbers.
"""

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Any, Final

from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt

from inspector.core.cookie import Cookie
from inspector.core.filter.query import NO_QUERY, Query
from inspector.core.filter.subject import Around
from inspector.gui.column import Column
from inspector.gui.models.cookies import NO_INDEX, CookieModel, Index, Verdicts
from inspector.gui.models.labels import LabelRows, around_of
from inspector.gui.models.masks import Masks
from inspector.gui.models.order import Orders
from inspector.gui.models.rows import CookieRow, Rows

_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class ShownCookies(QAbstractProxyModel):
    """The rows that a :class:`Query` means, sorted by one column."""

    def __init__(self, source: CookieModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._now_us = 0
        self._query = NO_QUERY
        self.masks = Masks(Rows(), Around(0))
        self._orders = Orders(0, source.sort_keys)
        self._wanted: tuple[int, ...] = ()
        self._shown: Sequence[int] = ()
        self._position: dict[int, int] | None = None
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
    def rows(self) -> Rows:
        """All rows, shown or not."""
        return self._source.rows

    def row_at(self, row: int) -> CookieRow | None:
        """What is shown in ``row``."""
        return self._source.row(self._shown[row]) if 0 <= row < len(self._shown) else None

    def cookie_at(self, row: int) -> Cookie | None:
        """The record shown in ``row``."""
        return self._source.rows.cookies[self._shown[row]] if 0 <= row < len(self._shown) else None

    def show(self, rows: Rows, now_us: int = 0) -> None:
        """Take other rows in place of all there are, seen from ``now_us``; filter and order stay."""
        self._now_us = now_us
        self._source.show(rows)

    def show_labels(self, labels: LabelRows) -> None:
        """Take the labels of the rows; filter and order take them into account at once."""
        self._forget_orders(column.of_label for column in self.columns)
        self._source.show_labels(labels)
        self.masks.take_labels(labels, around_of(labels.told, self._now_us))
        self._match()
        self._orders.prepare(self._wanted)

    def show_verdicts(self, verdicts: Verdicts) -> None:
        """Take an audit's verdicts on the rows."""
        self._forget_orders(column.key == "verdict" for column in self.columns)
        self._source.show_verdicts(verdicts)
        self.masks.take_verdicts(verdicts)
        self._match()
        self._orders.prepare(self._wanted)

    def _forget_orders(self, concerned: Iterable[bool]) -> None:
        self._orders.forget([at for at, changes in enumerate(concerned) if changes])

    def prepare_orders(self, columns: Iterable[int]) -> None:
        """Work out beside the window's thread how the rows stand by these columns, whenever there are others."""
        self._wanted = tuple(columns)
        self._orders.prepare(self._wanted)

    def order_ready(self, column: int) -> bool:
        """Whether sorting by a column takes no work any more."""
        return self._orders.ready(column)

    def forget(self) -> None:
        """Work nothing out any more: the window closes."""
        self._orders.forget()

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
        self._query = query
        self._match()

    def order_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column, all rows at once, so that the filter only ever picks from the order."""
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder)
        self._match()

    def _match(self) -> None:
        self._reorder(self._matching())

    def _matching(self) -> Sequence[int]:
        """Return the numbers of the rows that the query means, in their order."""
        column, descending = self._sorted_by
        order = self._orders.of(column, descending=descending)
        if self._query.empty:
            return order
        mask = self.masks.of_query(self._query).to_bytes(self.total(), "little")
        if isinstance(order, range):
            return list(compress(order, mask))
        return [row for row in order if mask[row]]

    def _take_rows(self) -> None:
        self._position = None
        self._orders.forget()
        self._orders = Orders(self.total(), self._source.sort_keys)
        self.masks = Masks(self._source.rows, Around(self._now_us))
        self._shown = self._matching()
        self._orders.prepare(self._wanted)

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


def _place(shown: Sequence[int], row: int) -> int | None:
    """Return where a row is shown. Views hold on to few indexes, so a search each is cheaper than a map of all."""
    try:
        return shown.index(row)
    except ValueError:
        return None


def _same(one: Cookie, other: Cookie) -> bool:
    """Whether two records are the same cookie; the name first, because whole keys are slow to make."""
    return one.name == other.name and one.key == other.key
