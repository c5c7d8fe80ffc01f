# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Work beside the window's thread: results, faults, cancelling, late results."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.problem import InspectorError
from inspector.gui.tasks import Outcome, Task


def test_a_result_comes_from_another_thread(qtbot: QtBot) -> None:
    task = Task()
    with qtbot.waitSignal(task.finished) as caught:
        task.start(threading.get_ident, "here")
        assert task.busy
    assert caught.args is not None
    assert caught.args[0].result != threading.get_ident()
    assert not task.busy


@pytest.mark.parametrize(
    ("error", "what", "what_to_do"),
    [
        (InspectorError("There is no such site", "Check it"), "There is no such site", "Check it"),
        (KeyError("a secret"), "it stopped unexpectedly", "This is a fault of the program"),
    ],
)
def test_a_fault_comes_as_a_problem_without_what_was_read(
    qtbot: QtBot, error: Exception, what: str, what_to_do: str
) -> None:
    def fail() -> object:
        raise error

    task = Task()
    with qtbot.waitSignal(task.finished) as caught:
        task.start(fail, "policy.html")
    assert caught.args is not None
    problem = caught.args[0].problem
    assert (problem.what, problem.where) == (what, "policy.html")
    assert problem.what_to_do.startswith(what_to_do)
    assert "secret" not in str(problem)


def test_what_was_cancelled_comes_late_and_only_late(qtbot: QtBot) -> None:
    task, go, finished = Task(), threading.Event(), list[Outcome]()
    task.finished.connect(finished.append)
    task.start(lambda: go.wait(5), "here")
    task.cancel()
    assert not task.busy
    with qtbot.waitSignal(task.late) as caught:
        go.set()
    assert caught.args == [Outcome(True)]
    assert finished == []


def test_a_second_start_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    task, go = Task(), threading.Event()
    task.start(lambda: go.wait(5) and "first", "here")
    with qtbot.waitSignal(task.finished) as caught:
        task.start(lambda: "second", "here")
    assert caught.args == [Outcome("second")]
    with qtbot.waitSignal(task.late):
        go.set()


def test_a_closed_window_hears_nothing_more(qtbot: QtBot) -> None:
    task, go, heard = Task(), threading.Event(), list[Outcome]()
    task.finished.connect(heard.append)
    task.late.connect(heard.append)
    task.start(lambda: go.wait(5), "here")
    task.forget()
    go.set()
    qtbot.wait(60)
    assert heard == []
