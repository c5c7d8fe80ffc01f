# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How long whole processes take, from nothing: processor seconds, because the machine may be busy with other things.

By hand: ``pytest tests/benchmarks/test_processes.py --benchmark-enable -s``. In the test suite each runs once.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from make import many
from pytest_benchmark.fixture import BenchmarkFixture

PROGRAM = (sys.executable, "-c", "from inspector.cli.main import run; run()")
ROUNDS = 5
STORE = "a store of 3,000 cookies"
COMMANDS = {
    "--help": ("--help",),
    "scan": ("scan", "--store", STORE),
    "scan jsonl": ("scan", "--store", STORE, "--format", "jsonl"),
    "demo": ("demo",),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many.chromium_store(tmp_path_factory.mktemp("stores") / "Default" / "Cookies", 3000)


@pytest.mark.parametrize("name", COMMANDS)
def test_process(benchmark: BenchmarkFixture, store: Path, tmp_path: Path, name: str) -> None:
    arguments = [str(store) if word == STORE else word for word in COMMANDS[name]]
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("XDG", "PYTHON"))}
    spent: list[float] = []

    def run() -> subprocess.CompletedProcess[bytes]:
        before = os.times()
        done = subprocess.run(
            [*PROGRAM, *arguments], env=kept | {"HOME": str(tmp_path)}, capture_output=True, timeout=100, check=False
        )
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
        return done

    done = benchmark.pedantic(run, rounds=ROUNDS, iterations=1)
    assert done.returncode == 0, done.stderr
    if benchmark.stats is not None:
        print(f"\n{name}: {min(spent):.2f} s of processor, {benchmark.stats.stats.min:.2f} s by the clock")
