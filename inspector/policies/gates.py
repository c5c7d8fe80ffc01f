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
from inspector.policies.ready import ready

# The ways in which a pattern can match; for each the parts that all must be there; for each part its alternatives.
Ways = tuple[tuple[tuple[str, ...], ...], ...]
# A pattern's alternatives ("a|b"), where they are tried one by one: the end of each in the source, and its ways.
Gate = tuple[tuple[int, Ways], ...]

FILE: Final = "policies/gates.json"
OPEN: Final[Ways] = ((),)  # one way, that needs nothing
_END: Final = sys.maxsize
# Bounds on what is remembered of texts: that of a long policy fits.
_MOST_TEXTS: Final = 8_192
_MOST_PARTS: Final = 32_768
_LONG_PART: Final = 40
_FIRST_LETTERS: Final = 3


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


class _Words:
    """Which of the gates' words stand in a text, as the bits of a number, so that asking for many of them is one step.

    A word of a gate holds no blank space, or it is looked for by itself; so what a text holds is what its parts between
    blanks hold, and most of those come back in every sentence.
    """

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._begun: dict[str, tuple[tuple[str, int], ...]] = {}  # longer words by their first letters
        self._spaced: tuple[tuple[str, int], ...] = ()  # words with a blank inside
        self._parts: dict[str, int] = {}
        self._texts: dict[str, int] = {}

    def mask(self, words: tuple[str, ...]) -> int:
        """Return the bits of any of the words; words not met before are taken up."""
        new = [word for word in words if word not in self._bits]
        if new:
            self._bits |= {word: 1 << at for at, word in enumerate(new, len(self._bits))}
            begun: dict[str, list[tuple[str, int]]] = {}
            for row in self._bits.items():
                if len(row[0]) > _FIRST_LETTERS:
                    begun.setdefault(row[0][:_FIRST_LETTERS], []).append(row)
            self._begun = {letters: tuple(rows) for letters, rows in begun.items()}
            self._spaced = tuple(row for row in self._bits.items() if len(row[0].split()) > 1)
            self._parts.clear()
            self._texts.clear()
        return sum(self._bits[word] for word in set(words))

    def held(self, text: str) -> int:
        """Return the bits of the words that a text holds."""
        bits = self._texts.get(text)
        if bits is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            bits = self._texts[text] = self._look(text)
        return bits

    def _look(self, text: str) -> int:
        bits, known = 0, self._parts
        for part in text.split():
            if (held := known.get(part)) is None:
                held = self._look_at(part)
            bits |= held
        for word, bit in self._spaced:
            if word in text:
                bits |= bit
        return bits

    def _look_at(self, part: str) -> int:
        bits, size = 0, len(part)
        if size > _LONG_PART:  # no word of a language; there are more places in it than words
            for word, bit in self._bits.items():
                if word in part:
                    bits |= bit
            return bits
        for at in range(size):
            for end in range(at + 1, min(at + _FIRST_LETTERS, size) + 1):
                bits |= self._bits.get(part[at:end], 0)
            for word, bit in self._begun.get(part[at : at + _FIRST_LETTERS], ()):
                if part.startswith(word, at):
                    bits |= bit
        if len(self._parts) >= _MOST_PARTS:
            self._parts.clear()
        self._parts[part] = bits
        return bits


@cache
def _words() -> _Words:
    """Return the words of all gates of the table, taken up at once: each later one costs what is known of texts."""
    words = _Words()
    rows = known_gates().values()
    words.mask(tuple({word for row in rows for _, ways in row for way in ways for part in way for word in part}))
    return words


class _Piece:
    """One alternative of a pattern, compiled at its first use. ``ways`` are the gate's, each part a mask."""

    __slots__ = ("compiled", "source", "ways")

    def __init__(self, source: str, ways: Ways) -> None:
        self.source = source
        self.ways = tuple(tuple(_words().mask(part) for part in way) for way in ways)
        self.compiled: re.Pattern[str] | None = None

    def pattern(self) -> re.Pattern[str]:
        """Return the alternative, compiled."""
        if self.compiled is None:
            self.compiled = ready(self.source)
        return self.compiled


class GatedPattern:
    """A pattern behind its gate, compiled when the first text passes. It answers as the pattern itself would.

    A long pattern is tried by its alternatives, those that a text calls for: of their matches the first in the text
    is the pattern's, and of those that begin together the one whose alternative stands first.
    """

    __slots__ = ("_any", "_held", "_pieces", "_whole", "source")

    def __init__(self, source: str, gate: Gate | None = None) -> None:
        self.source = source
        self._whole: re.Pattern[str] | None = None
        starts = [0, *(end + 1 for end, _ in gate or ())]
        ends = gate or ((len(source), OPEN),)
        self._pieces = [_Piece(source[start:end], ways) for start, (end, ways) in zip(starts, ends, strict=False)]
        self._held = _words().held
        self._any = 0  # where a text holds none of these, no way is open; 0 where a way needs nothing
        first = [way[0] if way else 0 for piece in self._pieces for way in piece.ways]
        if all(first):
            for bits in first:
                self._any |= bits

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
        held = self._held(text)
        if self._any and not held & self._any:
            return None
        found = None
        for piece in self._pieces:
            for way in piece.ways:  # written out, since this is where the time of reading sentences goes
                for part in way:
                    if not held & part:
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
        held = self._held(text)
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
