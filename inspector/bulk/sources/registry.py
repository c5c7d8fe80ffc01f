# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which kind of input a path is, told by what is there."""

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from inspector.bulk.sources.api import Part
from inspector.bulk.sources.columns import meanings_of
from inspector.bulk.sources.http_archive import COLUMNS, RequestsTable, headers_fault
from inspector.bulk.sources.openwpm_rows import openwpm_database, openwpm_parquet
from inspector.bulk.sources.parquet import parquet_parts
from inspector.bulk.sources.visit_files import visit_files
from inspector.core.problem import InspectorError

_SQLITE: Final = b"SQLite format 3\0"
_PARQUET: Final = b"PAR1"
KNOWN: Final = (
    "Known are: a folder of tracker-radar-collector, website-evidence-collector or HAR files; OpenWPM's database or "
    "its folder of Parquet files; Parquet with a row for each cookie (columns name, host, page, ...) or with HTTP "
    "Archive's requests"
)


def parts_of(path: Path, *, workers: int, audits: bool) -> tuple[Part, ...]:
    """Return the parts of an input; raise where it is none that is known."""
    try:
        found = _of_folder(path, audits) if path.is_dir() else _of_file(path, workers, audits)
    except (pa.ArrowException, OSError) as error:
        why = getattr(error, "strerror", None) or str(error).splitlines()[0][:200].rstrip(".")
        raise InspectorError(f"{path} cannot be read: {why}", KNOWN) from error
    if not found:
        raise InspectorError(f"{path} holds no crawl", KNOWN)
    return found


def _of_folder(path: Path, audits: bool) -> tuple[Part, ...]:
    of_openwpm = openwpm_parquet(path)
    if of_openwpm:
        return of_openwpm
    tables = sorted(held for held in path.rglob("*.parquet") if held.is_file() and not held.name.startswith((".", "_")))
    if tables:
        return tuple(part for table in tables for part in _of_parquet(table, audits))
    return visit_files(path)


def _of_file(path: Path, workers: int, audits: bool) -> tuple[Part, ...]:
    with path.open("rb") as file:
        head = file.read(len(_SQLITE))
    if head.startswith(_SQLITE):
        return openwpm_database(path, workers)
    return _of_parquet(path, audits) if head.startswith(_PARQUET) else visit_files(path)


def _of_parquet(path: Path, audits: bool) -> tuple[Part, ...]:
    schema = pq.read_schema(path)
    names = schema.names
    if set(COLUMNS) <= set(names):
        if fault := headers_fault(schema):
            raise InspectorError(f"{path} cannot be read: {fault}", KNOWN)
        return (RequestsTable(str(path)),)
    if "name" not in meanings_of(names):
        raise InspectorError(f"{path} is no table of cookies: it has no column name", KNOWN)
    return parquet_parts(path, audits=audits)
