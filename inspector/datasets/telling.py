# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How much of a fact a dataset tells: all of it, or only what serves the question and traces nobody.

Reduced, moments are given to the day; lifetimes of two days and more to the day, shorter ones to the hour, those under
two hours to the minute (a cookie that ends at midnight would otherwise tell when it was set); identifiers in names,
hosts and paths are ``*``, and so are addresses of e-mail in names and paths; paths of files, profiles and names of
containers are left out.
"""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from inspector.core.disclosure import Disclosure
from inspector.core.frozen import frozen
from inspector.core.moments import DAY_US, SECOND_US, to_datetime
from inspector.core.name_pattern import LONGEST, name_pattern

_HOUR_US: Final = 3600 * SECOND_US
_MINUTE_US: Final = 60 * SECOND_US
_SLACK_US: Final = 2 * SECOND_US  # between the browser's readings of its clock; such a span is meant to be whole
# What would move a cursor, end a record or cannot be written in UTF-8, shown as its picture (Unicode 2400-2421), or as
# the sign for what is no character, where it has none: C1 control codes, the separators of lines and paragraphs.
_NONE: Final = 0xFFFD
_PICTURES: Final = (
    {code: 0x2400 + code for code in range(32) if code not in (9, 10)}
    | {127: 0x2421}
    | dict.fromkeys((*range(0x80, 0xA0), 0x2028, 0x2029), _NONE)
)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
# Who somebody is, whatever the rest looks like: an address of e-mail, its sign also as addresses of the web write it.
_MAIL: Final = re.compile(r"[\w.+-]{1,64}(?:@|%40)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.ASCII | re.IGNORECASE)


def clean(text: str | None) -> str | None:
    """Return a text that every encoding can hold, or null for an empty one: control characters as their pictures."""
    if not text:
        return None
    if text.isprintable():
        return text
    return _SURROGATE.sub("�", text.translate(_PICTURES))


def clean_all(texts: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return texts as a list holds them; empty ones fall away."""
    return tuple(kept for text in texts if (kept := clean(text)) is not None)


def _pattern(text: str) -> str:
    """Return a name, or a part of a path, with addresses of e-mail and identifiers as ``*``."""
    return name_pattern(_MAIL.sub("*", text[:LONGEST]))


@frozen
class Telling:
    """Says what is told. ``keeps`` are names that are told as they are: those that a policy or our tables print.

    ``domain_of`` gives the registrable domain of a host, "" for a public suffix.
    """

    disclosure: Disclosure
    domain_of: Callable[[str], str]
    keeps: frozenset[str] = frozenset()

    @property
    def full(self) -> bool:
        """Whether everything is told."""
        return self.disclosure is Disclosure.FULL

    def only_full(self, text: str | None) -> str | None:
        """Return a text that is told with full detail only."""
        return clean(text) if self.full else None

    def name(self, name: str) -> str:
        """Return a cookie's name as it is told."""
        if self.full or name in self.keeps:
            return clean(name) or ""
        return clean(_pattern(name)) or ""

    def host(self, host: str) -> str:
        """Return a host as it is told: below its registrable domain, identifiers are ``*``."""
        host = clean(host) or ""
        domain = self.domain_of(host) if host else ""
        if self.full or not domain or not host.endswith(f".{domain}"):
            return host
        below = host[: -len(domain) - 1]
        return ".".join([*[name_pattern(label) for label in below.split(".")], domain])

    def path(self, path: str | None) -> str | None:
        """Return a path as it is told."""
        if path is None or self.full:
            return clean(path)
        return clean("/".join([_pattern(part) for part in path.split("/")]))

    def moment(self, us: int | None) -> int | None:
        """Return a moment as it is told; years that no calendar has are null."""
        if us is None or to_datetime(us) is None:
            return None
        return us if self.full else us - us % DAY_US

    def span(self, us: int | None) -> int | None:
        """Return a length of time as it is told."""
        if us is None or self.full:
            return us
        size = DAY_US if abs(us) >= 2 * DAY_US else _HOUR_US if abs(us) >= 2 * _HOUR_US else _MINUTE_US
        whole = round(us / size) * size
        if whole == 0 and us:
            return us - us % SECOND_US
        return whole

    def address(self, url: str | None) -> str | None:
        """Return an address as it is told: its origin only."""
        if url is None or self.full:
            return clean(url)
        return self.origin(url)

    def origin(self, url: str) -> str | None:
        """Return scheme and host of an address; null for what is no address."""
        try:
            parts = urlsplit(url if "//" in url else f"//{url}")
            host, port = parts.hostname, parts.port
        except ValueError:  # brackets that do not close, or a port that is none
            return None
        if not host:
            return None
        place = f"{self.host(host)}:{port}" if port else self.host(host)
        return f"{parts.scheme}://{place}" if parts.scheme else place

    def host_of(self, url: str | None) -> str | None:
        """Return the host of an address as it is told."""
        if url is None:
            return None
        try:
            host = urlsplit(url if "//" in url else f"//{url}").hostname
        except ValueError:
            return None
        return self.host(host) if host else None
