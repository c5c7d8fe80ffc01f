# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Problems as lines on stderr."""

import pytest
from make.hostile import HOSTILE, is_safe
from make.records import problem

from inspector.cli.problems import MOST, line, print_problems
from inspector.core.problem import Problem, Severity


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.NOTE, "Note"), (Severity.PARTIAL, "Partly read"), (Severity.FAILED, "Not read")]
)
def test_a_line_says_where_what_why_and_what_to_do(severity: Severity, word: str) -> None:
    said = line(Problem("code", "is locked", "/made", "it runs", "Close it", severity))
    assert said == f"{word}: /made: is locked (it runs). Close it"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_line_is_one_line_and_harmless(text: str) -> None:
    said = line(Problem("code", text, text, text, text))
    assert is_safe(said)
    assert len(said.splitlines()) == 1


def test_thousands_of_problems_do_not_bury_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    print_problems([problem()] * (MOST + 1234))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST + 1
    assert lines[-1].startswith("And 1,234 more")


def test_a_line_is_no_command_of_a_log() -> None:
    assert "##[" not in line(Problem("x", "a ##[stop-commands]y", "b"))
