# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Read files that a browser may be writing to, whole or not at all, and leave no trace: not even an access time."""

import errno
import os
import stat
import time
from pathlib import Path
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity

LIMIT: Final = 512 * 1024 * 1024  # bytes; a store of a million cookies is half of it
ATTEMPTS: Final = 5
PAUSE_S: Final = 0.02  # first pause between attempts, doubled each time: 0.3 s in all

_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO must not keep us waiting
)
NO_ATIME: Final = getattr(os, "O_NOATIME", 0)
_SHARING_VIOLATION: Final = 32  # Windows: the browser holds the file without sharing it

Fingerprint = tuple[int, int, int] | None


class Unreadable(Exception):  # noqa: N818 - a state of the user's world, not an error of ours
    """A file that cannot be read; carries the :class:`Problem` to report. Readers catch it: it never leaves them."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@frozen
class StableBytes:
    """The bytes of a file that did not change while being read, and its time stamp (microseconds since 1970)."""

    data: bytes
    modified_us: int


def fingerprint(path: Path) -> Fingerprint:
    """Return what changes when a file is written (size, modification time, inode); ``None`` where there is no file."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: a NUL byte in the path
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def pause(attempt: int) -> None:
    """Wait a moment before trying again; longer each time."""
    time.sleep(PAUSE_S * 2**attempt)


def read_stable(path: Path, limit: int = LIMIT) -> StableBytes:
    """Return the bytes of ``path``; raise :class:`Unreadable` where that cannot be done honestly.

    A file that keeps changing is refused after :data:`ATTEMPTS` attempts: half-old, half-new bytes are worse than none.
    """
    for attempt in range(ATTEMPTS):
        before = fingerprint(path)
        data = read_bytes(path, limit)
        if before is not None and fingerprint(path) == before:
            return StableBytes(data, before[1] // 1000)
        pause(attempt)
    raise Unreadable(changing(path))


def read_bytes(path: Path, limit: int = LIMIT, length: int | None = None) -> bytes:
    """Return the file's bytes (at most ``length`` where given), without touching its access time where we may."""
    descriptor = _open(path)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(_not_a_file(path, status.st_mode))
        wanted = status.st_size if length is None else min(length, status.st_size)
        if wanted > limit:
            raise Unreadable(_too_large(path, wanted, limit))
        with os.fdopen(os.dup(descriptor), "rb", buffering=0) as file:
            return _read_all(file.fileno(), wanted)
    except OSError as error:
        raise Unreadable(explain(path, error)) from error
    finally:
        os.close(descriptor)


def _read_all(descriptor: int, wanted: int) -> bytes:
    data = os.read(descriptor, wanted)
    if len(data) == wanted:
        return data
    parts = [data]
    left = wanted - len(data)
    while left > 0:
        part = os.read(descriptor, left)
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def opened(path: Path, more: int = 0) -> int:
    """Return a descriptor for reading a file or, with ``O_DIRECTORY``, a folder; without access time where we may."""
    try:
        return os.open(path, _FLAGS | NO_ATIME | more)
    except PermissionError:  # O_NOATIME is the owner's privilege; reading may still be allowed
        return os.open(path, _FLAGS | more)


def _open(path: Path) -> int:
    try:
        return opened(path)
    except (OSError, ValueError) as error:  # ValueError: a NUL byte in the path
        raise Unreadable(explain(path, error)) from error


def explain(path: Path, error: Exception) -> Problem:
    """Return the problem that an operating system error means to a person."""
    where = str(path)
    number = getattr(error, "errno", None)
    if getattr(error, "winerror", None) == _SHARING_VIOLATION:
        return Problem(
            "store-locked",
            "the browser is running and locks its cookie file",
            where,
            "Windows lets no other program read it meanwhile",
            "Close the browser and scan again, or import an export of its cookies",
            Severity.FAILED,
        )
    if isinstance(error, PermissionError):
        return Problem(
            "no-permission",
            "may not be read",
            where,
            "the system refuses permission",
            "On macOS give your terminal Full Disk Access; elsewhere run as the user whose browser it is",
            Severity.FAILED,
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem("not-found", "does not exist", where, "", "Check the path", Severity.FAILED)
    if number == errno.ELOOP:
        return Problem("symlink-loop", "is a loop of symbolic links", where, "", "", Severity.FAILED)
    return Problem(
        "unreadable", "cannot be read", where, getattr(error, "strerror", None) or str(error), "", Severity.FAILED
    )


def changing(path: Path) -> Problem:
    """Return the problem of a file that a program writes to faster than it can be read."""
    return Problem(
        "store-changing",
        "kept changing while it was read",
        str(path),
        f"{ATTEMPTS} attempts",
        "Scan again in a moment, or close the browser",
        Severity.FAILED,
    )


def _too_large(path: Path, size: int, limit: int) -> Problem:
    return Problem(
        "too-large",
        "is too large for what it should be",
        str(path),
        f"{size} bytes, at most {limit} are read",
        "",
        Severity.FAILED,
    )


def _not_a_file(path: Path, mode: int) -> Problem:
    kind = "a directory" if stat.S_ISDIR(mode) else "a FIFO" if stat.S_ISFIFO(mode) else "a device or socket"
    return Problem(
        "not-a-file", f"is {kind}, not a file", str(path), "", "Name a cookie file or a profile folder", Severity.FAILED
    )
