# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which page a request of a HAR file belongs to, and how well that is proven.

A HAR's ``pageref`` names a tab. One tab may show several sites in turn, and what the first page still sends while the
second one loads is not the second one's. So a request is tied to a page only where the tab showed one site alone, or
where its ``Referer`` says so. ``Sec-Fetch-Dest: document`` tells a page from a frame (Fetch Metadata, 2.1).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from inspector.readers.files.responses import Origin, origin_of


class Document(NamedTuple):
    """A page that a tab showed: its address, host, when it was asked for, whether it was answered with success."""

    url: str
    host: str
    at_us: int | None
    answered: bool


@dataclass
class Tab:
    """What one ``pageref`` showed: what certainly were pages, and hosts of documents that may be pages or frames."""

    pages: list[Document] = field(default_factory=list)
    doubtful: set[str] = field(default_factory=set)
    seen: bool = False


class Seen(NamedTuple):
    """What of a request tells its page. ``place`` counts the pages of its tab that came before it."""

    tab: str | None
    referer: str | None
    place: int
    own: str | None = None


class Pages:
    """Collects the pages of all tabs while a file is read, and answers when it has been read."""

    def __init__(self, site_of: Callable[[str], str]) -> None:
        self._site_of = site_of
        self._tabs: dict[str | None, Tab] = {}

    def see(
        self, tab: str | None, url: str, origin: Origin, dest: str, kind: str, status: int, at_us: int | None
    ) -> bool:
        """Note a request; return whether it is a page's own document. ``kind`` is "html" where it may be one."""
        held = self._tabs.setdefault(tab, Tab())
        first, held.seen = not held.seen, True
        is_page = dest == "document" if dest else kind == "html" and first and tab is not None
        if is_page and not 300 <= status < 400:
            held.pages.append(Document(url, origin.host, at_us, 200 <= status < 300))
        elif not is_page and not dest and kind == "html" and not 300 <= status < 400:
            held.doubtful.add(origin.host)
        if first and is_page and 300 <= status < 400:
            held.seen = False  # a redirect: the page comes next
        return is_page

    def place(self, tab: str | None) -> int:
        """Return how many pages of a tab have been seen so far."""
        return len(self._tabs[tab].pages) if tab in self._tabs else 0

    def page_of(self, seen: Seen) -> str | None:
        """Return the page of a request, where that is proven."""
        if seen.own is not None:
            return seen.own
        tab = self._tabs.get(seen.tab)
        if tab is None or not tab.pages:
            return None
        referer = origin_of(seen.referer) if seen.referer else None
        sites = {self._site(page.host) for page in tab.pages}
        alone = len(sites) == 1 and all(self._site(host) in sites for host in tab.doubtful)
        if alone and (seen.tab is not None or (referer is not None and self._site(referer.host) in sites)):
            return tab.pages[max(0, seen.place - 1)].url
        if referer is None:
            return None
        earlier = tab.pages[: seen.place] or tab.pages[:1]
        return next((page.url for page in reversed(earlier) if page.host == referer.host), None)

    def _site(self, host: str) -> str:
        return self._site_of(host) or host

    def visited(self) -> tuple[Document, ...]:
        """Return the pages that were answered with success, each address once."""
        first: dict[str, Document] = {}
        for tab in self._tabs.values():
            for page in tab.pages:
                if page.answered:
                    first.setdefault(page.url, page)
        return tuple(first.values())
