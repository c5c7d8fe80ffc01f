# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit read back: its folder, the folder of one run, or the log of one run; cookies, evidence and the record."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from inspector.capture.derive import Replayed, browser_id, replay
from inspector.capture.derive_evidence import TITLE, evidence_of, identity_key, store_of
from inspector.capture.derive_stories import Life
from inspector.capture.events import RunStarted
from inspector.capture.index import changed, logs_of, read_index, sha256_of
from inspector.capture.log import read_log
from inspector.capture.telling import INDEX_NAME, LOG_NAME, is_visit
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.store import Family, StoreRef
from inspector.core.visit import VisitRecord, VisitRun

__all__ = ["TITLE", "VisitReading", "is_visit", "read_visit"]


class VisitReading(NamedTuple):
    """What a visit gave. ``record`` is ``None`` where there was no log that says whose visit it is."""

    reading: Reading
    record: VisitRecord | None
    sha256: str | None = None


class _Log(NamedTuple):
    run_id: str
    path: Path


def read_visit(path: Path, site_of: Callable[[str], str]) -> VisitReading:
    """Return what a visit gave; never raises for what it finds. ``site_of`` gives a host's registrable domain."""
    place = path.parent if path.name == INDEX_NAME else path
    logs, problems = _logs(place)
    runs: list[Replayed] = []
    main = place / INDEX_NAME if (place / INDEX_NAME).is_file() else logs[0].path if logs else place
    for log in logs:
        read = read_log(log.path)
        problems += read.problems
        run = replay(read.events, log.run_id, site_of, _story_ids(str(place), read.events))
        if run is not None:
            runs.append(run)
    if not runs:
        return VisitReading(Reading(problems=(*problems, _nothing(place))), None)
    return _reading(str(place), runs, problems, _hash(main))


def _hash(path: Path) -> str | None:
    try:
        return sha256_of(path)
    except OSError:  # it was read before; that it is gone now is told by its hash being unknown
        return None


def _reading(place: str, runs: Sequence[Replayed], problems: Sequence[Problem], sha256: str | None) -> VisitReading:
    first = min(runs, key=lambda held: held.run.started_us or 0).run
    record = VisitRecord(place, first.url, first.started_us, tuple(held.run for held in runs), sha256)
    cookies, evidence = evidence_of(record, runs)
    stores: dict[StoreRef, int] = {store_of(place, held.run): 0 for held in runs}
    for cookie in cookies:
        stores[cookie.store] += 1
    told = _once((*problems, *(problem for held in runs for problem in _of_run(held.run, place))))
    counts = tuple(StoreCount(store, count) for store, count in stores.items())
    return VisitReading(Reading(cookies, told, counts, evidence=evidence), record, sha256)


def _logs(place: Path) -> tuple[list[_Log], list[Problem]]:
    if not place.is_dir():
        return [_Log(place.parent.name or place.name, place)], []
    if (place / LOG_NAME).is_file():
        return [_Log(place.name, place / LOG_NAME)], []
    index = read_index(place / INDEX_NAME)
    problems = [*index.problems, *(problem for run in index.runs for problem in changed(place, run))]
    listed = [run.folder for run in index.runs]
    names = [*listed, *(name for name in logs_of(place) if name not in listed)]
    return [_Log(name, place / name / LOG_NAME) for name in names], problems


def _story_ids(place: str, events: Sequence[object]) -> Callable[[Life], str]:
    """Return what names the stories of a run: the ids of the cookies' records, which know browser and version."""
    start = next((event for event in events if isinstance(event, RunStarted)), None)
    store = StoreRef(browser_id("" if start is None else start.browser), "visit", place, Family.FILE)
    return lambda life: identity_key(life, store)


def _of_run(run: VisitRun, place: str) -> tuple[Problem, ...]:
    """Return what a run met, and that it was not carried through: nothing of it may be taken for clean."""
    if run.measured:
        return run.problems
    severity = Severity.PARTIAL if run.outcome == "cut short" else Severity.FAILED
    what = f"the visit with {run.title} was {run.outcome}"
    todo = "Look at its pages and pictures, and visit the site again"
    return (*run.problems, Problem("visit-not-measured", what, f"{place}: {run.id}", run.why, todo, severity))


def _once(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems less the notes that every run repeats; each run's own list has them still."""
    notes: set[Problem] = set()
    told: list[Problem] = []
    for problem in problems:
        if problem.severity is not Severity.NOTE or problem not in notes:
            told.append(problem)
        notes.add(problem)
    return tuple(told)


def _nothing(place: Path) -> Problem:
    what, todo = "this is no visit that can be read", "Give the folder of a visit, or the events.jsonl of a run"
    return Problem("visit-unreadable", what, str(place), "no log in it says that a run began", todo, Severity.FAILED)
