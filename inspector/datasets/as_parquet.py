# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables as Parquet with real types: timestamps in microseconds UTC, booleans, lists. Needs the extra ``research``."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from inspector.core.problem import InspectorError
from inspector.datasets.cells import CellError
from inspector.datasets.column import Kind, Table
from inspector.datasets.dataset import Row
from inspector.datasets.encoding import Encoding

GROUP: Final = 65_536  # rows of a row group, and so of what is in memory at once
INSTALL: Final = "Install it with: pip install 'cookie-inspector[research]'"


def require_arrow() -> Any:
    """Return pyarrow; raise with what to install where it is not there."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise InspectorError("Parquet needs pyarrow, which is not installed", INSTALL) from error
    return pyarrow


def arrow_schema(table: Table) -> Any:
    """Return the table's schema as Arrow has it, with the descriptions of its columns."""
    arrow = require_arrow()
    types = {
        Kind.TEXT: arrow.string(),
        Kind.INTEGER: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.BOOLEAN: arrow.bool_(),
        Kind.MOMENT: arrow.timestamp("us", "UTC"),
        Kind.DATE: arrow.date32(),
        Kind.LIST: arrow.list_(arrow.string()),
    }
    fields = [
        arrow.field(column.name, types[column.kind], not column.required, {"description": column.description})
        for column in table.columns
    ]
    return arrow.schema(fields, {"table": table.name, "description": table.description})


def write(table: Table, rows: Iterable[Row], path: Path) -> int:
    """Write a table, group by group; return the number of rows."""
    arrow, schema = require_arrow(), arrow_schema(table)
    number, left = 0, iter(rows)
    with arrow.parquet.ParquetWriter(str(path), schema, compression="zstd") as out:
        while group := list(islice(left, GROUP)):
            columns = zip(*group, strict=True)
            arrays = [arrow.array(list(cells), field.type) for cells, field in zip(columns, schema, strict=True)]
            out.write_table(arrow.Table.from_arrays(arrays, schema=schema))
            number += len(group)
    return number


def read(table: Table, path: Path) -> Iterator[Row]:
    """Yield the rows of a table."""
    arrow, schema = require_arrow(), arrow_schema(table)
    try:
        with arrow.parquet.ParquetFile(str(path)) as file:
            if not file.schema_arrow.equals(schema):
                raise CellError(f"{path.name}: the columns are not those of {table.name}")
            for batch in file.iter_batches(GROUP):
                columns = [_cells(arrow, held, column.kind) for held, column in zip(batch, table.columns, strict=True)]
                yield from zip(*columns, strict=True)
    except (arrow.ArrowException, OSError) as error:  # a broken file is either
        raise CellError(f"{path.name} is no whole Parquet file") from error


def _cells(arrow: Any, held: Any, kind: Kind) -> list[Any]:
    if kind is Kind.MOMENT:
        cells: list[Any] = held.cast(arrow.int64()).to_pylist()
        return cells
    cells = held.to_pylist()
    if kind is Kind.LIST:
        return [None if cell is None else tuple(cell) for cell in cells]
    return cells


PARQUET: Final = Encoding("parquet", ".parquet", "parquet", "application/vnd.apache.parquet", write, read)
