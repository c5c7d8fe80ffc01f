# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reader of Chromium's ``Cookies`` database (``net/extras/sqlite/sqlite_persistent_cookie_store.cc``).

Goes by the columns that are there, never by a version number: schemas 18 to 24 are known whole, newer ones by the
columns they share, older ones as far as theirs allow. A column that is missing makes a fact unknown, not false.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from inspector.core.collector import paused_collector
from inspector.core.cookie import Cookie, ValueState
from inspector.core.isolation import Isolation
from inspector.core.lifetime import UNKNOWN_LIFETIME
from inspector.core.moments import WEBKIT_EPOCH_US
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount, Values
from inspector.core.store import Family, StoreRef
from inspector.readers.api import FoundStore, KeySource, StoreReader
from inspector.readers.browsers import chromium_odd
from inspector.readers.browsers.chromium_codes import FLAG, PRIORITY, SAME_SITE, SCHEME, SOURCE, Ports, isolate
from inspector.readers.decrypt import NOT_ENCRYPTED, Opened, describe_locked, open_values
from inspector.readers.rows import Row, columns, fetch
from inspector.readers.snapshot import FAILURES, Snapshot, open_snapshot
from inspector.readers.stable import Unreadable

NEWEST_KNOWN: Final = 24
LAST_WITHOUT_DIGEST: Final = 23
_VERSION: Final = re.compile("[0-9]{1,9}")

# What we select: our name, the column's names through the years, and what stands in where no such column exists.
FIELDS: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    ("host_key", ("host_key",), "NULL"),
    ("name", ("name",), "NULL"),
    ("path", ("path",), "NULL"),
    ("site", ("top_frame_site_key",), "NULL"),
    ("ancestor", ("has_cross_site_ancestor",), "NULL"),
    ("created", ("creation_utc",), "0"),
    ("accessed", ("last_access_utc",), "0"),
    ("updated", ("last_update_utc",), "0"),
    ("expires", ("expires_utc",), "0"),
    ("has_expires", ("has_expires",), "1"),
    ("persistent", ("is_persistent", "persistent"), "1"),
    ("secure", ("is_secure", "secure"), "NULL"),
    ("http_only", ("is_httponly", "httponly"), "NULL"),
    ("same_site", ("samesite",), "NULL"),
    ("priority", ("priority",), "NULL"),
    ("scheme", ("source_scheme",), "NULL"),
    ("port", ("source_port",), "NULL"),
    ("source", ("source_type",), "NULL"),
)
KNOWN_COLUMNS: Final = frozenset(name for _, names, _ in FIELDS for name in names) | {
    "value",
    "encrypted_value",
    "is_same_party",
    "firstpartyonly",
}


def read_chromium(found: FoundStore, values: Values, keys: KeySource) -> Reading:
    """Read one store: every cookie with its whole key, and what could not be read."""
    try:
        with paused_collector(), open_snapshot(found.path) as snapshot:
            return _read(snapshot, found, values, keys)
    except Unreadable as error:
        return Reading(problems=(error.problem,), stores=(StoreCount(found.ref, None),))


def read_one_chromium(found: FoundStore, host_key: str, name: str, keys: KeySource) -> Reading:
    """Read the cookies of one name and host with their values: no other value is opened, no key asked for others."""
    try:
        with paused_collector(), open_snapshot(found.path) as snapshot:
            return _read(snapshot, found, Values.READ, keys, (host_key, name))
    except Unreadable as error:
        return Reading(problems=(error.problem,), stores=(StoreCount(found.ref, None),))


def _read(
    snapshot: Snapshot, found: FoundStore, values: Values, keys: KeySource, only: tuple[str, str] | None = None
) -> Reading:
    present = columns(snapshot.connection, "cookies") if "cookies" in snapshot.tables else ()
    if not {"host_key", "name"} <= set(present):
        raise Unreadable(_foreign(found))
    version, notes = _version(snapshot, present, found)
    store = replace(found.ref, schema_version=version, modified_us=snapshot.modified_us)
    fetched = fetch(snapshot, _select(present, values), "cookies", str(found.path))
    if only is not None:
        fetched = replace(fetched, rows=[row for row in fetched.rows if row[:2] == only])
    opened: Iterable[Opened]
    if values is Values.READ:
        opened, more = open_values(fetched.rows, found, keys, _has_digest(version, present))
    else:
        opened, more = map(_unopened, fetched.rows), ()
    cookies = _cookies(store, fetched.rows, opened)
    problems = (*notes, *fetched.problems, *more, *describe_locked(cookies, found))
    return Reading(cookies, problems, (StoreCount(store, len(cookies)),))


def _select(present: Sequence[str], values: Values) -> str:
    """Return the select list: our fields in order, then what tells or holds the value."""
    parts = []
    for alias, names, missing in FIELDS:
        column = next((name for name in names if name in present), missing)
        parts.append(f"{column} AS {alias}")
    plain = "value" if "value" in present else "''"
    cipher = "encrypted_value" if "encrypted_value" in present else "x''"
    if values is Values.READ:
        return ", ".join((*parts, plain, cipher))
    return ", ".join((*parts, f"length(CAST({plain} AS BLOB))", f"substr({cipher}, 1, 3)"))


def _unopened(row: Row) -> Opened:
    """Return what the metadata alone tells of a value: its scheme, its length where it stands in the clear."""
    length, tag = row[-2], row[-1]
    return (
        NOT_ENCRYPTED.get(length, (ValueState.NOT_READ, length, "", None)) if not tag else _ENCRYPTED.get(tag, _LOCKED)
    )


_ENCRYPTED: Final[dict[Any, Opened]] = {
    b"v10": (ValueState.NOT_READ, None, "v10", None),
    b"v11": (ValueState.NOT_READ, None, "v11", None),
    b"v12": (ValueState.LOCKED, None, "v12", None),
    b"v20": (ValueState.LOCKED, None, "v20", None),
    b"\x01\x00\x00": (ValueState.LOCKED, None, "dpapi", None),
}
_LOCKED: Final[Opened] = (ValueState.LOCKED, None, "unknown", None)


def _cookies(store: StoreRef, rows: Sequence[Row], opened: Iterable[Opened]) -> tuple[Cookie, ...]:
    """Turn rows into records. A flat loop over look-ups, because there are many; odd rows go the careful way."""
    new = tuple.__new__
    isolations: dict[tuple[Any, Any], Isolation] = {}
    ports = Ports()
    cookies: list[Cookie] = []
    append = cookies.append
    for row, (state, length, encryption, value) in zip(rows, opened, strict=True):
        (host, name, path, site, ancestor, created, accessed, updated, expires, has_expires) = row[:10]
        try:
            text = host + name + path
            number = created + accessed + updated + expires
            if number.__class__ is not int or text.__class__ is not str or not text.isascii():
                raise TypeError
            isolation = isolations.get((site, ancestor))
            if isolation is None:
                isolation = isolations[site, ancestor] = isolate(site, ancestor)
            session = not (expires and has_expires and row[10])
            fields = (
                store,
                isolation,
                host,
                not host.startswith("."),
                name,
                path,
                created - WEBKIT_EPOCH_US if created else None,
                accessed - WEBKIT_EPOCH_US if accessed else None,
                updated - WEBKIT_EPOCH_US if updated else None,
                None if session else expires - WEBKIT_EPOCH_US,
                session,
                FLAG[row[11]],
                FLAG[row[12]],
                SAME_SITE[row[13]],
                None if site is None else site != "",
                PRIORITY[row[14]],
                SCHEME[row[15]],
                ports[row[16]],
                SOURCE[row[17]],
                state,
                length,
                encryption,
                value,
                True,
                (),
                UNKNOWN_LIFETIME,
            )
        except (TypeError, KeyError):
            append(chromium_odd.cookie(store, row, (state, length, encryption, value)))
        else:
            append(new(Cookie, fields))
    return tuple(cookies)


def _version(snapshot: Snapshot, present: Sequence[str], found: FoundStore) -> tuple[int | None, tuple[Problem, ...]]:
    """Return the schema's version and a note where it or a column is newer than what we know."""
    version = _stated_version(snapshot)
    strange = [name for name in present if name not in KNOWN_COLUMNS]
    if (version is not None and version <= NEWEST_KNOWN) and not strange:
        return version, ()
    why = f"columns not known: {', '.join(strange)}" if strange else f"version {version}, known up to {NEWEST_KNOWN}"
    if version is None and not strange:
        why = "its meta table gives no version"
    what = "has a schema that this program does not know; the columns it knows were read"
    return version, (Problem("schema-unknown", what, str(found.path), why, "", Severity.NOTE),)


def _stated_version(snapshot: Snapshot) -> int | None:
    """Return the number in the meta table; ``None`` where it gives none, which :func:`_version` says."""
    try:
        row = snapshot.connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except FAILURES:  # no such table or column, a damaged page, text that is not UTF-8
        return None
    text = str(row[0]) if row else ""
    return int(text) if _VERSION.fullmatch(text) else None


def _has_digest(version: int | None, present: Sequence[str]) -> bool:
    """Whether the SHA-256 of ``host_key`` stands before each plaintext: in schema 24, of 23's columns, and later."""
    return "has_cross_site_ancestor" in present and version != LAST_WITHOUT_DIGEST


def _foreign(found: FoundStore) -> Problem:
    return Problem(
        "not-a-cookie-store",
        "is a database, but not a Chromium cookie store",
        str(found.path),
        "it has no table 'cookies' with host_key and name",
        "Name a browser's cookie store",
        Severity.FAILED,
    )


CHROMIUM: Final = StoreReader(Family.CHROMIUM, read_chromium)
