# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What DuckDuckGo's tracker-radar-collector wrote of one visit, in a browser context of its own.

``expires`` are milliseconds here. The context was fresh, so every cookie was set during this visit. It has no
values.
"""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem, SameSite
from inspector.core.evidence import Evidence, Sighting, Visit
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile
from inspector.readers.files.entries import Entry
from inspector.readers.files.responses import origin_of

TITLE: Final = "tracker-radar-collector visit"


def bid(file: OpenedFile) -> int:
    """Bid on an object with a visit's addresses and its data."""
    data = file.json
    if not isinstance(data, dict) or not isinstance(data.get("data"), dict):
        return 0
    return 95 if "initialUrl" in data and isinstance(data["data"].get("cookies"), list) else 0


def read(file: OpenedFile) -> Reading:
    """Read every entry that is a cookie."""
    data: dict[str, Any] = file.json
    page = next(
        (url for key in ("finalUrl", "initialUrl") if (url := entries.text(data, key)) and origin_of(url)), None
    )
    started_us = entries.seconds_us(data.get("testStarted"))

    def proven(pairs: Sequence[tuple[Entry, Cookie]]) -> Evidence:
        if page is None or data.get("timeout") is True:
            return Evidence()
        sightings = {cookie.key: Sighting(page) for _, cookie in pairs}
        return Evidence((Visit(page, started_us, None, TITLE),), MappingProxyType(sightings))

    return entries.read_entries(file, TITLE, data["data"]["cookies"], _cookie, evidence=proven)


def _cookie(entry: Entry, store: StoreRef) -> Cookie:
    odd: list[RowProblem] = []
    expires_us, session = _expiry(entry, odd)
    return entries.cookie(
        store,
        entry["domain"],
        entry["name"],
        entry.get("path"),
        None,
        entries.partition(entry.get("partitionKey")),
        expires_us=expires_us,
        session=session,
        secure=entries.flag(entry, "secure"),
        http_only=entries.flag(entry, "httpOnly"),
        same_site=entries.same_site(entry["sameSite"]) if "sameSite" in entry else SameSite.UNSPECIFIED,
        problems=tuple(odd),
    )


def _expiry(entry: Entry, odd: list[RowProblem]) -> tuple[int | None, bool | None]:
    """Milliseconds, by the format; never seconds, however small the number is."""
    if entry.get("session") is True:
        return None, True
    found = entries.number(entry.get("expires"))
    if found is None or found < 0:
        odd.append(RowProblem("expires", "it is no moment that a cookie can have"))
        return None, None
    return round(found * 1000), False


TRACKER_RADAR: Final = FileFormat("tracker-radar-collector", TITLE, bid, read)
