# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Rows of a table in text (RFC 4180, also ``;`` and tab), under a first line that names the columns.

A row that is broken costs itself and is told with its line. Where a quotation mark is not closed, the parser swallows
what follows: then only the line with the mark is left out, and the rows after it are read again.
"""

import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

LONGEST_CELL: Final = csv.field_size_limit()  # characters; Python's own limit, far above what a browser stores
DELIMITERS: Final = ",;\t"
_MOST_AGAIN: Final = 100  # rows of a file after which what they swallowed is read again: each time costs
_BREAKS: Final = ("\n", "\r")
_HINT: Final = re.compile(r'\s*"?sep=([,;\t|])"?[ \t]*\r?\n', re.IGNORECASE)


class Row(NamedTuple):
    """One row: its line in the file, its cells, and why it is none (then without cells)."""

    line: int
    cells: tuple[str, ...]
    fault: str = ""


class Header(NamedTuple):
    """What the first line says: the titles, and the fact that each column holds ("" for one that means nothing).

    Excel reads a line such as ``sep=;`` before it as the sign that divides the cells; ``start`` is behind that line.
    """

    titles: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    delimiter: str = ","
    line: int = 1
    fault: str = ""
    start: int = 0

    def title(self, fact: str) -> str:
        """Return what a column is called here."""
        return next((title for title, held in zip(self.titles, self.facts, strict=True) if held == fact), fact)


def delimiter_of(text: str, signs: str = DELIMITERS) -> str:
    """Return the sign that divides the cells of the first line that says anything."""
    first = text[:LONGEST_CELL].lstrip().partition("\n")[0]
    return max(signs, key=lambda sign: (first.count(sign), -signs.index(sign)))


def read_header(text: str, fact_of: Callable[[str], str], signs: str = DELIMITERS) -> Header:
    """Return the first line that says anything; a fault where it names no columns."""
    hint = _HINT.match(text)
    start = hint.end() if hint else 0
    delimiter = hint[1] if hint else delimiter_of(text, signs)
    row = next(_rows(text[start:], delimiter, 0, bool(hint)), Row(1, (), "it is empty"))
    if row.fault:
        return Header(delimiter=delimiter, line=row.line, fault=row.fault)
    titles = tuple(cell.strip() for cell in row.cells)
    known = [fact_of(title) for title in titles]
    letters = [title.casefold() for title in titles]
    doubled = next((title for title, fact in zip(titles, known, strict=True) if fact and _twice(title, letters)), None)
    fault = "" if doubled is None else f'the column "{doubled[:80]}" stands there twice'
    facts = tuple(fact if fact not in known[:place] else "" for place, fact in enumerate(known))
    return Header(titles, facts, delimiter, row.line, fault, start)


def _twice(title: str, letters: Sequence[str]) -> bool:
    return letters.count(title.casefold()) > 1


def rows_under(text: str, header: Header) -> Iterator[Row]:
    """Yield every row below the header."""
    found = _rows(text[header.start :], header.delimiter, len(header.titles), header.start > 0)
    next(found, None)
    for row in found:
        if row.fault or len(row.cells) == len(header.titles):
            yield row
        else:
            fault = f"it has {len(row.cells)} cells where the header has {len(header.titles)}"
            yield Row(row.line, (), fault)


class _Lines:
    """The lines of a text, which can be given back; ``taken`` are those of the row that is being read."""

    def __init__(self, text: str, number: int) -> None:
        self._lines = io.StringIO(text, newline="")
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.number = number

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        self.number += 1
        return line

    def give_back(self) -> None:
        """Give all but the first line back."""
        self._again.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1


def _rows(text: str, delimiter: str, columns: int, hinted: bool = False) -> Iterator[Row]:
    lines = _Lines(text, 1 if hinted else 0)
    reader = csv.reader(lines, delimiter=delimiter)
    again = 0
    while True:
        lines.taken.clear()
        line = lines.number + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            cells, fault = [], _parser_fault(error)
        else:
            fault = _fault(cells, columns, len(lines.taken))
        if fault and len(lines.taken) > 1 and again < _MOST_AGAIN:
            again += 1
            lines.give_back()
            yield Row(line, (), "a quotation mark in it is not closed")
        elif fault:
            yield Row(line, (), fault)
        elif any(cell.strip() for cell in cells):
            yield Row(line, tuple(cells))


def _parser_fault(error: csv.Error) -> str:
    if "field limit" in str(error):
        return f"a cell is longer than {LONGEST_CELL:,} characters, or a quotation mark is not closed"
    return "it is not CSV"


def _fault(cells: Sequence[str], columns: int, lines: int) -> str:
    """Why a row is none; one of several lines is one only where none of its cells looks as if it held further rows."""
    if any("\0" in cell for cell in cells):
        return "it holds a NUL character"
    if lines > 1 and (len(cells) != columns or any(_hides_rows(cell, columns) for cell in cells)):
        return "a quotation mark in it is not closed"
    return ""


def _hides_rows(cell: str, columns: int) -> bool:
    """Whether a line within a cell looks like a row: a value may hold a line break, but not a table."""
    lines = cell.splitlines()[1:]
    return columns > 1 and any(max(line.count(sign) for sign in DELIMITERS) == columns - 1 for line in lines)


def broken(cell: str) -> bool:
    """Whether a cell goes over several lines."""
    return any(sign in cell for sign in _BREAKS)
