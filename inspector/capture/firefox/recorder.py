# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One Firefox, recorded: what :class:`inspector.capture.recorder.Recorder` asks for, over WebDriver BiDi."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

from inspector.capture.events import Jar, PageOpened, ProblemTold, Storage
from inspector.capture.firefox import acting
from inspector.capture.firefox.browser import Browser
from inspector.capture.firefox.jar import Entry, entries_of, held_cookies
from inspector.capture.firefox.listening import CHANNEL, Listener
from inspector.capture.firefox.outcomes import DOWNLOAD
from inspector.capture.firefox.pages import ASKED, Page
from inspector.capture.firefox.session import RefusedError, Session, result_of
from inspector.capture.hook import HOOK, NAME
from inspector.capture.parts import Choice, Mode
from inspector.capture.recorder import Answer, BrowserGoneError, Identity, Launch, Surroundings
from inspector.capture.verdicts import Holdings
from inspector.capture.walls import PROBE, judge_page
from inspector.capture.wire import Message, NoAnswerError
from inspector.core.problem import Severity

_PATIENCE_S: Final = 5.0
_MOST_SITES: Final = 50  # whose partition is asked for
_BODY: Final = 4_000_000  # octets of one body that are kept for ``bodies``
_AFTER_S: Final = 0.05
_ASKS: Final = (401, 407)  # Firefox asks for a name and a password then, and waits for ever
_HOOK: Final = f"{HOOK.rstrip()[:-1]}\n//# sourceURL={NAME}\n}}"  # so that a stack names it


class FirefoxRecorder:
    """See :class:`inspector.capture.recorder.Recorder`."""

    def __init__(self, launch: Launch, around: Surroundings) -> None:
        self._launch, self._around = launch, around
        self._listener = Listener(around)
        self._browser: Browser | None = None
        self._tab = ""
        self._sites: dict[str, None] = {}
        self._collects = False

    def start(self) -> Identity:
        """Start Firefox, put the script into every document to come, and return what Firefox says it is."""
        around, listener = self._around, self._listener
        self._browser = Browser(self._launch, listener.hear, listener.hear_log, around.stopped)
        told = self._browser.capabilities
        try:
            self._prepare()
        except (RefusedError, NoAnswerError) as error:
            self.close()
            raise BrowserGoneError(f"it does not do what a recording needs ({error})") from error
        self._limits()
        name, version, agent = (told.get(key) for key in ("browserName", "browserVersion", "userAgent"))
        return Identity(
            str(name or "firefox"),
            version if isinstance(version, str) else None,
            "firefox",
            agent if isinstance(agent, str) else None,
        )

    def _prepare(self) -> None:
        channel = {"type": "channel", "value": {"channel": CHANNEL, "ownership": "none"}}
        self._session.call("script.addPreloadScript", functionDeclaration=_HOOK, arguments=[channel])
        self._tab = next(context for context, _, top in acting.contexts_of(self._session) if top)
        self._listener.pages.created({"context": self._tab, "url": "about:blank"})
        # Firefox ends with its last tab, and a page may close its own: an empty one stays behind it.
        self._session.call("browsingContext.create", _PATIENCE_S, type="tab", background=True)
        with suppress(RefusedError):  # an older Firefox puts it into the profile, which is removed
            self._session.call("browser.setDownloadBehavior", downloadBehavior={"type": "denied"})
        try:
            self._session.call("network.addDataCollector", dataTypes=["response"], maxEncodedDataSize=_BODY)
            self._collects = True
        except RefusedError:  # an older Firefox: declarations are not read, the rest is
            self._collects = False

    def _limits(self) -> None:
        """Say what this engine cannot tell."""
        if self._launch.mode is Mode.DEFAULT:
            what = "This Firefox has no list of known trackers, which Firefox loads while it is used"
            why = "a fresh profile asks nobody but the site; with it Firefox refuses the cookies of those it lists"
            self._tell("no-tracker-list", what, why, "Take 'stored' of a known tracker as 'stored without that list'")
        if not self._collects:
            what = "The lists of cookies that consent platforms load are not read"
            self._tell("no-bodies", what, "this Firefox does not hand out what pages load", "Update Firefox")

    def _tell(self, code: str, what: str, why: str, todo: str) -> None:
        event = ProblemTold(self._around.clock(), code, what, "firefox", why, todo, Severity.NOTE)
        self._around.sink(event)

    @property
    def _running(self) -> Browser:
        if self._browser is None:
            raise BrowserGoneError("it was closed")
        return self._browser

    @property
    def _session(self) -> Session:
        return self._running.session

    def open_page(self, url: str, patience_s: float) -> PageOpened:
        """Go to an address and wait until it is loaded."""
        listener, browser = self._listener, self._running
        end = time.monotonic() + patience_s
        self._ensure_tab()
        page = listener.asked = listener.pages.begin(self._tab, url, ASKED, self._around.clock())
        answers: list[Message] = []
        self._session.begin("browsingContext.navigate", answers.append, context=self._tab, url=url, wait="complete")
        browser.pump(patience_s, lambda: bool(answers) or self._closed(page) or page.status in _ASKS)
        timed_out = not answers and not self._closed(page)
        if answers:
            self._answered(page, answers[0])
            timed_out = self._follow(page, end)
        if timed_out:
            self._stop_loading()
        browser.pump(_AFTER_S)
        listener.release_all()
        listener.asked = None
        seen = () if timed_out or page.failure else self.probe(PROBE, everywhere=False)
        wall = judge_page(page.status, page.headers, seen[0].value if seen else None)
        told = listener.tell_page(page, timed_out, wall)
        listener.tell_pages()
        listener.fates.settle()
        return told

    def _closed(self, page: Page) -> bool:
        return page.context not in self._listener.pages.contexts

    def _answered(self, page: Page, answer: Message) -> None:
        try:
            result_of(answer)
        except RefusedError as error:
            page.failure = page.failure or str(error)
        else:
            page.loaded = page.failure != DOWNLOAD

    def _follow(self, page: Page, end: float) -> bool:
        """Wait for the page that this one went on to before it was loaded; return whether time ran out."""
        latest = self._listener.pages.latest(page.context)
        if page.loaded or latest is None or latest is page:
            return False
        page.failure = ""
        left = max(0.0, end - time.monotonic())
        there = self._running.pump(left, lambda: self._arrived(page.context) or self._closed(page))
        page.loaded = there
        return not there

    def _arrived(self, context: str) -> bool:
        latest = self._listener.pages.latest(context)
        return latest is not None and (latest.loaded or bool(latest.failure))

    def _stop_loading(self) -> None:
        """Stop what loads. A page that is busy does not hear it, so nothing waits for the answer."""
        stop = {"expression": "window.stop()", "target": {"context": self._tab}, "awaitPromise": False}
        self._session.begin("script.evaluate", lambda _: None, **stop)

    def _ensure_tab(self) -> None:
        """Make a new tab where the page before closed its own, or answers no more.

        In the background: a new tab in front would wait for the one that answers no more.
        """
        pages, hung = self._listener.pages, self._tab
        if hung in pages.contexts and self._answers():
            return
        try:
            made = self._session.call("browsingContext.create", _PATIENCE_S, type="tab", background=True)
        except (RefusedError, NoAnswerError) as error:
            raise BrowserGoneError(f"it opens no tab ({error})") from error
        self._tab = str(made.get("context", ""))
        pages.created({"context": self._tab, "url": "about:blank"})
        with suppress(RefusedError, NoAnswerError):
            if hung in pages.contexts:
                self._session.call("browsingContext.close", _PATIENCE_S, context=hung)
            self._session.call("browsingContext.activate", _PATIENCE_S, context=self._tab)

    def _answers(self) -> bool:
        return acting.evaluate(self._session, self._tab, "1", apart=True) == 1 or not self._listener.pages.all

    def watch(self, seconds: float) -> None:
        """Let time pass."""
        self._running.pump(seconds)
        self._flush()

    def settle(self, quiet_s: float, at_most_s: float) -> bool:
        """Wait until nothing is under way, at most so long."""
        quiet_us = int(quiet_s * 1_000_000)

        def quiet() -> bool:
            listener = self._listener
            return not listener.network.under_way and self._around.clock() - listener.last_us >= quiet_us

        still = self._running.pump(at_most_s, quiet)
        self._flush()
        return still

    def _flush(self) -> None:
        self._listener.release_all()
        self._listener.fates.settle()
        self._listener.tell_pages()

    def jar(self, phase: Choice) -> Jar:
        """Tell everything that Firefox holds, and the fate of every write that was open."""
        listener = self._listener
        at_us = self._around.clock()
        try:
            everything = self._cookies({})
            by_site = {
                site: self._cookies({"type": "storageKey", "sourceOrigin": site}) for site in self._known_sites()
            }
        except (RefusedError, NoAnswerError):
            jar = Jar(at_us, phase, (), complete=False)
            listener.fates.give_up()
        else:
            self._running.hear_out()
            jar = Jar(at_us, phase, held_cookies(everything, by_site, listener.places, listener.traces))
            listener.fates.conclude(Holdings(jar.cookies))
        listener.tell_workers()
        listener.tell_pages(all_of_them=True)
        self._around.sink(jar)
        return jar

    def _cookies(self, partition: Mapping[str, str]) -> Sequence[Entry]:
        more = {"partition": dict(partition)} if partition else {}
        return entries_of(self._session.call("storage.getCookies", _PATIENCE_S * 2, **more))

    def _known_sites(self) -> list[str]:
        """The origins of the pages so far: each has a jar of its own for what others keep within it."""
        for page in self._listener.pages.all:
            scheme, mark, rest = page.url.partition("://")
            if mark and scheme in ("http", "https"):
                self._sites.setdefault(f"{scheme}://{rest.partition('/')[0].partition('?')[0]}")
        return list(self._sites)[:_MOST_SITES]

    def storage(self, phase: Choice) -> None:
        """Tell the keys of the storages of each frame."""
        pages, traces = self._listener.pages, self._listener.traces
        for context, kind, origin, keys in acting.storages(self._session):
            top = pages.top(context)
            top_url = None if top is None else traces.of_url(top.url)
            self._around.sink(Storage(self._around.clock(), kind, origin, top_url, keys, phase))

    def screenshot(self) -> bytes | None:
        """Return a PNG of the page."""
        return acting.screenshot(self._session, self._tab)

    def probe(self, script: str, *, apart: bool = True, everywhere: bool = True) -> tuple[Answer, ...]:
        """Run a read-only script in each frame, or in the page alone."""
        traces = self._listener.traces
        if not everywhere:
            held = self._listener.pages.contexts.get(self._tab)
            value = acting.evaluate(self._session, self._tab, script, apart=apart)
            return () if held is None or value is None else (Answer(traces.of_url(held.url), value),)
        found = acting.in_every_frame(self._session, script, apart=apart, tab=self._tab)
        return tuple(Answer(traces.of_url(url), value) for _, url, value in found if value is not None)

    def press(self, selector: str) -> bool:
        """Click as a person does."""
        return acting.press(self._session, selector)

    def bodies(self, wanted: Callable[[str], bool]) -> tuple[tuple[str, bytes], ...]:
        """Return what was loaded from the addresses that are wanted."""
        if not self._collects:
            return ()
        found = []
        for request, url in self._listener.network.loaded:
            if wanted(url) and (body := acting.body_of(self._session, request)) is not None:
                found.append((self._listener.traces.of_url(url), body))
        return tuple(found)

    def forget(self) -> None:
        """Remove all cookies and storages, and begin counting anew; the tab shows nothing afterwards."""
        acting.clear_storages(self._session)
        try:
            self._session.call(
                "browsingContext.navigate", _PATIENCE_S, context=self._tab, url="about:blank", wait="complete"
            )
            self._session.call("storage.deleteCookies", _PATIENCE_S)
        except (RefusedError, NoAnswerError) as error:
            raise BrowserGoneError(f"it does not forget its cookies ({error})") from error
        self._running.hear_out()
        self._sites.clear()
        self._listener.forget()

    def close(self) -> None:
        """End Firefox and remove its profile."""
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.drain()
            self._listener.fates.give_up()
            self._listener.tell_pages(all_of_them=True)
            browser.close()


def record(launch: Launch, around: Surroundings) -> FirefoxRecorder:
    """Return a recorder for an installed Firefox."""
    return FirefoxRecorder(launch, around)
