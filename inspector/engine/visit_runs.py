# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One run of a visit, as the room of captures makes it: which browser, which scenario, where its log goes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from inspector.capture.engines import recorder_of
from inspector.capture.parts import Mode as CaptureMode
from inspector.capture.places import Installed, find, installed
from inspector.capture.recorder import MakeRecorder
from inspector.capture.run import Mark, Plan, Talk, run
from inspector.capture.scenario import Scenario, find_scenario
from inspector.classify.shapes import kind_of_text
from inspector.core.computer import Computer
from inspector.core.frozen import frozen
from inspector.core.visit import Mode
from inspector.engine.visit_request import VisitRequest

__all__ = ["Installed", "Planned", "RunHooks", "find_browsers", "find_scenario", "installed", "perform"]

_MODES = {Mode.DEFAULT: CaptureMode.DEFAULT, Mode.ALLOWED: CaptureMode.ALLOWED}


class Planned(NamedTuple):
    """One run before it is made: the name of its folder, what is asked for, the browser, the mode and the scenario."""

    folder: str
    request: VisitRequest
    browser: Installed
    mode: Mode
    scenario: Scenario


@frozen
class RunHooks:
    """What a run is lent: whom to tell what is going on, what the person marked, whether to stop."""

    tell: Callable[[str], None]
    mark: Callable[[], str | None] | None
    cancelled: Callable[[], bool]


def find_browsers(wanted: Sequence[str], computer: Computer) -> tuple[Installed, ...]:
    """Return the browsers that are named, each once; the first one that is installed where none is."""
    found = [find(name, computer) for name in wanted] or [find(None, computer)]
    return tuple(dict.fromkeys(found))


def perform(
    planned: Planned,
    folder: Path,
    program: str,
    clock: Callable[[], int],
    hooks: RunHooks,
    make: MakeRecorder | None = None,
) -> None:
    """Make one run; how it went is in its log. ``make`` makes the recorder, for tests that have one of their own."""
    request, marked = planned.request, hooks.mark

    def mark() -> Mark | None:
        found = None if marked is None else marked()
        return None if found is None else Mark(found)

    plan = Plan(
        request.url,
        planned.browser,
        _MODES[planned.mode],
        planned.scenario,
        folder,
        program,
        request.pages,
        request.follow,
        request.wait_s,
        headless=False if request.window else None,
        keep_values=request.keep_values,
    )
    talk = Talk(clock, hooks.tell, mark, hooks.cancelled, kind_of_text)
    run(plan, talk, make if make is not None else recorder_of(planned.browser.engine))
