# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Judges one cookie: asks every way of telling, has the answers weighed, and makes the label."""

from typing import Final, NamedTuple

from inspector.classify import choices, facts, forms, override, tracking, vendors, words
from inspector.classify.features import attributes_of
from inspector.classify.model import GROUPS, Backing, Model
from inspector.classify.opinion import Opinion, Sight, Tell
from inspector.classify.shapes import Kind
from inspector.classify.standing import Standing, is_dart
from inspector.classify.weighing import Decision, decide
from inspector.core.label import Group, Label, Party, Purpose, Subtype
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie, OptOutMatch

WAYS: Final[tuple[Tell, ...]] = (
    override.tell,
    choices.tell_opt_out,
    choices.tell_consent,
    facts.tell_exact,
    facts.tell_family,
    forms.tell,
    words.tell,
    vendors.tell,
)
"""Every way but the statistics, the most trusted first."""

_OF_FACTS: Final = (override.tell, facts.tell_exact, facts.tell_family)
_WAYS_WITHOUT_FACTS: Final = tuple(tell for tell in WAYS if tell not in _OF_FACTS)

_VALUE: Final = Traits._fields.index("value")


class Case(NamedTuple):
    """All that was found for one cookie: for the story that ``explain`` tells."""

    label: Label
    opinions: tuple[Opinion, ...]
    chances: tuple[tuple[Group, float], ...]
    fact: KnownCookie | None
    backing: Backing  # whether the tables agree with the statistics


class Judge:
    """What a label depends on, and the label; remembers nothing."""

    def __init__(self, knowledge: Knowledge, model: Model) -> None:
        self._knowledge = knowledge
        self._model = model
        self._vendor = model.reader.vendor

    def case(self, sight: Sight) -> Case:
        """Return the label with all that led to it."""
        label, opinions, chances, decided = self._judge(sight)
        chances = chances or self._chances(sight)
        return Case(label, opinions, tuple(zip(GROUPS, chances, strict=True)), decided.fact, decided.backing)

    def label(self, sight: Sight) -> Label:
        """Return the label."""
        return self._judge(sight)[0]

    def sight(
        self,
        traits: Traits,
        collapsed: str,
        standing: Standing,
        shape: Kind | None,
        facts: tuple[KnownCookie, ...],
        out: OptOutMatch | None,
    ) -> Sight:
        """Return all that the ways of telling are shown of a cookie; a value enters as its shape only."""
        host, own = traits.host, standing.party is Party.FIRST  # whose a page's own host is tells nothing of a cookie
        if traits.value is not None or traits.name != collapsed:
            traits = Traits._make((collapsed, *traits[1:_VALUE], None, *traits[_VALUE + 1 :]))  # faster than _replace
        return Sight(
            traits=traits,
            party=standing.party,
            place=standing.place,
            attributes=attributes_of(traits),
            shape=shape,
            facts=facts,
            opt_out=out,
            host_vendor=None if own or host is None else self._vendor(host),
            kind=None if own or host is None else self._model.reader.kinds.of(host),
            topics=self._model.reader.topics.of(collapsed),
            knowledge=self._knowledge,
        )

    def _judge(self, sight: Sight) -> tuple[Label, tuple[Opinion, ...], tuple[float, ...], Decision]:
        ways = WAYS if sight.facts else _WAYS_WITHOUT_FACTS
        opinions = tuple([opinion for tell in ways if (opinion := tell(sight)) is not None])
        settled = any(opinion.decisive for opinion in opinions)  # then statistics are not asked
        chances = () if settled else self._chances(sight)
        decided = decide(opinions, chances, sight, self._model)
        return self._label(sight, decided), opinions, chances, decided

    def _chances(self, sight: Sight) -> tuple[float, ...]:
        return self._model.chances(sight.traits, sight.place, sight.attributes, sight.shape, sight.facts)

    def _label(self, sight: Sight, decided: Decision) -> Label:
        fact = decided.fact
        vendor_id = fact.vendor if fact is not None and fact.vendor else None
        if vendor_id is None and sight.host_vendor is not None and sight.party is not Party.FIRST:
            vendor_id = sight.host_vendor.id
        vendor = self._knowledge.vendor(vendor_id) if vendor_id else None
        subtype = _subtype(sight, decided.purpose, decided.subtype)
        judgement = tracking.judge(sight, decided.purpose, subtype, fact)
        return Label(
            purpose=decided.purpose,
            subtype=subtype,
            vendor=vendor_id,
            vendor_name=None if vendor is None else vendor.name,
            party=sight.party,
            tracks=judgement.tracks,
            tracks_because=judgement.because,
            confidence=round(decided.confidence, 3),
            disputed=decided.disputed,
            because=decided.because,
            by_statistics=decided.by_statistics,
        )


def _subtype(sight: Sight, purpose: Purpose, subtype: Subtype) -> Subtype:
    """Return the subtype; everything for advertising on DoubleClick's own domain belongs to the DART family."""
    return Subtype.GOOGLE_DART if purpose is Purpose.ADVERTISING and is_dart(sight.traits.host) else subtype
