# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The tables of the history, and how an older file is brought up to date. docs/history.md explains each column.

A *series* is the same look repeated: one store, one site or all, values read or not, marked with one key. A row of
``spells`` is a cookie as it was over consecutive sightings of its series, from snapshot ``first`` to snapshot ``last``
(NULL: up to the newest sighting of the series). An unchanged cookie is therefore stored once, however often it is seen.
"""

import sqlite3
from collections.abc import Sequence
from typing import Final

APPLICATION_ID: Final = 0x436F6F6B  # "Cook": tells our file from another program's (offset 68 of the header)
_FIRST: Final = """
CREATE TABLE snapshots(
  id INTEGER PRIMARY KEY AUTOINCREMENT, taken_us INTEGER NOT NULL, program TEXT NOT NULL, knowledge TEXT NOT NULL,
  scope TEXT NOT NULL, problems TEXT NOT NULL, key_id BLOB, trimmed INTEGER NOT NULL DEFAULT 0);
CREATE TABLE stores(
  id INTEGER PRIMARY KEY, browser BLOB NOT NULL, profile BLOB NOT NULL, file BLOB NOT NULL, family TEXT NOT NULL,
  browser_name BLOB NOT NULL, profile_name BLOB, UNIQUE(browser, profile, file));
CREATE TABLE series(
  id INTEGER PRIMARY KEY, store INTEGER NOT NULL, site BLOB NOT NULL, reads_values INTEGER NOT NULL,
  labelled INTEGER NOT NULL, key_id BLOB NOT NULL, UNIQUE(store, site, reads_values, labelled, key_id));
CREATE TABLE sightings(
  snapshot INTEGER NOT NULL, series INTEGER NOT NULL, place INTEGER NOT NULL, store_cookies INTEGER,
  kept INTEGER NOT NULL, schema_version BLOB, modified_us BLOB, PRIMARY KEY(series, snapshot)) WITHOUT ROWID;
CREATE TABLE unread(
  snapshot INTEGER NOT NULL, store INTEGER NOT NULL, place INTEGER NOT NULL, schema_version BLOB, modified_us BLOB,
  PRIMARY KEY(snapshot, store)) WITHOUT ROWID;
CREATE INDEX sightings_by_snapshot ON sightings(snapshot);
CREATE TABLE isolations(
  id INTEGER PRIMARY KEY, raw BLOB NOT NULL, site BLOB, ancestor INTEGER, port BLOB, container BLOB,
  container_name BLOB, first_party BLOB, private INTEGER);
CREATE TABLE traits(
  id INTEGER PRIMARY KEY, host_only INTEGER, session INTEGER, secure INTEGER, http_only INTEGER,
  same_site TEXT NOT NULL, partitioned INTEGER, priority TEXT NOT NULL, source_scheme TEXT NOT NULL,
  source_port BLOB, source_type TEXT NOT NULL, value_state TEXT NOT NULL, encryption BLOB NOT NULL,
  updated_is_real INTEGER NOT NULL, problems TEXT NOT NULL);
CREATE TABLE labels(
  id INTEGER PRIMARY KEY, purpose TEXT NOT NULL, subtype TEXT NOT NULL, vendor TEXT, tracks TEXT NOT NULL,
  certainty TEXT NOT NULL);
CREATE TABLE spells(
  id INTEGER PRIMARY KEY, series INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER, host BLOB NOT NULL,
  name BLOB NOT NULL, path BLOB, isolation INTEGER NOT NULL, traits INTEGER NOT NULL, label INTEGER,
  created BLOB, updated BLOB, expires BLOB, length BLOB, mark BLOB);
CREATE INDEX spells_by_series ON spells(series, last);
"""
_OPT_OUTS: Final = """
CREATE TABLE opt_outs(
  snapshot INTEGER NOT NULL, vendor BLOB NOT NULL, browser BLOB NOT NULL, profile BLOB NOT NULL, partition BLOB,
  container BLOB, site BLOB, state TEXT NOT NULL, expires BLOB, hosts TEXT NOT NULL);
CREATE INDEX opt_outs_by_snapshot ON opt_outs(snapshot);
CREATE TABLE visits(
  id INTEGER PRIMARY KEY, opened_us INTEGER NOT NULL, vendor BLOB, browser BLOB NOT NULL, profile BLOB NOT NULL,
  host BLOB NOT NULL);
ALTER TABLE spells ADD COLUMN requested BLOB;
ALTER TABLE traits ADD COLUMN requested_basis TEXT NOT NULL DEFAULT 'unknown';
"""
_OPT_OUT_STORES: Final = "ALTER TABLE opt_outs ADD COLUMN file BLOB;"
STEPS: Final[tuple[str, ...]] = (
    _FIRST,
    _OPT_OUTS,
    _OPT_OUT_STORES,
)  # step n leads from version n to n + 1; a step is never changed, one is added
VERSION: Final = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version that a database says it has; 0 is one without tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> int:
    """Take an open transaction's database from its version to the newest, and return the version that it had.

    Each step runs in the caller's transaction, so that a program that dies in between leaves the older version whole.
    """
    had = version_of(connection)
    for step in steps[had:]:
        for statement in filter(str.strip, step.split(";")):
            connection.execute(statement)
    if had != len(steps):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
    return had
