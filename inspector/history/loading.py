# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reads snapshots back: the list of them, and the cookies of one."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from inspector.core.optout import Earlier
from inspector.core.reading import StoreCount
from inspector.core.snapshot import SeenCookie, SeenLabel, SnapshotInfo
from inspector.core.store import Family, StoreRef
from inspector.history import rows
from inspector.history.database import DamagedError
from inspector.history.opt_outs import read_earlier
from inspector.history.scopes import to_problems, to_scope

_STORE: Final = (
    "t.browser, t.profile, t.file, t.family, t.browser_name, t.profile_name, s.schema_version, s.modified_us"
)
_SEEN: Final = (
    f"SELECT s.snapshot, s.place, {_STORE}, s.store_cookies, s.kept, r.id "
    "FROM sightings s JOIN series r ON r.id = s.series JOIN stores t ON t.id = r.store "
    f"UNION ALL SELECT s.snapshot, s.place, {_STORE}, NULL, 0, NULL FROM unread s JOIN stores t ON t.id = s.store "
    "ORDER BY 1, 2"
)
_MARK: Final = rows.SPELL.split(", ").index("mark")
_SPELLS: Final = (
    f"SELECT {rows.SPELL} FROM spells WHERE series = ?1 AND last IS NULL AND first <= ?2 "
    f"UNION ALL SELECT {rows.SPELL} FROM spells WHERE series = ?1 AND last >= ?2 AND first <= ?2"
)


@contextmanager
def _understood() -> Iterator[None]:
    """Take a row that no version of this program wrote for what it is: damage."""
    try:
        yield
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise DamagedError(f"a row cannot be understood ({type(error).__name__})", None) from error


def list_snapshots(connection: sqlite3.Connection) -> tuple[SnapshotInfo, ...]:
    """Return every snapshot without its cookies, the newest last."""
    with _understood():
        return _listed(connection)


def load_cookies(connection: sqlite3.Connection, snapshot: int) -> tuple[SeenCookie, ...]:
    """Return the cookies of a snapshot, store by store, hosts and names in their order."""
    with _understood():
        return _loaded(connection, snapshot)


def read_opt_outs(connection: sqlite3.Connection, until: int) -> Earlier:
    """Return what is remembered of opt-outs up to a snapshot."""
    with _understood():
        return read_earlier(connection, until)


def oldest_moment(connection: sqlite3.Connection) -> int | None:
    """Return when the oldest thing that is remembered was; ``None`` where nothing is."""
    found = connection.execute("SELECT min(taken_us) FROM snapshots").fetchone()[0]
    opened = connection.execute("SELECT min(opened_us) FROM visits").fetchone()[0]
    return min((int(moment) for moment in (found, opened) if moment is not None), default=None)


def _listed(connection: sqlite3.Connection) -> tuple[SnapshotInfo, ...]:
    seen: dict[int, list[Sequence[Any]]] = {}
    for row in connection.execute(_SEEN):
        seen.setdefault(row[0], []).append(row)
    names = "id, taken_us, program, knowledge, scope, problems, key_id, trimmed"
    found = connection.execute(f"SELECT {names} FROM snapshots ORDER BY id")
    return tuple(_info(row, seen.get(row[0], [])) for row in found)


def _loaded(connection: sqlite3.Connection, snapshot: int) -> tuple[SeenCookie, ...]:
    maker = rows.CookieMaker(
        {number: rows.to_isolation(row) for number, *row in _all(connection, "isolations", rows.ISOLATION)},
        {number: row for number, *row in _all(connection, "traits", rows.TRAITS)},
    )
    labels = {number: rows.to_label(row) for number, *row in _all(connection, "labels", rows.LABEL)}
    found: list[SeenCookie] = []
    for row in connection.execute(_SEEN).fetchall():
        if row[0] == snapshot and row[-1] is not None:
            store = _store(row[2:10])
            spells = connection.execute(_SPELLS, (row[-1], snapshot))
            found += sorted((_seen(spell, store, maker, labels) for spell in spells), key=_order)
    return tuple(found)


def _all(connection: sqlite3.Connection, table: str, columns: str) -> list[Any]:
    return connection.execute(f"SELECT id, {columns} FROM {table}").fetchall()


def _seen(row: Sequence[Any], store: StoreRef, maker: rows.CookieMaker, labels: dict[int, SeenLabel]) -> SeenCookie:
    return SeenCookie(maker.make(row, store), row[_MARK], None if row[5] is None else labels[row[5]])


def _order(seen: SeenCookie) -> tuple[str, str, str]:
    return seen.cookie.host, seen.cookie.name, seen.cookie.isolation.raw


def _store(row: Sequence[Any]) -> StoreRef:
    browser, profile, file, family, browser_name, profile_name, schema_version, modified_us = row
    return StoreRef(
        rows.to_text(browser),
        rows.to_text(profile),
        rows.to_text(file),
        Family(family),
        rows.to_text(browser_name),
        rows.to_text_or_none(profile_name),
        rows.to_whole(schema_version),
        rows.to_whole(modified_us),
    )


def _info(row: Sequence[Any], seen: Sequence[Sequence[Any]]) -> SnapshotInfo:
    number, taken_us, program, knowledge, scope, problems, key_id, trimmed = row
    return SnapshotInfo(
        number,
        taken_us,
        program,
        knowledge,
        to_scope(scope),
        tuple(StoreCount(_store(one[2:10]), one[10]) for one in seen),
        to_problems(problems),
        sum(one[11] for one in seen),
        key_id,
        bool(trimmed),
    )
