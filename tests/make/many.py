# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Large made stores for benchmarks: the same bytes each time, a realistic spread of hosts, names and lifetimes."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from make import chromium

NAMES = (
    *("_ga", "_gid", "_fbp", "IDE", "DSID", "PHPSESSID", "JSESSIONID", "cart", "session", "csrftoken", "NID"),
    *("OptanonConsent", "CookieConsent", "uid", "lang", "_gcl_au", "euconsent-v2"),
)
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEF0123456789.-_%"
NOW_S = chromium.NOW_S

FIREFOX_17 = """
CREATE TABLE moz_cookies (id INTEGER PRIMARY KEY, originAttributes TEXT NOT NULL DEFAULT '', name TEXT, value TEXT,
host TEXT, path TEXT, expiry INTEGER, lastAccessed INTEGER, creationTime INTEGER, isSecure INTEGER, isHttpOnly INTEGER,
inBrowserElement INTEGER DEFAULT 0, sameSite INTEGER DEFAULT 0, schemeMap INTEGER DEFAULT 0,
isPartitionedAttributeSet INTEGER DEFAULT 0, updateTime INTEGER,
CONSTRAINT moz_uniqueid UNIQUE (name, host, path, originAttributes));
PRAGMA user_version = 17;
"""


def rows(count: int) -> Iterator[tuple[str, str, str, int, int, int | None, str]]:
    """Host key, name, value, created, updated, expires (seconds; ``None``: session) and top-level site."""
    chance = random.Random(1)
    for number in range(count):
        site = f"site{chance.randrange(max(1, count // 12)):06}.test"
        host = ("." if chance.random() < 0.6 else "www.") + site
        value = "".join(chance.choices(LETTERS, k=chance.choice((8, 20, 36, 64, 180))))
        created = NOW_S - chance.randrange(86_400 * 390)
        updated = created + chance.randrange(NOW_S - created + 1)
        expires = None if chance.random() < 0.2 else updated + chance.choice((1800, 86_400, 86_400 * 30, 86_400 * 365))
        top = f"https://top{chance.randrange(50)}.test" if chance.random() < 0.05 else ""
        yield host, f"{chance.choice(NAMES)}_{number:x}", value, created, updated, expires, top


def chromium_store(path: Path, count: int) -> Path:
    """A schema 24 store; half of the values v10, half v11, both with published keys."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(chromium.schema(24))
    names = list(chromium.row())
    present = [row[1] for row in connection.execute("PRAGMA table_info(cookies)")]
    kept = [name for name in present if name in names]

    def made() -> Iterator[list[Any]]:
        for number, (host, name, value, created, updated, expires, top) in enumerate(rows(count)):
            cipher = chromium.encrypt(value, host, b"v10" if number % 2 else b"v11")
            row = chromium.row(
                name,
                host,
                encrypted_value=cipher,
                top_frame_site_key=top,
                creation_utc=chromium.utc(created),
                last_update_utc=chromium.utc(updated),
                expires_utc=chromium.utc(expires) if expires else 0,
                source_type=number % 3,
            )
            yield [row[column] for column in kept]

    connection.executemany(f"INSERT INTO cookies VALUES({','.join('?' * len(kept))})", made())
    connection.commit()
    connection.close()
    return path


def firefox_store(path: Path, count: int) -> Path:
    """A schema 17 store with containers and partitions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(FIREFOX_17)

    def made() -> Iterator[tuple[Any, ...]]:
        for number, (host, name, value, created, updated, expires, top) in enumerate(rows(count)):
            origin = f"^partitionKey=%28https%2C{top[8:]}%29" if top else "^userContextId=1" if number % 10 == 0 else ""
            end = (expires or updated + 86_400) * 1000
            us = number % 1_000_000
            yield (
                *(number + 1, origin, name, value, host, "/", end, updated * 10**6 + us, created * 10**6 + us),
                *(1, number % 2, 0, 256, 2, int(bool(top)), updated * 10**6 + us),
            )

    connection.executemany(f"INSERT INTO moz_cookies VALUES({','.join('?' * 16)})", made())
    connection.commit()
    connection.close()
    return path
