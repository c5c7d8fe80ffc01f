# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a person at the browser marks, by a word and Enter: accepted, refused, done. Labels beat guesses."""

import queue
import sys
import threading
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, TextIO

import click

MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "a": "accepted",
        "accept": "accepted",
        "accepted": "accepted",
        "r": "refused",
        "reject": "refused",
        "rejected": "refused",
        "refuse": "refused",
        "refused": "refused",
        "": "done",
        "d": "done",
        "done": "done",
    }
)
EXPLAINED: Final = (
    "A window opens. Make your choice there, then type here what you did: a (accepted) or r (refused), and Enter. "
    "Enter alone ends the visit."
)


class Marker:
    """Asked for what was marked since the last time. A line that is no mark is answered with the words that are."""

    def __init__(self, lines: TextIO) -> None:
        self._marks: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._lines = lines
        threading.Thread(target=self._read, name="marks", daemon=True).start()

    def __call__(self) -> str | None:
        """Return the next mark, ``None`` where there is none yet."""
        try:
            return self._marks.get_nowait()
        except queue.Empty:
            return None

    def _read(self) -> None:
        for line in self._lines:
            mark = MARKS.get(line.strip().lower())
            if mark is None:
                click.echo("Type a (accepted), r (refused), or Enter alone for done.", err=True)
            else:
                self._marks.put(mark)
        self._marks.put("done")  # nobody can type any more


def marker() -> Marker:
    """Return what reads marks from the terminal; raise where nobody could type one."""
    if sys.stdin is None or sys.stdin.closed:
        raise click.UsageError("--scenario manual needs somebody who marks the choice, and there is no input.")
    return Marker(sys.stdin)
