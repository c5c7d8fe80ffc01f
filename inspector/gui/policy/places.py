# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a character of the policy's text stands in the document that Qt shows, and the other way round.

Claims point into the text by code points. Qt counts UTF-16 units, in a document of its own in which white space between
blocks is gone, bullets are added and a control character became a picture of several letters. Each run of text that
was put into the document is a :class:`Piece`; inside one, only the characters that do not take exactly one unit matter.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from inspector.core.visible import visible

LINE_BREAK: Final = "\u2028"  # inside a block; Qt breaks the line without starting another block
# Controls and invisible formatting (see core.visible), what Qt uses for frames and objects (noncharacters), and
# everything beyond the Basic Multilingual Plane, which takes two units.
_ODD: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    "\ufff9-\uffff\U00010000-\U0010ffff]"
)
_PLAIN: Final = {"\n": LINE_BREAK, "\r": LINE_BREAK, "\t": " "}
_NOISE: Final = re.compile("[\ufdd0-\ufdef\ufffc\ufffe\uffff]")


def shown(text: str) -> str:
    """Return a run of text as the document shows it: nothing hides, turns text around or moves a cursor."""
    return text if text.isascii() and text.isprintable() else _ODD.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    return _shown_character(match[0])


def _shown_character(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    return "\N{REPLACEMENT CHARACTER}" if _NOISE.match(character) else visible(character)


def _units(character: str) -> int:
    """How many units Qt counts for one character of the text."""
    return sum(2 if ord(part) > 0xFFFF else 1 for part in _shown_character(character))


class Piece(NamedTuple):
    """A run of text, ``start`` to ``end`` in code points, and its place in Qt's document, in UTF-16 units.

    ``odd`` are the offsets of characters that do not take one unit, ``extra`` what all of them up to there add.
    """

    start: int
    end: int
    position: int
    odd: tuple[int, ...] = ()
    extra: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str, start: int, end: int, position: int) -> "Piece":
        """Return the piece of ``text[start:end]``."""
        run = text[start:end]
        if run.isascii() and run.isprintable():
            return cls(start, end, position)
        odd: list[int] = []
        extra: list[int] = []
        for match in _ODD.finditer(run):
            if (more := _units(match[0]) - 1) != 0:
                odd.append(start + match.start())
                extra.append(more + (extra[-1] if extra else 0))
        return cls(start, end, position, tuple(odd), tuple(extra))

    def position_of(self, offset: int) -> int:
        """Return where the character at ``offset`` begins."""
        before = bisect_left(self.odd, offset)
        return self.position + offset - self.start + (self.extra[before - 1] if before else 0)

    def offset_of(self, position: int) -> int:
        """Return the character that stands at a position: the last one that begins at or before it."""
        low, high = self.start, self.end
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.position_of(middle) <= position else (low, middle - 1)
        return low


class Span(NamedTuple):
    """A run of Qt's document."""

    start: int
    end: int


class Places:
    """All pieces of a document, in order: of the text and, because nothing is moved around, of the document too."""

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._pieces: Sequence[Piece] = tuple(pieces)
        self._starts = [piece.start for piece in self._pieces]
        self._positions = [piece.position for piece in self._pieces]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the runs of the document that show ``text[start:end]``: several where it crosses blocks or cells."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        found = []
        for piece in self._pieces[first:last]:
            low, high = max(start, piece.start), min(end, piece.end)
            if low < high:
                found.append(Span(piece.position_of(low), piece.position_of(high)))
        return tuple(found)

    def offset_at(self, position: int) -> int | None:
        """Return the offset in the text of what stands at a position, ``None`` where nothing of the text does."""
        at = bisect_right(self._positions, position) - 1
        if at < 0:
            return None
        piece = self._pieces[at]
        return piece.offset_of(position) if position <= piece.position_of(piece.end) else None
