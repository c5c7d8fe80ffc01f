# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Discovery: every row of the table of places, every profile once, and problems that stop nothing."""

import os
from pathlib import Path

import pytest
from make import chromium, homes
from make.untouched import untouched

from inspector.core.computer import Platform
from inspector.core.problem import Severity
from inspector.core.store import Family
from inspector.readers.api import Discovery
from inspector.readers.profiles import discover
from inspector.readers.profiles.places import BROWSERS, PLACES, Base, Place

ROWS = [(platform, place) for platform, places in PLACES.items() for place in places]
LINUX, MACOS, WINDOWS = Platform.LINUX, Platform.MACOS, Platform.WINDOWS


def stores(found: Discovery) -> list[Path]:
    return [store.path for browser in found.browsers for profile in browser.profiles for store in profile.stores]


@pytest.mark.parametrize(
    ("platform", "place"), ROWS, ids=[f"{platform}-{place.browser}-{place.packaging}" for platform, place in ROWS]
)
def test_every_row_of_the_table(tmp_path: Path, platform: Platform, place: Place) -> None:
    computer = homes.computer(tmp_path, platform)
    root, made = homes.fill_place(place, computer)
    with untouched(tmp_path):
        found = discover(computer)
    assert found.problems == ()
    (browser,) = found.browsers
    assert (browser.id, browser.packaging, browser.root) == (place.browser, place.packaging, root)
    assert browser.name == BROWSERS[place.browser].name
    assert stores(found) == list(made)
    refs = [store.ref for profile in browser.profiles for store in profile.stores]
    assert {ref.browser for ref in refs} == {place.browser}
    assert [ref.file for ref in refs] == [str(path) for path in made]
    names = {
        Family.CHROMIUM: ["Me", "Work"],
        Family.FIREFOX: ["default-release", None],
        Family.SAFARI: [None, "Shopping"],
    }
    assert [ref.profile_name for ref in refs] == names[browser.family]
    assert [profile.name for profile in browser.profiles] == names[browser.family]


def test_rows_are_distinct_and_of_known_browsers() -> None:
    assert len(set(ROWS)) == len(ROWS)
    assert {place.browser for _, place in ROWS} == set(BROWSERS)
    assert all(place.path == place.path.strip("/") and "\\" not in place.path for _, place in ROWS)


ENVIRONMENTS = [
    (LINUX, "XDG_CONFIG_HOME", Place("chrome", Base.CHROME, "google-chrome")),
    (LINUX, "CHROME_CONFIG_HOME", Place("chrome", Base.CHROME, "google-chrome")),
    (LINUX, "XDG_CONFIG_HOME", Place("firefox", Base.CONFIG, "mozilla/firefox")),
    (WINDOWS, "LOCALAPPDATA", Place("edge", Base.LOCAL, "Microsoft/Edge/User Data")),
    (WINDOWS, "APPDATA", Place("firefox", Base.ROAMING, "Mozilla/Firefox")),
]


@pytest.mark.parametrize(("platform", "variable", "place"), ENVIRONMENTS)
def test_the_environment_is_followed_and_the_home_looked_in_too(
    tmp_path: Path, platform: Platform, variable: str, place: Place
) -> None:
    elsewhere = homes.computer(tmp_path / "home", platform, {variable: str(tmp_path / "else where")})
    root, made = homes.fill_place(place, elsewhere)
    assert root.is_relative_to(tmp_path / "else where")
    _, at_home = homes.fill_place(place, homes.computer(tmp_path / "home", platform))
    found = discover(elsewhere)
    assert stores(found) == [*made, *at_home]
    assert str(root) in found.looked_in


def test_a_relative_variable_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    homes.user_data(tmp_path / "config" / "chromium")
    computer = homes.computer(tmp_path / "home", LINUX, {"XDG_CONFIG_HOME": "config"})
    assert discover(computer).browsers == ()


def test_an_empty_home_has_no_browser_and_no_problem(tmp_path: Path) -> None:
    for platform in Platform:
        found = discover(homes.computer(tmp_path, platform))
        assert (found.browsers, found.problems) == ((), ())
        assert len(found.looked_in) >= len(PLACES[platform])


def test_many_browsers_in_the_order_of_the_table(tmp_path: Path) -> None:
    computer = homes.computer(tmp_path, LINUX)
    for place in (PLACES[LINUX][0], PLACES[LINUX][6], Place("firefox", Base.HOME, ".mozilla/firefox")):
        homes.fill_place(place, computer)
    assert [browser.id for browser in discover(computer).browsers] == ["chrome", "chromium", "firefox"]


def test_links_to_the_same_profile_are_reported_once(tmp_path: Path) -> None:
    real = tmp_path / "snap" / "chromium" / "common" / "chromium"
    made = homes.user_data(real)
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "chromium").symlink_to(real)
    (real / "Linked").symlink_to(real / "Default")
    (real / "loop").symlink_to("loop")
    found = discover(homes.computer(tmp_path, LINUX))
    assert len(stores(found)) == len(made)
    assert [browser.packaging for browser in found.browsers] == [""]
    assert found.problems == ()


def test_only_the_current_revision_of_a_snap(tmp_path: Path) -> None:
    for revision in ("412", "413"):
        homes.user_data(tmp_path / "snap" / "brave" / revision / ".config" / "BraveSoftware" / "Brave-Browser")
    computer = homes.computer(tmp_path, LINUX)
    assert len(discover(computer).browsers) == 2
    (tmp_path / "snap" / "brave" / "current").symlink_to("413")
    (browser,) = discover(computer).browsers
    assert browser.root.resolve().parts[-4] == "413"


def test_unreadable_folders_are_problems_and_the_rest_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    computer = homes.computer(tmp_path, LINUX)
    forbidden, _ = homes.fill_place(PLACES[LINUX][0], computer)
    _, made = homes.fill_place(Place("firefox", Base.HOME, ".mozilla/firefox"), computer)
    deny(monkeypatch, forbidden)
    found = discover(computer)
    assert stores(found) == list(made)
    assert [(problem.code, problem.where) for problem in found.problems] == [("no-permission", str(forbidden))]
    assert not any(problem.severity is Severity.NOTE for problem in found.problems)


def test_safari_that_may_not_be_read_explains_full_disk_access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    computer = homes.computer(tmp_path, MACOS)
    root, _ = homes.fill_place(Place("safari", Base.HOME, "Library/Containers/com.apple.Safari/Data/Library"), computer)
    deny(monkeypatch, root)
    found = discover(computer)
    assert found.browsers == ()
    assert {problem.code for problem in found.problems} == {"full-disk-access"}
    assert all("Full Disk Access" in problem.what_to_do for problem in found.problems)


def test_all_stores_on_request(tmp_path: Path) -> None:
    root = tmp_path / ".config" / "chromium"
    homes.user_data(root)
    others = (
        "Default/Extension Cookies",
        "Default/Safe Browsing Network/Safe Browsing Cookies",
        "Default/Storage/ext/abcdef/def/Cookies",
        "Default/Storage/ext/abcdef/def/Network/Cookies",
        "Safe Browsing Cookies",
    )
    for other in others:
        chromium.store(root.joinpath(*other.split("/")))
    computer = homes.computer(tmp_path, LINUX)
    assert len(stores(discover(computer))) == 2
    found = {str(path.relative_to(root)) for path in stores(discover(computer, all_stores=True))}
    assert found == {
        *others, "Default/Network/Cookies", "Profile 1/Cookies", "Snapshots/120.0/Default/Cookies"
    }  # fmt: skip


def deny(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Refuse everything below a folder, and its listing, as a system does; also to root, who runs some tests."""
    scandir, lstat, stat = os.scandir, Path.lstat, Path.stat

    def refuse(path: object, *, below_only: bool) -> None:
        where = Path(str(path))
        if folder in where.parents or (where == folder and not below_only):
            raise PermissionError(1, "Operation not permitted", str(path))

    def refusing_scandir(path: object = ".") -> object:
        refuse(path, below_only=False)
        return scandir(str(path))

    def refusing_lstat(self: Path) -> os.stat_result:
        refuse(self, below_only=True)
        return lstat(self)

    def refusing_stat(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        refuse(self, below_only=True)
        return stat(self, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "scandir", refusing_scandir)
    monkeypatch.setattr(Path, "lstat", refusing_lstat)
    monkeypatch.setattr(Path, "stat", refusing_stat)
