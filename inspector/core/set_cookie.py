# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One ``Set-Cookie`` header as browsers understand it (RFC 6265bis, 5.6 "The Set-Cookie Header Field")."""

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from inspector.core.cookie import Priority, SameSite
from inspector.core.cookie_date import parse_cookie_date
from inspector.core.late_pattern import late

LARGEST_PAIR: Final = 4096  # octets of name and value
LARGEST_ATTRIBUTE: Final = 1024  # octets of an attribute's value; a larger one is passed over
LARGEST_HEADER: Final = 1024 * 1024  # characters that are looked at; ours, so that a header costs a bounded time
_CONTROL: Final = late(r"[\x00-\x08\x0a-\x1f\x7f]")
_MAX_AGE: Final = late(r"-?\d{1,400}", re.ASCII)
_LONGEST_AGE: Final = 10**15  # seconds; what is larger means "for ever" all the same
_WHITE: Final = " \t"
_SAME_SITE: Final = {"strict": SameSite.STRICT, "lax": SameSite.LAX, "none": SameSite.NONE}
_PRIORITY: Final = {"low": Priority.LOW, "medium": Priority.MEDIUM, "high": Priority.HIGH}


class NotACookieError(Exception):
    """A header that browsers ignore whole; the message says why and quotes nothing of it."""


class SetCookie(NamedTuple):
    """A header's cookie. ``domain`` is ``None`` without the attribute, ``path`` where the default path applies.

    ``max_age_s`` goes before ``expires_us``. ``unknown`` are the names of attributes that mean nothing to browsers.
    """

    name: str
    value: str
    expires_us: int | None = None
    max_age_s: int | None = None
    domain: str | None = None
    path: str | None = None
    secure: bool = False
    http_only: bool = False
    same_site: SameSite = SameSite.UNSPECIFIED
    partitioned: bool = False
    priority: Priority = Priority.MEDIUM
    unknown: tuple[str, ...] = ()

    @property
    def session(self) -> bool:
        """Whether it asks for no lifetime."""
        return self.max_age_s is None and self.expires_us is None

    def lifetime_us(self, at_us: int | None) -> int | None:
        """Return the lifetime that it asks for when received at a moment; ``None`` where that cannot be told."""
        if self.max_age_s is not None:
            return self.max_age_s * 1_000_000
        return None if self.expires_us is None or at_us is None else self.expires_us - at_us


def parse_set_cookie(text: str) -> SetCookie:
    """Return the cookie of a header's value; raise :class:`NotACookieError` where browsers ignore it."""
    if len(text) > LARGEST_HEADER:
        raise NotACookieError("it is longer than any header")
    if _CONTROL.search(text):
        raise NotACookieError("it holds a control character")
    cookie = split_set_cookie(text)
    if not cookie.name and not cookie.value:
        raise NotACookieError("it has neither a name nor a value")
    if _octets(cookie.name) + _octets(cookie.value) > LARGEST_PAIR:
        raise NotACookieError(f"name and value are longer than {LARGEST_PAIR} octets")
    if not cookie.name and cookie.value.lower().startswith(("__secure-", "__host-")):
        raise NotACookieError("it has no name, and a value that looks like one with a prefix")
    return cookie


def split_set_cookie(text: str) -> SetCookie:
    """Return what a header asks for, whether browsers take it or not: the record of one that was refused needs it."""
    pair, *attributes = text[:LARGEST_HEADER].split(";")
    name, mark, value = pair.partition("=")
    name, value = (name.strip(_WHITE), value.strip(_WHITE)) if mark else ("", pair.strip(_WHITE))
    return _with_attributes(SetCookie(name, value), attributes)


def _with_attributes(cookie: SetCookie, attributes: list[str]) -> SetCookie:
    """The last attribute of a name counts."""
    fields: dict[str, Any] = {}
    unknown: dict[str, None] = {}
    for attribute in attributes:
        name, _, value = attribute.partition("=")
        name, value = name.strip(_WHITE).lower(), value.strip(_WHITE)
        if _octets(value) > LARGEST_ATTRIBUTE:
            continue
        if name in _ATTRIBUTES:
            field, read = _ATTRIBUTES[name]
            found = read(value)
            if found is not None:
                fields[field] = None if found is _NOTHING else found
        elif name:
            unknown[name] = None
    return cookie._replace(**fields, unknown=tuple(unknown))


_NOTHING: Final = object()  # an attribute that takes an earlier one back


def _octets(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _max_age(value: str) -> int | None:
    if not _MAX_AGE.fullmatch(value):
        return None
    return max(-_LONGEST_AGE, min(_LONGEST_AGE, int(value)))


def _path(value: str) -> Any:
    return value if value.startswith("/") else _NOTHING


def _domain(value: str) -> Any:
    return value.removeprefix(".").lower() or _NOTHING


def _same_site(value: str) -> SameSite:
    return _SAME_SITE.get(value.lower(), SameSite.UNSPECIFIED)


def _yes(value: str) -> bool:
    """A flag is set by being there, whatever its value: "Secure=false" is Secure."""
    return value is not None


_ATTRIBUTES: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "expires": ("expires_us", parse_cookie_date),
    "max-age": ("max_age_s", _max_age),
    "domain": ("domain", _domain),
    "path": ("path", _path),
    "secure": ("secure", _yes),
    "httponly": ("http_only", _yes),
    "samesite": ("same_site", _same_site),
    "partitioned": ("partitioned", _yes),
    "priority": ("priority", lambda value: _PRIORITY.get(value.lower())),
}
