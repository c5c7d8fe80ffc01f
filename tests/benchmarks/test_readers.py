# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long reading takes, as a ratio to a plain ``SELECT *`` into tuples in the same run.

By hand: ``pytest tests/benchmarks/test_readers.py --benchmark-enable -s``, with ``ROWS=100000`` in the environment.
In the test suite each runs once on a small store, so that the code here stays true.
"""

import http.cookiejar
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import browser_cookie3
import pytest
from make import chromium, many
from pytest_benchmark.fixture import BenchmarkFixture

from inspector.core.computer import Platform
from inspector.core.reading import Reading, Values
from inspector.core.store import Family, StoreRef
from inspector.readers.api import FoundStore
from inspector.readers.browsers.chromium import read_chromium
from inspector.readers.browsers.firefox import read_firefox

ROWS = int(os.environ.get("ROWS", "2000"))
ROUNDS = 5


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("stores")
    return {
        "chromium": many.chromium_store(folder / "Default" / "Cookies", ROWS),
        "firefox": many.firefox_store(folder / "fx" / "cookies.sqlite", ROWS),
    }


def floor(path: Path, table: str) -> float:
    """Seconds of the best of some rounds of a plain SELECT."""
    best = float("inf")
    for _ in range(ROUNDS):
        connection = sqlite3.connect(path)
        started = time.perf_counter()
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        best = min(best, time.perf_counter() - started)
        assert len(rows) == ROWS
        connection.close()
    return best


def report(benchmark: BenchmarkFixture, what: str, floor_s: float) -> None:
    """Keep and print the ratio; where benchmarks are off there is nothing to print."""
    if benchmark.stats is None:
        return
    best = benchmark.stats.stats.min
    benchmark.extra_info |= {"floor_s": floor_s, "ratio": best / floor_s, "rows": ROWS}
    print(f"\n{what}: {best:.3f} s for {ROWS} cookies, {best / floor_s:.2f} times the floor of {floor_s:.3f} s")


def run(benchmark: BenchmarkFixture, read: Callable[[], Reading]) -> Reading:
    return benchmark.pedantic(read, rounds=ROUNDS, iterations=1)  # type: ignore[no-any-return]


@pytest.mark.parametrize("values", Values)
def test_chromium(benchmark: BenchmarkFixture, stores: dict[str, Path], values: Values) -> None:
    path = stores["chromium"]
    reading = run(benchmark, lambda: read_chromium(chromium.found(path), values, chromium.FixedKeys()))
    assert len(reading.cookies) == ROWS
    report(benchmark, f"Chromium, values {values}", floor(path, "cookies"))


@pytest.mark.parametrize("values", Values)
def test_firefox(benchmark: BenchmarkFixture, stores: dict[str, Path], values: Values) -> None:
    path = stores["firefox"]
    found = FoundStore(StoreRef("firefox", "fx", str(path), Family.FIREFOX), path, Platform.LINUX, path.parent)
    reading = run(benchmark, lambda: read_firefox(found, values, chromium.FixedKeys()))
    assert len(reading.cookies) == ROWS
    report(benchmark, f"Firefox, values {values}", floor(path, "moz_cookies"))


class _NoKeyring(browser_cookie3.ChromiumBased):  # type: ignore[misc]
    """The library's class with the published keys, so that it can be timed where there is no session bus."""

    def __init__(self, path: Path) -> None:
        fixed, empty = chromium.published()["v10"]
        self.cookie_file, self.domain_name, self.browser = str(path), "", "chrome"
        self.v10_key = self.v11_key = fixed
        self.v11_empty_key = empty
        self.iv = b" " * 16


def test_peer_browser_cookie3_chromium(benchmark: BenchmarkFixture, stores: dict[str, Path]) -> None:
    jar = benchmark.pedantic(_NoKeyring(stores["chromium"]).load, rounds=1, iterations=1)
    assert isinstance(jar, http.cookiejar.CookieJar)
    report(benchmark, "browser-cookie3, Chromium, with values", floor(stores["chromium"], "cookies"))


def test_peer_browser_cookie3_firefox(benchmark: BenchmarkFixture, stores: dict[str, Path]) -> None:
    jar = benchmark.pedantic(browser_cookie3.firefox, args=(str(stores["firefox"]),), rounds=1, iterations=1)
    assert isinstance(jar, http.cookiejar.CookieJar)
    report(benchmark, "browser-cookie3, Firefox", floor(stores["firefox"], "moz_cookies"))


def test_peer_rookiepy(benchmark: BenchmarkFixture, stores: dict[str, Path]) -> None:
    rookiepy = pytest.importorskip("rookiepy", reason="rookiepy is not installed; it is timed only where it is")
    found = benchmark.pedantic(rookiepy.firefox_based, args=(str(stores["firefox"]),), rounds=1, iterations=1)
    assert found
    report(benchmark, "rookiepy, Firefox", floor(stores["firefox"], "moz_cookies"))


PEAK = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from make import chromium
from inspector.core.reading import Values
from inspector.readers.browsers.chromium import read_chromium
reading = read_chromium(chromium.found(Path({path!r})), Values({values!r}), chromium.FixedKeys())
status = Path("/proc/self/status").read_text()  # getrusage would count the process that started this one
print(len(reading.cookies), int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here to tell the peak memory by")
@pytest.mark.parametrize("values", Values)
def test_peak_memory(stores: dict[str, Path], values: Values) -> None:
    tests = str(Path(__file__).parents[1])
    code = PEAK.format(tests=tests, path=str(stores["chromium"]), values=str(values))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=110, check=True)
    cookies, peak = done.stdout.split()
    assert cookies == str(ROWS)
    print(f"\npeak memory of the process, Chromium, values {values}: {peak} MiB for {ROWS} cookies")
