# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which page each frame, request and write belongs to: the tree of browsing contexts, and the pages of the run."""

from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

ASKED: Final = "asked"
NAVIGATION: Final = "navigation"
POPUP: Final = "popup"
_DEEPEST: Final = 200  # frames in frames
_ERROR_PAGE: Final = ("about:neterror", "about:certerror", "about:blocked", "about:httpsonlyerror")
_NO_ADDRESS: Final = ("about:", "data:", "blob:", "javascript:")


@dataclass
class Context:
    """A tab or a frame: what it shows, what it lies in, which page of the run it belongs to."""

    id: str
    parent: str | None
    url: str = ""
    opener: str | None = None
    page: str | None = None
    coming: bool = False  # a document for it has been answered and is not there yet


@dataclass
class Page:
    """A page of the run: a document of a tab. ``redirects`` are the addresses before its own."""

    number: str
    context: str
    asked_url: str
    cause: str
    opener: str | None
    at_us: int
    url: str = ""
    status: int | None = None
    redirects: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    failure: str = ""
    loaded: bool = False
    told: bool = False


class Place(NamedTuple):
    """Where something happened: the page, its address, the frame and the address of its document."""

    page: str | None
    top_url: str | None
    frame: str | None
    frame_url: str | None


NOWHERE: Final = Place(None, None, None, None)


class Pages:
    """Follows the browser's events. ``all`` are the pages in the order in which they were asked for."""

    def __init__(self) -> None:
        self.contexts: dict[str, Context] = {}
        self.all: list[Page] = []
        self._by_navigation: dict[str, Page] = {}

    def begin_anew(self) -> None:
        """Forget the pages; the tabs stay."""
        self.all = []
        self._by_navigation = {}
        for context in self.contexts.values():
            context.page = None

    def created(self, told: dict[str, Any]) -> None:
        """A tab or frame appeared."""
        name, parent = str(told.get("context", "")), told.get("parent")
        held = self.contexts.setdefault(name, Context(name, parent if isinstance(parent, str) else None))
        opener = told.get("originalOpener")
        held.url = held.url or str(told.get("url", ""))
        held.opener = opener if isinstance(opener, str) else None

    def destroyed(self, told: dict[str, Any]) -> None:
        """A tab or frame is gone. Its page stays."""
        self.contexts.pop(str(told.get("context", "")), None)

    def top(self, context: str | None) -> Context | None:
        """Return the tab that a context lies in."""
        held = self.contexts.get(context or "")
        for _ in range(_DEEPEST):
            if held is None or held.parent is None:
                return held
            held = self.contexts.get(held.parent)
        return None

    def begin(self, context: str, url: str, cause: str, at_us: int) -> Page:
        """Begin a page in a tab."""
        held = self.contexts.setdefault(context, Context(context, None))
        opener = self._current(held.opener) if cause == POPUP else held.page if cause == NAVIGATION else None
        page = Page(str(len(self.all) + 1), context, url, cause, opener, at_us, url)
        self.all.append(page)
        return page

    def navigating(self, told: dict[str, Any], at_us: int, asked: Page | None) -> Page | None:
        """A document is on its way into a tab: return its page. ``asked`` is the one that we have just asked for."""
        context, navigation = str(told.get("context", "")), told.get("navigation")
        held = self.contexts.get(context)
        if held is None or held.parent is not None or not isinstance(navigation, str):
            return None
        known = self._by_navigation.get(navigation)
        if known is not None:
            return known
        url = str(told.get("url", ""))
        if asked is not None and asked.context == context and self._is_asked(asked, url):
            page = asked
        elif url == "about:blank" and held.page is None:
            return None  # what a new tab shows before it shows anything
        else:
            page = self.begin(context, url, POPUP if held.page is None and held.opener else NAVIGATION, at_us)
        self._by_navigation[navigation] = page
        return page

    def _is_asked(self, asked: Page, url: str) -> bool:
        """Whether a navigation is the one that we asked for, and not one that the page before began meanwhile."""
        return asked not in self._by_navigation.values() and _plain_address(url) == _plain_address(asked.asked_url)

    def of_navigation(self, navigation: Any) -> Page | None:
        """Return the page of a navigation's id."""
        return self._by_navigation.get(navigation) if isinstance(navigation, str) else None

    def committed(self, told: dict[str, Any]) -> None:
        """A document took the place of the one before."""
        context, url = str(told.get("context", "")), str(told.get("url", ""))
        held = self.contexts.setdefault(context, Context(context, None))
        held.url, held.coming = url, False
        page = self.of_navigation(told.get("navigation"))
        if page is None or page.context != context:
            return
        held.page = page.number
        if not url.startswith(_ERROR_PAGE):
            page.url = url

    def answered(self, page: Page) -> None:
        """The document of a page was answered: it will be there soon, or turn out to be a download."""
        held = self.contexts.get(page.context)
        if held is not None:
            held.coming = True

    def moved(self, told: dict[str, Any]) -> None:
        """The address changed without a new document (a fragment, ``history.pushState``)."""
        held = self.contexts.get(str(told.get("context", "")))
        if held is not None:
            held.url = str(told.get("url", held.url))

    def latest(self, context: str) -> Page | None:
        """Return the page that a tab was last asked for, or went to."""
        return next((page for page in reversed(self.all) if page.context == context), None)

    def number(self, number: str | None) -> Page | None:
        """Return the page of a number."""
        return self.all[int(number) - 1] if number is not None else None

    def place(self, context: str | None, navigation: Any = None, url: str | None = None) -> Place:
        """Return where a context is. ``navigation`` and ``url`` are those of a document that is only on its way."""
        page = self.of_navigation(navigation)
        if page is not None and page.context == context:
            return Place(page.number, url or page.url, context, url or page.url)
        held, top = self.contexts.get(context or ""), self.top(context)
        if held is None or top is None:
            return NOWHERE
        coming = url if navigation is not None else None
        return Place(top.page, top.url, context, coming or held.url)

    def host_url(self, context: str | None) -> str:
        """Return the address whose cookies a document sees: of one without an own address, that of what holds it."""
        held = self.contexts.get(context or "")
        for _ in range(_DEEPEST):
            if held is None or not held.url.startswith(_NO_ADDRESS):
                break
            above = held.parent or held.opener
            held = self.contexts.get(above) if above else None
        return held.url if held is not None else ""

    def open_pages(self) -> list[Page]:
        """Return the pages that tabs show now."""
        shown = (self.number(held.page) for held in self.contexts.values() if held.parent is None)
        return [page for page in shown if page is not None]

    def _current(self, context: str | None) -> str | None:
        held = self.contexts.get(context or "")
        return held.page if held is not None else None


def _plain_address(url: str) -> tuple[str, ...]:
    """An address without what a browser changes in it: the scheme, the letters of the host, the fragment."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        return host, str(parts.port), parts.path or "/", parts.query
    except ValueError:  # a UnicodeError is one
        return (url,)
