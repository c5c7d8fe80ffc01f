# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How fast large recordings are read, and in how much memory: a HAR streamed, a crawl's database row by row.

By hand: ``HAR_MB=200 CRAWL_MB=1000 pytest tests/benchmarks/test_imports.py --benchmark-enable -s``. The floor is a pass
of the streaming library alone, or of SQLite alone, over the same file in the same run.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import ijson
import pytest
from make import recordings
from make.recordings import PAGE, entry
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.knowledge.site import browser_site
from inspector.readers.files.api import Asked
from inspector.readers.files.registry import FileReading, read_file

HAR_MB = int(os.environ.get("HAR_MB", "2"))
CRAWL_MB = int(os.environ.get("CRAWL_MB", "2"))
MEGABYTE = 1_000_000
ASKED_FOR = "_ga=GA1.1.5; Path=/; Max-Age=31536000"
ASKED = Asked(site_of=browser_site)
PEAK = """
import resource, sys
from pathlib import Path
from inspector.knowledge.site import browser_site
from inspector.readers.files.api import Asked
from inspector.readers.files.registry import read_file
found = read_file(Path(sys.argv[1]), Asked(site_of=browser_site))
print(len(found.reading.cookies), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture(scope="module")
def har(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A HAR like a long visit: scripts and JSON as bodies, a cookie on every tenth answer."""
    path, chance = tmp_path_factory.mktemp("har") / "long.har", random.Random(5)
    body = json.dumps([{"id": number, "text": 'a "quoted" line\n' * 3} for number in range(600)])
    with path.open("w") as file:
        file.write('{"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "1"}, "entries": [\n')
        file.write(json.dumps(entry(PAGE, "first=1; Max-Age=60", dest="document")))
        number = 0
        while file.tell() < HAR_MB * MEGABYTE:
            number += 1
            made = entry(
                f"https://cdn{number % 40}.example/{number}.js",
                *([f"c{number % 500}=v; Max-Age=600; Secure; SameSite=None"] if number % 10 == 0 else []),
                cookie="first=1",
            )
            made["response"]["content"]["text"] = body[: chance.randrange(len(body))]
            file.write(",\n" + json.dumps(made))
        file.write("]}}")
    return path


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A crawl's database: mostly contents that are not read, many cookie events, and the headers of as many answers."""
    path = tmp_path_factory.mktemp("crawl") / "crawl.sqlite"
    path.write_bytes(recordings.openwpm_rows(recordings.OPENWPM, "CREATE TABLE content(id INTEGER, body BLOB);"))
    ga = recordings.OPENWPM[0]
    columns = "visit_id, record_type, expiry, is_http_only, is_host_only, is_session, host, is_secure, name, value,"
    columns += " same_site, time_stamp"
    marks = ", ".join("?" * len(ga))
    with closing(sqlite3.connect(path)) as connection:
        rows = ((number % 500, *ga[1:6], f".h{number % 5000}.example", *ga[7:]) for number in range(CRAWL_MB * 200))
        connection.executemany(f"INSERT INTO javascript_cookies({columns}) VALUES ({marks})", rows)
        visits = ((number, f"https://site{number}.example/") for number in range(500) if number != 7)
        connection.executemany("INSERT INTO site_visits(visit_id, site_url) VALUES (?, ?)", visits)
        connection.executescript(recordings.openwpm_answers())
        setting = json.dumps([["Content-Type", "text/html"], ["Set-Cookie", ASKED_FOR]])
        plain = json.dumps([["Content-Type", "text/html"]])
        answers = (
            (number % 500, f"https://h{number % 5000}.example/", plain if number % 10 else setting, recordings.STARTED)
            for number in range(CRAWL_MB * 200)
        )
        connection.executemany(
            "INSERT INTO http_responses(visit_id, url, headers, time_stamp) VALUES (?, ?, ?, ?)", answers
        )
        bodies = ((number, os.urandom(100_000)) for number in range(CRAWL_MB * 9))
        connection.executemany("INSERT INTO content VALUES (?, ?)", bodies)
        connection.commit()
    return path


def report(benchmark: BenchmarkFixture, what: str, path: Path, floor_s: float) -> None:
    if benchmark.stats is None:
        return
    best, size = timed(lambda: read_file(path, ASKED)), path.stat().st_size / MEGABYTE  # of the processor, as the floor
    cookies, peak = peak_of(path)
    benchmark.extra_info |= {"ratio": best / floor_s, "mb_per_s": size / best, "peak_mib": peak / 1024}
    print(
        f"\n{what}: {size:.0f} MB, {cookies} cookies in {best:.2f} s of the processor, {size / best:.0f} MB/s, "
        f"{best / floor_s:.2f} times the floor of {floor_s:.2f} s, peak {peak / 1024:.0f} MiB"
    )


def peak_of(path: Path) -> tuple[int, int]:
    told = subprocess.run([sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True, text=True)
    cookies, peak = told.stdout.split()
    return int(cookies), int(peak)


def timed(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def read(benchmark: BenchmarkFixture, path: Path) -> FileReading:
    return benchmark.pedantic(lambda: read_file(path, ASKED), rounds=2, iterations=1)  # type: ignore[no-any-return]


def test_a_long_har(benchmark: BenchmarkFixture, har: Path) -> None:
    found = read(benchmark, har)
    assert found.format is not None
    assert (found.format.id, found.reading.cookies[0].name) == ("har", "first")
    assert len(found.reading.cookies) > 1

    def floor() -> None:
        with har.open("rb") as file:
            assert sum(1 for _ in ijson.items(file, "log.entries.item")) > 1

    report(benchmark, "HAR", har, timed(floor))


def test_a_large_crawl(benchmark: BenchmarkFixture, crawl: Path) -> None:
    found = read(benchmark, crawl)
    assert found.format is not None
    assert (found.format.id, len(found.reading.cookies) > 3) == ("openwpm", True)

    def floor() -> None:
        with closing(sqlite3.connect(crawl)) as connection:
            assert sum(1 for _ in connection.execute("SELECT * FROM javascript_cookies")) > 3

    report(benchmark, "OpenWPM", crawl, timed(floor))
