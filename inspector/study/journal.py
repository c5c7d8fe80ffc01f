# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The journal of a study: one file for each row that is done, under the hash of everything that the row depends on.

It lies beside the result's place, in ``NAME.unfinished``, until the result takes that place. A file appears in it whole
or not at all (written under another name, brought to the disk, renamed), so a study may be killed at any moment. A row
whose inputs, options, program or knowledge changed has another key: nothing old is ever taken for it.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from inspector.core.problem import InspectorError

SUFFIX: Final = ".unfinished"
HEAD: Final = "study.json"
ROWS: Final = "rows"
LOCK: Final = "lock"
VERSION: Final = 1
_PART: Final = ".part"


def journal_place(out: Path) -> Path:
    """Return where the journal of a result lies."""
    return out.with_name(out.name + SUFFIX)


class Journal:
    """What is done of one study. Only one process may hold it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def head(self) -> dict[str, Any] | None:
        """Return what the study was begun with; ``None`` where there is none, or one of another form."""
        try:
            held = json.loads((self.folder / HEAD).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return held if isinstance(held, dict) and held.get("version") == VERSION else None

    def begin(self, head: dict[str, Any]) -> None:
        """Write down what the study is begun with."""
        (self.folder / ROWS).mkdir(mode=0o700, exist_ok=True)
        write_whole(self.folder / HEAD, json.dumps({"version": VERSION, **head}, sort_keys=True).encode())

    def place(self, key: str) -> Path:
        """Return the file of a row."""
        return self.folder / ROWS / key[:2] / key

    def holds(self, key: str) -> bool:
        """Whether a row is done."""
        return self.place(key).is_file()

    def keep(self, key: str, text: str) -> None:
        """Keep the record of a row."""
        place = self.place(key)
        place.parent.mkdir(mode=0o700, exist_ok=True)
        write_whole(place, text.encode())

    def lines(self, key: str) -> Iterator[str]:
        """Yield the lines of a row's record."""
        with self.place(key).open(encoding="utf-8", newline="\n") as file:
            yield from file

    def remove(self) -> None:
        """Take the journal away, what says that there is one last: killed on the way, it is known for what it is."""
        shutil.rmtree(self.folder / ROWS, ignore_errors=True)
        shutil.rmtree(self.folder, ignore_errors=True)


def write_whole(place: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever ends us."""
    part = place.with_name(place.name + _PART)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


@contextmanager
def holding(out: Path) -> Iterator[Journal]:
    """Hold the journal of a result, made where there is none. Raise where another study holds it."""
    folder = journal_place(out)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError as error:
        raise unwritable(folder, error) from error
    try:
        if not _locked(descriptor):
            raise InspectorError(f"Another study is being written to {out}", "Wait for it, or name another folder")
        yield Journal(folder)
    finally:
        os.close(descriptor)  # which lets go of the lock, as the end of the process would


def _locked(descriptor: int) -> bool:
    """Lock a file for this process; the system lets go of it when the process ends, however it does."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def unwritable(place: Path, error: OSError) -> InspectorError:
    """Return what is said where something cannot be written: what is done stays, and is not done again."""
    why = (error.strerror or str(error)).lower()
    return InspectorError(
        f"{place} cannot be written: {why}",
        "Make room or name another folder with --out; what is done is kept: the same command goes on from there",
    )
