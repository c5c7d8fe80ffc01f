# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose the cookies of a batch are, and where they stand: parties told by numbers of sites, not row by row."""

from typing import Final
from urllib.parse import urlsplit

import numpy as np

from inspector.bulk.codes import ABSENT, Coded, Ints, Numbers, firsts, paired, taken
from inspector.classify.classifier import Classifier
from inspector.core.label import Party

_PARTIES: Final = (Party.UNKNOWN, Party.FIRST, Party.SAME_COMPANY, Party.THIRD)
_UNKNOWN, _FIRST, _SAME_COMPANY, _THIRD = range(len(_PARTIES))
_STATED: Final = np.array([_FIRST, _THIRD, _UNKNOWN], np.int64)  # by what a record says of itself: no, yes, nothing
_LONGEST: Final = 4096  # characters of an address that are looked at


def host_of(text: str | None) -> str | None:
    """Return the host of a cookie without the dot that only says that it is for a whole domain."""
    host = (text or "").strip().lower()
    return (host[1:] if host[:1] == "." else host) or None


def page_host(text: str | None) -> str | None:
    """Return the host of a page: of an address, or the text itself where it is a host or a site.

    >>> page_host("https://www.shop.example:8443/cart"), page_host("shop.example"), page_host("")
    ('www.shop.example', 'shop.example', None)
    """
    if not text:
        return None
    if "/" not in text:
        return host_of(text)
    try:
        return urlsplit(text[:_LONGEST] if "//" in text else f"//{text[:_LONGEST]}").hostname or None
    except ValueError:  # an address in brackets that is none
        return None


class Hosts:
    """Tells the standing of each row: a number for each class of hosts that are judged alike."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        self._classes = Numbers()

    def __len__(self) -> int:
        return len(self._classes)

    def clear(self) -> None:
        """Forget the numbers."""
        self._classes.clear()

    def standings(self, host: Coded, site: Coded, stated: Ints) -> Ints:
        """Return the number of each row's standing. The texts are those of :func:`host_of` and :func:`page_host`."""
        parties = self._parties(host, site, stated)
        first, numbers = firsts(paired(host.places, parties))
        stand, class_of = self._classes.of, self._classifier.class_of_host
        classes = [
            stand(class_of(None if host.places[row] < 0 else host.texts[host.places[row]], _PARTIES[parties[row]]))
            for row in first
        ]
        return taken(np.array(classes, np.int64), numbers)

    def _parties(self, host: Coded, site: Coded, stated: Ints) -> Ints:
        """Tell parties as :meth:`inspector.classify.party.Parties.of` does, for all rows at once."""
        parties, sites = self._classifier.parties, Numbers()
        here, there = (
            taken(column.each(lambda text: sites.of(parties.site_of[text])), column.places) for column in (host, site)
        )
        known = (here != ABSENT) & (there != ABSENT)
        found = np.where(known, np.where(here == there, _FIRST, _THIRD), _STATED[stated])
        apart = known & (found == _THIRD)
        if apart.any():
            owners = Numbers()
            ours, theirs = (self._owners(column, apart, owners) for column in (host, site))
            found = np.where(apart & (ours != ABSENT) & (ours == theirs), _SAME_COMPANY, found)
        return found

    def _owners(self, column: Coded, rows: Ints, owners: Numbers) -> Ints:
        """Return whose each host of these rows is; the others are not asked, for most hosts are a page's own."""
        asked = np.zeros(len(column.texts), np.bool_)
        asked[column.places[rows]] = True
        company_of = self._classifier.parties.company_of
        found = [
            ABSENT if not wanted or (company := company_of[text]) is None else owners.of(company)
            for text, wanted in zip(column.texts, asked.tolist(), strict=True)
        ]
        return taken(np.array(found, np.int64), column.places)
