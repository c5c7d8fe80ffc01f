# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an input of a crawl is: parts that one process reads each, and what a part yields."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.records import KEPT, VisitReading, batch_of, facts_of_records
from inspector.core.problem import Problem

ROWS: Final = 262_144  # of a batch: enough that most of what differs in a crawl repeats within one
_VISIT_ROWS: Final = 20_000


class Chunk(NamedTuple):
    """Some rows of an input: what their labels depend on, and where audits are asked for, the records.

    ``row`` is the number of the first of them in its file; ``None`` where rows are counted in their visit.
    """

    input: str
    facts: pa.RecordBatch
    records: pa.RecordBatch | None = None
    row: int | None = None
    problems: tuple[Problem, ...] = ()


class Part(Protocol):
    """A piece of an input. It is handed to another process, so it holds paths and numbers only.

    ``input`` names the input. ``splits_visits``: another part may hold other rows of its visits.
    """

    @property
    def input(self) -> str:
        """The input."""

    @property
    def splits_visits(self) -> bool:
        """Whether other parts may hold rows of the same visits."""

    def chunks(self, *, audits: bool) -> Iterator[Chunk]:
        """Yield the rows; what cannot be read becomes a problem."""


Parts = Sequence[Part]


def chunks_of_visits(visits: Iterable[tuple[VisitReading, str]], name: str) -> Iterator[Chunk]:
    """Yield visits with their formats as chunks of many visits."""
    held: list[pa.RecordBatch] = []
    problems: list[Problem] = []
    rows = 0
    for visit, title in visits:
        held.append(batch_of(visit, title))
        problems += visit.reading.problems
        rows += held[-1].num_rows
        if rows >= _VISIT_ROWS:
            yield chunk_of_records(held, name, problems)
            held, problems, rows = [], [], 0
    if held or problems:
        yield chunk_of_records(held, name, problems)


def chunk_of_records(batches: Sequence[pa.RecordBatch], name: str, problems: Iterable[Problem] = ()) -> Chunk:
    """Return records as a chunk; labels are given to cookies that were kept."""
    from inspector.bulk.schema import RECORDS_SCHEMA

    records = pa.Table.from_batches(list(batches), RECORDS_SCHEMA).combine_chunks().to_batches()
    whole = records[0] if records else pa.RecordBatch.from_pylist([], RECORDS_SCHEMA)
    kept = whole.filter(pc.equal(whole.column("kind"), KEPT))
    return Chunk(name, facts_of_records(kept), whole, None, tuple(problems))
