# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The classifier over record batches: facts of many cookies in, their labels out, each combination judged once.

What a label depends on is turned into numbers column by column (names that are judged alike, hosts that are, spans of
lifetimes, shapes of values), so that of millions of rows only those are looked at that differ in something that
matters. Those are asked of the classifier as every other part of the program asks it: the labels are the same.
"""

import math
from collections.abc import Iterator
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from inspector.bulk.codes import ABSENT, Ints, answers, coded, firsts, paired, taken, texts_of
from inspector.bulk.hosts import Hosts, hosts_of, page_hosts
from inspector.bulk.label_table import LabelTable
from inspector.bulk.names import Names
from inspector.bulk.schema import facts_of
from inspector.bulk.values import Values
from inspector.classify.classifier import Classifier
from inspector.classify.features import SPANS
from inspector.core.label import Label
from inspector.core.secret import Secret
from inspector.core.traits import Traits

_Key = tuple[int, int, int, int]
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
        self._names = Names(classifier)
        self._known: dict[_Key, int] = {}
        self.judged = 0

    def label(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return the labels of a batch, row by row; null where a row has no name. Columns may be missing."""
        self._make_room()
        return self._table.batch(self._numbers(_Facts(facts_of(batch))))

    def _make_room(self) -> None:
        """Forget everything before it fills the memory; numbers mean something only together."""
        if max(len(held) for held in (self._names, self._known, self._hosts, self._values, self._table)) > _MOST:
            for held in (self._names, self._known, self._hosts, self._values, self._table):
                held.clear()

    def _numbers(self, facts: "_Facts") -> Ints:
        """Return for each row the number of its label."""
        standing, known = self._hosts.standings(facts.host, facts.site, facts.third_party)
        named, says_out = self._names.classes(facts.name, known)
        shape, said = self._values.heard(facts.value, facts.name, facts.host, says_out)
        small = ((shape + 1) * 4 + facts.session) * 4 + facts.http_only
        small = (small * 4 + facts.partitioned) * (_NO_SPAN + 1) + facts.span
        columns = (named, standing, said, small)
        key = firsts(paired(named, standing))[1]
        for column in columns[2:]:
            key = firsts(paired(key, column))[1]
        first, numbers = firsts(key)
        keys = list(zip(*(column[first].tolist() for column in columns), strict=True))
        self._judge(facts, first, keys)
        labels = np.array([self._known[key] for key in keys], np.int64)
        return np.where(facts.name.places < 0, ABSENT, taken(labels, numbers))

    def _judge(self, facts: "_Facts", rows: Ints, keys: list[_Key]) -> None:
        """Judge the combinations that were not met before, by the row in which each is met first."""
        known = self._known
        new = [place for place, key in enumerate(keys) if key not in known]
        for place, traits in zip(new, facts.traits(rows[new]), strict=True):
            key = keys[place]
            if traits is None:
                known[key] = ABSENT
                continue
            self.judged += 1
            known[key] = self._table.number(self._label(traits, *key))

    def _label(self, traits: Traits, named: int, standing: int, said: int, _: int) -> Label:
        collapsed = None if said != ABSENT else self._names.stranger(named)
        if collapsed is None:
            return self._classifier.label_of(self._classifier.kind_of(traits))
        return self._classifier.label_of_stranger(traits, collapsed, self._hosts.standing(standing))


class _Facts:
    """A batch's facts, coded."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self.name = coded(batch.column("name"))
        self.host = hosts_of(coded(batch.column("host")))
        self.site = page_hosts(coded(batch.column("site")))
        self.value = batch.column("value")
        asked = ("third_party", "session", "http_only", "partitioned")
        self._answers = tuple(answers(batch.column(name)) for name in asked)
        self.third_party, self.session, self.http_only, self.partitioned = self._answers
        self._days = np.asarray(pc.fill_null(batch.column("lifetime_days"), np.nan).to_numpy(zero_copy_only=False))
        known = ~np.isnan(self._days) & (self.session != 1)
        self.span = np.where(known, np.searchsorted(_SPANS, self._days), _NO_SPAN).astype(np.int64)

    def traits(self, rows: Ints) -> Iterator[Traits | None]:
        """Yield rows as the classifier takes them; ``None`` for one without a name."""
        name, host, site = (column.texts_at(rows) for column in (self.name, self.host, self.site))
        value = texts_of(self.value.take(pa.array(rows)))
        answered = ([_ANSWER[answer] for answer in column[rows].tolist()] for column in self._answers)
        days = [None if math.isnan(held) else held for held in self._days[rows].tolist()]
        for named, at, page, secret, third_party, session, http_only, partitioned, lasts in zip(
            name, host, site, value, *answered, days, strict=True
        ):
            held = None if secret is None else Secret(secret)
            facts = (named, at, page, third_party, None, held, session, lasts, http_only)
            yield None if named is None else Traits(*facts, partitioned=partitioned)
