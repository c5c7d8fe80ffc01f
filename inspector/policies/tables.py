# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie tables: each row becomes claims that name a cookie, with provider, purpose and lifetime; in any language.

A table is a cookie table if a column holds names: its header says so and its cells do not contradict, or it has no
header that we know and its cells are names. Tables of companies, rights or kinds of cookies are left alone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from inspector.core.policy import (
    BlockKind,
    Cell,
    Claim,
    Document,
    Stance,
    StatedLifetime,
    StatedPurpose,
    Subject,
)
from inspector.policies.headers import NAMES_TOOL, Column, column_of, unit_of
from inspector.policies.late_pattern import pattern_of
from inspector.policies.lifetimes import find_lifetime, parse_lifetime, parse_lifetimes
from inspector.policies.names import is_name_like, names_in_cell
from inspector.policies.patterns import late

PurposeOf = Callable[[str], StatedPurpose | None]

_COOKIE_WORD: Final = late(
    r"cookie|traceur|tracker|kakor|evästeet|local\s?storage|galleta|plik[iów]+\scookie|çerez|web\sstorage", re.I
)
_STORAGES: Final = (
    ("local_storage", late(r"local[\s_-]?storage|web\s?storage|lokaler?\sspeicher|html5?\sstorage", re.I)),
    ("session_storage", late(r"session[\s_-]?storage", re.I)),
    ("indexed_db", late(r"indexed\s?db", re.I)),
    ("pixel", late(r"\bpixel|web\s?beacon", re.I)),
)
_NAMES_TOOL: Final = late(NAMES_TOOL, re.I)
_THIRD: Final = late(
    r"\b(?:third|3rd|dritt\w*|tierce?|tiers|tercer\w*|terz[ae]|derden?|terceir\w+|trzeci\w*|strony\strzeci\w+|tredje\w*)\b",
    re.I,
)
_FIRST: Final = late(
    r"\b(?:first|1st|own|erst\w*|eigene?\w*|première?|propi[ao]s?|prima|propri[aeo]\w*|eerste|própri[ao]s?|pierwsz\w+|"
    r"första|første)\b",
    re.I,
)
_MOSTLY: Final = 0.5
_MAX_QUOTE: Final = 1_500
# The share of cells with names that can be nothing else, in a column that no header calls one of names.
_ENOUGH: Final = 0.6
_ENOUGH_WITH_LIFETIMES: Final = 0.5
_SHORT: Final = 30  # characters of a cell that is a lifetime
_KEY_AND_VALUE: Final = 2
_MOST_KEYS: Final = 12
# A line that is as good as a heading: "Statistical cookies,".
_KIND: Final = late(r"\W*(?:[\w/&-]+\s+){1,3}cookies\W*", re.I)
_LONGEST_KIND: Final = 60
_MOST_BETWEEN: Final = 8


class Columns(NamedTuple):
    """Which column of a table holds what."""

    names: int
    provider: int | None = None
    purpose: int | None = None
    lifetime: int | None = None
    kinds: tuple[int, ...] = ()
    unit: float | None = None
    headers: tuple[str, ...] = ()


def read_tables(document: Document, purpose_of: PurposeOf) -> tuple[Claim, ...]:
    """Return a claim for every cookie that a table of the document names."""
    tables: dict[int, list[int]] = {}
    for index, block in enumerate(document.blocks):
        if block.table is not None:
            tables.setdefault(block.table, []).append(index)
    claims: list[Claim] = []
    for rows in tables.values():
        claims.extend(_read_table(document, rows, purpose_of))
    return tuple(claims)


def _read_table(document: Document, rows: Sequence[int], purpose_of: PurposeOf) -> Iterator[Claim]:
    if _stands_upright(document, rows):
        yield from _read_upright(document, rows, purpose_of)
        return
    head, body = _headed(document, rows)
    cells = [[_shown(document, cell) for cell in document.blocks[row].cells] for row in body]
    headers = [_shown(document, cell) for cell in document.blocks[head].cells] if head is not None else []
    columns = find_columns(headers, cells, _context(document, rows[0]))
    if columns is None:
        return
    around = _category(document, rows[0], purpose_of)
    section: StatedPurpose | None = None
    for row, texts in zip(body, cells, strict=True):
        shown = {text for text in texts if text}
        if len(shown) == 1 and (len(texts) > 1 or len(columns.headers) > 1) and not is_name_like(texts[0]):
            section = purpose_of(texts[0])  # a row that is one wide cell: "Marketing cookies"
            continue
        yield from _read_row(document, row, texts, columns, purpose_of, section or around)


def _stands_upright(document: Document, rows: Sequence[int]) -> bool:
    """Whether a table is one cookie's record, key by key: "Name: | _ga", "Expires in: | 2 years"."""
    held = [document.blocks[row].cells for row in rows]
    if not 2 <= len(rows) <= _MOST_KEYS or any(len(cells) != _KEY_AND_VALUE for cells in held):
        return False
    keys = [column_of(_shown(document, cells[0])) for cells in held]
    return (
        keys[0] in (Column.NAME, Column.COOKIE) and sum(key is not Column.OTHER for key in keys[1:]) * 2 > len(keys) - 1
    )


def _read_upright(document: Document, rows: Sequence[int], purpose_of: PurposeOf) -> Iterator[Claim]:
    values: dict[Column, str] = {}
    for row in rows:
        key, value = (document.text[cell.start : cell.end] for cell in document.blocks[row].cells)
        values.setdefault(column_of(key), value)
    first, last = document.blocks[rows[0]], document.blocks[rows[-1]]
    kinds = values.get(Column.TYPE, "") + " " + values.get(Column.PARTY, "")
    provider = first_line(values.get(Column.PROVIDER, ""))
    described = values.get(Column.PURPOSE, "")
    lifetime = values.get(Column.LIFETIME, "")
    for number, name in enumerate(names_in_cell(document.text[first.cells[1].start : first.cells[1].end])):
        yield Claim(
            id=f"t{rows[0]}.{number}",
            field="named_cookies",
            stance=Stance.DECLARED,
            quote=document.quote(first.start, min(last.end, first.start + _MAX_QUOTE)),
            subject=subject_of(kinds, provider),
            purpose=purpose_of(described) or purpose_of(kinds) or _category(document, rows[0], purpose_of),
            names=(name.name,),
            lifetime=parse_lifetime(lifetime),
            provider=provider or None,
            storage=storage_of(kinds) or storage_of(lifetime) or "cookie",
            purpose_text=described,
        )


def _headed(document: Document, rows: Sequence[int]) -> tuple[int | None, list[int]]:
    """The row that names the columns: marked as the header, or a first row whose words are headers all the same."""
    for row in rows[:3]:
        block = document.blocks[row]
        known = [column_of(_shown(document, cell)) for cell in block.cells]
        telling = sum(column is not Column.OTHER for column in known)
        if telling >= 2 or (telling and block.kind is BlockKind.TABLE_HEADER):
            return row, [held for held in rows if held > row]
    return None, [row for row in rows if document.blocks[row].kind is BlockKind.TABLE_ROW]


def find_columns(headers: Sequence[str], cells: Sequence[Sequence[str]], context: str) -> Columns | None:
    """Return the columns of a cookie table, ``None`` for a table of something else."""
    known = [column_of(header) for header in headers]
    names = _name_column(known, cells, context)
    if names is None:
        return None
    rest = [at for at in range(max(map(len, cells), default=0)) if at != names]

    def first(column: Column) -> int | None:
        return next((at for at in rest if at < len(known) and known[at] is column), None)

    lifetime = first(Column.LIFETIME)
    if lifetime is None:
        unknown = [at for at in rest if at >= len(known) or known[at] in (Column.OTHER, Column.TYPE)]
        lifetime = next((at for at in unknown if _share(cells, at, _states_lifetime) > _MOSTLY), None)
    purpose = first(Column.PURPOSE)
    if purpose is None:
        unknown = [at for at in rest if at != lifetime and (at >= len(known) or known[at] is Column.OTHER)]
        purpose = max(unknown, key=lambda at: _length(cells, at), default=None)
    return Columns(
        names=names,
        provider=first(Column.PROVIDER) if known else _provider_guess(rest, cells, lifetime, purpose),
        purpose=purpose,
        lifetime=lifetime,
        kinds=tuple(at for at in rest if at < len(known) and known[at] in (Column.TYPE, Column.PARTY)),
        unit=unit_of(headers[lifetime]) if lifetime is not None and lifetime < len(headers) else None,
        headers=tuple(headers),
    )


def _name_column(known: Sequence[Column], cells: Sequence[Sequence[str]], context: str) -> int | None:
    width = max(map(len, cells), default=0)
    for wanted in (Column.NAME, Column.COOKIE):
        for at, column in enumerate(known):
            if column is wanted and at < width and _share(cells, at, is_name_like) >= _MOSTLY:
                telling = {Column.LIFETIME, Column.PURPOSE, Column.PROVIDER, Column.TYPE} & set(known)
                if wanted is Column.COOKIE or telling or _COOKIE_WORD.search(context):
                    return at
    if Column.NAME in known or (Column.COOKIE in known and width < 2):
        return None
    shares = [(_share(cells, at, _strong_name), -at) for at in range(width)]
    best = max(shares, default=(0.0, 0))
    enough = _ENOUGH_WITH_LIFETIMES if Column.LIFETIME in known else _ENOUGH
    if best[0] < enough or (width < 2 and not _COOKIE_WORD.search(context)):
        return None
    at = -best[1]
    others = any(_share(cells, other, _states_lifetime) > _MOSTLY for other in range(width) if other != at)
    return at if others or _COOKIE_WORD.search(context + " ".join(" ".join(row) for row in cells[:50])) else None


def _strong_name(text: str) -> bool:
    return any(name.strong for name in names_in_cell(text))


def _states_lifetime(text: str) -> bool:
    return len(text) <= 80 and bool(parse_lifetimes(text))


def _share(cells: Sequence[Sequence[str]], at: int, test: Callable[[str], bool]) -> float:
    texts = [row[at] for row in cells if at < len(row) and row[at]][:200]
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def _length(cells: Sequence[Sequence[str]], at: int) -> int:
    return sum(len(row[at]) for row in cells if at < len(row))


def _provider_guess(
    rest: Sequence[int], cells: Sequence[Sequence[str]], lifetime: int | None, purpose: int | None
) -> int | None:
    """In a table without headers: the column beside the names, if its texts are short and come back."""
    for at in rest:
        if at in (lifetime, purpose):
            continue
        texts = [row[at] for row in cells if at < len(row) and row[at]]
        if texts and max(map(len, texts)) <= 40 and not any(_THIRD.search(t) or _FIRST.search(t) for t in texts):
            return at
    return None


def _read_row(
    document: Document,
    row: int,
    texts: Sequence[str],
    columns: Columns,
    purpose_of: PurposeOf,
    around: StatedPurpose | None,
) -> Iterator[Claim]:
    block = document.blocks[row]
    if columns.names >= len(texts):
        return
    cell = block.cells[columns.names]
    offset = cell.start + (len(document.text[cell.start : cell.end]) - len(texts[columns.names]))
    names = names_in_cell(texts[columns.names])

    def value(at: int | None) -> str:
        return texts[at] if at is not None and at < len(texts) else ""

    kinds = " ".join(value(at) for at in columns.kinds)
    lifetimes = split_lifetimes(value(columns.lifetime), columns.unit, len(names))
    if columns.lifetime is None:
        said = (value(columns.purpose), *(text for at, text in enumerate(texts) if at != columns.names))
        lifetimes = (next(filter(None, map(find_lifetime, said)), None),) * len(names)
    elif not any(lifetimes) and (shifted := _shifted_lifetime(texts, columns)):
        lifetimes = (shifted,) * len(names)
    purpose = purpose_of(value(columns.purpose)) or purpose_of(kinds) or around
    provider = first_line(value(columns.provider))
    storage = storage_of(kinds) or storage_of(value(columns.lifetime)) or "cookie"
    for number, name in enumerate(names):
        quote = document.quote(min(block.start, offset), max(block.end, offset + name.end))
        if quote.end - quote.start > _MAX_QUOTE:
            quote = document.quote(offset + name.start, min(offset + name.end + 300, block.end))
        yield Claim(
            id=f"t{row}.{number}",
            field="named_cookies",
            stance=Stance.DECLARED,
            quote=quote,
            subject=subject_of(kinds, provider),
            purpose=purpose,
            names=(name.name,),
            lifetime=lifetimes[number],
            provider=provider or None,
            storage=storage,
            purpose_text=value(columns.purpose),
        )


def _shifted_lifetime(texts: Sequence[str], columns: Columns) -> StatedLifetime | None:
    """The lifetime of a row that lacks a cell, so that the others have moved: the one cell that is nothing else."""
    ragged = len(texts) < len(columns.headers) or "" in texts
    found = [text for at, text in enumerate(texts) if at != columns.names and len(text) <= _SHORT]
    stated = [item for text in found for item in parse_lifetimes(text) if item.end - item.start >= len(text) - 2]
    return stated[0] if ragged and len(stated) == 1 else None


def split_lifetimes(text: str, unit: float | None, names: int) -> tuple[StatedLifetime | None, ...]:
    """Return a lifetime for each of the names in a cell: one for all, or one each where as many are stated."""
    if names > 1:
        parts = pattern_of(r"\s*(?:\n|[,;]\s|\s/\s|\sand\s)\s*").split(text.strip())
        if len(parts) == names:
            each = tuple(parse_lifetime(part, unit) for part in parts)
            if any(each):
                return each
        several = parse_lifetimes(text, unit)
        if len(several) == names:
            return several
    return (parse_lifetime(text, unit),) * names


def first_line(text: str) -> str:
    """Return the first line of a cell, without the link that platforms put below it."""
    line = text.strip().split("\n", 1)[0].strip()
    return pattern_of(r"\s*(?:Learn more about this provider|Privacy Policy|More info(?:rmation)?)\s*$", re.I).sub(
        "", line
    )[:120]


def storage_of(text: str) -> str | None:
    """Return where a thing is stored, if the text says that it is not a cookie."""
    return next((name for name, pattern in _STORAGES if pattern.search(text)), None)


def subject_of(kinds: str, provider: str) -> Subject:
    """Return whose cookie a row speaks of, where its party column tells."""
    if _THIRD.search(kinds) and not _FIRST.search(kinds):
        return Subject.NAMED_THIRD_PARTY if provider else Subject.THIRD_PARTIES
    return Subject.SITE


def _shown(document: Document, cell: Cell) -> str:
    """A cell's text, without the column's name that some tables repeat in every cell."""
    text = document.text[cell.start : cell.end]
    if cell.header and text.lower().startswith(cell.header.lower()):
        rest = text[len(cell.header) :]
        if rest[:1] in ("\n", ":"):
            return rest[1:].lstrip("\n :")
    return text


def _context(document: Document, row: int) -> str:
    """What stands around a table: its headings and the paragraph that introduces it."""
    block = document.blocks[row]
    indices = [*block.headings, *([block.lead] if block.lead is not None else [])]
    return " ".join(document.block_text(index) for index in indices) + " " + document.title


def _category(document: Document, row: int, purpose_of: PurposeOf) -> StatedPurpose | None:
    """The purpose that the nearest heading states, or else a short line right before the table."""
    block = document.blocks[row]
    lead = document.blocks[block.lead] if block.lead is not None else None
    if lead is not None and lead.kind is BlockKind.PARAGRAPH and lead.end - lead.start <= 120:
        found = purpose_of(document.text[lead.start : lead.end])
        if found:
            return found
    for index in (*_lines_of_kinds(document, row), *reversed(block.headings[-2:])):
        found = heading_purpose(document.block_text(index), purpose_of)
        if found:
            return found
    return None


def _lines_of_kinds(document: Document, row: int) -> Iterator[int]:
    """The lines above a table that are nothing but a kind of cookies ("Statistical cookies:"), the nearest first."""
    headings = document.blocks[row].headings
    for index in range(row - 1, max(row - _MOST_BETWEEN, headings[-1] if headings else -1), -1):
        block = document.blocks[index]
        short = block.table is None and block.end - block.start <= _LONGEST_KIND
        if short and _KIND.fullmatch(document.block_text(index)):
            yield index


def heading_purpose(heading: str, purpose_of: PurposeOf) -> StatedPurpose | None:
    """The purpose that a heading states; one that names the document or a panel ("Cookie notice") states none."""
    return None if _NAMES_TOOL.search(heading) else purpose_of(heading)
