# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""BiDi's network events as requests, responses and the ``Set-Cookie`` headers in them.

A header is read when the response begins: one that is cut off later (a film that does not play) has set its cookies all
the same. Firefox tells of no request that a service worker makes; its own log has their cookies.
"""

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from inspector.capture.events import HeaderWrite, Request, Response
from inspector.capture.firefox.fates import Pending
from inspector.capture.firefox.pages import ASKED, Page, Pages
from inspector.capture.parts import Caller, Fate
from inspector.capture.traces import Traces
from inspector.capture.verdicts import host_of

_MOST_HOPS: Final = 2_000
_MOST_COOKIES: Final = 3_000  # of one response
_TYPES: Final = {  # initiatorType, then destination: the words that the log has for a kind of request
    "xmlhttprequest": "xhr",
    "fetch": "fetch",
    "img": "image",
    "iframe": "document",
    "css": "stylesheet",
}
_DESTINATIONS: Final = {"style": "stylesheet", "iframe": "document", "frame": "document", "audio": "media",
                        "video": "media", "track": "media"}  # fmt: skip


@dataclass
class Network:
    """Follows requests. ``tell`` gets requests and responses, ``ask`` the writes whose fate is open."""

    pages: Pages
    traces: Traces
    tell: Callable[[Request | Response], None]
    ask: Callable[[Pending], None]
    under_way: set[str] = field(default_factory=set)
    loaded: list[tuple[str, str]] = field(default_factory=list)
    _read: set[str] = field(default_factory=set)
    _hops: dict[str, Request] = field(default_factory=dict)  # the latest requests, for the redirects that follow them

    def begin_anew(self, ask: Callable[[Pending], None]) -> None:
        """Forget all requests."""
        self.ask = ask
        self.under_way, self.loaded, self._read, self._hops = set(), [], set(), {}

    def sent(self, told: Mapping[str, Any], at_us: int) -> None:
        """``network.beforeRequestSent``."""
        request = _dict(told, "request")
        name, hop = _name(told), told.get("redirectCount")
        url, navigation = str(request.get("url", "")), told.get("navigation")
        page = self._document(told, url)
        place = self.pages.place(_text(told, "context"), navigation, url)
        before = self._hops.get(f"{request.get('request')}/{hop - 1}") if isinstance(hop, int) and hop > 0 else None
        headers = _headers(request)
        self.under_way.add(name)
        event = Request(
            at_us=at_us,
            request=name,
            url=self.traces.of_url(url),
            page=page.number if page is not None else place.page,
            top_url=self._url(place.top_url),
            frame=place.frame,
            frame_url=self._url(place.frame_url),
            method=str(request.get("method", "GET")),
            type=_type(request, navigation),
            initiator=(Caller("redirect", before.url), *before.initiator) if before is not None else (),
            redirect_from=before.request if before is not None else None,
            cookie_names_sent=_names(headers),
            gpc_sent="sec-gpc" in headers,
        )
        self._hops[name] = event
        if len(self._hops) > _MOST_HOPS:
            del self._hops[next(iter(self._hops))]
        self.tell(event)

    def _document(self, told: Mapping[str, Any], url: str) -> Page | None:
        """Note a redirect of a document of a tab, and return its page."""
        page = self.pages.of_navigation(told.get("navigation"))
        if page is None or page.context != told.get("context"):
            return None
        if page.cause != ASKED and not told.get("redirectCount") and page.status is None:
            page.asked_url = url  # a refresh is announced with the address that it leaves
        if page.url != url:
            if told.get("redirectCount"):
                page.redirects.append(page.url)
            page.url = url
        return page

    def began(self, told: Mapping[str, Any], at_us: int) -> None:
        """``network.responseStarted``: the headers are there."""
        name = _name(told)
        if name in self._read:
            return
        self._read.add(name)
        request, response = _dict(told, "request"), _dict(told, "response")
        headers = _headers(response)
        page = self._document(told, str(request.get("url", "")))
        if page is not None:
            status = response.get("status")
            page.status = status if isinstance(status, int) else None
            if page.status is not None and not 300 <= page.status < 400:
                self.pages.answered(page)
            page.headers = {key: value for key, value in headers.items() if key != "set-cookie"}
        if response.get("fromCache") is True:
            return  # its headers are those of long ago
        for line in headers.get("set-cookie", "").split("\n")[:_MOST_COOKIES]:
            if line.strip():
                self._write(told, name, line, at_us)

    def _write(self, told: Mapping[str, Any], name: str, line: str, at_us: int) -> None:
        request, context = _dict(told, "request"), _text(told, "context")
        url = str(request.get("url", ""))
        place = self.pages.place(context, told.get("navigation"), url)
        cookie = self.traces.of_header(line)
        write = HeaderWrite(
            at_us=at_us,
            url=self.traces.of_url(url),
            cookie=cookie,
            request=name,
            page=place.page,
            top_url=self._url(place.top_url),
            frame_url=self._url(place.frame_url),
            fate=Fate.NOT_KNOWN,
        )
        self.ask(Pending(write, line, host_of(url), context, url))

    def ended(self, told: Mapping[str, Any], at_us: int) -> None:
        """``network.responseCompleted``."""
        self.began(told, at_us)
        response, request = _dict(told, "response"), _dict(told, "request")
        self._response(told, at_us, response, "")
        self.loaded.append((str(request.get("request", "")), str(request.get("url", ""))))

    def failed(self, told: Mapping[str, Any], at_us: int) -> None:
        """``network.fetchError``."""
        failure = str(told.get("errorText") or "failed")
        page = self._document(told, str(_dict(told, "request").get("url", "")))
        if page is not None:
            page.failure = failure
        self._response(told, at_us, {}, failure)

    def _response(self, told: Mapping[str, Any], at_us: int, response: Mapping[str, Any], failure: str) -> None:
        name = _name(told)
        self.under_way.discard(name)
        status = response.get("status")
        cached = response.get("fromCache")
        self.tell(
            Response(
                at_us=at_us,
                request=name,
                url=self.traces.of_url(str(_dict(told, "request").get("url", ""))),
                status=status if isinstance(status, int) else None,
                from_cache=cached if isinstance(cached, bool) else None,
                mime=str(response.get("mimeType", ""))[:100],
                failure=failure[:200],
            )
        )

    def _url(self, url: str | None) -> str | None:
        return None if url is None else self.traces.of_url(url)


def _name(told: Mapping[str, Any]) -> str:
    """Each hop of a redirect is a request of its own, though Firefox counts them under one name."""
    hop = told.get("redirectCount")
    return f"{_dict(told, 'request').get('request')}/{hop if isinstance(hop, int) else 0}"


def _dict(told: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    held = told.get(key)
    return held if isinstance(held, dict) else {}


def _text(told: Mapping[str, Any], key: str) -> str | None:
    held = told.get(key)
    return held if isinstance(held, str) else None


def _headers(message: Mapping[str, Any]) -> dict[str, str]:
    """Return headers by their names in small letters, those of one name joined as Firefox joins ``Set-Cookie``."""
    found: dict[str, str] = {}
    held = message.get("headers")
    for entry in held if isinstance(held, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("value"), dict):
            name, value = str(entry.get("name", "")).lower(), _plain(entry["value"])
            found[name] = f"{found[name]}\n{value}" if name in found else value
    return found


def _plain(value: Mapping[str, Any]) -> str:
    """A text, or octets as base64. Firefox takes cookies for UTF-8, and so does its log."""
    held = value.get("value")
    if not isinstance(held, str):
        return ""
    if value.get("type") == "base64":
        try:
            return base64.b64decode(held, validate=True).decode("utf-8", "replace")
        except (binascii.Error, ValueError):
            return ""
    return held


def _names(headers: Mapping[str, str]) -> tuple[str, ...]:
    pairs = headers.get("cookie", "").split(";")
    return tuple(pair.partition("=")[0].strip() for pair in pairs if pair.strip())


def _type(request: Mapping[str, Any], navigation: Any) -> str:
    if navigation is not None:
        return "document"
    started, destination = request.get("initiatorType"), request.get("destination")
    if isinstance(started, str) and started in _TYPES and destination in ("", None):
        return _TYPES[started]
    if isinstance(destination, str) and destination:
        return _DESTINATIONS.get(destination, destination)
    return str(started or "other")


def referrer_of(told: Mapping[str, Any]) -> str:
    """Return the address that a request says it comes from: whole within a site, else the origin."""
    return _headers(_dict(told, "request")).get("referer", "")


def is_farewell(told: Mapping[str, Any]) -> bool:
    """Whether a request is of the kind that pages send as they are left: a POST that no element asked for."""
    request = _dict(told, "request")
    return request.get("method") == "POST" and not request.get("destination") and request.get("initiatorType") is None
