# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit as HAR 1.2, for other tools: what bears on cookies of each request, and nothing that was not recorded.

Cookies' values stand in it only where the visit kept them. What HAR has no place for (the fate of a cookie, its
partition) is in fields that begin with an underscore, which the format reserves for such things.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TextIO

from inspector.capture.events import Event, HeaderWrite, PageOpened, Request, Response, RunStarted
from inspector.capture.parts import AskedCookie
from inspector.core.moments import to_iso
from inspector.core.origin import origin_of

NOT_RECORDED: Final = "not-recorded"
_COMMENT: Final = (
    "Headers are those that bear on cookies, put together from what was recorded; a value that was not kept is written "
    f'as "{NOT_RECORDED}". Sec-Fetch-Dest is told from the kind of the request.'
)
_SAME_SITE: Final = {"strict": "Strict", "lax": "Lax", "none": "None"}
_DESTINATIONS: Final = {
    "document": "iframe",
    "stylesheet": "style",
    "image": "image",
    "media": "video",
    "font": "font",
    "script": "script",
    "xhr": "empty",
    "fetch": "empty",
    "ping": "empty",
    "websocket": "websocket",
}


def write_har(runs: Mapping[str, Sequence[Event]], program: Mapping[str, str], out: TextIO) -> int:
    """Write the runs of a visit as one HAR file, an entry a line; return how many entries it has."""
    starts = [event for events in runs.values() for event in events[:1] if isinstance(event, RunStarted)]
    browser = {"name": starts[0].browser, "version": starts[0].version or ""} if starts else {"name": "", "version": ""}
    head = {"version": "1.2", "creator": {**program, "comment": _COMMENT}, "browser": browser}
    out.write('{"log": ' + json.dumps(head)[:-1] + ',\n"pages": [')
    pages = [page for run, events in runs.items() for page in _pages(run, events)]
    out.write(",\n".join(map(json.dumps, pages)) + '],\n"entries": [')
    count = 0
    for run, events in runs.items():
        for entry in _entries(run, events):
            out.write((",\n" if count else "\n") + json.dumps(entry))
            count += 1
    out.write("\n]}}\n")
    return count


def _pages(run: str, events: Sequence[Event]) -> Iterator[dict[str, Any]]:
    for page in events:
        if isinstance(page, PageOpened):
            timings = {"onContentLoad": -1, "onLoad": -1}
            yield {
                "startedDateTime": _moment(page.at_us),
                "id": f"{run}/{page.page}",
                "title": page.url or page.asked_url,
                "pageTimings": timings,
            }


def _entries(run: str, events: Sequence[Event]) -> Iterator[dict[str, Any]]:
    responses = {event.request: event for event in events if isinstance(event, Response)}
    writes: dict[str, list[HeaderWrite]] = {}
    alone: list[HeaderWrite] = []
    requests = [event for event in events if isinstance(event, Request)]
    known = {request.request for request in requests}
    for event in events:
        if isinstance(event, HeaderWrite):
            (writes.setdefault(event.request, []) if event.request in known else alone).append(event)
    after = {event.redirect_from: event.url for event in requests if event.redirect_from is not None}
    tops = _top_documents(events)
    for request in sorted(requests, key=lambda event: event.at_us):
        answer = responses.get(request.request)
        yield _entry(run, request, answer, writes.get(request.request, ()), after.get(request.request, ""), tops)
    for write in alone:
        request = Request(write.at_us, "", write.url, write.page, write.top_url, frame_url=write.frame_url)
        yield _entry(run, request, None, (write,), "", tops)


def _top_documents(events: Sequence[Event]) -> frozenset[str]:
    pages = [event for event in events if isinstance(event, PageOpened)]
    return frozenset(url for page in pages for url in (page.asked_url, page.url, *page.redirects))


def _entry(
    run: str,
    request: Request,
    answer: Response | None,
    writes: Sequence[HeaderWrite],
    redirect: str,
    tops: frozenset[str],
) -> dict[str, Any]:
    taken_ms = -1.0 if answer is None else max(0, answer.at_us - request.at_us) / 1000
    entry: dict[str, Any] = {
        "startedDateTime": _moment(request.at_us),
        "time": max(0.0, taken_ms),
        "request": _request(request, tops),
        "response": _response(answer, writes, redirect),
        "cache": {},
        "timings": {"send": 0, "wait": max(0.0, taken_ms), "receive": 0},
        "_resourceType": request.type.lower() or "other",
        "_run": run,
    }
    if request.page is not None:
        entry["pageref"] = f"{run}/{request.page}"
    if answer is not None and answer.from_cache:
        entry["_fromCache"] = "disk"
    return entry


def _request(request: Request, tops: frozenset[str]) -> dict[str, Any]:
    kind = request.type.lower()
    dest = "document" if kind in ("document", "") and request.url in tops else _DESTINATIONS.get(kind, "empty")
    headers = [_header("Sec-Fetch-Dest", dest)]
    if dest != "document" and request.frame_url and origin_of(request.frame_url) is not None:
        headers.append(_header("Referer", request.frame_url))
    sent = request.cookie_names_sent or ()
    if sent:
        headers.append(_header("Cookie", "; ".join(f"{name}={NOT_RECORDED}" for name in sent)))
    if request.gpc_sent:
        headers.append(_header("Sec-GPC", "1"))
    return {
        "method": request.method,
        "url": request.url,
        "httpVersion": "",
        "cookies": [_header(name, NOT_RECORDED) for name in sent],
        "headers": headers,
        "queryString": [],
        "headersSize": -1,
        "bodySize": -1,
    }


def _response(answer: Response | None, writes: Sequence[HeaderWrite], redirect: str) -> dict[str, Any]:
    status = 0 if answer is None or answer.status is None else answer.status
    return {
        "status": status,
        "statusText": "",
        "httpVersion": "",
        "cookies": [_header(write.cookie.name, _value(write.cookie)) for write in writes],
        "headers": [_header("Set-Cookie", set_cookie_text(write.cookie)) for write in writes],
        "content": {"size": -1, "mimeType": "" if answer is None else answer.mime},
        "redirectURL": redirect,
        "headersSize": -1,
        "bodySize": -1,
        "_cookieFates": [_fate(write) for write in writes],
    }


def _fate(write: HeaderWrite) -> dict[str, Any]:
    key = write.partition_key
    return {
        "name": write.cookie.name,
        "fate": write.fate.value,
        "reasons": list(write.reasons),
        "partition": None if key is None or not write.cookie.partitioned else key.site,
    }


def set_cookie_text(cookie: AskedCookie) -> str:
    """Return a cookie as the header that asks for it; a value that was not kept is told by a word."""
    parts = [f"{cookie.name}={_value(cookie)}"]
    expires = to_iso(cookie.expires_us)
    if expires is not None:
        parts.append(f"Expires={_http_date(expires)}")
    parts += [f"Max-Age={cookie.max_age_s}"] if cookie.max_age_s is not None else []
    parts += [f"Domain={cookie.domain}"] if cookie.domain is not None else []
    parts += [f"Path={cookie.path}"] if cookie.path is not None else []
    same_site = _SAME_SITE.get(cookie.same_site.value)
    flags = (("Secure", cookie.secure), ("HttpOnly", cookie.http_only), ("Partitioned", cookie.partitioned))
    parts += [name for name, there in flags if there]
    parts += [f"SameSite={same_site}"] if same_site else []
    return "; ".join(parts)


def _value(cookie: AskedCookie) -> str:
    held = cookie.value
    return NOT_RECORDED if held is None or held.value is None else held.value


def _http_date(iso: str) -> str:
    from datetime import datetime
    from email.utils import format_datetime

    try:
        return format_datetime(datetime.fromisoformat(iso), usegmt=True)
    except ValueError:  # a year past 9999
        return "Fri, 31 Dec 9999 23:59:59 GMT"


def _moment(us: int) -> str:
    text = to_iso(us) or ""
    return f"{text[:23]}Z"


def _header(name: str, value: str) -> dict[str, str]:
    return {"name": name, "value": value}
