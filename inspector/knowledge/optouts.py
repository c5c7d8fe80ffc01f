# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a cookie says about an opt-out, by the table of opt-out cookies and, where it is silent, by its words.

A name is not enough: ``optout=0`` is a "no", and ``uuid2`` holds an id unless it holds ``-1``. A value that nobody
has told us about is "unconfirmed", never "opted out". Values are compared in memory and appear in no sentence.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from fnmatch import translate
from functools import lru_cache
from typing import Final
from urllib.parse import unquote_plus

from inspector.knowledge import optout_words
from inspector.knowledge.domains import fold, lies_in
from inspector.knowledge.records import OptOutCookie, OptOutMatch, OptOutSays

ANY_NAME: Final = "*"  # the sentinel stands in whatever cookie the vendor sets (Nielsen's TOTAL_OPTOUT)
_LONGEST_VALUE: Final = 4096  # browsers drop longer ones (RFC 6265bis 5.7)


class OptOutTable:
    """The opt-out cookies of all vendors, by name. ``advertises`` tells whether a host is an advertiser's."""

    def __init__(self, cookies: Iterable[OptOutCookie], advertises: Callable[[str], bool] = lambda _: False) -> None:
        self._advertises = advertises
        self._by_name: dict[str, list[OptOutCookie]] = {}
        for cookie in cookies:
            self._by_name.setdefault(cookie.name, []).append(cookie)

    def state(self, name: str, host: str | None, value: str | None) -> OptOutMatch | None:
        """Return what a cookie says about opting out, or ``None`` if it has nothing to do with that.

        With ``host`` ``None`` only cookies whose name is used for nothing else are recognised.
        """
        folded = None if host is None else fold(host)
        known = next(self._known(name, folded), None) if name in self._by_name else None
        if known is not None:
            return _judge(known, name, value)
        for sentinel in self._by_name.get(ANY_NAME, ()):
            if folded and value and lies_in(folded, sentinel.domain or "") and _means_out(sentinel.values, value):
                return _judge(sentinel, name, value)
        return _by_words(name, value) or self._by_null_id(name, folded, value)

    def _by_null_id(self, name: str, host: str | None, value: str | None) -> OptOutMatch | None:
        """An id that is everybody's, on an advertiser's own host: the way of the null identifier."""
        if host is None or value is None or not optout_words.is_null_id(name, value) or not self._advertises(host):
            return None
        because = f"{name} on {host} holds an id that is everybody's, as advertisers set it for who has opted out"
        return OptOutMatch(OptOutSays.OPTED_OUT, False, because)

    def _known(self, name: str, host: str | None) -> Iterator[OptOutCookie]:
        for cookie in self._by_name.get(name, ()) if name != ANY_NAME else ():
            if cookie.domain is None or (host is None and cookie.dedicated) or lies_in(host or "", cookie.domain):
                yield cookie


def _judge(cookie: OptOutCookie, name: str, value: str | None) -> OptOutMatch:
    where = cookie.domain or "the site's own domain"
    state, why = _state(cookie, value)
    does = "records" if cookie.dedicated else "may record"
    because = f"{name} on {where} {does} an opt-out ({cookie.who}); {why}"
    return OptOutMatch(state, cookie.dedicated, because, cookie, cookie.vendor)


def _state(cookie: OptOutCookie, value: str | None) -> tuple[OptOutSays, str]:
    if value is None:
        return OptOutSays.NOT_READ, "its value decides and was not read"
    if _means_out(cookie.values, value):
        return OptOutSays.OPTED_OUT, "its value is the one that means opted out"
    if value.strip().lower() in optout_words.NO:
        return OptOutSays.NOT_OPTED_OUT, "its value says no"
    if cookie.values and not cookie.dedicated:
        return OptOutSays.NOT_OPTED_OUT, "its value is not the one that means opted out"
    return OptOutSays.UNCONFIRMED, "what its value means is not known"


def _by_words(name: str, value: str | None) -> OptOutMatch | None:
    if value is not None and optout_words.value_says(name, value):
        return OptOutMatch(OptOutSays.OPTED_OUT, False, "its value says in so many words that it is an opt-out")
    if value is not None and optout_words.both_say(name, value):
        return OptOutMatch(OptOutSays.OPTED_OUT, False, "its name and its value together say that it is an opt-out")
    if not optout_words.name_says(name):
        return None
    because = "its name says that it records an opt-out"
    if value is None:
        return OptOutMatch(OptOutSays.NOT_READ, True, f"{because}; the value was not read")
    if value.strip().lower() in optout_words.NO:
        return OptOutMatch(OptOutSays.NOT_OPTED_OUT, True, f"{because}; its value says no")
    return OptOutMatch(OptOutSays.UNCONFIRMED, True, f"{because}; whose, and what its value means, is not known")


def _means_out(values: tuple[str, ...], value: str) -> bool:
    if len(value) > _LONGEST_VALUE:
        return False
    spaced = unquote_plus(value)
    forms = (value, spaced, spaced.replace(" ", "+"))  # the tables write blanks as they are sent, "opted+out"
    return any(_wildcard(wanted).fullmatch(form) is not None for wanted in values for form in forms)


@lru_cache(maxsize=512)
def _wildcard(text: str) -> re.Pattern[str]:
    return re.compile(translate(text), re.IGNORECASE)
