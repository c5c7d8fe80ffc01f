# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables of cookies as Parquet: a row for each, columns by their names. Read row group by row group, never whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from inspector.bulk.sources.api import ROWS, Chunk, chunk_of_records
from inspector.bulk.sources.columns import facts_from, meanings_of, records_from
from inspector.core.problem import Problem, Severity

TITLE: Final = "table of cookies (Parquet)"
_AUDITED_ROWS: Final = 20_000  # of a batch that is audited: records of Python are made of each row


@dataclass(frozen=True)
class ParquetPart:
    """Some row groups of a file, for audits all of them; ``row`` is the number of their first row."""

    path: str
    groups: tuple[int, ...]
    row: int
    splits_visits: bool = True

    @property
    def input(self) -> str:
        """The file."""
        return self.path

    def chunks(self, *, audits: bool) -> Iterator[Chunk]:
        """Yield the rows in batches; a damaged group costs the rest of the part."""
        row = self.row
        try:
            with pq.ParquetFile(self.path) as file:
                meanings = meanings_of(file.schema_arrow.names)
                size = _AUDITED_ROWS if audits else ROWS
                for batch in file.iter_batches(size, row_groups=list(self.groups), columns=list(meanings.values())):
                    records = records_from(batch, meanings, self.path, TITLE) if audits else None
                    yield Chunk(self.path, facts_from(batch, meanings), records, row)
                    row += batch.num_rows
        except (pa.ArrowException, OSError) as error:
            what = "the table could not be read to its end"
            why = str(error)[:200]
            yield chunk_of_records(
                (), self.path, (Problem("table-damaged", what, self.path, why, "", Severity.PARTIAL),)
            )


def parquet_parts(path: Path, *, audits: bool) -> tuple[ParquetPart, ...]:
    """Return the parts of a file: its row groups, or for audits, of which a visit needs all rows, the whole."""
    with pq.ParquetFile(path) as file:
        sizes = [file.metadata.row_group(number).num_rows for number in range(file.metadata.num_row_groups)]
    if audits:
        return (ParquetPart(str(path), tuple(range(len(sizes))), 0),)
    parts: list[ParquetPart] = []
    groups: list[int] = []
    start = rows = 0
    for number, size in enumerate(sizes):
        groups.append(number)
        rows += size
        if rows >= ROWS or number == len(sizes) - 1:
            parts.append(ParquetPart(str(path), tuple(groups), start))
            start, rows, groups = start + rows, 0, []
    return tuple(parts)
