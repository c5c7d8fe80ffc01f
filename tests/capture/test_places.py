# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Browsers that can make a visit are found where their makers put them, on each system; a path names any other."""

from pathlib import Path

import pytest

from inspector.capture import places
from inspector.capture.places import CHROMIUM, FIREFOX, find, installed
from inspector.core.computer import Computer, Platform
from inspector.core.problem import InspectorError


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def linux(home: Path, *names: str) -> Computer:
    for name in names:
        program(home / "bin" / name)
    return Computer(Platform.LINUX, home, {"PATH": str(home / "bin")})


def test_on_linux_by_their_programs_and_the_commonest_first(tmp_path: Path) -> None:
    computer = linux(tmp_path, "firefox-esr", "chromium", "google-chrome", "microsoft-edge")
    found = [(browser.id, browser.engine, Path(browser.program[0]).name) for browser in installed(computer)]
    assert found == [
        ("chrome", CHROMIUM, "google-chrome"),
        ("chromium", CHROMIUM, "chromium"),
        ("edge", CHROMIUM, "microsoft-edge"),
        ("firefox", FIREFOX, "firefox-esr"),
    ]
    assert find(None, computer).id == "chrome"


@pytest.mark.parametrize("wanted", ["chromium", "Chromium", "CHROMIUM"])
def test_a_name_is_taken_in_any_case(tmp_path: Path, wanted: str) -> None:
    assert find(wanted, linux(tmp_path, "chromium", "firefox")).id == "chromium"


def test_none_at_all_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="No browser that can make a visit") as raised:
        find(None, linux(tmp_path))
    assert "--browser PATH" in raised.value.what_to_do


def test_one_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match='no browser "vivaldi" here') as raised:
        find("vivaldi", linux(tmp_path, "chromium"))
    assert "chromium" in raised.value.what_to_do


@pytest.mark.parametrize(
    ("name", "engine"), [("my-chrome", CHROMIUM), ("firefox-nightly", FIREFOX), ("LibreWolf", FIREFOX)]
)
def test_a_path_names_any_program(tmp_path: Path, name: str, engine: str) -> None:
    path = program(tmp_path / "opt" / name)
    found = find(str(path), linux(tmp_path))
    assert (found.program, found.engine) == ((str(path),), engine)


@pytest.mark.parametrize(
    ("program", "below"),
    [
        (("/usr/bin/flatpak", "run", "org.chromium.Chromium"), ".var/app/org.chromium.Chromium/cache"),
        (("/usr/bin/snap", "run", "chromium"), "snap/chromium/common"),
        (("/snap/bin/chromium",), "snap/chromium/common"),
        (("/usr/bin/chromium",), None),
    ],
)
def test_a_locked_up_browser_gets_its_profile_where_it_can_see_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: tuple[str, ...], below: str | None
) -> None:
    monkeypatch.setattr(places, "executable_of", lambda browser, computer: program if browser == "chromium" else None)
    assert find("chromium", linux(tmp_path)).parent == (None if below is None else tmp_path / below)


def test_a_runner_alone_is_no_browser(tmp_path: Path) -> None:
    assert installed(linux(tmp_path, "flatpak", "snap")) == ()


def test_on_macos_by_the_program_in_the_bundle(tmp_path: Path) -> None:
    programs = tmp_path / "Applications" / "Chromium.app" / "Contents" / "MacOS"
    path = program(programs / "Chromium")
    program(programs / "helper")
    computer = Computer(Platform.MACOS, tmp_path, {})
    assert [browser.program for browser in installed(computer)] == [(str(path),)]
    assert find(str(tmp_path / "Applications" / "Chromium.app"), computer).program == (str(path),)


def test_a_bundle_without_a_program_is_none(tmp_path: Path) -> None:
    (tmp_path / "Applications" / "Firefox.app").mkdir(parents=True)
    assert installed(Computer(Platform.MACOS, tmp_path, {})) == ()


def test_on_windows_by_the_installers_places(tmp_path: Path) -> None:
    path = program(tmp_path / "Files" / "Google" / "Chrome" / "Application" / "chrome.exe")
    computer = Computer(Platform.WINDOWS, tmp_path, {"ProgramFiles": str(tmp_path / "Files")})
    assert [(browser.id, browser.program) for browser in installed(computer)] == [("chrome", (str(path),))]
