# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The statistical model: a weight for each feature and group, trained by packaging/training/train.py.

A logistic regression needs no library to be evaluated: sums and four exponentials. Sums of a name, a host, a set of
attributes or a shape are remembered, because a store repeats them.
"""

import json
import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from inspector.classify.domain_kinds import suffixes
from inspector.classify.features import (
    Attributes,
    attribute_features,
    is_bare,
    topic_features,
    value_features,
    word_features,
)
from inspector.classify.lanes import unpack
from inspector.classify.reader import Reader, make_reader
from inspector.classify.shapes import Kind
from inspector.classify.spelling import Spelling
from inspector.core.frozen import frozen
from inspector.core.label import Group
from inspector.core.problem import InspectorError
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie

FILE: Final = "model/model.json"
WEIGHTS: Final = "model/weights.bin"
"""Pieces of names, one on a line; a zero byte; other features, one on a line; a zero byte; and the packed weight of
each in eight bytes, the smallest first."""
GROUPS: Final = (Group.NECESSARY, Group.PREFERENCES, Group.ANALYTICS, Group.MARKETING)


class Backing(StrEnum):
    """What stands behind an answer besides the statistics; each has curves of its own."""

    NONE = ""
    KNOWN = "known"  # an entry of the tables that nobody disputes says the same
    DOCUMENTED = "documented"  # it also names the whole cookie, in its maker's words, for what is never ambiguous


@frozen
class Curve:
    """A rising curve through points that turns the model's own confidence into the share that was right."""

    given: tuple[float, ...]
    meant: tuple[float, ...]

    def at(self, confidence: float) -> float:
        """Return the curve at ``confidence``, straight between its points."""
        number = bisect_left(self.given, confidence)
        if number in (0, len(self.given)):
            return self.meant[0 if number == 0 else -1]
        low, high = self.given[number - 1], self.given[number]
        share = (confidence - low) / (high - low)
        return self.meant[number - 1] + share * (self.meant[number] - self.meant[number - 1])


class Weights(NamedTuple):
    """Packed weights: of pieces of names, and of all other features."""

    pieces: dict[str, int]
    others: dict[str, int]


class Model:
    """The weights; asked for the chances of the four groups."""

    def __init__(self, weights: Weights, scale: float, reader: Reader, curves: Mapping[str, Curve]) -> None:
        """Take weights packed by :mod:`inspector.classify.lanes`, and what one step of them stands for."""
        self._weight = weights.others.get
        self._spelling = Spelling(weights.pieces)
        self._scale = scale
        self.reader = reader
        self.curves = curves
        self._curve_of = {
            (bare, backing): curves[curve_name(bare, backing)] for bare in (True, False) for backing in Backing
        }
        self._bias = weights.others.get("bias", 0)
        self._domains = frozenset(name[1:] for name in weights.others if name.startswith("d"))
        self._of_name = lru_cache(maxsize=65_536)(self._sum_of_name)
        self.of_host = lru_cache(maxsize=65_536)(self._sum_of_host)
        self._of_topics = lru_cache(maxsize=16_384)(self._sum_of_topics)
        self._of_facts = lru_cache(maxsize=4_096)(self._sum_of_facts)
        self._of_own = self._sum(reader.host_features("", "1"))
        self._of_no_facts = self._sum(reader.fact_features(()))
        self._of_attributes = lru_cache(maxsize=4_096)(self._sum_of_attributes)
        self._of_shape = lru_cache(maxsize=4_096)(self._sum_of_shape)

    def chances(
        self,
        traits: Traits,
        place: str,
        attributes: Attributes,
        shape: Kind | None,
        facts: tuple[KnownCookie, ...],
    ) -> tuple[float, float, float, float]:
        """Return the chances of :data:`GROUPS`, which add up to 1.

        ``traits`` hold a collapsed name; ``place`` is where the cookie stands.
        """
        total = (
            self._bias
            + self._of_name(traits.name, traits.wildcard, place)
            + (self._of_own if place == "1" and traits.host is not None else self.of_host(traits.host, place))
            + (self._of_facts(facts[0]) if facts else self._of_no_facts)
            + self._of_attributes(attributes, place)
            + (0 if shape is None else self._of_shape(shape))
        )
        first, second, third, fourth = unpack(total)
        top, scale = max(first, second, third, fourth), self._scale
        a, b = math.exp((first - top) * scale), math.exp((second - top) * scale)
        c, d = math.exp((third - top) * scale), math.exp((fourth - top) * scale)
        whole = a + b + c + d
        return a / whole, b / whole, c / whole, d / whole

    def confidence(self, chance: float, traits: Traits, backing: Backing) -> float:
        """Return the share of answers of such a chance that were right in cross-validation."""
        return self._curve_of[is_bare(traits), backing].at(chance)

    def _sum_of_name(self, name: str, wildcard: bool, place: str) -> int:
        folded, words, topics, repeats = self.reader.topics.read(name)
        total = self._spelling.weigh(folded, wildcard, repeats=repeats) + self._of_topics(topics, place)
        return total + sum(filter(None, map(self._weight, word_features(folded, words))))

    def _sum_of_topics(self, topics: tuple[str, ...], place: str) -> int:
        return self._sum(topic_features(topics, place))

    def _sum_of_host(self, host: str | None, place: str) -> int:
        """Sum a host's features; the registrable domain is only looked for if the model knows one that it could be."""
        known = host is not None and not self._domains.isdisjoint(suffixes(host))
        return self._sum(self.reader.host_features(host, place, with_domain=known))

    def _sum_of_facts(self, fact: KnownCookie) -> int:
        return self._sum(self.reader.fact_features((fact,)))

    def _sum_of_attributes(self, attributes: Attributes, place: str) -> int:
        return self._sum(attribute_features(attributes, place))

    def _sum_of_shape(self, shape: Kind) -> int:
        return self._sum(value_features(shape))

    def _sum(self, features: Iterable[str]) -> int:
        return sum(filter(None, map(self._weight, dict.fromkeys(features))))


def curve_name(bare: bool, backing: Backing) -> str:
    """Return which curve fits: bare names are told less surely than records, and both more so if a table agrees."""
    if backing is Backing.DOCUMENTED:
        return backing
    return ("names" if bare else "records") + (f", {backing}" if backing else "")


CURVES: Final = ("names", "names, known", "records", "records, known", Backing.DOCUMENTED)


def load_model(resources: Path, knowledge: Knowledge) -> Model:
    """Return the shipped model."""
    path = resources / FILE
    try:
        data = json.loads(path.read_bytes())
        reader = make_reader(data, knowledge)
        curves = {name: Curve(tuple(curve[0]), tuple(curve[1])) for name, curve in data["curves"].items()}
        return Model(_weights((resources / WEIGHTS).read_bytes()), float(data["scale"]), reader, curves)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InspectorError(f"The program's model cannot be read ({path})", "Reinstall the program") from error


def _weights(data: bytes) -> Weights:
    """Return the packed weights; numbers are taken as they lie, because opening must not be felt."""
    first, _, rest = data.partition(b"\0")
    second, _, packed = rest.partition(b"\0")
    names, others = first.decode("utf-8").split("\n"), second.decode("utf-8").split("\n")
    numbers = array("q")
    numbers.frombytes(packed)
    if len(numbers) != len(names) + len(others):
        raise ValueError("the weights do not fit the features")
    if sys.byteorder == "big":
        numbers.byteswap()
    return Weights(
        dict(zip(names, numbers[: len(names)], strict=True)), dict(zip(others, numbers[len(names) :], strict=True))
    )
