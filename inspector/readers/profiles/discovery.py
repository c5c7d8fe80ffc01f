# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Find every browser, every profile and every cookie store of a computer; read none of them."""

from pathlib import Path

from inspector.core.computer import Computer, Platform
from inspector.core.store import Family
from inspector.readers.api import Discovery, FoundBrowser, FoundProfile
from inspector.readers.profiles import chromium, firefox, safari
from inspector.readers.profiles.folders import Notes, is_folder, matches
from inspector.readers.profiles.places import BROWSERS, PLACES, Browser, Place


def discover(computer: Computer, *, all_stores: bool = False) -> Discovery:
    """Return everything that the places of this system hold, each store once however many links lead to it.

    ``all_stores`` adds Chromium's stores that belong to no site: extensions, Safe Browsing, copies before an update.
    """
    notes = Notes()
    looked_in: list[str] = []
    browsers: list[FoundBrowser] = []
    for place in PLACES[computer.platform]:
        for base in place.base.folders(computer):
            looked_in.append(str(base.joinpath(*place.parts)))
            browsers.extend(_browsers_at(place, base, computer.platform, notes, all_stores))
    return Discovery(tuple(browsers), tuple(looked_in), tuple(notes.problems))


def profiles_at(
    root: Path, browser: Browser, platform: Platform, notes: Notes, *, all_stores: bool = False
) -> tuple[FoundProfile, ...]:
    """Return the profiles below a browser's folder, by the ways of the browser's family."""
    match browser.family:
        case Family.CHROMIUM:
            return chromium.profiles(root, browser, platform, notes, all_stores=all_stores)
        case Family.FIREFOX:
            return firefox.profiles(root, browser, platform, notes)
        case Family.SAFARI:
            return safari.profiles(root, browser, platform, notes)
        case Family.FILE:  # no browser's
            return ()


def _browsers_at(place: Place, base: Path, platform: Platform, notes: Notes, all_stores: bool) -> list[FoundBrowser]:
    browser = BROWSERS[place.browser]
    known = len(notes.problems)
    found = []
    for root in matches(base, place.parts, notes):
        if is_folder(root, notes) and notes.first_time(root):
            profiles = profiles_at(root, browser, platform, notes, all_stores=all_stores)
            if profiles:
                found.append(FoundBrowser(browser.id, browser.name, browser.family, root, place.packaging, profiles))
    if browser.family is Family.SAFARI:
        notes.problems[known:] = map(safari.full_disk_access, notes.problems[known:])
    return found
