# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Pages that are still templates: a policy is often read from its repository, where its tables are macro calls.

GOV.UK Frontend's table macro (used across public services) takes ``head`` and ``rows`` as lists of cells; here the call
becomes the table that it would make, line for line. Other template marks are not shown.
"""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.policies.patterns import late

_CALL: Final = late(r"\{\{-?\s*govukTable\(\s*\{")
_TOKEN: Final = late(
    r"""\s+|//[^\n]*|(?P<key>[A-Za-z_]\w*)\s*:|(?P<mark>[\[\]{},()])|(?P<word>[\w.\-+]+)
    |"(?P<double>(?:[^"\\]|\\.)*+)"|'(?P<single>(?:[^'\\]|\\.)*+)'""",
    re.X | re.S,
)
_FRONT: Final = late(r"\A---\n.{0,4000}?\n---\n", re.S)
_MAX_TOKENS: Final = 50_000


class _Cell(NamedTuple):
    row: int
    head: bool
    shown: str
    line: int  # counted from the call's beginning


def render_templates(source: str) -> str:
    """Return the source with its table macros as tables and the other template marks left out, lines kept."""
    if "{%" not in source and not _CALL.search(source):
        return source
    source = _FRONT.sub(lambda match: "\n" * match[0].count("\n"), source, count=1)
    parts: list[str] = []
    position = 0
    while call := _CALL.search(source, position):
        parts.append(_without_marks(source[position : call.start()]))
        end, cells = _cells(source, call)
        parts.append(_table(cells, source.count("\n", call.start(), end)))
        position = end
    parts.append(_without_marks(source[position:]))
    return "".join(parts)


def _without_marks(text: str) -> str:
    """Leave marks out; of what is printed (``{{ }}``) only calls with an object, which hold code, not words."""
    for opening, closing, within in (("{%", "%}", ""), ("{#", "#}", ""), ("{{", "}}", "({")):
        text = "".join(_blanked(text, opening, closing, within))
    return text


def _blanked(text: str, opening: str, closing: str, within: str) -> Iterator[str]:
    position = 0
    while (start := text.find(opening, position)) >= 0:
        end = text.find(closing, start)
        if end < 0:
            break
        yield text[position:start]
        position = end + len(closing)
        held = text[start:position]
        yield "\n" * held.count("\n") if within in held else held
    yield text[position:]


def _cells(source: str, call: re.Match[str]) -> tuple[int, list[_Cell]]:
    """Read the object handed to the macro, up to its closing; returns where the call ends."""
    depth, row, part, key = 1, 0, "", ""
    position = call.end()
    cells: list[_Cell] = []
    line = source.count("\n", call.start(), position)
    for _ in range(_MAX_TOKENS):
        match = _TOKEN.match(source, position)
        if match is None:
            break
        line += source.count("\n", position, match.end())
        position = match.end()
        if match["key"]:
            key = match["key"]
            part = key if depth == 1 else part
        elif match["mark"]:
            depth += 1 if match["mark"] in "[{(" else -1 if match["mark"] in "]})" else 0
            row += match["mark"] == "[" and depth == 3 and part == "rows"
            if depth <= 0:
                break
        elif key in ("text", "html") and part in ("head", "rows") and not match[0].isspace():
            text = next((match[name] for name in ("double", "single", "word") if match[name] is not None), "")
            shown = re.sub(r"\\(.)", r"\1", text)
            cells.append(_Cell(row, part == "head", shown if key == "html" else html.escape(shown), line))
            key = ""
    end = source.find("}}", position)
    return (position if end < 0 else end + 2), cells


def _table(cells: list[_Cell], lines: int) -> str:
    parts = ["<table>", *_rows(cells), "</table>"]
    text = "".join(parts)
    return text + "\n" * max(0, lines - text.count("\n"))


def _rows(cells: list[_Cell]) -> Iterator[str]:
    written, row = 0, (-1, False)
    for cell in cells:
        if cell.line > written:
            yield "\n" * (cell.line - written)
            written = cell.line
        if (cell.row, cell.head) != row:
            row = (cell.row, cell.head)
            yield "<tr>"
        tag = "th" if cell.head else "td"
        yield f"<{tag}>{cell.shown.replace(chr(10), ' ')}</{tag}>"
