# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as JSON of nobody's format in particular: objects with a name and a domain, and whatever else they state.

The last to bid: what a tool is known to write is read as that tool's. Keys are understood as the titles of a table's
columns are, and what they do not state is not known.
"""

from collections.abc import Mapping
from itertools import islice
from typing import Any, Final

from inspector.core.cookie import Cookie
from inspector.core.reading import Reading, StoreCount
from inspector.readers.files import tables
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.json_text import BROKEN_LINE, NOT_JSON

TITLE: Final = "Cookies as JSON"
_SAMPLE: Final = 20
_TEXTS: Final = frozenset({"name", "value", "domain", "path"})  # a number is none of these


def bid(file: OpenedFile) -> int:
    """Bid on a list of objects, most of which have a name and a domain."""
    found = [entry for entry in islice(_entries(file), _SAMPLE) if isinstance(entry, dict)]
    return 20 if found and sum(not tables.fault(_cells(entry)) for entry in found) * 2 > len(found) else 0


def read(file: OpenedFile) -> Reading:
    """Read every object that is a cookie."""
    skipped, store = Skipped(str(file.path), "an entry is not a cookie"), file.store(TITLE)
    cookies: list[Cookie] = []
    for number, entry in enumerate(_entries(file), 1):
        cells = _cells(entry) if isinstance(entry, dict) else {}
        why = _no_object(entry) or tables.fault(cells)
        if why:
            skipped.add(f"cookie {number}", why)
        else:
            cookies.append(tables.cookie({"name": "", **cells}, store))
    problems = (*file.damage(), *skipped.problems())
    return Reading(tuple(cookies), problems, (StoreCount(store, len(cookies)),))


def _entries(file: OpenedFile) -> list[Any]:
    data = file.json
    if data is NOT_JSON:
        return []
    if isinstance(data, dict):
        under = data.get("cookies")
        return under if isinstance(under, list) else [data]
    return data if isinstance(data, list) else []


def _no_object(entry: Any) -> str:
    if isinstance(entry, dict):
        return ""
    return "the line is no JSON" if entry is BROKEN_LINE else "it is not an object"


def _cells(entry: Mapping[str, Any]) -> dict[str, str]:
    """Return an object as the cells of a row; of two keys that mean the same the first counts."""
    cells: dict[str, str] = {}
    for key, value in entry.items():
        fact, text = tables.column(key), _text(value)
        if fact and text is not None and (isinstance(value, str) or fact not in _TEXTS):
            cells.setdefault(fact, text)
    return cells


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return value if isinstance(value, str) else None


JSON_COOKIES: Final = FileFormat("json", TITLE, bid, read)
