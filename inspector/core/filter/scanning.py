# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A line of the filter language taken apart: words, ``!`` for "not", ``field:value,value``, quoted texts, positions.

The grammar, whole: terms stand apart by spaces and all of them must hold. A term is a text to be found anywhere, or
``field:`` and values apart by commas, of which one must hold; ``!`` before it turns it round. A text in quotation marks
is taken as it stands, and two quotation marks in it are one.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

LONGEST: Final = 1000  # characters of a line; people type no more, and what is longer is no line that was typed
MOST: Final = 64  # values of a line

_QUOTED: Final = r'"(?:[^"]|"")*"?'
_TERM: Final = re.compile(
    rf'(?P<not>!?)(?:(?P<field>[A-Za-z][A-Za-z_-]*):(?!//))?(?P<rest>(?:{_QUOTED}|[^\s"])*)',
)
_VALUE: Final = re.compile(rf'(?:{_QUOTED}|[^,"])*')


class Fault(NamedTuple):
    """What is wrong with a line, and where. ``unfinished``: nothing is wrong yet, somebody is still typing."""

    message: str
    start: int
    end: int
    unfinished: bool = False


class Piece(NamedTuple):
    """One value as it was typed: its text without quotation marks, whether it had any, and its place in the line."""

    text: str
    quoted: bool
    start: int
    end: int
    open: bool = False  # its last quotation mark does not close


class RawTerm(NamedTuple):
    """One term as it was typed; ``field`` is "" for a text that is looked for anywhere."""

    field: str
    pieces: tuple[Piece, ...]
    wanted: bool
    start: int
    end: int
    values_at: int


def scan(line: str) -> Iterator[RawTerm]:
    """Yield the terms of a line. Nothing is refused here: every line is made of terms."""
    at = 0
    while at < len(line):
        if line[at].isspace():
            at += 1
            continue
        match = _TERM.match(line, at)
        if match is None or match.end() == at:  # cannot be: whatever is no space is a term of one character
            at += 1
            continue
        at = match.end()
        yield _term(match)


def _term(match: re.Match[str]) -> RawTerm:
    field, start = (match["field"] or "").lower(), match.start("rest")
    rest = match["rest"]
    pieces = tuple(_pieces(rest, start)) if field else (_piece(rest, start),)
    return RawTerm(field, pieces, not match["not"], match.start(), match.end(), start)


def _pieces(text: str, start: int) -> Iterator[Piece]:
    at = 0
    while at <= len(text):
        match = _VALUE.match(text, at)
        end = match.end() if match is not None else at
        yield _piece(text[at:end], start + at)
        at = end + 1  # over the comma


def _piece(text: str, start: int) -> Piece:
    if '"' not in text:
        return Piece(text, False, start, start + len(text))
    parts, outside, at = [], True, 0
    while at < len(text):
        if text[at] != '"':
            parts.append(text[at])
        elif not outside and text[at : at + 2] == '""':
            parts.append('"')
            at += 1
        else:
            outside = not outside
        at += 1
    return Piece("".join(parts), True, start, start + len(text), not outside)


def quoted(text: str) -> str:
    """Return a text as a line must have it to mean just that, in quotation marks where it needs them."""
    if text and not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'


_NEEDS_QUOTES: Final = re.compile(r'[\s",*!:<>=]|\.\.')
