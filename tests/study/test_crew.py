# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A worker that dies or never answers costs its row, and no other."""

from pathlib import Path

from make.crews import answer_until_told_to_die

from inspector.study.crew import Crew, Done, Task


def run(*texts: str, workers: int = 2, limit_s: float = 30.0) -> list[Done]:
    tasks = (Task(number, text) for number, text in enumerate(texts, 1))
    with Crew(workers, "hello", limit_s, answer_until_told_to_die) as crew:
        return sorted(crew.run(tasks))


def test_every_task_is_answered_once() -> None:
    assert run("a", "b", "c") == [Done(1, "hello a"), Done(2, "hello b"), Done(3, "hello c")]


def test_a_row_that_kills_its_worker_twice_is_told_and_the_others_are_answered() -> None:
    first, second, third = run("a", "die", "c")
    assert (first.text, third.text, second.text) == ("hello a", "hello c", None)
    assert second.why == "the program ended while it read this row, twice"


def test_a_worker_that_was_killed_by_something_else_costs_nothing(tmp_path: Path) -> None:
    (done,) = run(f"die once {tmp_path / 'died'}")
    assert done.text is not None


def test_a_row_that_takes_too_long_is_told(tmp_path: Path) -> None:
    first, second = run("think", "b", workers=1, limit_s=3)
    assert (first.why, second.text) == ("it took longer than 3 seconds", "hello b")


def test_no_worker_is_started_where_nothing_is_to_do() -> None:
    with Crew(2, "", 1, answer_until_told_to_die) as crew:
        assert list(crew.run(iter(()))) == []
        assert (crew._idle, crew._busy) == ([], {})
