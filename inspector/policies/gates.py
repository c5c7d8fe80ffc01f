# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a text must hold for a pattern to find anything in it, so that most patterns are never tried, or compiled.

Most sentences hold none of the words that most patterns are about, and looking for words is many times cheaper than
trying a pattern at each place. What a pattern needs follows from the pattern alone; working it out costs as much as
compiling it, so it is kept in ``resources/policies/gates.json``, found by the pattern's hash. A pattern that the table
does not know is simply tried: the table decides about speed only, never about results. A test works the needs out
anew, compares them, and writes the table with ``UPDATE_SNAPSHOTS=1``.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from typing import Final

from inspector.knowledge.loader import resources_folder

# The ways in which a pattern can match; for each the parts that all must be there; for each part its alternatives.
Gate = tuple[tuple[tuple[str, ...], ...], ...]

FILE: Final = "policies/gates.json"
_OPEN: Final[Gate] = ((),)  # one way, that needs nothing
_END: Final = sys.maxsize


def gate_key(source: str) -> str:
    """Return what a pattern is called in the table."""
    return blake2b(source.encode(), digest_size=8).hexdigest()


@cache
def known_gates() -> dict[str, list[list[list[str]]]]:
    """Return the table; empty where it is missing, since it only saves time."""
    try:
        rows: dict[str, list[list[list[str]]]] = json.loads((resources_folder() / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return rows


def known_gate(source: str) -> Gate | None:
    """Return the gate of a pattern, ``None`` where the table knows none."""
    ways = known_gates().get(gate_key(source))
    return None if ways is None else tuple(tuple(tuple(part) for part in way) for way in ways)


class GatedPattern:
    """A pattern behind its gate, compiled when the first text passes. It answers as the pattern itself would."""

    __slots__ = ("_gate", "_pattern", "source")

    def __init__(self, source: str, gate: Gate = _OPEN) -> None:
        self.source = source
        self._gate = gate
        self._pattern: re.Pattern[str] | None = None

    def may_match(self, text: str) -> bool:
        """Whether a text holds what the pattern needs somewhere."""
        for way in self._gate:
            for part in way:
                for word in part:
                    if word in text:
                        break
                else:
                    break
            else:
                return True
        return False

    def ungated(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        if self._pattern is None:
            self._pattern = re.compile(self.source)
        return self._pattern

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """Find the first match."""
        return (self._pattern or self.ungated()).search(text, start, end) if self.may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """Match at ``start``."""
        return (self._pattern or self.ungated()).match(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """Find every match."""
        return (self._pattern or self.ungated()).finditer(text, start, end) if self.may_match(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Replace every match."""
        return (self._pattern or self.ungated()).sub(by, text) if self.may_match(text) else text


def gated(source: str) -> GatedPattern:
    """Return a pattern behind its gate, where the table knows one."""
    return GatedPattern(source, known_gate(source) or _OPEN)
