# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Profiles of the Firefox family: profiles.ini, installs.ini, profile groups, and what lies in the folder.

``toolkit/profile/nsToolkitProfileService.cpp`` writes the ini files. Profiles made in the newer profile menu are not
all in them: ``browser/components/profiles/SelectableProfileService.sys.mjs`` keeps those in a database per group.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from inspector.core.computer import Platform
from inspector.core.problem import Problem, Severity
from inspector.core.store import StoreRef
from inspector.readers import store_names
from inspector.readers.api import FoundProfile, FoundStore
from inspector.readers.profiles.folders import Notes, folders_in, holds, is_folder, matches
from inspector.readers.profiles.places import Browser
from inspector.readers.snapshot import FAILURES, open_snapshot
from inspector.readers.stable import Unreadable, read_stable

STORE: Final = store_names.FIREFOX
INI_FILES: Final = ("profiles.ini", "installs.ini")
INI_LIMIT: Final = 1024 * 1024
GROUPS: Final = "Profile Groups"
MOST_PROFILES: Final = 1000
NAME_LIMIT: Final = 200
NEIGHBOURS: Final = ("prefs.js", "places.sqlite", "times.json", "compatibility.ini", "containers.json")
SESSIONS: Final = ("sessionstore-backups", "sessionstore.jsonlz4", "sessionstore.js")


class Listed(NamedTuple):
    """A profile that one of the lists names: its folder, and its name where the list gives one."""

    folder: Path
    name: str | None


def profiles(root: Path, browser: Browser, platform: Platform, notes: Notes) -> tuple[FoundProfile, ...]:
    """Return every profile of a Firefox folder, listed or only lying there."""
    names = _merged((*_listed_in_ini(root, notes), *_listed_in_groups(root, notes), *_lying_there(root, notes)))
    found: list[FoundProfile] = []
    for folder, name in names.items():
        if len(found) == MOST_PROFILES:
            notes.add(_too_many(root))
            break
        if is_folder(folder, notes) and notes.first_time(folder):
            stores = _stores(folder, root, name, browser, platform, notes)
            if stores or _looks_used(folder, notes):
                found.append(FoundProfile(folder, name, stores))
    return tuple(found)


def store_of(path: Path, browser: Browser, platform: Platform, notes: Notes) -> FoundStore:
    """Return the store for a file handed in by path, with what its neighbours tell about profile and browser."""
    folder = path.parent
    root = next((place for place in (folder.parent, folder.parent.parent) if is_root(place, notes)), None)
    if root is None and not _looks_used(folder, notes):
        return FoundStore(StoreRef(browser.id, "", str(path), browser.family, browser.name), path, platform)
    listed = () if root is None else (*_listed_in_ini(root, notes), *_listed_in_groups(root, notes))
    return _store(path, folder, root, _merged(listed).get(folder), browser, platform)


def is_root(folder: Path, notes: Notes) -> bool:
    """Whether a folder is one that holds Firefox profiles."""
    return any(holds(folder, name, notes) for name in INI_FILES)


def ini_sections(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield the sections of an ini file, whatever else is in it: repeated sections, stray lines, no header at all."""
    header = ""
    values: dict[str, str] = {}
    for line in (*text.splitlines(), "[]"):
        stripped = line.strip()
        if stripped.startswith("[") and stripped.endswith("]"):
            if values:
                yield header, values
            header, values = stripped[1:-1], {}
        elif "=" in stripped:
            key, _, value = stripped.partition("=")
            values.setdefault(key.strip(), value.strip())


def _merged(listed: Iterable[Listed]) -> Mapping[Path, str | None]:
    """Return each folder's name, once; a later list knows better, but a list without a name knows nothing."""
    names: dict[Path, str | None] = {}
    for folder, name in listed:
        names[folder] = name or names.get(folder)
    return names


def _looks_used(folder: Path, notes: Notes) -> bool:
    return any(holds(folder, name, notes) for name in (*NEIGHBOURS, *SESSIONS))


def _listed_in_ini(root: Path, notes: Notes) -> Iterator[Listed]:
    for file in INI_FILES:
        text = _ini_text(root, file, notes)
        for header, values in ini_sections(text):
            if path := values.get("Path"):
                yield from _folder(root, path, values.get("IsRelative") != "0", values.get("Name"))
            elif header.startswith("Install") or file == "installs.ini":
                yield from _folder(root, values.get("Default", ""), True, None)


def _ini_text(root: Path, file: str, notes: Notes) -> str:
    if not holds(root, file, notes):
        return ""
    path = root / file
    try:
        return _decoded(read_stable(path, INI_LIMIT).data)
    except Unreadable as error:
        notes.add(_unlisted(path, error.problem.what))
        return ""


def _decoded(data: bytes) -> str:
    """Decode as Firefox and editors write it: UTF-8 or UTF-16, marked or not."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[1:2] == b"\0":
        return data.decode("utf-16-le", "replace")
    if data[:1] == b"\0":
        return data.decode("utf-16-be", "replace")
    return data.decode("utf-8-sig", "surrogateescape")


def _folder(root: Path, path: str, relative: bool, name: str | None) -> Iterator[Listed]:
    """Yield the folder that a list means. A path of another system (a copied profile) is a folder here no more."""
    if not path or "\0" in path:
        return
    absolute = Path(path).is_absolute()
    if absolute or (relative and ":" not in path):
        folder = Path(path) if absolute else root.joinpath(*PurePosixPath(path.replace("\\", "/")).parts)
        yield Listed(folder, name[:NAME_LIMIT] if name else None)


def _listed_in_groups(root: Path, notes: Notes) -> Iterator[Listed]:
    for path in matches(root, (GROUPS, "*.sqlite"), notes):
        try:
            with open_snapshot(path) as snapshot:
                if "Profiles" not in snapshot.tables:
                    continue
                rows = snapshot.connection.execute(f"SELECT path, name FROM Profiles LIMIT {MOST_PROFILES}").fetchall()  # noqa: S608
        except Unreadable as error:
            notes.add(_unlisted(path, error.problem.what))
            continue
        except FAILURES as error:
            notes.add(_unlisted(path, str(error)))
            continue
        for folder, name in rows:
            if isinstance(folder, str):
                yield from _folder(root, folder, True, name if isinstance(name, str) else None)


def _lying_there(root: Path, notes: Notes) -> Iterator[Listed]:
    for parent in (root, root / "Profiles"):
        for folder in folders_in(parent, notes):
            if holds(folder, STORE, notes):
                yield Listed(folder, None)


def _stores(
    folder: Path, root: Path, name: str | None, browser: Browser, platform: Platform, notes: Notes
) -> tuple[FoundStore, ...]:
    path = folder / STORE
    if not holds(folder, STORE, notes) or not notes.first_time(path):
        return ()
    return (_store(path, folder, root, name, browser, platform),)


def _store(
    path: Path, folder: Path, root: Path | None, name: str | None, browser: Browser, platform: Platform
) -> FoundStore:
    ref = StoreRef(browser.id, folder.name, str(path), browser.family, browser.name, name)
    return FoundStore(ref, path, platform, folder, root)


def _unlisted(path: Path, why: str) -> Problem:
    return Problem(
        "profile-list-unreadable",
        "could not be read; profiles beside it were found, profiles elsewhere may be missing",
        str(path),
        why,
        "Name a missing profile's folder",
        Severity.PARTIAL,
    )


def _too_many(root: Path) -> Problem:
    return Problem(
        "folder-too-large",
        "holds too many profiles",
        str(root),
        f"{MOST_PROFILES} of them were looked at",
        "Name the profile itself",
        Severity.PARTIAL,
    )
