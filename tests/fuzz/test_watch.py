# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The watch on fuzz targets sees what it is there for: crashes, hangs, memory; and what it keeps is small."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="memory and processor time of a process are measured on POSIX only")

from fuzz.command import main
from fuzz.minimise import minimised
from fuzz.target import Target
from fuzz.watch import Watch

ROOT = Path(__file__).parents[2]


def faulty(data: bytes, folder: Path) -> None:
    """A parser with one fault of every kind."""
    if b"crash" in data:
        raise KeyError(data)
    if b"refuse" in data:
        raise ValueError(data)
    if b"lie" in data:
        raise AssertionError
    while b"hang" in data:
        pass


TARGET = Target("faulty", "nothing", lambda: [b"fine"], faulty, refusals=(ValueError,), seconds=0.3)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"fine", None),
        (b"refuse", None),
        (b"crash", "crash KeyError outside"),
        (b"lie", "crash AssertionError outside"),
        (b"hang", "hang outside"),
    ],
)
def test_every_fault_is_seen(tmp_path: Path, data: bytes, kind: str | None) -> None:
    fault = Watch(TARGET, tmp_path).attempt(data)
    assert (fault and fault.signature) == kind


def test_memory_that_one_input_takes_is_seen(tmp_path: Path) -> None:
    """In a process of its own, as the command does: what this one held before would hide the peak."""
    code = f"""
from pathlib import Path
from fuzz.target import Target
from fuzz.watch import Watch
eat = Target("eat", "", lambda: [], lambda data, folder: len(b"x" * (400_000_000 if data else 1)), seconds=5)
watch = Watch(eat, Path({str(tmp_path)!r}))
print(watch.attempt(b""), watch.attempt(b"eat").signature)
"""
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "tests", capture_output=True, text=True, check=True, timeout=60
    )
    assert told.stdout.strip() == "None memory peak"


def test_what_is_kept_is_as_small_as_the_fault_allows() -> None:
    assert minimised(b"some crash among much else\n" * 20, lambda data: b"crash" in data) == b"crash"


def test_the_command_runs_a_target_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--seconds", "1", "--seed", "1", "stacks"]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("stacks")
    assert done.stdout.endswith("1 targets, 0 with faults\n")


def test_a_target_that_is_not_there_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such"]) == 2
    assert "--list" in capsys.readouterr().err
