# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Find the cookie stores in any file or folder that a person names: a portable browser, a copy, a backup."""

import os
import stat
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from inspector.core.computer import Computer
from inspector.core.problem import Problem, Severity
from inspector.core.store import Family
from inspector.readers import stable
from inspector.readers.api import FoundStore
from inspector.readers.profiles import chromium, firefox, safari
from inspector.readers.profiles.discovery import profiles_at
from inspector.readers.profiles.folders import Notes, is_folder, names_in
from inspector.readers.profiles.guessing import guess
from inspector.readers.rows import columns
from inspector.readers.snapshot import MAGIC, open_snapshot
from inspector.readers.store_names import FAMILY_BY_NAME

SAFARI_MAGIC: Final = b"cook"
DEEPEST: Final = 8  # folders below the one named; Safari's container keeps a profile's store six down
MOST_FOLDERS: Final = 5_000
MOST_STORES: Final = 500
MOST_FILES: Final = 64  # of a folder without a store of a known name, looked into for one under another name
_STORES_OF_NO_SITE: Final = chromium.NOT_PROFILES | {"Storage"}
_ROOT_FILES: Final = {chromium.LOCAL_STATE: Family.CHROMIUM, **dict.fromkeys(firefox.INI_FILES, Family.FIREFOX)}

Sniffed = tuple[tuple[FoundStore, ...], tuple[Problem, ...]]


def sniff(path: Path, computer: Computer) -> Sniffed:
    """Return the stores at ``path``: a store itself, a profile, a folder of profiles, or any folder that holds such."""
    notes = Notes()
    path = _absolute(path)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError, RuntimeError) as error:
        return (), (stable.explain(path, error),)
    found = tuple(_in_folder(path, computer, notes) if stat.S_ISDIR(mode) else _in_file(path, computer, notes))
    if not found and not any(problem.severity is Severity.FAILED for problem in notes.problems):
        notes.add(_nothing(path))
    return found, tuple(notes.problems)


def family_of(path: Path) -> Family | None:
    """Return the kind of store that a file's content shows; raise ``Unreadable`` where it cannot be looked at."""
    head = stable.read_bytes(path, length=len(MAGIC))
    if head.startswith(SAFARI_MAGIC):
        return Family.SAFARI
    if not head.startswith(MAGIC):
        return None
    with open_snapshot(path) as snapshot:
        if "moz_cookies" in snapshot.tables:
            return Family.FIREFOX
        if "cookies" in snapshot.tables and "host_key" in columns(snapshot.connection, "cookies"):
            return Family.CHROMIUM
    return None


def _in_file(path: Path, computer: Computer, notes: Notes) -> Iterator[FoundStore]:
    """Content decides; where it cannot (an empty or damaged file), the name does, and the reader says what is wrong."""
    try:
        family = family_of(path)
    except stable.Unreadable as error:
        family = FAMILY_BY_NAME.get(path.name)
        if family is None:
            notes.add(error.problem)
    else:
        family = family or FAMILY_BY_NAME.get(path.name)
    if family is not None:
        yield _store(path, family, computer, notes)


def _in_folder(path: Path, computer: Computer, notes: Notes) -> Iterator[FoundStore]:
    found = 0
    for store in _by_name(path, computer, notes):
        if found == MOST_STORES:
            notes.add(_too_much(path, f"{MOST_STORES} stores were found"))
            return
        found += 1
        yield store
    if not found:
        yield from _by_content(path, computer, notes)


def _by_name(top: Path, computer: Computer, notes: Notes) -> Iterator[FoundStore]:
    """Walk down, breadth first, without following symbolic links below ``top``."""
    folders = deque([(top, 0)])
    looked_at = 0
    while folders:
        folder, depth = folders.popleft()
        looked_at += 1
        if looked_at > MOST_FOLDERS:
            notes.add(_too_much(top, f"{MOST_FOLDERS} folders were looked at"))
            return
        names = names_in(folder, notes)
        known = tuple(_in_root(folder, names, computer, notes))
        yield from known
        if not known:
            yield from _named_stores(folder, names, computer, notes)
            if depth < DEEPEST:
                folders.extend((below, depth + 1) for below in _folders_below(folder, names))


def _in_root(folder: Path, names: tuple[str, ...], computer: Computer, notes: Notes) -> Iterator[FoundStore]:
    """Yield the stores of a folder of profiles, found by its own list of them, so that they have their names.

    A copied list may name profiles elsewhere; those are not in the folder that the person named.
    """
    for family in dict.fromkeys(_ROOT_FILES[name] for name in names if name in _ROOT_FILES):
        whose = guess(folder, family, computer)
        for profile in profiles_at(folder, whose.browser, whose.platform, notes):
            yield from (store for store in profile.stores if _absolute(store.path).is_relative_to(folder))


def _named_stores(folder: Path, names: tuple[str, ...], computer: Computer, notes: Notes) -> Iterator[FoundStore]:
    for name in names:
        path = folder / name
        if name in FAMILY_BY_NAME and not is_folder(path, notes) and notes.first_time(path):
            yield _store(path, FAMILY_BY_NAME[name], computer, notes)


def _folders_below(folder: Path, names: tuple[str, ...]) -> Iterator[Path]:
    for name in names:
        path = folder / name
        try:
            if name not in _STORES_OF_NO_SITE and stat.S_ISDIR(path.lstat().st_mode):
                yield path
        except OSError:  # gone meanwhile, or unreadable: listing the folder has told already
            continue


def _by_content(folder: Path, computer: Computer, notes: Notes) -> Iterator[FoundStore]:
    for name in names_in(folder, notes)[:MOST_FILES]:
        try:
            family = family_of(folder / name)
        except stable.Unreadable:  # some other file or a folder, which nobody said was a store
            continue
        if family is not None:
            yield _store(folder / name, family, computer, notes)


def _store(path: Path, family: Family, computer: Computer, notes: Notes) -> FoundStore:
    whose = guess(path, family, computer)
    match family:
        case Family.CHROMIUM:
            return chromium.store_of(path, whose.browser, whose.platform, notes)
        case Family.FIREFOX:
            return firefox.store_of(path, whose.browser, whose.platform, notes)
        case Family.SAFARI:
            return safari.store_of(path, whose.browser, whose.platform, notes)
        case Family.FILE:
            raise ValueError("sniffing tells browsers' stores; files of other programs are read by readers/files")


def _absolute(path: Path) -> Path:
    """Make absolute without following symbolic links: the place that the person named is where the browser is told."""
    return path if "\0" in str(path) else Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links


def _nothing(path: Path) -> Problem:
    return Problem(
        "no-cookie-store",
        "holds no cookie store that can be recognised",
        str(path),
        "neither Cookies, cookies.sqlite nor Cookies.binarycookies, by name or content",
        "Name a browser's cookie file, a profile folder, or a folder of profiles",
        Severity.FAILED,
    )


def _too_much(path: Path, why: str) -> Problem:
    return Problem(
        "folder-too-large",
        "is too large to be searched to the end",
        str(path),
        why,
        "Name the profile itself",
        Severity.PARTIAL,
    )
