# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""On a terminal a run tells what no run before it told; nothing is lost, and what is left out is counted."""

from inspector.reports.audit_words import Word
from inspector.reports.visit_parts import Biography, RunView, Sheet
from inspector.reports.visit_repeats import without_repeats

WORD = Word("✔", "measured", "check", "good")


def sheet(*rows: tuple[str, ...], title: str = "Pages") -> Sheet:
    return Sheet(title, "What it is.", ("When", "Page"), rows)


def life(name: str, when: str, text: str = "set") -> Biography:
    return Biography(name, name, "shop.test", "stored", ((when, text),))


def run(number: int, sheets: tuple[Sheet, ...], lives: tuple[Biography, ...] = ()) -> RunView:
    return RunView(f"run-{number}", f"run {number}", WORD, (), sheets, lives, 0)


def test_rows_that_differ_in_their_time_only_are_told_once_and_counted() -> None:
    first = run(1, (sheet(("10:00", "/"), ("10:01", "/a")),))
    second = run(2, (sheet(("11:00", "/"), ("11:01", "/b")),))
    one, other = without_repeats((first, second))
    assert one.sheets == ((first.sheets[0], 0),)
    assert other.sheets == ((Sheet("Pages", "", ("When", "Page"), (("11:01", "/b"),)), 1),)


def test_the_same_row_of_another_table_is_another_row() -> None:
    first, second = run(1, (sheet(("1", "x")),)), run(2, (sheet(("1", "x"), title="Requests"),))
    (_, other) = without_repeats((first, second))
    assert [(held.rows, same) for held, same in other.sheets] == [((("1", "x"),), 0)]


def test_a_run_repeats_its_own_rows() -> None:
    (one,) = without_repeats((run(1, (sheet(("1", "x"), ("2", "x")),)),))
    assert one.sheets[0][1] == 0


def test_lives_are_told_again_where_they_differ_in_more_than_their_times() -> None:
    first = run(1, (), (life("sid", "10:00"), life("_ga", "10:01")))
    second = run(2, (), (life("sid", "11:00"), life("_ga", "11:01", "refused")))
    _, other = without_repeats((first, second))
    assert [held.name for held in other.lives] == ["_ga"]
    assert other.lives_same == 1
