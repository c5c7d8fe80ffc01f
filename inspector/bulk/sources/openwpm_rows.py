# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""OpenWPM's crawls visit by visit, from its database or its Parquet files: only one part is in memory at a time."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from inspector.bulk.records import VisitReading
from inspector.bulk.sources.api import Chunk, chunk_of_records, chunks_of_visits
from inspector.core.problem import Problem
from inspector.engine.cookie_files import NOTHING_TOLD
from inspector.readers.files.api import OpenedFile
from inspector.readers.files.openwpm import (
    COLUMNS,
    TITLE,
    Answered,
    connect,
    page_addresses,
    reading_of_visit,
    visit_rows,
)
from inspector.readers.files.openwpm_headers import TABLES, answer_rows

_PART: Final = 200_000  # events of a part
_EVENTS: Final = "javascript_cookies"
_VISITS: Final = "site_visits"


@dataclass(frozen=True)
class OpenWpmDatabase:
    """The visits of a database from one number to another; the first part has those without a number, too."""

    path: str
    low: int
    high: int
    splits_visits: bool = False

    @property
    def input(self) -> str:
        """The database."""
        return self.path

    def chunks(self, *, audits: bool) -> Iterator[Chunk]:
        """Yield the visits; a damaged database gives those before the damage."""
        del audits
        import sqlite3

        file = _opened(self.path)
        try:
            with closing(connect(Path(self.path))) as connection:
                pages = page_addresses(connection)
                events = visit_rows(connection, self.low, self.high)
                answers = answer_rows(connection, self.low, self.high)
                yield from chunks_of_visits(_visits(file, _merged(events, answers), pages), self.path)
        except sqlite3.Error as error:
            what = "the database could not be read to its end"
            yield chunk_of_records((), self.path, (Problem("database-damaged", what, self.path, str(error)[:200]),))


@dataclass(frozen=True)
class OpenWpmParquet:
    """One of several parts of a folder that holds a folder (or a file) for each of OpenWPM's tables."""

    path: str
    part: int
    parts: int  # a power of two
    splits_visits: bool = False

    @property
    def input(self) -> str:
        """The folder."""
        return self.path

    def chunks(self, *, audits: bool) -> Iterator[Chunk]:
        """Yield the visits whose number ends with this part's bits."""
        del audits
        try:
            events = sorted(self._rows(_EVENTS, COLUMNS), key=_visit_of)
            answers = sorted(self._answers(), key=itemgetter(0))
            pages = {row.get("visit_id"): row.get("site_url") for row in self._rows(_VISITS, ("visit_id", "site_url"))}
        except (pa.ArrowException, OSError) as error:
            what = "OpenWPM's Parquet files could not be read"
            yield chunk_of_records((), self.path, (Problem("table-damaged", what, self.path, str(error)[:200]),))
            return
        known = {visit: page for visit, page in pages.items() if isinstance(page, str) and page}
        pairs = ((_visit_of(row), row) for row in events)
        yield from chunks_of_visits(_visits(_opened(self.path), _merged(pairs, answers), known), self.path)

    def _rows(self, table: str, columns: Iterable[str]) -> Iterator[dict[str, Any]]:
        place = table_place(Path(self.path), table)
        if place is None:
            return
        found = ds.dataset(str(place), format="parquet", partitioning="hive")
        wanted = [name for name in columns if name in found.schema.names]
        mine = pc.bit_wise_and(ds.field("visit_id").cast(pa.int64()), pa.scalar(self.parts - 1)) == self.part
        for batch in found.to_batches(columns=wanted, filter=mine if self.parts > 1 else None):
            for row in batch.to_pylist():
                yield {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}

    def _answers(self) -> Iterator[tuple[int, Answered]]:
        for table, url in TABLES:
            for row in self._rows(table, (url, "headers", "visit_id", "time_stamp")):
                headers = row.get("headers")
                if isinstance(headers, str) and "set-cookie" in headers.lower():
                    yield _visit_of(row), Answered(table, row.get(url), headers, row.get("time_stamp"))


def _visit_of(row: Mapping[str, Any]) -> int:
    visit = row.get("visit_id")
    return visit if isinstance(visit, int) else -1


def _merged(
    events: Iterable[tuple[int, Mapping[str, Any]]], answers: Iterable[tuple[int, Answered]]
) -> Iterator[tuple[int, list[Mapping[str, Any]], list[Answered]]]:
    """Yield visit by visit what two lists in the order of visits have of it."""
    of_events, of_answers = groupby(events, itemgetter(0)), groupby(answers, itemgetter(0))
    event, answer = next(of_events, None), next(of_answers, None)
    while event is not None or answer is not None:
        visit = min(held[0] for held in (event, answer) if held is not None)
        rows: list[Mapping[str, Any]] = []
        said: list[Answered] = []
        if event is not None and event[0] == visit:
            rows = [row for _, row in event[1]]
            event = next(of_events, None)
        if answer is not None and answer[0] == visit:
            said = [held for _, held in answer[1]]
            answer = next(of_answers, None)
        yield visit, rows, said


def _visits(
    file: OpenedFile,
    merged: Iterable[tuple[int, list[Mapping[str, Any]], list[Answered]]],
    pages: Mapping[Any, str],
) -> Iterator[tuple[VisitReading, str]]:
    for visit, rows, answers in merged:
        page = pages.get(visit)
        reading = reading_of_visit(file, rows, answers, page)
        yield VisitReading(str(file.path), str(visit), page, reading), TITLE


def _opened(path: str) -> OpenedFile:
    return OpenedFile(Path(path), b"", asked=NOTHING_TOLD.asked())


def table_place(folder: Path, table: str) -> Path | None:
    """Return where a table of a folder is: a folder or a file of its name."""
    for place in (folder / table, folder / "visits" / table, folder / f"{table}.parquet"):
        if place.exists():
            return place
    return None


def openwpm_database(path: Path, workers: int) -> tuple[OpenWpmDatabase, ...]:
    """Return the parts of a database: as many as there are workers, of about as many visits each."""
    import sqlite3

    try:
        with closing(connect(path)) as connection:
            held = page_addresses(connection)
    except sqlite3.Error:  # its only part says why
        held = {}
    visits = sorted(visit for visit in held if isinstance(visit, int))
    step = max(1, -(-len(visits) // max(1, workers)))
    seams = [-(2**63), *visits[step::step], 2**63 - 1]
    return tuple(OpenWpmDatabase(str(path), low, high - (high != 2**63 - 1)) for low, high in pairwise(seams))


def openwpm_parquet(folder: Path) -> tuple[OpenWpmParquet, ...]:
    """Return the parts of a folder, none where it holds no cookies of OpenWPM."""
    place = table_place(folder, _EVENTS)
    if place is None:
        return ()
    rows = ds.dataset(str(place), format="parquet", partitioning="hive").count_rows()
    parts = 1
    while rows > parts * _PART:
        parts *= 2
    return tuple(OpenWpmParquet(str(folder), part, parts) for part in range(parts))


__all__ = ["OpenWpmDatabase", "OpenWpmParquet", "openwpm_database", "openwpm_parquet"]
