# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made Chromium stores of any schema: a factory for tests."""

import hashlib
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from Cryptodome.Cipher import AES

from inspector.core.computer import Platform
from inspector.core.store import Family, StoreRef
from inspector.readers.api import FoundStore, Keys
from inspector.readers.secrets import derived, published

EPOCH_S = 11_644_473_600
NOW_S = 1_795_000_000  # 2026-11-18

# Column, declaration, schema it came with, schema it left with (None: still there).
COLUMNS: tuple[tuple[str, str, int, int | None], ...] = (
    ("creation_utc", "INTEGER NOT NULL", 0, None),
    ("host_key", "TEXT NOT NULL", 0, None),
    ("top_frame_site_key", "TEXT NOT NULL", 15, None),
    ("name", "TEXT NOT NULL", 0, None),
    ("value", "TEXT NOT NULL", 0, None),
    ("encrypted_value", "BLOB NOT NULL", 7, None),
    ("path", "TEXT NOT NULL", 0, None),
    ("expires_utc", "INTEGER NOT NULL", 0, None),
    ("secure", "INTEGER NOT NULL", 0, 10),
    ("is_secure", "INTEGER NOT NULL", 10, None),
    ("httponly", "INTEGER NOT NULL", 0, 10),
    ("is_httponly", "INTEGER NOT NULL", 10, None),
    ("last_access_utc", "INTEGER NOT NULL", 0, None),
    ("has_expires", "INTEGER NOT NULL", 5, None),
    ("persistent", "INTEGER NOT NULL", 5, 10),
    ("is_persistent", "INTEGER NOT NULL", 10, None),
    ("priority", "INTEGER NOT NULL", 6, None),
    ("firstpartyonly", "INTEGER NOT NULL", 8, 11),
    ("samesite", "INTEGER NOT NULL", 11, None),
    ("source_scheme", "INTEGER NOT NULL", 12, None),
    ("source_port", "INTEGER NOT NULL", 13, None),
    ("is_same_party", "INTEGER NOT NULL DEFAULT 0", 13, 21),
    ("last_update_utc", "INTEGER NOT NULL", 18, None),
    ("source_type", "INTEGER NOT NULL", 22, None),
    ("has_cross_site_ancestor", "INTEGER NOT NULL", 23, None),
)


def utc(seconds: float) -> int:
    """Seconds since 1970 as Chromium's microseconds since 1601."""
    return round((seconds + EPOCH_S) * 1_000_000)


def row(name: str = "n", host: str = ".shop.test", **other: Any) -> dict[str, Any]:
    """A row by column name; what is not given is that of an ordinary persistent cookie without a value."""
    values: dict[str, Any] = {
        "creation_utc": utc(NOW_S - 86_400),
        "host_key": host,
        "top_frame_site_key": "",
        "name": name,
        "value": "",
        "encrypted_value": b"",
        "path": "/",
        "expires_utc": utc(NOW_S + 29 * 86_400),
        "is_secure": 1,
        "is_httponly": 0,
        "last_access_utc": utc(NOW_S),
        "has_expires": 1,
        "is_persistent": 1,
        "priority": 1,
        "samesite": 1,
        "source_scheme": 2,
        "source_port": 443,
        "last_update_utc": utc(NOW_S - 86_400),
        "source_type": 1,
        "has_cross_site_ancestor": 0,
        "is_same_party": 0,
        "firstpartyonly": 0,
    }
    values.update(other)
    for old, new in (("secure", "is_secure"), ("httponly", "is_httponly"), ("persistent", "is_persistent")):
        values.setdefault(old, values[new])
    return values


def encrypt(
    value: str, host: str = ".shop.test", tag: bytes = b"v10", key: bytes | None = None, digest: bool = True
) -> bytes:
    """A value encrypted as Chromium on Linux does."""
    plain = (hashlib.sha256(host.encode()).digest() if digest else b"") + value.encode()
    pad = 16 - len(plain) % 16
    aes = AES.new(key or derived(b"peanuts"), AES.MODE_CBC, b" " * 16)
    return tag + aes.encrypt(plain + bytes([pad]) * pad)


def schema(version: int, extra: tuple[str, ...] = ()) -> str:
    """The statements that make the tables of a schema version."""
    names = [f"{name} {kind}" for name, kind, since, until in COLUMNS if since <= version < (until or 999)]
    names += [f"{name} INTEGER NOT NULL DEFAULT 7" for name in extra]
    return (
        f"CREATE TABLE cookies({', '.join(names)});"
        "CREATE TABLE meta(key LONGVARCHAR NOT NULL UNIQUE PRIMARY KEY, value LONGVARCHAR);"
        f"INSERT INTO meta VALUES('version','{version}'),('last_compatible_version','{version}');"
    )


def insert(connection: sqlite3.Connection, *rows: dict[str, Any]) -> None:
    """Insert rows, leaving out what the table has no column for."""
    present = {column[1] for column in connection.execute("PRAGMA table_info(cookies)")}
    for values in rows:
        names = [name for name in values if name in present]
        marks = ",".join("?" * len(names))
        connection.execute(f"INSERT INTO cookies({','.join(names)}) VALUES({marks})", [values[name] for name in names])


def store(path: Path, *rows: dict[str, Any], version: int = 24, extra: tuple[str, ...] = ()) -> Path:
    """Write a store of a schema version; ``extra`` names columns that no schema has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(schema(version, extra))
    insert(connection, *rows)
    connection.commit()
    connection.close()
    return path


def found(path: Path, browser: str = "chrome", platform: Platform = Platform.LINUX) -> FoundStore:
    """The store as discovery would hand it to a reader."""
    return FoundStore(StoreRef(browser, path.parent.name, str(path), Family.CHROMIUM), path, platform, path.parent)


@dataclass
class FixedKeys:
    """A key source that never asks anybody and counts how often it was asked."""

    by_tag: dict[str, tuple[bytes, ...]] = field(default_factory=published)
    gcm: bool = False
    asked: int = 0

    def keys_for(self, store: FoundStore) -> Keys:
        """The fixed keys."""
        self.asked += 1
        return Keys(self.by_tag, self.gcm)
