# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The history as its callers see it: remember a reading, list, load, forget. Every problem is told, nothing is lost."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar

from inspector.core.moments import DAY_US, from_datetime, to_datetime
from inspector.core.optout import NOTHING_EARLIER, Earlier, OptOutVisit
from inspector.core.problem import InspectorError, Problem
from inspector.core.reading import Reading
from inspector.core.snapshot import Remembered, SeenOptOut, Snapshot, SnapshotList
from inspector.history import forgetting, keys, notices
from inspector.history.database import BusyError, DamagedError, reading, shrink, size_of, writing
from inspector.history.files import HistoryPlaces, damaged, exists, remove, set_aside
from inspector.history.forgetting import BelongsTo, Limits, SiteForgotten
from inspector.history.loading import list_snapshots, load_cookies, oldest_moment, read_opt_outs
from inspector.history.opt_outs import write_opt_outs, write_visit
from inspector.history.writing import Stamp, write_snapshot

T = TypeVar("T")


class Allowance(NamedTuple):
    """How much may be kept. ``prune_at`` is now by the computer's clock; ``None`` where the user named another now."""

    limits: Limits = Limits()
    prune_at: datetime | None = None


class Forgotten(NamedTuple):
    """What was forgotten: how many snapshots and cookies; ``files`` where everything went."""

    snapshots: int = 0
    cookies: int = 0
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Usage(NamedTuple):
    """How much is kept: bytes of the database, and files that were set aside because they were damaged."""

    size: int
    set_aside: tuple[str, ...] = ()
    values_key: bool = False


def remember(
    places: HistoryPlaces, found: Reading, stamp: Stamp, allowance: Allowance, opt_outs: Sequence[SeenOptOut] = ()
) -> Remembered:
    """Keep a reading as a snapshot, with the opt-outs that it shows.

    Nothing is raised for the user's world: the scan itself must not fail with it.
    """
    if not found.cookies and all(count.cookies is None for count in found.stores):
        error = InspectorError("no cookie store could be read, so there is nothing to remember")
        return Remembered(None, (notices.not_remembered(places, error),))
    taken = to_datetime(stamp.taken_us) or datetime.fromtimestamp(0, UTC)
    try:
        return _guarded(places, taken, lambda: _remember(places, found, stamp, allowance, opt_outs), _with_note)
    except InspectorError as error:
        return Remembered(None, (notices.not_remembered(places, error),))


def _remember(
    places: HistoryPlaces, found: Reading, stamp: Stamp, allowance: Allowance, opt_outs: Sequence[SeenOptOut]
) -> Remembered:
    now_us = None if allowance.prune_at is None else from_datetime(allowance.prune_at)
    with writing(places) as connection:
        earlier = list_snapshots(connection)
        reads = any(cookie.value is not None for cookie in found.cookies)
        marks = keys.known_or_new(places) if reads else None
        number = write_snapshot(connection, found, stamp, marks)
        write_opt_outs(connection, number, opt_outs)
        trimmed = forgetting.trim(connection, allowance.limits, now_us, number)
        info = next(info for info in list_snapshots(connection) if info.id == number)
    problems = [*notices.of_clock(earlier, stamp.taken_us, places), *notices.of_key(earlier, marks, places)]
    problems += notices.of_trimming(trimmed, allowance.limits, places)
    if any(trimmed) and not shrink(places):
        problems.append(notices.still_in_log(places))
    return Remembered(info, tuple(problems))


def snapshots(places: HistoryPlaces) -> SnapshotList:
    """Return what is remembered. Raises where the history cannot be opened; none at all is an empty list."""
    try:
        with reading(places) as connection:
            return SnapshotList(() if connection is None else list_snapshots(connection), notices.of_damaged(places))
    except DamagedError as error:
        raise notices.unreadable(places, error) from error


def load(places: HistoryPlaces, number: int) -> Snapshot:
    """Return one snapshot with its cookies; raise where there is none of that number."""
    try:
        with reading(places) as connection:
            infos = () if connection is None else list_snapshots(connection)
            info = next((info for info in infos if info.id == number), None)
            if connection is None or info is None:
                raise InspectorError(f"There is no snapshot {number}", "See: cookie-inspector history list")
            cookies = load_cookies(connection, number)
    except DamagedError as error:
        raise notices.unreadable(places, error) from error
    marks = keys.known(places)
    if info.key_id is None or marks is None or marks.id != info.key_id:
        marks = None
    lost = (notices.key_lost(places, info),) if info.key_id is not None and marks is None else ()
    return Snapshot(info, cookies, lost, marks)


def remember_visit(places: HistoryPlaces, visit: OptOutVisit, host: str, now: datetime) -> tuple[Problem, ...]:
    """Note that an opt-out page was opened; return why it could not be noted, nothing where it was."""

    def run() -> tuple[Problem, ...]:
        with writing(places) as connection:
            write_visit(connection, visit, host)
        return ()

    try:
        return _guarded(places, now, run, lambda done, note: (*done, note))
    except InspectorError as error:
        return (notices.not_remembered(places, error),)


def earlier(places: HistoryPlaces, until: int) -> Earlier:
    """Return what is remembered of opt-outs up to a snapshot; nothing where there is no history."""
    try:
        with reading(places) as connection:
            return NOTHING_EARLIER if connection is None else read_opt_outs(connection, until)
    except DamagedError as error:
        raise notices.unreadable(places, error) from error


def forget_before(places: HistoryPlaces, moment_us: int, now: datetime) -> Forgotten:
    """Forget every snapshot that was taken before a moment."""

    def forget(connection: sqlite3.Connection) -> Forgotten:
        ids = forgetting.taken_before(connection, moment_us)
        forgetting.forget_snapshots(connection, ids)
        forgetting.forget_visits_before(connection, moment_us)
        return Forgotten(len(ids))

    return _forget(places, now, forget)


def forget_one(places: HistoryPlaces, number: int, now: datetime) -> Forgotten:
    """Forget one snapshot."""

    def forget(connection: sqlite3.Connection) -> Forgotten:
        there = any(info.id == number for info in list_snapshots(connection))
        forgetting.forget_snapshots(connection, (number,))
        return Forgotten(int(there))

    return _forget(places, now, forget)


def forget_site(places: HistoryPlaces, belongs: BelongsTo, now: datetime) -> Forgotten:
    """Take a site out of every snapshot."""

    def forget(connection: sqlite3.Connection) -> Forgotten:
        gone: SiteForgotten = forgetting.forget_site(connection, belongs)
        return Forgotten(gone.snapshots, gone.cookies)

    return _forget(places, now, forget)


def tidy(places: HistoryPlaces, limits: Limits, now: datetime) -> Forgotten:
    """Forget what is too old, whenever the history is looked at: what was promised to go does not wait for a scan."""

    def forget(connection: sqlite3.Connection) -> Forgotten:
        return Forgotten(sum(forgetting.trim(connection, limits, from_datetime(now), None)))

    try:
        with reading(places) as connection:
            oldest = None if connection is None else oldest_moment(connection)
    except DamagedError as error:
        raise notices.unreadable(places, error) from error
    too_old = oldest is not None and oldest < from_datetime(now) - limits.days * DAY_US
    return _forget(places, now, forget) if too_old else Forgotten()


def forget_all(places: HistoryPlaces) -> Forgotten:
    """Delete database, log, key and everything that was set aside. A link is deleted, never what it leads to."""
    count = 0
    try:
        found = snapshots(places).snapshots
        count = len(found)
        if found:  # waits for another program that writes; it would go on writing into a deleted file
            _forget(places, datetime.fromtimestamp(0, UTC), _everything)
    except BusyError:
        raise
    except (InspectorError, DamagedError):
        count = 0  # damaged, newer, linked or read-only: what cannot be opened can still be deleted
    gone = remove(places)
    return Forgotten(count, 0, tuple(map(str, gone)))


def _everything(connection: sqlite3.Connection) -> Forgotten:
    ids = [info.id for info in list_snapshots(connection)]
    forgetting.forget_snapshots(connection, ids)
    return Forgotten(len(ids))


def usage(places: HistoryPlaces) -> Usage:
    """Return how much room the history takes."""
    aside = tuple(map(str, damaged(places))) if places.folder.is_dir() else ()
    return Usage(size_of(places), aside, keys.known(places) is not None)


def _forget(places: HistoryPlaces, now: datetime, forget: Callable[[sqlite3.Connection], Forgotten]) -> Forgotten:
    if not exists(places):
        return Forgotten()

    def run() -> Forgotten:
        with writing(places) as connection:
            done: Forgotten = forget(connection)
        return done if shrink(places) else done._replace(problems=(*done.problems, notices.still_in_log(places)))

    return _guarded(places, now, run, _with_problem)


def _with_problem(done: Forgotten, note: Problem) -> Forgotten:
    return done._replace(problems=(*done.problems, note))


def _guarded(places: HistoryPlaces, now: datetime, run: Callable[[], T], noted: Callable[[T, Problem], T]) -> T:
    """Run what writes; where the file turns out to be damaged, set it aside and run it on a new one."""
    try:
        return run()
    except DamagedError as error:
        target = set_aside(places, now, error.opened)
        try:
            done = run()
        except DamagedError as again:
            raise notices.unreadable(places, again) from again
        if target is None:
            return done
        return noted(done, notices.was_damaged(target, error))


def _with_note(done: Remembered, note: Problem) -> Remembered:
    return replace(done, problems=(*done.problems, note))
