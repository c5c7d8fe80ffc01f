# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Rows out of a snapshot: fast where the store is sound, row by row where it is not. A bad row costs only itself."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from inspector.core.problem import Problem, Severity
from inspector.readers.snapshot import Snapshot

Row = tuple[Any, ...]

_CHUNK: Final = 4096
_SMALLEST_ROW: Final = 16  # bytes on disk; more rows than that allows are a tree that leads in circles
_GIVE_UP: Final = 100  # damaged stretches to step over before the rest is given up


@dataclass(frozen=True, slots=True)
class Fetched:
    """The rows that could be read, and what could not."""

    rows: list[Row]
    problems: tuple[Problem, ...] = ()


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the table's column names in their order; empty where there is no such table."""
    return tuple(str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")'))


def fetch(snapshot: Snapshot, select: str, table: str, where: str) -> Fetched:
    """Return the rows of ``SELECT <select> FROM <table>``; ``where`` names the store in problems.

    Text that is not UTF-8 is kept with ``surrogateescape``, so that the row is returned and the bytes are not lost.
    """
    connection = snapshot.connection
    sql = f"SELECT {select} FROM {table}"  # noqa: S608 - both are constants of the readers
    if is_sound(connection, table):
        try:
            return Fetched(connection.execute(sql).fetchall())
        except sqlite3.OperationalError:
            pass  # text that is not UTF-8, or a cell over the limit: the careful way tells which
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    return _salvaged(snapshot, sql, table, where)


def is_sound(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the table's pages are whole and used once each, by SQLite's own check."""
    try:
        found = connection.execute(f'PRAGMA quick_check("{table}")').fetchone()
    except (sqlite3.Error, sqlite3.Warning):
        return False
    return bool(found and found[0] == "ok")


def _salvaged(snapshot: Snapshot, sql: str, table: str, where: str) -> Fetched:
    """Read forwards by rowid, step over what is damaged, then backwards from the end for what lies behind it."""
    rows: dict[int, Row] = {}
    failures: list[str] = []
    budget = snapshot.size // _SMALLEST_ROW + 1
    octets = 2 * snapshot.size  # each byte is read once as a cell, some once more as a prefix or a length
    select = sql.replace("SELECT ", f"SELECT {table}.rowid, ", 1)
    _collect(snapshot.connection, select, "ASC", rows, failures, budget, octets)
    if failures:
        _collect(snapshot.connection, select, "DESC", rows, failures, budget, octets)
    ordered = [rows[key] for key in sorted(rows)]
    return Fetched(ordered, (_damage(where, failures, len(ordered)),) if failures else ())


def _collect(
    connection: sqlite3.Connection,
    select: str,
    order: str,
    rows: dict[int, Row],
    failures: list[str],
    budget: int,
    octets: int,
) -> None:
    last: int | None = None
    step = 1
    for _ in range(_GIVE_UP):
        sign = ">" if order == "ASC" else "<"
        bound = f" WHERE rowid {sign} {last}" if last is not None else ""
        try:
            for key, row in _stream(connection, f"{select}{bound} ORDER BY rowid {order}"):
                rows[key] = row
                last, step = key, 1
                octets -= sum(len(cell) for cell in row if isinstance(cell, str | bytes))
                if len(rows) > budget or octets < 0:
                    failures.append("more rows than the file can hold")
                    return
            return
        except (sqlite3.Error, sqlite3.Warning, OverflowError) as error:
            failures.append(str(error))
            if last is None and order == "DESC":
                return
            last = (last if last is not None else 0) + (step if order == "ASC" else -step)
            step *= 2


def _stream(connection: sqlite3.Connection, sql: str) -> Iterator[tuple[int, Row]]:
    for row in connection.execute(sql):
        yield row[0], row[1:]


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
