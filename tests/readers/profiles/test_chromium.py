# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Chromium's profiles: names from Local State, folders from the disk, whatever either is like."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import chromium as make
from make import homes

from inspector.core.computer import Platform
from inspector.core.problem import Severity
from inspector.readers.api import FoundProfile
from inspector.readers.profiles import chromium
from inspector.readers.profiles.folders import Notes
from inspector.readers.profiles.places import BROWSERS


def profiles(root: Path, notes: Notes | None = None) -> tuple[FoundProfile, ...]:
    return chromium.profiles(root, BROWSERS["chrome"], Platform.LINUX, Notes() if notes is None else notes)


def test_both_stores_of_a_profile_are_reported_the_newer_place_first(tmp_path: Path) -> None:
    new = make.store(tmp_path / "Default" / "Network" / "Cookies")
    old = make.store(tmp_path / "Default" / "Cookies")
    (profile,) = profiles(tmp_path)
    assert [store.path for store in profile.stores] == [new, old]
    assert {store.ref.profile for store in profile.stores} == {"Default"}
    assert {(store.profile_dir, store.root) for store in profile.stores} == {(tmp_path / "Default", tmp_path)}


def test_operas_folder_is_itself_a_profile_and_may_hold_another(tmp_path: Path) -> None:
    root = tmp_path / "Opera Stable"
    itself = make.store(root / "Network" / "Cookies")
    below = make.store(root / "Default" / "Network" / "Cookies")
    assert [(p.directory.name, [s.path for s in p.stores]) for p in profiles(root)] == [
        ("Opera Stable", [itself]),
        ("Default", [below]),
    ]


def test_profiles_are_in_the_order_a_person_expects(tmp_path: Path) -> None:
    for name in ("Profile 10", "Profile 2", "Default"):
        make.store(tmp_path / name / "Cookies")
    assert [profile.directory.name for profile in profiles(tmp_path)] == ["Default", "Profile 2", "Profile 10"]


def test_an_unused_profile_is_reported_without_stores(tmp_path: Path) -> None:
    (tmp_path / "Profile 3").mkdir()
    homes.local_state(tmp_path, {"Profile 3": "New", "Gone": "Deleted long ago"})
    assert profiles(tmp_path) == (FoundProfile(tmp_path / "Profile 3", "New"),)


def test_a_store_that_is_no_file_is_left_to_its_reader(tmp_path: Path) -> None:
    (tmp_path / "Default").mkdir()
    os.mkfifo(tmp_path / "Default" / "Cookies")
    assert [store.path.name for store in profiles(tmp_path)[0].stores] == ["Cookies"]


BROKEN = {
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "not an object": b"[1, 2]",
    "null": b"null",
    "names of other types": b'{"profile": {"info_cache": {"Default": {"name": 7}, "x": 3, "y": null}}}',
    "cache of another type": b'{"profile": {"info_cache": ["Default"]}}',
    "nested": b"[" * 200_000,
    "number without end": b'{"a": ' + b"9" * 100_000 + b"}",
    "lone surrogate": b'{"profile": {"info_cache": {"\\ud800": {"name": "\\udfff"}, "..": {"name": "up"}}}}',
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_broken_local_state_costs_only_the_names(tmp_path: Path, data: bytes) -> None:
    make.store(tmp_path / "Default" / "Cookies")
    (tmp_path / "Local State").write_bytes(data)
    notes = Notes()
    assert [(p.directory.name, p.name, len(p.stores)) for p in profiles(tmp_path, notes)] == [("Default", None, 1)]
    assert all((p.code, p.severity) == ("profile-names-unknown", Severity.NOTE) for p in notes.problems)


@pytest.mark.parametrize("kind", ["folder", "fifo", "loop", "huge"])
def test_local_state_that_is_no_small_file_is_a_problem(tmp_path: Path, kind: str) -> None:
    make.store(tmp_path / "Default" / "Cookies")
    path = tmp_path / "Local State"
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    else:
        with path.open("wb") as file:
            file.truncate(1 << 30)
    notes = Notes()
    assert len(profiles(tmp_path, notes)) == 1
    assert [problem.code for problem in notes.problems] == ["profile-names-unknown"]


def test_long_names_are_cut(tmp_path: Path) -> None:
    make.store(tmp_path / "Default" / "Cookies")
    homes.local_state(tmp_path, {"Default": "x" * 10_000})
    assert profiles(tmp_path)[0].name == "x" * chromium.NAME_LIMIT


def test_folders_with_very_many_entries_are_cut_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.readers.profiles.folders.MOST_ENTRIES", 20)
    for index in range(30):
        make.store(tmp_path / f"Profile {index}" / "Cookies")
    notes = Notes()
    assert len(profiles(tmp_path, notes)) == 20
    assert [problem.code for problem in notes.problems] == ["folder-too-large"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["profile", "info_cache", "Default", "name", "x"]), inner, max_size=3)
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON | st.fixed_dictionaries({"profile": st.fixed_dictionaries({"info_cache": JSON})}))
def test_any_json_is_survived(tmp_path: Path, state: object) -> None:
    (tmp_path / "Local State").write_text(json.dumps(state))
    names = chromium.profile_names(tmp_path, Notes())
    assert all(isinstance(name, str) and name for name in names.values())
