# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Looking into folders: order, patterns, bounds."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.readers.profiles import folders
from inspector.readers.profiles.folders import Notes, is_folder, matches, names_in


def test_numbers_in_names_count_as_numbers(tmp_path: Path) -> None:
    for name in ("Profile 10", "Profile 9", "Default", "profile 1", "9", "a" + "7" * 100):
        (tmp_path / name).mkdir()
    assert names_in(tmp_path, Notes()) == ("9", "a" + "7" * 100, "Default", "profile 1", "Profile 9", "Profile 10")


def test_patterns(tmp_path: Path) -> None:
    for path in ("a/x1/end", "a/x2/end", "a/y/end", "b/x3/end"):
        (tmp_path / path).mkdir(parents=True)
    found = matches(tmp_path, ("*", "x*", "end"), Notes())
    assert [str(path.relative_to(tmp_path)) for path in found] == ["a/x1/end", "a/x2/end", "b/x3/end"]
    assert list(matches(tmp_path, ("missing", "*"), Notes())) == []


def test_what_cannot_be_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    notes = Notes()
    assert not any(is_folder(tmp_path / name, notes) for name in ("loop", "missing", "x" * 5_000, "nul\0"))
    assert all(problem.code == "unreadable" for problem in notes.problems)


def test_the_same_problem_is_told_once(tmp_path: Path) -> None:
    notes = Notes()
    for _ in range(3):
        notes.failed(tmp_path, PermissionError(1, "no"))
        notes.failed(tmp_path, FileNotFoundError(2, "gone"))
    assert [problem.code for problem in notes.problems] == ["no-permission"]


def test_thousands_of_problems_do_not_take_minutes() -> None:
    notes = Notes()
    started = time.process_time()
    for number in range(20_000):
        notes.failed(Path(f"/made/{number}"), OSError(5, "Input/output error"))
    assert len(notes.problems) == 20_000
    assert time.process_time() - started < 5  # each compared with all before took a minute


def test_all_below_a_closed_folder_is_one_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "home"
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed)
    notes = Notes()
    for name in ("a", "b/c", "b/d"):
        notes.failed(closed / name, PermissionError(13, "Permission denied"))
    assert [(problem.code, problem.where) for problem in notes.problems] == [("no-permission", str(closed))]


@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_names_can_be_ordered_and_in_one_way_only(names: list[str]) -> None:
    def ordered(some: list[str]) -> list[object]:
        return [folders._natural(name) for name in sorted(some, key=folders._natural)]

    assert ordered(names) == ordered(names[::-1])
