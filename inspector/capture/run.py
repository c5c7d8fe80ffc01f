# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One run: one browser, in one mode, through one scenario, into one folder.

However it ends, the log says so in its last line, and neither browser nor profile stays.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.capture.canary import sing
from inspector.capture.events import FORMAT, Canary, Event, ProblemTold, RunEnded, RunStarted
from inspector.capture.log import LogWriter, Sink
from inspector.capture.parts import Ending, Mode
from inspector.capture.places import Installed
from inspector.capture.recorder import (
    BrowserGoneError,
    Identity,
    Launch,
    MakeRecorder,
    Recorder,
    Stopped,
    Surroundings,
)
from inspector.capture.scenario import Scenario
from inspector.capture.steps import NotMeasuredError, Steps
from inspector.capture.telling import LOG_NAME
from inspector.capture.traces import Traces
from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError, Severity

WAIT_S: Final = 3.0
PATIENCE_S: Final = 30.0


class Mark(StrEnum):
    """What a person says while a scenario waits for one."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    DONE = "done"  # nothing was chosen


@frozen
class Plan:
    """What a run is to do. ``wait_s`` is how long a page is watched after it is loaded.

    ``follow`` is how many of the page's own links are opened after ``pages``.
    ``options``, ``prefs`` and ``prepare`` go to the browser as they are (see :class:`Launch`).
    """

    url: str
    browser: Installed
    mode: Mode
    scenario: Scenario
    folder: Path
    tool: str
    pages: tuple[str, ...] = ()
    follow: int = 0
    wait_s: float = WAIT_S
    patience_s: float = PATIENCE_S
    headless: bool | None = None  # ``None``: as the scenario wants it
    keep_values: bool = False
    options: tuple[str, ...] = ()
    prefs: Mapping[str, Any] = field(default_factory=dict)
    prepare: Callable[[Path], None] | None = None
    env: Mapping[str, str] | None = None

    @property
    def hidden(self) -> bool:
        """Whether no window is shown."""
        return not self.scenario.visible if self.headless is None else self.headless


@frozen
class Talk:
    """Whom a run talks to meanwhile: all of these are called in its own thread, often, and must return at once.

    ``progress`` gets what is being done, in a few words. ``mark`` returns what a person has just said, once.
    ``stopped`` says whether to stop. ``kind_of`` names the shape of a value (the classifier knows it).
    """

    clock: Callable[[], int]
    progress: Callable[[str], None] = lambda what: None
    mark: Callable[[], Mark | None] = lambda: None
    stopped: Callable[[], bool] = lambda: False
    kind_of: Callable[[str], str] | None = None


class Ended(NamedTuple):
    """How a run ended, why if not well, and the folder that holds what it recorded."""

    outcome: Ending
    why: str
    folder: Path


class _Tape:
    """Lets events through to the log once it has its first line, and none of those that the canary makes."""

    def __init__(self, write: Sink) -> None:
        self._write = write
        self._held: list[Event] | None = []
        self.muted = False

    def __call__(self, event: Event) -> None:
        if self.muted and not isinstance(event, ProblemTold):
            return
        if self._held is not None:
            self._held.append(event)
        else:
            self._write(event)

    def begin(self, first: RunStarted) -> None:
        """Write the first line, and what was told before it was known."""
        held, self._held = self._held or [], None
        for event in (first, *held):
            self._write(event)


def run(plan: Plan, talk: Talk, make: MakeRecorder) -> Ended:
    """Make a run. Raises :class:`InspectorError` only where its folder cannot be written."""
    try:
        plan.folder.mkdir(parents=True, mode=0o700)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"{plan.folder} cannot be made ({why})", "Choose another folder with --out") from error
    with LogWriter(plan.folder / LOG_NAME) as write:
        outcome, why = _recorded(plan, talk, make, write)
        write(RunEnded(talk.clock(), outcome, why))
    return Ended(outcome, why, plan.folder)


def _recorded(plan: Plan, talk: Talk, make: MakeRecorder, write: Sink) -> tuple[Ending, str]:
    tape = _Tape(write)
    traces = Traces(secrets.token_bytes(32), plan.keep_values, talk.kind_of)
    launch = Launch(
        program=plan.browser.program,
        mode=plan.mode,
        headless=plan.hidden,
        gpc=plan.scenario.gpc,
        options=plan.options,
        prefs=plan.prefs,
        prepare=plan.prepare,
        parent=plan.browser.parent,
        env=plan.env,
    )
    recorder = make(launch, Surroundings(tape, traces, talk.clock, talk.stopped))
    started_us = talk.clock()
    measured = False
    try:
        try:
            talk.progress(f"starting {plan.browser.name}")
            identity = recorder.start()
        except (BrowserGoneError, Stopped):
            tape.begin(_first(plan, traces, None, started_us))
            raise
        tape.begin(_first(plan, traces, identity, started_us))
        _self_test(plan, talk, recorder, tape)
        steps = Steps(plan, talk, recorder, tape, traces)
        for step in plan.scenario.steps:
            steps.do(step)
            measured = True
        steps.finish()
    except BrowserGoneError as error:
        return (Ending.CUT_SHORT if measured else Ending.NOT_MEASURED), f"{plan.browser.name}: {error}"
    except NotMeasuredError as error:
        return Ending.NOT_MEASURED, str(error)
    except Stopped:
        return Ending.CUT_SHORT, "stopped by the user"
    finally:
        recorder.close()
    return Ending.COMPLETE, ""


def _first(plan: Plan, traces: Traces, identity: Identity | None, at_us: int) -> RunStarted:
    return RunStarted(
        at_us=at_us,
        format=FORMAT,
        tool=plan.tool,
        url=traces.of_url(plan.url),
        browser=plan.browser.name,
        version=None if identity is None else identity.version,
        engine=plan.browser.engine if identity is None else identity.engine,
        user_agent=None if identity is None else identity.user_agent,
        mode=plan.mode,
        scenario=plan.scenario.name,
        gpc=plan.scenario.gpc,
        headless=plan.hidden,
        values_kept=plan.keep_values,
    )


def _self_test(plan: Plan, talk: Talk, recorder: Recorder, tape: _Tape) -> None:
    talk.progress("looking whether third-party cookies are stored")
    tape.muted = True
    canary: Canary = sing(recorder, talk.clock())
    tape.muted = False
    tape(canary)
    if plan.mode is Mode.ALLOWED and canary.third_party_stored is False:
        what = "Third-party cookies could not be allowed in this browser"
        todo = "Read what was refused as the browser's doing, or take another browser"
        where = plan.browser.name
        tape(ProblemTold(talk.clock(), "mode-not-set", what, where, canary.why, todo, Severity.PARTIAL))
    elif canary.third_party_stored is None:
        what = "It is not known whether this browser stores third-party cookies"
        tape(ProblemTold(talk.clock(), "no-canary", what, plan.browser.name, canary.why, "", Severity.PARTIAL))
