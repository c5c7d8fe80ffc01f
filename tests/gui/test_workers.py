# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The worker: progress, results, stopping, and answers whatever happens in a reader."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from make import records
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from inspector.core.problem import InspectorError
from inspector.core.reading import Reading
from inspector.gui.workers import Cancelled, Found, Loaded, Progress, Report, Worker


class Reader:
    """A reader that tells its progress and then waits until it is let go or stopped."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.thread: int | None = None
        self.asked: list[tuple[Path, ...]] = []

    def __call__(self, stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        self.thread = threading.get_ident()
        self.asked.append(stores)
        tell(Progress(1, 3, "Firefox"))
        while not (self.go.is_set() or cancelled()):
            time.sleep(0.005)
        return Found(records.reading(records.cookie()), ("/made",))


@pytest.fixture
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.go.set()


def test_it_reads_beside_the_windows_thread_and_answers_in_it(qtbot: QtBot, reader: Reader) -> None:
    worker, threads = Worker(reader), []
    worker.finished.connect(lambda loaded: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(worker.finished) as came:
        worker.start((Path("/made"),))
        reader.go.set()
    loaded = came.args[0]
    assert isinstance(loaded, Loaded)
    assert loaded.rows.cookies == (records.cookie(),)
    assert loaded.looked_in == ("/made",)
    assert not loaded.stopped
    assert reader.asked == [(Path("/made"),)]
    assert reader.thread != threading.get_ident()
    assert threads == [worker.thread()]
    assert not worker.busy


def test_progress_is_told(qtbot: QtBot, reader: Reader) -> None:
    worker = Worker(reader)
    with qtbot.waitSignal(worker.progressed) as told:
        worker.start(())
    assert told.args == [Progress(1, 3, "Firefox")]
    worker.forget()


def test_stopping_keeps_the_part_and_calls_it_one(qtbot: QtBot, reader: Reader) -> None:
    worker = Worker(reader)
    with qtbot.waitSignal(worker.progressed):
        worker.start(())
    with qtbot.waitSignal(worker.finished, timeout=200) as came:
        worker.cancel()
    assert came.args[0].stopped
    assert len(came.args[0].rows.cookies) == 1


def test_a_reading_that_was_replaced_is_dropped(qtbot: QtBot) -> None:
    first, second = threading.Event(), threading.Event()
    waits = [first, second]

    def read(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        at = 0 if stores else 1
        waits[at].wait(5)
        return Found(records.reading(records.cookie(name="old" if at == 0 else "new")))

    worker, came = Worker(read), []
    worker.finished.connect(came.append)
    worker.start((Path("old"),))
    worker.start(())
    second.set()
    qtbot.waitUntil(lambda: len(came) == 1)
    first.set()
    qtbot.wait(50)
    assert [loaded.rows.cookies[0].name for loaded in came] == ["new"]


def test_a_forgotten_reading_says_nothing(qtbot: QtBot, reader: Reader) -> None:
    worker = Worker(reader)
    with qtbot.waitSignal(worker.progressed):
        worker.start(())
    with qtbot.assertNotEmitted(worker.finished, wait=50):
        worker.forget()
    assert not worker.busy


@pytest.mark.parametrize(
    ("error", "what", "why"),
    [
        (InspectorError("No browser is called Foo", "Look at the list."), "No browser is called Foo", ""),
        (ZeroDivisionError("secret marker"), "reading stopped unexpectedly", "ZeroDivisionError"),
    ],
)
def test_a_reader_that_fails_is_a_problem_and_not_a_crash(qtbot: QtBot, error: Exception, what: str, why: str) -> None:
    def read(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        raise error

    worker = Worker(read)
    with qtbot.waitSignal(worker.finished) as came:
        worker.start(())
    (problem,) = came.args[0].reading.problems
    assert problem.what == what
    assert problem.why.startswith(why)
    assert "marker" not in str(problem)
    assert problem.what_to_do
    assert not came.args[0].reading.complete


def test_a_flood_of_progress_is_thinned(qtbot: QtBot) -> None:
    def read(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        for at in range(5000):
            tell(Progress(at, 5000, "Firefox"))
        return Found(Reading())

    worker, told = Worker(read), []
    worker.progressed.connect(told.append)
    with qtbot.waitSignal(worker.finished):
        worker.start(())
    assert 1 <= len(told) < 100
