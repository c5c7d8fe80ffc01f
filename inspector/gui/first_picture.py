# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""When a window was painted for the first time: what the first picture does without is made then, and not before."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_UNSEEN_MS: Final = 1_000  # a window that starts minimised is not painted; its work begins all the same


class FirstPicture(QObject):
    """Watches a window from before it is shown. ``there`` is told once: when it was painted, or will not be soon."""

    there = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window: QWidget | None = window
        self.painted = False
        window.installEventFilter(self)
        QTimer.singleShot(_UNSEEN_MS, self, self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is painted; its children are painted in the same pass, so the turn after it counts."""
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, self, self._tell)
        return False

    def _tell(self) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
            self.there.emit()
