# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables as JSON Lines: an object for each row with every column, null where a cell is."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from inspector.datasets.cells import CellError, from_plain, plain
from inspector.datasets.column import Table
from inspector.datasets.dataset import Row
from inspector.datasets.encoding import Encoding

_LONGEST: Final = 64 * 1024 * 1024  # characters of a line


def write(table: Table, rows: Iterable[Row], path: Path) -> int:
    """Write a table; return the number of rows."""
    columns = [(column.name, column.kind) for column in table.columns]
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in rows:
            cells = {name: plain(kind, cell) for (name, kind), cell in zip(columns, row, strict=True)}
            file.write(json.dumps(cells, ensure_ascii=False, separators=(",", ":")) + "\n")
            number += 1
    return number


def read(table: Table, path: Path) -> Iterator[Row]:
    """Yield the rows of a table."""
    columns = [(column.name, column.kind) for column in table.columns]
    with path.open(encoding="utf-8", newline="\n") as file:
        try:
            while line := file.readline(_LONGEST):
                if len(line) == _LONGEST:
                    raise CellError("a line is too long")
                cells = json.loads(line)
                if not isinstance(cells, dict) or cells.keys() != set(table.names):
                    raise CellError(f"the columns are not those of {table.name}")
                yield tuple([from_plain(kind, cells[name]) for name, kind in columns])
        except (ValueError, RecursionError) as error:
            why = str(error) if isinstance(error, CellError) else "a line is no JSON in UTF-8"
            raise CellError(f"{path.name}: {why}") from error


JSONL: Final = Encoding("jsonl", ".jsonl", "jsonl", "application/jsonl", write, read, empty=False)
