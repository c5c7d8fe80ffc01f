# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What became of a write, told by the jar right after it. Nothing is called refused that another cause could explain.

Both engines end here: Chromium says itself which headers it refuses, but neither says what became of a script's write,
nor that a response's cookies were passed over because its request was made without credentials.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from inspector.capture.parts import AskedCookie, Basis, Fate, HeldCookie

FULL_JAR: Final = 150
"""Cookies of one site from which on a browser may have made room: Chromium keeps 180 of a site and goes down to 150
(``kDomainMaxCookies``, ``kDomainPurgeCookies``), Firefox 180 (``network.cookie.maxPerHost``)."""
_CAP_S: Final = 399 * 86_400  # where a lifetime that was asked for may have been cut (RFC 6265bis, 400 days)
_SLACK_US: Final = 10_000_000  # between the page's clock and the browser's


class Seen(NamedTuple):
    """A judgement: the fate, how it is known, why, and the cookie as it was held."""

    fate: Fate
    basis: Basis
    reasons: tuple[str, ...] = ()
    held: HeldCookie | None = None


class Holdings:
    """The cookies that a browser holds at one moment, by name."""

    def __init__(self, cookies: Iterable[HeldCookie]) -> None:
        self._by_name: dict[str, list[HeldCookie]] = {}
        self._of_host: Counter[str] = Counter()
        for cookie in cookies:
            self._by_name.setdefault(cookie.name, []).append(cookie)
            self._of_host[cookie.domain.removeprefix(".")] += 1

    def of_key(self, asked: AskedCookie, url: str) -> Sequence[HeldCookie]:
        """Return the cookies that have the key which a write to ``url`` has: name, domain, path, partitioned or not."""
        domain = asked.domain or host_of(url)
        path = asked.path if asked.path is not None else default_path(url)
        return [
            cookie
            for cookie in self._by_name.get(asked.name, ())
            if cookie.domain.removeprefix(".") == domain
            and (cookie.path is None or cookie.path == path)
            and (asked.partitioned is None or (cookie.partition is not None) == asked.partitioned)
        ]

    def knows(self, name: str) -> bool:
        """Whether any cookie of this name is held, of whatever host. A name beyond ASCII may be written in two ways."""
        return name in self._by_name or not name.isascii()

    def may_have_made_room(self, asked: AskedCookie, url: str) -> bool:
        """Whether so many cookies of its host are held that a stored one may be gone again."""
        return self._of_host[asked.domain or host_of(url)] >= FULL_JAR


def is_removal(asked: AskedCookie, at_us: int) -> bool:
    """Whether a write asks for a moment that is past, which deletes a cookie."""
    if asked.max_age_s is not None:
        return asked.max_age_s <= 0
    return asked.expires_us is not None and asked.expires_us <= at_us


def judge(asked: AskedCookie, url: str, at_us: int, holdings: Holdings, written_since: bool) -> Seen:
    """Return what the jar proves of a write. ``written_since``: another write of this name was seen after it."""
    there = holdings.of_key(asked, url)
    if is_removal(asked, at_us):
        if not there:
            return Seen(Fate.REMOVED, Basis.JAR)
        if written_since:
            return Seen(Fate.NOT_KNOWN, Basis.NONE, ("written again before it could be looked at",))
        return Seen(Fate.REFUSED, Basis.JAR, (_why_not(there, "the cookie is still there"),), there[0])
    same = [cookie for cookie in there if _same_value(asked, cookie)]
    taken = next((cookie for cookie in same if _as_asked(asked, cookie, at_us)), None)
    if taken is not None:
        return Seen(Fate.STORED, Basis.JAR, (), taken)
    if written_since:
        return Seen(Fate.NOT_KNOWN, Basis.NONE, ("written again before it could be looked at",))
    if not there and holdings.may_have_made_room(asked, url):
        return Seen(Fate.NOT_KNOWN, Basis.NONE, ("the browser keeps a limited number of cookies of a site",))
    why = "not in the browser's jar right after" if not there else "the jar still has what was there before"
    return Seen(Fate.REFUSED, Basis.JAR, (_why_not(there, why),), there[0] if there else None)


def _why_not(there: Sequence[HeldCookie], otherwise: str) -> str:
    if any(cookie.http_only for cookie in there):
        return "an HttpOnly cookie of this name is there, which no script may touch"
    return otherwise


def _same_value(asked: AskedCookie, held: HeldCookie) -> bool:
    return asked.value is not None and held.value is not None and asked.value.same == held.value.same


def _as_asked(asked: AskedCookie, held: HeldCookie, at_us: int) -> bool:
    """Whether a held cookie has the lifetime that was asked for, or the browser's limit of it."""
    if asked.session is None:
        return True
    if asked.session or held.session:
        return asked.session == held.session
    if held.expires_us is None:
        return True
    ends = at_us + asked.max_age_s * 1_000_000 if asked.max_age_s is not None else asked.expires_us
    if ends is None or abs(held.expires_us - ends) <= _SLACK_US:
        return True
    return ends > held.expires_us and held.expires_us - at_us >= _CAP_S * 1_000_000


def host_of(url: str) -> str:
    """Return the host of an address, empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def default_path(url: str) -> str:
    """Return the path of a cookie that names none (RFC 6265bis, 5.1.4)."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return "/"
    return path.rpartition("/")[0] or "/" if path.startswith("/") else "/"
