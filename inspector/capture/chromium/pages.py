# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which page a request, a frame or a worker belongs to. A page is one document of a tab; a tab shows many in turn.

In Chromium a tab's target id is the id of its main frame, and that of a frame in a process of its own the frame's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from inspector.capture.events import PageOpened
from inspector.capture.parts import Outcome
from inspector.capture.traces import Traces

_DEEPEST: Final = 60  # frames within frames that are followed up
_FRAMELESS: Final = ("about:", "data:", "blob:", "javascript:")
_ERROR_FROM: Final = 400


@dataclass(slots=True)
class Page:
    """One document of a tab, from its request on. ``urls`` are the addresses that it was redirected over."""

    id: str
    tab: str
    loader: str
    began_us: int
    urls: list[str]
    cause: str
    opener: str | None
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: str = ""
    committed: bool = False
    parsed: bool = False
    loaded: bool = False
    told: bool = False

    @property
    def url(self) -> str:
        """Where it is now."""
        return self.urls[-1]

    @property
    def over(self) -> bool:
        """Whether nothing more is to be waited for."""
        return self.loaded or bool(self.failure)

    def opened(self, traces: Traces, outcome: Outcome | None = None, why: str = "") -> PageOpened:
        """Return the event that tells of it."""
        urls = [traces.of_url(url) for url in self.urls]
        if outcome is None:
            outcome, why = self.own_outcome()
        return PageOpened(
            at_us=self.began_us,
            page=self.id,
            asked_url=urls[0],
            url=urls[-1],
            status=self.status,
            redirects=tuple(urls[:-1]),
            outcome=outcome,
            why=why,
            cause=self.cause,
            opener=self.opener,
        )

    def own_outcome(self) -> tuple[Outcome, str]:
        """Return what came of it, by what the protocol told alone."""
        if self.failure:
            return Outcome.UNREACHABLE, self.failure
        if self.status is not None and self.status >= _ERROR_FROM:
            return Outcome.HTTP_ERROR, f"the server answered {self.status}"
        if not self.committed:
            return Outcome.TIMED_OUT, "nothing came back"
        return Outcome.OK, ""


class Tab(NamedTuple):
    """A tab: its session, the page that opened it, and whether it is a popup."""

    session: str
    opener: str | None
    popup: bool


class Pages:
    """The tabs, frames and workers of one browser. ``asked`` is set by who opens a page: the next one is ours."""

    def __init__(self) -> None:
        self.tabs: dict[str, Tab] = {}
        self.all: list[Page] = []
        self.asked = False
        self._now: dict[str, Page] = {}  # the newest page of each tab
        self._parents: dict[str, str] = {}
        self._urls: dict[str, str] = {}
        self._workers: dict[str, tuple[str, str | None]] = {}  # session: the script's address, the frame above it

    def add_tab(self, frame: str, session: str, opener_frame: str | None) -> None:
        """Learn of a tab. ``opener_frame`` is the frame whose script opened it."""
        opener = self.page_of(opener_frame)
        self.tabs[frame] = Tab(session, opener.id if opener is not None else None, opener_frame is not None)

    def add_frame(self, frame: str, parent: str) -> None:
        """Learn of a frame within another one."""
        self._parents[frame] = parent

    def add_worker(self, session: str, url: str, frame: str | None) -> None:
        """Learn of a worker; ``frame`` is the one that started it, ``None`` for one that outlives its page."""
        self._workers[session] = url, frame

    def begin(self, frame: str, loader: str, url: str, at_us: int) -> Page:
        """A document of a tab is asked for: a page begins."""
        tab, before = self.tabs.get(frame), self._now.get(frame)
        if self.asked:
            cause, opener = "asked", None
        elif before is None:
            cause, opener = ("popup", tab.opener) if tab is not None and tab.popup else ("navigation", None)
        else:
            cause, opener = "navigation", before.id
        self.asked = False
        page = Page(f"p{len(self.all) + 1}", frame, loader, at_us, [url], cause, opener)
        self._now[frame] = page
        self.all.append(page)
        return page

    def navigated(self, frame: str, url: str, loader: str) -> Page | None:
        """A frame shows another document. Return the page where it is a tab's."""
        self._urls[frame] = url
        page = self._now.get(frame)
        if frame in self.tabs and page is not None and page.loader == loader:
            page.committed = True
            return page
        return None

    def parent_of(self, frame: str) -> str | None:
        """Return the frame that a frame is in."""
        return self._parents.get(frame)

    def top_of(self, frame: str | None) -> str | None:
        """Return the main frame of the tab that a frame is in."""
        for _ in range(_DEEPEST):
            if frame is None or frame in self.tabs:
                return frame
            frame = self._parents.get(frame)
        return None

    def page_of(self, frame: str | None) -> Page | None:
        """Return the newest page of the tab that a frame is in."""
        top = self.top_of(frame)
        return None if top is None else self._now.get(top)

    def newest(self, tab: str) -> Page | None:
        """Return the newest page of a tab."""
        return self._now.get(tab)

    def of_loader(self, loader: str) -> Page | None:
        """Return the page that a loader belongs to."""
        return next((page for page in reversed(self.all) if page.loader == loader), None)

    def of_worker(self, session: str) -> tuple[str | None, str, Page | None]:
        """Return a worker's frame, address and page: for one that outlives its page the last page of its origin."""
        url, frame = self._workers.get(session, ("", None))
        if frame is not None:
            return frame, url, self.page_of(frame)
        origin = _origin(url)
        return None, url, next((page for page in reversed(self.all) if _origin(page.url) == origin), None)

    def is_worker(self, session: str) -> bool:
        """Whether a session is a worker's."""
        return session in self._workers

    def document_of(self, frame: str | None) -> str | None:
        """Return the address whose cookies a frame has: ``about:srcdoc`` and its like have those of the frame above."""
        for _ in range(_DEEPEST):
            if frame is None:
                return None
            url = self._urls.get(frame)
            if url is not None and not url.startswith(_FRAMELESS):
                return url
            frame = self._parents.get(frame)
        return None

    def forget(self) -> None:
        """Begin anew with the tabs that are open: pages are numbered from 1 again."""
        self.all.clear()
        self._now.clear()

    def remove_tab(self, frame: str) -> Page | None:
        """A tab is gone: return the page that it showed."""
        self.tabs.pop(frame, None)
        return self._now.get(frame)


def _origin(url: str) -> tuple[str, ...]:
    return tuple(url.split("/", 3)[:3])


def told_frames(tree: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the frames of a ``Page.FrameTree``, the outermost first."""
    found, rest = [], [tree]
    while rest:
        held = rest.pop()
        found.append(held.get("frame", {}))
        rest.extend(held.get("childFrames", ()))
    return found
