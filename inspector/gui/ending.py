# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Ends the window when the system asks for it: Ctrl-C in its terminal, a plea to end, a terminal that is closed.

Python hears a signal only when it runs, and a window waits in Qt; so each signal writes a byte to a socket that Qt
watches. Nobody is asked anything: marks are on the disk, and the next start brings back those in no project.
"""

import signal
import socket
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS: Final = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has not all of them


class Ending(QObject):
    """Calls ``end`` once a signal came; ``number`` is the signal's then, 0 before."""

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self._end = end
        self._heard, self._told = socket.socketpair()
        for held in (self._heard, self._told):
            held.setblocking(False)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)
        self._before = {name: signal.signal(getattr(signal, name), _wait) for name in _SIGNALS if hasattr(signal, name)}

    def _hear(self) -> None:
        numbers = set(self._heard.recv(64))
        mine = [int(getattr(signal, name)) for name in self._before if int(getattr(signal, name)) in numbers]
        if mine and not self.number:
            self.number = mine[0]
            self._end()

    def forget(self) -> None:
        """Leave signals as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for name, before in self._before.items():
            signal.signal(getattr(signal, name), before)
        self._heard.close()
        self._told.close()


def _wait(number: int, frame: object) -> None:
    """Do nothing: what is done is done by Qt, in its turn."""
