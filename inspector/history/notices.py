# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the history tells beside its answers: a clock that went back, a lost key, what went, what is damaged."""

from pathlib import Path

from inspector.core.marks import Marks
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.snapshot import SnapshotInfo
from inspector.history.database import DamagedError
from inspector.history.files import HistoryPlaces, damaged
from inspector.history.forgetting import Limits, Trimmed


def not_remembered(places: HistoryPlaces, error: InspectorError) -> Problem:
    """Tell that a scan could not be kept, and why."""
    what = "the scan was not remembered"
    return Problem("not-remembered", what, str(places.folder), error.message, error.what_to_do)


def was_damaged(target: Path, error: DamagedError) -> Problem:
    """Tell that a damaged history was set aside."""
    what = "the history was damaged: it was set aside and a new one begun"
    what_to_do = "Nothing of it was deleted; cookie-inspector history forget --all also deletes what was set aside"
    return Problem("history-damaged", what, str(target), str(error), what_to_do)


def of_clock(earlier: tuple[SnapshotInfo, ...], taken_us: int, places: HistoryPlaces) -> tuple[Problem, ...]:
    """Tell that the clock went back since the last scan."""
    if not earlier or earlier[-1].taken_us <= taken_us:
        return ()
    what = "the clock went back: the scan before this one is dated later"
    why = "snapshots are ordered by their numbers, so what came first is still known"
    return (Problem("clock-went-back", what, str(places.database), why, "Check the clock", Severity.NOTE),)


def of_key(earlier: tuple[SnapshotInfo, ...], marks: Marks | None, places: HistoryPlaces) -> tuple[Problem, ...]:
    """Tell of a lost key once: by the first snapshot with values after it."""
    marked = [info.key_id for info in earlier if info.key_id is not None]
    if marks is None or not marked or marked[-1] == marks.id:
        return ()
    what = "the key of the values' marks was lost, and a new one was made"
    why = "whether a value has changed since the scans before cannot be told"
    return (Problem("history-key-new", what, str(places.key), why, "", Severity.NOTE),)


def key_lost(places: HistoryPlaces, info: SnapshotInfo) -> Problem:
    """Tell that a snapshot's values can no longer be compared."""
    what = f"the key that the values of snapshot {info.id} were marked with is gone"
    why = "its values cannot be compared with any others than its own key's"
    return Problem("history-key-lost", what, str(places.key), why, "", Severity.NOTE)


def of_trimming(trimmed: Trimmed, limits: Limits, places: HistoryPlaces) -> tuple[Problem, ...]:
    """Tell what went because it was over the limits."""
    if not any(trimmed):
        return ()
    reasons = (
        (trimmed.by_age, f"older than {limits.days} days"),
        (trimmed.by_number, f"more than {limits.snapshots:,} are not kept"),
        (trimmed.by_size, f"more than {limits.size:,} bytes are not kept"),
    )
    why = "; ".join(f"{count:,}: {reason}" for count, reason in reasons if count)
    what = "the oldest snapshots were forgotten"
    return (Problem("history-trimmed", what, str(places.database), why, "", Severity.NOTE, sum(trimmed)),)


def of_damaged(places: HistoryPlaces) -> tuple[Problem, ...]:
    """Tell of what was set aside earlier."""
    found = damaged(places) if places.folder.is_dir() else ()
    databases = [path for path in found if path.suffix == ".sqlite"]
    if not databases:
        return ()
    what = "an earlier history was damaged and is set aside"
    what_to_do = "cookie-inspector history forget --all deletes it, too"
    where = ", ".join(map(str, databases))
    return (Problem("history-set-aside", what, where, "", what_to_do, Severity.NOTE, len(databases)),)


def still_in_log(places: HistoryPlaces) -> Problem:
    """Tell that another program keeps the log from being emptied."""
    what = "what was forgotten is still in the log"
    why = "another program is reading the history"
    return Problem("history-log-busy", what, str(places.database), why, "Forget again when it has ended")


def unreadable(places: HistoryPlaces, error: DamagedError) -> InspectorError:
    """Return what is said where a damaged history is only read."""
    return InspectorError(
        f"{places.database} is damaged: {error}",
        "The next scan that is remembered sets it aside and begins a new one; nothing is deleted",
    )
