# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The Network domain as events: requests with who asked for them, answers, and every ``Set-Cookie`` with its fate."""

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any, Final

from inspector.capture.chromium.facts import initiator_chain, partition_key
from inspector.capture.chromium.loads import Hop, Load
from inspector.capture.chromium.pages import Page, Pages
from inspector.capture.chromium.writes import Writes
from inspector.capture.events import HeaderWrite, Request, Response
from inspector.capture.parts import Basis, Caller, Fate
from inspector.capture.recorder import Surroundings

_RAW_S: Final = 1.0  # within which the raw headers of an answered request come
_MOST_KEPT: Final = 20_000  # requests that are remembered after their end; raw headers may come late
_DEEPEST: Final = 6  # scripts that loaded scripts, followed up
_QUIET: Final = frozenset({"EventSource", "Ping", "WebSocket", "Media", "CSPViolationReport", "Preflight"})
_NO_CREDENTIALS: Final = frozenset({"cors", "same-origin"})  # Sec-Fetch-Mode with which a request may carry none


class Network:
    """Follows the requests of all sessions. ``handlers`` names the method for each event of the protocol."""

    def __init__(self, around: Surroundings, pages: Pages, writes: Writes) -> None:
        self._around, self._pages, self._writes = around, pages, writes
        self._loads: OrderedDict[str, Load] = OrderedDict()
        self._scripts: dict[str, Request] = {}  # address: the request that loaded it first
        self._count = 0
        self._under_way: set[str] = set()
        self._waiting: deque[tuple[float, Load, Hop]] = deque()  # until when their raw headers are waited for
        self.active_at = time.monotonic()
        self.handlers: dict[str, Callable[[dict[str, Any], str], None]] = {
            "Network.requestWillBeSent": self._will_be_sent,
            "Network.requestWillBeSentExtraInfo": self._raw_sent,
            "Network.responseReceived": self._received,
            "Network.responseReceivedExtraInfo": self._raw_answer,
            "Network.requestServedFromCache": self._from_cache,
            "Network.loadingFinished": self._finished,
            "Network.loadingFailed": self._failed,
            "Network.webSocketCreated": self._socket_created,
            "Network.webSocketHandshakeResponseReceived": self._socket_answered,
        }

    @property
    def busy(self) -> int:
        """How many requests are under way, without streams and beacons."""
        return len(self._under_way)

    def answered(self, wanted: Callable[[str], bool]) -> list[tuple[str, str, str]]:
        """Return the answers from addresses that are wanted: session, number, address."""
        found = []
        for number, load in self._loads.items():
            hop = load.hops[-1] if load.hops else None
            if hop is not None and hop.settled and load.session and wanted(hop.url):
                found.append((load.session, number, hop.url))
        return found

    def _load(self, number: str) -> Load:
        load = self._loads.get(number)
        if load is None:
            load = self._loads[number] = Load()
            while len(self._loads) > _MOST_KEPT:
                self._end(*self._loads.popitem(last=False))
        return load

    def _will_be_sent(self, told: dict[str, Any], session: str) -> None:
        number, asked = str(told["requestId"]), told["request"]
        load, before = self._load(number), told.get("redirectResponse")
        if before is not None and load.hops:
            last = load.hops[-1]
            last.has_raw = bool(told.get("redirectHasExtraInfo", True))
            self._answer(load, last, before)
        elif load.hops:  # the same request, told by a second session
            return
        hop = Hop(self._request(told, session, load), str(asked["url"]))
        load.hops.append(hop)
        load.quiet = hop.request.type in _QUIET
        if not load.quiet:
            self._under_way.add(number)
        self.active_at = time.monotonic()
        self._match(load)

    def _request(self, told: dict[str, Any], session: str, load: Load) -> Request:
        asked, traces = told["request"], self._around.traces
        at_us = round(told["wallTime"] * 1_000_000) if "wallTime" in told else self._around.clock()
        frame, document, page = self._place(told, session, at_us)
        before = load.hops[-1] if load.hops else None
        self._count += 1
        request = Request(
            at_us=at_us,
            request=f"r{self._count}",
            url=traces.of_url(str(asked["url"])),
            page=page.id if page is not None else None,
            top_url=traces.of_url(page.url) if page is not None else None,
            frame=frame,
            frame_url=traces.of_url(document) if document else None,
            method=str(asked.get("method", "GET")),
            type=str(told.get("type", "")),
            initiator=self._chain(told.get("initiator", {}), before),
            redirect_from=before.request.request if before is not None else None,
        )
        if request.type == "Script":
            self._scripts.setdefault(request.url, request)
        return request

    def _place(self, told: dict[str, Any], session: str, at_us: int) -> tuple[str | None, str, Page | None]:
        """Return frame, document's address and page of a request; one for a tab's document begins a page."""
        frame, document = told.get("frameId"), str(told.get("documentURL", ""))
        if frame is None and self._pages.is_worker(session):
            frame, url, page = self._pages.of_worker(session)
            return frame, url or document, page
        number, loader = told["requestId"], told.get("loaderId")
        if frame in self._pages.tabs and told.get("type") == "Document" and number == loader:
            page = self._pages.of_loader(loader)
            if page is None:
                return frame, document, self._pages.begin(frame, loader, document, at_us)
            page.urls.append(document)
            return frame, document, page
        return frame, document, self._pages.page_of(frame)

    def _chain(self, initiator: dict[str, Any], before: Hop | None) -> tuple[Caller, ...]:
        """Return who asked, and who loaded the script that did, and so on; a redirect names the hop before it."""
        if before is not None:
            return (Caller("redirect", before.request.url), *before.request.initiator)
        chain = list(initiator_chain(initiator, self._around.traces))
        seen: set[str] = set()
        for _ in range(_DEEPEST):
            url = chain[-1].url if chain else ""
            loader = self._scripts.get(url)
            if loader is None or url in seen:
                break
            seen.add(url)
            chain.extend(loader.initiator[:2])
        return tuple(chain)

    def _raw_sent(self, told: dict[str, Any], session: str) -> None:
        load = self._load(str(told["requestId"]))
        load.raw_sent.append(told)
        self._match(load)

    def _raw_answer(self, told: dict[str, Any], session: str) -> None:
        load = self._load(str(told["requestId"]))
        load.raw_answers.append(told)
        self._match(load)

    def _received(self, told: dict[str, Any], session: str) -> None:
        load = self._load(str(told["requestId"]))
        if not load.hops or load.hops[-1].settled:
            return
        hop = load.hops[-1]
        hop.has_raw = bool(told.get("hasExtraInfo", True))
        page = self._pages.of_loader(str(told.get("loaderId"))) if told.get("type") == "Document" else None
        if page is not None and told.get("frameId") == page.tab:
            page.status = told["response"].get("status")
            page.headers = {name.lower(): value for name, value in told["response"].get("headers", {}).items()}
        load.session = session
        self._answer(load, hop, told["response"])

    def _answer(self, load: Load, hop: Hop, response: dict[str, Any]) -> None:
        hop.settled = True
        hop.response = Response(
            at_us=self._around.clock(),
            request=hop.request.request,
            url=hop.request.url,
            status=response.get("status"),
            from_cache=bool(response.get("fromDiskCache") or response.get("fromPrefetchCache")),
            service_worker=response.get("fromServiceWorker"),
            mime=str(response.get("mimeType", ""))[:100],
        )
        self.active_at = time.monotonic()
        if not hop.ready:
            self._waiting.append((self.active_at + _RAW_S, load, hop))
        self._match(load)

    def look(self) -> None:
        """Tell those whose raw headers were waited for long enough."""
        while self._waiting and self._waiting[0][0] <= time.monotonic():
            _, load, hop = self._waiting.popleft()
            hop.late = True
            self._match(load)

    def _from_cache(self, told: dict[str, Any], session: str) -> None:
        load = self._load(str(told["requestId"]))
        if load.hops:
            load.hops[-1].has_raw = False

    def _finished(self, told: dict[str, Any], session: str) -> None:
        number = str(told["requestId"])
        if number in self._loads:
            self._end(number, self._loads[number])

    def _failed(self, told: dict[str, Any], session: str) -> None:
        number = str(told["requestId"])
        load = self._loads.get(number)
        if load is None or load.over:
            return
        why = str(told.get("blockedReason") or told.get("errorText") or "it failed")
        cors = told.get("corsErrorStatus")
        if isinstance(cors, dict):
            why = f"{why} ({cors.get('corsError', 'CORS')})"
        if load.hops and not load.hops[-1].settled:
            self._tell_failure(load, load.hops[-1], why)
            page = self._pages.of_loader(number)
            if page is not None and not page.committed:
                page.failure = why
        self._end(number, load)

    def _tell_failure(self, load: Load, hop: Hop, why: str) -> None:
        hop.settled = hop.late = True
        request = hop.request
        hop.response = Response(self._around.clock(), request.request, request.url, failure=why)
        self._match(load)

    def forget(self) -> None:
        """Begin anew: requests are numbered from 1 again."""
        self._loads.clear()
        self._scripts.clear()
        self._under_way.clear()
        self._count = 0

    def document_arrived(self, loader: str) -> None:
        """A frame shows its document: its request is over, although the session that began it may never say so."""
        if loader in self._loads:
            self._under_way.discard(loader)

    def _end(self, number: str, load: Load) -> None:
        load.over = True
        self._under_way.discard(number)
        self.active_at = time.monotonic()
        self._match(load)

    def _match(self, load: Load) -> None:
        load.match_sent()
        for hop in load.hops:
            if not hop.told and hop.ready:
                hop.told = True
                self._around.sink(_with_sent(hop))
            if hop.told and hop.response is not None:
                self._around.sink(hop.response)
                hop.response = None
        for hop, raw in load.match_answers():
            self._tell_cookies(hop, raw)

    def flush(self) -> None:
        """Tell what still waits: requests without an answer, raw headers whose hop was never told to be known."""
        for load in self._loads.values():
            for hop in load.hops:
                hop.late = True
            load.over = load.over or bool(load.raw_answers)
            self._match(load)

    def _tell_cookies(self, hop: Hop, raw: dict[str, Any]) -> None:
        lines = [line for name, text in raw.get("headers", {}).items() if name.lower() == "set-cookie"
                 for line in str(text).split("\n")]  # fmt: skip
        if any(name.lower() == "clear-site-data" for name in raw.get("headers", {})):
            self._writes.clear()
        blocked = _by_line(raw.get("blockedCookies", ()), "blockedReasons")
        exempted = _by_line(raw.get("exemptedCookies", ()), "exemptionReason")
        sure = _carries_credentials(hop)
        for line in lines:
            reasons = blocked[line].pop(0) if blocked.get(line) else None
            free = exempted[line].pop(0) if exempted.get(line) else None
            self._tell_cookie(hop, raw, line, reasons, free[0] if free else None, sure)
        for line, rest in blocked.items():  # told as refused, but not among the headers
            for reasons in rest:
                self._tell_cookie(hop, raw, line, reasons, None, sure)

    def _tell_cookie(
        self,
        hop: Hop,
        raw: dict[str, Any],
        line: str,
        reasons: tuple[str, ...] | None,
        exempted: str | None,
        sure: bool,
    ) -> None:
        request = hop.request
        write = HeaderWrite(
            at_us=self._around.clock(),
            url=request.url,
            cookie=self._around.traces.of_header(line),
            request=request.request,
            page=request.page,
            top_url=request.top_url,
            frame_url=request.frame_url,
            fate=Fate.NOT_KNOWN if reasons is None else Fate.REFUSED,
            basis=Basis.NONE if reasons is None else Basis.BROWSER,
            reasons=reasons or (),
            partition_key=partition_key(raw, "cookiePartitionKey"),
            exempted=exempted,
        )
        self._writes.add(write, hop.url, sure=sure)

    def _socket_created(self, told: dict[str, Any], session: str) -> None:
        page_told = {**told, "request": {"url": told["url"]}, "type": "WebSocket"}
        load = self._load(str(told["requestId"]))
        load.quiet = True
        if not load.hops:
            load.hops.append(Hop(self._request(page_told, session, load), str(told["url"])))

    def _socket_answered(self, told: dict[str, Any], session: str) -> None:
        load = self._load(str(told["requestId"]))
        if load.hops and not load.hops[-1].settled:
            load.over = load.hops[-1].late = True  # nothing says whether raw headers come, so the first are taken
            self._answer(load, load.hops[-1], told.get("response", {}))


def _with_sent(hop: Hop) -> Request:
    """Return a request with the names of the cookies that it carried, where the browser told."""
    if hop.sent is None:
        return hop.request
    names = [str(one["cookie"]["name"]) for one in hop.sent.get("associatedCookies", ()) if not one["blockedReasons"]]
    headers = {name.lower(): value for name, value in hop.sent.get("headers", {}).items()}
    return hop.request._replace(cookie_names_sent=tuple(names), gpc_sent=headers.get("sec-gpc") == "1")


def _carries_credentials(hop: Hop) -> bool:
    """Whether a request is sure to carry credentials, without which a browser passes over the cookies of its answer."""
    if hop.request.type == "Document":
        return True
    if hop.sent is None:
        return False
    if any(not one["blockedReasons"] for one in hop.sent.get("associatedCookies", ())):
        return True
    headers = {name.lower(): value for name, value in hop.sent.get("headers", {}).items()}
    mode = headers.get("sec-fetch-mode")
    return mode is not None and mode not in _NO_CREDENTIALS and hop.request.type != "Fetch"


def _by_line(told: Any, field: str) -> dict[str, list[tuple[str, ...]]]:
    """Return what is told of headers, by the whole header: the same one may stand there twice."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for one in told:
        held = one.get(field)
        reasons = tuple(map(str, held)) if isinstance(held, list) else (str(held),)
        found.setdefault(str(one.get("cookieLine", "")), []).append(reasons)
    return found
