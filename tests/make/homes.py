# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made home folders of any system, with a browser's folder at any of its places."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from make import chromium, safari

from inspector.core.computer import Computer, Platform
from inspector.core.store import Family
from inspector.readers.profiles.places import BROWSERS, Place

STARS = {
    "TheBrowserCompany.Arc_*": "TheBrowserCompany.Arc_ttt1ap7aakyb4",
    "Mozilla.Firefox_*": "Mozilla.Firefox_n80bbvh6b1yt2",
    "*.torbrowser-launcher": "org.torproject.torbrowser-launcher",
    "tor-browser*": "tor-browser_en-US",
    "*": "x86_64",
}


def computer(home: Path, platform: Platform, env: Mapping[str, str] | None = None) -> Computer:
    """A computer whose home is a made folder and whose environment is nobody's."""
    return Computer(platform, home, env or {})


def at(place: Place, made: Computer) -> Path:
    """The folder of a place on a made computer, its first base, its stars filled in."""
    return place.base.folders(made)[0].joinpath(*(STARS.get(part, part) for part in place.parts))


def fill(root: Path, family: Family) -> tuple[Path, ...]:
    """Make two used profiles in a browser's folder; return their stores."""
    return {Family.CHROMIUM: user_data, Family.FIREFOX: firefox, Family.SAFARI: library}[family](root)


def fill_place(place: Place, made: Computer) -> tuple[Path, tuple[Path, ...]]:
    """Make the browser of a place; return its folder and stores."""
    root = at(place, made)
    return root, fill(root, BROWSERS[place.browser].family)


def user_data(root: Path, names: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """A Chromium user data folder: an older profile, a newer one, and folders that are no profiles."""
    names = {"Default": "Me", "Profile 1": "Work"} if names is None else names
    stores = (
        chromium.store(root / "Default" / "Network" / "Cookies"),
        chromium.store(root / "Profile 1" / "Cookies"),
    )
    for other in ("System Profile", "Guest Profile"):
        chromium.store(root / other / "Cookies")
    chromium.store(root / "Snapshots" / "120.0" / "Default" / "Cookies")
    (root / "Crashpad").mkdir()
    local_state(root, names)
    return stores


def local_state(root: Path, names: Mapping[str, str]) -> Path:
    """Chromium's list of profiles."""
    root.mkdir(parents=True, exist_ok=True)
    path = root / "Local State"
    path.write_text(json.dumps({"profile": {"info_cache": {folder: {"name": name} for folder, name in names.items()}}}))
    return path


def moz_cookies(path: Path) -> Path:
    """An empty Firefox store."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_cookies(id INTEGER PRIMARY KEY, name TEXT, value TEXT, host TEXT)")
    return path


def firefox(root: Path, ini: bytes | None = None) -> tuple[Path, ...]:
    """A Firefox folder with a listed profile and one that only lies there."""
    stores = (
        moz_cookies(root / "Profiles" / "abc1.default-release" / "cookies.sqlite"),
        moz_cookies(root / "zzz2.found" / "cookies.sqlite"),
    )
    text = "[Profile0]\nName=default-release\nIsRelative=1\nPath=Profiles/abc1.default-release\n"
    (root / "profiles.ini").write_bytes(text.encode() if ini is None else ini)
    return stores


def library(root: Path) -> tuple[Path, ...]:
    """A ``Library`` folder with Safari's default profile and a named one."""
    uuid = "5c2f0d3e-1111-2222-3333-444455556666"
    stores = (
        safari.store(root / "Cookies" / "Cookies.binarycookies", safari.Made()),
        safari.store(root / "WebKit" / "WebsiteDataStore" / uuid / "Cookies" / "Cookies.binarycookies", safari.Made()),
    )
    (root / "Safari").mkdir()
    with closing(sqlite3.connect(root / "Safari" / "SafariTabs.db")) as connection:
        connection.execute("CREATE TABLE bookmarks(id INTEGER, type INT, subtype INT, external_uuid TEXT, title TEXT)")
        rows = [(1, 1, 2, uuid.upper(), "Shopping"), (2, 1, 0, "x", "a tab group"), (3, 1, 2, "DefaultProfile", "")]
        connection.executemany("INSERT INTO bookmarks VALUES(?,?,?,?,?)", rows)
        connection.commit()
    return stores
