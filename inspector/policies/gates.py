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
from typing import Any, Final

from inspector.knowledge.loader import resources_folder

# The ways in which a pattern can match; for each the parts that all must be there; for each part its alternatives.
Ways = tuple[tuple[tuple[str, ...], ...], ...]
# A pattern's alternatives ("a|b"), where they are tried one by one: the end of each in the source, and its ways.
Gate = tuple[tuple[int, Ways], ...]

FILE: Final = "policies/gates.json"
OPEN: Final[Ways] = ((),)  # one way, that needs nothing
_END: Final = sys.maxsize


def gate_key(source: str) -> str:
    """Return what a pattern is called in the table."""
    return blake2b(source.encode(), digest_size=8).hexdigest()


@cache
def known_gates() -> dict[str, list[tuple[int, list[list[list[str]]]]]]:
    """Return the table; empty where it is missing, since it only saves time."""
    try:
        rows: dict[str, Any] = json.loads((resources_folder() / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return rows


def known_gate(source: str) -> Gate | None:
    """Return the gate of a pattern, ``None`` where the table knows none."""
    row = known_gates().get(gate_key(source))
    if row is None or row[-1][0] != len(source):
        return None
    return tuple((end, tuple(tuple(tuple(part) for part in way) for way in ways)) for end, ways in row)


class _Piece:
    """One alternative of a pattern, compiled at its first use."""

    __slots__ = ("compiled", "source", "ways")

    def __init__(self, source: str, ways: Ways) -> None:
        self.source, self.ways = source, ways
        self.compiled: re.Pattern[str] | None = None

    def pattern(self) -> re.Pattern[str]:
        """Return the alternative, compiled."""
        if self.compiled is None:
            self.compiled = re.compile(self.source)
        return self.compiled


class GatedPattern:
    """A pattern behind its gate, compiled when the first text passes. It answers as the pattern itself would.

    A long pattern is tried by its alternatives, those that a text calls for: of their matches the first in the text
    is the pattern's, and of those that begin together the one whose alternative stands first.
    """

    __slots__ = ("_pieces", "_whole", "source")

    def __init__(self, source: str, gate: Gate | None = None) -> None:
        self.source = source
        self._whole: re.Pattern[str] | None = None
        starts = [0, *(end + 1 for end, _ in gate or ())]
        ends = gate or ((len(source), OPEN),)
        self._pieces = [_Piece(source[start:end], ways) for start, (end, ways) in zip(starts, ends, strict=False)]

    def may_match(self, text: str) -> bool:
        """Whether a text holds what the pattern needs somewhere."""
        return next(self._called(text), None) is not None

    def ungated(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        if self._whole is None:
            self._whole = self._pieces[0].pattern() if len(self._pieces) == 1 else re.compile(self.source)
        return self._whole

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """Find the first match."""
        found = None
        for piece in self._pieces:
            for way in piece.ways:  # written out, since this is where the time of reading sentences goes
                for part in way:
                    for word in part:
                        if word in text:
                            break
                    else:
                        break
                else:
                    match = (piece.compiled or piece.pattern()).search(text, start, end)
                    if match is not None and (found is None or match.start() < found.start()):
                        found = match
                    break
        return found

    def match(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """Match at ``start``."""
        for piece in self._called(text):
            match = piece.pattern().match(text, start, end)
            if match is not None:
                return match
        return None

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        """Find every match."""
        return self.ungated().finditer(text, start, end) if self.may_match(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Replace every match."""
        return self.ungated().sub(by, text) if self.may_match(text) else text

    def _called(self, text: str) -> Iterator[_Piece]:
        """Yield the pieces whose words a text holds."""
        for piece in self._pieces:
            for way in piece.ways:
                for part in way:
                    for word in part:
                        if word in text:
                            break
                    else:
                        break
                else:
                    yield piece
                    break


def gated(source: str) -> GatedPattern:
    """Return a pattern behind its gate, where the table knows one."""
    return GatedPattern(source, known_gate(source))
