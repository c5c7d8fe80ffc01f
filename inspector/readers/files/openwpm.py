# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""OpenWPM's crawl database: what Firefox's cookie events said on each visit.

Read row by row from the file, which SQLite opens read-only and unchanged: it is an export, no browser's profile. Only
real tables are read, and nothing that the schema brings along is run. A session cookie's expiry is written as the end
of the year 9999. Firefox's interface for extensions gives "no_restriction" for SameSite=None and for cookies that say
nothing alike, so that is not known here, but for those whose ``Set-Cookie`` header is in the database, too.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from inspector.core.cookie import Cookie, CookieKey, RowProblem
from inspector.core.evidence import Evidence, Sighting, Visit
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.openwpm_headers import (
    columns,
    of_visit,
    recorded_headers,
    set_cookies,
    tables,
    visit_number,
)
from inspector.readers.files.requested import Requests, Response

if TYPE_CHECKING:
    import sqlite3

TITLE: Final = "OpenWPM crawl"
MAGIC: Final = b"SQLite format 3\0"
NO_VISIT: Final = "visit-not-found"
_TABLE: Final = "javascript_cookies"
_VISITS: Final = "site_visits"
_FOR_EVER: Final = "9999-"
COLUMNS: Final = (
    "visit_id", "record_type", "change", "change_cause", "expiry", "is_http_only", "is_host_only", "is_session",
    "host", "is_secure", "name", "path", "value", "same_site", "first_party_domain", "store_id", "time_stamp",
)  # fmt: skip
_NEEDED: Final = frozenset({"host", "name"})
_CONTAINER: Final = "firefox-container-"
_MOST_VISITS: Final = 1000


def bid(file: OpenedFile) -> int:
    """Bid on a database with the table of cookie events."""
    if not file.head.startswith(MAGIC):
        return 0
    import sqlite3  # here because every file is bid on, and few are databases

    try:
        with closing(connect(file.path)) as connection:
            return 95 if _TABLE in tables(connection) else 0
    except sqlite3.Error:
        return 0


def read(file: OpenedFile) -> Reading:
    """Read every event: of each cookie the last one counts, and every page on which there was one.

    Where one visit of the crawl is asked for, the events and headers of the others are left alone.
    """
    import sqlite3

    skipped = Skipped(str(file.path), "a cookie event was left out")
    collected = _Collected(file.store(TITLE))
    problems: list[Problem] = []
    asked: Requests | None = None
    unread = Skipped(str(file.path), "a Set-Cookie header was left out")
    try:
        with closing(connect(file.path)) as connection:
            only = file.asked.visit
            pages = page_addresses(connection, only)
            for number, row in enumerate(_rows(connection, only), 1):
                collected.add(row, pages, skipped, f"row {number}")
            if only is not None and not pages and not collected.events:
                problems.append(_no_visit(file, only))
            asked = Requests(collected.cookies.values(), collected.store, file.asked)
            for place, header, response in recorded_headers(connection, pages, unread, only):
                asked.take(header, response, unread, place)
    except sqlite3.Error as error:
        problems.append(_broken(file, str(error), collected.events))
    return _reading(file, collected, asked, [*problems, *skipped.problems(), *unread.problems()])


def _reading(file: OpenedFile, collected: "_Collected", asked: Requests | None, problems: list[Problem]) -> Reading:
    asked = asked or Requests((), collected.store, file.asked)
    cookies = tuple(map(asked.told, collected.cookies.values()))
    where = str(file.path)
    told = (*problems, *_beside(file), *collected.notes(where), *asked.notes(where))
    visits = tuple(Visit(page, None, None, TITLE) for page in list(collected.visited)[:_MOST_VISITS])
    sightings = MappingProxyType(asked.sightings(collected.sightings()))
    evidence = Evidence(visits, sightings, refused=asked.refused)
    return Reading(cookies, told, (StoreCount(collected.store, len(cookies)),), evidence=evidence)


class Answered(NamedTuple):
    """A row of answers: of which table, its address, its headers as JSON, and its moment as written."""

    table: str
    url: Any
    headers: Any
    time: Any


def reading_of_visit(
    file: OpenedFile, rows: Iterable[Mapping[str, Any]], answers: Iterable[Answered], page: str | None
) -> Reading:
    """Return what one visit of a crawl gave, for who reads a crawl visit by visit; as :func:`read` gives the whole."""
    skipped = Skipped(str(file.path), "a cookie event was left out")
    unread = Skipped(str(file.path), "a Set-Cookie header was left out")
    collected = _Collected(file.store(TITLE))
    for number, row in enumerate(rows, 1):
        pages = {} if page is None else {row.get("visit_id"): page}
        collected.add(row, pages, skipped, f"visit of {page or 'no page'}, event {number}")
    asked = Requests(collected.cookies.values(), collected.store, file.asked)
    for number, held in enumerate(answers, 1):
        place = f"{held.table}, visit of {page or 'no page'}, answer {number} with Set-Cookie"
        us = entries.iso_us(held.time)
        response = Response(held.url if isinstance(held.url, str) else "", page, us, us)
        for text in set_cookies(held.headers, unread, place):
            asked.take(text, response, unread, place)
    if page is not None:
        collected.visited[page] = None
    return _reading(file, collected, asked, [*skipped.problems(), *unread.problems()])


def visit_rows(connection: "sqlite3.Connection", low: int, high: int) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield the events of the visits from one number to another, visit by visit; those without a number come first."""
    for row in _rows(connection, span=(low, high)):
        visit = row.get("visit_id", row.get("crawl_id"))
        yield visit if isinstance(visit, int) else -1, row


def connect(path: Path) -> "sqlite3.Connection":
    """Open the file as it lies there: nothing is written, no log is applied, no function of the schema is trusted."""
    import sqlite3

    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _rows(
    connection: "sqlite3.Connection", only: str | None = None, span: tuple[int, int] | None = None
) -> Iterator[Mapping[str, Any]]:
    held = columns(connection, _TABLE)
    if not held >= _NEEDED:
        import sqlite3

        raise sqlite3.DatabaseError(f"the table {_TABLE} has no columns host and name")
    known: list[str] = [column for column in COLUMNS if column in held]
    if "visit_id" not in held and "crawl_id" in held:
        known.append("crawl_id")
    asked: tuple[str | int, ...]
    condition, asked = of_visit("visit_id" if "visit_id" in held else "NULL", only)
    if span is not None:
        visit = visit_number(held)
        condition, asked = f"{visit} BETWEEN ? AND ? ORDER BY {visit}, rowid", span
    query = f"SELECT {', '.join(known)} FROM {_TABLE} WHERE {condition}"  # noqa: S608 - names of our own list
    for row in connection.execute(query, asked):
        yield dict(zip(known, row, strict=True))


def page_addresses(connection: "sqlite3.Connection", only: str | None = None) -> dict[Any, str]:
    """Return the address of each visit; what is no address is none."""
    if _VISITS not in tables(connection) or not columns(connection, _VISITS) >= {"visit_id", "site_url"}:
        return {}
    condition, asked = of_visit("visit_id", only)
    query = f"SELECT visit_id, site_url FROM {_VISITS} WHERE {condition}"  # noqa: S608 - names of our own
    found = connection.execute(query, asked)
    return {visit: url for visit, url in found if isinstance(url, str) and url}


class _Collected:
    """The cookies of all events, each once, and what became of the events."""

    def __init__(self, store: StoreRef) -> None:
        self.store = store
        self.cookies: dict[CookieKey, Cookie] = {}
        self.seen: dict[CookieKey, dict[str, int | None]] = {}
        self.visited: dict[str, None] = {}
        self.events = 0
        self.again = 0
        self.removed = 0

    def add(self, row: Mapping[str, Any], pages: Mapping[Any, str], skipped: Skipped, place: str) -> None:
        """Take one event."""
        self.events += 1
        if not isinstance(row["name"], str) or not isinstance(row["host"], str) or not row["host"].strip(". "):
            skipped.add(place, "it has no name or no host")
            return
        page = pages.get(row.get("visit_id"))
        if page is not None:
            self.visited[page] = None
        kind = str(row.get("record_type") or row.get("change") or "").lower()
        if kind == "deleted":
            self.removed += 1
            return
        cookie = _cookie(row, self.store)
        self.again += cookie.key in self.cookies
        self.cookies[cookie.key] = cookie
        self._see(cookie, None if kind == "manual-export" else page)

    def _see(self, cookie: Cookie, page: str | None) -> None:
        """A cookie that was exported at the end may have been there before the visit: that proves no page."""
        if page is not None:
            self.seen.setdefault(cookie.key, {}).setdefault(page, cookie.updated_us)

    def sightings(self) -> dict[CookieKey, Sighting]:
        """Return of each cookie every page on which there was an event, the first one first."""
        return {
            key: Sighting(next(iter(pages)), False, next(iter(pages.values())), None, tuple(pages)[1:])
            for key, pages in self.seen.items()
        }

    def notes(self, where: str) -> Iterator[Problem]:
        """Yield what became of events that gave no cookie of their own."""
        if self.removed:
            what = "events say that a cookie was removed: it was there before, and is among the cookies"
            yield Problem("cookies-removed", what, where, "", "", Severity.NOTE, self.removed)
        if self.again:
            what = "events set a cookie again: the last one counts, on every page on which there was one"
            yield Problem("cookies-renewed", what, where, "", "", Severity.NOTE, self.again)


def _cookie(row: Mapping[str, Any], store: StoreRef) -> Cookie:
    odd: list[RowProblem] = []
    expires_us, session = _expiry(row, odd)
    value, host, host_only = row.get("value"), row["host"], _bit(row.get("is_host_only"))
    return entries.cookie(
        store,
        f".{host.lstrip('.')}" if host_only is False else host,
        row["name"],
        row.get("path"),
        value if isinstance(value, str) else None,
        _isolation(row),
        host_only=not host.startswith(".") if host_only is None else host_only,
        updated_us=entries.iso_us(row.get("time_stamp")),
        expires_us=expires_us,
        session=session,
        secure=_bit(row.get("is_secure")),
        http_only=_bit(row.get("is_http_only")),
        same_site=entries.firefox_same_site(row.get("same_site")),
        problems=tuple(odd),
    )


def _expiry(row: Mapping[str, Any], odd: list[RowProblem]) -> tuple[int | None, bool | None]:
    written = row.get("expiry")
    if _bit(row.get("is_session")) or (isinstance(written, str) and written.startswith(_FOR_EVER)):
        return None, True
    us = entries.iso_us(written)
    if us is None:
        odd.append(RowProblem("expires", "the row does not state it"))
        return None, None
    return us, False


def _bit(value: Any) -> bool | None:
    return {0: False, 1: True}.get(value) if isinstance(value, int) else None


def _isolation(row: Mapping[str, Any]) -> Isolation:
    domain, store_id = row.get("first_party_domain"), row.get("store_id")
    first_party = domain if isinstance(domain, str) and domain else None
    number = store_id[len(_CONTAINER) :] if isinstance(store_id, str) and store_id.startswith(_CONTAINER) else ""
    container = Container(int(number)) if number.isdecimal() and len(number) < 10 else None
    if first_party is None and container is None:
        return NOT_ISOLATED
    return Isolation(None, container, first_party, raw=f"{first_party or ''}^{number}")


def _broken(file: OpenedFile, why: str, events: int) -> Problem:
    what = "the database could not be read to its end"
    return Problem("database-damaged", what, str(file.path), f"{why[:200]}; {events} events before were read")


def _no_visit(file: OpenedFile, only: str) -> Problem:
    what = f'the crawl has no visit "{only[:40]}"'
    return Problem(NO_VISIT, what, str(file.path), "", "Give an id of its table site_visits", Severity.FAILED)


def _beside(file: OpenedFile) -> Iterator[Problem]:
    """Say that a write-ahead log was left: what is in it is not in the file."""
    log = file.path.with_name(f"{file.path.name}-wal")
    try:
        size = log.stat().st_size
    except OSError:  # none there, which is as it should be
        return
    if size:
        what = "a write-ahead log lies beside it and was not read: the last rows may be missing"
        yield Problem("log-left", what, str(log), "", "Open it once with sqlite3, which writes the log into it")


OPENWPM: Final = FileFormat("openwpm", TITLE, bid, read)
