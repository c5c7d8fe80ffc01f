# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a recording proves beyond the cookie itself: the visit, the page that set a cookie, the header that did."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from inspector.core.cookie import Cookie, CookieKey
from inspector.core.frozen import frozen

if TYPE_CHECKING:  # most readings hold no recorded visit
    from inspector.core.visit import VisitRecord


class Visit(NamedTuple):
    """A recorded visit: the page, when it began, and whether the visitor did anything (``None``: not recorded)."""

    page: str
    started_us: int | None = None
    interacted: bool | None = None
    source: str = ""


class Choice(NamedTuple):
    """What the visitor of a recording chose: when, and how that is known.

    ``how`` is ``person`` (who pressed the mark) or ``platform button``; ``evidence`` says what was clicked.
    """

    refused: bool
    at_us: int | None
    how: str
    evidence: str = ""
    run: str = ""


class SetAfter(NamedTuple):
    """That a cookie was set after a refusal: when it was asked for, by whom, and the refusal.

    ``soon``: within two seconds of it, so that what set it may have been under way when the visitor refused.
    """

    set_us: int
    setter: str | None
    choice: Choice
    soon: bool = False


class Sighting(NamedTuple):
    """How a recording saw one cookie being set: on which page, and whether by a ``Set-Cookie`` header kept in it.

    ``setter`` is the address of the request or of the script that set it, ``also`` the other pages of the recording on
    which it was set. ``sent_back`` is true where a later request carried it, which proves that the browser kept it.
    ``before_choice``: it was kept while the visitor had chosen nothing yet (``None``: the recording tells no phases).
    ``runs`` are the runs of a visit in which it was kept, as people call them.
    """

    page: str | None
    from_header: bool = False
    set_us: int | None = None
    setter: str | None = None
    also: tuple[str, ...] = ()
    sent_back: bool = False
    before_choice: bool | None = None
    after_refusal: SetAfter | None = None
    runs: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        """Every page on which it was set, the first one first."""
        return self.also if self.page is None else (self.page, *self.also)

    def joined(self, other: "Sighting") -> "Sighting":
        """Return this sighting with the pages of another one of the same cookie."""
        pages = tuple(dict.fromkeys((*self.pages, *other.pages)))
        before = (self.before_choice, other.before_choice)
        return self._replace(
            page=pages[0] if pages else None,
            also=pages[1:],
            sent_back=self.sent_back or other.sent_back,
            before_choice=True if True in before else False if False in before else None,
            after_refusal=_clearer(self.after_refusal, other.after_refusal),
            runs=tuple(dict.fromkeys((*self.runs, *other.runs))),
        )


def _clearer(one: SetAfter | None, other: SetAfter | None) -> SetAfter | None:
    """The setting that cannot have been under way before the one that may."""
    if one is None or other is None:
        return one or other
    return other if one.soon and not other.soon else one


class Refusal(NamedTuple):
    """A cookie that a site tried to set and that no browser keeps (or that one refused): what it was, and why not.

    ``run`` names the run of a visit whose browser refused it, in its own words; it is empty where no browser was asked
    and the standard says so.
    """

    cookie: Cookie
    why: str
    sighting: Sighting
    run: str = ""


@frozen
class Evidence:
    """Everything that recordings prove. ``only_this_site`` is the tester's word that nothing else was visited.

    ``refused`` are cookies that were tried and not kept: they are no part of what a browser holds. ``choices`` are what
    visitors of recordings chose, ``recorded`` the visits that were recorded with a browser of this computer.
    """

    visits: tuple[Visit, ...] = ()
    sightings: Mapping[CookieKey, Sighting] = field(default_factory=lambda: MappingProxyType({}))
    only_this_site: bool = False
    refused: tuple[Refusal, ...] = ()
    choices: tuple[Choice, ...] = ()
    recorded: tuple["VisitRecord", ...] = ()

    @property
    def proves_visit(self) -> bool:
        """Whether an empty jar is a result: a page was recorded, or the tester says that the site was visited."""
        return self.only_this_site or bool(self.visits)

    def of_pages(self, wanted: Callable[[str], bool]) -> "Evidence":
        """Return the evidence with the visits of some pages only: a visit elsewhere says nothing of this site."""
        visits = tuple(visit for visit in self.visits if wanted(visit.page))
        return replace(self, visits=visits, recorded=tuple(held for held in self.recorded if wanted(held.url)))

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
            tuple(choice for part in held for choice in part.choices),
            tuple(visit for part in held for visit in part.recorded),
        )


NO_EVIDENCE = Evidence()
