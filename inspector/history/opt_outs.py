# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is remembered of opt-outs: which were there at a scan, and which opt-out pages were opened, when and where.

Each is written with the hosts that it is about, so that a site that is forgotten takes it along.
"""

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Final

from inspector.core.optout import Compartment, Earlier, EarlierOptOut, OptOutState, OptOutVisit
from inspector.core.snapshot import SeenOptOut
from inspector.history import rows

_COLUMNS: Final = "snapshot, vendor, browser, profile, partition, container, site, state, expires, hosts, file"
_LATEST: Final = (
    "SELECT o.vendor, o.browser, o.profile, o.partition, o.container, o.site, o.state, o.expires, o.file, s.taken_us "
    "FROM opt_outs o JOIN snapshots s ON s.id = o.snapshot WHERE s.id <= ? ORDER BY s.id"
)


def write_opt_outs(connection: sqlite3.Connection, snapshot: int, seen: Sequence[SeenOptOut]) -> None:
    """Write the opt-outs that a scan saw."""
    found = []
    for held, hosts in seen:
        partition, container, site = held.compartment
        place = (rows.text(partition), rows.whole(container), rows.text(site))
        who = (rows.text(held.vendor), rows.text(held.browser), rows.text(held.profile))
        what = (held.state.value, rows.whole(held.expires_us), json.dumps(hosts), rows.text(held.file))
        found.append((snapshot, *who, *place, *what))
    marks = ", ".join("?" * len(_COLUMNS.split(", ")))
    connection.executemany(f"INSERT INTO opt_outs({_COLUMNS}) VALUES({marks})", found)


def write_visit(connection: sqlite3.Connection, visit: OptOutVisit, host: str) -> None:
    """Write that an opt-out page was opened."""
    who = (rows.text(visit.vendor), rows.text(visit.browser), rows.text(visit.profile), rows.text(host))
    connection.execute(
        "INSERT INTO visits(opened_us, vendor, browser, profile, host) VALUES(?, ?, ?, ?, ?)",
        (visit.opened_us, *who),
    )


def read_earlier(connection: sqlite3.Connection, until: int) -> Earlier:
    """Return what is remembered up to a snapshot: of each place the latest look that saw an opt-out, and all visits."""
    latest: dict[tuple[object, ...], EarlierOptOut] = {}
    for *row, taken_us in connection.execute(_LATEST, (until,)):
        held = _opt_out(row, taken_us)
        latest[held.vendor, held.browser, held.profile, held.file, held.compartment] = held
    visits = connection.execute("SELECT vendor, browser, profile, opened_us FROM visits ORDER BY opened_us, id")
    return Earlier(tuple(latest.values()), tuple(_visit(row) for row in visits))


def _opt_out(row: Sequence[rows.Cell], taken_us: int) -> EarlierOptOut:
    vendor, browser, profile, partition, container, site, state, expires, file = row
    return EarlierOptOut(
        rows.to_text(vendor),
        rows.to_text(browser),
        rows.to_text(profile),
        Compartment(rows.to_text_or_none(partition), rows.to_whole(container), rows.to_text_or_none(site)),
        OptOutState(rows.to_text(state)),
        taken_us,
        rows.to_whole(expires),
        rows.to_text_or_none(file),
    )


def _visit(row: Sequence[rows.Cell]) -> OptOutVisit:
    vendor, browser, profile, opened_us = row
    return OptOutVisit(
        rows.to_text_or_none(vendor), rows.to_text(browser), rows.to_text(profile), rows.to_whole(opened_us) or 0
    )


def forget_opt_outs_of(connection: sqlite3.Connection, belongs: Callable[[str], bool]) -> None:
    """Forget the opt-outs and visits that a site has to do with: by its cookies, its partition, or its own page."""
    for number, partition, site, hosts in connection.execute(
        "SELECT rowid, partition, site, hosts FROM opt_outs"
    ).fetchall():
        names = [rows.to_text(cell).rpartition("//")[2] for cell in (partition, site) if cell is not None]
        if any(belongs(name) for name in (*names, *json.loads(hosts)) if name):
            connection.execute("DELETE FROM opt_outs WHERE rowid = ?", (number,))
    for number, host in connection.execute("SELECT id, host FROM visits").fetchall():
        if belongs(rows.to_text(host)):
            connection.execute("DELETE FROM visits WHERE id = ?", (number,))
