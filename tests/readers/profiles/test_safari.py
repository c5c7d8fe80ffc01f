# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Safari's profiles and their names."""

from pathlib import Path

import pytest
from make import homes, safari

from inspector.core.computer import Platform
from inspector.core.problem import Problem, Severity
from inspector.readers.profiles.folders import Notes
from inspector.readers.profiles.places import BROWSERS
from inspector.readers.profiles.safari import full_disk_access, profiles


def named(root: Path, notes: Notes) -> list[tuple[str, str | None]]:
    found = profiles(root, BROWSERS["safari"], Platform.MACOS, notes)
    return [(store.ref.profile, store.ref.profile_name) for profile in found for store in profile.stores]


def test_default_and_named_profiles(tmp_path: Path) -> None:
    homes.library(tmp_path)
    notes = Notes()
    assert named(tmp_path, notes) == [("Default", None), ("5c2f0d3e-1111-2222-3333-444455556666", "Shopping")]
    assert notes.problems == []


def test_the_preview_keeps_its_names_elsewhere(tmp_path: Path) -> None:
    homes.library(tmp_path)
    (tmp_path / "Safari").rename(tmp_path / "SafariTechnologyPreview")
    assert [name for _, name in named(tmp_path, Notes())] == [None, "Shopping"]


@pytest.mark.parametrize("data", [b"", b"garbage", b"SQLite format 3\0" + bytes(84)])
def test_without_readable_names_the_profiles_are_found_all_the_same(tmp_path: Path, data: bytes) -> None:
    homes.library(tmp_path)
    (tmp_path / "Safari" / "SafariTabs.db").write_bytes(data)
    notes = Notes()
    assert [name for _, name in named(tmp_path, notes)] == [None, None]
    assert [(problem.code, problem.severity) for problem in notes.problems] == [
        ("profile-names-unknown", Severity.NOTE)
    ]


def test_a_names_database_of_another_schema(tmp_path: Path) -> None:
    homes.library(tmp_path)
    path = tmp_path / "Safari" / "SafariTabs.db"
    path.unlink()
    homes.moz_cookies(path)
    notes = Notes()
    assert len(named(tmp_path, notes)) == 2
    assert [problem.code for problem in notes.problems] == ["profile-names-unknown"]


def test_a_library_without_cookies_has_no_profile(tmp_path: Path) -> None:
    (tmp_path / "WebKit" / "WebsiteDataStore" / "5c2f").mkdir(parents=True)
    assert named(tmp_path, Notes()) == []


def test_only_refusals_become_advice_on_full_disk_access() -> None:
    other = Problem("unreadable", "cannot be read", "/x")
    assert full_disk_access(other) is other
    assert full_disk_access(Problem("no-permission", "may not be read", "/x")).where == "/x"


def test_both_places_of_the_default_profile(tmp_path: Path) -> None:
    for folder in ("Cookies", "WebKit/WebsiteData/Default/Cookies"):
        safari.store(tmp_path.joinpath(*folder.split("/"), "Cookies.binarycookies"), safari.Made())
    assert named(tmp_path, Notes()) == [("Default", None), ("Default", None)]
