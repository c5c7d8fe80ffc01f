# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a recording proves beyond the cookie itself: the visit, the page that set a cookie, the header that did."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import NamedTuple

from inspector.core.cookie import Cookie, CookieKey
from inspector.core.frozen import frozen


class Visit(NamedTuple):
    """A recorded visit: the page, when it began, and whether the visitor did anything (``None``: not recorded)."""

    page: str
    started_us: int | None = None
    interacted: bool | None = None
    source: str = ""


class Sighting(NamedTuple):
    """How a recording saw one cookie being set: on which page, and whether by a ``Set-Cookie`` header kept in it.

    ``setter`` is the address of the request or of the script that set it, ``also`` the other pages of the recording on
    which it was set. ``sent_back`` is true where a later request carried it, which proves that the browser kept it.
    """

    page: str | None
    from_header: bool = False
    set_us: int | None = None
    setter: str | None = None
    also: tuple[str, ...] = ()
    sent_back: bool = False

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page on which it was set, the first one first."""
        return self.also if self.page is None else (self.page, *self.also)

    def joined(self, other: "Sighting") -> "Sighting":
        """Return this sighting with the pages of another one of the same cookie."""
        pages = tuple(dict.fromkeys((*self.pages, *other.pages)))
        return self._replace(page=pages[0] if pages else None, also=pages[1:])


class Refusal(NamedTuple):
    """A cookie that a site tried to set and that no browser keeps (or that one refused): what it was, and why not."""

    cookie: Cookie
    why: str
    sighting: Sighting


@frozen
class Evidence:
    """Everything that recordings prove. ``only_this_site`` is the tester's word that nothing else was visited.

    ``refused`` are cookies that were tried and not kept: they are no part of what a browser holds.
    """

    visits: tuple[Visit, ...] = ()
    sightings: Mapping[CookieKey, Sighting] = field(default_factory=lambda: MappingProxyType({}))
    only_this_site: bool = False
    refused: tuple[Refusal, ...] = ()

    @property
    def proves_visit(self) -> bool:
        """Whether an empty jar is a result: a page was recorded, or the tester says that the site was visited."""
        return self.only_this_site or bool(self.visits)

    def of_pages(self, wanted: Callable[[str], bool]) -> "Evidence":
        """Return the evidence with the visits of some pages only: a visit elsewhere says nothing of this site."""
        return replace(self, visits=tuple(visit for visit in self.visits if wanted(visit.page)))

    @classmethod
    def joined(cls, parts: Iterable["Evidence"]) -> "Evidence":
        """Return the evidence of several recordings as one."""
        held = [part for part in parts if part is not NO_EVIDENCE]
        sightings: dict[CookieKey, Sighting] = {}
        for part in held:
            for key, seen in part.sightings.items():
                sightings[key] = sightings[key].joined(seen) if key in sightings else seen
        return cls(
            tuple(visit for part in held for visit in part.visits),
            MappingProxyType(sightings),
            any(part.only_this_site for part in held),
            tuple(refusal for part in held for refusal in part.refused),
        )


NO_EVIDENCE = Evidence()
