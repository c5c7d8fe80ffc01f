# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A history in a folder of the test, and scans to remember."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from make import records

from inspector.core.cookie import Cookie, ValueState
from inspector.core.moments import from_datetime
from inspector.core.reading import Reading
from inspector.core.secret import Secret
from inspector.core.snapshot import Remembered, Scope, Snapshot, SnapshotInfo
from inspector.history import archive
from inspector.history.archive import Allowance
from inspector.history.files import HistoryPlaces
from inspector.history.forgetting import Limits
from inspector.history.writing import Stamp

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
PROGRAM = "cookie-inspector test"


def places(folder: Path) -> HistoryPlaces:
    """Places below a folder."""
    return HistoryPlaces(folder / "data" / "history", folder / "config" / "history.toml")


def with_value(value: str, **facts: Any) -> Cookie:
    """A cookie whose value was read."""
    state = ValueState.PLAINTEXT if value else ValueState.EMPTY
    return records.cookie(value=Secret(value), value_state=state, value_length=len(value), **facts)


def remember(
    at: HistoryPlaces,
    reading: Reading,
    days: float = 0,
    scope: Scope = Scope(),  # noqa: B008 - immutable
    limits: Limits = Limits(),  # noqa: B008 - immutable
    prune: bool = False,
) -> Remembered:
    """Remember a reading some days after ``NOW``."""
    taken = NOW + timedelta(days=days)
    stamp = Stamp(from_datetime(taken), PROGRAM, scope)
    return archive.remember(at, reading, stamp, Allowance(limits, taken if prune else None))


def kept(at: HistoryPlaces, reading: Reading, days: float = 0, **how: Any) -> SnapshotInfo:
    """Remember a reading, and return its snapshot; it must have been kept."""
    done = remember(at, reading, days, **how)
    assert done.info is not None, done.problems
    return done.info


def last(at: HistoryPlaces) -> Snapshot:
    """The newest snapshot."""
    return archive.load(at, archive.snapshots(at).snapshots[-1].id)


def ids(at: HistoryPlaces) -> list[int]:
    """The numbers of the snapshots that are kept."""
    return [info.id for info in archive.snapshots(at).snapshots]


def names(snapshot: Snapshot) -> list[str]:
    """The names of a snapshot's cookies."""
    return [seen.cookie.name for seen in snapshot.cookies]
