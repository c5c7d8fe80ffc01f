# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Sniffing: any file or folder a person may name, and whose it is where that can be told."""

import os
import shutil
from pathlib import Path

import pytest
from make import chromium, homes, safari
from make.untouched import untouched

from inspector.core.computer import Platform
from inspector.core.store import Family
from inspector.readers.api import FoundStore
from inspector.readers.profiles import discover, sniff
from inspector.readers.profiles.places import PLACES, Base, Place

LINUX, MACOS, WINDOWS = Platform.LINUX, Platform.MACOS, Platform.WINDOWS
FIREFOX = Place("firefox", Base.HOME, ".mozilla/firefox")


def found(path: Path, home: Path | None = None, platform: Platform = LINUX) -> tuple[FoundStore, ...]:
    stores, problems = sniff(path, homes.computer(home or path / "no home", platform))
    assert problems == ()
    return stores


def refused(path: Path) -> str:
    stores, problems = sniff(path, homes.computer(path / "no home", LINUX))
    assert stores == ()
    (problem,) = problems
    assert problem.where == str(path)
    return problem.code


MADE = {
    Family.CHROMIUM: lambda path: chromium.store(path),
    Family.FIREFOX: lambda path: homes.moz_cookies(path),
    Family.SAFARI: lambda path: safari.store(path, safari.Made()),
}


@pytest.mark.parametrize("family", MADE)
@pytest.mark.parametrize("name", ["Cookies", "cookies.sqlite", "Cookies.binarycookies", "backup.old"])
def test_a_lone_file_is_told_by_its_content(tmp_path: Path, family: Family, name: str) -> None:
    path = MADE[family](tmp_path / "some" / name)
    with untouched(tmp_path):
        (store,) = found(path)
    assert (store.family, store.path, store.ref.file) == (family, path, str(path))
    assert (store.ref.browser, store.ref.profile, store.profile_dir, store.root) == ("unknown", "", None, None)


@pytest.mark.parametrize("family", MADE)
def test_a_folder_with_a_store_under_any_name(tmp_path: Path, family: Family) -> None:
    path = MADE[family](tmp_path / "copy of the store.bin")
    (tmp_path / "notes.txt").write_text("nothing")
    (store,) = found(tmp_path)
    assert (store.family, store.path) == (family, path)


@pytest.mark.parametrize(
    ("name", "family"),
    [("Cookies", Family.CHROMIUM), ("cookies.sqlite", Family.FIREFOX), ("Cookies.binarycookies", Family.SAFARI)],
)
@pytest.mark.parametrize("data", [b"", b"garbage", b"SQLite format 3\0" + bytes(84)])
def test_a_damaged_store_is_left_to_the_reader_of_its_name(
    tmp_path: Path, name: str, family: Family, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert [store.family for store in found(path)] == [family]


def test_what_holds_no_store_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("nothing")
    other = tmp_path / "other.db"
    shutil.copy(homes.moz_cookies(tmp_path / "x" / "moz"), other)
    other.write_bytes(other.read_bytes().replace(b"moz_cookies", b"moz_coooies"))
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "fifo")
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(1 << 30)
    names = ("empty", "notes.txt", "other.db", "sparse", "fifo", "loop", "no")
    codes = {name: refused(tmp_path / name) for name in names}
    assert codes == {
        **dict.fromkeys(("empty", "notes.txt", "other.db", "sparse"), "no-cookie-store"),
        "fifo": "not-a-file",
        "loop": "symlink-loop",
        "no": "not-found",
    }
    assert refused(Path("/dev/null")) == "not-a-file"
    assert refused(tmp_path / "nul\0") == "unreadable"


def test_a_folder_full_of_links_in_circles_ends(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(30):
        deep = deep / "down"
    deep.mkdir(parents=True)
    (tmp_path / "down" / "up").symlink_to(tmp_path)
    homes.moz_cookies(deep / "cookies.sqlite")
    assert refused(tmp_path) == "no-cookie-store"


def test_very_many_folders_and_stores_are_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for index in range(30):
        homes.moz_cookies(tmp_path / f"p{index}" / "cookies.sqlite")
    for limit, least in (("MOST_FOLDERS", 19), ("MOST_STORES", 20)):
        with monkeypatch.context() as patched:
            patched.setattr(f"inspector.readers.profiles.sniffing.{limit}", 20)
            stores, problems = sniff(tmp_path, homes.computer(tmp_path, LINUX))
        assert (len(stores), [problem.code for problem in problems]) == (least, ["folder-too-large"])


ROWS = [(platform, place) for platform in Platform for place in PLACES[platform]]


@pytest.mark.parametrize(("platform", "place"), ROWS)
def test_a_found_store_named_by_path_is_the_same_store(tmp_path: Path, platform: Platform, place: Place) -> None:
    computer = homes.computer(tmp_path, platform)
    root, made = homes.fill_place(place, computer)
    (browser,) = discover(computer).browsers
    discovered = [store for profile in browser.profiles for store in profile.stores]
    for store in discovered:
        assert sniff(store.path, computer) == ((store,), ())
        assert [again.ref for again in found(store.path)] == [store.ref] or place.path == "Library"
    assert found(root, tmp_path, platform) == tuple(discovered)
    assert [store.path for store in discovered] == list(made)


@pytest.mark.parametrize("below", ["Default", "Default/Network", "Default/Network/Cookies", ""])
def test_parts_of_a_user_data_folder(tmp_path: Path, below: str) -> None:
    root = tmp_path / "portable"
    homes.user_data(root)
    stores = found(root / below)
    assert [store.ref.profile for store in stores] == (["Default"] if below else ["Default", "Profile 1"])
    assert {(store.ref.browser, store.root) for store in stores} == {("unknown", root)}
    assert stores[0].ref.profile_name == "Me"


def test_a_firefox_profile_alone(tmp_path: Path) -> None:
    path = homes.moz_cookies(tmp_path / "abc.me" / "cookies.sqlite")
    (tmp_path / "abc.me" / "prefs.js").write_text("")
    (store,) = found(tmp_path / "abc.me")
    assert (store.path, store.ref.profile, store.profile_dir, store.root) == (path, "abc.me", path.parent, None)


@pytest.mark.parametrize(
    ("application", "browser"),
    [
        ("/usr/lib/firefox-esr", "firefox"),
        ("/usr/share/librewolf", "librewolf"),
        ("C:\\Program Files\\Zen Browser", "zen"),
        ("/home/u/tor-browser/Browser", "tor"),
        ("/opt/other", "unknown"),
    ],
)
def test_a_firefox_profile_tells_its_application(tmp_path: Path, application: str, browser: str) -> None:
    homes.moz_cookies(tmp_path / "p" / "cookies.sqlite")
    (tmp_path / "p" / "compatibility.ini").write_text(f"[Compatibility]\nLastPlatformDir={application}\n")
    assert [store.ref.browser for store in found(tmp_path / "p")] == [browser]


def test_a_copy_from_another_system_keeps_browser_and_system(tmp_path: Path) -> None:
    root = tmp_path / "disk" / "Users" / "me" / "AppData" / "Local" / "Microsoft" / "Edge" / "User Data"
    homes.user_data(root)
    stores = found(root, platform=LINUX)
    assert {(store.ref.browser, store.platform) for store in stores} == {("edge", WINDOWS)}


def test_a_person_called_like_a_browser_is_none(tmp_path: Path) -> None:
    for name in ("zen", "chromium", "opera"):
        store = homes.moz_cookies(tmp_path / "home" / name / "backup" / "cookies.sqlite")
        assert [one.ref.browser for one in found(store)] == ["unknown"]


def test_a_copied_list_does_not_lead_out_of_the_folder_named(tmp_path: Path) -> None:
    outside = homes.moz_cookies(tmp_path / "outside" / "cookies.sqlite")
    inside = tmp_path / "backup"
    homes.firefox(inside, f"[Profile0]\nIsRelative=0\nPath={outside.parent}\n[Profile1]\nPath=../outside\n".encode())
    assert {store.path.parent.name for store in found(inside)} == {"abc1.default-release", "zzz2.found"}


def test_a_whole_home(tmp_path: Path) -> None:
    computer = homes.computer(tmp_path, LINUX)
    _, first = homes.fill_place(PLACES[LINUX][0], computer)
    _, second = homes.fill_place(FIREFOX, computer)
    assert {store.path for store in found(tmp_path, tmp_path)} == {*first, *second}
    assert {store.ref.browser for store in found(tmp_path, tmp_path)} == {"chrome", "firefox"}


def test_a_relative_path_and_a_link_keep_their_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes.firefox(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    stores = found(Path("link"), tmp_path)
    assert len(stores) == 2
    assert all(store.path.is_relative_to(tmp_path / "link") for store in stores)
