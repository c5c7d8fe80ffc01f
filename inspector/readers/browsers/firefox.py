# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reader of Firefox's ``cookies.sqlite`` (``netwerk/cookie/CookiePersistentStorage.cpp``) and its session files.

Goes by the columns that are there, never by a version number: schemas 9 to 17 are known whole, newer ones by the
columns they share, older ones as far as theirs allow. The table holds persistent cookies only; those of the session
are in the session store's files (see :mod:`inspector.readers.browsers.sessionstore`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from inspector.core.collector import paused_collector
from inspector.core.cookie import Cookie, Priority, SourceType, ValueState
from inspector.core.lifetime import UNKNOWN_LIFETIME
from inspector.core.moments import SECOND_US
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount, Values
from inspector.core.secret import Secret
from inspector.core.store import Family
from inspector.readers.api import FoundStore, KeySource, StoreReader
from inspector.readers.browsers import firefox_odd
from inspector.readers.browsers.containers import read_names
from inspector.readers.browsers.firefox_codes import FLAG, SAME_SITE, SCHEME
from inspector.readers.browsers.firefox_odd import Table
from inspector.readers.browsers.firefox_times import BORDER, MILLISECOND_US, MILLISECONDS_SINCE, migration_us
from inspector.readers.browsers.origin_attributes import Isolations
from inspector.readers.browsers.sessionstore import read_session
from inspector.readers.rows import Row, columns, fetch
from inspector.readers.snapshot import Snapshot, open_snapshot
from inspector.readers.stable import Unreadable

NEWEST_KNOWN: Final = 17
TABLE: Final = "moz_cookies"

# What a row is selected from: our field, the columns that must be there, the SQL that tells it. Of the lines of one
# field the first whose columns are there is taken. Later Firefoxes made the same of the older columns themselves:
# appId and inBrowserElement became originAttributes (schema 6), and Lax that no site asked for became 256 (15).
WAYS: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    ("host", ("host",), "host"),
    ("name", ("name",), "name"),
    ("path", ("path",), "path"),
    ("origin", ("originAttributes",), "originAttributes"),
    (
        "origin",
        ("appId", "inBrowserElement"),
        "CASE WHEN appId AND inBrowserElement THEN '^appId=' || appId || '&inBrowser=1'"
        " WHEN appId THEN '^appId=' || appId WHEN inBrowserElement THEN '^inBrowser=1' ELSE '' END",
    ),
    ("created", ("creationTime",), "creationTime"),
    ("accessed", ("lastAccessed",), "lastAccessed"),
    ("updated", ("updateTime",), "ifnull(updateTime, 0)"),  # NULL: written by a Firefox that does not know the column
    ("expiry", ("expiry",), "expiry"),
    ("secure", ("isSecure",), "isSecure"),
    ("http_only", ("isHttpOnly",), "isHttpOnly"),
    ("same_site", ("sameSite", "rawSameSite"), "CASE WHEN sameSite = 1 AND rawSameSite = 0 THEN 256 ELSE sameSite END"),
    ("same_site", ("sameSite",), "sameSite"),
    ("scheme", ("schemeMap",), "schemeMap"),
    ("partitioned", ("isPartitionedAttributeSet",), "isPartitionedAttributeSet"),
)
FIELDS: Final = tuple(dict.fromkeys(field for field, _, _ in WAYS))
MISSING: Final[Mapping[str, str]] = {"created": "0", "accessed": "0", "updated": "0"}
KNOWN_COLUMNS: Final = frozenset({"id", "value", "baseDomain", *(column for _, needed, _ in WAYS for column in needed)})


def read_firefox(found: FoundStore, values: Values, keys: KeySource) -> Reading:
    """Read one profile's store and session: every cookie with its whole key, and what could not be read.

    ``keys`` is never asked: Firefox does not encrypt cookies.
    """
    names, notes = read_names(found.profile_dir) if found.profile_dir is not None else ({}, ())
    try:
        with paused_collector(), open_snapshot(found.path) as snapshot:
            table = _read(snapshot, found, values, names)
    except Unreadable as error:
        table = Reading(problems=(error.problem,), stores=(StoreCount(found.ref, None),))
    session = read_session(found, values, names, table.cookies)
    return Reading.joined((table, session, Reading(problems=notes)))


def _read(snapshot: Snapshot, found: FoundStore, values: Values, names: Mapping[int, str]) -> Reading:
    present = columns(snapshot.connection, TABLE) if TABLE in snapshot.tables else ()
    if not {"host", "name"} <= set(present):
        raise Unreadable(_foreign(found))
    version, notes = _version(snapshot, present, found)
    store = replace(found.ref, schema_version=version, modified_us=snapshot.modified_us)
    fetched = fetch(snapshot, _select(present, values), TABLE, str(found.path))
    # The ancestor bit came into partition keys at the time of the column for the attribute (Firefox 125 and 126).
    isolations = Isolations(names, ancestor_known="isPartitionedAttributeSet" in present)
    migrated = _migrated(fetched.rows) if "updateTime" in present else None
    table = Table(store, isolations, version, migrated, values is Values.READ)
    cookies = _cookies(table, fetched.rows)
    return Reading(cookies, (*notes, *fetched.problems), (StoreCount(store, len(cookies)),))


def _select(present: Sequence[str], values: Values) -> str:
    """Return the select list: our fields in order, then the value, or its length in bytes where it is not read."""
    parts = dict.fromkeys(FIELDS, "")
    for field, needed, sql in WAYS:
        if not parts[field] and set(needed) <= set(present):
            parts[field] = sql
    value = "value" if "value" in present else "NULL"
    last = value if values is Values.READ else f"length(CAST({value} AS BLOB))"
    return ", ".join((*(parts[field] or MISSING.get(field, "NULL") for field in FIELDS), last))


def _migrated(rows: Sequence[Row]) -> int | None:
    created, updated = [row[4] for row in rows], [row[6] for row in rows]
    if {*map(type, created), *map(type, updated)} != {int}:  # SQLite keeps any type in any column
        sound = [row for row in rows if isinstance(row[4], int) and isinstance(row[6], int)]
        created, updated = [row[4] for row in sound], [row[6] for row in sound]
    return migration_us(created, updated)


def _cookies(table: Table, rows: Sequence[Row]) -> tuple[Cookie, ...]:
    """Turn rows into records. A flat loop over look-ups, because there are many; odd rows go the careful way."""
    new = tuple.__new__
    store, isolations, with_values, migrated = table.store, table.isolations, table.with_values, table.migrated_us
    in_seconds = table.version is not None and table.version < MILLISECONDS_SINCE
    read, not_read, empty = ValueState.PLAINTEXT, ValueState.NOT_READ, ValueState.EMPTY
    no_priority, no_type = Priority.UNKNOWN, SourceType.UNKNOWN
    cookies: list[Cookie] = []
    append = cookies.append
    for row in rows:
        host, name, path, origin, created, accessed, updated, expiry, secure, http_only, same, scheme, chips, cell = row
        try:
            text = host + name + path
            number = created + accessed + updated + expiry
            if with_values:
                text += cell
                state, length, value = read if cell else empty, len(cell), Secret(cell)
            else:
                number += cell
                state, length, value = not_read if cell else empty, cell, None
            if number.__class__ is not int or text.__class__ is not str or not text.isascii():
                raise TypeError
            if -BORDER < expiry < BORDER:
                expires = expiry * SECOND_US
            elif in_seconds:
                raise TypeError
            else:
                expires = expiry * MILLISECOND_US
            isolation, problems = isolations[origin]
            fields = (
                store, isolation, host, not host.startswith("."), name, path,
                created or None, accessed or None, updated or None, expires,
                False, FLAG[secure], FLAG[http_only], SAME_SITE[same], FLAG[chips],
                no_priority, SCHEME[scheme], None, no_type,
                state, length, "", value,
                updated != migrated or created >= updated, problems, UNKNOWN_LIFETIME,
            )  # fmt: skip
        except (TypeError, KeyError):
            append(firefox_odd.cookie(table, row))
        else:
            append(new(Cookie, fields))
    return tuple(cookies)


def _version(snapshot: Snapshot, present: Sequence[str], found: FoundStore) -> tuple[int | None, tuple[Problem, ...]]:
    """Return the schema's version and a note where it or a column is newer than what we know."""
    version = snapshot.connection.execute("PRAGMA user_version").fetchone()[0]
    strange = [name for name in present if name not in KNOWN_COLUMNS]
    if 0 < version <= NEWEST_KNOWN and not strange:
        return version, ()
    if strange:
        why = f"columns not known: {', '.join(name[:40] for name in strange[:5])}"
    else:
        why = f"version {version}, known up to {NEWEST_KNOWN}" if version > 0 else "its user_version gives no version"
    what = "has a schema that this program does not know; the columns it knows were read"
    note = Problem("schema-unknown", what, str(found.path), why, "", Severity.NOTE)
    return version if version > 0 else None, (note,)


def _foreign(found: FoundStore) -> Problem:
    return Problem(
        "not-a-cookie-store",
        "is a database, but not a Firefox cookie store",
        str(found.path),
        "it has no table 'moz_cookies' with host and name",
        "Name a browser's cookie store",
        Severity.FAILED,
    )


FIREFOX: Final = StoreReader(Family.FIREFOX, read_firefox)
