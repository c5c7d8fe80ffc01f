# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Workers: processes that judge row after row. One that dies, or thinks too long, costs its row only.

They are started afresh ("spawn"), so that they hold no file of ours, and end by themselves when we are gone: nothing is
written by them. What goes to and fro is text, never an object.
"""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final, NamedTuple

from inspector.study.worker import work

_TRIES: Final = 2
_SECOND: Final = 1.0
Target = Callable[[Connection, str], None]
"""What a worker runs: it gets its end of the pipe, and what all rows share."""


class Task(NamedTuple):
    """What is to be done, as text, and whose it is."""

    number: int
    text: str


class Done(NamedTuple):
    """What came of a task: its text, or why there is none."""

    number: int
    text: str | None
    why: str = ""


class _Worker:
    def __init__(self, setup: str, target: Target) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process: BaseProcess = context.Process(target=target, args=(other, setup), daemon=True)
        self.process.start()
        other.close()
        self.task: Task | None = None
        self.until = 0.0

    def give(self, task: Task, limit_s: float) -> None:
        self.task, self.until = task, time.monotonic() + limit_s
        self.pipe.send_bytes(task.text.encode())

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class Crew:
    """Some workers. ``limit_s`` is how long one row may take; a row that takes longer is told as such."""

    def __init__(self, workers: int, setup: str, limit_s: float, target: Target = work) -> None:
        self._most, self._setup, self._limit_s, self._target = workers, setup, limit_s, target
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, _Worker] = {}
        self._tries: dict[int, int] = {}

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *how: object) -> None:
        for worker in (*self._idle, *self._busy.values()):
            worker.end()

    def run(self, tasks: Iterator[Task]) -> Iterator[Done]:
        """Yield what came of each task, as soon as it is there."""
        again: list[Task] = []
        open_ = True
        while open_ or again or self._busy:
            while len(self._busy) < self._most and (again or open_):
                task = again.pop() if again else next(tasks, None)
                if task is None:
                    open_ = False
                    break
                self._start(task)
            for done, retry in self._ended():
                if retry is not None:
                    again.append(retry)
                elif done is not None:
                    yield done

    def _start(self, task: Task) -> None:
        worker = self._idle.pop() if self._idle else _Worker(self._setup, self._target)
        self._tries[task.number] = self._tries.get(task.number, 0) + 1
        self._busy[worker.pipe] = worker
        try:
            worker.give(task, self._limit_s)
        except OSError:  # it died while it was idle; that it is gone is seen next
            return

    def _ended(self) -> Iterator[tuple[Done | None, Task | None]]:
        """Yield for each worker that is ready what it did, or the task that is to be tried again."""
        ready = wait(list(self._busy), timeout=_SECOND) if self._busy else []
        for worker in [held for pipe, held in self._busy.items() if pipe in ready]:
            del self._busy[worker.pipe]
            if worker.task is None:
                continue
            try:
                text = worker.pipe.recv_bytes().decode()
            except (EOFError, OSError):
                yield self._lost(worker, worker.task)
            else:
                self._idle.append(worker)
                yield Done(worker.task.number, text), None
        for worker in [held for held in self._busy.values() if held.until < time.monotonic()]:
            del self._busy[worker.pipe]
            worker.end()
            if worker.task is not None:
                yield Done(worker.task.number, None, f"it took longer than {self._limit_s:g} seconds"), None

    def _lost(self, worker: _Worker, task: Task) -> tuple[Done | None, Task | None]:
        worker.end()
        if self._tries[task.number] < _TRIES:
            return None, task
        return Done(task.number, None, "the program ended while it read this row, twice"), None
