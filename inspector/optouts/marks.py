# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What each cookie is to an opt-out: the mark that records one, an identifier of a company, or neither."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie, ValueState
from inspector.core.finding import CookieRef
from inspector.core.label import Group, Label, Tracks
from inspector.core.optout import CHOICES, Compartment
from inspector.core.store import StoreRef
from inspector.knowledge.book import Knowledge
from inspector.knowledge.domains import fold, lies_in
from inspector.knowledge.records import KnownCookie, OptOutMatch, OptOutSays
from inspector.knowledge.site import registrable

_TRACKING: Final = (Group.MARKETING, Group.ANALYTICS)
_UNREADABLE: Final = (ValueState.LOCKED, ValueState.CORRUPT, ValueState.DIGEST_MISMATCH)
_MOST_NAMED: Final = 3


class Held(NamedTuple):
    """One cookie in its place: whose it is, in which compartment, and what it says of an opt-out (``None``: nothing).

    ``identifies`` is true for a known identifier, false for a known other thing, ``None`` where nobody knows.
    """

    cookie: Cookie
    label: Label
    vendor: str
    compartment: Compartment
    match: OptOutMatch | None = None
    identifies: bool | None = None

    @property
    def says(self) -> OptOutSays | None:
        """What it says of an opt-out."""
        return self.match.state if self.match is not None else None

    @property
    def ref(self) -> CookieRef:
        """The cookie as records name it."""
        return CookieRef.of(self.cookie)

    @property
    def locked(self) -> bool:
        """Whether its value cannot be read at all, so that asking for values would not help."""
        return self.cookie.value_state in _UNREADABLE

    def ended(self, now_us: int) -> bool:
        """Whether it is past its end; browsers keep such rows for a while."""
        return self.cookie.expires_us is not None and not self.cookie.session and self.cookie.expires_us <= now_us


class Place(NamedTuple):
    """Where one answer holds: a company, a store, a compartment of it."""

    vendor: str
    store: StoreRef
    compartment: Compartment


def text_of(cookie: Cookie) -> str | None:
    """Return a cookie's value, ``None`` where it was not read. It is compared in memory and goes no further."""
    if cookie.value is not None:
        return cookie.value.reveal()
    return "" if cookie.value_state is ValueState.EMPTY else None


def held_cookies(pairs: Iterable[tuple[Cookie, Label]], knowledge: Knowledge) -> Iterator[Held]:
    """Yield the cookies that have to do with opt-outs: marks, and those of advertisers and analysts."""
    found: list[tuple[Cookie, Label, OptOutMatch | None]] = []
    nameless: set[str] = set()  # domains of opt-outs whose owner no table knows
    for cookie, label in pairs:
        match = knowledge.opt_out_state(cookie.name, cookie.host, text_of(cookie))
        if match is not None and match.cookie is not None and match.cookie.consent:
            match = None  # a consent tool's record: shown as a signal of the site
        mark = match is not None and (match.is_opt_out_cookie or match.state is OptOutSays.NOT_READ)
        if mark or (label.group in _TRACKING and label.purpose not in CHOICES):
            found.append((cookie, label, match))
            if mark and _vendor(cookie, label, match, knowledge) is None:
                nameless.add(registrable(cookie.host))
    for cookie, label, match in found:
        vendor = _vendor(cookie, label, match, knowledge)
        if vendor is None and registrable(cookie.host) in nameless:
            vendor = registrable(cookie.host)
        if vendor is not None:
            compartment = Compartment.of(cookie.isolation, _own_site(cookie, vendor, match, knowledge))
            yield Held(cookie, label, vendor, compartment, match, _identifies(cookie, label, match, knowledge))


def _vendor(cookie: Cookie, label: Label, match: OptOutMatch | None, knowledge: Knowledge) -> str | None:
    """Return whose it is: by the opt-out's row, the label, the host; ``None`` where no table knows."""
    named = match.vendor if match is not None and match.vendor else label.vendor
    vendor = knowledge.vendor(named) if named else knowledge.vendor_by_domain(cookie.host)
    if vendor is None:
        return None
    if vendor.opt_outs and all(way.vendor != vendor.id for way in vendor.opt_outs):
        return vendor.opt_outs[0].vendor  # it shares another's ways out
    return vendor.id


def _own_site(cookie: Cookie, vendor_id: str, match: OptOutMatch | None, knowledge: Knowledge) -> str | None:
    """Return the site for what a site keeps for itself, on its own domain; ``None`` on a company's domain."""
    if match is not None and match.cookie is not None:
        return registrable(cookie.host) if match.cookie.domain is None else None
    vendor = knowledge.vendor(vendor_id)
    if vendor is None:
        return None
    host = fold(cookie.host)
    domains = (*vendor.domains, *(domain for way in vendor.opt_outs for domain in way.domains))
    return None if any(lies_in(host, domain) for domain in domains) else registrable(host)


def _identifies(cookie: Cookie, label: Label, match: OptOutMatch | None, knowledge: Knowledge) -> bool | None:
    if match is not None and match.state is OptOutSays.OPTED_OUT:
        return False  # the sentinel stands where the identifier would
    if label.purpose in CHOICES:
        return False
    fact = _fact(knowledge.find(cookie.name, cookie.host))
    if fact is not None and fact.identifier is not None:
        return fact.identifier
    return False if label.tracks is Tracks.NO else None


def _fact(found: Sequence[KnownCookie]) -> KnownCookie | None:
    return found[0] if found else None


def named(found: Sequence[Held]) -> str:
    """Return some cookies in words: the first names, and how many more."""
    names = list(dict.fromkeys(f'"{held.cookie.name}"' for held in found))
    more = len(names) - _MOST_NAMED
    shown = ", ".join(names[:_MOST_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown
