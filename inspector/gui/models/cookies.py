# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cookie table's model: a tuple of records, columns as data. It knows nothing of filters and order."""

from collections.abc import Callable, Mapping, Sequence
from itertools import repeat
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.core.finding import Verdict
from inspector.gui.column import Column
from inspector.gui.columns import COLUMNS
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.rows import CookieRow, Rows

Verdicts = Sequence[Verdict | None]
_PIECE: Final = 4_096  # rows between two pauses

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NO_INDEX: Final = QModelIndex()
COOKIE_ROLE: Final = int(Role.UserRole)  # the whole record, for the panes; never a text
SORT_ROLE: Final = int(Role.UserRole) + 1

_CELLS: Final[Mapping[int, Callable[[Column, CookieRow], object]]] = {
    int(Role.DisplayRole): lambda column, row: column.text(row),
    int(Role.ToolTipRole): lambda column, row: column.tooltip(row),
    int(Role.AccessibleTextRole): lambda column, row: column.sentence(row),
    int(Role.TextAlignmentRole): lambda column, row: column.align,
    COOKIE_ROLE: lambda column, row: row.cookie,
    SORT_ROLE: lambda column, row: column.sort_key(row),
}
_HEADINGS: Final[Mapping[int, Callable[[Column], object]]] = {
    int(Role.DisplayRole): lambda column: column.heading,
    int(Role.ToolTipRole): lambda column: column.explanation,
    int(Role.TextAlignmentRole): lambda column: column.align,
    int(Role.AccessibleDescriptionRole): lambda column: column.explanation,
}


class CookieModel(QAbstractTableModel):
    """Cookies as rows. Texts are made when a row is painted, never for rows that are not seen."""

    def __init__(self, parent: QObject | None = None, columns: tuple[Column, ...] = COLUMNS) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows = Rows()
        self.labels: LabelRows | None = None
        self.verdicts: Verdicts | None = None

    def show(self, rows: Rows) -> None:
        """Take other rows in place of all there are; their labels come later, verdicts of others are gone."""
        self.beginResetModel()
        self.rows, self.labels, self.verdicts = rows, None, None
        self.endResetModel()

    def show_labels(self, labels: LabelRows) -> None:
        """Take the labels of the rows that are shown; those of others are refused."""
        if len(labels.labels) != len(self.rows.cookies):
            raise ValueError(f"{len(labels.labels)} labels for {len(self.rows.cookies)} rows")
        self.labels = labels
        self._tell_changed()

    def show_verdicts(self, verdicts: Verdicts) -> None:
        """Take the verdicts of the rows."""
        self.verdicts = verdicts
        self._tell_changed()

    def _tell_changed(self) -> None:
        if self.rows.cookies:
            last = self.index(len(self.rows.cookies) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, row: int) -> CookieRow:
        """Return what a row shows."""
        label = None if self.labels is None else self.labels.labels[row]
        return CookieRow(self.rows.cookies[row], label, None if self.verdicts is None else self.verdicts[row])

    def sort_keys(self, column: int, pause: Callable[[], None] = lambda: None) -> list[str | float | None]:
        """Return what a column sorts by, for all rows; ``pause`` is called now and then. Any thread may ask."""
        sort_key, cookies = self.columns[column].sort_key, self.rows.cookies
        labels = None if self.labels is None else self.labels.labels
        verdicts, keys = self.verdicts, list[str | float | None]()
        for start in range(0, len(cookies), _PIECE):
            part = slice(start, start + _PIECE)
            more = (
                repeat(None) if labels is None else labels[part],
                repeat(None) if verdicts is None else verdicts[part],
            )
            keys += [sort_key(CookieRow(*row)) for row in zip(cookies[part], *more, strict=False)]
            pause()
        return keys

    def cell(self, row: int, column: int, role: int) -> Any:
        """Return what ``role`` says of a cell, ``None`` for roles that say nothing here."""
        tell = _CELLS.get(role)
        return None if tell is None else tell(self.columns[column], self.row(row))

    def heading(self, section: int, role: int) -> Any:
        """Return what ``role`` says of a column's header."""
        tell = _HEADINGS.get(role)
        return tell(self.columns[section]) if tell is not None and 0 <= section < len(self.columns) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows of the table; cells have no children."""
        return 0 if parent.isValid() else len(self.rows.cookies)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Columns, shown or not."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """See :meth:`cell`."""
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """See :meth:`heading`; rows have no headers."""
        return self.heading(section, role) if orientation == Qt.Orientation.Horizontal else None
