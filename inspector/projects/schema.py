# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The tables of a project file, and how an older one is brought up to date. docs/projects.md explains each column.

No column holds a value, an id or a time of a cookie: findings are kept as baselines keep them.
"""

import sqlite3
from collections.abc import Sequence
from typing import Final

APPLICATION_ID: Final = 0x436F6F50  # "CooP": tells our file from another program's (offset 68 of the header)
_FIRST: Final = """
CREATE TABLE facts(name TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources(place INTEGER PRIMARY KEY, path TEXT NOT NULL);
CREATE TABLE assessments(
  fingerprint TEXT NOT NULL, site TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL,
  cookie TEXT NOT NULL, host TEXT NOT NULL, partition TEXT NOT NULL, sentence TEXT NOT NULL, subject TEXT NOT NULL,
  stance TEXT, comment TEXT NOT NULL, author TEXT NOT NULL, at_us INTEGER NOT NULL,
  PRIMARY KEY(site, fingerprint)) WITHOUT ROWID;
CREATE TABLE overrides(
  name TEXT NOT NULL, host TEXT NOT NULL, purpose TEXT NOT NULL, reason TEXT NOT NULL, author TEXT NOT NULL,
  at_us INTEGER NOT NULL, PRIMARY KEY(name, host)) WITHOUT ROWID;
CREATE TABLE shapes(part TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID;
"""
STEPS: Final[tuple[str, ...]] = (_FIRST,)  # step n leads from version n to n + 1; a step is never changed, one is added
VERSION: Final = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version that a database says it has; 0 is one without tables."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def bring_up(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Take an open transaction's database from its version to the newest.

    Each step runs in the caller's transaction, so that a program that dies in between leaves the older version whole.
    """
    had = version_of(connection)
    for step in steps[had:]:
        for statement in filter(str.strip, step.split(";")):
            connection.execute(statement)
    if had != len(steps):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
