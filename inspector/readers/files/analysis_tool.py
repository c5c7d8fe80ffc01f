# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What Google's Privacy Sandbox Analysis Tool saves: ``cookies.json`` or a report's JSON, and its table as CSV.

The tool also runs in a person's own browser, where cookies of earlier days are sent: only a cookie that came in a
response, or that a script set, is proven to be set on the page. Cookies that were blocked were tried and not kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from inspector.core.cookie import Cookie, CookieKey, Priority, RowProblem
from inspector.core.cookie_date import parse_cookie_date
from inspector.core.evidence import Evidence, Refusal, Sighting, Visit
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.store import StoreRef
from inspector.readers.files import csv_cookies, entries, tables
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.responses import origin_of
from inspector.readers.files.table_rows import read_header

TITLE: Final = "Privacy Sandbox Analysis Tool cookies"
_SETTERS: Final = frozenset({"response", "javascript"})
_PRIORITY: Final = {"low": Priority.LOW, "medium": Priority.MEDIUM, "high": Priority.HIGH}
_CSV_TITLES: Final = frozenset({"name", "scope", "domain", "partitionkey", "category", "platform"})


def bid(file: OpenedFile) -> int:
    """Bid on an object, or a list of them, with a page and its frames' cookies; or on the tool's own columns."""
    if _pages(file.json):
        return 94
    first = file.head_text.lstrip().partition("\n")[0]
    if first.startswith(("{", "[")):
        return 0
    found = set(map(tables.letters, read_header(first, tables.column, ",").titles))
    return 92 if found >= _CSV_TITLES else 0


def read(file: OpenedFile) -> Reading:
    """Read every cookie; one that several frames have is one cookie."""
    pages = _pages(file.json)
    return _read_json(file, pages) if pages else csv_cookies.read_table(file, TITLE, ",")


def _pages(data: Any) -> list[dict[str, Any]]:
    found = data if isinstance(data, list) else [data]
    return [page for page in found if isinstance(page, dict) and isinstance(page.get("cookieData"), dict)]


@dataclass
class _Found:
    cookies: dict[CookieKey, Cookie] = field(default_factory=dict)
    sightings: dict[CookieKey, Sighting] = field(default_factory=dict)
    refused: dict[CookieKey, Refusal] = field(default_factory=dict)
    again: int = 0
    blocked: int = 0

    def add(self, cookie: Cookie, entry: entries.Entry, page: str | None) -> None:
        """Take one frame's cookie."""
        key = cookie.key
        seen = Sighting(page if _was_set(entry) else None, False, None, entries.text(entry, "url"))
        if entry.get("isBlocked") is True:
            self.blocked += 1
            reasons = entry.get("blockedReasons")
            named = ", ".join(str(reason)[:60] for reason in reasons[:3]) if isinstance(reasons, list) else ""
            self.refused[key] = Refusal(cookie, f"the browser blocked it{f' ({named})' if named else ''}", seen)
            return
        self.again += key in self.cookies
        self.cookies[key] = cookie
        if seen.page is not None:
            self.sightings[key] = self.sightings[key].joined(seen) if key in self.sightings else seen


def _read_json(file: OpenedFile, pages: list[dict[str, Any]]) -> Reading:
    store, skipped, found = file.store(TITLE), Skipped(str(file.path), "an entry is not a cookie"), _Found()
    visits: list[Visit] = []
    for page in pages:
        url = entries.text(page, "pageUrl")
        url = url if url and origin_of(url) else None
        visits += [Visit(url, None, None, TITLE)] if url else []
        for number, entry in enumerate(_entries(page), 1):
            parsed = entry.get("parsedCookie") if isinstance(entry, dict) else None
            why = entries.fault(parsed) if isinstance(parsed, dict) else "it has no parsed cookie"
            if why or not isinstance(parsed, dict):
                skipped.add(f"cookie {number} of a page", why)
            else:
                found.add(_cookie(parsed, store), entry, url)
    cookies = tuple(found.cookies.values())
    evidence = Evidence(tuple(visits), MappingProxyType(found.sightings), False, tuple(found.refused.values()))
    problems = (*file.damage(), *skipped.problems(), *_notes(file, found))
    return Reading(cookies, problems, (StoreCount(store, len(cookies)),), evidence=evidence)


def _entries(page: dict[str, Any]) -> Iterator[Any]:
    for frame in page["cookieData"].values():
        held = frame.get("frameCookies") if isinstance(frame, dict) else None
        yield from held.values() if isinstance(held, dict) else (held,)


def _was_set(entry: entries.Entry) -> bool:
    """Whether the record shows it being set here, and not only sent."""
    if entry.get("headerType") in _SETTERS:
        return True
    events = entry.get("networkEvents")
    return isinstance(events, dict) and bool(events.get("responseEvents"))


def _cookie(parsed: entries.Entry, store: StoreRef) -> Cookie:
    odd: list[RowProblem] = []
    expires_us, session = _expiry(parsed, odd)
    value = parsed.get("value")
    lower = {key.lower(): held for key, held in parsed.items()}  # the tool's own spellings differ between versions
    return entries.cookie(
        store,
        parsed["domain"],
        parsed["name"],
        parsed.get("path"),
        value if isinstance(value, str) else None,
        entries.partition(parsed.get("partitionKey")),
        expires_us=expires_us,
        session=session,
        secure=entries.flag(lower, "secure"),
        http_only=entries.flag(lower, "httponly"),
        same_site=entries.same_site(lower.get("samesite")),
        priority=_PRIORITY.get(str(parsed.get("priority")).lower(), Priority.UNKNOWN),
        problems=tuple(odd),
    )


def _expiry(parsed: entries.Entry, odd: list[RowProblem]) -> tuple[int | None, bool | None]:
    """ "Session" or 0, a moment as text, or a number."""
    written = parsed.get("expires")
    if written == 0 or (isinstance(written, str) and written.strip().lower() == "session"):
        return None, True
    text = written if isinstance(written, str) else ""
    us = entries.seconds_us(written) if not text else entries.iso_us(text) or parse_cookie_date(text)
    if us is None:
        odd.append(RowProblem("expires", "it is no moment that a cookie can have"))
        return None, None
    return us, False


def _notes(file: OpenedFile, found: _Found) -> Iterator[Problem]:
    if found.blocked:
        what = "cookies were tried and blocked by the browser"
        yield Problem("cookies-refused", what, str(file.path), "", "", Severity.NOTE, found.blocked)
    if found.again:
        what = "cookies are in several frames or pages, and counted once"
        yield Problem("cookies-renewed", what, str(file.path), "", "", Severity.NOTE, found.again)


ANALYSIS_TOOL: Final = FileFormat("psat", TITLE, bid, read)
