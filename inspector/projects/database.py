# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opens project files, and says in a sentence what stands in the way.

Whether it is one, and of which version, is read from the header before SQLite sees the file. A project may come from
anybody: whatever its tables are made of, they are asked for a bounded time and for a bounded number of rows.
"""

import os
import sqlite3
import stat
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from inspector.core.problem import InspectorError
from inspector.core.visible import visible
from inspector.projects.schema import APPLICATION_ID, STEPS, bring_up, version_of

SUFFIX: Final = ".cookies-project"
LARGEST: Final = 64 * 1024 * 1024
_HEADER: Final = 100
_USER_VERSION: Final = 60  # offsets of the header: https://www.sqlite.org/fileformat2.html#the_database_header
_APPLICATION: Final = 68
_MAGIC: Final = b"SQLite format 3\0"
_WAIT_S: Final = 2.0  # for another window that saves: one mark takes milliseconds
_READ_S: Final = 5.0
_STEPS: Final = 10_000  # of SQLite's machine between two looks at the clock
_DAMAGE: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA)
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NO_ROOM: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
_NO_WRITING: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM)


def is_project(path: Path) -> bool:
    """Whether a file's header says that it is a project of this program."""
    try:
        _, application, size = _header(path)
        return application == APPLICATION_ID and size > 0
    except (OSError, ValueError, InspectorError):
        return False


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection that changes nothing but an older form, which is brought up in memory."""
    version = _checked(path)
    if _header(path)[2] == 0:
        raise InspectorError(
            f"The project {_shown(path)} is empty: nothing was ever saved in it, or it was lost", _CHOOSE
        )
    with _explained(path, "read"), closing(_opened_to_read(path)) as connection:
        _bound(connection)
        if version < len(STEPS):
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
                connection.backup(copy)
                _bound(copy)
                copy.execute("BEGIN")
                bring_up(copy)
                yield copy
                return
        connection.execute("BEGIN")
        yield connection


@contextmanager
def writing(path: Path, *, steps: Sequence[str] = STEPS) -> Iterator[sqlite3.Connection]:
    """Yield a connection in a transaction that is synced before it counts, or leaves no trace.

    There is no write-ahead log: a project is one file that can be copied and sent, and whoever dies in the middle
    leaves a journal beside it from which the next one restores it.
    """
    if os.path.lexists(path):
        _checked(path, len(steps))
    else:
        _make(path)
    with _explained(path, "saved"), closing(_connected(f"{_uri(path)}?mode=rw")) as connection:
        _bound(connection)
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _refuse_newer(path, version_of(connection), len(steps))
            bring_up(connection, steps)
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # SQLite has rolled back by itself where the disk is full
                connection.execute("ROLLBACK")
            raise


def _make(path: Path) -> None:
    """Make an empty file for its owner only: marks and comments are no one else's business."""
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        os.close(os.open(path, flags, 0o600))
    except OSError as error:
        raise _unsaved(path, (error.strerror or str(error)).lower()) from error


def _connected(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, timeout=_WAIT_S, isolation_level=None, uri=True)


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """Open to read. A journal that somebody left is rolled back, for which the file has to be writable."""
    journal = path.with_name(path.name + "-journal")
    mode = "rw" if journal.exists() and journal.stat().st_size else "ro"
    return _connected(f"{_uri(path)}?mode={mode}")


def _bound(connection: sqlite3.Connection) -> None:
    """Let nothing in the file call functions, and nothing in it keep SQLite busy for ever."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
    until = time.monotonic() + _READ_S
    connection.set_progress_handler(lambda: int(time.monotonic() > until), _STEPS)


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


def _at_once(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to keeps nobody waiting, as it does otherwise."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _header(path: Path) -> tuple[int, int, int]:
    """Return version, application and size of a file; raise what opening it raises."""
    with open(path, "rb", opener=_at_once) as file:  # Path.open takes no opener
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise InspectorError(f"{_shown(path)} is no plain file", _CHOOSE)
        header = file.read(_HEADER)
    if not header:
        return 0, APPLICATION_ID, 0  # made, and nothing was written into it yet
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return 0, 0, found.st_size
    (version,) = struct.unpack_from(">i", header, _USER_VERSION)
    (application,) = struct.unpack_from(">I", header, _APPLICATION)
    return version, application, found.st_size


def _checked(path: Path, newest: int = len(STEPS)) -> int:
    """Return the version of a project file; refuse another program's file, and what a newer version wrote."""
    try:
        if path.is_dir():
            raise InspectorError(f"{_shown(path)} is a folder, and no project", _CHOOSE)
        version, application, size = _header(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"The project {_shown(path)} cannot be opened: {why}", _CHOOSE) from error
    except ValueError as error:  # a null character in the name
        raise InspectorError(
            f"The project {_shown(path)} cannot be opened: it is no name of a file", _CHOOSE
        ) from error
    if application != APPLICATION_ID:
        raise InspectorError(f"{_shown(path)} is no project of this program", _CHOOSE)
    if size > LARGEST:
        raise InspectorError(f"{_shown(path)} is larger than any project of this program", _CHOOSE)
    _refuse_newer(path, version, newest)
    return max(version, 0)


def _refuse_newer(path: Path, version: int, newest: int) -> None:
    if version > newest:
        raise InspectorError(
            f"The project {_shown(path)} was written by a newer version of this program "
            f"(form {version}; this one knows {newest}), so it is not touched",
            "Use the newer version",
        )


@contextmanager
def _explained(path: Path, what: str) -> Iterator[None]:
    """Turn SQLite's errors into sentences."""
    try:
        yield
    except (UnicodeDecodeError, OverflowError, sqlite3.Error) as error:
        raise _told(path, what, error) from error
    except OSError as error:
        raise InspectorError(f"The project {_shown(path)} cannot be {what}: {error.strerror or error}", "") from error


def _told(path: Path, what: str, error: Exception) -> InspectorError:
    code = int(getattr(error, "sqlite_errorcode", 0)) & 0xFF  # the extended code has more in its upper bytes
    project = f"The project {_shown(path)}"
    if code in _BUSY:
        return InspectorError(f"{project} is being saved by another window", "Try again in a moment")
    if code in _NO_ROOM:
        return InspectorError(f"{project} cannot be {what}: the disk is full or fails", "Free space, then save again")
    if code in _NO_WRITING:
        return _unsaved(path, "the file or its folder is read-only")
    if code == sqlite3.SQLITE_INTERRUPT:
        return InspectorError(f"{project} is not made as this program makes them: reading it takes too long", _CHOOSE)
    if code in _DAMAGE or code == 0:
        return InspectorError(f"{project} is damaged, so it is not touched", "Take a copy of it from before")
    return InspectorError(f"{project} cannot be {what}: {error}", _CHOOSE)


def _unsaved(path: Path, why: str) -> InspectorError:
    return InspectorError(f"The project {_shown(path)} cannot be saved: {why}", "Save it at another place")


def _shown(path: Path) -> str:
    return visible(str(path), 300)


_CHOOSE: Final = "Choose another file"
