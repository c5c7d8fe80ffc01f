# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made Firefox profiles: stores of any schema, session files, containers. A factory for tests."""

import json
import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from typing import Any

import lz4.block

from inspector.core.computer import Platform
from inspector.core.store import Family, StoreRef
from inspector.readers.api import FoundStore, Keys

NOW_S = 1_795_000_000  # 2026-11-18
DAY_S = 86_400
CREATED_US = (NOW_S - 10 * DAY_S) * 1_000_000 + 123_456
ACCESSED_US = NOW_S * 1_000_000 + 654_321
UPDATED_US = (NOW_S - DAY_S) * 1_000_000 + 111_222
EXPIRES_S = NOW_S + 29 * DAY_S

# Column, declaration, schema it came with, schema it left with (None: still there). CookiePersistentStorage.cpp.
COLUMNS: tuple[tuple[str, str, int, int | None], ...] = (
    ("id", "INTEGER PRIMARY KEY", 1, None),
    ("baseDomain", "TEXT", 3, 11),
    ("originAttributes", "TEXT NOT NULL DEFAULT ''", 6, None),
    ("appId", "INTEGER DEFAULT 0", 5, 6),
    ("appId", "INTEGER DEFAULT 0", 7, 8),
    ("name", "TEXT", 1, None),
    ("value", "TEXT", 1, None),
    ("host", "TEXT", 1, None),
    ("path", "TEXT", 1, None),
    ("expiry", "INTEGER", 1, None),
    ("lastAccessed", "INTEGER", 2, None),
    ("creationTime", "INTEGER", 4, None),
    ("isSecure", "INTEGER", 1, None),
    ("isHttpOnly", "INTEGER", 1, None),
    ("inBrowserElement", "INTEGER DEFAULT 0", 5, 6),
    ("inBrowserElement", "INTEGER DEFAULT 0", 7, None),
    ("sameSite", "INTEGER DEFAULT 0", 9, None),
    ("rawSameSite", "INTEGER DEFAULT 0", 10, 15),
    ("schemeMap", "INTEGER DEFAULT 0", 12, None),
    ("isPartitionedAttributeSet", "INTEGER DEFAULT 0", 13, None),
    ("updateTime", "INTEGER", 17, None),
)
UNIQUE = ((6, "name, host, path, originAttributes"), (5, "name, host, path, appId, inBrowserElement"))


def row(name: Any = "n", host: Any = ".shop.test", **other: Any) -> dict[str, Any]:
    """A row by column name; without ``expiry`` it ends in 29 days, in the unit of the schema it is written to."""
    values: dict[str, Any] = {
        "baseDomain": "shop.test",
        "originAttributes": "",
        "name": name,
        "value": "abc",
        "host": host,
        "path": "/",
        "lastAccessed": ACCESSED_US,
        "creationTime": CREATED_US,
        "isSecure": 1,
        "isHttpOnly": 0,
        "sameSite": 1,
        "rawSameSite": 1,
        "schemeMap": 2,
        "isPartitionedAttributeSet": 0,
        "updateTime": UPDATED_US,
    }
    return values | other


def schema(version: int, extra: tuple[str, ...] = ()) -> str:
    """The statements that make the table of a schema version; ``extra`` names columns that no schema has."""
    names = [f"{name} {kind}" for name, kind, since, until in COLUMNS if since <= version < (until or 999)]
    names += [f"{name} INTEGER DEFAULT 7" for name in extra]
    names += [f"CONSTRAINT moz_uniqueid UNIQUE ({key})" for since, key in UNIQUE if version >= since][:1]
    return f"PRAGMA user_version={version}; CREATE TABLE moz_cookies ({', '.join(names)});"


def insert(connection: sqlite3.Connection, *rows: dict[str, Any]) -> None:
    """Insert rows, leaving out what the table has no column for."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    present = {column[1] for column in connection.execute("PRAGMA table_info(moz_cookies)")}
    for values in rows:
        whole = {"expiry": EXPIRES_S * (1000 if version >= 16 else 1), **values}
        names = [name for name in whole if name in present]
        marks = ",".join("?" * len(names))
        connection.execute(
            f"INSERT INTO moz_cookies({','.join(names)}) VALUES({marks})", [whole[name] for name in names]
        )


def store(profile: Path, *rows: dict[str, Any], version: int = 17, extra: tuple[str, ...] = ()) -> Path:
    """Write ``cookies.sqlite`` of a schema version into a profile folder."""
    profile.mkdir(parents=True, exist_ok=True)
    path = profile / "cookies.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(schema(version, extra))
    insert(connection, *rows)
    connection.commit()
    connection.close()
    return path


def execute(path: Path, sql: str, *parameters: Any) -> None:
    """Change a made store by hand, as no Firefox would."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql, parameters)
        connection.commit()


def mozlz4(data: bytes, size: int | None = None) -> bytes:
    """Firefox's compressed form; ``size`` lies about the length."""
    block = lz4.block.compress(data, store_size=False)
    return b"mozLz40\x00" + struct.pack("<I", len(data) if size is None else size) + block


def session(path: Path, *cookies: Any, **other: Any) -> Path:
    """Write a session file, compressed where its name says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {"version": ["sessionrestore", 1], "windows": [{"tabs": [{"entries": []}]}], "cookies": cookies, **other}
    data = json.dumps(state).encode()
    path.write_bytes(mozlz4(data) if path.name.endswith("lz4") else data)
    return path


def containers(profile: Path, *identities: Any) -> Path:
    """Write ``containers.json``."""
    profile.mkdir(parents=True, exist_ok=True)
    path = profile / "containers.json"
    path.write_text(json.dumps({"version": 5, "lastUserContextId": 9, "identities": identities}), encoding="utf-8")
    return path


def found(path: Path, profile: Path | None = None) -> FoundStore:
    """The store as discovery would hand it to a reader."""
    ref = StoreRef("firefox", path.parent.name, str(path), Family.FIREFOX, "Firefox")
    return FoundStore(ref, path, Platform.LINUX, profile or path.parent)


class NoKeys:
    """A key source that must not be asked: Firefox does not encrypt cookies."""

    def keys_for(self, store: FoundStore) -> Keys:
        """Fail the test."""
        raise AssertionError("keys were asked for")
