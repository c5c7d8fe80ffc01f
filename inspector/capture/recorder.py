# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a run asks of a browser, whichever engine it has. A recorder tells all it sees to the sink that it was given."""

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from inspector.capture.events import Event, Jar, PageOpened
from inspector.capture.parts import Choice, Mode
from inspector.capture.traces import Traces
from inspector.core.frozen import frozen


class Identity(NamedTuple):
    """What the browser says that it is: its name, its version, its engine (``chromium``, ``firefox``)."""

    browser: str
    version: str | None
    engine: str
    user_agent: str | None


class Answer(NamedTuple):
    """What a probe returned in one frame: JSON as Python has it. ``frame_url`` is already without its values."""

    frame_url: str
    value: Any


@frozen
class Launch:
    """How a browser is to be started for one run.

    ``program`` is the beginning of its arguments. ``options`` and ``prefs`` are handed over as they are, ``prepare`` is
    called with the fresh profile before the start: they exist for tests, whose sites have names and certificates of
    their own. ``parent`` is the folder in which the temporary profile is made (``None``: the system's).
    """

    program: tuple[str, ...]
    mode: Mode = Mode.DEFAULT
    headless: bool = True
    gpc: bool = False
    options: tuple[str, ...] = ()
    prefs: Mapping[str, Any] = field(default_factory=dict)
    prepare: Callable[[Path], None] | None = None
    parent: Path | None = None
    env: Mapping[str, str] | None = None
    start_s: float = 30.0


@frozen
class Surroundings:
    """What a recorder is handed besides: where events go, how values are told, the clock, and whether to stop.

    ``sink`` may be called from the recorder's own thread only, which is the caller's. ``stopped`` is asked at least
    four times a second; where it says yes the recorder raises :class:`Stopped`.
    """

    sink: Callable[[Event], None]
    traces: Traces
    clock: Callable[[], int]
    stopped: Callable[[], bool] = lambda: False


class Stopped(Exception):  # noqa: N818 - no fault: the user asked for it
    """The user stopped the run."""


class BrowserGoneError(Exception):
    """The browser ended, or answers no more; the message says which, in words for the user."""


class Recorder(Protocol):
    """One running browser with a fresh profile. Every call is bounded in time and raises only the two above.

    A recorder listens only while one of its methods runs: ``watch`` is how time passes. ``open_page`` goes somewhere in
    the one tab, tells a :class:`PageOpened` and returns it; it returns when the page is loaded or ``patience_s`` is
    over. ``settle`` returns whether nothing was under way for ``quiet_s`` within ``at_most_s``. ``jar`` tells and
    returns everything held; ``storage`` tells the keys of each frame. ``screenshot`` returns a PNG of what is seen.
    ``probe`` runs a read-only script (the text of an expression) in each frame, apart from the page's own scripts where
    ``apart``. ``press`` clicks like a person on the first visible element of a selector in any frame (``>>>`` goes into
    a shadow root). ``bodies`` returns what the page loaded from addresses that ``wanted`` takes, with each address.
    ``forget`` removes all cookies and storage. ``close`` ends the browser and removes its profile; it never raises.
    """

    def start(self) -> Identity: ...
    def open_page(self, url: str, patience_s: float) -> PageOpened: ...
    def watch(self, seconds: float) -> None: ...
    def settle(self, quiet_s: float, at_most_s: float) -> bool: ...
    def jar(self, phase: Choice) -> Jar: ...
    def storage(self, phase: Choice) -> None: ...
    def screenshot(self) -> bytes | None: ...
    def probe(self, script: str, *, apart: bool = True, everywhere: bool = True) -> tuple[Answer, ...]: ...
    def press(self, selector: str) -> bool: ...
    def bodies(self, wanted: Callable[[str], bool]) -> tuple[tuple[str, bytes], ...]: ...
    def forget(self) -> None: ...
    def close(self) -> None: ...


MakeRecorder = Callable[[Launch, Surroundings], Recorder]
