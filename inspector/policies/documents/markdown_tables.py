# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Markdown's pipe tables, with what converters make of them: empty header rows, cells with raw line breaks."""

import re
from typing import Final, NamedTuple

from inspector.policies.headers import Column, column_of
from inspector.policies.patterns import late

_DELIMITER: Final = late(r"[ ]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_CELL: Final = late(r"(?:\\.|`[^`\n]*`|[^|\\`]|`)*+", re.S)
_MAX_CELLS: Final = 64
_MAX_JOINED: Final = 80  # lines of one row


class Row(NamedTuple):
    """The raw texts of a row's cells, and the line of the source that each begins on."""

    line: int
    cells: tuple[str, ...]
    lines: tuple[int, ...]


def delimits(line: str, header: str) -> bool:
    """Whether ``line`` is the dashes below a table's header."""
    return "-" in line and ("|" in line or header.strip().count("|") <= 2) and _DELIMITER.match(line) is not None


def lacks_dashes(line: str, following: str) -> bool:
    """Whether ``line`` heads a table of which only the dashes are missing: it names columns, and bars go on below."""
    cells = _split(line)
    known = {column_of(cell) for cell in cells} - {Column.OTHER}
    return (
        len(cells) > 1
        and 1 < len(known) >= len(cells) - 1
        and bool(known & {Column.NAME, Column.COOKIE})
        and len(_split(following)) > 1
    )


def split_rows(lines: list[str], first: int, most: int, *, dashes: bool = True) -> tuple[list[Row], int]:
    """Return the rows (at most ``most``) of the table whose header is ``lines[first]``, and the index after it."""
    fenced = lines[first + 1].strip().startswith("|") and lines[first + 1].strip().endswith("|")
    bars = _closing_bars(lines[first])
    rows = [_row(lines[first], first + 1)]
    at = first + (2 if dashes else 1)
    while at < len(lines) and len(rows) < most:
        line = lines[at]
        if not line.strip() or "|" not in line:
            break
        text, number = line, at + 1
        at += 1
        if fenced and line.lstrip().startswith("|"):
            wanted = len(rows[0].cells)
            while not _ends(text) and at < len(lines) and at - number < _MAX_JOINED and _joins(lines[at], text, wanted):
                text += "\n" + lines[at]
                at += 1
        elif bars:
            while text.count("|") < bars and at < len(lines) and lines[at].strip() and _fits(text, lines[at], bars):
                text += "\n" + lines[at]
                at += 1
        rows.append(_row(text, number))
    return rows, at


def _closing_bars(header: str) -> int:
    """How many bars end the cells of each row, where no bar begins one: "Cookie | Purpose |"; else 0."""
    text = header.strip()
    return text.count("|") if text.endswith("|") and not text.startswith("|") else 0


def _fits(text: str, following: str, bars: int) -> bool:
    return text.count("|") + following.count("|") <= bars


def _ends(text: str) -> bool:
    stripped = text.rstrip()
    return len(stripped.lstrip()) > 1 and stripped.endswith("|") and not stripped.endswith("\\|")


def _joins(following: str, text: str, wanted: int) -> bool:
    """Whether a row goes on in the next line: it lacks its end, and the next line does not begin a row."""
    return not following.lstrip().startswith("|") or len(_split(text)) < wanted


def _row(text: str, line: int) -> Row:
    cells = _split(text)
    lines: list[int] = []
    at = 0
    for cell in cells:
        found = text.find(cell, at) if cell else at
        lines.append(line + text.count("\n", 0, max(found, 0)))
        at = max(found, at) + len(cell)
    return Row(line, tuple(cells), tuple(lines))


def _split(text: str) -> list[str]:
    text = text.strip()
    text = text[1:] if text.startswith("|") else text
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    cells: list[str] = []
    position = 0
    while len(cells) < _MAX_CELLS:
        match = _CELL.match(text, position)
        end = match.end() if match else position
        cells.append(text[position:end].strip().replace("\\|", "|"))
        if end >= len(text):
            break
        position = end + 1
    return cells


def header_row(rows: list[Row]) -> int:
    """The index of the row that names the columns, -1 for none.

    Converters of pages without ``<th>`` write an empty header row; the names are then in the first row, if that row is
    short texts only.
    """
    if any(rows[0].cells):
        return 0
    first = rows[1].cells if len(rows) > 1 else ()
    return 1 if first and all(len(cell) <= 70 for cell in first) and sum(map(bool, first)) >= 2 else -1
