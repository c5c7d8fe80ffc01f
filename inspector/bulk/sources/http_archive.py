# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Requests of a crawl as Parquet, in the layout of HTTP Archive's table of requests: the cookies are in their headers.

``page``, ``url`` and ``response_headers``, a list of names and values (har.fyi, "requests"), or a map of them, which
other writers make of it; the moment is the answer's ``Date``. Headers are obeyed as a browser does: what is renewed,
removed or refused is told apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from inspector.bulk.records import VisitReading
from inspector.bulk.sources.api import Chunk, chunk_of_records, chunks_of_visits
from inspector.core.cookie_date import parse_cookie_date
from inspector.core.evidence import Visit
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.core.set_cookie import NotACookieError, parse_set_cookie
from inspector.engine.cookie_files import NOTHING_TOLD
from inspector.readers.files.api import OpenedFile, Skipped
from inspector.readers.files.header_jar import HeaderJar
from inspector.readers.files.responses import Answer, origin_of

TITLE: Final = "requests of a crawl (Parquet)"
COLUMNS: Final = ("page", "url", "response_headers")
_ROWS: Final = 2_000  # of a batch: headers are large
_NO_HEADERS: Final = "its response_headers are no list of names and values"
_NO_TEXT: Final = object()  # stands for a cell whose bytes are no text
Row = Mapping[str, Any]


@dataclass(frozen=True)
class RequestsTable:
    """A file of requests, those of one page following each other."""

    path: str
    splits_visits: bool = True

    @property
    def input(self) -> str:
        """The file."""
        return self.path

    def chunks(self, *, audits: bool) -> Iterator[Chunk]:
        """Yield the cookies page by page."""
        del audits
        try:
            yield from chunks_of_visits(self._pages(), self.path)
        except (pa.ArrowException, OSError) as error:
            what = "the table could not be read to its end"
            yield chunk_of_records((), self.path, (Problem("table-damaged", what, self.path, str(error)[:200]),))

    def _pages(self) -> Iterator[tuple[VisitReading, str]]:
        file = OpenedFile(Path(self.path), b"", asked=NOTHING_TOLD.asked())
        for page, rows in groupby(self._rows(), lambda row: row["page"]):
            if isinstance(page, str) and page:
                yield VisitReading(self.path, page, page, _reading(file, page, rows)), TITLE
            else:
                skipped = Skipped(self.path, "requests were left out")
                skipped.add("a row", "it names no page")
                yield VisitReading(self.path, "", None, Reading(problems=skipped.problems())), TITLE
                for _ in rows:
                    continue

    def _rows(self) -> Iterator[Row]:
        with pq.ParquetFile(self.path) as table:
            for batch in table.iter_batches(_ROWS, columns=list(COLUMNS)):
                cells = (_cells(batch.column(name)) for name in COLUMNS)
                yield from (dict(zip(COLUMNS, row, strict=True)) for row in zip(*cells, strict=True))


def headers_fault(schema: pa.Schema) -> str:
    """Return why a table's headers cannot be read, "" where they can: else its pages would seem to set no cookie."""
    kind = schema.field(COLUMNS[2]).type
    if pa.types.is_map(kind):
        return "" if _is_text(kind.key_type) and _is_text(kind.item_type) else _NO_HEADERS
    held = kind.value_type if pa.types.is_list(kind) or pa.types.is_large_list(kind) else None
    if held is None or not pa.types.is_struct(held):
        return _NO_HEADERS
    names = [held.field(at).name for at in range(held.num_fields) if _is_text(held.field(at).type)]
    return "" if {"name", "value"} <= set(names) else _NO_HEADERS


def _is_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _cells(column: pa.Array) -> list[Any]:
    """Return cells as Python has them. Text that is none costs its own cell, not the crawl."""
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [_cell(held) for held in column]


def _cell(held: pa.Scalar) -> Any:
    try:
        return held.as_py()
    except UnicodeDecodeError:
        return _NO_TEXT


def _reading(file: OpenedFile, page: str, rows: Iterator[Row]) -> Reading:
    jar, skipped = HeaderJar(file.store(TITLE), file.asked), Skipped(str(file.path), "a Set-Cookie header was left out")
    for row in rows:
        if row["response_headers"] is _NO_TEXT:
            skipped.add(page, "the headers are not in UTF-8")
        headers, url = list(_headers(row.get("response_headers"))), row.get("url")
        lines = [line for name, value in headers if name == "set-cookie" for line in value.split("\n")]
        origin = origin_of(url) if isinstance(url, str) else None
        if origin is None:
            for _ in lines:
                skipped.add(page, "its address cannot set cookies")
            continue
        at_us = next((parse_cookie_date(value) for name, value in headers if name == "date"), None)
        for line in lines:
            try:
                jar.receive(parse_set_cookie(line), Answer(str(url), origin, at_us, page, url == page))
            except NotACookieError as error:
                skipped.add(page, str(error))
    return Reading(jar.cookies(), skipped.problems(), evidence=jar.evidence((Visit(page, None, None, TITLE),)))


def _headers(held: Any) -> Iterator[tuple[str, str]]:
    for pair in held if isinstance(held, list) else ():
        if isinstance(pair, tuple):  # of a map
            name, value = pair
        else:
            name, value = (pair.get("name"), pair.get("value")) if isinstance(pair, dict) else (None, None)
        if isinstance(name, str) and isinstance(value, str):
            yield name.lower(), value
