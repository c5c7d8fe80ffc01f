# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Names of a batch as classes that are judged alike: most are no entry's, and those are told from it as a column.

Only where a name has something that an entry, or an opt-out, could be told by, it is looked up by itself. What
:func:`inspector.classify.names.collapse` does is done here by Arrow's expressions for names of printable ASCII without
a long run of hexadecimal digits; a test compares the two.
"""

import re
from collections.abc import Iterable
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.codes import Bools, Coded, Ints, Numbers, bools, firsts, integers, paired, taken, texts_of
from inspector.classify.classifier import Classifier
from inspector.classify.known_names import NO_FACTS as NO_ENTRIES
from inspector.knowledge import optout_words

_PLAIN: Final = r"^[\x20-\x7e]{1,80}$"  # names.LONGEST, so that none is cut
_MAY_BE_ID: Final = r"[0-9a-fA-F]{8}"
_ENDING: Final = (
    r"([_.-])(?:[0-9]+[a-f]|[a-f]+[0-9]+[a-f]|[a-f]{2,}[0-9]{2}|[a-f]{3,}[0-9])[0-9a-f]*$"  # as in classify.names
)
_CLASS, _BY_HOST, _SAYS_OUT, _ENTRIES = range(4)
_Learnt = tuple[int, bool, bool, int]


class Names:
    """Tells the class of each row's name; what was looked up is remembered from batch to batch."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        self._classes = Numbers()
        self._entries = Numbers()
        self._learnt: dict[str, _Learnt] = {}
        hints = classifier.knowledge.name_hints
        heads, words, tails = map(_any, (hints.heads, optout_words.HINTS, hints.tails))
        self._strange = f"^(?:{heads})|(?i:{words})|(?:{tails})$"
        self._exact = pa.array([name.encode() for name in (*hints.exact, *classifier.out_names)], pa.binary())

    def __len__(self) -> int:
        return max(len(self._learnt), len(self._classes))

    def clear(self) -> None:
        """Forget all names, and their numbers."""
        for held in (self._learnt, self._classes, self._entries):
            held.clear()

    def stranger(self, number: int) -> str | None:
        """Return what the names of a class collapse to; ``None`` where entries or the host tell something of them."""
        held = self._classes.thing(number)
        return held[0] if len(held) > 1 and isinstance(held[0], str) and held[1] == NO_ENTRIES else None

    def classes(self, name: Coded, host: Coded) -> tuple[Ints, Ints]:
        """Return for each row the number of its name's class, and whether the name may say something of opting out.

        Of the texts of ``host`` those may be one that no entry could tell apart.
        """
        table = self._table(name)
        named, by_host, says_out, entries = (taken(table[:, column], name.places) for column in range(4))
        rows = np.flatnonzero(by_host == 1)
        if len(rows):
            first, numbers = firsts(paired(entries[rows], host.places[rows]))
            facts_at = self._classifier.facts_at
            found = [
                facts_at(name.text(name.places[row]) or "", host.text(host.places[row])) for row in rows[first].tolist()
            ]
            facts = np.array(found, np.int64)[numbers]
            first, numbers = firsts(paired(named[rows], facts))
            pairs = zip(named[rows[first]].tolist(), facts[first].tolist(), strict=True)
            named[rows] = np.array([self._classes.of(pair) for pair in pairs], np.int64)[numbers]
        return named, says_out

    def _table(self, name: Coded) -> Ints:
        """Return what is learnt of each text: a row of numbers."""
        raw = name.raw
        strange = self._is_strange(raw)
        table = np.empty((len(raw), 4), np.int64)
        table[:, _BY_HOST:_ENTRIES], table[:, _ENTRIES] = 0, NO_ENTRIES
        plain = np.flatnonzero(~strange)
        collapsed = _collapsed(raw.take(pa.array(plain))).dictionary_encode()
        of_stranger = self._classifier.class_of_stranger
        numbers = [self._classes.of(of_stranger(text)) for text in collapsed.dictionary.cast(pa.string()).to_pylist()]
        table[plain, _CLASS] = np.array(numbers, np.int64)[integers(collapsed.indices)]
        known = np.flatnonzero(strange)
        if len(known):
            learnt, learn = self._learnt, self._learn
            texts = texts_of(name.words.take(pa.array(known)))
            table[known] = np.array([learnt.get(text) or learn(text) for text in texts], np.int64)
        return table

    def _is_strange(self, raw: pa.Array) -> Bools:
        """Return which names have to be looked up by themselves."""
        plain = bools(pc.match_substring_regex(raw, _PLAIN))
        known = bools(pc.is_in(raw, self._exact)) | bools(pc.match_substring_regex(raw, self._strange))
        ids = bools(pc.match_substring_regex(raw, _MAY_BE_ID))
        return ~plain | known | ids

    def _learn(self, name: str) -> _Learnt:
        told, by_host, says_out = self._classifier.class_of_name(name)
        entries = self._entries.of(told[1] if len(told) > 1 else name)
        learnt = self._learnt[name] = (self._classes.of(told), by_host, says_out, entries)
        return learnt


def _collapsed(raw: pa.Array) -> pa.Array:
    """Return plain names collapsed."""
    return pc.replace_substring_regex(pc.replace_substring_regex(raw, _ENDING, r"\1#"), "[0-9]+", "0")


def _any(texts: Iterable[str]) -> str:
    """Return an expression for any of these texts; those that no plain name holds are left out."""
    return (
        "|".join(re.escape(text) for text in sorted(texts) if text.isascii() and text.isprintable()) or r"[^\x00-\x7f]"
    )
