# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One run of a Chromium: started, driven, asked, ended. It is a :class:`inspector.capture.recorder.Recorder`."""

import base64
import binascii
import re
import shutil
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

from inspector.capture.chromium.browser import Browser
from inspector.capture.chromium.facts import held_cookie
from inspector.capture.chromium.pages import Page
from inspector.capture.chromium.start import arguments, environment, needs_no_sandbox, prepare_profile, socket_folder
from inspector.capture.events import Jar, PageOpened, ProblemTold, Storage
from inspector.capture.parts import Choice, Outcome, StoredKey
from inspector.capture.probes import MOST_KEYS, STORAGE, visible_element
from inspector.capture.process import Running
from inspector.capture.recorder import Answer, BrowserGoneError, Identity, Launch, Surroundings
from inspector.capture.walls import PROBE, judge_page
from inspector.capture.wire import NoAnswerError
from inspector.core.problem import Severity

_LISTENING: Final = re.compile(r"DevTools listening on (ws://\S+)")
_ANSWER_S: Final = 15.0  # for a question that needs no page
_PAGE_ANSWER_S: Final = 3.0  # for one that a hanging page would not answer
_WRITES_S: Final = 3.0  # for the jar to say what became of the last writes
_MOST_FRAMES: Final = 200  # that are asked one by one
_WORLD: Final = "cookie-inspector"
_ABORTED: Final = "net::ERR_ABORTED"
_NO_PAGE: Final = ": what came is no page but a download, or empty"


class ChromiumRecorder:
    """Drives Chromium, Chrome, Edge, Brave, Vivaldi or Opera."""

    def __init__(self, launch: Launch, around: Surroundings) -> None:
        self._launch, self._around = launch, around
        self._running: Running | None = None
        self._connected: Browser | None = None

    @property
    def _browser(self) -> Browser:
        if self._connected is None:
            raise BrowserGoneError("it was not started")
        return self._connected

    def start(self) -> Identity:
        """Start the browser and attach to its tab."""
        launch = self._launch
        self._running = Running(
            lambda profile: arguments(launch, profile),
            lambda profile: prepare_profile(launch, profile),
            launch.parent,
            lambda profile: environment(launch, profile),
        )
        found = self._running.wait_for_line(_LISTENING, launch.start_s, self._around.stopped)
        self._connected = Browser(found[1], self._around, launch.gpc)
        version = self._surely("Browser.getVersion")
        self._surely("Browser.setDownloadBehavior", behavior="deny")
        self._browser.sessions.attach_all()
        self._take_tab()
        if needs_no_sandbox():
            self._tell_no_sandbox()
        name, _, number = str(version.get("product", "")).partition("/")
        return Identity(name or "Chromium", number or None, "chromium", version.get("userAgent"))

    def _tell_no_sandbox(self) -> None:
        what = "The browser runs without its sandbox, because this program runs as root"
        todo = "Visit sites that you do not trust as another user"
        where = self._launch.program[-1]
        self._around.sink(ProblemTold(self._around.clock(), "no-sandbox", what, where, "", todo, Severity.NOTE))

    def _surely(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the browser itself; one that does not answer is as good as gone."""
        try:
            return self._browser.ask("", method, _ANSWER_S, **params)
        except NoAnswerError as error:
            raise BrowserGoneError(f"it answers no more ({error})") from error

    def _take_tab(self) -> None:
        """Drive the tab that is there; make one where it closed or broke."""
        browser = self._browser
        if browser.tab in browser.pages.tabs and browser.tab not in browser.lost:
            return
        if browser.tab or not browser.listen(2.0, lambda: bool(browser.pages.tabs)):
            made = str(self._surely("Target.createTarget", url="about:blank").get("targetId"))
            browser.listen(_ANSWER_S, lambda: made in browser.pages.tabs)
            browser.tab = made
        else:
            browser.tab = next(iter(browser.pages.tabs))
        tab = browser.pages.tabs.get(browser.tab)
        if tab is None or not browser.listen(_ANSWER_S, lambda: browser.sessions.is_ready(tab.session)):
            raise BrowserGoneError("it opens no tab")

    def close(self) -> None:
        """Tell what still waits, end the browser and remove its profile; it never raises."""
        browser, self._connected = self._connected, None
        if browser is not None:
            browser.finish()
        running, self._running = self._running, None
        if running is not None:
            socket = socket_folder(running.profile)
            running.end(polite_s=0)  # nobody will read what it would still write
            if socket is not None:
                shutil.rmtree(socket, ignore_errors=True)

    # Pages

    def open_page(self, url: str, patience_s: float) -> PageOpened:
        """Open an address in the tab; tell and return what is there when it is loaded or the time is over."""
        self._take_tab()
        browser, tab = self._browser, self._browser.tab
        session, known = browser.pages.tabs[tab].session, len(browser.pages.all)
        browser.pages.asked = True
        failures: list[str] = []

        def answered(answer: dict[str, Any]) -> None:
            result = answer.get("result", {})
            text = result.get("errorText") or answer.get("error", {}).get("message")
            failures.extend([str(text)] if text else [])
            page = browser.pages.of_loader(str(result.get("loaderId")))
            if text and page is not None and not page.committed:
                page.failure = page.failure or f"{text}{_NO_PAGE if text == _ABORTED else ''}"

        browser.sessions.send(session, "Page.navigate", answered, url=url)

        def arrived() -> bool:
            page = browser.pages.newest(tab) if len(browser.pages.all) > known else None
            return tab in browser.lost or (page is not None and page.over) or (bool(failures) and page is None)

        browser.listen(patience_s, arrived)
        browser.pages.asked = False
        page = browser.pages.newest(tab) if len(browser.pages.all) > known else None
        return self._tell_opened(url, page, failures, tab)

    def _tell_opened(self, url: str, page: Page | None, failures: list[str], tab: str) -> PageOpened:
        browser, traces = self._browser, self._around.traces
        if page is None:  # not even a request was made: an address that is none, or a blocked one
            outcome, why = browser.lost.get(tab, (Outcome.UNREACHABLE, ""))
            bare = traces.of_url(url)
            opened = PageOpened(self._around.clock(), "p0", bare, bare, outcome=outcome, why=why or "; ".join(failures))
            self._around.sink(opened)
            return opened
        for before in browser.pages.all:
            if before is not page and before.tab == tab:
                browser.tell_page(before)
        outcome, why = self._judged(page, tab)
        opened = page.opened(traces, outcome, why)
        page.told = True
        self._around.sink(opened)
        return opened

    def _judged(self, page: Page, tab: str) -> tuple[Outcome, str]:
        if tab in self._browser.lost:
            return self._browser.lost[tab]
        outcome, why = page.own_outcome()
        if outcome not in (Outcome.OK, Outcome.HTTP_ERROR):
            return outcome, why
        seen = self.probe(PROBE, everywhere=False)
        if not seen and not page.loaded:
            return Outcome.TIMED_OUT, "the page answers no more"
        wall = judge_page(page.status, page.headers, seen[0].value if seen else None)
        if wall is not None:
            return wall
        if outcome is Outcome.OK and not page.loaded:
            if not page.parsed:
                return Outcome.TIMED_OUT, "the page did not arrive in full"
            why = "parts of the page were still under way"
        return outcome, why

    def watch(self, seconds: float) -> None:
        """Let time pass, and tell what happens."""
        self._browser.listen(seconds)

    def settle(self, quiet_s: float, at_most_s: float) -> bool:
        """Wait until nothing was under way for a while; return whether that came."""
        network, writes = self._browser.network, self._browser.writes

        def quiet() -> bool:
            still = time.monotonic() - network.active_at >= quiet_s
            return still and not network.busy and not writes.pending

        return self._browser.listen(at_most_s, quiet)

    # What is there

    def jar(self, phase: Choice) -> Jar:
        """Tell and return everything that the browser holds, after the writes that were seen before."""
        self._browser.settle_writes(_WRITES_S)
        told = self._surely("Storage.getCookies").get("cookies")
        complete = isinstance(told, list)
        held = tuple(held_cookie(cookie, self._around.traces) for cookie in told or () if isinstance(cookie, dict))
        jar = Jar(self._around.clock(), phase, held, complete)
        self._around.sink(jar)
        return jar

    def storage(self, phase: Choice) -> None:
        """Tell the keys of each origin's storages, once for each tab."""
        told: set[tuple[str, str, str | None]] = set()
        for top_url, answer in self._probed(STORAGE, apart=True, everywhere=True):
            value = answer.value if isinstance(answer.value, dict) else {}
            origin = value.get("origin")
            for kind in ("local", "session"):
                keys = value.get(kind)
                if isinstance(origin, str) and isinstance(keys, list) and (kind, origin, top_url) not in told:
                    told.add((kind, origin, top_url))
                    self._around.sink(
                        Storage(self._around.clock(), kind, origin[:300], top_url, tuple(_keys(keys)), phase)
                    )

    def screenshot(self) -> bytes | None:
        """Return a picture of what is seen in the tab, ``None`` where the browser makes none."""
        told = self._of_page("Page.captureScreenshot", format="png")
        try:
            return base64.b64decode(told.get("data", ""), validate=True) or None
        except (binascii.Error, ValueError):
            return None

    def probe(self, script: str, *, apart: bool = True, everywhere: bool = True) -> tuple[Answer, ...]:
        """Run an expression in each frame, or in the tab's own alone; a frame that does not answer is left out."""
        return tuple(answer for _, answer in self._probed(script, apart=apart, everywhere=everywhere))

    def _probed(self, script: str, *, apart: bool, everywhere: bool) -> Iterator[tuple[str | None, Answer]]:
        for session, frame in self._frames(everywhere):
            answer = self._evaluated(session, frame, script, apart=apart)
            if answer is not None:
                page, traces = self._browser.pages.page_of(frame), self._around.traces
                url = traces.of_url(self._browser.pages.document_of(frame) or "")
                yield traces.of_url(page.url) if page is not None else None, Answer(url, answer)

    def _frames(self, everywhere: bool) -> list[tuple[str, str]]:
        """Return the frames that can be asked, each with the session that knows it; the tab's own comes first."""
        tab = self._browser.pages.tabs.get(self._browser.tab)
        if tab is None or self._browser.tab in self._browser.lost:
            return []
        own = [(tab.session, self._browser.tab)]
        if not everywhere:
            return own
        others = {(session, frame) for (session, _), frame in self._browser.sessions.contexts.items()}
        return [*own, *sorted(others - set(own))][:_MOST_FRAMES]

    def _evaluated(self, session: str, frame: str, script: str, *, apart: bool) -> Any:
        """Return what an expression gives in a frame, in a world of our own or in that of the page's scripts."""
        try:
            context = self._own_world(session, frame) if apart else self._world_of(session, frame)
            if context is None:
                return None
            told = self._browser.ask(
                session,
                "Runtime.evaluate",
                _PAGE_ANSWER_S,
                expression=script,
                contextId=context,
                returnByValue=True,
                awaitPromise=True,
                timeout=int(_PAGE_ANSWER_S * 1000),
            )
        except NoAnswerError:
            return None
        return None if "exceptionDetails" in told else told.get("result", {}).get("value")

    def _own_world(self, session: str, frame: str) -> int | None:
        told = self._browser.ask(session, "Page.createIsolatedWorld", _PAGE_ANSWER_S, frameId=frame, worldName=_WORLD)
        context = told.get("executionContextId")
        return context if isinstance(context, int) else None

    def _world_of(self, session: str, frame: str) -> int | None:
        contexts = self._browser.sessions.contexts
        return next((number for (of, number), held in contexts.items() if of == session and held == frame), None)

    def _of_page(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask the tab; empty where it does not answer."""
        tab = self._browser.pages.tabs.get(self._browser.tab)
        if tab is None:
            return {}
        try:
            return self._browser.ask(tab.session, method, _PAGE_ANSWER_S, **params)
        except NoAnswerError:
            return {}

    def press(self, selector: str) -> bool:
        """Click on the first visible element of a selector, with a mouse as the page sees it."""
        self._of_page("Page.bringToFront")  # behind a window that the page opened nothing is drawn, nor clicked
        script = visible_element(selector)
        for session, frame in self._frames(everywhere=True):
            middle = self._evaluated(session, frame, script, apart=True)
            if isinstance(middle, list) and len(middle) == 2 and self._click(session, frame, middle[0], middle[1]):
                return True
        return False

    def _click(self, session: str, frame: str, x: float, y: float) -> bool:
        """Click in a frame. Places in a frame within another frame of the same process are told from the outermost."""
        left, top = self._offset(session, frame)
        try:
            for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
                button = {"button": "left", "clickCount": 1} if kind != "mouseMoved" else {}
                self._browser.ask(
                    session, "Input.dispatchMouseEvent", _PAGE_ANSWER_S, type=kind, x=left + x, y=top + y, **button
                )
        except NoAnswerError:
            return False
        return True

    def _offset(self, session: str, frame: str) -> tuple[float, float]:
        """Return where a frame begins in the view of its session."""
        left = top = 0.0
        while frame != self._browser.sessions.frames.get(session):
            owner = self._browser.ask(session, "DOM.getFrameOwner", _PAGE_ANSWER_S, frameId=frame)
            box = self._browser.ask(
                session, "DOM.getBoxModel", _PAGE_ANSWER_S, backendNodeId=owner.get("backendNodeId", 0)
            )
            content = box.get("model", {}).get("content")
            above = self._browser.pages.parent_of(frame)
            if not isinstance(content, list) or above is None:
                break
            left, top, frame = left + content[0], top + content[1], above
        return left, top

    def bodies(self, wanted: Callable[[str], bool]) -> tuple[tuple[str, bytes], ...]:
        """Return what was loaded from the addresses that are wanted, as far as the browser still has it."""
        found = []
        for session, number, url in self._browser.network.answered(wanted):
            try:
                told = self._browser.ask(session, "Network.getResponseBody", _PAGE_ANSWER_S, requestId=number)
            except NoAnswerError:
                continue
            body = told.get("body")
            if isinstance(body, str):
                text = body.encode("utf-8", "replace")
                found.append((url, base64.b64decode(body) if told.get("base64Encoded") else text))
        return tuple(found)

    def forget(self) -> None:
        """Remove all cookies and what is stored for pages; the tab shows nothing afterwards."""
        self._take_tab()
        self._of_page("Page.navigate", url="about:blank")
        self._surely("Storage.clearCookies")
        self._of_page("Network.clearBrowserCache")
        self._browser.listen(_ANSWER_S, lambda: not self._browser.network.busy)
        self._browser.network.forget()
        self._browser.pages.forget()


def _keys(told: list[Any]) -> Iterator[StoredKey]:
    for one in told[:MOST_KEYS]:
        if isinstance(one, list) and len(one) == 2 and isinstance(one[0], str):
            yield StoredKey(one[0], one[1] if isinstance(one[1], int) else None)
