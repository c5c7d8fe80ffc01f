# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""HAR 1.2, what browsers' developer tools, Playwright and proxies record of a visit: every request with its headers.

Headers are preferred to the lists of cookies beside them, which leave out Partitioned and repeat cookies that the
browser refused. A HAR that Chrome exported "sanitized" has no cookie headers at all, which is no proof of no cookies.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from inspector.core.cookie import SameSite
from inspector.core.cookie_date import parse_cookie_date
from inspector.core.evidence import Visit
from inspector.core.late_pattern import late
from inspector.core.problem import Problem
from inspector.core.reading import Reading, StoreCount
from inspector.core.set_cookie import NotACookieError, SetCookie, parse_set_cookie
from inspector.readers.files.api import FileFormat, OpenedFile, Skipped
from inspector.readers.files.entries import SAME_SITE, iso_us, text
from inspector.readers.files.har_pages import Pages, Seen
from inspector.readers.files.header_jar import HeaderJar
from inspector.readers.files.responses import Answer, Origin, origin_of
from inspector.readers.files.streams import Entries

TITLE: Final = "HAR recording"
_START: Final = late(r'\s*\{\s*"log"\s*:\s*\{')
_NAMED: Final = late(r'"(creator|browser)"\s*:\s*\{[^{}]{0,400}?"name"\s*:\s*"([^"]{0,80})"')
_CHROME_TOOLS: Final = "WebInspector"
_CHROMIUM: Final = frozenset({"webinspector", "chromium", "chrome", "msedge", "edge", "google chrome"})
_FIREFOX: Final = frozenset({"firefox"})
_MOST_VISITS: Final = 1000
_OPTIONAL: Final = (("secure", "secure"), ("http_only", "httpOnly"), ("same_site", "sameSite"), ("path", "path"))


class _Received(NamedTuple):
    """A header that was read, and the request that it came with."""

    header: SetCookie
    url: str
    origin: Origin
    at_us: int | None
    seen: Seen
    unstated: tuple[str, ...] | None = None


class _Sent(NamedTuple):
    name: str
    value: str
    origin: Origin


def bid(file: OpenedFile) -> int:
    """Bid on an object whose first key is "log", as every writer has it, or that has entries under it."""
    if _START.match(file.head_text):
        return 95
    data = file.json if file.small else None
    log = data.get("log") if isinstance(data, dict) else None
    return 90 if isinstance(log, dict) and isinstance(log.get("entries"), list) else 0


def read(file: OpenedFile) -> Reading:
    """Read every header of every entry; a bad one costs itself."""
    skipped = Skipped(str(file.path), "a cookie of an entry was left out")
    pages = Pages(file.asked.site_of)
    entries = Entries(file, "log.entries.item")
    events: list[_Received | _Sent] = []
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry, dict):
            skipped.add(f"entry {number}", "it is not an object")
            continue
        events.extend(_events(entry, pages, skipped, f"entry {number}"))
    store = file.store(TITLE)
    jar = HeaderJar(store, file.asked)
    _fill(jar, events, pages, _lax_default(file))
    sanitised = not events and entries.count > 0 and _names(file).get("creator") == _CHROME_TOOLS
    cookies = jar.cookies()
    problems = (*entries.problems(), *skipped.problems(), *jar.notes(), *_sanitised(file, sanitised))
    visits = () if sanitised else tuple(_visits(pages))
    return Reading(cookies, problems, (StoreCount(store, len(cookies)),), evidence=jar.evidence(visits))


def _fill(jar: HeaderJar, events: Iterable[_Received | _Sent], pages: Pages, lax_default: bool | None) -> None:
    """Play the events in their order, now that every page is known."""
    for event in events:
        if isinstance(event, _Sent):
            jar.send(event.name, event.value, event.origin)
            continue
        page, own = pages.page_of(event.seen), event.seen.own is not None
        answer = Answer(event.url, event.origin, event.at_us, page, own, lax_default)
        jar.receive(event.header, answer, unstated=event.unstated)


def _events(entry: Mapping[str, Any], pages: Pages, skipped: Skipped, place: str) -> Iterator[_Received | _Sent]:
    request, response = _object(entry, "request"), _object(entry, "response")
    url = text(request, "url") or ""
    origin, tab = origin_of(url), text(entry, "pageref")
    asked, answered = _headers(request), _headers(response)
    set_cookies = [line for name, value in answered if name == "set-cookie" for line in value.split("\n")]
    if origin is None:
        for _ in set_cookies:
            skipped.add(place, "its address cannot set cookies")
        return
    at_us = iso_us(entry.get("startedDateTime"))
    headers = dict(asked)
    is_page = pages.see(tab, url, origin, headers.get("sec-fetch-dest", ""), _kind(response), _status(response), at_us)
    seen = Seen(tab, headers.get("referer"), pages.place(tab), url if is_page else None)
    yield from (_Sent(name, value, origin) for name, value in _sent(request, asked))
    if entry.get("_fromCache"):  # the headers are those of an earlier answer, which the browser does not obey again
        return
    for line in set_cookies:
        try:
            yield _Received(parse_set_cookie(line), url, origin, at_us, seen)
        except NotACookieError as error:
            skipped.add(place, str(error))
    if not set_cookies:
        yield from _listed(response, skipped, place, url, origin, at_us, seen)


def _object(entry: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = entry.get(key)
    return found if isinstance(found, dict) else {}


def _headers(message: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = message.get("headers")
    return [
        (held["name"].lower(), held["value"])
        for held in (found if isinstance(found, list) else ())
        if isinstance(held, dict) and isinstance(held.get("name"), str) and isinstance(held.get("value"), str)
    ]


def _sent(request: Mapping[str, Any], headers: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield what a request carried, by its header, else by its list."""
    lines = [value for name, value in headers if name == "cookie"]
    for pair in (pair for line in lines for pair in line.split(";")):
        name, mark, value = pair.strip().partition("=")
        if mark and name:
            yield name, value
    if not lines:
        for held in _list(request, "cookies"):
            if isinstance(held, dict) and text(held, "name"):
                yield held["name"], text(held, "value") or ""


def _list(message: Mapping[str, Any], key: str) -> list[Any]:
    found = message.get(key)
    return found if isinstance(found, list) else []


def _listed(
    response: Mapping[str, Any], skipped: Skipped, place: str, url: str, origin: Origin, at_us: int | None, seen: Seen
) -> Iterator[_Received]:
    """Yield the cookies of a response that kept no headers: what its list leaves out is not known."""
    for held in _list(response, "cookies"):
        if not isinstance(held, dict) or not isinstance(held.get("name"), str):
            skipped.add(place, "it has no name")
            continue
        domain, path = text(held, "domain"), text(held, "path")
        header = SetCookie(
            held["name"],
            text(held, "value") or "",
            _expires(held.get("expires")),
            None,
            (domain or "").lstrip(".").lower() or None,
            path,
            held.get("secure") is True or (held.get("secure") is None and origin.secure),
            held.get("httpOnly") is True,
            SAME_SITE.get(str(held.get("sameSite")).lower(), SameSite.UNSPECIFIED),
        )
        unstated = [key for key, name in _OPTIONAL if held.get(name) is None]
        yield _Received(header, url, origin, at_us, seen, (*unstated, "partitioned_attribute", "priority"))


def _expires(value: Any) -> int | None:
    return (iso_us(value) or parse_cookie_date(value)) if isinstance(value, str) else None


def _kind(response: Mapping[str, Any]) -> str:
    kind = str(_object(response, "content").get("mimeType", ""))[:64].lower()
    return "html" if "html" in kind else "other"


def _status(response: Mapping[str, Any]) -> int:
    status = response.get("status")
    return status if isinstance(status, int) and 0 <= status < 1000 else 0


def _names(file: OpenedFile) -> dict[str, str]:
    """Who wrote the file, and which browser: told by its head."""
    return dict(_NAMED.findall(file.head_text[:8192]))


def _lax_default(file: OpenedFile) -> bool | None:
    names = {name.lower() for name in _names(file).values()}
    return True if names & _CHROMIUM else False if names & _FIREFOX else None


def _visits(pages: Pages) -> Iterator[Visit]:
    for page in pages.visited()[:_MOST_VISITS]:
        yield Visit(page.url, page.at_us, None, TITLE)


def _sanitised(file: OpenedFile, sanitised: bool) -> Iterator[Problem]:
    if sanitised:
        yield Problem(
            "har-sanitised",
            "has no cookie headers: Chrome took them out when it was exported",
            str(file.path),
            "the record proves neither cookies nor their absence",
            'In DevTools allow "Export HAR (with sensitive data)" and export it so',
        )


HAR: Final = FileFormat("har", TITLE, bid, read)
