# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What DuckDuckGo's tracker-radar-collector wrote of one visit, in a browser context of its own.

``expires`` are milliseconds here. The context was fresh, so every cookie was set during this visit. It has no
values. Its requests keep some headers of each answer, ``set-cookie`` among them, and no time but the visit's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from inspector.core.cookie import Cookie, RowProblem, SameSite
from inspector.core.evidence import Evidence, Sighting, Visit
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.entries import Entry
from inspector.readers.files.requested import Requests, Response
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
    started_us, ended_us = (entries.seconds_us(data.get(key)) for key in ("testStarted", "testFinished"))

    def proven(pairs: Sequence[tuple[Entry, Cookie]]) -> Evidence:
        if page is None or data.get("timeout") is True:
            return Evidence()
        sightings = {cookie.key: Sighting(page) for _, cookie in pairs}
        return Evidence((Visit(page, started_us, None, TITLE),), MappingProxyType(sightings))

    reading = entries.read_entries(file, TITLE, data["data"]["cookies"], _cookie, evidence=proven)
    proof = page if reading.evidence.visits else None
    return _with_requests(reading, file, data["data"].get("requests"), Response("", proof, started_us, ended_us))


def _with_requests(reading: Reading, file: OpenedFile, requests: Any, visit: Response) -> Reading:
    """Return the cookies with what the answers' headers asked for."""
    if not isinstance(requests, list):
        return reading
    skipped = Skipped(str(file.path), "a Set-Cookie header was left out")
    asked = Requests(reading.cookies, file.store(TITLE), file.asked)
    for number, request in enumerate(requests, 1):
        for url, text in _set_cookies(request):
            asked.take(text, visit._replace(url=url), skipped, f"request {number}")
    cookies = tuple(map(asked.told, reading.cookies))
    evidence = replace(
        reading.evidence,
        sightings=MappingProxyType(asked.sightings(reading.evidence.sightings)),
        refused=asked.refused,
    )
    problems = (*reading.problems, *skipped.problems(), *asked.notes(str(file.path)))
    return replace(reading, cookies=cookies, evidence=evidence, problems=problems)


def _set_cookies(request: Any) -> Iterator[tuple[str, str]]:
    """Yield address and text of an answer's headers; several cookies are lines of one text, or a list."""
    headers = request.get("responseHeaders") if isinstance(request, dict) else None
    url = entries.text(request, "url") if isinstance(request, dict) else None
    if not isinstance(headers, dict) or url is None:
        return
    for name, held in headers.items():
        if name.lower() == "set-cookie":
            for text in held if isinstance(held, list) else (held,):
                if isinstance(text, str):
                    yield url, text


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
