# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made-up logs of visits: any event by its kind, and a short whole run."""

from pathlib import Path
from typing import Any

from inspector.capture.events import FORMAT, Canary, Event, HeaderWrite, PageOpened, PhaseStarted, RunEnded, RunStarted
from inspector.capture.log import LogWriter
from inspector.capture.parts import AskedCookie, Basis, Choice, Ending, Fate, Mode, ValueFacts

BEGAN_US = 1_790_000_000_000_000


def run_started(**fields: Any) -> RunStarted:
    """The first event of a run of Chromium, but for the given fields."""
    made = RunStarted(
        at_us=BEGAN_US,
        format=FORMAT,
        tool="cookie-inspector",
        url="https://shop.test/",
        browser="Chromium",
        version="156.0",
        engine="chromium",
        user_agent="Mozilla/5.0",
        mode=Mode.DEFAULT,
        scenario="none",
    )
    return made._replace(**fields)


def asked(name: str = "sid", **fields: Any) -> AskedCookie:
    """A cookie as a site asks for it."""
    return AskedCookie(name, value=ValueFacts(3, "0123456789abcdef"))._replace(**fields)


def header_write(**fields: Any) -> HeaderWrite:
    """A Set-Cookie header of the shop's own page, stored."""
    made = HeaderWrite(
        at_us=BEGAN_US + 4,
        url="https://shop.test/",
        cookie=asked(),
        request="r1",
        page="p1",
        top_url="https://shop.test/",
        frame_url="https://shop.test/",
        fate=Fate.STORED,
        basis=Basis.BROWSER,
    )
    return made._replace(**fields)


def whole_run(*between: Event) -> tuple[Event, ...]:
    """A run from its beginning to its end."""
    return (
        run_started(),
        Canary(BEGAN_US + 1, False),
        PhaseStarted(BEGAN_US + 2, Choice.NONE),
        PageOpened(BEGAN_US + 3, "p1", "https://shop.test/", "https://shop.test/", 200),
        *between,
        RunEnded(BEGAN_US + 9, Ending.COMPLETE),
    )


def written_log(path: Path, *events: Event) -> Path:
    """Write events as a log and return its path."""
    with LogWriter(path) as log:
        for event in events:
            log(event)
    return path
