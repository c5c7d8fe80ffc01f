# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One piece of work at a time beside the window's thread, for work that cannot say how far it is.

A daemon thread for the reason that :mod:`inspector.gui.workers` gives. Work that was cancelled goes on until it ends by
itself, but the window is free at once; its result comes as ``late`` and is only good for what must not be forgotten.
"""

import threading
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from inspector.core.problem import InspectorError, Problem, Severity
from inspector.engine.faults import internal_error
from inspector.gui.translation import translate


class Outcome(NamedTuple):
    """What came of it: a result, or the problem that stood in its way."""

    result: object
    problem: Problem | None = None


class Task(QObject):
    """Runs one function at a time; starting another one cancels it."""

    finished = Signal(object)  # Outcome
    late = Signal(object)  # Outcome of what was cancelled
    _came = Signal(object, object)  # token, Outcome: crosses the threads

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token: object | None = None
        self._closed = threading.Event()
        self._came.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a result is waited for."""
        return self._token is not None

    def start(self, work: Callable[[], object], where: str) -> None:
        """Begin; ``where`` names what is worked on, for the case that it fails."""
        self._token = token = object()
        threading.Thread(target=self._run, args=(token, work, where), name="task", daemon=True).start()

    def cancel(self) -> None:
        """Wait no longer for a result."""
        self._token = None

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        self.cancel()
        self._closed.set()

    def _run(self, token: object, work: Callable[[], object], where: str) -> None:
        outcome = guarded(work, where)
        if not self._closed.is_set():  # otherwise the window may be gone
            self._came.emit(token, outcome)

    def _take(self, token: object, outcome: Outcome) -> None:
        if token is not self._token:
            self.late.emit(outcome)
            return
        self._token = None
        self.finished.emit(outcome)


def guarded(work: Callable[[], object], where: str) -> Outcome:
    """Run work so that there is an answer whatever happens in it."""
    try:
        return Outcome(work())
    except InspectorError as error:
        return Outcome(None, Problem("not-done", error.message, where, "", error.what_to_do, Severity.FAILED))
    except Exception as error:  # noqa: BLE001 - a bug of ours in the thread would leave the window waiting for ever
        return Outcome(None, internal_error(translate("tasks", "it stopped unexpectedly"), where, error))
