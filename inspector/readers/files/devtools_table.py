# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Rows copied from the cookie table of a browser's developer tools, with its first line or without.

With the first line its titles tell the columns, whatever their order. Without it the order of Chromium's table is
taken, and only where every row fits it: a path in the fourth place, and "Session" or a moment in the fifth.
"""

import re
from typing import Final

from inspector.core.reading import Reading, StoreCount
from inspector.readers.files import tables
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped

TITLE: Final = "DevTools cookie table"
_ORDER: Final = (
    "name", "value", "domain", "path", "expires", "", "http_only", "secure", "same_site",
    "partition", "ancestor", "priority",
)  # fmt: skip
_EXPIRES: Final = re.compile(r"Session|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")
_LEAST: Final = 5
_SAMPLE: Final = 20


def bid(file: OpenedFile) -> int:
    """Bid on lines with tabs whose first names the columns, or that all fit the table's order."""
    lines = [line for line in file.head_text.splitlines()[:_SAMPLE] if line.strip()]
    if not lines or "\t" not in lines[0] or lines[0].lstrip().startswith(("{", "[")):
        return 0
    found = [tables.column(title) for title in lines[0].split("\t")]
    if {"name", "domain", "expires"} <= set(found):
        return 88
    return 84 if all(map(_fits, lines[:-1] or lines)) else 0


def _fits(line: str) -> bool:
    cells = line.rstrip("\r\n").split("\t")
    if not _LEAST <= len(cells) <= len(_ORDER):
        return False
    return cells[3].startswith("/") and bool(_EXPIRES.fullmatch(cells[4].strip()))


def read(file: OpenedFile) -> Reading:
    """Read every row that is a cookie. Cells are cut at tabs alone: this text has no quotation marks."""
    skipped = Skipped(str(file.path), "a row is not a cookie")
    lines = file.text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    named = [tables.column(title) for title in first.split("\t")]
    has_header = {"name", "domain"} <= set(named)
    header = named if has_header else list(_ORDER)
    store, cookies = file.store(TITLE), []
    for number, line in enumerate(lines, 1):
        if not line.strip() or (has_header and line is first):
            continue
        values = line.split("\t")
        cells = {fact: cell for fact, cell in zip(header, values, strict=False) if fact}
        why = f"it has {len(values)} cells" if len(values) > len(header) else tables.fault(cells)
        if why:
            skipped.add(f"line {number}", why)
        else:
            cookies.append(tables.cookie(cells, store, devtools=True))
    return Reading(tuple(cookies), skipped.problems(), (StoreCount(store, len(cookies)),))


DEVTOOLS_TABLE: Final = FileFormat("devtools-table", TITLE, bid, read)
