# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a report goes: stdout, or a file that appears whole or not at all and that only its owner may read."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, TextIO

from inspector.core.problem import InspectorError

_MODE: Final = 0o600  # names, hosts and times are a browsing history, even without values
_OF_BROWSERS: Final = (  # how a browser's files begin: the database, its log, its journal, Safari's and session files
    b"SQLite format 3\0",
    b"\x37\x7f\x06\x82",
    b"\x37\x7f\x06\x83",
    b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7",
    b"cook\0\0",
    b"mozLz40\0",
)


def checked(path: Path | None) -> Path | None:
    """Return the file to write, links followed; raise where it could not or must not be one. Called before reading."""
    if path is None:
        return None
    if "\0" in str(path):
        raise _refused(path, "a name cannot hold a null character")
    target = Path(os.path.realpath(path))
    try:
        status = target.stat()
    except FileNotFoundError:
        _check_folder(target)
    except OSError as error:
        raise _refused(path, _reason(error)) from error
    else:
        _check_file(path, target, status.st_mode)
    return target


def spare(targets: Iterable[Path | None], inputs: Iterable[Path | str | None]) -> None:
    """Raise where a file that is to be written is one that is read: a report in its place would lose it."""
    read = [Path(place) for place in inputs if place is not None and "\0" not in str(place)]
    for target in targets:
        for place in read:
            if target is not None and _is_same(target, place):
                raise _refused(target, f"{place} is read, and would be lost", "Name another file")


@contextmanager
def opened(target: Path | None) -> Iterator[TextIO]:
    """Yield the stream to write to: stdout, or a file that takes its place when all is written."""
    if target is None:
        with _explained():
            stream = _stdout()
            yield stream
            stream.flush()
        return
    part = target.with_name(f".cookie-inspector-{os.urandom(8).hex()}.part")
    try:
        with _created(part) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except OSError as error:
        raise _refused(target, _reason(error)) from error
    finally:
        with suppress(OSError):  # gone already where all went well
            part.unlink(missing_ok=True)


@contextmanager
def _explained() -> Iterator[None]:
    """Turn a full disk into a sentence; a closed pipe stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InspectorError(f"The output cannot be written: {_reason(error)}") from error


def _is_same(target: Path, place: Path) -> bool:
    try:
        return target.samefile(place)
    except (OSError, ValueError):  # one of them is not there yet
        return os.path.normcase(os.path.realpath(target)) == os.path.normcase(os.path.realpath(place))


def _created(part: Path) -> TextIO:
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), _MODE)
    return open(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: PTH123 - a descriptor


def _stdout() -> TextIO:
    """Return stdout, unable to fail on a character: UTF-8 for a pipe or a file, a terminal keeps its encoding."""
    stream = sys.stdout
    if stream is None:
        raise InspectorError("There is no standard output", "Name a file with --output")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        encoding = stream.encoding if stream.isatty() else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace", newline="")
    return stream


def _check_folder(target: Path) -> None:
    folder = target.parent
    if not folder.is_dir():
        raise _refused(target, f"there is no folder {folder}")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _refused(target, f"the folder {folder} may not be written to")


def _check_file(path: Path, target: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise _refused(path, "it is a folder", "Name a file in it")
    if not stat.S_ISREG(mode):
        raise _refused(path, "it is a device or a pipe, not a file", "Without --output the report goes to stdout")
    try:
        with target.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise _refused(path, _reason(error)) from error
    if start.startswith(_OF_BROWSERS):
        raise _refused(path, "it looks like a file of a browser, and those are never changed", "Name another file")
    _check_folder(target)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _refused(path: Path, why: str, what_to_do: str = "Name another file") -> InspectorError:
    return InspectorError(f"{path} cannot be written: {why}", what_to_do)
