# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Profiles of Safari: the default one, and since Safari 17 the named ones, each with a website data store."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from inspector.core.computer import Platform
from inspector.core.problem import Problem, Severity
from inspector.core.store import StoreRef
from inspector.readers import store_names
from inspector.readers.api import FoundProfile, FoundStore
from inspector.readers.profiles.folders import Notes, holds, matches
from inspector.readers.profiles.places import Browser
from inspector.readers.snapshot import FAILURES, open_snapshot
from inspector.readers.stable import Unreadable

STORE: Final = store_names.SAFARI
DEFAULT: Final = "Default"
_DEFAULT_STORES: Final = (f"Cookies/{STORE}", f"WebKit/WebsiteData/Default/Cookies/{STORE}")
_NAMED: Final = ("WebKit", "WebsiteDataStore", "*")
_TABS: Final = ("Safari/SafariTabs.db", "SafariTechnologyPreview/SafariTabs.db")
# Profiles are bookmark folders (type 1) of subtype 2; external_uuid names the data store.
_NAMES: Final = "SELECT external_uuid, title FROM bookmarks WHERE type = 1 AND subtype = 2 LIMIT 1000"
_NAME_LIMIT: Final = 200


def profiles(root: Path, browser: Browser, platform: Platform, notes: Notes) -> tuple[FoundProfile, ...]:
    """Return the profiles of a ``Library`` folder that hold cookies."""
    names = _profile_names(root, notes)
    found: list[tuple[Path, str, str | None, tuple[str, ...]]] = [(root, DEFAULT, None, _DEFAULT_STORES)]
    for folder in matches(root, _NAMED, notes):
        found.append((folder, folder.name, names.get(folder.name.lower()), (f"Cookies/{STORE}",)))
    made = (_profile(*entry, root, browser, platform, notes) for entry in found)
    return tuple(profile for profile in made if profile.stores)


def store_of(path: Path, browser: Browser, platform: Platform, notes: Notes) -> FoundStore:
    """Return the store for a file handed in by path; Safari's named profiles are told by their place."""
    library = _library(path)
    if library is None:
        return FoundStore(StoreRef(browser.id, "", str(path), browser.family, browser.name), path, platform)
    folder = path.parent.parent
    named = folder.parent.name == _NAMED[1]
    profile, name = (folder.name, _profile_names(library, notes).get(folder.name.lower())) if named else (DEFAULT, None)
    ref = StoreRef(browser.id, profile, str(path), browser.family, browser.name, name)
    return FoundStore(ref, path, platform, folder if named else library, library)


def full_disk_access(problem: Problem) -> Problem:
    """Return what a refusal means on macOS, where the system guards Safari's files from every program (TCC)."""
    if problem.code != "no-permission":
        return problem
    return Problem(
        "full-disk-access",
        "Safari's files may not be read",
        problem.where,
        "macOS guards them from programs without Full Disk Access",
        "In System Settings, Privacy & Security, Full Disk Access, switch on your terminal or this program; then scan"
        " again",
        Severity.FAILED,
    )


def _profile(
    folder: Path,
    profile: str,
    name: str | None,
    files: tuple[str, ...],
    root: Path,
    browser: Browser,
    platform: Platform,
    notes: Notes,
) -> FoundProfile:
    paths = (folder.joinpath(*file.split("/")) for file in files if holds(folder, file, notes))
    refs = (
        (path, StoreRef(browser.id, profile, str(path), browser.family, browser.name, name))
        for path in paths
        if notes.first_time(path)
    )
    return FoundProfile(folder, name, tuple(FoundStore(ref, path, platform, folder, root) for path, ref in refs))


def _library(path: Path) -> Path | None:
    """Return the ``Library`` folder that a store's place tells, if any."""
    for above in (1, 4):  # Library/Cookies/<file>, Library/WebKit/WebsiteDataStore/<uuid>/Cookies/<file>
        if len(path.parents) > above and path.parents[above].name == "Library" and path.parent.name == "Cookies":
            return path.parents[above]
    return None


def _profile_names(root: Path, notes: Notes) -> Mapping[str, str]:
    names: dict[str, str] = {}
    for tabs in _TABS:
        if holds(root, tabs, notes):
            names.update(_names_in(root.joinpath(*tabs.split("/")), notes))
    return names


def _names_in(path: Path, notes: Notes) -> Iterator[tuple[str, str]]:
    try:
        with open_snapshot(path) as snapshot:
            rows = snapshot.connection.execute(_NAMES).fetchall()
    except Unreadable as error:
        notes.add(_nameless(path, error.problem.what))
        return
    except FAILURES as error:
        notes.add(_nameless(path, str(error)))
        return
    for uuid, title in rows:
        if isinstance(uuid, str) and isinstance(title, str) and title:
            yield uuid.lower(), title[:_NAME_LIMIT]


def _nameless(path: Path, why: str) -> Problem:
    return Problem(
        "profile-names-unknown",
        "could not be read, so Safari's profiles are shown by their identifiers",
        str(path),
        why,
        severity=Severity.NOTE,
    )
