# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The files of the history: made readable by their owner only, refused where a link stands in their place."""

import os
import secrets
import stat
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.problem import InspectorError

DATABASE: Final = "history.sqlite"
KEY: Final = "history.key"
SIDE_FILES: Final = (f"{DATABASE}-wal", f"{DATABASE}-shm", f"{DATABASE}-journal")  # SQLite's own names
DAMAGED: Final = "damaged-"
_FOLDER_MODE: Final = 0o700
_FILE_MODE: Final = 0o600


class HistoryPlaces(NamedTuple):
    """Where the history is: a folder of its own, and the file with the user's answer."""

    folder: Path
    consent: Path

    @property
    def database(self) -> Path:
        """The file that SQLite keeps."""
        return self.folder / DATABASE

    @property
    def key(self) -> Path:
        """The key of the marks."""
        return self.folder / KEY


def exists(places: HistoryPlaces) -> bool:
    """Whether anything was remembered ever. A link that leads nowhere counts: it is looked at before it is opened."""
    return os.path.lexists(places.database)


def check(places: HistoryPlaces) -> None:
    """Raise where something other than a folder and plain files stands at one of the places."""
    _check_kind(places.folder, stat.S_ISDIR, "folder")
    for path in _own(places):
        _check_kind(path, stat.S_ISREG, "file")


def prepare(places: HistoryPlaces) -> None:
    """Make folder and file where they are missing, for their owner only; SQLite gives its side files the same mode."""
    check(places)
    try:
        places.folder.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)  # the mode is the last folder's only
        places.folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
        _narrow(places.folder, _FOLDER_MODE)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        os.close(os.open(places.database, flags, _FILE_MODE))
        _narrow(places.database, _FILE_MODE)
    except OSError as error:
        raise unwritable(places, error) from error


def write_new(path: Path, data: bytes) -> None:
    """Write a small file that appears whole or not at all; one that is there already is replaced."""
    part = path.with_name(f".{path.name}-{secrets.token_hex(6)}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), _FILE_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def set_aside(places: HistoryPlaces, now: datetime, opened: os.stat_result | None) -> Path | None:
    """Rename a damaged database and its side files; ``None`` where another program did it before us.

    ``opened`` is the file that was found damaged: one that has taken its place since is not touched.
    """
    try:
        there = places.database.lstat()
        if opened is not None and (there.st_dev, there.st_ino) != (opened.st_dev, opened.st_ino):
            return None
        name = f"{DAMAGED}{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}.sqlite"
        for side in SIDE_FILES:
            path = places.folder / side
            if path.exists():
                path.rename(places.folder / side.replace(DATABASE, name))
        target = places.folder / name
        places.database.rename(target)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unwritable(places, error) from error
    return target


def damaged(places: HistoryPlaces) -> tuple[Path, ...]:
    """Return what was set aside."""
    return tuple(sorted(places.folder.glob(f"{DAMAGED}*")))


def remove(places: HistoryPlaces) -> tuple[Path, ...]:
    """Delete every file of the history, what was set aside too, and return what was deleted. Links go, not targets."""
    gone: list[Path] = []
    try:
        for path in (*_own(places), *damaged(places), *places.folder.glob(f".{KEY}-*.part")):
            if os.path.lexists(path):
                path.unlink()
                gone.append(path)
        if places.folder.is_dir() and not places.folder.is_symlink() and not any(places.folder.iterdir()):
            places.folder.rmdir()
    except OSError as error:
        raise InspectorError(
            f"Not everything could be deleted: {_reason(error)}", f"Delete the folder {places.folder} by hand"
        ) from error
    return tuple(gone)


def unwritable(places: HistoryPlaces, error: OSError) -> InspectorError:
    """Return what is said where the folder cannot be written to."""
    return InspectorError(
        f"The history in {places.folder} cannot be written: {_reason(error)}",
        "Make the folder yours and writable, or free space; what was remembered before is untouched",
    )


def _own(places: HistoryPlaces) -> Iterator[Path]:
    yield places.database
    for side in SIDE_FILES:
        yield places.folder / side
    yield places.key


def _check_kind(path: Path, right: Callable[[int], bool], kind: str) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    except (OSError, ValueError) as error:
        why = _reason(error) if isinstance(error, OSError) else str(error)
        raise InspectorError(f"{path} cannot be looked at: {why}", "Check the folder and who owns it") from error
    if not right(mode):
        found = "a symbolic link" if stat.S_ISLNK(mode) else f"no plain {kind}"
        raise InspectorError(
            f"{path} is {found}, so the history is not opened", "Find out who put it there, and move it away"
        )


def _narrow(path: Path, mode: int) -> None:
    """Take rights from others that an earlier umask or a copy may have given."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        path.chmod(mode)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
