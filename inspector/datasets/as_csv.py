# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables as CSV (RFC 4180, UTF-8, lines end with a line feed). Exact, and so not made safe for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from inspector.datasets.cells import CellError, from_text, text_of
from inspector.datasets.column import Table
from inspector.datasets.dataset import Row
from inspector.datasets.encoding import Encoding

LONGEST: Final = 16 * 1024 * 1024  # characters of a cell; the standard library refuses 128 Ki


def write(table: Table, rows: Iterable[Row], path: Path) -> int:
    """Write a table, its columns' names first; return the number of rows."""
    kinds = [column.kind for column in table.columns]
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(table.names)
        for row in rows:
            out.writerow([text_of(kind, cell) for kind, cell in zip(kinds, row, strict=True)])
            number += 1
    return number


def read(table: Table, path: Path) -> Iterator[Row]:
    """Yield the rows of a table."""
    kinds = [column.kind for column in table.columns]
    before = csv.field_size_limit(LONGEST)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file, strict=True)
            if tuple(next(lines, ())) != table.names:
                raise CellError(f"{path.name}: the columns are not those of {table.name}")
            for number, line in enumerate(lines, 1):
                if len(line) != len(kinds):
                    raise CellError(f"{path.name}, row {number}: {len(line)} cells, not {len(kinds)}")
                try:
                    yield tuple([from_text(kind, text) for kind, text in zip(kinds, line, strict=True)])
                except CellError as error:
                    raise CellError(f"{path.name}, row {number}: {error}") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise CellError(f"{path.name} is no CSV in UTF-8") from error
    finally:
        csv.field_size_limit(before)


CSV: Final = Encoding("csv", ".csv", "csv", "text/csv", write, read)
