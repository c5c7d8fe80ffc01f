# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The ``Set-Cookie`` headers of an OpenWPM crawl: of answers (``http_responses``) and redirects (``http_redirects``).

``headers`` is a list of pairs in JSON, the name and the value (OpenWPM, ``http-instrument.ts``); Firefox hands several
cookies of one answer over as lines of one value.
"""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from inspector.readers.files.api import Skipped
from inspector.readers.files.entries import iso_us
from inspector.readers.files.requested import Response

if TYPE_CHECKING:
    import sqlite3

    from inspector.readers.files.openwpm import Answered

TABLES: Final = (("http_responses", "url"), ("http_redirects", "old_request_url"))
_LONGEST: Final = 4_000_000  # characters of one answer's headers


def tables(connection: "sqlite3.Connection") -> frozenset[str]:
    """Return the names of real tables: views and virtual tables of such a name are none."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    return frozenset(str(name).lower() for (name,) in connection.execute(query))


def columns(connection: "sqlite3.Connection", table: str) -> frozenset[str]:
    """Return the names of a table's columns; computed ones are none."""
    return frozenset(str(row[1]).lower() for row in connection.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0)


def of_visit(column: str, only: str | None) -> tuple[str, tuple[str, ...]]:
    """Return the condition that a row is of the one visit that is asked for, and what is bound in it."""
    return ("1", ()) if only is None else (f"CAST({column} AS TEXT) = ?", (only,))


def recorded_headers(
    connection: "sqlite3.Connection", pages: Mapping[Any, str], skipped: Skipped, only: str | None = None
) -> Iterator[tuple[str, str, Response]]:
    """Yield each header with its place, and the answer that it came with; nothing where a crawl kept none."""
    there = tables(connection)
    for table, url in TABLES:
        held = columns(connection, table) if table in there else frozenset()
        if not held >= {"headers", url}:
            continue
        visit = "visit_id" if "visit_id" in held else "crawl_id" if "crawl_id" in held else "NULL"
        condition, asked = of_visit(visit, only)
        time = "time_stamp" if "time_stamp" in held else "NULL"
        query = (
            f"SELECT {url}, CASE WHEN length(headers) <= {_LONGEST} THEN headers END, {visit}, {time} "  # noqa: S608
            f"FROM {table} WHERE headers LIKE '%set-cookie%' AND {condition}"
        )
        for number, (address, headers, page, moment) in enumerate(connection.execute(query, asked), 1):
            place = f"{table}, answer {number} with Set-Cookie"
            us = iso_us(moment)
            response = Response(address if isinstance(address, str) else "", pages.get(page), us, us)
            for text in set_cookies(headers, skipped, place):
                yield place, text, response


def visit_number(held: frozenset[str]) -> str:
    """Return the expression for a visit's number in a table with these columns; -1 for a row that has none."""
    column = "visit_id" if "visit_id" in held else "crawl_id" if "crawl_id" in held else "NULL"
    return f"CASE WHEN typeof({column}) = 'integer' THEN {column} ELSE -1 END"


def answer_rows(connection: "sqlite3.Connection", low: int, high: int) -> Iterator[tuple[int, "Answered"]]:
    """Yield the answers with Set-Cookie of the visits from one number to another, visit by visit."""
    there = tables(connection)
    queries = []
    for table, url in TABLES:
        held = columns(connection, table) if table in there else frozenset()
        if not held >= {"headers", url}:
            continue
        visit = visit_number(held)
        time = "time_stamp" if "time_stamp" in held else "NULL"
        queries.append(
            f"SELECT {visit} AS visit, '{table}', {url}, "  # noqa: S608 - names of our own
            f"CASE WHEN length(headers) <= {_LONGEST} THEN headers END, {time} "
            f"FROM {table} WHERE headers LIKE '%set-cookie%' AND {visit} BETWEEN {low:d} AND {high:d}"
        )
    if queries:
        from inspector.readers.files.openwpm import Answered

        for visit, *row in connection.execute(f"{' UNION ALL '.join(queries)} ORDER BY visit"):
            yield visit, Answered(*row)


def set_cookies(headers: Any, skipped: Skipped, place: str) -> Iterator[str]:
    """Yield the Set-Cookie fields of an answer's headers."""
    try:
        pairs = json.loads(headers)
    except (TypeError, ValueError, RecursionError):
        skipped.add(place, "its headers are no JSON, or longer than any")
        return
    for pair in pairs if isinstance(pairs, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair):
            name, value = pair
            if name.lower() == "set-cookie":
                yield value
