# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A jar that ``Set-Cookie`` headers fill, as a browser's does: renewed, removed and refused cookies told apart.

Of each cookie it keeps the last header, every page on which it was set, and whether a request sent it back. Cookies
that requests carry and no header of the record set are kept too, with nothing known of them but name and host.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from inspector.core.cookie import Cookie, CookieKey, Priority, RowProblem, SameSite, SourceScheme, SourceType
from inspector.core.evidence import Evidence, Refusal, Sighting, Visit
from inspector.core.isolation import NOT_ISOLATED, Isolation
from inspector.core.lifetime import CAP_US, SESSION_LIFETIME, UNKNOWN_LIFETIME, Lifetime, LifetimeBasis
from inspector.core.problem import Problem, Severity
from inspector.core.set_cookie import SetCookie
from inspector.core.store import StoreRef
from inspector.readers.files import entries
from inspector.readers.files.api import Asked
from inspector.readers.files.responses import (
    Answer,
    Origin,
    default_path,
    domain_matches,
    host_of,
    origin_of,
    refusal,
    same_site,
)

_MOST: Final = 100_000  # refused cookies, and cookies sent only, that are kept; all are counted
_TOLD: Final = 8
_SENT_ONLY: Final = RowProblem("updated", "a request carried it; when and where it was set is not in the record")


class Tally(NamedTuple):
    """What became of the headers, each counted once: ``first`` + ``again`` + ``over`` + ``refused`` are all of them.

    ``over`` are headers that end a cookie; ``gone`` are the cookies that they ended. ``sent`` cookies had no header.
    """

    first: int = 0
    again: int = 0
    over: int = 0
    refused: int = 0
    gone: int = 0
    sent: int = 0

    @property
    def headers(self) -> int:
        """All headers that were received."""
        return self.first + self.again + self.over + self.refused

    @property
    def cookies(self) -> int:
        """The cookies that are there in the end."""
        return self.first - self.gone + self.sent


@dataclass
class HeaderJar:
    """The cookies that headers set, in the order in which they were first set."""

    store: StoreRef
    asked: Asked
    tally: Tally = field(default_factory=Tally)
    _cookies: dict[CookieKey, Cookie] = field(default_factory=dict)
    _sightings: dict[CookieKey, Sighting] = field(default_factory=dict)
    _refused: dict[CookieKey, Refusal] = field(default_factory=dict)
    _named: dict[str, dict[CookieKey, None]] = field(default_factory=dict)
    _sent: dict[tuple[str, str], Cookie] = field(default_factory=dict)
    _gone: dict[str, None] = field(default_factory=dict)

    def receive(self, header: SetCookie, answer: Answer, *, unstated: tuple[str, ...] | None = None) -> None:
        """Take one header as a browser would.

        ``unstated`` are the facts that a record without the header itself leaves out (``None``: it is the header).
        """
        cookie, from_header = cookie_of(header, answer, self.store, self.asked.site_of), unstated is None
        if unstated is not None:
            cookie = _without(cookie, unstated)
        why = refusal(header, answer, self.asked.site_of)
        if why:
            self.refuse(cookie, why, answer, from_header=from_header)
        elif _ends(header, answer):
            self._end(cookie)
        else:
            self._keep(cookie, Sighting(answer.page, from_header, answer.at_us, answer.url))

    def refuse(self, cookie: Cookie, why: str, answer: Answer, *, from_header: bool = True) -> None:
        """Note a cookie that was tried and not kept."""
        self._count(refused=1)
        if len(self._refused) < _MOST:
            seen = Sighting(answer.page, from_header, answer.at_us, answer.url)
            self._refused.setdefault(cookie.key, Refusal(cookie, why, seen))

    def _end(self, cookie: Cookie) -> None:
        held = self._cookies.pop(cookie.key, None)
        self._count(over=1, gone=int(held is not None))
        if held is not None:
            del self._sightings[cookie.key]
            del self._named[cookie.name][cookie.key]
            self._gone[cookie.name] = None

    def _keep(self, cookie: Cookie, seen: Sighting) -> None:
        key = cookie.key
        held = self._sightings.get(key)
        self._count(**{"first" if held is None else "again": 1})
        self._cookies[key] = cookie
        self._sightings[key] = seen if held is None else held.joined(seen)
        self._named.setdefault(cookie.name, {})[key] = None

    def send(self, name: str, value: str | None, origin: Origin) -> None:
        """Note that a request carried a cookie. A browser that sends it has kept it."""
        matching = [key for key in self._named.get(name, ()) if domain_matches(origin.host, self._cookies[key].host)]
        for key in matching:
            self._sightings[key] = self._sightings[key]._replace(sent_back=True)
        place = (self.asked.site_of(origin.host) or origin.host, name)
        if matching or place in self._sent or len(self._sent) >= _MOST:
            return
        self._count(sent=1)
        self._sent[place] = entries.cookie(
            self.store, origin.host, name, None, value, host_only=None, problems=(_SENT_ONLY,)
        )

    def _count(self, **more: int) -> None:
        self.tally = self.tally._replace(**{name: getattr(self.tally, name) + count for name, count in more.items()})

    def cookies(self) -> tuple[Cookie, ...]:
        """Return the cookies that are there in the end, those without a header last."""
        return (*self._cookies.values(), *self._sent.values())

    def evidence(self, visits: tuple[Visit, ...] = ()) -> Evidence:
        """Return what the record proves of them."""
        return Evidence(visits, MappingProxyType(dict(self._sightings)), False, tuple(self._refused.values()))

    def notes(self) -> tuple[Problem, ...]:
        """Return, for people, what became of the headers that gave no cookie."""
        return tuple(self._notes(self.store.file))

    def _notes(self, where: str) -> Iterator[Problem]:
        if self._refused:
            named = (f"{held.cookie.name or '(no name)'} ({held.why})" for held in list(self._refused.values())[:_TOLD])
            more = len(self._refused) - _TOLD
            why = "; ".join(named) + (f"; and {more} more" if more > 0 else "")
            what = "cookies were tried and are not kept by browsers"
            yield Problem("cookies-refused", what, where, why, "", Severity.NOTE, self.tally.refused)
        if self._gone:
            why = ", ".join(list(self._gone)[:_TOLD])
            what = "cookies were set and removed again in the record, and are not among its cookies"
            yield Problem("cookies-removed", what, where, why, "", Severity.NOTE, self.tally.gone)
        if self.tally.sent:
            what = "cookies are known only from requests that carried them: their lifetime and settings are unknown"
            yield Problem("cookies-sent-only", what, where, "", "", Severity.NOTE, self.tally.sent)
        open_ends = sum(self._from_elsewhere(seen) and not seen.sent_back for seen in self._sightings.values())
        if open_ends:
            what = "third parties' cookies were set by headers; whether the browser kept them is not in the record"
            yield Problem("cookies-kept-unknown", what, where, "", "", Severity.NOTE, open_ends)

    def _from_elsewhere(self, seen: Sighting) -> bool:
        page, setter = origin_of(seen.page or ""), origin_of(seen.setter or "")
        if page is None or setter is None:
            return False
        return not same_site(page.host, setter.host, self.asked.site_of)


def cookie_of(
    header: SetCookie,
    answer: Answer,
    store: StoreRef,
    site_of: Callable[[str], str],
) -> Cookie:
    """Return the record of a header's cookie: set now, for as long as it asks; what browsers make of that is capped."""
    host, host_only = host_of(header, answer, site_of)
    requested, expires_us, more = _times(header, answer)
    return entries.cookie(
        store,
        host if host_only else f".{host}",
        header.name,
        header.path or default_path(answer.origin.path),
        header.value,
        _isolation(header, answer, site_of),
        host_only=host_only,
        updated_us=answer.at_us,
        expires_us=expires_us,
        session=header.session,
        secure=header.secure,
        http_only=header.http_only,
        same_site=header.same_site,
        partitioned_attribute=header.partitioned,
        priority=header.priority,
        source_scheme=SourceScheme.SECURE if answer.origin.scheme == "https" else SourceScheme.NON_SECURE,
        source_port=answer.origin.port,
        source_type=SourceType.HTTP,
        problems=(*more, *_unsettled(header, answer, site_of)),
        requested=requested,
    )


def _without(cookie: Cookie, unstated: tuple[str, ...]) -> Cookie:
    """Return a cookie without the facts that the record leaves out."""
    nothing: dict[str, Any] = {"same_site": SameSite.UNKNOWN, "priority": Priority.UNKNOWN}
    why = RowProblem("settings", "the record kept no header: what its list of cookies leaves out is not known")
    facts: dict[str, Any] = {name: nothing.get(name) for name in unstated}
    return cookie._replace(**facts, problems=(*cookie.problems, why))


def _times(header: SetCookie, answer: Answer) -> tuple[Lifetime, int | None, tuple[RowProblem, ...]]:
    if header.session:
        return SESSION_LIFETIME, None, ()
    lifetime_us, at_us = header.lifetime_us(answer.at_us), answer.at_us
    requested = UNKNOWN_LIFETIME if lifetime_us is None else Lifetime(lifetime_us, LifetimeBasis.STATED)
    if lifetime_us is not None and lifetime_us > CAP_US:
        return requested, None, (RowProblem("expires", "it asks for more than browsers keep, which is 400 days"),)
    if header.max_age_s is None:
        return requested, header.expires_us, ()
    return requested, None if at_us is None or lifetime_us is None else at_us + lifetime_us, ()


def _ends(header: SetCookie, answer: Answer) -> bool:
    """Whether the header takes a cookie away: its time is over when it comes. Without a time only 1970 is."""
    if header.max_age_s is not None:
        return header.max_age_s <= 0
    at_us = 86_400_000_000 if answer.at_us is None else answer.at_us
    return header.expires_us is not None and header.expires_us <= at_us


def _isolation(header: SetCookie, answer: Answer, site_of: Callable[[str], str]) -> Isolation:
    page = origin_of(answer.page) if header.partitioned and answer.page else None
    if page is None:
        return NOT_ISOLATED
    ancestor = not same_site(page.host, answer.origin.host, site_of)
    return entries.partition(f"{page.scheme}://{site_of(page.host) or page.host}", ancestor)


def _unsettled(header: SetCookie, answer: Answer, site_of: Callable[[str], str]) -> tuple[RowProblem, ...]:
    """Say what browsers do not agree on: cookies from another site that say nothing of SameSite."""
    page = origin_of(answer.page) if answer.page else None
    if page is None or answer.top_level or same_site(page.host, answer.origin.host, site_of):
        return ()
    if header.same_site is SameSite.UNSPECIFIED and answer.lax_default is None:
        return (RowProblem("same_site", "it says nothing; Chromium keeps no such cookie from another site"),)
    return ()
