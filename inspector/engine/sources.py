# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which stores a request means: found by discovery, or at the paths that were named."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from inspector.core.computer import Computer
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.engine.faults import internal_error
from inspector.engine.request import ScanRequest
from inspector.readers.api import Discovery, FoundBrowser, FoundProfile, FoundStore
from inspector.readers.profiles import discover, sniff


@dataclass(frozen=True, slots=True)
class Sources:
    """Stores to read, in a fixed order; ``looked_in`` names the places of discovery (none where paths were named)."""

    stores: tuple[FoundStore, ...] = ()
    looked_in: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def find(request: ScanRequest, computer: Computer) -> Sources:
    """Return the stores that are meant; raise :class:`InspectorError` for a browser or profile that is not here."""
    named = _at_paths(request.stores, computer)
    if not request.discovers:
        return replace(named, stores=_once(_narrowed(named.stores, request.profiles)))
    discovery = look_around(computer)
    browsers = _chosen(discovery.browsers, request.browsers)
    profiles = _of_profiles(browsers, request.profiles)
    stores = _once((*named.stores, *(store for profile in profiles for store in profile.stores)))
    problems = (*named.problems, *discovery.problems)
    if not stores and not any(problem.severity is Severity.FAILED for problem in problems):
        problems = (
            *problems,
            _nothing_here(bool(profiles), len(discovery.looked_in)),
        )
    return Sources(stores, discovery.looked_in, problems)


def look_around(computer: Computer) -> Discovery:
    """Return what discovery finds; a fault of ours in it is one of its problems."""
    try:
        return discover(computer)
    except Exception as error:  # noqa: BLE001 - a bug in discovery must not keep named stores from being read
        return Discovery(problems=(internal_error("browsers could not be looked for", str(computer.home), error),))


def _at_paths(paths: Iterable[Path], computer: Computer) -> Sources:
    stores: list[FoundStore] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            found, notes = sniff(path, computer)
        except Exception as error:  # noqa: BLE001 - one path that trips us must not cost the others
            found, notes = (), (internal_error("could not be looked into", str(path), error),)
        stores.extend(found)
        problems.extend(notes)
    return Sources(tuple(stores), (), tuple(problems))


def _chosen(browsers: Sequence[FoundBrowser], names: Sequence[str]) -> tuple[FoundBrowser, ...]:
    """Return the browsers with one of the names, or all; every packaging of a browser has its id."""
    if not names:
        return tuple(browsers)
    wanted = {name.casefold() for name in names}
    known = {word.casefold() for browser in browsers for word in (browser.id, browser.name)}
    for name in names:
        if name.casefold() not in known:
            raise _unknown("browser", name, [browser.id for browser in browsers], known)
    return tuple(browser for browser in browsers if {browser.id.casefold(), browser.name.casefold()} & wanted)


def _of_profiles(browsers: Sequence[FoundBrowser], names: Sequence[str]) -> tuple[FoundProfile, ...]:
    profiles = tuple(profile for browser in browsers for profile in browser.profiles)
    if not names:
        return profiles
    called = [(profile, _called(profile.directory.name, profile.name)) for profile in profiles]
    _check_profiles(names, [words for _, words in called])
    wanted = {name.casefold() for name in names}
    return tuple(profile for profile, words in called if wanted & {word.casefold() for word in words})


def _narrowed(stores: Sequence[FoundStore], names: Sequence[str]) -> tuple[FoundStore, ...]:
    """Return the stores of the profiles with one of the names, or all."""
    if not names or not stores:  # that nothing was found there is told already
        return tuple(stores)
    called = [(store, _called(store.ref.profile, store.ref.profile_name)) for store in stores]
    _check_profiles(names, [words for _, words in called])
    wanted = {name.casefold() for name in names}
    return tuple(store for store, words in called if wanted & {word.casefold() for word in words})


def _called(folder: str, name: str | None) -> tuple[str, ...]:
    """Return what a profile answers to, the name that its browser shows first."""
    return tuple(word for word in (name, folder) if word)


def _check_profiles(names: Sequence[str], called: Sequence[tuple[str, ...]]) -> None:
    known = {word.casefold() for words in called for word in words}
    for name in names:
        if name.casefold() not in known:
            raise _unknown("profile", name, [words[0] for words in called if words], known)


def _unknown(kind: str, name: str, here: Iterable[str], known: Iterable[str]) -> InspectorError:
    names = ", ".join(dict.fromkeys(here))
    if not names:
        return InspectorError(f'No {kind} "{name}" was found, nor any other', "See: cookie-inspector browsers")
    from difflib import get_close_matches  # here because it is needed for a slip only

    close = get_close_matches(name.casefold(), sorted(known), n=1)
    meant = f'Did you mean "{close[0]}"? ' if close else ""
    return InspectorError(f'No {kind} "{name}" was found', f"{meant}Found here: {names}")


def _once(stores: Iterable[FoundStore]) -> tuple[FoundStore, ...]:
    """Return each store once, however many of the named paths lead to it."""
    first: dict[str, FoundStore] = {}
    for store in stores:
        first.setdefault(_place(store.path), store)
    return tuple(first.values())


def _place(path: Path) -> str:
    try:
        return os.path.normcase(os.path.realpath(path))
    except (OSError, ValueError):  # a NUL byte in the path; its reader says so
        return str(path)


def _nothing_here(profiles: bool, places: int) -> Problem:
    what_to_do = "Name a cookie store, a profile or a folder with --store PATH"
    if profiles:
        what = "none of those found has one yet"
        return Problem("no-store", what, "Cookie stores", "", what_to_do, Severity.FAILED)
    why = f"{places} places were looked in"
    return Problem("no-browser", "none was found", "Browsers", why, what_to_do, Severity.FAILED)
