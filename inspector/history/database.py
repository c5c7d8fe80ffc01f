# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opens the history's database, to write or to read, and says in a sentence what stands in the way.

To write: write-ahead log, one transaction, synced before it counts, deleted content overwritten. To read:
nothing that is kept is changed but an older form, which is brought up first, and a read-only folder will do.
"""

import os
import sqlite3
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from inspector.core.problem import InspectorError
from inspector.history.files import HistoryPlaces, check, exists, prepare
from inspector.history.schema import APPLICATION_ID, STEPS, bring_up, version_of

WAIT_S: Final = 10.0  # for another program that writes; one snapshot of 100,000 cookies takes about a second
_PAUSE_S: Final = 0.05
_HEADER: Final = 100
_USER_VERSION: Final = 60  # offsets of the header: https://www.sqlite.org/fileformat2.html#the_database_header
_APPLICATION: Final = 68
_DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NO_ROOM: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_NO_WRITING: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


class BusyError(InspectorError):
    """Another run of the program writes, and took longer than we wait."""


class DamagedError(Exception):
    """The file is no database any more; ``opened`` is the file that was found so."""

    def __init__(self, why: str, opened: os.stat_result | None) -> None:
        super().__init__(why)
        self.opened = opened


@contextmanager
def writing(
    places: HistoryPlaces,
    *,
    wait_s: float = WAIT_S,
    steps: Sequence[str] = STEPS,
) -> Iterator[sqlite3.Connection]:
    """Yield a connection in a transaction that is committed at the end, or leaves no trace.

    Raises :class:`DamagedError` for a file that is no database.
    """
    prepare(places)
    _check_header(places.database, len(steps))
    opened = places.database.stat()
    with _explained(places, opened), closing(_connected(f"{_uri(places.database)}?mode=rw", wait_s)) as connection:
        if version_of(connection) == 0:
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # counts only before the first table is made
        _keep_log(connection, wait_s)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _check_version(version_of(connection), places.database, len(steps))
            bring_up(connection, steps)
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # SQLite has rolled back by itself where the disk is full
                connection.execute("ROLLBACK")
            raise


@contextmanager
def reading(places: HistoryPlaces, *, wait_s: float = WAIT_S) -> Iterator[sqlite3.Connection | None]:
    """Yield a connection that sees one state of the history and changes nothing; ``None`` where there is no history."""
    check(places)
    if not exists(places):
        yield None
        return
    _check_header(places.database, len(STEPS))
    _renew(places, wait_s)
    with _explained(places, places.database.stat()), closing(_opened_to_read(places, wait_s)) as connection:
        connection.execute("BEGIN")
        version = version_of(connection)
        _check_version(version, places.database, len(STEPS))
        yield connection if version else None


def _renew(places: HistoryPlaces, wait_s: float) -> None:
    """Bring an older form up before it is read, so that readers know one form only."""
    with _explained(places, places.database.stat()), closing(_opened_to_read(places, wait_s)) as connection:
        version = version_of(connection)
    if 0 < version < len(STEPS):
        with writing(places, wait_s=wait_s):
            return


def shrink(places: HistoryPlaces) -> bool:
    """Give freed pages back and empty the log, so that what was forgotten is in neither; false where it is in use."""
    uri = f"{_uri(places.database)}?mode=rw"
    with _explained(places, None), closing(_connected(uri, WAIT_S)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript("PRAGMA incremental_vacuum")  # execute() stops after the first page
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def size_of(places: HistoryPlaces) -> int:
    """Return how many bytes database and log take."""
    total = 0
    for name in (places.database.name, f"{places.database.name}-wal"):
        path = places.folder / name
        total += path.stat().st_size if path.exists() else 0
    return total


def _keep_log(connection: sqlite3.Connection, wait_s: float) -> None:
    """Switch to a write-ahead log. For that alone SQLite does not wait for another program, so we do."""
    until = time.monotonic() + wait_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            if _code(error) not in _BUSY or time.monotonic() > until:
                raise
        time.sleep(_PAUSE_S)


def _connected(uri: str, wait_s: float) -> sqlite3.Connection:
    return sqlite3.connect(uri, timeout=wait_s, isolation_level=None, uri=True)


def _opened_to_read(places: HistoryPlaces, wait_s: float) -> sqlite3.Connection:
    """Open to read. In a read-only folder, or on a full disk, SQLite cannot make the index of a log.

    Without a log it needs none: then the file is opened as one that nobody changes.
    """
    uri = _uri(places.database)
    connection = _connected(f"{uri}?mode=ro", wait_s)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        log = places.folder / f"{places.database.name}-wal"
        if _code(error) not in (*_NO_WRITING, *_NO_ROOM) or (log.exists() and log.stat().st_size):
            raise
        return _connected(f"{uri}?mode=ro&immutable=1", wait_s)
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


def _check_header(path: Path, newest: int) -> None:
    """Refuse a newer version and another program's file before SQLite opens them: opening alone may change files."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"{path} cannot be read: {why}", "Check the folder and who owns it") from error
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\0"):
        if header:
            raise DamagedError("it does not begin as a database does", path.stat())
        return
    (version,) = struct.unpack_from(">i", header, _USER_VERSION)
    (application,) = struct.unpack_from(">I", header, _APPLICATION)
    if application not in (APPLICATION_ID, 0) or (application == 0 and version):
        raise InspectorError(f"{path} belongs to another program, so it is not touched", "Move it away")
    _check_version(version, path, newest)


def _check_version(version: int, path: Path, newest: int) -> None:
    if version > newest:
        raise InspectorError(
            f"{path} was written by a newer version of this program (form {version}; this one knows {newest}), "
            "so it is not touched",
            "Use the newer version",
        )


@contextmanager
def _explained(places: HistoryPlaces, opened: os.stat_result | None) -> Iterator[None]:
    """Turn SQLite's errors into sentences; a damaged file becomes :class:`DamagedError`."""
    try:
        yield
    except DamagedError as error:
        error.opened = error.opened or opened
        raise
    except UnicodeDecodeError as error:  # SQLite quotes a ruined schema in its message, and Python reads that as UTF-8
        raise DamagedError("its tables' names are not text", opened) from error
    except sqlite3.Error as error:
        code = _code(error)
        undecoded = isinstance(error, sqlite3.OperationalError) and code == 0  # Python's own: a text is not UTF-8
        if code in _DAMAGE or undecoded:
            raise DamagedError(str(error), opened) from error
        raise _told(places, code, str(error)) from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"The history in {places.folder} cannot be used: {why}", _UNTOUCHED) from error


_UNTOUCHED: Final = "What was remembered before is untouched"


def _told(places: HistoryPlaces, code: int, text: str) -> InspectorError:
    where = f"The history in {places.folder}"
    if code in _BUSY:
        return BusyError(f"{where} is in use by another run of this program", "Try again in a moment")
    if code in _NO_ROOM:
        return InspectorError(f"{where} cannot be written: the disk is full or fails", f"Free space. {_UNTOUCHED}")
    if code in _NO_WRITING:
        what_to_do = f"Make the folder yours and writable. {_UNTOUCHED}"
        return InspectorError(f"{where} cannot be written: the folder or a file in it is read-only", what_to_do)
    what_to_do = "Move the folder away, or delete it: cookie-inspector history forget --all"
    return InspectorError(f"{where} cannot be used: {text}", what_to_do)


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code; the extended one has more in its upper bytes."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
