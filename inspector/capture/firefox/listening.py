# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Everything that Firefox tells, made into events."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Final

from inspector.capture.events import Event, HeaderWrite, PageOpened, ScriptWrite
from inspector.capture.firefox.console import refusal_of
from inspector.capture.firefox.cookie_log import CookieLog, Kept, Turned
from inspector.capture.firefox.fates import Fates, Pending
from inspector.capture.firefox.jar import Identity
from inspector.capture.firefox.network import Network, is_farewell, referrer_of
from inspector.capture.firefox.outcomes import DOWNLOAD, opened
from inspector.capture.firefox.pages import Page, Pages
from inspector.capture.firefox.partitions import partition_of
from inspector.capture.firefox.remote import plain
from inspector.capture.parts import Basis, Fate, Outcome
from inspector.capture.recorder import Surroundings
from inspector.capture.script_writes import told_write
from inspector.capture.verdicts import host_of

CHANNEL: Final = "cookie-inspector"
_MOST_EARLY: Final = 2_000
_LATEST_MS: Final = 8.64e15  # of a JavaScript date
_UNSEEN: Final = "script"  # the api of a write that only the log of cookies tells of


class Listener:
    """Hears BiDi's messages and the log's lines, and hands events to the sink."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.traces, self.clock, self.sink = around.traces, around.clock, around.sink
        self.pages = Pages()
        self.log = CookieLog()
        self.places: dict[Identity, list[str]] = defaultdict(list)
        self.fates = Fates(self._tell, lambda: self.log.seen, self.traces)
        self.network = Network(self.pages, self.traces, self._tell, self.fates.asked)
        self.asked: Page | None = None
        self._early: list[dict[str, Any]] = []
        self.last_us = 0
        self._handlers: dict[str, Callable[[dict[str, Any], int], None]] = {
            "browsingContext.contextCreated": lambda told, _: self.pages.created(told),
            "browsingContext.contextDestroyed": lambda told, _: self.pages.destroyed(told),
            "browsingContext.navigationStarted": self._started,
            "browsingContext.navigationCommitted": self._committed,
            "browsingContext.navigationFailed": self._failed,
            "browsingContext.downloadWillBegin": self._download,
            "browsingContext.fragmentNavigated": lambda told, _: self.pages.moved(told),
            "browsingContext.historyUpdated": lambda told, _: self.pages.moved(told),
            "browsingContext.load": self._loaded,
            "network.beforeRequestSent": self.network.sent,
            "network.responseStarted": self.network.began,
            "network.responseCompleted": self.network.ended,
            "network.fetchError": self.network.failed,
            "script.message": self._message,
            "log.entryAdded": self._entry,
        }

    def forget(self) -> None:
        """Begin anew: nothing that was heard so far counts."""
        self.fates = Fates(self._tell, lambda: self.log.seen, self.traces)
        self.network.begin_anew(self.fates.asked)
        self.pages.begin_anew()
        self.places.clear()
        self._early = []

    def hear(self, message: dict[str, Any]) -> None:
        """Take a message of BiDi that answers nothing."""
        handler, told = self._handlers.get(str(message.get("method"))), message.get("params")
        if handler is None or not isinstance(told, dict):
            return
        if not isinstance(told.get("context"), str):
            told["context"] = None
        if self._is_early(message["method"], told):
            self._early.append(message)
            return
        self._handle(message["method"], handler, told)

    def _is_early(self, method: str, told: dict[str, Any]) -> bool:
        """Whether a request may be that of a document whose arrival is not told yet: the two come by different ways."""
        if not method.startswith("network.") or told.get("navigation") is not None or len(self._early) >= _MOST_EARLY:
            return False
        top = self.pages.top(told.get("context"))
        return top is not None and top.coming

    def _handle(self, method: str, handler: Callable[[dict[str, Any], int], None], told: dict[str, Any]) -> None:
        moment = told.get("timestamp")
        at_us = int(moment * 1000) if isinstance(moment, (int, float)) and 0 < moment < _LATEST_MS else self.clock()
        if not method.startswith(("script", "log")):
            self.last_us = self.clock()
        handler(told, at_us)

    def hear_log(self, line: str) -> None:
        """Take a line of standard error."""
        told = self.log.feed(line)
        if isinstance(told, Kept):
            page = self._page_of(told)
            told = told._replace(at_us=self.clock(), page=None if page is None else page.number)
            self.places[Identity(told.name, told.host, told.path)].append(told.attributes)
            self.fates.kept(told)
        elif isinstance(told, Turned):
            self.fates.turned(told)

    def tell_pages(self, *, all_of_them: bool = False) -> None:
        """Tell of the pages that nobody asked for, once they are there or were left again."""
        for page in self.pages.all:
            if page.told or page is self.asked:
                continue
            if all_of_them or page.loaded or self.pages.latest(page.context) is not page:
                self.tell_page(page)

    def tell_page(self, page: Page, timed_out: bool = False, wall: tuple[Outcome, str] | None = None) -> PageOpened:
        """Tell of a page, and return what was told. ``wall`` is what stands in front of it."""
        page.told = True
        event = opened(page, self.traces, timed_out=timed_out, there=page.context in self.pages.contexts)
        if wall is not None:
            event = event._replace(outcome=wall[0], why=wall[1])
        self._tell(event)
        return event

    def tell_workers(self) -> None:
        """Tell of the cookies that were taken and that nothing we see asked for: a service worker did."""
        for kept in list(self.fates.unclaimed()):
            page = self.pages.number(kept.page)
            top_url = None if page is None else self.traces.of_url(page.url)
            url, partition = self.traces.of_url(kept.url), partition_of(kept.attributes)
            line = kept.line or f"{kept.name}={kept.value}"
            cookie, held = self.traces.of_header(line), kept.held(self.traces)
            if kept.line:
                header = HeaderWrite(kept.at_us, url, cookie, page=kept.page, top_url=top_url)
                self._tell(header._replace(fate=Fate.STORED, basis=Basis.BROWSER, partition_key=partition, held=held))
            else:
                script = ScriptWrite(kept.at_us, _UNSEEN, cookie, page=kept.page, top_url=top_url, frame_url=url)
                self._tell(script._replace(fate=Fate.STORED, basis=Basis.BROWSER, partition_key=partition, held=held))

    def _page_of(self, kept: Kept) -> Page | None:
        """The page shown at that moment; among several the one on the site of the jar or host, if there is but one."""
        partition = partition_of(kept.attributes)
        site = host_of((partition.site or "") if partition is not None else kept.url)
        shown = self.pages.open_pages()
        found = [page for page in shown if site and _related(host_of(page.url), site)] or shown
        return found[0] if len(found) == 1 else None

    def _tell(self, event: Event) -> None:
        self.sink(event)

    def _started(self, told: dict[str, Any], at_us: int) -> None:
        self.tell_pages()
        self.pages.navigating(told, at_us, self.asked)

    def _committed(self, told: dict[str, Any], at_us: int) -> None:
        """A document is there: take the requests that were held back, for the page that each came from."""
        context, url = told.get("context"), str(told.get("url", ""))
        held = [early for early in self._early if self._top_id(early) == context]
        self._early = [early for early in self._early if self._top_id(early) != context]
        before = self.pages.contexts.get(str(context))
        older = [early for early in held if before and _is_of(early["params"], before.url, url)]
        self._release(older)
        self.pages.committed(told)
        self._release(early for early in held if early not in older)

    def _top_id(self, message: dict[str, Any]) -> str | None:
        top = self.pages.top(message["params"].get("context"))
        return None if top is None else top.id

    def _release(self, messages: Iterable[dict[str, Any]]) -> None:
        for message in messages:
            self._handle(message["method"], self._handlers[message["method"]], message["params"])

    def release_all(self) -> None:
        """Take what was held back as it is: the document does not come."""
        held, self._early = self._early, []
        self._release(held)

    def _failed(self, told: dict[str, Any], at_us: int) -> None:
        page = self.pages.of_navigation(told.get("navigation"))
        if page is not None and not page.failure:
            page.failure = str(told.get("message") or "the navigation failed")

    def _download(self, told: dict[str, Any], at_us: int) -> None:
        page = self.pages.of_navigation(told.get("navigation"))
        if page is not None:
            page.failure, page.loaded = DOWNLOAD, False

    def _loaded(self, told: dict[str, Any], at_us: int) -> None:
        page = self.pages.of_navigation(told.get("navigation"))
        if page is not None and page.context == told.get("context"):
            page.loaded = True

    def _entry(self, told: dict[str, Any], at_us: int) -> None:
        refusal = refusal_of(told)
        if refusal is not None:
            self.fates.refused(refusal)

    def _message(self, told: dict[str, Any], at_us: int) -> None:
        """The hook tells of a write by a script, or the page pretends so."""
        source, payload = told.get("source"), plain(told.get("data"))
        write = told_write(payload, self.traces, at_us) if told.get("channel") == CHANNEL else None
        if write is None:
            return
        context = source.get("context") if isinstance(source, dict) else None
        place, frame_url = self.pages.place(context), self.traces.of_url(write.url)
        event = write.write._replace(
            page=place.page,
            top_url=None if place.top_url is None else self.traces.of_url(place.top_url),
            frame=place.frame,
            frame_url=frame_url,
        )
        if event.fate is Fate.REFUSED:
            self._tell(event)
        elif event.api == "cookieStore.delete" and isinstance(payload, dict) and payload.get("settled") is True:
            self._tell(event._replace(fate=Fate.REMOVED, basis=Basis.BROWSER))
        else:
            url = self.pages.host_url(context) or write.url
            self.fates.asked(Pending(event, "", host_of(url), context, url, write.sure))


def _related(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _is_of(told: dict[str, Any], old: str, new: str) -> bool:
    """Whether a request came from the page that is just being left. Most then come from the new one; the referrer, of
    which another site gets the origin alone, and what pages send as they are left tell the others."""
    referrer = referrer_of(told)
    if referrer and old != new:
        if referrer in (old, new):
            return referrer == old
        from_old, from_new = old.startswith(referrer), new.startswith(referrer)
        if from_old != from_new:
            return from_old
    return is_farewell(told)
