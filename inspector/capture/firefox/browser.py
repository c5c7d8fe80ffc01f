# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A running Firefox of ours: its profile, its debugging port, its log of cookies."""

import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from inspector.capture.firefox.cookie_log import MODULES
from inspector.capture.firefox.preferences import write_preferences
from inspector.capture.firefox.session import EVENTS, RefusedError, Session
from inspector.capture.process import Running
from inspector.capture.recorder import BrowserGoneError, Launch
from inspector.capture.wire import Message, NoAnswerError, Wire

_LISTENING: Final = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_MOST_LINES: Final = 2_000  # of the log that are taken at once, so that a flood of them starves nobody
_SILENT_S: Final = 0.03  # a log that was silent for so long has told what there was to tell
_BYE_S: Final = 1.5
_LOCKS: Final = {"snap", "flatpak"}
_OURS: Final = {
    "MOZ_LOG": MODULES,
    "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1",  # without it a release build goes by its own server of settings
    "MOZ_CRASHREPORTER_DISABLE": "1",
    "MOZ_DISABLE_AUTO_SAFE_MODE": "1",
    "LC_ALL": "C.UTF-8",
}
_CAPABILITIES: Final[dict[str, Any]] = {
    "alwaysMatch": {"unhandledPromptBehavior": {"default": "dismiss", "beforeUnload": "accept"}}
}


class Browser:
    """Started by its making; :meth:`close` ends it and removes its profile, and never raises."""

    def __init__(
        self,
        launch: Launch,
        listen: Callable[[Message], None],
        hear: Callable[[str], None],
        stopped: Callable[[], bool],
    ) -> None:
        """Start Firefox and open a session; raise :class:`BrowserGoneError` or ``Stopped`` and leave nothing then."""
        self._hear = hear
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._wire: Wire | None = None
        self._running = Running(
            lambda profile: _arguments(launch, profile),
            lambda profile: _prepare(launch, profile),
            launch.parent,
            lambda profile: _environment(launch, profile),
            self._lines.put,
        )
        try:
            found = self._running.wait_for_line(_LISTENING, launch.start_s, stopped)
            self._wire = Wire(f"{found[1]}/session", listen, stopped)
            self.session = Session(self._wire)
            self.capabilities = self._begin(launch)
        except BaseException:
            self.close()
            raise

    def _begin(self, launch: Launch) -> Mapping[str, Any]:
        try:
            answer = self.session.call("session.new", launch.start_s, capabilities=_CAPABILITIES)
            self._subscribe()
        except (RefusedError, NoAnswerError) as error:
            raise BrowserGoneError(f"it did not begin a session ({str(error) or 'no answer'})") from error
        told = answer.get("capabilities")
        return told if isinstance(told, dict) else {}

    def _subscribe(self) -> None:
        try:
            self.session.call("session.subscribe", events=list(EVENTS))
        except RefusedError:  # an older Firefox knows fewer of them
            for event in EVENTS:
                with suppress(RefusedError):
                    self.session.call("session.subscribe", events=[event])

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._running.alive

    def pump(self, seconds: float, enough: Callable[[], bool] = lambda: False) -> bool:
        """Let time pass: hand on what Firefox tells, on both ways, until ``enough`` or the time is over."""

        def asked() -> bool:
            self.drain()
            return enough()

        return self.session.wire.pump(seconds, asked)

    def drain(self) -> bool:
        """Hand on the lines of the log that are there; return whether there were any."""
        for number in range(_MOST_LINES):
            try:
                line = self._lines.get_nowait()
            except Empty:
                return number > 0
            self._hear(line)
        return True

    def hear_out(self, at_most_s: float = 2.0) -> None:
        """Hand on the log until it is silent: what Firefox has written by now is on its way through a pipe."""
        end = time.monotonic() + at_most_s
        while time.monotonic() < end:
            if not self.drain():
                time.sleep(_SILENT_S)
                if not self.drain():
                    return

    def close(self) -> bool:
        """End it; return whether nothing is left."""
        if self._wire is not None:
            self._wire.close()
            self._wire = None
        return self._running.end()


def _arguments(launch: Launch, profile: Path) -> list[str]:
    shown = ("--headless",) if launch.headless else ()
    return [
        *launch.program,
        *shown,
        "--no-remote",
        "--new-instance",
        "--profile",
        str(profile),
        "--remote-debugging-port",
        "0",
        *launch.options,
    ]


def _prepare(launch: Launch, profile: Path) -> None:
    write_preferences(profile, launch.mode, launch.gpc, launch.prefs)
    if launch.prepare is not None:
        launch.prepare(profile)


def _environment(launch: Launch, profile: Path) -> dict[str, str]:
    """What a Firefox that runs already told its children must not reach this one, nor an own log of the user's.

    Without a window Firefox needs nothing of the user's home, where it would make folders, so it gets one of ours; not
    where it is locked up (snap, Flatpak) and sees that home alone.
    """
    given = os.environ if launch.env is None else launch.env
    kept = {name: value for name, value in given.items() if not name.startswith(("MOZ_", "XPCOM_"))}
    runner = Path(launch.program[0])
    if launch.headless and not {runner.name, runner.parent.parent.name} & _LOCKS:
        kept |= {"HOME": str(profile.parent / "home")}
    return kept | _OURS
