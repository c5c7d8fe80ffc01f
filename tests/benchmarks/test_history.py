# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long a scan takes to remember, as a ratio to a plain insert of the same cookies, and how large the file is.

By hand: ``ROWS=100000 pytest tests/benchmarks/test_history.py -s``. The floor is the least that keeps as much: one
``executemany`` of eleven columns into a table without an index, in one transaction, synced as ours is.
"""

import os
import random
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from make import history, records

from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme
from inspector.core.isolation import NOT_ISOLATED, Isolation, Partition
from inspector.core.moments import DAY_US
from inspector.core.reading import Reading
from inspector.engine.history import compare
from inspector.history import archive

ROWS = int(os.environ.get("ROWS", "2000"))


def made(rows: int, changed: int = 0) -> Reading:
    """Cookies as a much-used profile has them; the first ``changed`` of them were set again with another value."""
    dice = random.Random(rows)
    return records.reading(*(one(dice, number, number < changed) for number in range(rows)))


def one(dice: random.Random, number: int, changed: bool) -> Cookie:
    set_us = records.NOW_US - dice.randrange(400 * DAY_US)
    site = f"https://site{dice.randrange(900)}.test"
    return history.with_value(
        f"{'new' if changed else 'old'}-{dice.randrange(10**12)}",
        host=f".www{number % 7}.site{number // 9}.test",
        name=f"{dice.choice(('_ga_', 'sid', 'visitor_', 'NID', 'pref_'))}{number % 97}",
        isolation=Isolation(Partition(site), raw=site) if number % 5 == 0 else NOT_ISOLATED,
        created_us=set_us - dice.randrange(90 * DAY_US),
        updated_us=set_us,
        expires_us=set_us + dice.choice((1, 30, 365, 400)) * DAY_US,
        session=False,
        secure=dice.random() < 0.8,
        http_only=dice.random() < 0.4,
        same_site=dice.choice((SameSite.LAX, SameSite.NONE, SameSite.UNSPECIFIED)),
        priority=Priority.MEDIUM,
        source_scheme=SourceScheme.SECURE,
        source_port=443,
    )


def insert_plainly(path: Path, reading: Reading) -> None:
    """The floor."""
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
    connection.execute("CREATE TABLE cookies(a, b, c, d, e, f, g, h, i, j, k)")
    rows = [
        (
            cookie.host_key,
            cookie.name,
            cookie.path,
            cookie.isolation.raw,
            cookie.same_site.value,
            cookie.secure,
            cookie.created_us,
            cookie.updated_us,
            cookie.expires_us,
            cookie.value_length,
            b"0123456789abcdef",
        )
        for cookie in reading.cookies
    ]
    with connection:
        connection.executemany("INSERT INTO cookies VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.close()


def spent(work: Callable[[], Any]) -> float:
    """Seconds of this process: other programs run on the same machine."""
    before = time.process_time()
    work()
    return time.process_time() - before


@pytest.mark.timeout(600)
def test_remember(tmp_path: Path) -> None:
    first, later = made(ROWS), made(ROWS, ROWS // 100)
    at = history.places(tmp_path)
    floor = min(spent(lambda number=number: insert_plainly(tmp_path / f"{number}", first)) for number in range(3))
    figures = {"first scan": spent(lambda: history.kept(at, first))}
    size = archive.usage(at).size
    figures["second, unchanged"] = spent(lambda: history.kept(at, first, 1))
    grown = archive.usage(at).size - size
    figures["third, 1 % changed"] = spent(lambda: history.kept(at, later, 2))
    changed = archive.usage(at).size - size - grown
    figures["load one"] = spent(lambda: archive.load(at, 2))
    one, other = archive.load(at, 2), archive.load(at, 3)
    figures["compare two"] = spent(lambda: compare(one, other))
    figures["forget a site"] = spent(
        lambda: archive.forget_site(at, lambda host: host.endswith("site7.test"), history.NOW)
    )
    figures["forget one"] = spent(lambda: archive.forget_one(at, 1, history.NOW))
    print(f"\n{ROWS:,} cookies; plain insert {floor:.2f} s; {size / ROWS:.0f} bytes per cookie")
    print(f"second scan: {grown:,} bytes more; 1 % changed: {changed:,} bytes more")
    for name, seconds in figures.items():
        print(f"{name:<20} {seconds:6.2f} s, {seconds / floor:5.1f} times the floor")
    assert history.ids(at) == [2, 3]
    assert len(one.cookies) == len(other.cookies) == ROWS
