# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whose the cookies of a batch are, and where they stand: parties told by numbers of sites, not row by row."""

from typing import Final
from urllib.parse import urlsplit

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.codes import ABSENT, Coded, Ints, Numbers, firsts, integers, paired, recoded, taken, texts_of
from inspector.bulk.sites import Sites, Told
from inspector.classify.classifier import Classifier
from inspector.core.label import Party

_PARTIES: Final = (Party.UNKNOWN, Party.FIRST, Party.SAME_COMPANY, Party.THIRD)
_UNKNOWN, _FIRST, _SAME_COMPANY, _THIRD = range(len(_PARTIES))
_STATED: Final = np.array([_FIRST, _THIRD, _UNKNOWN], np.int64)  # by what a record says of itself: no, yes, nothing
_LONGEST: Final = 4096  # characters of an address that are looked at
_HOST: Final = r"[a-z0-9_-]+(?:[.][a-z0-9_-]+)*"
_ADDRESS: Final = f"^https?://({_HOST})(?::[0-9]{{1,5}})?(?:[/?#][\\x21-\\x7e]*)?$"


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


def hosts_of(column: Coded) -> Coded:
    """Return hosts of cookies as :func:`host_of` does, the usual ones as a column."""
    plain = pc.match_substring_regex(column.raw, f"^[.]?{_HOST}$")
    return recoded(column, plain, pc.replace_substring_regex(column.raw, "^[.]", ""), host_of)


def page_hosts(column: Coded) -> Coded:
    """Return hosts of pages as :func:`page_host` does, the usual ones as a column."""
    plain = pc.match_substring_regex(column.raw, f"^{_HOST}$|{_ADDRESS}")
    short = pc.less_equal(pc.binary_length(column.raw), _LONGEST)
    easy = pc.replace_substring_regex(column.raw, _ADDRESS, r"\1")
    return recoded(column, pc.and_(plain, short), easy, page_host)


class Hosts:
    """Tells the standing of each row: a number for each class of hosts that are judged alike."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        self._classes = Numbers()
        self._sites = Sites(classifier)

    def __len__(self) -> int:
        return len(self._classes)

    def clear(self) -> None:
        """Forget the numbers."""
        self._classes.clear()

    def standing(self, number: int) -> object:
        """Return the class of hosts that has a number."""
        return self._classes.thing(number)

    def standings(self, host: Coded, site: Coded, stated: Ints) -> tuple[Ints, Coded]:
        """Return the number of each row's standing, and the hosts, of which those that nobody knows became one.

        The texts are those of :func:`hosts_of` and :func:`page_hosts`.
        """
        ours, theirs = self._sites.of(host), self._sites.of(site)
        parties = self._parties(host, site, ours, theirs, stated)
        known = Coded(taken(ours.known_as, host.places), host.words)
        places = np.where(parties == _FIRST, known.places, host.places)  # the page's own: its words tell nothing
        first, numbers = firsts(paired(places, parties))
        stand, class_of = self._classes.of, self._classifier.class_of_host
        classes = [stand(class_of(host.text(places[row]), _PARTIES[parties[row]])) for row in first.tolist()]
        return taken(np.array(classes, np.int64), numbers), known

    def _parties(self, host: Coded, site: Coded, ours: Told, theirs: Told, stated: Ints) -> Ints:
        """Tell parties as :meth:`inspector.classify.party.Parties.of` does, for all rows at once."""
        numbers = pa.chunked_array([ours.sites, theirs.sites]).combine_chunks().dictionary_encode().indices
        split = len(ours.sites)
        here = taken(integers(numbers[:split]), host.places)
        there = taken(integers(numbers[split:]), site.places)
        known = (here != ABSENT) & (there != ABSENT)
        found = np.where(known, np.where(here == there, _FIRST, _THIRD), _STATED[stated])
        owners = Numbers()
        apart = np.flatnonzero(known & (found == _THIRD))
        company = self._owners(host, ours, host.places[apart], owners)
        apart, company = apart[company != ABSENT], company[company != ABSENT]
        if len(apart):  # most hosts are nobody's, so that the pages need not be asked for
            found[apart[self._owners(site, theirs, site.places[apart], owners) == company]] = _SAME_COMPANY
        return found

    def _owners(self, column: Coded, told: Told, places: Ints, owners: Numbers) -> Ints:
        """Return whose the hosts at these places are, each asked once; most are in no domain of anybody."""
        asked = np.unique(places)
        asked = asked[told.remarkable[asked]]
        company_of = self._classifier.parties.company_of
        found = np.full(len(column.words), ABSENT, np.int64)
        for place, text in zip(asked.tolist(), texts_of(column.words.take(pa.array(asked))), strict=True):
            company = company_of[text]
            if company is not None:
                found[place] = owners.of(company)
        return found[places]
