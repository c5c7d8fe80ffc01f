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

from inspector.core.resources import resources_folder
from inspector.policies.held_words import HeldWords
from inspector.policies.ready import ready

# The ways in which a pattern can match; for each the parts that all must be there; for each part its alternatives.
Ways = tuple[tuple[tuple[str, ...], ...], ...]
# A pattern's alternatives ("a|b"), where they are tried one by one: the end of each in the source, and its ways.
Gate = tuple[tuple[int, Ways], ...]

FILE: Final = "policies/gates.json"
OPEN: Final[Ways] = ((),)  # one way, that needs nothing
_END: Final = sys.maxsize
SYNTAX: Final = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")  # escapes and sets hold no syntax


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


@cache
def _words() -> HeldWords:
    """Return the words of all gates of the table, taken up at once: each later one costs what is known of texts."""
    rows = known_gates().values()
    return HeldWords(sorted({word for row in rows for _, ways in row for way in ways for part in way for word in part}))


def begins_text(source: str) -> bool:
    """Whether every alternative of a pattern without flags begins with ``^``."""
    depth, begins = 0, source.startswith("^")
    for found in SYNTAX.finditer(source) if begins else ():
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if found[0] == "|" and depth == 0 and not source.startswith("^", found.end()):
            return False
    return begins


class _Piece:
    """One alternative of a pattern, compiled at its first use. ``ways`` are the gate's, each part a mask.

    ``find`` is the method that finds its first match, ``None`` until it is compiled: one that must begin where the text
    begins is only matched there, where ``search`` would try it at every place.
    """

    __slots__ = ("compiled", "find", "source", "ways")

    def __init__(self, source: str, ways: Ways) -> None:
        self.source = source
        self.ways = tuple(tuple(_words().mask(part) for part in way) for way in ways)
        self.compiled: re.Pattern[str] | None = None
        self.find: Callable[[str, int, int], re.Match[str] | None] | None = None

    def pattern(self) -> re.Pattern[str]:
        """Return the alternative, compiled."""
        if self.compiled is None:
            self.compiled = ready(self.source)
        return self.compiled

    def first(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match."""
        if self.find is None:
            self.find = self.pattern().match if begins_text(self.source) else self.pattern().search
        return self.find(text, start, end)


class GatedPattern:
    """A pattern behind its gate, compiled when the first text passes. It answers as the pattern itself would.

    A long pattern is tried by its alternatives, those that a text calls for: of their matches the first in the text
    is the pattern's, and of those that begin together the one whose alternative stands first.
    """

    __slots__ = ("_any", "_known", "_look", "_only", "_pieces", "_whole", "source")

    def __init__(self, source: str, gate: Gate | None = None) -> None:
        self.source = source
        self._whole: re.Pattern[str] | None = None
        starts = [0, *(end + 1 for end, _ in gate or ())]
        ends = gate or ((len(source), OPEN),)
        self._pieces = [_Piece(source[start:end], ways) for start, (end, ways) in zip(starts, ends, strict=False)]
        words = _words()
        self._known, self._look = words.texts.get, words.look
        self._any = 0  # where a text holds none of these, no way is open; 0 where a way needs nothing
        first = [way[0] if way else 0 for piece in self._pieces for way in piece.ways]
        if all(first):
            for bits in first:
                self._any |= bits
        # The one piece there is, where nothing more than one of those words opens it.
        alone = len(self._pieces) == 1 and (not self._any or all(len(way) == 1 for way in self._pieces[0].ways))
        self._only = self._pieces[0] if alone and (self._any or () in self._pieces[0].ways) else None

    def may_match(self, text: str) -> bool:
        """Whether a text holds what the pattern needs somewhere."""
        return next(self._called(text), None) is not None

    def ungated(self) -> re.Pattern[str]:
        """Return the pattern itself."""
        if self._whole is None:
            self._whole = self._pieces[0].pattern() if len(self._pieces) == 1 else ready(self.source)
        return self._whole

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        """Find the first match."""
        held = self._known(text)
        if held is None:
            held = self._look(text)
        if self._any and not held & self._any:
            return None
        if (only := self._only) is not None:
            return (only.find or only.first)(text, start, end)
        found = None
        for piece in self._pieces:
            for way in piece.ways:  # written out, since this is where the time of reading sentences goes
                for part in way:
                    if not held & part:
                        break
                else:
                    match = (piece.find or piece.first)(text, start, end)
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
        held = self._known(text)
        if held is None:
            held = self._look(text)
        if self._any and not held & self._any:
            return
        for piece in self._pieces:
            for way in piece.ways:
                for part in way:
                    if not held & part:
                        break
                else:
                    yield piece
                    break


def gated(source: str) -> GatedPattern:
    """Return a pattern behind its gate, where the table knows one."""
    return GatedPattern(source, known_gate(source))
