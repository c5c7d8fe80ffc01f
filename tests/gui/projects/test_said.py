# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a person said: each change is one step that can be taken back and done again."""

import pytest
from make import project_records as made
from pytestqt.qtbot import QtBot

from inspector.core.project import Stance
from inspector.gui.projects.said import LONGEST, Said

ONE, TWO = made.assessment(1).known, made.assessment(2).known


@pytest.fixture
def said(qtbot: QtBot) -> Said:
    return Said(lambda: made.AT_US, "J. Doe")


def stances(said: Said) -> list[Stance | None]:
    return [held.stance for held in said.marks]


def test_several_findings_are_marked_in_one_step(said: Said) -> None:
    said.mark((ONE, TWO), Stance.AGREED)
    assert stances(said) == [Stance.AGREED, Stance.AGREED]
    assert {(held.author, held.at_us) for held in said.marks} == {("J. Doe", made.AT_US)}
    assert said.undo.undoText() == "Mark of 2 findings"
    said.undo.undo()
    assert said.marks == ()
    said.undo.redo()
    assert stances(said) == [Stance.AGREED, Stance.AGREED]


def test_each_step_is_told(said: Said) -> None:
    told: list[str] = []
    said.done.connect(lambda what: told.append(f"done {what}"))
    said.undone.connect(lambda what: told.append(f"undone {what}"))
    said.mark((ONE,), Stance.AGREED)
    said.undo.undo()
    said.undo.redo()
    said.take((), ())
    assert told == ["done Mark of 1 finding", "undone Mark of 1 finding", "done Mark of 1 finding"]


def test_undo_puts_back_what_was_said_before(said: Said) -> None:
    said.mark((ONE,), Stance.NOT_AGREED)
    said.comment((ONE,), "ask Ann")
    said.mark((ONE, TWO), Stance.TO_DECIDE)
    said.undo.undo()
    assert [(held.stance, held.comment) for held in said.marks] == [(Stance.NOT_AGREED, "ask Ann")]


def test_a_comment_stays_when_its_mark_is_taken_away(said: Said) -> None:
    said.mark((ONE,), Stance.AGREED)
    said.comment((ONE,), " seen ")
    said.mark((ONE,), None)
    assert [(held.stance, held.comment) for held in said.marks] == [(None, "seen")]
    said.comment((ONE,), "")
    assert said.marks == ()


def test_what_changes_nothing_is_no_step(qtbot: QtBot, said: Said) -> None:
    said.mark((ONE,), Stance.AGREED)
    with qtbot.assertNotEmitted(said.changed):
        said.mark((ONE,), Stance.AGREED)
        said.mark((TWO,), None)
        said.comment((TWO,), "  ")
    assert said.undo.count() == 1


def test_a_comment_has_an_end(said: Said) -> None:
    said.comment((ONE,), "x" * (LONGEST + 5))
    assert len(said.marks[0].comment) == LONGEST


def test_a_label_is_said_and_taken_back(said: Said) -> None:
    override = made.override()
    said.override(override)
    assert said.override_of(override.name, override.host) == override
    assert said.undo.undoText() == "Label of _shop_id"
    said.drop_override(override.key)
    assert said.overrides == ()
    said.undo.undo()
    assert said.overrides == (override,)
    said.undo.undo()
    assert not said.anything


def test_a_label_that_is_said_more_widely_takes_the_other_s_place(said: Said) -> None:
    narrow, wide = made.override(), made.override(host=None)
    said.override(narrow)
    said.override(wide, narrow.key)
    assert said.overrides == (wide,)
    said.undo.undo()
    assert said.overrides == (narrow,)


def test_another_project_has_its_own_words_and_nothing_to_undo(said: Said) -> None:
    said.mark((ONE,), Stance.AGREED)
    said.take((made.assessment(2),), (made.override(),))
    assert said.mark_of(ONE.site, ONE.fingerprint) is None
    assert said.mark_of(TWO.site, TWO.fingerprint) == made.assessment(2)
    assert not said.undo.canUndo()
