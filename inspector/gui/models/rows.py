# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the table shows, prepared once in the worker: cookies in their first order and plain arrays to search in."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.label import Label
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.core.visible import visible

_GAP: Final = "\n"  # between the texts of a row; no query holds it, so nothing matches across two texts


class CookieRow(NamedTuple):
    """What columns look into: a cookie, and its label (``None`` while it is not known, or cannot be)."""

    cookie: Cookie
    label: Label | None = None


class Rows(NamedTuple):
    """Cookies with, per row, one lower-case text to search in and the number of its store in ``stores``.

    ``counts`` says how many rows each store has.
    """

    cookies: tuple[Cookie, ...] = ()
    haystacks: tuple[str, ...] = ()
    store_of: Sequence[int] = ()
    stores: tuple[StoreRef, ...] = ()
    counts: tuple[int, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> "Rows":
        """Return the rows of a reading, ordered by host and name."""
        cookies = tuple(sorted(reading.cookies, key=_first_order))
        numbers: dict[StoreRef, int] = {}
        for store in (*(count.store for count in reading.stores), *(cookie.store for cookie in cookies)):
            numbers.setdefault(store, len(numbers))
        labels = [_gist((store.label,)) for store in numbers]
        store_of = array("L", (numbers[cookie.store] for cookie in cookies))
        haystacks = tuple(_haystack(cookie, labels[number]) for cookie, number in zip(cookies, store_of, strict=True))
        counts = Counter(store_of)
        return cls(
            cookies, haystacks, store_of, tuple(numbers), tuple(counts[number] for number in range(len(numbers)))
        )


def _first_order(cookie: Cookie) -> tuple[str, str]:
    return cookie.host.casefold(), cookie.name.casefold()


def _haystack(cookie: Cookie, label: str) -> str:
    isolation = cookie.isolation
    more = (
        "" if isolation.partition is None else isolation.partition.site,
        "" if isolation.container is None else isolation.container.name or "",
        isolation.first_party_domain or "",
    )
    return _gist((cookie.host_key, cookie.name, cookie.path or "", *filter(None, more))) + _GAP + label


def _gist(texts: Iterable[str]) -> str:
    """Return texts as a person sees and searches them. Text that is printable needs no look at each character."""
    return _GAP.join(text if text.isprintable() else visible(text) for text in texts).lower()
