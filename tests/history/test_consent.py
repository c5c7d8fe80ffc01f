# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The answer to "may scans be remembered?": nothing but a clear yes is one."""

from pathlib import Path

import pytest
from make.history import NOW

from inspector.core.problem import InspectorError
from inspector.history.consent import Consent, read_consent, write_consent


def test_no_answer_is_no(tmp_path: Path) -> None:
    assert read_consent(tmp_path / "none.toml") == Consent()
    assert not Consent().is_yes


def test_an_answer_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "config" / "history.toml"
    write_consent(path, remember=True, days=30, now=NOW)
    assert read_consent(path) == Consent(True, 30, "2026-11-24T12:00:00Z")
    write_consent(path, remember=False, days=30, now=NOW)
    assert read_consent(path).remember is False
    assert [held.name for held in path.parent.iterdir()] == ["history.toml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "remember = 1",
        'remember = "yes"',
        "remember = true\ndays = 0",
        "remember = true\ndays = true",
        "\xff[[",
        "x" * 20_000,
    ],
)
def test_what_cannot_be_understood_is_no_and_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "history.toml"
    path.write_bytes(text.encode("latin-1"))
    answer = read_consent(path)
    assert (answer.is_yes, answer.days) == (False, 90)
    assert [problem.code for problem in answer.problems] == ["consent-unreadable"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(InspectorError, match="cannot be kept"):
        write_consent(tmp_path / "file" / "history.toml", remember=True, days=90, now=NOW)


def test_days_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="not a number of days"):
        write_consent(tmp_path / "history.toml", remember=True, days=0, now=NOW)
