# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A plain table of cookies: comma, semicolon or tab between the cells, and a first line that names the columns."""

from typing import Final

from inspector.core.cookie import Cookie
from inspector.core.reading import Reading, StoreCount
from inspector.readers.files import tables
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped

TITLE: Final = "Table of cookies (CSV)"
_DELIMITERS: Final = ",;\t"
_NEEDED: Final = frozenset({"name", "domain"})


def bid(file: OpenedFile) -> int:
    """Bid on text whose first line names a column for the name and one for the domain."""
    if file.head_text.lstrip().startswith(("{", "[")):
        return 0
    return 50 if set(_header(file.head_text)[0]) >= _NEEDED else 0


def read(file: OpenedFile) -> Reading:
    """Read every row that is a cookie."""
    skipped, store = Skipped(str(file.path), "a row is not a cookie"), file.store(TITLE)
    text = file.text.lstrip()
    header, delimiter = _header(text)
    cookies: list[Cookie] = []
    for line, cells in tables.rows(text, delimiter, header, skipped, 2):
        why = tables.fault(cells)
        if why:
            skipped.add(f"line {line}", why)
        else:
            cookies.append(tables.cookie(cells, store))
    return Reading(tuple(cookies), skipped.problems(), (StoreCount(store, len(cookies)),))


def _header(text: str) -> tuple[list[str], str]:
    first = text.lstrip().partition("\n")[0].rstrip("\r")[:8192]
    delimiter = max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))
    return [tables.column(title) for title in tables.titles(first, delimiter)], delimiter


CSV_COOKIES: Final = FileFormat("csv", TITLE, bid, read)
