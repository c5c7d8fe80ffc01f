# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Plain text: paragraphs by blank lines, lists by their marks, tables by tabs or bars, headings by their looks."""

import re
from typing import Final

from inspector.core.policy import BlockKind, Cell
from inspector.core.problem import Problem
from inspector.policies.documents.api import DocumentReading, Limits, RawDocument
from inspector.policies.documents.archives import archive_in, is_notice
from inspector.policies.documents.builder import Builder
from inspector.policies.documents.encodings import decode
from inspector.policies.documents.sources import lost_characters, source_of, too_long
from inspector.policies.header_lines import header_columns
from inspector.policies.patterns import late

_ITEM: Final = late(r"(\s*)([-*+•◦▪‣·–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)")
_SYMBOLS: Final = late(r"[\s\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+$")
_KEY: Final = late(r"[A-Z][\w /-]{1,30}:\s")
# A table drawn with signs: its rows, and the lines between them.
_DRAWN: Final = late(r"\s*(?:\|.*\|\s*$|\+[-=+]{3,}\s*$)")
_RULED: Final = late(r"\s*[|+][-=+|: ]{3,}\s*$")
_MOST_CELLS: Final = 64
_WRAPPED: Final = 55  # a line at least this long may have been broken for its length
_HEADING: Final = late(r"(?:(?:section|article|§)?\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+)?[A-ZÀ-Þ0-9“\"'¿¡].{0,70}$")


def bid(raw: RawDocument, beginning: str) -> int:
    """Bid on a document: anything that has text can be read as text."""
    if "\x00" in beginning:
        return 0
    return 50 if raw.media_type == "text/plain" or raw.location.lower().endswith((".txt", ".text")) else 20


def read(raw: RawDocument, limits: Limits) -> DocumentReading:
    """Read a plain text document."""
    decoded = decode(raw.data, raw.charset)
    builder = Builder(limits)
    notices = write_plain(builder, decoded.text)
    archive = next((found for notice in notices if (found := archive_in(notice))), None)
    document = builder.document(source_of(raw, decoded, "text/plain", archive), notices=notices)
    problems: list[Problem] = []
    if decoded.lost:
        problems.append(lost_characters(raw.location, decoded))
    if builder.truncated:
        problems.append(too_long(raw.location, limits))
    return DocumentReading(document, tuple(problems))


def write_plain(builder: Builder, text: str, first_line: int = 1) -> tuple[str, ...]:
    """Write text as blocks; returns the archive notices found at the top, which are not written."""
    notices: list[str] = []
    chunk: list[str] = []
    start = first_line
    headed = False  # the last lines were one of headers
    for number, line in enumerate([*re.split(r"\r\n|[\r\n\f\v\x85\u2028\u2029]", text), ""], first_line):
        if line.strip():
            if not chunk:
                start = number
            chunk.append(line)
            continue
        joined = "\n".join(chunk)
        if chunk and builder.empty and is_notice(joined):
            notices.append(" ".join(joined.split()))
        elif chunk:
            _chunk(builder, chunk, start, headed=headed)
            headed = len(chunk) == 1 and bool(header_columns(chunk[0]))
        chunk = []
    while builder.list_depth:
        builder.end_list()
    return tuple(notices)


def _chunk(builder: Builder, lines: list[str], start: int, *, headed: bool) -> None:
    """Lines between two blank lines: a table, a list, a heading or a paragraph; or rows, if a line ``headed`` them."""
    if len(lines) >= 2 and sum("\t" in line.strip() for line in lines) >= max(2, len(lines) - 1):
        _close_list(builder)
        _table(builder, [(start + at, line.strip("\n").split("\t")) for at, line in enumerate(lines)])
        return
    if len(lines) >= 2 and all(_DRAWN.match(line) for line in lines):
        _close_list(builder)
        _table(builder, [(start + at, _between_bars(line)) for at, line in enumerate(lines) if not _RULED.match(line)])
        return
    if len(lines) == 1 and _is_heading(lines[0]):
        _close_list(builder)
        builder.as_kind(BlockKind.HEADING, 5)
        builder.text(lines[0], start)
        builder.as_kind(BlockKind.PARAGRAPH)
        return
    if not _ITEM.match(lines[0]):
        _close_list(builder)
    _paragraph(builder, lines, start, below=headed)


def _close_list(builder: Builder) -> None:
    while builder.list_depth:
        builder.end_list()


def _is_heading(line: str) -> bool:
    text = _SYMBOLS.sub("", line.strip())  # "We sell no data. 🙂" is a sentence
    return (
        bool(text)
        and len(text) <= 80
        and text[-1] not in ".,;:!"
        and not _ITEM.match(text)
        and _HEADING.match(text) is not None
    )


def _paragraph(builder: Builder, lines: list[str], start: int, *, below: bool) -> None:
    """Write lines; those ``below`` a line of headers are rows."""
    previous = ""
    for number, line in enumerate(lines, start):
        item = _ITEM.match(line)
        if item:
            if not builder.list_depth:
                builder.start_list()
            builder.as_kind(BlockKind.LIST_ITEM, 1)
            line = line[item.end() :]
        elif previous and (below or len(previous) < _WRAPPED or _KEY.match(line)):
            builder.break_line()
        elif previous:
            builder.text(" ", number)
        builder.text(line, number)
        below = below or bool(header_columns(line))
        previous = line
    builder.as_kind(BlockKind.PARAGRAPH)


def _between_bars(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _table(builder: Builder, lines: list[tuple[int, list[str]]]) -> None:
    """Lines of cells: separated by tabs, as copying a table from a page gives them, or drawn with bars."""
    rows = [(number, cells[:_MOST_CELLS]) for number, cells in lines]
    if not rows:
        return
    first = rows[0][1]
    headed = all(len(cell) <= 60 for cell in first) and all(cell.strip() for cell in first)
    headers = [cell.strip() for cell in first] if headed else []
    builder.start_table()
    for row, (number, texts) in enumerate(rows):
        builder.start_row(number)
        cells: list[Cell] = []
        for at, text in enumerate(texts):
            builder.start_cell()
            builder.text(text, number)
            cell = builder.end_cell()
            named = row > 0 and at < len(headers)
            cells.append(cell._replace(header=headers[at]) if named else cell)
        builder.end_row(headed and row == 0, tuple(cells))
    builder.end_table()
