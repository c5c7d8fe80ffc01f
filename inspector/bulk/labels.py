# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The classifier over record batches: facts of many cookies in, their labels out, each combination judged once.

What a label depends on is turned into numbers column by column (names that are judged alike, hosts that are, spans of
lifetimes, shapes of values), so that of millions of rows only those are looked at that differ in something that
matters. Those are asked of the classifier as every other part of the program asks it: the labels are the same.
"""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.codes import ABSENT, Coded, Ints, Numbers, answers, coded, firsts, paired, recoded, taken, texts_of
from inspector.bulk.hosts import Hosts, host_of, page_host
from inspector.bulk.label_table import LabelTable
from inspector.bulk.schema import facts_of
from inspector.bulk.values import Values
from inspector.classify.classifier import Classifier
from inspector.classify.features import SPANS
from inspector.core.secret import Secret
from inspector.core.traits import Traits

_MOST: Final = 1_000_000  # of names, and of judged combinations, that are remembered
_SPANS: Final = np.array(SPANS, np.float64)
_NO_SPAN: Final = len(SPANS) + 1
_ANSWER: Final = (False, True, None)  # as inspector.bulk.codes.answers numbers them


class Labeller:
    """Labels batches of :data:`~inspector.bulk.schema.FACTS`; what was judged is remembered from batch to batch.

    ``judged`` counts the different combinations of facts that were judged so far.
    """

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier
        self._hosts = Hosts(classifier)
        self._values = Values(classifier)
        self._table = LabelTable()
        self._classes = Numbers()
        self._names: dict[str, tuple[int, bool, bool]] = {}
        self._known: dict[tuple[int, ...], int] = {}
        self.judged = 0

    def label(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the labels of a batch, row by row; null where a row has no name. Columns may be missing."""
        self._make_room()
        return self._table.batch(self._numbers(_Facts(facts_of(batch))))

    def _make_room(self) -> None:
        """Forget everything before it fills the memory; numbers mean something only together."""
        if max(len(held) for held in (self._names, self._known, self._hosts, self._values, self._table)) > _MOST:
            for held in (self._names, self._known, self._hosts, self._values, self._table, self._classes):
                held.clear()

    def _numbers(self, facts: "_Facts") -> Ints:
        """Return for each row the number of its label."""
        named, says_out = self._named(facts.name, facts.host)
        standing = self._hosts.standings(facts.host, facts.site, facts.third_party)
        shape, said = self._values.heard(facts.value, facts.name, facts.host, says_out)
        small = ((shape + 1) * 4 + facts.session) * 4 + facts.http_only
        small = (small * 4 + facts.partitioned) * (_NO_SPAN + 1) + facts.span
        columns = (named, standing, said, small)
        key = firsts(paired(named, standing))[1]
        for column in columns[2:]:
            key = firsts(paired(key, column))[1]
        first, numbers = firsts(key)
        different = zip(first.tolist(), *(column[first].tolist() for column in columns), strict=True)
        labels = np.array([self._label(facts, row, tuple(parts)) for row, *parts in different], np.int64)
        return np.where(facts.name.places < 0, ABSENT, taken(labels, numbers))

    def _label(self, facts: "_Facts", row: int, key: tuple[int, ...]) -> int:
        known = self._known.get(key)
        if known is not None:
            return known
        traits = facts.traits(row)
        if traits is None:
            return ABSENT
        self.judged += 1
        found = self._table.number(self._classifier.label_of(self._classifier.kind_of(traits)))
        self._known[key] = found
        return found

    def _named(self, name: Coded, host: Coded) -> tuple[Ints, Ints]:
        """Return for each row the number of its name's class, and whether the name may say something of opting out."""
        learnt = [self._names.get(text) or self._learn(text) for text in name.texts]
        table = np.array(learnt, np.int64).reshape(-1, 3)
        named, by_host, says_out = (taken(table[:, column], name.places) for column in range(3))
        rows = np.flatnonzero(by_host == 1)
        if len(rows):
            first, numbers = firsts(paired(name.places[rows], host.places[rows]))
            asked = ((name.texts[name.places[row]], host.places[row]) for row in rows[first])
            found = [
                self._classes.of((self._names[text][0], self._classifier.facts_at(text, _text(host, place))))
                for text, place in asked
            ]
            named[rows] = np.array(found, np.int64)[numbers]
        return named, says_out

    def _learn(self, name: str) -> tuple[int, bool, bool]:
        told, by_host, says_out = self._classifier.class_of_name(name)
        learnt = self._names[name] = (self._classes.of(told), by_host, says_out)
        return learnt


def _text(column: Coded, place: int) -> str | None:
    return None if place < 0 else column.texts[place]


class _Facts:
    """A batch's facts, coded."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self.name = coded(batch.column("name"))
        self.host = recoded(coded(batch.column("host")), host_of)
        self.site = recoded(coded(batch.column("site")), page_host)
        self.value = batch.column("value")
        self.third_party, self.session, self.http_only, self.partitioned = (
            answers(batch.column(name)) for name in ("third_party", "session", "http_only", "partitioned")
        )
        self._valued = np.asarray(self.value.is_valid())
        self._days = np.asarray(pc.fill_null(batch.column("lifetime_days"), np.nan).to_numpy(zero_copy_only=False))
        known = ~np.isnan(self._days) & (self.session != 1)
        self.span = np.where(known, np.searchsorted(_SPANS, self._days), _NO_SPAN).astype(np.int64)

    def traits(self, row: int) -> Traits | None:
        """Return a row as the classifier takes it; ``None`` for one without a name."""
        name = _text(self.name, int(self.name.places[row]))
        if name is None:
            return None
        return Traits(
            name,
            _text(self.host, int(self.host.places[row])),
            _text(self.site, int(self.site.places[row])),
            _ANSWER[self.third_party[row]],
            None,
            Secret(texts_of(self.value.slice(row, 1))[0]) if self._valued[row] else None,
            _ANSWER[self.session[row]],
            None if np.isnan(self._days[row]) else float(self._days[row]),
            _ANSWER[self.http_only[row]],
            partitioned=_ANSWER[self.partitioned[row]],
        )
