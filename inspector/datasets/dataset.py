# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A dataset in memory: the rows of its tables, the documents beside them, and what is said of the whole."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Any

from inspector.core.disclosure import Disclosure
from inspector.core.frozen import frozen
from inspector.datasets.column import Table
from inspector.datasets.schema import TABLES

Row = tuple[Any, ...]
"""A row in the order of its table's columns: moments as microseconds since 1970, dates, tuples of texts, or plain."""

Rows = Mapping[str, tuple[Row, ...]]
"""Tables by their names."""


@frozen
class About:
    """What is said of a dataset as a publication. ``day`` is the day that it speaks of, from no clock."""

    title: str
    day: date
    program: str
    disclosure: Disclosure
    authors: tuple[str, ...] = ()
    license: str | None = None
    vantage: str | None = None


@frozen
class Dataset:
    """The tables (one without rows may be missing), the provenance as JSON, and further documents by their paths.

    ``more`` are tables beyond those that every dataset has. A table's rows may be anything that can be gone through
    several times, so that those of a large study need not be in memory.
    """

    about: About
    tables: Rows
    provenance: Mapping[str, Any] = field(default_factory=dict)
    documents: Mapping[str, bytes] = field(default_factory=dict)
    more: tuple[Table, ...] = ()

    def records(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table, each by the names of its columns."""
        return records(self.tables, table)


def records(tables: Rows, table: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a table, each by the names of its columns."""
    names = _NAMES[table]
    return (dict(zip(names, row, strict=True)) for row in tables.get(table, ()))


def row_of(table: str, cells: Mapping[str, Any]) -> Row:
    """Return a row from cells by name; one that is not given is null, one that no column has is a fault of ours."""
    names = _NAMES[table]
    if not cells.keys() <= set(names):
        raise ValueError(f"no column of {table}: {', '.join(sorted(cells.keys() - set(names)))}")
    return tuple([cells.get(name) for name in names])


def joined(parts: "list[Rows]") -> Rows:
    """Return the rows of several runs as those of one dataset, in their order."""
    return {table.name: tuple(row for part in parts for row in part.get(table.name, ())) for table in TABLES}


_NAMES = {table.name: table.names for table in TABLES}
