# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Looking into folders that may be missing, forbidden, huge or in circles: what was seen, and problems for the rest."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path
from typing import Final

from inspector.core.problem import Problem, Severity
from inspector.readers import stable

MOST_ENTRIES: Final = 10_000  # of a folder of profiles, which has a few dozen
MOST_SCANNED: Final = 200_000  # of a folder that a pattern is looked for in, which may be anybody's downloads
MOST_MATCHES: Final = 256
_CURRENT: Final = "current"  # the symbolic link by which snap names the revision in use
_NUMBER: Final = re.compile("([0-9]{1,18})")


@dataclass(slots=True)
class Notes:
    """What one search met, gathered on its way; it lives no longer than the search."""

    problems: list[Problem] = field(default_factory=list)
    _told: set[Problem] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)

    def add(self, problem: Problem) -> None:
        """Keep a problem, once."""
        if problem not in self._told:
            self._told.add(problem)
            self.problems.append(problem)

    def failed(self, path: Path, error: OSError | ValueError) -> None:
        """Keep the problem that an error means; that something is not there is none."""
        if isinstance(error, PermissionError):
            self.add(stable.explain(_closed(path), error))
        elif not isinstance(error, FileNotFoundError | NotADirectoryError):
            self.add(stable.explain(path, error))

    def first_time(self, path: Path) -> bool:
        """Whether this is the first path that leads to this file or folder, symbolic links followed."""
        try:
            real = os.path.normcase(os.path.realpath(path))
        except (OSError, ValueError):  # ValueError: a NUL byte in the path
            real = str(path)
        new = real not in self._seen
        self._seen.add(real)
        return new


def names_in(folder: Path, notes: Notes) -> tuple[str, ...]:
    """Return the names in a folder, ``Profile 2`` before ``Profile 10``; empty where it is missing or unreadable."""
    names = _scan(folder, notes, lambda name: True, MOST_ENTRIES + 1)
    if len(names) > MOST_ENTRIES:
        notes.add(_too_many(folder))
    return names[:MOST_ENTRIES]


def folders_in(folder: Path, notes: Notes) -> tuple[Path, ...]:
    """Return the folders in a folder, symbolic links to folders among them."""
    return tuple(path for name in names_in(folder, notes) if is_folder(path := folder / name, notes))


def holds(folder: Path, path: str, notes: Notes) -> bool:
    """Whether ``folder`` holds anything at ``path``, a FIFO or a link in circles too: their reader says what is wrong.

    What may not be looked at is a problem of the folder, told once for it.
    """
    try:
        folder.joinpath(*path.split("/")).lstat()
    except (OSError, ValueError) as error:
        notes.failed(folder, error)
        return False
    return True


def is_folder(path: Path, notes: Notes) -> bool:
    """Whether ``path`` is a folder, symbolic links followed; one that leads in circles is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError) as error:
        notes.failed(path, error)
        return False


def matches(folder: Path, parts: tuple[str, ...], notes: Notes) -> Iterator[Path]:
    """Yield the paths below ``folder`` that ``parts`` describe, with ``*`` in any part; bounded.

    Where snap's ``current`` is among the matches it is the only one: the other revisions are left-overs that no
    browser uses any more, and their cookies would be told as if a browser held them.
    """
    if not parts:
        yield folder
        return
    first, rest = parts[0], parts[1:]
    if "*" not in first:
        yield from matches(folder / first, rest, notes)
        return
    found = _scan(folder, notes, lambda name: fnmatchcase(name, first), MOST_MATCHES)
    for name in (_CURRENT,) if _CURRENT in found else found:
        yield from matches(folder / name, rest, notes)


def _scan(folder: Path, notes: Notes, wanted: Callable[[str], bool], most: int) -> tuple[str, ...]:
    try:
        with _listed(folder) as entries:
            names = (entry.name for entry in islice(entries, MOST_SCANNED))
            return tuple(sorted(islice(filter(wanted, names), most), key=_natural))
    except (OSError, ValueError) as error:
        notes.failed(folder, error)
        return ()


@contextmanager
def _listed(folder: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
    """Open a folder for listing; where the system can, without touching its access time."""
    if os.scandir not in os.supports_fd or not stable.NO_ATIME:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = stable.opened(folder, os.O_DIRECTORY)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def _closed(path: Path) -> Path:
    """Return the highest folder that may not be entered, so that all that lies below it is one problem."""
    return next((above for above in reversed(path.parents) if not os.access(above, os.X_OK)), path)


def _natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key by which the numbers in a name count as numbers."""
    pieces = enumerate(_NUMBER.split(name.casefold()))
    return tuple((0, int(piece), "") if index % 2 else (1, 0, piece) for index, piece in pieces if piece)


def _too_many(folder: Path) -> Problem:
    return Problem(
        "folder-too-large",
        "holds too many entries to be a folder of profiles",
        str(folder),
        f"{MOST_ENTRIES} of them were looked at",
        "Name the profile itself",
        Severity.PARTIAL,
    )
