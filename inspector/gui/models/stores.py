# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list at the left: all stores together, then each one with its count and what became of it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from inspector.core.filter.editing import Value
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.models.cookies import NO_INDEX, Index, Role
from inspector.gui.models.rows import Rows
from inspector.gui.translation import translate

STATUS_ROLE: Final = int(Role.UserRole)
COUNT_ROLE: Final = STATUS_ROLE + 1


class StoreRow(NamedTuple):
    """One line: its number in ``Rows.stores`` (``None`` for all), texts, and how many cookies (``None``: not read).

    ``value`` is what the filter line has for it, ``None`` for all.
    """

    store: int | None
    title: str
    status: str
    cookies: int | None
    tooltip: str = ""
    value: Value | None = None


def store_rows(rows: Rows, reading: Reading, now_us: int) -> tuple[StoreRow, ...]:
    """Return the lines for a reading: none where no store was found, so that the list does not say "all 0"."""
    counts = {count.store: count.cookies for count in reading.stores}
    labels = Counter(store.label for store in rows.stores)
    lines = []
    for number, store in enumerate(rows.stores):
        line = _line(number, store, counts.get(store, rows.counts[number]), reading.problems, now_us)
        alone = labels[store.label] == 1
        value = Value("browser", visible(store.label)) if alone else Value("file", store.file)
        lines.append((line if alone else _with_file(line, store))._replace(value=value))
    return (_all(rows, lines), *lines) if lines else ()


def _with_file(line: StoreRow, store: StoreRef) -> StoreRow:
    """Tell two stores of one profile apart: Firefox keeps session cookies in a file of their own."""
    name = visible(store.file.replace("\\", "/").rpartition("/")[2], 40)
    return line._replace(status=f"{name} · {line.status}")


def _all(rows: Rows, lines: Sequence[StoreRow]) -> StoreRow:
    unread = sum(1 for line in lines if line.cookies is None)
    count = len(lines)  # lupdate takes a plain name only
    status = translate("stores", "1 store") if count == 1 else translate("stores", "%Ln stores", None, count)
    if unread:
        status += translate("stores", ", %Ln not read", None, unread)
    return StoreRow(None, translate("stores", "All browsers"), status, len(rows.cookies))


def _line(number: int, store: StoreRef, count: int | None, problems: tuple[Problem, ...], now_us: int) -> StoreRow:
    here = [problem for problem in problems if _is_about(problem, store)]
    status = _status(store, count, here, now_us)
    tooltip = "\n".join(visible(text) for text in (store.label, store.file, *map(str, here)))
    return StoreRow(number, visible(store.label, 80), status, count, tooltip)


def _is_about(problem: Problem, store: StoreRef) -> bool:
    """Whether a problem is about a store's file or one beside it (``-wal``, ``-journal``)."""
    return problem.where == store.file or problem.where.startswith(f"{store.file}-")


def _status(store: StoreRef, count: int | None, problems: list[Problem], now_us: int) -> str:
    if count is None:
        return translate("stores", "Could not be read") if problems else translate("stores", "Not read")
    if any(problem.severity is not Severity.NOTE for problem in problems):
        return translate("stores", "Partly read")
    if store.modified_us is None:
        return translate("stores", "Read")
    return translate("stores", "Changed {when}").format(when=words.distance(store.modified_us, now_us))


class StoreModel(QAbstractListModel):
    """Stores as a list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[StoreRow, ...] = ()

    def show(self, lines: tuple[StoreRow, ...]) -> None:
        """Take other lines in place of all there are."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def line(self, row: int, role: int) -> Any:
        """Return what a role says of a line."""
        _, title, status, count, tooltip, _ = self.lines[row]
        counted = translate("stores", "not read") if count is None else words.cookies(count)
        return {
            int(Role.DisplayRole): title,
            int(Role.ToolTipRole): tooltip,
            int(Role.AccessibleTextRole): f"{title}: {counted}. {status}",
            STATUS_ROLE: status,
            COUNT_ROLE: "—" if count is None else words.amount(count),
        }.get(role)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Lines of the list."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """See :meth:`line`."""
        return self.line(index.row(), role) if index.isValid() else None
