# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What can be checked of a dataset without asking anything again: its hashes, its keys, and the words in its cells."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from inspector.datasets.column import Table
from inspector.datasets.dataset import Row, Rows
from inspector.datasets.folder import SUMS, hash_of
from inspector.datasets.schema import TABLE, TABLES

_LINE: Final = re.compile(r"([0-9a-f]{64})  (\S.*)")
_MOST: Final = 20


def broken_sums(place: Path) -> Iterator[str]:
    """Yield what of a folder's hashes does not hold; a database has none, for it cannot hold its own."""
    if place.is_file():
        return
    sums = place / SUMS
    try:
        lines = sums.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        yield f"{SUMS} cannot be read"
        return
    listed: set[str] = set()
    for line in lines:
        found = _LINE.fullmatch(line)
        if found is None or not _is_inside(place, found[2]):
            yield f"{SUMS} has a line that is no hash of a file here"
            continue
        listed.add(found[2])
        yield from _compared(place, found[2], found[1])
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    yield from (f"{name} is not listed in {SUMS}" for name in sorted(there - listed - {SUMS})[:_MOST])


def _compared(place: Path, name: str, stated: str) -> Iterator[str]:
    path = place / name
    try:
        if not path.is_file():
            yield f"{name} is missing"
        elif hash_of(path) != stated:
            yield f"{name} was changed"
    except OSError as error:
        yield f"{name} cannot be read: {(error.strerror or str(error)).lower()}"


def _is_inside(place: Path, name: str) -> bool:
    """Whether a name leads to a file of the folder, whatever it looks like and wherever links lead."""
    return place.resolve() in (place / name).resolve().parents


def broken_keys(rows: Rows) -> Iterator[str]:
    """Yield what of the keys of all tables does not hold."""
    known = {table.name: _keys(table, rows.get(table.name, ())) for table in TABLES}
    for table in TABLES:
        held = rows.get(table.name, ())
        if len(known[table.name]) != len(held):
            yield f"{table.name}: two rows have one key"
        for reference in table.references:
            places = [table.names.index(name) for name in reference.columns]
            lost = sum(1 for row in held if tuple(row[at] for at in places) not in known[reference.table])
            if lost:
                yield f"{table.name}: {lost:,} row{'' if lost == 1 else 's'} name no row of {reference.table}"


def broken_cells(rows: Rows) -> Iterator[str]:
    """Yield the columns that hold what they may not: null, or a word that is none of theirs.

    No record can be made of such a row.
    """
    for table in TABLES:
        yield from _cells(table, rows.get(table.name, ()))


def _keys(table: Table, rows: tuple[Row, ...]) -> set[tuple[object, ...]]:
    places = [TABLE[table.name].names.index(name) for name in table.key]
    return {tuple(row[at] for at in places) for row in rows}


def _cells(table: Table, rows: tuple[Row, ...]) -> Iterator[str]:
    for at, column in enumerate(table.columns):
        words = frozenset(map(str, column.words))
        if column.required and any(row[at] is None for row in rows):
            yield f"{table.name}.{column.name} is null, and may not be"
        if words and any(row[at] is not None and row[at] not in words for row in rows):
            yield f"{table.name}.{column.name} holds a word that is none of its own"
