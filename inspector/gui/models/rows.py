# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the table shows, prepared once in the worker: cookies in their first order and plain arrays to search in."""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie
from inspector.core.filter.subject import Around, haystack
from inspector.core.finding import Verdict
from inspector.core.label import Label
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.gui.models.keys import BEFORE_LABELS, KeyColumn, column_of, fields_named

_NOWHERE: Final = Around(0)  # none of the fields that are prepared looks at a clock


class CookieRow(NamedTuple):
    """What columns look into: a cookie, its label (``None`` while it is not known, or cannot be), its verdict."""

    cookie: Cookie
    label: Label | None = None
    verdict: Verdict | None = None


class Rows(NamedTuple):
    """Cookies with, per row, one lower-case text to search in and the number of its store in ``stores``.

    ``counts`` says how many rows each store has, ``keys`` what some fields of the filter say of each row.
    """

    cookies: tuple[Cookie, ...] = ()
    haystacks: tuple[str, ...] = ()
    store_of: Sequence[int] = ()
    stores: tuple[StoreRef, ...] = ()
    counts: tuple[int, ...] = ()
    keys: Mapping[str, KeyColumn] = MappingProxyType({})

    @classmethod
    def of(cls, reading: Reading) -> "Rows":
        """Return the rows of a reading, ordered by host and name."""
        cookies = tuple(sorted(reading.cookies, key=_first_order))
        numbers: dict[StoreRef, int] = {}
        for store in (*(count.store for count in reading.stores), *(cookie.store for cookie in cookies)):
            numbers.setdefault(store, len(numbers))
        store_of = array("L", (numbers[cookie.store] for cookie in cookies))
        counts = Counter(store_of)
        return cls(
            cookies,
            tuple(map(haystack, cookies)),
            store_of,
            tuple(numbers),
            tuple(counts[number] for number in range(len(numbers))),
            {field.name: column_of(field, cookies, _NOWHERE) for field in fields_named(BEFORE_LABELS)},
        )


def _first_order(cookie: Cookie) -> tuple[str, str]:
    return cookie.host.casefold(), cookie.name.casefold()


def largest_sites(cookies: Sequence[Cookie], site_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the sites, those with the most cookies first. ``site_of`` tells the site of a host."""
    sites: Counter[str] = Counter()
    for host, count in Counter(cookie.host for cookie in cookies).items():
        sites[site_of(host)] += count
    return tuple(site for site, _ in sorted(sites.items(), key=lambda pair: (-pair[1], pair[0])))
