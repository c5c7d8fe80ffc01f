# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which stores a request means: found by discovery, or at the paths that were named."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from inspector.core.computer import Computer
from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.engine.faults import internal_error
from inspector.engine.request import ScanRequest
from inspector.readers.api import Discovery, FoundBrowser, FoundProfile, FoundStore
from inspector.readers.profiles import discover, sniff

_TOLD: Final = 3  # of the places that could not be looked at, in the answer to a name that is not here


@frozen
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
    unseen = [problem for problem in discovery.problems if problem.severity is not Severity.NOTE]
    browsers = _chosen(discovery.browsers, request.browsers, unseen)
    profiles = _of_profiles(browsers, request.profiles, unseen)
    stores = _once((*named.stores, *(store for profile in profiles for store in profile.stores)))
    problems = (*named.problems, *discovery.problems)
    if not stores and not any(problem.severity is Severity.FAILED for problem in problems):
        problems = (
            *problems,
            _nothing_here(bool(profiles), len(discovery.looked_in)),
        )
    return Sources(stores, discovery.looked_in, problems)


def find_at(paths: Iterable[Path], computer: Computer) -> Sources:
    """Return the stores at paths; what is at none of them is among the problems."""
    return _at_paths(paths, computer)


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


def _chosen(
    browsers: Sequence[FoundBrowser], names: Sequence[str], unseen: Sequence[Problem]
) -> tuple[FoundBrowser, ...]:
    """Return the browsers with one of the names, or all; every packaging of a browser has its id."""
    if not names:
        return tuple(browsers)
    wanted = {name.casefold() for name in names}
    known = [word for browser in browsers for word in (browser.id, browser.name)]
    _check("browser", names, known, [browser.id for browser in browsers], unseen)
    return tuple(browser for browser in browsers if {browser.id.casefold(), browser.name.casefold()} & wanted)


def _of_profiles(
    browsers: Sequence[FoundBrowser], names: Sequence[str], unseen: Sequence[Problem]
) -> tuple[FoundProfile, ...]:
    profiles = tuple(profile for browser in browsers for profile in browser.profiles)
    if not names:
        return profiles
    called = [(profile, _called(profile.directory.name, profile.name)) for profile in profiles]
    _check_profiles(names, [words for _, words in called], unseen)
    wanted = {name.casefold() for name in names}
    return tuple(profile for profile, words in called if wanted & {word.casefold() for word in words})


def _narrowed(stores: Sequence[FoundStore], names: Sequence[str]) -> tuple[FoundStore, ...]:
    """Return the stores of the profiles with one of the names, or all."""
    if not names or not stores:  # that nothing was found there is told already
        return tuple(stores)
    called = [(store, _called(store.ref.profile, store.ref.profile_name)) for store in stores]
    _check_profiles(names, [words for _, words in called], ())
    wanted = {name.casefold() for name in names}
    return tuple(store for store, words in called if wanted & {word.casefold() for word in words})


def _called(folder: str, name: str | None) -> tuple[str, ...]:
    """Return what a profile answers to, the name that its browser shows first."""
    return tuple(word for word in (name, folder) if word)


def _check_profiles(names: Sequence[str], called: Sequence[tuple[str, ...]], unseen: Sequence[Problem]) -> None:
    known = [word for words in called for word in words]
    _check("profile", names, known, [words[0] for words in called if words], unseen)


def _check(
    kind: str, names: Sequence[str], known: Sequence[str], here: Sequence[str], unseen: Sequence[Problem]
) -> None:
    """Raise for the first name that nothing here answers to; what could not be looked at may be the reason."""
    words = {word.casefold(): word for word in reversed(known)}
    for name in names:
        if name.casefold() not in words:
            missed = (f"Not looked at: {problem}" for problem in unseen[:_TOLD])
            others = "" if here else ", nor any other"
            advice = _meant(name, words) + ". ".join((_found(here), *missed))
            raise InspectorError(f'No {kind} "{name}" was found{others}', advice)


def _meant(name: str, words: Mapping[str, str]) -> str:
    from difflib import get_close_matches  # here because it is needed for a slip only

    close = get_close_matches(name.casefold(), sorted(words), n=1)
    return f'Did you mean "{words[close[0]]}"? ' if close else ""


def _found(here: Sequence[str]) -> str:
    return f"Found here: {', '.join(dict.fromkeys(here))}" if here else "See: cookie-inspector browsers"


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
