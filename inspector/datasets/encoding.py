# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an encoding of tables is: how a table becomes a file, and how that is read again."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from inspector.datasets.column import Table
from inspector.datasets.dataset import Row


class Encoding(NamedTuple):
    """One encoding. ``write`` makes a file that is not there yet and returns the number of rows.

    ``format`` and ``media_type`` are what a data package calls it. ``empty``: whether a file can be a table without
    rows; where it cannot, such a table has none. ``read`` raises
    :class:`~inspector.datasets.cells.CellError` for what is not of the table.
    """

    id: str
    suffix: str
    format: str
    media_type: str
    write: Callable[[Table, Iterable[Row], Path], int]
    read: Callable[[Table, Path], Iterator[Row]]
    empty: bool = True
