# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit: its runs one after the other, each in a folder of its own, then read back. What the faces call.

Nothing is printed here. Where a visit is stopped or a browser breaks, what was recorded by then stays and is told.
"""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from inspector.capture.index import write_index
from inspector.capture.reading import VisitReading, read_visit
from inspector.capture.recorder import MakeRecorder
from inspector.capture.telling import INDEX_NAME, LOG_NAME, is_visit
from inspector.capture.traces import bare_url
from inspector.core.computer import Computer
from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.visit import MODES
from inspector.engine.visit_request import VisitRequest
from inspector.engine.visit_runs import Planned, RunHooks, find_browsers, find_scenario, perform
from inspector.knowledge.site import browser_site

__all__ = [
    "NO_HOOKS",
    "PREFIX",
    "VisitHooks",
    "VisitProgress",
    "Visited",
    "is_visit",
    "open_visit",
    "visit",
    "visit_folder",
]

_A_DAY_S: Final = 86_400
PREFIX: Final = "cookie-inspector-record-"


class VisitProgress(NamedTuple):
    """How far a visit is: ``done`` of ``total`` runs, and what is going on now."""

    done: int
    total: int
    what: str


@frozen
class VisitHooks:
    """What a face lends to a visit. All may be called from the thread that the visit runs in.

    ``progress`` is told what is going on, ``mark`` is asked what the person at the browser has marked since it was
    asked last ("accepted", "refused", "done", or ``None``), ``cancelled`` whether to stop.
    """

    progress: Callable[[VisitProgress], None] = lambda _: None
    mark: Callable[[], str | None] | None = None
    cancelled: Callable[[], bool] = lambda: False


NO_HOOKS: Final = VisitHooks()


@frozen
class Visited:
    """What came of a visit: where its folder is (or was), and what is read in it."""

    folder: Path
    found: VisitReading

    @property
    def measured(self) -> bool:
        """Whether every run was carried through."""
        return self.found.record is not None and self.found.record.measured


def visit(
    request: VisitRequest,
    folder: Path,
    computer: Computer,
    program: str,
    clock: Callable[[], int],
    hooks: VisitHooks = NO_HOOKS,
    *,
    make: MakeRecorder | None = None,
) -> Visited:
    """Visit a site in every browser and mode that is asked for; the record is written into ``folder``, which is empty.

    Raises only for what the request gets wrong: a browser or a scenario that does not exist, a folder that cannot be
    written. ``clock`` gives microseconds since 1970, ``make`` makes recorders (``None``: those of real browsers).
    """
    scenario = find_scenario(request.scenario)
    pairs = [(browser, mode) for browser in find_browsers(request.browsers, computer) for mode in request.modes]
    plans = [
        Planned(f"{number}-{_word(browser.id)}-{mode.value}", request, browser, mode, scenario)
        for number, (browser, mode) in enumerate(pairs, 1)
    ]
    started, problems = clock(), list[Problem]()
    try:
        for number, plan in enumerate(plans):
            if hooks.cancelled():
                problems.append(_stopped(len(plans) - number, folder))
                break
            perform(plan, folder / plan.folder, program, clock, _hooks(plan, hooks, number, len(plans)), make)
    finally:
        made = [plan.folder for plan in plans if (folder / plan.folder).is_dir()]
        url = request.url if request.keep_values else bare_url(request.url)
        write_index(folder, url, program, started, made)
    found = read_visit(folder, browser_site)
    reading = replace(found.reading, problems=(*found.reading.problems, *problems))
    return Visited(folder, found._replace(reading=reading))


def open_visit(path: Path) -> Visited:
    """Read an earlier visit: its folder, a run's folder, or the log of a run. Raises where there is none."""
    if not is_visit(path):
        todo = "Give the folder that a visit was kept in, or the events.jsonl of one of its runs"
        raise InspectorError(f"{path} is no visit", todo)
    place = path if path.is_dir() else path.parent
    folder = place if (place / INDEX_NAME).is_file() or not (place / LOG_NAME).is_file() else place.parent
    return Visited(folder, read_visit(path, browser_site))


def _hooks(plan: Planned, hooks: VisitHooks, number: int, total: int) -> RunHooks:
    def tell(what: str) -> None:
        hooks.progress(VisitProgress(number, total, f"{plan.browser.name} {MODES[plan.mode]}: {what}"))

    return RunHooks(tell, hooks.mark, hooks.cancelled)


def _word(browser: str) -> str:
    """Return a browser's id as a part of a folder's name: a program named by its path may be called anything."""
    return re.sub(r"[^a-z0-9.-]+", "-", browser.lower()).strip(".-")[:40] or "browser"


def _stopped(left: int, folder: Path) -> Problem:
    why = f"{left} run{'' if left == 1 else 's'} not begun"
    return Problem("stopped", "the visit was stopped", str(folder), why, "Visit again", Severity.PARTIAL, left)


@contextmanager
def visit_folder(wanted: Path | None) -> Iterator[Path]:
    """Yield the folder of a visit: the one that is wanted, made or empty, else one that is gone when the block ends."""
    if wanted is not None:
        _make(wanted)
        if not _is_empty(wanted):
            what = "there is a visit in it" if (wanted / INDEX_NAME).is_file() else "it is not empty"
            raise InspectorError(f"{wanted} is not written into: {what}", "Name a new folder with --out")
        yield wanted
        return
    _forget_old()
    made = Path(tempfile.mkdtemp(prefix=PREFIX))  # readable by its owner only
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _forget_old() -> None:
    """Remove what a visit left that was killed, a day later: no visit takes that long."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            old = time.time() - folder.lstat().st_mtime > _A_DAY_S
        except OSError:  # it was removed meanwhile
            continue
        if old and folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, "permission denied")
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise InspectorError(f"{folder} cannot be written into: {why}", "Name another folder with --out") from error


def _is_empty(folder: Path) -> bool:
    try:
        return next(folder.iterdir(), None) is None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"{folder} cannot be looked into: {why}", "Name another folder with --out") from error
