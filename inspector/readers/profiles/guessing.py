# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose store a file is, told by where it lies or what lies beside it; "unknown" where neither tells."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.computer import Computer, Platform
from inspector.core.store import Family
from inspector.readers.profiles import firefox
from inspector.readers.profiles.places import BROWSERS, PLACES, Base, Browser, Place
from inspector.readers.stable import Unreadable, read_stable

UNKNOWN: Final = {
    Family.CHROMIUM: Browser("unknown", "Unknown browser (Chromium family)", Family.CHROMIUM),
    Family.FIREFOX: Browser("unknown", "Unknown browser (Firefox family)", Family.FIREFOX),
    Family.SAFARI: Browser("unknown", "Unknown browser (Safari's format)", Family.SAFARI),
}

_HEIGHT: Final = {Family.CHROMIUM: 3, Family.FIREFOX: 3, Family.SAFARI: 5}  # folders between a store and its root
_APPLICATIONS: Final = (  # a folder in the path of the application that last used a Firefox profile starts with
    ("librewolf", "librewolf"),
    ("waterfox", "waterfox"),
    ("floorp", "floorp"),
    ("zen", "zen"),
    ("tor browser", "tor"),
    ("tor-browser", "tor"),
    ("firefox", "firefox"),
)


class Guess(NamedTuple):
    """A browser, and the system that the store was made on: a profile may have been copied from another computer."""

    browser: Browser
    platform: Platform


def guess(path: Path, family: Family, computer: Computer) -> Guess:
    """Return whose store ``path`` (a store, or a folder of profiles) is."""
    for folder in (path, *path.parents[: _HEIGHT[family]]):
        for place, platform in _places(family, computer.platform):
            if _is_at(folder, place, computer if platform is computer.platform else None):
                return Guess(BROWSERS[place.browser], platform)
    browser = _application(path.parent) if family is Family.FIREFOX else None
    return Guess(browser or UNKNOWN[family], computer.platform)


def _places(family: Family, own: Platform) -> Iterator[tuple[Place, Platform]]:
    """Yield the places of this system first: Safari's and Opera's folders look alike on several."""
    for platform in sorted(Platform, key=lambda platform: platform is not own):
        for place in PLACES[platform]:
            if BROWSERS[place.browser].family is family:
                yield place, platform


def _is_at(folder: Path, place: Place, computer: Computer | None) -> bool:
    parts = place.parts
    tail = folder.parts[-len(parts) :]
    if len(tail) != len(parts) or not all(map(fnmatchcase, tail, parts)):
        return False
    base = folder.parents[len(parts) - 1] if len(folder.parents) >= len(parts) else folder
    if computer is not None and base in place.base.folders(computer):
        return True
    if place.base in (Base.HOME, Base.FLATPAK):
        return len(parts) > 1 or parts[0].startswith(".")  # a home may be any folder, so the rest must speak
    return any(base.parts[-len(ending) :] == ending for ending in place.base.tails)


def _application(folder: Path) -> Browser | None:
    """Return the browser that ``compatibility.ini`` names, which Firefox writes into a profile at every start."""
    try:
        text = read_stable(folder / "compatibility.ini", firefox.INI_LIMIT).data.decode("utf-8", "replace")
    except Unreadable:  # most lone files have no such neighbour; what is not known is "unknown"
        return None
    for _, values in firefox.ini_sections(text):
        parts = values.get("LastPlatformDir", "").replace("\\", "/").lower().split("/")
        for start, browser in _APPLICATIONS:
            if any(part.startswith(start) for part in parts):
                return BROWSERS[browser]
    return None
