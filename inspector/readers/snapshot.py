# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One consistent view of a SQLite store, in memory: nothing is written, locked, created or asked for.

The files (database, ``-wal``, ``-journal``) are read as bytes until they hold still, the log is replayed or the
journal rolled back on those bytes, and the result is handed to SQLite with ``deserialize``. Opening the original,
even read-only, would create ``-shm`` files in the profile, wait for locks, or show half of a transaction.
"""

import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.readers import journal, stable, wal

MAGIC: Final = b"SQLite format 3\x00"
WAL_LIMIT: Final = 256 * 1024 * 1024
CELL_LIMIT: Final = 1024 * 1024  # browsers refuse a cookie over 4 KiB; a larger cell is damage or malice
STEPS_A_BYTE: Final = 100  # virtual machine steps allowed for each byte of the image; reading needs about one
# What Python's sqlite3 raises for a damaged database; the last where SQLite's message quotes bytes of it.
FAILURES: Final = (sqlite3.Error, sqlite3.Warning, OverflowError, UnicodeDecodeError)
_TICK: Final = 100_000


@frozen
class Image:
    """A database as bytes, without log or journal, and the newest time stamp of its files (microseconds since 1970)."""

    data: bytes | bytearray
    modified_us: int


@frozen
class Snapshot:
    """An open in-memory copy. ``tables`` are real tables only: a view of a cookie table's name is not one."""

    connection: sqlite3.Connection
    modified_us: int
    size: int
    tables: frozenset[str]


@contextmanager
def open_snapshot(path: Path) -> Iterator[Snapshot]:
    """Open the store at ``path``; raise :class:`~inspector.readers.stable.Unreadable` where it is not a database."""
    image = load(path)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        yield _opened(connection, image, path)
    finally:
        connection.close()


@contextmanager
def any_text(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep bytes that are not UTF-8 with ``surrogateescape``, where they would be an error; it is slow for many."""
    before = connection.text_factory
    connection.text_factory = _escaped
    try:
        yield
    finally:
        connection.text_factory = before


def _escaped(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def load(path: Path) -> Image:
    """Return the database at ``path`` as it stands after its last committed transaction."""
    beside = _beside(path)
    for attempt in range(stable.ATTEMPTS):
        before = tuple(map(stable.fingerprint, (path, *beside)))
        database = _database(path)
        log = _if_any(beside[0], before[1], database)
        hot = _if_any(beside[1], before[2], database)
        if tuple(map(stable.fingerprint, (path, *beside))) == before:
            newest = max(mark[1] for mark in before if mark is not None)
            return Image(_settled(database, log, hot), newest // 1000)
        stable.pause(attempt)
    raise stable.Unreadable(stable.changing(path))


def _database(path: Path) -> bytes:
    """Read the database, no further than its own header says: a sparse tail costs nothing."""
    head = stable.read_bytes(path, length=100)
    if not head:
        raise stable.Unreadable(_unfit(path, "empty-file", "is an empty file", "the browser has not written to it yet"))
    if not head.startswith(MAGIC):
        raise stable.Unreadable(
            _unfit(path, "not-a-database", "is not a SQLite database", "its first bytes are others")
        )
    return stable.read_bytes(path, length=_stated_size(head))


def _stated_size(head: bytes | bytearray) -> int | None:
    """Return the size in the header where SQLite itself would trust it (fileformat2.html, 1.3.7), else ``None``."""
    if len(head) < 100:
        return None
    (page_size,) = struct.unpack_from(">H", head, 16)
    change, pages = struct.unpack_from(">2I", head, 24)
    (valid_for,) = struct.unpack_from(">I", head, 92)
    if not pages or change != valid_for:
        return None
    return int(pages * (65536 if page_size == 1 else page_size))


def _beside(path: Path) -> tuple[Path, Path]:
    """Return where log and journal are: as SQLite has it, beside the file that a symbolic link leads to."""
    try:
        real = os.path.realpath(path)
    except (OSError, ValueError):  # a NUL byte in the path; reading it says so
        real = str(path)
    return Path(real + "-wal"), Path(real + "-journal")


def _if_any(path: Path, mark: stable.Fingerprint, database: bytes) -> bytes:
    return stable.read_bytes(path, WAL_LIMIT) if mark is not None and mark[0] and database else b""


def _settled(database: bytes, log: bytes, hot: bytes) -> bytes | bytearray:
    data: bytes | bytearray = database
    if hot and _is_hot(hot):
        data = journal.rolled_back(bytes(data), hot)
    if log:
        data = wal.applied(bytes(data), log)
    return _fit_for_memory(data)


def _fit_for_memory(data: bytes | bytearray) -> bytes | bytearray:
    """Change the header where SQLite would refuse the whole database: WAL mode, or a file that was cut off."""
    stated = _stated_size(data)
    cut_off = stated is not None and stated > len(data)
    if data[18:20] == b"\x01\x01" and not cut_off:
        return data
    image = bytearray(data)
    image[18:20] = b"\x01\x01"
    if cut_off:
        image[28:32] = bytes(4)  # "not stated": the size is then that of the file, and the pages that are there count
    return image


def _is_hot(hot: bytes) -> bool:
    """Whether the journal decides: one whose super-journal is gone belongs to a transaction that was committed."""
    name = journal.super_journal(hot)
    return name is None or ("\0" not in name and Path(name).exists())


def _opened(connection: sqlite3.Connection, image: Image, path: Path) -> Snapshot:
    size = len(image.data)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, CELL_LIMIT)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    try:
        connection.deserialize(image.data)
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")
        _limit_steps(connection, size)
        with any_text(connection):
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except FAILURES as error:
        raise stable.Unreadable(_unfit(path, "database-damaged", "is a damaged database", str(error))) from error
    return Snapshot(connection, image.modified_us, size, frozenset(str(row[0]) for row in tables))


def _limit_steps(connection: sqlite3.Connection, size: int) -> None:
    """Stop a query over a damaged tree that leads in circles: no honest one takes so many steps."""
    left = [(size + 1_000_000) * STEPS_A_BYTE // _TICK]

    def tick() -> int:
        left[0] -= 1
        return int(left[0] < 0)

    connection.set_progress_handler(tick, _TICK)


def _unfit(path: Path, code: str, what: str, why: str) -> Problem:
    return Problem(code, what, str(path), why, "Name a browser's cookie store", Severity.FAILED)
