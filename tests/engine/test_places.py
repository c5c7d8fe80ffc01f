# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The profiles that a page can be opened in, and which of them is meant."""

from pathlib import Path

import pytest
from make import chromium, firefox, homes

from inspector.core.computer import Computer, Platform
from inspector.core.optout import BrowserPlace
from inspector.core.problem import InspectorError
from inspector.engine.places import browser_places, choose_place


def chrome(root: Path) -> None:
    chromium.store(root / "Default" / "Cookies", chromium.row("a", "x.com"))
    chromium.store(root / "Profile 1" / "Cookies", chromium.row("a", "x.com"))
    homes.local_state(root, {"Default": "Me", "Profile 1": "Work"})


@pytest.fixture
def places(tmp_path: Path) -> tuple[BrowserPlace, ...]:
    chrome(tmp_path / ".config" / "google-chrome")
    firefox.store(tmp_path / ".mozilla" / "firefox" / "x.default", firefox.row("c", "x.com"))
    return browser_places(Computer(Platform.LINUX, tmp_path, {}))


def test_every_profile_with_its_folders(places: tuple[BrowserPlace, ...], tmp_path: Path) -> None:
    found = {(place.store.browser, place.store.profile): place for place in places}
    assert set(found) == {("chrome", "Default"), ("chrome", "Profile 1"), ("firefox", "x.default")}
    work = found["chrome", "Profile 1"]
    assert (work.directory.name, work.root) == ("Profile 1", tmp_path / ".config" / "google-chrome")
    assert work.usual


def test_a_browser_with_two_homes_must_be_told_which(tmp_path: Path) -> None:
    chrome(tmp_path / ".config" / "google-chrome")
    chrome(tmp_path / "xdg" / "google-chrome")
    found = browser_places(Computer(Platform.LINUX, tmp_path, {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}))
    assert len(found) == 4
    assert not any(place.usual for place in found)


def test_a_home_that_the_browser_does_not_look_in_first_must_be_told(tmp_path: Path) -> None:
    chrome(tmp_path / ".config" / "google-chrome")
    found = browser_places(Computer(Platform.LINUX, tmp_path, {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}))
    assert not any(place.usual for place in found)


def test_the_profile_named_is_taken_else_the_only_one_that_holds_the_cookies(places: tuple[BrowserPlace, ...]) -> None:
    work = next(place for place in places if place.store.profile == "Profile 1")
    assert choose_place(places, [], "chrome", "Work") is work
    assert choose_place(places, [], "Chrome", "Profile 1") is work
    assert choose_place(places, [work.store], None, None) is work


@pytest.mark.parametrize(
    ("browser", "profile", "said"),
    [("chrome", None, "several fit"), ("opera", None, "No such"), (None, "x", "No such")],
)
def test_what_is_not_clear_is_asked_for(
    places: tuple[BrowserPlace, ...], browser: str | None, profile: str | None, said: str
) -> None:
    with pytest.raises(InspectorError, match=said):
        choose_place(places, [place.store for place in places], browser, profile)
