# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie names as policies print them, as tests on observed names: wildcards, placeholders, regular expressions.

A printed pattern becomes literal pieces with gaps between them and is matched piece by piece from the left, so no
printed text can make matching run away: nothing printed is ever compiled as a regular expression.
"""

import re
from typing import Final, NamedTuple

LONGEST: Final = 4096  # RFC 6265bis 5.7: browsers drop longer names
_LEAST_LITERAL: Final = 2
_MOST_PIECES: Final = 16

# "*", "...", "<id>", "{id}", "[random number]" (also closed by the wrong bracket), "(id)", "XXXX", "NNN", "###".
_GAP: Final = re.compile(
    r"\*+|…|\.{3,}|<[^<>]{1,40}>|\{[^{}]{1,40}\}|\[[^\[\]{}]{1,40}[\]}]"
    r"|\((?:id|x+|n|hash|uuid|\w{1,20}[ _-]?id)\)|#+"
    r"|(?<![A-Za-z0-9])(?:[Xx]{3,}|X{2}|N{2,}|Y{3,}|n{3,})(?![A-Za-z0-9])"
    r"|(?<=[a-z_-])X{2,}(?![A-Za-z0-9])"
)
_BEGINNING: Final = re.compile(r"[\w.-]*[A-Za-z0-9]{2}[\w.-]*[_-]")
_LONE_X: Final = re.compile(r"(?<=-)[XN](?=-|$)")  # the last one of "_gat_UA-XXXXXX-X"
_ALTERNATIVES: Final = re.compile(r"\((?:\?:)?([^()]{1,400})\)")
# One token of a regular expression: an escape, a class, a group, a dot; with what repeats it.
_TOKEN: Final = re.compile(
    r"(?P<any>\.|\[[^\]]{1,80}\]|\\[dwsDWS]|\([^()]{0,200}\))(?:[*+?]|\{\d*,?\d*\})?"
    r"|(?P<loose>\\?[^\\])(?:[*?]|\{\d*,?\d*\})|\\(?P<escaped>.)|(?P<literal>[^\\])",
    re.DOTALL,
)


class NamePattern(NamedTuple):
    """Literal pieces in order. ``open_start`` and ``open_end``: any text may stand before the first, after the last."""

    pieces: tuple[str, ...]
    open_start: bool
    open_end: bool

    @property
    def literal(self) -> int:
        """How many characters are literal: the more, the more specific."""
        return sum(map(len, self.pieces))

    @property
    def head(self) -> str:
        """The literal text that every match begins with."""
        return "" if self.open_start else self.pieces[0]

    def matches(self, name: str) -> bool:
        """Whether the whole name fits: the first and last piece where they must be, the others leftmost between."""
        if len(name) > LONGEST or len(name) < self.literal:
            return False
        pieces, start, end = list(self.pieces), 0, len(name)
        if not self.open_start:
            if not name.startswith(pieces[0]):
                return False
            start = len(pieces.pop(0))
        if not self.open_end and pieces:
            if not name.endswith(pieces[-1]):
                return False
            end -= len(pieces.pop())
        elif not self.open_end:  # one piece that is both: no gap at all
            return start == end
        for piece in pieces:
            found = name.find(piece, start, end)
            if found < 0:
                return False
            start = found + len(piece)
        return start <= end


def parse_names(printed: str) -> tuple[str | NamePattern, ...]:
    """Return the tests that one printed text stands for: several where it is an expression with alternatives."""
    text = printed.strip()
    if "|" not in text[1:-1] or not (text.startswith("^") or text.endswith("$")):
        parsed = parse_name(text)
        return () if parsed is None else (parsed,)
    group = _ALTERNATIVES.search(text)
    if group:
        texts = [text[: group.start()] + part + text[group.end() :] for part in group[1].split("|")[:_MOST_PIECES]]
    else:
        texts = text.split("|")[:_MOST_PIECES]
    return tuple(parsed for part in texts if (parsed := parse_name(part)) is not None)


def parse_name(printed: str) -> str | NamePattern | None:
    """Return a printed name as an exact name or as a pattern; ``None`` where nothing literal is left of it.

    >>> parse_name("_ga_*")
    NamePattern(pieces=('_ga_',), open_start=False, open_end=True)
    >>> parse_name("PHPSESSID")
    'PHPSESSID'
    """
    text = printed.strip(" \t\r\n\"'`“”‘’").replace("\\_", "_").replace("\\*", "*")[:LONGEST]
    if text.startswith("^") or (text.endswith("$") and len(text) > 1):
        return _sound(_from_regex(text))
    if not _GAP.search(text):
        # "_ga_": what followed was left out, or lost as "<id>" is in a page; no cookie's name ends so.
        return _sound(NamePattern((text,), False, True)) if _BEGINNING.fullmatch(text) else text or None
    pieces = _GAP.split(text)
    pieces = [part for piece in pieces for part in _LONE_X.split(piece)]
    return _sound(_pattern(pieces))


def _from_regex(text: str) -> NamePattern | str:
    anchored_start, anchored_end = text.startswith("^"), text.endswith("$") and not text.endswith("\\$")
    body = text[anchored_start : len(text) - anchored_end]
    pieces = [""]
    for token in _TOKEN.finditer(body):
        literal = token["escaped"] or token["literal"]
        if literal is not None:
            pieces[-1] += literal
        else:
            pieces.append("")
    if anchored_start and anchored_end and len(pieces) == 1:
        return pieces[0]
    if not anchored_start:
        pieces.insert(0, "")
    if not anchored_end:
        pieces.append("")
    return _pattern(pieces)


def _pattern(pieces: list[str]) -> NamePattern:
    """Pieces between gaps; an empty first or last one is a gap at that end."""
    open_start, open_end = not pieces[0], not pieces[-1]
    return NamePattern(tuple(piece for piece in pieces if piece), open_start, open_end)


def _sound(pattern: NamePattern | str) -> NamePattern | str | None:
    """A pattern that would meet nearly every name names none."""
    if isinstance(pattern, str):
        return pattern or None
    letters = sum(character.isalnum() or character == "_" for piece in pattern.pieces for character in piece)
    return pattern if letters >= _LEAST_LITERAL and len(pattern.pieces) <= _MOST_PIECES else None
