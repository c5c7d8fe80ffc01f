# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of issues and the text that is copied from it."""

from make import records
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from inspector.core.problem import Severity
from inspector.gui.models.cookies import Role
from inspector.gui.models.problems import ProblemModel, problem_text


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester) -> None:
    model = ProblemModel()
    model.show((records.problem(), records.problem("Other")))
    qtmodeltester.check(model)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "What"


def test_the_gravest_comes_first() -> None:
    model = ProblemModel()
    model.show((records.problem("n", severity=Severity.NOTE), records.problem("f"), records.problem("g")))
    assert [model.index(row, 1).data() for row in range(3)] == ["f", "g", "n"]


def test_what_is_copied_holds_every_text_and_no_control_character() -> None:
    text = problem_text(records.problem("Bad \x1b[31m name", "/made/\u202efile"))
    assert text.splitlines() == [
        "Result: Not read",
        "What: Bad ␛[31m name",
        "Why: another program holds it",
        "What to do: Close the browser.",
        "Where: /made/\\u{202e}file",
    ]


def test_severity_is_said_in_words() -> None:
    model = ProblemModel()
    model.show((records.problem(),))
    assert model.cell(0, 0, Role.AccessibleTextRole) == "Result: Not read"
