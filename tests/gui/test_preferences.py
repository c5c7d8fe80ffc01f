# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What was chosen: kept and read again, and what a wrong or damaged file costs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.preferences import (
    AtStart,
    Language,
    Motion,
    Network,
    Preferences,
    Scheme,
    read_preferences,
)
from inspector.gui.settings import WindowSettings

OTHER = Preferences(Scheme.DARK, 150, Motion.LESS, AtStart.NOTHING, Network.NEVER, Language.GERMAN, 30, 60)


def test_what_is_chosen_is_kept(tmp_path: Path) -> None:
    WindowSettings(tmp_path).keep_preferences(OTHER)
    chosen = WindowSettings(tmp_path).chosen
    assert chosen.preferences == OTHER
    assert not chosen.problems


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("theme", "chartreuse"),
        ("text_percent", "9000"),
        ("text_percent", "-1"),
        ("hide_s", "0"),
        ("hide_s", "٣٠"),
        ("clipboard_s", "9" * 5000),
        ("network", "always"),
        ("language", "\x1b[31mtlh"),
    ],
)
def test_a_wrong_entry_is_its_default_and_told(name: str, text: str) -> None:
    chosen = read_preferences({**{key: str(value) for key, value in OTHER._asdict().items()}, name: text}, "x.ini")
    assert chosen.preferences == OTHER._replace(**{name: getattr(Preferences(), name)})
    (problem,) = chosen.problems
    assert name in problem.what
    assert "\x1b" not in problem.why
    assert len(problem.why) < 80


@given(st.dictionaries(st.sampled_from(Preferences._fields), st.text(max_size=30) | st.integers() | st.binary()))
def test_any_entries_give_preferences(entries: dict[str, object]) -> None:
    chosen = read_preferences(entries, "x.ini")
    assert 50 <= chosen.preferences.text_percent <= 200
    assert 5 <= chosen.preferences.hide_s <= 300


def test_a_damaged_file_is_the_defaults_and_a_problem(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\x00\x01\x02SQLite format 3\x00garbage\n" * 40)
    chosen = WindowSettings(tmp_path).chosen
    assert chosen.preferences == Preferences()
    assert [problem.code for problem in chosen.problems] == ["settings-damaged"]
    assert str(tmp_path) in chosen.problems[0].where


def test_a_file_that_was_damaged_is_written_again(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\x00\x01\x02garbage\n")
    WindowSettings(tmp_path).keep_preferences(OTHER)
    assert WindowSettings(tmp_path).chosen.preferences == OTHER
