# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a table of a dataset is made of: columns with a type, a description and what may stand in them."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The types of columns. A list holds texts; a moment is UTC, with microseconds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    MOMENT = "moment"
    DATE = "date"
    LIST = "list"


class Column(NamedTuple):
    """One column. ``required``: it is never null; null always means "not known" or "not there", as described.

    ``words`` are the texts that may stand in it (empty: any).
    """

    name: str
    kind: Kind
    description: str
    required: bool = False
    words: tuple[str, ...] = ()


class Reference(NamedTuple):
    """Columns of a table that name a row of another one by its key."""

    columns: tuple[str, ...]
    table: str


class Table(NamedTuple):
    """One table: what a row of it is, the columns that name a row, and what its rows refer to."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)
