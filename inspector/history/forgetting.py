# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is forgotten: snapshots that are too old or too many, all before a moment, a site out of all of them."""

import sqlite3
from collections.abc import Callable, Collection, Iterable
from typing import Final, NamedTuple

from inspector.core.moments import DAY_US
from inspector.history import rows
from inspector.history.opt_outs import forget_opt_outs_of
from inspector.history.scopes import to_scope

BelongsTo = Callable[[str], bool]  # whether a host belongs to the site that is meant


class Limits(NamedTuple):
    """How much is kept; whatever is over it goes, the oldest first."""

    days: int = 90
    snapshots: int = 500
    size: int = 200_000_000


class Trimmed(NamedTuple):
    """How many snapshots went, and for which reason."""

    by_age: int = 0
    by_number: int = 0
    by_size: int = 0


class SiteForgotten(NamedTuple):
    """How many cookies and snapshots a site was in."""

    cookies: int
    snapshots: int


def trim(connection: sqlite3.Connection, limits: Limits, now_us: int | None, newest: int | None) -> Trimmed:
    """Delete what is over the limits, never the snapshot ``newest``; without ``now_us`` nothing is too old.

    A snapshot that lies in the future by this clock has no known age and goes by number and size only: one day with a
    wrong clock must cost nothing.
    """
    too_old: list[int] = []
    if now_us is not None:
        query = "SELECT id FROM snapshots WHERE taken_us < ? AND id IS NOT ?"
        limit_us = now_us - limits.days * DAY_US
        too_old = [row[0] for row in connection.execute(query, (limit_us, newest))]
        forget_visits_before(connection, limit_us)
    forget_snapshots(connection, too_old)
    kept = _ids(connection)
    too_many = kept[: max(0, len(kept) - limits.snapshots)]
    forget_snapshots(connection, too_many)
    return Trimmed(len(too_old), len(too_many), _trim_to_size(connection, limits.size))


def _trim_to_size(connection: sqlite3.Connection, limit: int) -> int:
    """Delete a quarter of what there is at a time: one at a time would take a look at every cookie for each."""
    gone = 0
    while _used(connection) > limit and len(kept := _ids(connection)) > 1:
        part = kept[: max(1, len(kept) // 4)]
        forget_snapshots(connection, part)
        gone += len(part)
    return gone


def _ids(connection: sqlite3.Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT id FROM snapshots ORDER BY id")]


def _used(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def forget_visits_before(connection: sqlite3.Connection, moment_us: int) -> None:
    """Forget which opt-out pages were opened before a moment."""
    connection.execute("DELETE FROM visits WHERE opened_us < ?", (moment_us,))


def taken_before(connection: sqlite3.Connection, moment_us: int) -> tuple[int, ...]:
    """Return the snapshots that were taken before a moment, by the clock of their day."""
    found = connection.execute("SELECT id FROM snapshots WHERE taken_us < ? ORDER BY id", (moment_us,))
    return tuple(row[0] for row in found)


_BY_SNAPSHOT: Final = (("snapshots", "id"), ("sightings", "snapshot"), ("unread", "snapshot"), ("opt_outs", "snapshot"))


def forget_snapshots(connection: sqlite3.Connection, ids: Collection[int]) -> None:
    """Delete snapshots, and of the cookies what no other one shows."""
    if not ids:
        return
    rows_of = [(number,) for number in ids]
    for table, column in _BY_SNAPSHOT:
        connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", rows_of)
    _sweep(connection)


_ORPHANS: Final = (
    "DELETE FROM spells WHERE NOT EXISTS (SELECT 1 FROM sightings s WHERE s.series = spells.series "
    "AND s.snapshot >= spells.first AND (spells.last IS NULL OR s.snapshot <= spells.last))",
    "DELETE FROM series WHERE id NOT IN (SELECT series FROM sightings)",
    "DELETE FROM stores WHERE id NOT IN (SELECT store FROM series UNION SELECT store FROM unread)",
    "DELETE FROM isolations WHERE id NOT IN (SELECT isolation FROM spells)",
    "DELETE FROM traits WHERE id NOT IN (SELECT traits FROM spells)",
    "DELETE FROM labels WHERE id NOT IN (SELECT label FROM spells WHERE label IS NOT NULL)",
)


def _sweep(connection: sqlite3.Connection) -> None:
    for statement in _ORPHANS:
        connection.execute(statement)


def forget_site(connection: sqlite3.Connection, belongs: BelongsTo) -> SiteForgotten:
    """Take a site out of every snapshot: its own cookies, those that others set under it, and looks at it alone."""
    scoped = [
        number
        for number, scope in connection.execute("SELECT id, scope FROM snapshots").fetchall()
        if (site := to_scope(scope).site) is not None and belongs(site)
    ]
    connection.execute("CREATE TEMP TABLE doomed(id INTEGER PRIMARY KEY, series INTEGER, first INTEGER, last INTEGER)")
    _doom(connection, "host", _hosts(connection, belongs))
    _doom(connection, "isolation", _isolations(connection, belongs))
    cookies = connection.execute(
        "SELECT count(*) FROM (SELECT DISTINCT r.store, s.host, s.name, s.path, s.isolation "
        "FROM spells s JOIN doomed d ON d.id = s.id JOIN series r ON r.id = s.series)"
    ).fetchone()[0]
    touched = _take_out(connection)
    connection.execute("DROP TABLE doomed")
    forget_opt_outs_of(connection, belongs)
    forget_snapshots(connection, scoped)
    _sweep(connection)
    return SiteForgotten(cookies, len(touched | set(scoped)))


def _hosts(connection: sqlite3.Connection, belongs: BelongsTo) -> Iterable[rows.Cell]:
    hosts = connection.execute("SELECT DISTINCT host FROM spells").fetchall()
    return [host for (host,) in hosts if belongs(rows.to_text(host).removeprefix("."))]


def _isolations(connection: sqlite3.Connection, belongs: BelongsTo) -> Iterable[rows.Cell]:
    found = []
    for number, site, first_party in connection.execute("SELECT id, site, first_party FROM isolations").fetchall():
        names = [rows.to_text(cell).rpartition("//")[2] for cell in (site, first_party) if cell is not None]
        if any(map(belongs, filter(None, names))):
            found.append(number)
    return found


def _doom(connection: sqlite3.Connection, column: str, cells: Iterable[rows.Cell]) -> None:
    query = f"INSERT OR IGNORE INTO doomed SELECT id, series, first, last FROM spells WHERE {column} = ?"
    connection.executemany(query, [(cell,) for cell in cells])


def _take_out(connection: sqlite3.Connection) -> set[int]:
    """Delete the doomed spells, bring the counts in line, and mark the snapshots that had them."""
    within = "d.series = s.series AND s.snapshot >= d.first AND (d.last IS NULL OR s.snapshot <= d.last)"
    counted = connection.execute(
        f"SELECT s.series, s.snapshot, count(*) FROM sightings s JOIN doomed d ON {within} GROUP BY 1, 2"
    ).fetchall()
    connection.executemany(
        "UPDATE sightings SET kept = kept - ? WHERE series = ? AND snapshot = ?",
        [(count, series, snapshot) for series, snapshot, count in counted],
    )
    touched = {snapshot for _, snapshot, _ in counted}
    connection.executemany("UPDATE snapshots SET trimmed = 1 WHERE id = ?", [(number,) for number in touched])
    connection.execute("DELETE FROM spells WHERE id IN (SELECT id FROM doomed)")
    return touched
