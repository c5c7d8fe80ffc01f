# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A crawl that ends before its time: nothing that looks whole is left, and no process goes on without a parent."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from make.crawls import crawl_table

pq = pytest.importorskip("pyarrow.parquet", reason="crawls need pyarrow (the extra research)")
psutil = pytest.importorskip("psutil", reason="processes are looked for with psutil")

RUN = "from inspector.cli.main import run; run()"
PATIENCE_S = 60


def crawl_of_parts(folder: Path, parts: int) -> Path:
    """Write a crawl of some files, each of them a part of the work."""
    table = pq.read_table(crawl_table(folder / "all.parquet", 3000))
    (folder / "crawl").mkdir()
    for number in range(parts):
        pq.write_table(table, folder / "crawl" / f"{number:03}.parquet")
    return folder / "crawl"


def command(*arguments: object, before: str = "") -> list[str]:
    return [sys.executable, "-B", "-c", before + RUN, "bulk", *map(str, arguments)]


def wait_for(what: str, path: Path, pattern: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not any(path.glob(pattern)):
        assert time.monotonic() < end, what
        time.sleep(0.05)


def test_killed_it_leaves_nothing_that_looks_whole_and_no_process(tmp_path: Path) -> None:
    crawl = crawl_of_parts(tmp_path, 60)
    process = subprocess.Popen(
        command(crawl, "--out", tmp_path / "out", "--workers", 2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    wait_for("no part was begun", tmp_path, ".out-*.part/labels/part-00002.parquet")
    workers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    assert len(workers) >= 2
    assert psutil.wait_procs(workers, timeout=PATIENCE_S)[1] == []
    assert not (tmp_path / "out").exists()
    again = subprocess.run(command(crawl, "--out", tmp_path / "out"), capture_output=True, check=False)
    assert again.returncode == 0
    assert pq.read_table(tmp_path / "out" / "labels").num_rows == 60 * 3000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of the size of files")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_disk_that_is_full_is_told_and_leaves_nothing(tmp_path: Path, workers: int) -> None:
    """No file may grow beyond 8 KiB, which fails in the same place as a full disk: while tables are written."""
    crawl = crawl_of_parts(tmp_path, 3)
    little = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)); "
    found = subprocess.run(
        command(crawl, "--out", tmp_path / "out", "--workers", workers, before=little),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},  # Python checks no short write of its bytecode
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 3, found.stderr
    assert "cannot be written: file too large" in found.stderr
    assert "Traceback" not in found.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.parquet", "crawl"]
