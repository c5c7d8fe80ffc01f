# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Progress on a terminal, for what takes longer than half a second; nothing anywhere else."""

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING, Final

from inspector.core.visible import visible
from inspector.engine.scan import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.status import Status
    from rich.text import Text

PATIENCE_S: Final = 0.5
_WIDEST: Final = 60


class Meter:
    """A context in which progress is shown on stderr. Call it with each :class:`Progress`; ``words`` tells it.

    A timer starts the display, because a single large store tells nothing for seconds; rich is loaded only then.
    """

    def __init__(self, patience_s: float = PATIENCE_S, words: "Callable[[Progress], str] | None" = None) -> None:
        self._words = words or sentence
        self._shows = sys.stderr is not None and sys.stderr.isatty()
        self._lock = threading.Lock()
        self._ended = False
        self._now = Progress(0, 0, "")
        self._status: Status | None = None
        self._timer = threading.Timer(patience_s, self._begin)
        self._timer.daemon = True

    def __enter__(self) -> "Meter":
        if self._shows:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._status is not None:
                self._status.stop()

    def __call__(self, progress: Progress) -> None:
        """Take note of where the reading is."""
        with self._lock:
            self._now = progress
            if self._status is not None:
                self._status.update(self._shown(progress))

    def _begin(self) -> None:
        from rich.console import Console

        with self._lock:
            if not self._ended:
                self._status = Console(stderr=True).status(self._shown(self._now))
                self._status.start()

    def _shown(self, progress: Progress) -> "Text":
        """Return the sentence as rich's text: from a plain string its spinner would take markup."""
        from rich.text import Text

        return Text(self._words(progress))


def sentence(progress: Progress) -> str:
    """Return how far it is in one safe sentence."""
    if not progress.total:
        return "Looking for cookie stores…"
    number = min(progress.done + 1, progress.total)
    return f"Reading {number} of {progress.total}: {visible(progress.what, _WIDEST)}"
