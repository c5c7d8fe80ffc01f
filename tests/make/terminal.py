# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The command line on a terminal of its own, with somebody who answers its question."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

PROGRAM: Final = (sys.executable, "-c", "from inspector.cli.main import run; run()")


def on_a_terminal(home: Path, answer: bytes, *arguments: str, **more: str) -> tuple[int, str]:
    """Run on a terminal of its own and type an answer when it is asked; return exit code and everything shown.

    ``more`` are further variables of its environment.
    """
    ours, theirs = pty.openpty()
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG", "COV", "FORCE"))}
    env |= {"HOME": str(home), "TERM": "dumb", **more}
    process = subprocess.Popen([*PROGRAM, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    shown, typed, until = b"", False, time.monotonic() + 90
    while time.monotonic() < until:
        ready, _, _ = select.select([ours], [], [], 0.2)
        try:
            shown += os.read(ours, 65536) if ready else b""
        except OSError:  # the other end is closed
            break
        if not typed and b"[y/N]" in shown:
            os.write(ours, answer)
            typed = True
    code = process.wait(30)
    os.close(ours)
    return code, shown.decode()
