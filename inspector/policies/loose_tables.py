# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie tables that have lost their cells: below a line of headers a row to a line, or below lines of headers a cell
to a line. What copying a page as text gives, and what many extractors leave of a table.

Nothing says where a cell ends, so a row counts only where its beginning can be nothing but a cookie's name, or is a
possible one and its lifetime stands where the headers say.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from inspector.core.policy import Claim, Document, Stance, StatedLifetime, StatedPurpose
from inspector.policies.header_lines import NAMING, header_columns, header_run, is_glued
from inspector.policies.headers import Column
from inspector.policies.lifetimes import parse_lifetime, parse_lifetimes
from inspector.policies.names import PrintedName, is_name_like, is_strong, names_in_cell
from inspector.policies.patterns import late
from inspector.policies.prose_names import purpose_around
from inspector.policies.tables import PurposeOf, first_line, split_lifetimes, storage_of, subject_of

_ROW: Final = late(r"\s*([^\s,]+(?:(?:,\s|\s(?:and|or|&|/)\s)\S*[_*]\S*)*)\s+(?=\S)")
_INNER: Final = late(r"[a-z][A-Z]|[A-Z]{2}|[_\-.:*]|\w\d")  # a sign that a word is no word of the language
# "_lamp2 yearsTells", "_lampKeeps the": where a name ends that its neighbour touches.
_TIME: Final = late(
    r"(?=(?:1\s(?:second|minute|hour|day|week|month|year)(?!s)|\d{1,4}\s(?:second|minute|hour|day|week|month|year)s"
    r"|(?:[Ss]ession|SESSION|[Nn]ever|[Pp]ersistent)(?![a-z])))"
)
_SENTENCE: Final = late(r"(?<=[\w*>\])])(?=[A-Z][a-z]{0,20}\s)")
_TOUCHING: Final = late(r"(?<=[a-z.])(?=[A-Z\d])")
_TAIL: Final = 60  # characters at a row's end in which its lifetime stands
_BEHIND: Final = 25  # what may follow it: "from set or update"
_MISSES: Final = 5


class _Cell(NamedTuple):
    """A piece of text outside tables: a line, or what bars divide it into."""

    block: int
    start: int
    end: int
    text: str


class _Row(NamedTuple):
    """One cookie's row, or several's: what its cells say."""

    names: Sequence[PrintedName]
    start: int
    end: int
    block: int
    lifetimes: Sequence[StatedLifetime | None]
    texts: dict[Column, str]


def read_loose(document: Document, purpose_of: PurposeOf) -> tuple[Claim, ...]:
    """Return a claim for every cookie that a table without cells names."""
    cells = tuple(_cells(document))
    claims: list[Claim] = []
    at = 0
    while at < len(cells):
        columns = header_columns(cells[at].text)
        run = () if columns else header_run([cell.text for cell in cells[at : at + 8]])
        rows: list[_Row] = []
        if columns:
            at, rows = _rows_by_line(cells, at + 1, columns, glued=is_glued(cells[at].text))
        elif run:
            at, rows = _rows_by_cell(cells, at + len(run), run)
        else:
            at += 1
        for row in rows:
            claims.extend(_claims(document, row, purpose_of))
    return tuple(claims)


def _cells(document: Document) -> Iterator[_Cell]:
    for index, block in enumerate(document.blocks):
        if block.table is not None:
            continue
        for match in re.finditer(r"[^\n|]+", document.text[block.start : block.end]):
            text = match[0].strip()
            if text:
                start = block.start + match.start() + len(match[0]) - len(match[0].lstrip())
                yield _Cell(index, start, start + len(text), text)


def _rows_by_line(cells: Sequence[_Cell], at: int, columns: Sequence[Column], *, glued: bool) -> tuple[int, list[_Row]]:
    """The rows below a line of headers, a row to a line, and the place after them."""
    rows: list[_Row] = []
    misses = 0
    while at < len(cells) and misses < _MISSES and not header_columns(cells[at].text):
        row = _row(cells[at], columns, glued=glued)
        if row is not None:
            rows.append(row)
        misses = 0 if row is not None else misses + 1
        at += 1
    return at - misses, rows


def _row(cell: _Cell, columns: Sequence[Column], *, glued: bool) -> _Row | None:
    end = _name_end(cell.text, columns[1], glued=glued)
    head, rest = cell.text[:end].rstrip(), cell.text[end:]
    names = names_in_cell(head)
    lifetimes = _lifetimes(rest, columns, len(names))
    if not names or not rest.strip():
        return None
    if not all(is_strong(name.name) for name in names) and not (
        any(lifetimes) and len(head.split()) == 1 and (_INNER.search(head) or glued) and not head.istitle()
    ):
        return None
    return _Row(names, cell.start, cell.end, cell.block, lifetimes, {Column.PURPOSE: rest.strip()})


def _name_end(text: str, following: Column, *, glued: bool) -> int:
    """Where the names at a row's beginning end."""
    if not glued:
        row = _ROW.match(text)
        return row.end() if row else 0
    joint = (_TIME if following is Column.LIFETIME else _SENTENCE).search(text, 1, min(len(text), 120))
    return joint.start() if joint and " " not in text[: joint.start()] else 0


def _lifetimes(rest: str, columns: Sequence[Column], names: int) -> Sequence[StatedLifetime | None]:
    """The lifetimes of a row's names, from where the headers say that they stand."""
    nothing: Sequence[StatedLifetime | None] = (None,) * names
    if Column.LIFETIME not in columns:
        return nothing
    place = columns.index(Column.LIFETIME)
    if place == 1:
        stated = tuple(item for item in parse_lifetimes(_apart(rest[:_TAIL])) if item.start <= 2)[:1]
    elif place == len(columns) - 1:
        tail = _apart(rest[-_TAIL:])
        stated = tuple(parse_lifetimes(tail))
        stated = stated if stated and len(tail) - stated[-1].end <= _BEHIND else ()
    else:
        stated = tuple(parse_lifetimes(rest))
        stated = stated if len(stated) == 1 else ()
    if names > 1 and stated:
        shown = _apart(rest[-_TAIL:] if place > 1 else rest[:_TAIL])
        return split_lifetimes(shown[stated[0].start : stated[-1].end], None, names)
    return (stated[-1],) * names if stated else nothing


def _apart(text: str) -> str:
    """A text with a space put where a sentence touches the next: "an ID.2 years", "2 yearsTells"."""
    return _TOUCHING.sub(" ", text)


def _rows_by_cell(cells: Sequence[_Cell], at: int, columns: Sequence[Column]) -> tuple[int, list[_Row]]:
    """The rows below headers that stand a header to a line: as many cells to each as there are headers."""
    named = next(place for place, column in enumerate(columns) if column in NAMING)
    rows: list[_Row] = []
    misses = 0
    while at + len(columns) <= len(cells) and misses < _MISSES and not header_run([c.text for c in cells[at : at + 2]]):
        group = cells[at : at + len(columns)]
        row = _grouped(group, columns, named, aligned=bool(rows) and not misses)
        if row is not None:
            rows.append(row)
        misses = 0 if row is not None else misses + 1
        at += len(columns) if row is not None else 1
    return at - misses, rows


def _grouped(group: Sequence[_Cell], columns: Sequence[Column], named: int, *, aligned: bool) -> _Row | None:
    """The row that a group of cells is, if its cells are what the headers say."""
    name = group[named].text
    texts = {column: cell.text for column, cell in zip(columns, group, strict=True)}
    names = names_in_cell(name)
    lifetime = parse_lifetime(texts[Column.LIFETIME]) if Column.LIFETIME in texts else None
    if not names or not is_name_like(name) or any(is_strong(c.text) for c in group if c is not group[named]):
        return None
    states = Column.LIFETIME in texts and bool(parse_lifetimes(texts[Column.LIFETIME]))
    if Column.LIFETIME in texts and not states:
        return None
    described = len(texts.get(Column.PURPOSE, "").split()) > 1
    if not (all(is_strong(one.name) for one in names) or states or (aligned and described)):
        return None
    return _Row(
        names,
        min(cell.start for cell in group),
        max(cell.end for cell in group),
        group[0].block,
        (lifetime,) * len(names),
        texts,
    )


def _claims(document: Document, row: _Row, purpose_of: PurposeOf) -> Iterator[Claim]:
    kinds = row.texts.get(Column.TYPE, "") + " " + row.texts.get(Column.PARTY, "")
    provider = first_line(row.texts.get(Column.PROVIDER, ""))
    described = row.texts.get(Column.PURPOSE, "")
    block = document.blocks[row.block]
    purpose: StatedPurpose | None = purpose_of(described) or purpose_of(kinds)
    purpose = purpose or purpose_around(document, block.lead, block.headings, purpose_of)
    for number, name in enumerate(row.names):
        yield Claim(
            id=f"f{row.start}.{number}",
            field="named_cookies",
            stance=Stance.DECLARED,
            quote=document.quote(row.start, min(row.end, row.start + 1_000)),
            subject=subject_of(kinds, provider),
            purpose=purpose,
            names=(name.name,),
            lifetime=row.lifetimes[number],
            provider=provider or None,
            storage=storage_of(kinds) or "cookie",
            purpose_text=described[:2_000],
        )
