# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A whole dataset as one SQLite database: its tables with keys and checks, and its documents in ``_documents``.

Moments are ISO 8601 texts, lists JSON texts, booleans 0 and 1: SQLite has no such types. Keys between tables are
declared and hold, though SQLite checks them only where it is asked to.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from inspector.datasets.cells import CellError, from_plain, from_text, list_text, plain
from inspector.datasets.column import Column, Kind, Table
from inspector.datasets.dataset import Row, Rows
from inspector.datasets.schema import TABLES

_TYPES: Final = {
    Kind.TEXT: "TEXT",
    Kind.INTEGER: "INTEGER",
    Kind.NUMBER: "REAL",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.MOMENT: "TIMESTAMP",
    Kind.DATE: "DATE",
    Kind.LIST: "JSON",
}
_LONGEST: Final = 256 * 1024 * 1024  # bytes of a cell or a document
_APPLICATION: Final = 0x434B4944  # "CKID": told by file(1) and by us


def write_database(rows: Rows, documents: Mapping[str, bytes], path: Path) -> None:
    """Write a database that is not there yet: every table, empty ones too, and the documents beside them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in (f"application_id={_APPLICATION}", "journal_mode=OFF", "synchronous=OFF", "page_size=4096"):
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        for table in TABLES:
            database.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            kinds = [column.kind for column in table.columns]
            database.executemany(
                f"INSERT INTO {_quoted(table.name)} VALUES ({marks})",  # noqa: S608 - names of our schema
                (
                    [_stored(kind, cell) for kind, cell in zip(kinds, row, strict=True)]
                    for row in rows.get(table.name, ())
                ),
            )
        database.execute("CREATE TABLE _documents (path TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID")
        database.executemany("INSERT INTO _documents VALUES (?, ?)", sorted(documents.items()))
        database.execute("COMMIT")


def is_database(path: Path) -> bool:
    """Whether a file is a database of ours, by its first hundred bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return False
    return head.startswith(b"SQLite format 3\0") and head[68:72] == _APPLICATION.to_bytes(4, "big")


def read_database(path: Path) -> tuple[dict[str, tuple[Row, ...]], dict[str, bytes]]:
    """Return the tables and documents of a database; raise :class:`CellError` for one that is not of this schema."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            _refuse_more_than_tables(database)
            rows = {table.name: tuple(_read(database, table)) for table in TABLES}
            documents = dict(database.execute("SELECT path, content FROM _documents ORDER BY path"))
    except CellError as error:
        raise CellError(f"{path.name}: {error}") from error
    except sqlite3.Error as error:
        raise CellError(f"{path.name} is no database of a dataset") from error
    if not all(isinstance(name, str) and isinstance(content, bytes) for name, content in documents.items()):
        raise CellError(f"{path.name}: a document is none")
    return rows, documents


def _refuse_more_than_tables(database: sqlite3.Connection) -> None:
    """Raise where one of our names is a view or something virtual: that is a program, and may never end."""
    database.execute("PRAGMA trusted_schema = OFF")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    names = {table.name for table in TABLES} | {"_documents"}
    for kind, name, sql in database.execute("SELECT type, name, sql FROM sqlite_master"):
        if name in names and not (kind == "table" and str(sql).upper().startswith("CREATE TABLE")):
            raise CellError("what should be a table is none")


def _read(database: sqlite3.Connection, table: Table) -> Iterator[Row]:
    columns = ", ".join(_quoted(name) for name in table.names)
    kinds = [column.kind for column in table.columns]
    query = f"SELECT {columns} FROM {_quoted(table.name)} ORDER BY rowid"  # noqa: S608 - names of our schema
    for row in database.execute(query):
        yield tuple([_loaded(kind, cell) for kind, cell in zip(kinds, row, strict=True)])


def _stored(kind: Kind, cell: Any) -> Any:
    if cell is None:
        return None
    if kind is Kind.LIST:
        return list_text(cell)
    return int(cell) if kind is Kind.BOOLEAN else plain(kind, cell)


def _loaded(kind: Kind, cell: Any) -> Any:
    if cell is None:
        return None
    if kind is Kind.BOOLEAN:
        if cell not in (0, 1):
            raise CellError("no boolean")
        return bool(cell)
    if kind in (Kind.INTEGER, Kind.NUMBER):
        return from_plain(kind, cell)
    if not isinstance(cell, str):
        raise CellError("no text")
    return from_text(kind, cell)


def _create(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(map(_quoted, table.key))})")
    for reference in table.references:
        names = ", ".join(map(_quoted, reference.columns))
        lines.append(f"FOREIGN KEY ({names}) REFERENCES {_quoted(reference.table)} ({names})")
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    name = _quoted(column.name)
    text = f"{name} {_TYPES[column.kind]}"
    if column.required:
        text += " NOT NULL"
    if column.words:
        text += f" CHECK ({name} IN ({', '.join(_literal(word) for word in column.words)}))"
    elif column.kind is Kind.BOOLEAN:
        text += f" CHECK ({name} IN (0, 1))"
    return text


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _literal(word: str) -> str:
    return "'" + str(word).replace("'", "''") + "'"
