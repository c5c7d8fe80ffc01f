# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whole runs of a visit with the installed Chromium, in a folder of a test."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from make.browsers import CHROMIUM
from make.recorders import Recorded, now_us

from inspector.capture.engines import recorder_of
from inspector.capture.log import read_log
from inspector.capture.parts import Mode
from inspector.capture.places import Installed
from inspector.capture.recorder import Launch, Recorder, Surroundings
from inspector.capture.run import Ended, Mark, Plan, Talk, run
from inspector.capture.scenario import Scenario, find_scenario
from inspector.capture.telling import LOG_NAME


def chromium_run(
    folder: Path,
    url: str,
    scenario: str | Scenario = "none",
    mode: Mode = Mode.DEFAULT,
    mark: Callable[[], Mark | None] = lambda: None,
    stopped: Callable[[], bool] = lambda: False,
    seen: Callable[[Recorder], None] = lambda recorder: None,
    **fields: Any,
) -> tuple[Ended, Recorded]:
    """Make one run; return how it ended and the events of its log, which is whole. ``seen`` is handed the recorder."""

    def make(launch: Launch, around: Surroundings) -> Recorder:
        recorder = recorder_of("chromium")(launch, around)
        seen(recorder)
        return recorder

    program = fields.pop("program", (CHROMIUM or "chromium",))
    plan = Plan(
        url=url,
        browser=Installed("chromium", "Chromium", "chromium", program, folder),
        mode=mode,
        scenario=find_scenario(scenario) if isinstance(scenario, str) else scenario,
        folder=folder / "run",
        tool="cookie-inspector",
        **{"wait_s": 0.3, "patience_s": 15.0, "headless": True, "env": dict(os.environ), **fields},
    )
    ended = run(plan, Talk(now_us, mark=mark, stopped=stopped), make)
    log = read_log(folder / "run" / LOG_NAME)
    assert log.problems == ()
    return ended, Recorded(log.events)
