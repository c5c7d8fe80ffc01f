# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A Chromium that we are connected to: everything that it tells becomes events, and it can be asked."""

from collections.abc import Callable
from typing import Any

from inspector.capture.chromium.network import Network
from inspector.capture.chromium.pages import Page, Pages
from inspector.capture.chromium.sessions import Sessions, told_record
from inspector.capture.chromium.writes import Writes
from inspector.capture.parts import Outcome
from inspector.capture.recorder import Surroundings
from inspector.capture.script_writes import told_write
from inspector.capture.wire import Wire


class Browser:
    """The connection, and what is known of tabs and requests. ``tab`` is the one that we drive."""

    def __init__(self, address: str, around: Surroundings, gpc: bool) -> None:
        self._around = around
        self.pages = Pages()
        self.wire = Wire(address, self._heard, around.stopped)
        self.writes = Writes(self._ask_jar, around.sink, around.traces)
        self.network = Network(around, self.pages, self.writes)
        self.sessions = Sessions(self.wire, self.pages, gpc, self._closed, self._crashed)
        self.tab = ""
        self.lost: dict[str, tuple[Outcome, str]] = {}  # tabs that closed or crashed
        self._handlers: dict[str, Callable[[dict[str, Any], str], None]] = {
            **self.network.handlers,
            **self.sessions.handlers,
            "Page.frameNavigated": self._navigated,
            "Page.domContentEventFired": lambda told, session: self._reached(session, loaded=False),
            "Page.loadEventFired": lambda told, session: self._reached(session, loaded=True),
            "Runtime.bindingCalled": self._called,
        }

    def ask(self, session: str, method: str, patience_s: float, **params: Any) -> dict[str, Any]:
        """Return the result of a command, empty where the browser refuses it. Raises :class:`NoAnswerError`."""
        message: dict[str, Any] = {"method": method, "params": params}
        answer = self.wire.call(message | {"sessionId": session} if session else message, patience_s)
        result = answer.get("result", {})
        return result if isinstance(result, dict) else {}

    def listen(self, seconds: float, enough: Callable[[], bool] = lambda: False) -> bool:
        """Let time pass until ``enough`` says yes; return whether it did. Writes are looked up meanwhile."""

        def look() -> bool:
            self.network.look()
            self.writes.look()
            self.sessions.look()
            return enough()

        return self.wire.pump(seconds, look)

    def settle_writes(self, seconds: float) -> None:
        """Wait until every write that was seen is told."""
        self.listen(seconds, lambda: not self.writes.pending)

    def finish(self) -> None:
        """Tell what still waits, and close the connection."""
        for page in self.pages.all:
            self.tell_page(page)
        self.network.flush()
        self.writes.give_up()
        self.wire.close()

    def _ask_jar(self, then: Callable[[dict[str, Any]], None]) -> None:
        self.sessions.send("", "Storage.getCookies", then)

    def tell_page(self, page: Page | None, outcome: Outcome | None = None, why: str = "") -> None:
        """Tell of a page, once."""
        if page is not None and not page.told:
            page.told = True
            self._around.sink(page.opened(self._around.traces, outcome, why))

    # What the browser tells

    def _heard(self, message: dict[str, Any]) -> None:
        handler = self._handlers.get(str(message.get("method", "")))
        if handler is not None:
            handler(message.get("params", {}), str(message.get("sessionId", "")))

    def _navigated(self, told: dict[str, Any], session: str) -> None:
        frame = told["frame"]
        if frame.get("parentId"):
            self.pages.add_frame(frame["id"], frame["parentId"])
        self.network.document_arrived(str(frame.get("loaderId")))
        self.pages.navigated(frame["id"], str(frame.get("url", "")), str(frame.get("loaderId")))

    def _reached(self, session: str, *, loaded: bool) -> None:
        frame = self.sessions.frames.get(session)
        page = self.pages.newest(frame) if frame is not None and frame in self.pages.tabs else None
        if page is None or not page.committed:
            return
        page.parsed = True
        page.loaded = page.loaded or loaded
        if loaded and frame != self.tab:
            self.tell_page(page)

    def _closed(self, tab: str) -> None:
        self._lose(tab, Outcome.CLOSED_ITSELF, "the page closed its own tab")

    def _crashed(self, tab: str) -> None:
        self._lose(tab, Outcome.CRASHED, "the page broke down")

    def _lose(self, tab: str, outcome: Outcome, why: str) -> None:
        self.lost[tab] = outcome, why
        page = self.pages.remove_tab(tab)
        if tab == self.tab:  # who drives it tells
            return
        if page is not None and page.committed and outcome is Outcome.CLOSED_ITSELF:
            self.tell_page(page)
        else:
            self.tell_page(page, outcome, why)

    def _called(self, told: dict[str, Any], session: str) -> None:
        found = told_write(told_record(told), self._around.traces, self._around.clock())
        if found is None:
            return
        if self.pages.is_worker(session):
            frame, url, page = self.pages.of_worker(session)
        else:
            frame = self.sessions.contexts.get((session, told.get("executionContextId", -1)))
            frame = frame or self.sessions.frames.get(session)
            page = self.pages.page_of(frame)
            url = self.pages.document_of(frame) or found.url
        traces = self._around.traces
        write = found.write._replace(
            page=page.id if page is not None else None,
            top_url=traces.of_url(page.url) if page is not None else None,
            frame=frame,
            frame_url=traces.of_url(found.url or url),  # of about:srcdoc, too, which sees the cookies of what holds it
        )
        self.writes.add(write, url, sure=found.sure)
