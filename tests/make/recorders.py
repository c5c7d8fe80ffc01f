# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Recorders of real browsers for tests, with their events in a list, and what a visit may have left behind."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psutil
from make.browsers import CHROMIUM

from inspector.capture.chromium.recorder import ChromiumRecorder
from inspector.capture.events import Event
from inspector.capture.parts import Mode
from inspector.capture.process import PREFIX
from inspector.capture.recorder import Launch, Surroundings
from inspector.capture.traces import Traces

Kind = TypeVar("Kind")


def now_us() -> int:
    """The clock of the tests' recorders."""
    return time.time_ns() // 1000


class Recorded(list[Event]):
    """The events of a run so far."""

    def of(self, kind: type[Kind], **fields: Any) -> list[Kind]:
        """Return the events of a kind whose fields are as given."""
        return [
            event
            for event in self
            if isinstance(event, kind) and all(getattr(event, name) == value for name, value in fields.items())
        ]


def surroundings(events: list[Event], stopped: Callable[[], bool] = lambda: False) -> Surroundings:
    """What a recorder is handed: its events go into a list."""
    return Surroundings(events.append, Traces(b"the key of a test"), now_us, stopped)


@contextmanager
def chromium_recorder(
    parent: Path, mode: Mode = Mode.DEFAULT, stopped: Callable[[], bool] = lambda: False, **fields: Any
) -> Iterator[tuple[ChromiumRecorder, Recorded]]:
    """Start the installed Chromium for a test; its profile is made in ``parent``."""
    assert CHROMIUM
    events = Recorded()
    launch = Launch((CHROMIUM,), mode, parent=parent, **fields)
    recorder = ChromiumRecorder(launch, surroundings(events, stopped))
    try:
        recorder.start()
        yield recorder, events
    finally:
        recorder.close()


def left_behind(parent: Path) -> list[str]:
    """Return what a visit left: folders of profiles in ``parent``, processes that name them."""
    found = [str(path) for path in parent.glob(f"{PREFIX}*")]
    for process in psutil.process_iter(["pid", "cmdline"]):
        line = " ".join(process.info["cmdline"] or ())
        if str(parent / PREFIX) in line and process.info["pid"] != os.getpid():
            found.append(line[:200])
    return found
