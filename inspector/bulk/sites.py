# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The sites of hosts as a column: nearly all are the last two labels under a plain suffix, which Arrow tells at once.

The others are asked of :func:`inspector.knowledge.site.registrable`, one by one; a test compares the two.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.codes import Bools, Coded, Ints, bools, texts_of
from inspector.classify.classifier import Classifier
from inspector.knowledge.domains import ANY_SUFFIX
from inspector.knowledge.site import suffix_ends

_PLAIN: Final = "^[a-z0-9_-]+(?:[.][a-z0-9_-]+)+$"
_LONGEST: Final = 253  # RFC 1035 2.3.4, without the last dot
_CODED: Final = "xn--"  # rules are written in Unicode


class Told(NamedTuple):
    """Of each host its site, as bytes; whether it may lie in a domain that somebody is known by; and where the first
    stands that entries cannot tell it from: itself where it is ``remarkable``."""

    sites: pa.Array
    remarkable: Bools
    known_as: Ints


class Sites:
    """Tells sites, and which hosts no table can know."""

    def __init__(self, classifier: Classifier) -> None:
        self._site_of = classifier.parties.site_of
        ends = suffix_ends()
        self._short, self._longer = _bytes(ends.short), _bytes(ends.longer)
        domains = classifier.knowledge.domains
        self._words = _bytes(domain.removesuffix(ANY_SUFFIX) for domain in domains if domain.endswith(ANY_SUFFIX))
        self._domains = _bytes(".".join(domain.split(".")[-2:]) for domain in domains)

    def of(self, host: Coded) -> Told:
        """Return what is told of each text of a column; they are in lower case, without a dot in front."""
        raw = host.raw
        end = pc.replace_substring_regex(raw, "^.*[.]([^.]+[.][^.]+)$", r"\1")
        top = pc.replace_substring_regex(end, "^[^.]+[.]", "")
        plain = bools(pc.match_substring_regex(raw, _PLAIN)) & ~bools(pc.match_substring(raw, _CODED))
        plain &= bools(pc.less_equal(pc.binary_length(raw), _LONGEST))
        plain &= bools(pc.is_in(top, self._short)) & ~bools(pc.is_in(end, self._longer))
        word = pc.replace_substring_regex(end, "[.].*$", "")
        of_some = (pc.is_in(end, self._domains), pc.is_in(top, self._domains), pc.is_in(word, self._words))
        remarkable = ~plain | np.any([bools(some) for some in of_some], axis=0)
        known_as = np.arange(len(raw), dtype=np.int64)
        nobodys = np.flatnonzero(~remarkable)
        known_as[nobodys] = nobodys[:1]
        return Told(self._with_hard(host, end, plain), remarkable, known_as)

    def _with_hard(self, host: Coded, end: pa.Array, plain: Bools) -> pa.Array:
        hard = np.flatnonzero(~plain)
        if not len(hard):
            return end
        texts = texts_of(host.words.take(pa.array(hard)))
        sites = [self._site_of[text].encode("utf-8", "surrogatepass") for text in texts]
        return pc.replace_with_mask(end, pa.array(~plain), pa.array(sites, pa.binary()))


def _bytes(texts: Iterable[str]) -> pa.Array:
    return pa.array([text.encode() for text in sorted(set(texts))], pa.binary())
