# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Open Cookie Database, as CSV and as JSON (Apache-2.0).

Its "Functional" is everything that is neither analytics nor marketing, so it disputes nothing that we call necessary
or preferences (see :mod:`inspector.knowledge.disputes`). It files half of the opt-out cookies under marketing.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from inspector.core.label import Purpose
from inspector.knowledge.packs.api import (
    Document,
    PackData,
    PackError,
    PackFormat,
    find_domain,
    mapping,
    need,
    read_json,
    sequence,
)

_COLUMNS: Final = ("Platform", "Category", "Cookie / Data Key name", "Domain", "Retention period", "Wildcard match")
_KEYS: Final = ("category", "cookie", "domain", "retentionPeriod", "wildcardMatch")
_PURPOSES: Final = {
    "functional": Purpose.FUNCTIONAL,
    "necessary": Purpose.FUNCTIONAL,
    "preferences": Purpose.PREFERENCES,
    "personalization": Purpose.PREFERENCES,
    "security": Purpose.SECURITY,
    "analytics": Purpose.ANALYTICS,
    "marketing": Purpose.ADVERTISING,
}
_DAYS: Final = {"second": 1 / 86_400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}
_PERIOD: Final = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)\s*(second|minute|hour|day|week|month|year)", re.IGNORECASE)
_LONGEST_FIELD: Final = 100_000


def recognise(document: Document) -> bool:
    """Whether the file begins like the CSV or the JSON of Open Cookie Database."""
    head = document.content[:4096]
    return b"Cookie / Data Key name" in head or (b'"wildcardMatch"' in head and b'"dataController"' in head)


def read(document: Document) -> PackData:
    """Return the list's cookies."""
    data = PackData()
    rows = _json_rows(document) if document.text().lstrip()[:1] in "{[" else _csv_rows(document)
    for category, name, domain, retention, wildcard in rows:
        purpose = _PURPOSES.get(category.strip().lower())
        if purpose is None:
            data.skipped += 1
            continue
        days, session = read_period(retention)
        data.add_cookie(
            name.strip(),
            purpose,
            wildcard=wildcard.strip() in ("1", "true"),
            domain=find_domain(domain),
            days=days,
            session=session,
        )
    return data


def _csv_rows(document: Document) -> Iterator[tuple[str, ...]]:
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(document.text(), newline=""), strict=True)
    try:
        header = next(reader, [])
        missing = [column for column in _COLUMNS if column not in header]
        need(not missing, f"the header lacks {', '.join(missing)}")
        places = [header.index(column) for column in _COLUMNS[1:]]
        for row in reader:
            need(len(row) == len(header), f"line {reader.line_num} has {len(row)} fields, not {len(header)}")
            yield tuple(row[place] for place in places)
    except csv.Error as error:
        raise PackError(f"line {reader.line_num}: {error}") from error


def _json_rows(document: Document) -> Iterator[tuple[str, ...]]:
    for platform, entries in mapping(read_json(document), "the file").items():
        for number, entry in enumerate(sequence(entries, f"{platform!r}"), 1):
            where = f"{platform!r}, entry {number}"
            yield _fields(mapping(entry, where), where)


def _fields(entry: Mapping[str, Any], where: str) -> tuple[str, ...]:
    need(isinstance(entry.get("cookie"), str) and isinstance(entry.get("category"), str), f"{where} lacks its cookie")
    return tuple("" if entry.get(key) is None else str(entry[key]) for key in _KEYS)


def read_period(text: str) -> tuple[float | None, bool | None]:
    """Return days and whether it ends with the session, of a period as the list writes it.

    >>> read_period("13 months"), read_period("Session"), read_period("persistent")
    ((390.0, False), (None, True), (None, None))
    """
    if "session" in text.lower():
        return None, True
    match = _PERIOD.search(text)
    return (round(float(match[1]) * _DAYS[match[2].lower()], 5), False) if match else (None, None)


FORMAT: Final = PackFormat(
    id="open-cookie-database",
    name="Open Cookie Database",
    licence="Apache-2.0",
    attribution="Open Cookie Database, its contributors",
    trust=2,
    recognise=recognise,
    read=read,
)
