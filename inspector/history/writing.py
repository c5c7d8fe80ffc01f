# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Writes one scan as a snapshot, in the transaction of its caller: what did not change is not stored again."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.isolation import Isolation
from inspector.core.label import Label
from inspector.core.marks import Marks
from inspector.core.reading import Reading, StoreCount
from inspector.core.snapshot import Scope
from inspector.core.store import StoreRef
from inspector.history import rows
from inspector.history.rows import Cell, Row
from inspector.history.scopes import problems_text, scope_text

_MARKS: Final = ", ".join("?" * len(rows.SPELL.split(", ")))


class Stamp(NamedTuple):
    """What is written of a scan beside its cookies: when, by which program, what was asked for."""

    taken_us: int
    program: str
    scope: Scope


class _Held(NamedTuple):
    """What one store gave."""

    seen: StoreCount
    cookies: list[tuple[Cookie, Label | None]]


def write_snapshot(connection: sqlite3.Connection, reading: Reading, stamp: Stamp, marks: Marks | None) -> int:
    """Write a reading and return the snapshot's id. ``marks`` is given where values were read."""
    key_id = None if marks is None else marks.id
    cursor = connection.execute(
        "INSERT INTO snapshots(taken_us, program, knowledge, scope, problems, key_id) VALUES(?, ?, ?, ?, ?, ?)",
        (
            stamp.taken_us,
            stamp.program,
            reading.knowledge,
            scope_text(stamp.scope),
            problems_text(reading.problems),
            key_id,
        ),
    )
    snapshot = cursor.lastrowid or 0
    shared = _Shared(connection)
    for place, held in enumerate(_by_store(reading)):
        store = _store(connection, held.seen.store)
        facts = (rows.whole(held.seen.store.schema_version), rows.whole(held.seen.store.modified_us))
        if held.seen.cookies is None and not held.cookies:
            connection.execute("INSERT INTO unread VALUES(?, ?, ?, ?, ?)", (snapshot, store, place, *facts))
            continue
        series = _series(connection, store, stamp.scope, bool(reading.labels), key_id)
        spells = [shared.row(cookie, label, marks) for cookie, label in held.cookies]
        _write_series(connection, snapshot, series, spells)
        connection.execute(
            "INSERT INTO sightings VALUES(?, ?, ?, ?, ?, ?, ?)",
            (snapshot, series, place, held.seen.cookies, len(spells), *facts),
        )
    return snapshot


def _by_store(reading: Reading) -> Iterable[_Held]:
    """Return the cookies of each store once, stores in the order in which they were looked at."""
    held: dict[StoreRef, _Held] = {}
    for count in reading.stores:
        if count.store not in held or held[count.store].seen.cookies is None:
            held[count.store] = _Held(count, [])
    for cookie, label in zip_longest(reading.cookies, reading.labels):
        if cookie.store not in held:
            held[cookie.store] = _Held(StoreCount(cookie.store, None), [])
        held[cookie.store].cookies.append((cookie, label))
    return held.values()


def _store(connection: sqlite3.Connection, store: StoreRef) -> int:
    """Return the number of a store, its names brought up to date."""
    names = (store.family.value, rows.text(store.browser_name), rows.text(store.profile_name))
    key = (rows.text(store.browser), rows.text(store.profile), rows.text(store.file))
    connection.execute(
        "INSERT INTO stores(browser, profile, file, family, browser_name, profile_name) VALUES(?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET family = excluded.family, browser_name = excluded.browser_name, "
        "profile_name = excluded.profile_name",
        (*key, *names),
    )
    return _one(connection, "SELECT id FROM stores WHERE browser = ? AND profile = ? AND file = ?", key)


def _series(connection: sqlite3.Connection, store: int, scope: Scope, labelled: bool, key_id: bytes | None) -> int:
    key = (store, rows.text(scope.site or ""), int(scope.values), int(labelled), key_id or b"")
    names = "store, site, reads_values, labelled, key_id"
    connection.execute(f"INSERT OR IGNORE INTO series({names}) VALUES(?, ?, ?, ?, ?)", key)
    where = "store = ? AND site = ? AND reads_values = ? AND labelled = ? AND key_id = ?"
    return _one(connection, f"SELECT id FROM series WHERE {where}", key)


def _one(connection: sqlite3.Connection, query: str, key: Sequence[Cell]) -> int:
    return int(connection.execute(query, key).fetchone()[0])


def _write_series(connection: sqlite3.Connection, snapshot: int, series: int, spells: Sequence[Row]) -> None:
    """Close the spells of cookies that are no longer as they were, and begin those that are new."""
    before: dict[Row, list[int]] = {}
    query = f"SELECT id, {rows.SPELL} FROM spells WHERE series = ? AND last IS NULL"
    for number, *row in connection.execute(query, (series,)):
        before.setdefault(tuple(row), []).append(number)
    begun = []
    for row in spells:
        same = before.get(row)
        if same:
            same.pop()
        else:
            begun.append((series, snapshot, *row))
    newest = connection.execute("SELECT max(snapshot) FROM sightings WHERE series = ?", (series,)).fetchone()[0]
    ended = [(newest, number) for numbers in before.values() for number in numbers]
    connection.executemany("UPDATE spells SET last = ? WHERE id = ?", ended)
    columns = f"series, first, {rows.SPELL}"
    connection.executemany(f"INSERT INTO spells({columns}) VALUES(?, ?, {_MARKS})", begun)


class _Shared:
    """The numbers of what many cookies have in common, read once and added to where something is new."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._isolations = _Table(connection, "isolations", rows.ISOLATION)
        self._traits = _Table(connection, "traits", rows.TRAITS)
        self._labels = _Table(connection, "labels", rows.LABEL)
        self._by_isolation: dict[Isolation, int] = {}
        self._by_traits: dict[tuple[object, ...], int] = {}
        self._by_label: dict[int, tuple[Label, int]] = {}  # by identity, the label held so that it stays the same one

    def row(self, cookie: Cookie, label: Label | None, marks: Marks | None) -> Row:
        """Return a cookie's spell."""
        isolation = self._by_isolation.get(cookie.isolation)
        if isolation is None:
            isolation = self._isolations.number(rows.isolation_row(cookie.isolation))
            self._by_isolation[cookie.isolation] = isolation
        key = rows.traits_key(cookie)
        traits = self._by_traits.get(key)
        if traits is None:
            traits = self._by_traits[key] = self._traits.number(rows.traits_row(cookie))
        return rows.spell_row(cookie, isolation, traits, self._label(label), marks)

    def _label(self, label: Label | None) -> int | None:
        if label is None:
            return None
        known = self._by_label.get(id(label))
        if known is None:
            known = self._by_label[id(label)] = (label, self._labels.number(rows.label_row(label)))
        return known[1]


class _Table:
    """One table of shared rows."""

    def __init__(self, connection: sqlite3.Connection, name: str, columns: str) -> None:
        self._connection = connection
        spaces = ", ".join("?" * len(columns.split(", ")))
        self._insert = f"INSERT INTO {name}({columns}) VALUES({spaces})"
        query = f"SELECT id, {columns} FROM {name}"
        self._numbers: dict[Row, int] = {tuple(row): number for number, *row in connection.execute(query)}

    def number(self, row: Row) -> int:
        """Return a row's number."""
        number = self._numbers.get(row)
        if number is None:
            number = self._numbers[row] = self._connection.execute(self._insert, row).lastrowid or 0
        return number
