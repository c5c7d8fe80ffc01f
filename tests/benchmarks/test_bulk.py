# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How many cookies of a crawl a second are labelled, and in how much memory: ``bulk`` as a process of its own.

By hand, for 10^5, 10^6 and 10^7: ``BULK_ROWS=100000,1000000,10000000 pytest tests/benchmarks/test_bulk.py
--benchmark-enable -s``. Rows a second are of the clock; seconds of CPU tell what the work costs where others use the
machine, too. Memory is the largest resident set of any process, and of all of them together.
"""

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Final

import pytest
from make.crawls import crawl_table
from pytest_benchmark.fixture import BenchmarkFixture

pq = pytest.importorskip("pyarrow.parquet", reason="crawls need pyarrow (the extra research)")
psutil = pytest.importorskip("psutil", reason="memory is measured with psutil")

SIZES: Final = [int(size) for size in os.environ.get("BULK_ROWS", "3000").split(",")]
VALUES: Final = os.environ.get("BULK_VALUES") == "1"
WORKERS: Final = os.environ.get("BULK_WORKERS", "2")


class Memory(threading.Thread):
    """Watches how much memory a process and its children hold together."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        super().__init__(daemon=True)
        self._process = process
        self.most = 0

    def run(self) -> None:
        """Look every tenth of a second until the process ends. Pages that they share count once for each."""
        while self._process.poll() is None:
            try:
                parent = psutil.Process(self._process.pid)
                family = [parent, *parent.children(recursive=True)]
                self.most = max(self.most, sum(held.memory_info().rss for held in family))
            except psutil.Error:  # it has just ended
                pass
            time.sleep(0.1)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("rows", SIZES)
def test_labels_a_second(benchmark: BenchmarkFixture, tmp_path: Path, rows: int) -> None:
    crawl = crawl_table(tmp_path / "crawl.parquet", rows, values=VALUES)
    few = crawl_table(tmp_path / "few.parquet", 1000)
    environment = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(tmp_path / "bytecode")
    seen: list[tuple[str, int]] = []

    def start(table: Path, out: str) -> "subprocess.Popen[str]":
        code = "from inspector.cli.main import run; run()"
        arguments = ["bulk", str(table), "--out", str(tmp_path / out), "--workers", WORKERS]
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, text=True
        )

    start(few, "warm").communicate()  # compiles every module, as an installation has it

    def run() -> None:
        process = start(crawl, "out")
        memory = Memory(process)
        memory.start()
        said, _ = process.communicate()
        assert process.returncode == 0
        seen.append((said, memory.most))

    before = os.times()
    started = time.perf_counter()
    benchmark.pedantic(run, rounds=1)
    seconds = time.perf_counter() - started
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    (said, most), labels = seen[0], pq.ParquetDataset(tmp_path / "out" / "labels")
    assert sum(fragment.count_rows() for fragment in labels.fragments) == rows
    judged = re.search(r"([\d,]+) different combinations", said)
    assert judged is not None
    if benchmark.enabled:
        print(
            f"\n{rows:,} cookies: {seconds:.1f} s, {rows / seconds:,.0f} a second; {cpu:.1f} s of CPU, "
            f"{rows / cpu:,.0f} a second of one core; {judged[1]} combinations judged; {most / 2**20:,.0f} MiB at most"
        )
