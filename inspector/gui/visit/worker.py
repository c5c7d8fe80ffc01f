# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit beside the window's thread: what it is doing, when it waits for a person, what came of it.

A daemon thread for the reason that :mod:`inspector.gui.workers` gives. The browser that a visit started is ended by the
visit itself; a window that closes waits for that a moment (:meth:`VisitWorker.forget`).
"""

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from inspector.gui.tasks import Outcome, guarded
from inspector.gui.translation import translate

if TYPE_CHECKING:
    from inspector.engine.visiting import VisitHooks, VisitProgress

_FAREWELL_S: Final = 5.0  # for a browser to be closed when the window is


class _Job:
    """One visit: its own flag and marks, so that a stopped one stays stopped while the next runs."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.marks: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.waits = False


class VisitWorker(QObject):
    """Makes one visit at a time. One that was stopped still tells what it has: ``busy`` until then."""

    progressed = Signal(object)  # VisitProgress
    waiting = Signal(bool)  # whether a person is waited for who marks a choice
    finished = Signal(object)  # Outcome of the work
    _told = Signal(object, object)  # _Job, VisitProgress: crosses the threads
    _waits = Signal(object, bool)  # crosses the threads
    _came = Signal(object, object)  # _Job, Outcome: crosses the threads

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: _Job | None = None
        self._thread: threading.Thread | None = None
        self._told.connect(self._take_progress)
        self._waits.connect(self._take_waiting)
        self._came.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a visit is under way, a stopped one included until its part has come."""
        return self._job is not None

    @property
    def stopping(self) -> bool:
        """Whether the visit that is under way was asked to stop."""
        return self._job is not None and self._job.stop.is_set()

    def start(self, work: "Callable[[VisitHooks], object]", where: str) -> None:
        """Begin a visit, where none is under way; ``where`` names it, for the case that it fails."""
        if self._job is not None:
            return
        self._job = job = _Job()
        self._thread = threading.Thread(target=self._run, args=(job, work, where), name="visit", daemon=True)
        self._thread.start()

    def mark(self, said: str) -> None:
        """Hand on what a person marked ("accepted", "refused", "done"); nothing where nobody is waited for."""
        if self._job is not None and self._job.waits:
            self._job.marks.put(said)  # before the flag falls: nobody asks twice for one mark
            self._job.waits = False
            self.waiting.emit(False)

    def cancel(self) -> None:
        """Ask the visit to stop. What it has by then still comes."""
        if self._job is not None:
            self._job.stop.set()

    def forget(self) -> None:
        """Stop, take nothing more, and give the browser a moment to be closed: the window closes."""
        self.cancel()
        self._job = None
        if self._thread is not None:
            self._thread.join(_FAREWELL_S)

    def _run(self, job: _Job, work: "Callable[[VisitHooks], object]", where: str) -> None:
        outcome = guarded(lambda: work(self._hooks(job)), where or translate("visit", "the visit"))
        if job is self._job:  # otherwise nobody waits for it, and the window may be gone
            self._came.emit(job, outcome)
        else:
            _forget(outcome)

    def _hooks(self, job: _Job) -> "VisitHooks":
        from inspector.engine.visiting import VisitHooks

        return VisitHooks(lambda progress: self._tell(job, progress), lambda: self._marked(job), job.stop.is_set)

    def _marked(self, job: _Job) -> str | None:
        """Return what was marked since this was asked last. That it is asked means that a person is waited for."""
        if not job.waits and job.marks.empty() and job is self._job:
            job.waits = True
            self._waits.emit(job, True)
        try:
            return job.marks.get_nowait()
        except queue.Empty:
            return None

    def _tell(self, job: _Job, progress: "VisitProgress") -> None:
        if job is self._job:  # each is told: there are a few of a run, and the last one stands for long
            self._told.emit(job, progress)

    def _take_progress(self, job: _Job, progress: "VisitProgress") -> None:
        if job is self._job and not job.stop.is_set():
            self.progressed.emit(progress)

    def _take_waiting(self, job: _Job, waits: bool) -> None:
        if job is self._job and not job.stop.is_set():
            self.waiting.emit(waits)

    def _take(self, job: _Job, outcome: Outcome) -> None:
        if job is self._job:
            self._job = None
            self.waiting.emit(False)
            self.finished.emit(outcome)
        else:
            _forget(outcome)


def _forget(outcome: Outcome) -> None:
    """Remove what was recorded for a window that is gone."""
    forget = getattr(outcome.result, "forget", None)
    if forget is not None:
        forget()
