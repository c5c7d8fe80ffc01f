# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-outs as records: what cookies prove of one, what a link to one is, and what was known of it before.

No cookie proves that a company honours an opt-out: the best that a store shows is that it is recorded.
"""

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.finding import CookieRef
from inspector.core.frozen import frozen
from inspector.core.isolation import Isolation
from inspector.core.label import Purpose
from inspector.core.policy import Quote
from inspector.core.problem import Problem
from inspector.core.store import StoreRef

# What is never advised to be deleted: deleting it undoes a choice of the person whose browser it is.
CHOICES = frozenset({Purpose.OPT_OUT, Purpose.CONSENT})


class OptOutState(StrEnum):
    """What the cookies of one profile say about one company's opt-out."""

    RECORDED = "recorded"  # it is there, in date, and no identifier of the company stands beside it
    CONTRADICTED = "contradicted"  # it is there, and a live identifier of the company, too
    LAPSED = "lapsed"  # it was there, and is gone or past its end
    EXPIRES_SOON = "expires_soon"
    NOT_SEEN = "not_seen"  # none is recorded here
    CANNOT_REACH = "cannot_reach"  # the identifier sits in a partition that the opt-out does not travel to
    CANNOT_TELL = "cannot_tell"  # nothing in cookies would show it, or the value that decides was not read


class LinkClass(StrEnum):
    """What an address that a policy prints as an opt-out is."""

    LIVE = "live"
    MOVED = "moved"
    RETIRED = "retired"
    WRONG_VENDOR = "wrong_vendor"
    NOT_AN_OPT_OUT = "not_an_opt_out"
    MALFORMED = "malformed"
    UNSAFE = "unsafe"
    SITE_ONLY = "site_only"  # works only on the site itself: a script, a place on its own page
    UNKNOWN = "unknown"

    @property
    def is_fault(self) -> bool:
        """Whether a visitor who follows it is sent the wrong way, or nowhere."""
        return self in _FAULTS


_FAULTS = frozenset({LinkClass.WRONG_VENDOR, LinkClass.NOT_AN_OPT_OUT, LinkClass.MALFORMED, LinkClass.UNSAFE})


class Compartment(NamedTuple):
    """The part of a profile that an opt-out holds for: a partition, a container, for first parties a site.

    All are ``None`` for the profile's common jar.
    """

    partition: str | None = None
    container: int | None = None
    site: str | None = None

    @classmethod
    def of(cls, isolation: Isolation, site: str | None = None) -> "Compartment":
        """Return the compartment of a cookie; ``site`` for what its site set for itself."""
        partition, container = isolation.partition, isolation.container
        top = partition.site if partition else isolation.first_party_domain
        return cls(top, container.id if container else None, site)

    @property
    def label(self) -> str:
        """The compartment in words; empty for the common jar."""
        parts = [f"container {self.container}"] if self.container else []
        parts += [f"under {self.partition}"] if self.partition else []
        parts += [f"on {self.site}"] if self.site else []
        return ", ".join(parts)


class WayLink(NamedTuple):
    """One way out as a face offers it.

    ``known`` says how well it is known ("as documented in 2024", or the day that a person opened it). ``one_click``:
    it may be a button without showing the address in full first. ``host`` is as people read it, with its punycode
    behind it where the two differ.
    """

    id: str
    name: str
    url: str
    host: str
    known: str
    stops: str
    does_not_stop: str
    mechanism: str
    status: str = "live"
    one_click: bool = False
    requires_login: bool = False
    lasts: str = ""


@frozen
class OptOutStanding:
    """One company's opt-out in one compartment of one profile: its state, why, and the cookies that show it.

    ``cookies`` are the opt-out's own, ``identifiers`` the live ones of the company there. ``vendor`` is the id of the
    tables, or a domain where they know nobody. ``links`` are the company's ways out, the one to use first.
    ``opened`` is whether its page is known to have been opened in this profile.
    """

    vendor: str
    name: str
    company: str
    store: StoreRef
    compartment: Compartment
    state: OptOutState
    why: str
    cookies: tuple[CookieRef, ...] = ()
    identifiers: tuple[CookieRef, ...] = ()
    links: tuple[WayLink, ...] = ()
    expires_us: int | None = None
    opt_out: str | None = None
    opened: bool = False

    @property
    def link(self) -> WayLink | None:
        """The way out to use."""
        return self.links[0] if self.links else None


class EarlierOptOut(NamedTuple):
    """What an earlier look said of one company's opt-out: the seam through which the past comes in.

    ``browser`` and ``profile`` are those of a :class:`~inspector.core.store.StoreRef`; ``seen_us`` is when it was seen
    in this ``state``, the latest such look. ``file`` is the store's: two packagings of one browser have profiles of the
    same name, and so has a copy of a profile. ``None`` where it is not known.
    """

    vendor: str
    browser: str
    profile: str
    compartment: Compartment
    state: OptOutState
    seen_us: int
    expires_us: int | None = None
    file: str | None = None


class OptOutVisit(NamedTuple):
    """An opt-out page was opened: whose, in which profile, when; ``vendor`` ``None`` for a programme's page."""

    vendor: str | None
    browser: str
    profile: str
    opened_us: int


class Earlier(NamedTuple):
    """Everything that is remembered of before; empty where nothing is kept."""

    opt_outs: tuple[EarlierOptOut, ...] = ()
    visits: tuple[OptOutVisit, ...] = ()


NOTHING_EARLIER = Earlier()


class Signal(NamedTuple):
    """A choice that a site took note of, as one of its cookies tells: a browser's signal, a consent tool's answer.

    ``kind`` is ``gpc``, ``sale`` or ``consent``. ``on`` is true for "opt out" or "refused", ``None`` where the value
    was not read or does not tell.
    """

    kind: str
    site: str
    cookie: CookieRef
    store: StoreRef
    on: bool | None
    why: str


class CompanyWays(NamedTuple):
    """What the tables know of one company, whether or not a cookie of it is here.

    ``links`` are its ways out, the one to use first; ``others``, where it has none, its other entries that have, as
    pairs of id and name.
    """

    vendor: str
    name: str
    links: tuple[WayLink, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


class SetByVisit(NamedTuple):
    """A cookie that appeared right after an opt-out page was opened; it is no news of tracking by itself."""

    cookie: CookieRef
    store: StoreRef
    why: str


@frozen
class OptOutLook:
    """Everything that cookies say about opt-outs. ``without`` are companies found that no way out is known of.

    ``asked`` is the one company that was asked for, where it was one.
    """

    standings: tuple[OptOutStanding, ...] = ()
    signals: tuple[Signal, ...] = ()
    by_visit: tuple[SetByVisit, ...] = ()
    without: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    knowledge: str = ""
    asked: CompanyWays | None = None


@frozen
class PolicyOptOut:
    """One opt-out that a policy offers: what it says, what its address is, and what to use instead.

    ``url`` is the address as printed, ``None`` where only words name it. ``live`` is today's way, where one is known.
    """

    target: str
    name: str
    quote: Quote
    claim: str
    url: str | None
    link_class: LinkClass
    why: str
    live_url: str | None = None
    live: WayLink | None = None
    one_click: bool = False


@frozen
class PolicyOptOuts:
    """The opt-outs of one policy, in its order."""

    source: str
    offers: tuple[PolicyOptOut, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


class Steps(NamedTuple):
    """What a person does where the program cannot: a heading, numbered steps, what to copy, and a warning."""

    title: str
    steps: tuple[str, ...]
    copy: str = ""
    warning: str = ""


@frozen
class ClearSteps:
    """How to delete a site's cookies in each profile that holds some; nothing is deleted by us.

    ``protected`` are the opt-outs and consent choices among them, which would go, too.
    """

    site: str
    store: StoreRef
    cookies: int
    steps: Steps
    protected: tuple[CookieRef, ...] = ()


@frozen
class BrowserPlace:
    """A profile that a page can be opened in: whose browser, how packaged, and where its folders are.

    ``directory`` is the profile's folder, ``root`` the one that holds all profiles. ``usual`` is false where the
    browser would not look there by itself, so that it must be told the folder.
    """

    store: StoreRef
    packaging: str
    directory: Path
    root: Path
    usual: bool = True


class Launch(NamedTuple):
    """The arguments that start a browser on a page, never a line for a shell; ``what`` says it in words."""

    arguments: tuple[str, ...]
    what: str


def protected(pairs: Iterable[tuple[Cookie, Purpose]]) -> tuple[CookieRef, ...]:
    """Return the cookies that no advice may suggest deleting: a person's own opt-outs and consent choices."""
    return tuple(CookieRef.of(cookie) for cookie, purpose in pairs if purpose in CHOICES)
