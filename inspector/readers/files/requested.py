# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies that a browser stored, and the ``Set-Cookie`` headers that a crawl recorded beside them, put together.

A store keeps when a cookie ends, capped by the browser; a header says what was asked for, and who asked. A header is
taken for a cookie's own only where name, host and path are its, and the stored end is the one that the header leads to:
otherwise a script or another answer set the cookie last, and the header's lifetime is not the cookie's.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie, CookieKey, SameSite, SourceType
from inspector.core.evidence import Refusal, Sighting
from inspector.core.lifetime import CAP_US, SESSION_LIFETIME, Lifetime, LifetimeBasis
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.problem import Problem, Severity
from inspector.core.set_cookie import NotACookieError, SetCookie, parse_set_cookie
from inspector.core.store import StoreRef
from inspector.readers.files.api import Asked, Skipped
from inspector.readers.files.header_jar import cookie_of
from inspector.readers.files.responses import Answer, host_of, origin_of, refusal

_CLOCKS_US: Final = 3600 * SECOND_US  # that a browser's and a server's clock may differ (Firefox evens it out)
_MOST: Final = 10_000  # cookies that were asked for and are not stored, that are kept; all are counted
_TOLD: Final = 8
_NOT_STORED: Final = "a header asked for it, and the record has no such cookie"
_Place = tuple[str, str, str]


class Response(NamedTuple):
    """An answer of a crawl: its address, the page that it came for, and between which moments it came."""

    url: str
    page: str | None
    first_us: int | None
    last_us: int | None


class _Match(NamedTuple):
    header: SetCookie
    response: Response


class Requests:
    """Takes the headers of a record one by one, for the cookies that were stored."""

    def __init__(self, cookies: Iterable[Cookie], store: StoreRef, asked: Asked) -> None:
        self._store, self._site_of = store, asked.site_of
        self._cookies: dict[_Place, list[Cookie]] = {}
        self._matches: dict[CookieKey, _Match] = {}
        self._refused: dict[CookieKey, Refusal] = {}
        self._lost = 0
        for cookie in cookies:
            self._cookies.setdefault((cookie.name, cookie.host_key, cookie.path or ""), []).append(cookie)

    def take(self, text: str, response: Response, skipped: Skipped, place: str) -> None:
        """Take the value of one header field; several cookies in it stand on lines of their own."""
        origin = origin_of(response.url)
        for line in text.split("\n"):
            if not line.strip():
                continue
            try:
                header = parse_set_cookie(line)
            except NotACookieError as error:
                skipped.add(place, str(error))
                continue
            if origin is None:
                skipped.add(place, "its address cannot set cookies")
            else:
                self._receive(header, Answer(response.url, origin, response.last_us), response)

    def _receive(self, header: SetCookie, answer: Answer, response: Response) -> None:
        cookie = cookie_of(header, answer, self._store, self._site_of)
        host, host_only = host_of(header, answer, self._site_of)
        stored = self._cookies.get((cookie.name, host if host_only else f".{host}", cookie.path or ""), ())
        for held in stored:
            if _leads_to(header, response, held):
                self._matches[held.key] = _Match(header, response)
        if stored:
            return
        if _over(header, response):
            self._forget(cookie.key)
            return
        if cookie.key in self._refused:
            return
        why = refusal(header, answer, self._site_of) or _NOT_STORED
        self._lost += 1
        if len(self._refused) < _MOST:
            self._refused[cookie.key] = Refusal(
                cookie, why, Sighting(response.page, True, response.last_us, answer.url)
            )

    def _forget(self, key: CookieKey) -> None:
        """A cookie that was taken away, or had ended, was not refused; what no browser keeps was."""
        held = self._refused.get(key)
        if held is not None and held.why == _NOT_STORED:
            del self._refused[key]
            self._lost -= 1

    def told(self, cookie: Cookie) -> Cookie:
        """Return a cookie with what its header asked for, where there is one; what is stored is not touched."""
        match = self._matches.get(cookie.key)
        if match is None:
            return cookie
        header = match.header
        unclear = cookie.same_site in (SameSite.UNKNOWN, SameSite.NONE)
        return cookie._replace(
            requested=_lifetime(header, match.response),
            same_site=header.same_site if unclear else cookie.same_site,
            secure=header.secure if cookie.secure is None else cookie.secure,
            http_only=header.http_only if cookie.http_only is None else cookie.http_only,
            partitioned_attribute=header.partitioned,
            priority=header.priority,
            source_type=SourceType.HTTP,
        )

    def sightings(self, known: Mapping[CookieKey, Sighting]) -> dict[CookieKey, Sighting]:
        """Return the sightings with who asked for each cookie; a header names its page where nothing else does."""
        found = dict(known)
        for key, (_, response) in self._matches.items():
            seen = found.get(key, Sighting(None))
            page = response.page if seen.page is None else seen.page
            us = response.last_us if seen.set_us is None else seen.set_us
            found[key] = seen._replace(page=page, from_header=True, set_us=us, setter=response.url)
        return found

    @property
    def refused(self) -> tuple[Refusal, ...]:
        """The cookies that were asked for and are not stored."""
        return tuple(self._refused.values())

    def notes(self, where: str) -> Iterator[Problem]:
        """Yield what has to be said of headers whose cookies are not there."""
        if self._lost:
            named = [f"{held.cookie.name or '(no name)'} ({held.why})" for held in self.refused[:_TOLD]]
            more = self._lost - len(named)
            why = "; ".join(named) + (f"; and {more} more" if more > 0 else "")
            what = "cookies were asked for by headers and were not kept"
            yield Problem("cookies-refused", what, where, why, "", Severity.NOTE, self._lost)


def _over(header: SetCookie, response: Response) -> bool:
    """Whether a header takes a cookie away, or asked for one that had ended when the record did."""
    first, last = response.first_us, response.last_us
    if header.max_age_s is not None:
        ended = first is not None and last is not None and first + header.max_age_s * SECOND_US <= last
        return header.max_age_s <= 0 or ended
    return header.expires_us is not None and header.expires_us <= (DAY_US if last is None else last)


def _leads_to(header: SetCookie, response: Response, cookie: Cookie) -> bool:
    """Whether a header, received then, gives the end that is stored. An end that is not known contradicts nothing."""
    if cookie.session is not None and cookie.session != header.session:
        return False
    if header.session or cookie.expires_us is None:
        return True
    first, last = response.first_us, response.last_us
    asked = [end for us in (first, last) for end in _ends(header, us)]
    if not asked:
        return False
    slack = _CLOCKS_US + (0 if first is None or last is None else max(0, last - first))
    return any(abs(cookie.expires_us - end) <= slack for end in asked)


def _ends(header: SetCookie, us: int | None) -> Iterator[int]:
    """Yield when the cookie may end: as asked for, and as browsers cap it."""
    life = header.lifetime_us(us)
    if header.max_age_s is None and header.expires_us is not None:
        yield header.expires_us
    elif us is not None and life is not None:
        yield us + life
    if us is not None and life is not None and life > CAP_US:
        yield us + CAP_US


def _lifetime(header: SetCookie, response: Response) -> Lifetime:
    """What was asked for. Where only the span of a visit is known, an Expires counts from its end: never too long."""
    if header.session:
        return SESSION_LIFETIME
    return Lifetime(header.lifetime_us(response.last_us), LifetimeBasis.STATED)
