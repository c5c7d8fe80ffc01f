# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Remembers what the window reads, where the user said yes, and brings up the history's dialog."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.core.snapshot import Remembered
from inspector.gui.history.source import HistoryOutside, Shown, keep
from inspector.gui.models.labels import LabelRows
from inspector.gui.tasks import Outcome, Task
from inspector.gui.workers import Loaded

if TYPE_CHECKING:
    from inspector.gui.history.dialog import HistoryDialog


class HistoryKeeper(QObject):
    """Keeps readings one by one. ``told`` is a sentence for the user where something stood in the way."""

    told = Signal(str)
    kept = Signal()

    def __init__(self, outside: HistoryOutside, now_us: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._outside, self._now_us, self._window = outside, now_us, parent
        self.task = Task(self)
        self.dialog: HistoryDialog | None = None
        self.task.finished.connect(self._take)
        self.task.late.connect(self._take)

    def keep(self, loaded: Loaded, labels: LabelRows) -> None:
        """Remember a reading of all browsers; one that was stopped is no state that could be compared."""
        if not loaded.stopped:
            work = partial(keep, self._outside.places(), loaded.reading, loaded.rows, labels, self._now_us())
            self.task.start(work, self.tr("the history"))

    def show(self, shown: Callable[[], Shown | None]) -> "HistoryDialog":
        """Bring the dialog up, the same one each time."""
        from inspector.gui.history.dialog import HistoryDialog

        if self.dialog is None:
            self.dialog = HistoryDialog(self._outside, shown, self._now_us, self._window)
        else:
            self.dialog.refresh()
        self.dialog.show()
        self.dialog.raise_()
        return self.dialog

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        self.task.forget()
        if self.dialog is not None:
            self.dialog.forget()

    def _take(self, outcome: Outcome) -> None:
        problems = outcome.result.problems if isinstance(outcome.result, Remembered) else ()
        problems = problems if outcome.problem is None else (outcome.problem,)
        for problem in problems:
            self.told.emit(str(problem))
        if isinstance(outcome.result, Remembered) and outcome.result.info is not None:
            self.kept.emit()
            if self.dialog is not None and self.dialog.isVisible():
                self.dialog.refresh()
