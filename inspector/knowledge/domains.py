# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether a host lies in a domain that a table names, and which of many domains it lies in.

A domain in the tables is a host name with everything below it (``doubleclick.net``), or a company's name under any
public suffix (``google.*``: google.de, google.co.uk; not google.example.com).
"""

from collections.abc import Iterable, Iterator
from typing import Final, Generic, TypeVar

from inspector.knowledge.site import registrable

ANY_SUFFIX: Final = ".*"
LONGEST_HOST: Final = 1024  # four times what DNS allows; longer text is no host

Value = TypeVar("Value")


def fold(host: str) -> str:
    """Return a host as the tables write them: lower case, no outer dots."""
    return host.strip(".").lower()


def lies_in(host: str, domain: str) -> bool:
    """Whether a folded ``host`` is ``domain`` or below it.

    >>> lies_in("ads.google.co.uk", "google.*"), lies_in("google.evil.com", "google.*"), lies_in("a.b.com", "b.com")
    (True, False, True)
    """
    if domain.endswith(ANY_SUFFIX):
        word = domain[: -len(ANY_SUFFIX)]
        return word in host and registrable(host).partition(".")[0] == word
    return host == domain or host.endswith("." + domain)


def ancestors(host: str) -> Iterator[str]:
    """Yield a folded host and the domains above it, the longest first; nothing for what is too long to be a host."""
    while host and len(host) <= LONGEST_HOST:
        yield host
        host = host.partition(".")[2]


class DomainIndex(Generic[Value]):
    """A table from domains to values; the most specific domain that a host lies in answers."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._plain: dict[str, Value] = {}
        self._words: dict[str, Value] = {}
        for domain, value in entries:
            if domain.endswith(ANY_SUFFIX):
                self._words.setdefault(domain[: -len(ANY_SUFFIX)], value)
            else:
                self._plain.setdefault(domain, value)

    def find(self, host: str) -> Value | None:
        """Return the value of the most specific domain that ``host`` lies in, or ``None``."""
        domain = name = fold(host)
        plain = self._plain
        while domain and len(name) <= LONGEST_HOST:  # as ancestors() has them: asked of every host, so without a call
            found = plain.get(domain)
            if found is not None:
                return found
            domain = domain.partition(".")[2]
        if not self._words.keys().isdisjoint(name.split(".")):
            return self._words.get(registrable(name).partition(".")[0])
        return None
