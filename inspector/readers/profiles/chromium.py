# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Profiles of the Chromium family: what ``Local State`` lists, and what lies in the user data folder."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from inspector.core.computer import Platform
from inspector.core.problem import Problem, Severity
from inspector.core.store import StoreRef
from inspector.readers.api import FoundProfile, FoundStore
from inspector.readers.profiles.folders import Notes, folders_in, holds, matches
from inspector.readers.profiles.places import Browser
from inspector.readers.stable import Unreadable, read_stable

LOCAL_STATE: Final = "Local State"
LOCAL_STATE_LIMIT: Final = 8 * 1024 * 1024  # bytes; real ones are a few hundred kilobytes
NAME_LIMIT: Final = 200  # characters of a profile's name

STORES: Final = ("Network/Cookies", "Cookies")  # newest place first; both are reported where both are there

OTHER_STORES: Final = (  # of extensions and of the browser's own requests: no site's, so only on request
    "Network/Extension Cookies",
    "Extension Cookies",
    "Network/Safe Browsing Cookies",
    "Safe Browsing Cookies",
    "Safe Browsing Network/Safe Browsing Cookies",
    "Storage/ext/*/def/Network/Cookies",
    "Storage/ext/*/def/Cookies",
)

# System Profile is the profile picker's, Guest Profile keeps nothing, Snapshots are copies from before an update.
NOT_PROFILES: Final = frozenset({"System Profile", "Guest Profile", "Snapshots"})


def profiles(
    root: Path, browser: Browser, platform: Platform, notes: Notes, *, all_stores: bool = False
) -> tuple[FoundProfile, ...]:
    """Return every profile below a user data folder; the folder itself is one in Opera's layout."""
    names = profile_names(root, notes)
    found = []
    for folder in _profile_folders(root, names, notes, all_stores):
        if folder == root or notes.first_time(folder):
            stores = tuple(
                _store(folder, root, path, browser, names, platform)
                for path in _store_files(folder, notes, all_stores)
                if notes.first_time(path)
            )
            if stores or folder != root:
                found.append(FoundProfile(folder, names.get(folder.name), stores))
    return tuple(found)


def profile_names(root: Path, notes: Notes) -> Mapping[str, str]:
    """Return what ``Local State`` calls the profiles, by folder name (``profile.info_cache``); empty without one."""
    if not holds(root, LOCAL_STATE, notes):
        return {}
    path = root / LOCAL_STATE
    try:
        state = json.loads(read_stable(path, LOCAL_STATE_LIMIT).data)
    except Unreadable as error:
        notes.add(_nameless(path, error.problem.what))
        return {}
    except (ValueError, RecursionError) as error:  # not JSON, not text, or nested to break the parser
        notes.add(_nameless(path, f"not JSON: {type(error).__name__}"))
        return {}
    cache = _member(_member(state, "profile"), "info_cache")
    if not isinstance(cache, dict):
        return {}
    entries = ((folder, _member(entry, "name")) for folder, entry in cache.items())
    return {folder: name[:NAME_LIMIT] for folder, name in entries if isinstance(name, str) and name}


def store_of(path: Path, browser: Browser, platform: Platform, notes: Notes) -> FoundStore:
    """Return the store for a file handed in by path, with what its neighbours tell about profile and browser."""
    folder = path.parent.parent if path.parent.name == "Network" else path.parent
    root = next((place for place in (folder.parent, folder) if holds(place, LOCAL_STATE, notes)), None)
    if root is None and not holds(folder, "Preferences", notes) and folder == path.parent:
        return FoundStore(StoreRef(browser.id, "", str(path), browser.family, browser.name), path, platform)
    names = profile_names(root, notes) if root is not None else {}
    return _store(folder, root, path, browser, names, platform)


def _profile_folders(root: Path, names: Mapping[str, str], notes: Notes, all_stores: bool) -> Iterator[Path]:
    yield root
    for folder in folders_in(root, notes):
        if folder.name not in (*NOT_PROFILES, "Network") and (folder.name in names or _looks_used(folder, notes)):
            yield folder
    if all_stores:
        yield from matches(root, ("Snapshots", "*", "*"), notes)


def _looks_used(folder: Path, notes: Notes) -> bool:
    return any(holds(folder, name, notes) for name in ("Preferences", *STORES))


def _store_files(folder: Path, notes: Notes, all_stores: bool) -> Iterator[Path]:
    for pattern in STORES + OTHER_STORES if all_stores else STORES:
        *above, name = pattern.split("/")
        if "*" not in above:
            if holds(folder, pattern, notes):
                yield folder.joinpath(*above, name)
            continue
        for parent in matches(folder, tuple(above), notes):
            if holds(parent, name, notes):
                yield parent / name


def _store(
    folder: Path, root: Path | None, path: Path, browser: Browser, names: Mapping[str, str], platform: Platform
) -> FoundStore:
    name = names.get(folder.name)
    ref = StoreRef(browser.id, folder.name, str(path), browser.family, browser.name, name)
    return FoundStore(ref, path, platform, folder, root)


def _member(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None


def _nameless(path: Path, why: str) -> Problem:
    return Problem(
        "profile-names-unknown",
        "could not be read, so profiles are shown by their folders' names",
        str(path),
        why,
        severity=Severity.NOTE,
    )
