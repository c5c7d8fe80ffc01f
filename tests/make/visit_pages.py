# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page "Test a site" over made-up recorders: what comes from outside, and a visitor who waits as a browser does."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from make.fake_recorder import FakeRecorder, Makes

from inspector.capture.recorder import Launch, Stopped, Surroundings
from inspector.engine.visiting import VisitHooks
from inspector.gui.visit.outside import VisitOutside
from inspector.gui.visit.source import Browser, Question, Seen, perform

SHOP = "https://shop.test/"
_TURN_S = 0.005


class Patient(FakeRecorder):
    """A recorder whose waiting takes time, so that somebody can press a button meanwhile."""

    def watch(self, seconds: float) -> None:
        """Wait a little; a stopped run ends here."""
        time.sleep(_TURN_S)
        super().watch(seconds)


class Endless(FakeRecorder):
    """A recorder whose second page never comes, until the visit is stopped."""

    def watch(self, seconds: float) -> None:
        """Wait for the end."""
        while not self.around.stopped():
            time.sleep(_TURN_S)
        raise Stopped


def makes_of(kind: type[FakeRecorder]) -> Callable[[Launch, Surroundings], FakeRecorder]:
    """Return what makes recorders of a kind."""
    return lambda launch, around: kind(launch, around)


class Outside:
    """Stands in for everything outside the page, and keeps what it was asked."""

    def __init__(self, folder: Path, make: Any = None, **more: Any) -> None:
        program = folder / "a browser"
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        self.browsers = (Browser(str(program), "a browser"),)
        self.questions: list[Question] = []
        self.threads: set[str] = set()
        self._make, self._more = make or Makes(), more

    def perform(self, question: Question, hooks: VisitHooks, keep: Path | None) -> Seen:
        """Make the visit with the made-up recorders."""
        self.questions.append(question)
        self.threads.add(threading.current_thread().name)
        return perform(question, hooks, keep, make=self._make)

    def all(self) -> VisitOutside:
        """Return it as the page takes it."""
        return VisitOutside(**{"perform": self.perform, "browsers": lambda: self.browsers, **self._more})
