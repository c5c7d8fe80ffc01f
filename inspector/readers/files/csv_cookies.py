# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A plain table of cookies: comma, semicolon or tab between the cells, and a first line that names the columns."""

from collections.abc import Iterator
from typing import Final

from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.readers.files import tables
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.table_rows import DELIMITERS, Header, read_header, rows_under

TITLE: Final = "Table of cookies (CSV)"
ROW: Final = "a row is not a cookie"
_NEEDED: Final = frozenset({"name", "domain"})


def bid(file: OpenedFile) -> int:
    """Bid on text whose first line names a column for the name and one for the domain."""
    if file.head_text.lstrip().startswith(("{", "[")):
        return 0
    return 50 if set(read_header(file.head_text, tables.column).facts) >= _NEEDED else 0


def read(file: OpenedFile) -> Reading:
    """Read every row that is a cookie."""
    return read_table(file, TITLE)


def read_table(file: OpenedFile, title: str, signs: str = DELIMITERS) -> Reading:
    """Read every row that is a cookie of a table under this title."""
    skipped, store = Skipped(str(file.path), ROW), file.store(title)
    header = tables.facts_of(read_header(file.text, tables.column, signs))
    if header.fault:
        return Reading(problems=(refused(f"{file.path}, line {header.line}", header.fault),))
    cookies = tuple(tables.cookie(cells, store) for _, cells in good_rows(file.text, header, skipped))
    return Reading(cookies, skipped.problems(), (StoreCount(store, len(cookies)),))


def good_rows(
    text: str, header: Header, skipped: Skipped, *, needs_domain: bool = True
) -> Iterator[tuple[int, tables.Cells]]:
    """Yield the rows that are cookies, with their lines; the others are told."""
    for row in rows_under(text, header):
        cells = tables.cells_of(header, row.cells)
        why = row.fault or tables.fault(cells, needs_domain=needs_domain)
        if why:
            skipped.add(f"line {row.line}", why)
        else:
            yield row.line, cells


def refused(where: str, why: str) -> Problem:
    """Return the problem of a table whose first line names no columns that can be understood."""
    known = ", ".join(sorted(set(tables.NAMES.values()) - {"days", "ancestor", "name", "domain"}))
    what_to_do = f"The first line must name the columns: name, domain and any of expiry_days, {known}"
    return Problem("table-unreadable", "not a table of cookies", where, why, what_to_do, Severity.FAILED)


CSV_COOKIES: Final = FileFormat("csv", TITLE, bid, read)
