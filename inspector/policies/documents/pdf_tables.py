# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie tables in PDF files, put together from where their words stand: a PDF knows no cells.

A table is looked for under a line of headers that name a cookie table's columns. Its columns are where its words
begin; its rows are told apart by the space between them, or by cells that all begin on the row's first line. Where
neither tells, no table is made: a guess would give one cookie's lifetime to another.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from inspector.policies.headers import Column, column_of
from inspector.policies.names import is_name_like

_SAME: Final = 4.0  # points: what begins no further apart begins in the same column
_SAME_LINE: Final = 2.5
_WIDER: Final = 1.3  # the space between rows, in lines
_MOST_COLUMNS: Final = 8
_FEWEST_TELLING: Final = 2
_LOOKED_AT: Final = 60  # pieces after the headers in which every column must have begun
_RUNNING_TEXT: Final = 6  # words that fill the first column alone are no cookie's name


class Piece(NamedTuple):
    """A run of text and where it begins on its page, in points from the lower left."""

    x: float
    y: float
    text: str


class Table(NamedTuple):
    """A table of a page: its headers, rows and columns, and the pieces ``start`` to ``end`` that it was made of.

    ``goes_on`` says that it continues one of the page before, whose headers it has.
    """

    start: int
    end: int
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[float, ...] = ()
    goes_on: bool = False


def pieces_of(page: Any) -> list[Piece]:
    """Return the text of a page in its order, with places; line breaks are pieces too."""
    found: list[Piece] = []

    def take(text: str, cm: Sequence[float], tm: Sequence[float], *_: object) -> None:
        if text:
            found.append(Piece(tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], text))

    page.extract_text(visitor_text=take)
    return found


def find_tables(pieces: Sequence[Piece], before: Table | None = None) -> Iterator[Table | None]:
    """Yield the tables of a page in order; ``None`` for one whose rows cannot be told apart.

    ``before`` is the last table of the page before, which may go on here.
    """
    at = 0
    if before is not None and (rest := _rest(pieces, before)) is not None:
        yield rest
        at = rest.end
    while at < len(pieces):
        line = _line(pieces, at)
        if not _heads_table(pieces, line):
            at = line[-1] + 1 if line else at + 1
            continue
        table = _table(pieces, line)
        yield table
        at = table.end if table is not None else line[-1] + 1


def _rest(pieces: Sequence[Piece], before: Table) -> Table | None:
    """What goes on of the last page's table: from the first name that begins where its names began."""
    for start, piece in enumerate(pieces):
        if _heads_table(pieces, _line(pieces, start)):
            return None
        if abs(piece.x - before.columns[0]) <= _SAME and piece.text.strip() and is_name_like(piece.text.strip()):
            end = _end(pieces, start, before.columns, float("inf"))
            rows = _rows(pieces[start:end], before.columns)
            return Table(start, end, before.headers, rows, before.columns, goes_on=True) if rows else None
    return None


def _rows(pieces: Sequence[Piece], columns: Sequence[float]) -> tuple[tuple[str, ...], ...]:
    body = [piece for piece in pieces if piece.text.strip()]
    return _by_space(body, columns) or _by_first_lines(body, columns)


def _line(pieces: Sequence[Piece], at: int) -> list[int]:
    """The pieces from ``at`` that stand on one line, blanks left out; empty where none does."""
    found: list[int] = []
    for number in range(at, len(pieces)):
        piece = pieces[number]
        if not piece.text.strip():
            if found and "\n" in piece.text:
                break
            continue
        if found and abs(piece.y - pieces[found[0]].y) > _SAME_LINE:
            break
        found.append(number)
    return found


def _heads_table(pieces: Sequence[Piece], line: Sequence[int]) -> bool:
    if not _FEWEST_TELLING <= len(line) <= _MOST_COLUMNS:
        return False
    known = [column_of(pieces[number].text.strip()) for number in line]
    telling = sum(column is not Column.OTHER for column in known)
    return telling >= _FEWEST_TELLING and (Column.NAME in known or Column.COOKIE in known)


def _table(pieces: Sequence[Piece], line: Sequence[int]) -> Table | None:
    columns = _columns(pieces, line)
    if columns is None:
        return None
    start = line[-1] + 1
    end = _end(pieces, start, columns, pieces[line[0]].y)
    rows = _rows(pieces[start:end], columns)
    if not rows:
        return None
    return Table(line[0], end, tuple(pieces[number].text.strip() for number in line), rows, columns)


def _columns(pieces: Sequence[Piece], line: Sequence[int]) -> tuple[float, ...] | None:
    """Where the columns begin: as many places as there are headers, each at or left of its header."""
    heads = [pieces[number].x for number in line]
    begun: list[float] = []
    for piece in pieces[line[-1] + 1 : line[-1] + 1 + _LOOKED_AT]:
        if piece.text.strip() and all(abs(piece.x - held) > _SAME for held in begun):
            begun.append(piece.x)
            if len(begun) == len(heads):
                break
    columns = tuple(sorted(begun))
    if len(columns) != len(heads):
        return None
    stands = all(
        column <= head + _SAME and (at + 1 == len(columns) or head < columns[at + 1] + _SAME)
        for at, (column, head) in enumerate(zip(columns, heads, strict=True))
    )
    return columns if stands else None


def _end(pieces: Sequence[Piece], start: int, columns: Sequence[float], top: float) -> int:
    """Where the table ends: at the first text that begins in no column, or fills the first like running text."""
    last, end = top, start
    for number in range(start, len(pieces)):
        piece = pieces[number]
        if not piece.text.strip():
            continue
        goes_on = abs(piece.y - last) <= _SAME_LINE and piece.x > columns[0] - _SAME
        begins = any(abs(piece.x - column) <= _SAME for column in columns)
        runs = abs(piece.x - columns[0]) <= _SAME and len(piece.text.split()) > _RUNNING_TEXT
        if piece.y > top or runs or not (begins or goes_on):
            break
        last, end = piece.y, number + 1
    return end


def _at(columns: Sequence[float], piece: Piece) -> int:
    return max((at for at, column in enumerate(columns) if column <= piece.x + _SAME), default=0)


def _by_space(body: Sequence[Piece], columns: Sequence[float]) -> tuple[tuple[str, ...], ...]:
    """Rows with more space between them than between the lines of a cell; each must begin with one cell of names."""
    heights = sorted({round(piece.y, 1) for piece in body}, reverse=True)
    line = min(_gaps(body, columns), default=0.0)
    if not line:
        return ()
    bands: list[list[Piece]] = [[]]
    held = {round(piece.y, 1): [one for one in body if round(one.y, 1) == round(piece.y, 1)] for piece in body}
    for above, height in zip([heights[0], *heights], heights, strict=False):
        if above - height > line * _WIDER:
            bands.append([])
        bands[-1].extend(held[height])
    return _checked([_row(band, columns) for band in bands], several=False)


def _gaps(body: Sequence[Piece], columns: Sequence[float]) -> Iterator[float]:
    """The distances between neighbouring lines of the same column."""
    for at in range(len(columns)):
        heights = sorted({round(piece.y, 1) for piece in body if _at(columns, piece) == at})
        yield from (above - below for below, above in pairwise(heights) if above - below > _SAME)


def _by_first_lines(body: Sequence[Piece], columns: Sequence[float]) -> tuple[tuple[str, ...], ...]:
    """Rows whose cells all begin on the same line, one below the other."""
    heights = sorted({round(piece.y, 1) for piece in body}, reverse=True)
    rows: list[list[Piece]] = []
    for height in heights:
        line = [piece for piece in body if round(piece.y, 1) == height]
        filled = {_at(columns, piece) for piece in line}
        if 0 in filled:
            if len(filled) * 2 <= len(columns):
                return ()  # a name that stands beside no other cell's beginning: rows are not told by lines
            rows.append([])
        if not rows:
            return ()
        rows[-1].extend(line)
    return _checked([_row(row, columns) for row in rows], several=True)


def _row(pieces: Sequence[Piece], columns: Sequence[float]) -> tuple[str, ...]:
    cells: list[str] = []
    for at in range(len(columns)):
        lines: dict[float, str] = {}
        for piece in sorted(pieces, key=lambda held: (-held.y, held.x)):
            if _at(columns, piece) == at:
                height = round(piece.y, 1)
                lines[height] = f"{lines[height]} {piece.text.strip()}" if height in lines else piece.text.strip()
        cells.append(("\n" if at == 0 else " ").join(lines.values()))
    return tuple(cells)


def _checked(rows: Sequence[tuple[str, ...]], *, several: bool) -> tuple[tuple[str, ...], ...]:
    """The rows, if every one names its cookie; ``several`` says that names below each other are rows of their own."""
    named = all(row[0] and is_name_like(row[0]) for row in rows)
    single = several or all("\n" not in row[0] for row in rows)
    return tuple(rows) if rows and named and single else ()
