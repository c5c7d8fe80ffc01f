# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One run of a visit, as the room of captures makes it: which browser, which scenario, where its log goes."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from inspector.capture.places import Installed, find
from inspector.core.computer import Computer
from inspector.core.problem import Problem
from inspector.core.visit import Mode
from inspector.engine.visit_request import VisitRequest


class Planned(NamedTuple):
    """One run before it is made: the name of its folder, what is asked for, the browser, the mode and the scenario."""

    folder: str
    request: VisitRequest
    browser: Installed
    mode: Mode
    scenario: str


@dataclass(frozen=True, slots=True)
class RunHooks:
    """What a run is lent: whom to tell what is going on, what the person marked, whether to stop."""

    tell: Callable[[str], None]
    mark: Callable[[], str | None] | None
    cancelled: Callable[[], bool]


def find_browsers(wanted: Sequence[str], computer: Computer) -> tuple[Installed, ...]:
    """Return the browsers that are named, each once; the first one that is installed where none is."""
    found = [find(name, computer) for name in wanted] or [find(None, computer)]
    return tuple(dict.fromkeys(found))


def scenario_of(text: str) -> str:
    return text


def perform(plan: Planned, folder: Path, clock: Callable[[], int], hooks: RunHooks) -> Iterator[Problem]:
    from inspector.capture import events as ev
    from inspector.capture.chromium.recorder import ChromiumRecorder
    from inspector.capture.log import LOG_NAME, LogWriter
    from inspector.capture.parts import Choice, Ending
    from inspector.capture.parts import Mode as M
    from inspector.capture.recorder import Launch, Surroundings
    from inspector.capture.traces import Traces

    with LogWriter(folder / LOG_NAME) as log:
        rec = ChromiumRecorder(
            Launch(plan.browser.program, M(plan.mode.value)),
            Surroundings(log, Traces(os.urandom(16), plan.request.keep_values), clock, hooks.cancelled),
        )
        try:
            ident = rec.start()
            log(
                ev.RunStarted(
                    clock(),
                    ev.FORMAT,
                    "x",
                    plan.request.url,
                    plan.browser.name,
                    ident.version,
                    ident.engine,
                    ident.user_agent,
                    M(plan.mode.value),
                    "none",
                )
            )
            log(ev.PhaseStarted(clock(), Choice.NONE))
            for page in (plan.request.url, *plan.request.pages):
                hooks.tell(page)
                rec.open_page(page, 10)
                rec.watch(plan.request.wait_s)
            rec.jar(Choice.NONE)
            rec.storage(Choice.NONE)
            log(ev.RunEnded(clock(), Ending.COMPLETE))
        finally:
            rec.close()
    yield from ()
