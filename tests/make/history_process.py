# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The history used by a process of its own, which a test can kill, starve or run beside another one."""

import os
import subprocess
import sys
from pathlib import Path

from inspector.history.files import HistoryPlaces

ROOT = Path(__file__).parents[2]
_BEGIN = """
import sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/tests"]
from pathlib import Path
from make import history, records
from inspector.history import archive
from inspector.history.files import HistoryPlaces
at = HistoryPlaces(Path(sys.argv[2]), Path(sys.argv[3]))
def scan(mark, size=800):
    return records.reading(*(history.with_value(f"{mark}-{n}", name=f"n{n}") for n in range(size)))
"""
# Each scan has other values, so that every row is written; what is committed is told at once.
SCANNING = """
for number in range(int(sys.argv[4])):
    done = history.remember(at, scan(f"{sys.argv[5]}-{number}"))
    print(done.info.id if done.info else done.problems, flush=True)
"""


def command(at: HistoryPlaces, code: str, *arguments: str) -> list[str]:
    """The command line of a process that runs ``code``, its own arguments from ``sys.argv[4]`` on."""
    return [sys.executable, "-B", "-c", _BEGIN + code, str(ROOT), str(at.folder), str(at.consent), *arguments]


def run(at: HistoryPlaces, code: str, *arguments: str, user: int | None = None) -> str:
    """Run to the end, as another user if one is named, and return what was printed."""
    done = subprocess.run(
        command(at, code, *arguments),
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        user=user,
        cwd="/" if os.name == "posix" else None,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
