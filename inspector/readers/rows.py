# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Rows out of a snapshot: fast where the store is sound, row by row where it is not. A bad row costs only itself."""

import sqlite3
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.readers.snapshot import FAILURES, Snapshot, any_text

Row = tuple[Any, ...]

_SMALLEST_ROW: Final = 16  # bytes on disk; more rows than that allows are a tree that leads in circles
_PROBES: Final = 5000  # attempts at damaged places, each a walk down the tree
_SINGLE_STEPS: Final = 1000  # rowids tried one by one behind a damage before the steps grow


@frozen
class Fetched:
    """The rows that could be read, and what could not."""

    rows: list[Row]
    problems: tuple[Problem, ...] = ()


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the table's column names in their order; empty where there is no such table, or SQLite cannot open it."""
    try:
        with any_text(connection):
            return tuple(str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")'))
    except FAILURES:  # a virtual table of a module that is not here, say: no browser's table
        return ()


def fetch(snapshot: Snapshot, select: str, table: str, where: str) -> Fetched:
    """Return the rows of ``SELECT <select> FROM <table>``; ``where`` names the store in problems.

    Text that is not UTF-8 is kept with ``surrogateescape``, so that the row is returned and the bytes are not lost.
    """
    connection = snapshot.connection
    sql = f"SELECT {select} FROM {table}"  # noqa: S608 - both are constants of the readers
    if is_sound(connection, table):
        try:
            return Fetched(connection.execute(sql).fetchall())
        except FAILURES:
            pass  # text that is not UTF-8, or a cell over the limit: the careful way tells which
    with any_text(connection):
        return _salvaged(snapshot, sql, table, where)


def is_sound(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the table's pages are whole and used once each, by SQLite's own check."""
    try:
        found = connection.execute(f'PRAGMA quick_check("{table}")').fetchone()
    except FAILURES:
        return False
    return bool(found and found[0] == "ok")


def _salvaged(snapshot: Snapshot, sql: str, table: str, where: str) -> Fetched:
    """Read by rowid forwards, step over what is damaged, then backwards from the end for what lies behind it."""
    salvage = _Salvage(snapshot, sql.replace("SELECT ", f"SELECT {table}.rowid, ", 1))
    salvage.collect("ASC")
    if salvage.failures:
        salvage.collect("DESC")
    ordered = [salvage.rows[key] for key in sorted(salvage.rows)]
    return Fetched(ordered, (_damage(where, salvage.failures, len(ordered)),) if salvage.failures else ())


class _Salvage:
    """What was read so far of a damaged table. Bounded: by probes, by rows and by bytes that the file can hold."""

    def __init__(self, snapshot: Snapshot, select: str) -> None:
        self._connection = snapshot.connection
        self._select = select
        self._rows_left = snapshot.size // _SMALLEST_ROW + 1
        self._octets_left = 2 * snapshot.size  # each byte is a cell once, and once more a prefix or a length
        self._probes_left = _PROBES
        self.rows: dict[int, Row] = {}
        self.failures: list[str] = []

    def collect(self, order: str) -> None:
        """Read in one direction to the end, or until the bounds are reached."""
        at: int | None = None
        misses = 0
        while self._within_bounds():
            try:
                at = self._stream(at, order)
                return
            except _Broken as broken:
                at = broken.at
            if (found := self._one(at, order)) is not None:
                at, misses = found, 0
            elif at is None and order == "DESC":
                return  # the very end is damaged, and where to go on from is not known
            else:
                misses += 1
                step = 1 if misses < _SINGLE_STEPS else 2 ** (misses - _SINGLE_STEPS)
                at = (at or 0) + (step if order == "ASC" else -step)

    def _within_bounds(self) -> bool:
        self._probes_left -= 1
        if self._rows_left < 0 or self._octets_left < 0:
            self.failures.append("more rows than the file can hold")
            return False
        return self._probes_left > 0

    def _query(self, at: int | None, order: str, limit: str = "") -> sqlite3.Cursor:
        bound = "" if at is None else f" WHERE rowid {'>' if order == 'ASC' else '<'} {at}"
        return self._connection.execute(f"{self._select}{bound} ORDER BY rowid {order}{limit}")

    def _stream(self, at: int | None, order: str) -> int | None:
        """Read on from ``at`` as far as it goes; raise with the last good key where a row cannot be stepped over."""
        try:
            for row in self._query(at, order):
                at = self._keep(row)
                if self._rows_left < 0 or self._octets_left < 0:
                    raise _Broken(at)
        except FAILURES as error:
            self.failures.append(str(error))
            raise _Broken(at) from error
        return at

    def _one(self, at: int | None, order: str) -> int | None:
        """Read one row by itself: Python's cursor steps ahead, so the last good row before damage was not given."""
        try:
            row = self._query(at, order, " LIMIT 1").fetchone()
        except FAILURES:
            return None
        return self._keep(row) if row is not None else None

    def _keep(self, row: Row) -> int:
        key = int(row[0])
        self._rows_left -= 1
        self._octets_left -= sum(len(cell) for cell in row if isinstance(cell, str | bytes))
        self.rows[key] = row[1:]
        return key


class _Broken(Exception):  # noqa: N818 - a turn in the way through a damaged table, caught just above
    def __init__(self, at: int | None) -> None:
        super().__init__()
        self.at = at


def _damage(where: str, failures: list[str], kept: int) -> Problem:
    reasons = ", ".join(dict.fromkeys(failures))
    return Problem(
        "store-damaged",
        f"is damaged; {kept} rows could be read",
        where,
        reasons,
        "Close the browser and scan again; if this stays, the browser's own file is broken",
        Severity.PARTIAL,
    )
