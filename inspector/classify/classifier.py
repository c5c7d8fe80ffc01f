# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Weighs what the ways of telling say, and gives one label for each cookie.

The user's list and the visitor's own choices decide. Otherwise the statistical model weighs all evidence, the tables
included, and says which group; the most trusted way that agrees gives the leaf and the reason. Where the tables say
another group than the model is sure of, the label follows the model only if the tables themselves are disputed or the
model is very sure, and it says who disagrees.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from inspector.classify import choices, facts, forms, override, tracking, vendors, words
from inspector.classify.model import GROUPS, Model, attribute_key, load_model
from inspector.classify.names import collapse
from inspector.classify.opinion import Opinion, Sight, Tell, Way
from inspector.classify.party import Parties
from inspector.classify.shapes import Shape, shape_of
from inspector.core.label import Group, Label, Party, Purpose, Subtype
from inspector.core.traits import Traits
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie

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

_TABLES: Final = (Way.EXACT, Way.PATTERN)
_OVERRULE: Final = 0.6  # the model's chance from which it overrules an entry of the tables
_OVERRULE_DISPUTED: Final = 0.4  # the same for an entry that others dispute
_CONTESTED: Final = 0.8  # no more is claimed where the statistics say otherwise
_NOTHING: Final = 0.32  # a chance below which a cookie that no way knows is unknown
_DART_HOST: Final = "doubleclick.net"
_MOST_REMEMBERED: Final = 100_000
_LEAF: Final = {
    Group.NECESSARY: Purpose.SESSION,
    Group.PREFERENCES: Purpose.FUNCTIONAL,
    Group.ANALYTICS: Purpose.ANALYTICS,
    Group.MARKETING: Purpose.ADVERTISING,
}


class Case(NamedTuple):
    """All that was found for one cookie: for the story that ``explain`` tells."""

    label: Label
    opinions: tuple[Opinion, ...]
    chances: tuple[tuple[Group, float], ...]
    fact: KnownCookie | None
    known: bool  # whether an entry of the tables that nobody disputes agrees with the statistics


class Classifier:
    """Gives labels. Answers are remembered by everything they depend on; values enter only as shapes."""

    def __init__(self, knowledge: Knowledge, model: Model) -> None:
        self.knowledge = knowledge
        self.model = model
        self._parties = Parties(knowledge)
        self._labels: dict[tuple[object, ...], Label] = {}

    def classify_all(self, many: Iterable[Traits]) -> list[Label]:
        """Return one label for each, in order."""
        return [self.classify(traits) for traits in many]

    def classify(self, traits: Traits) -> Label:
        """Return the label of one cookie."""
        party = self._parties.of(traits)
        shape = None if traits.value is None else shape_of(traits.value)
        opt_out = self.knowledge.opt_out_state(
            traits.name, traits.host, None if traits.value is None else traits.value.reveal()
        )
        key = (
            traits.name,
            traits.wildcard,
            traits.host,
            party,
            shape,
            attribute_key(traits),
            traits.partitioned,
            None if opt_out is None else (opt_out.state, opt_out.because),
        )
        label = self._labels.get(key)
        if label is None:
            if len(self._labels) >= _MOST_REMEMBERED:
                self._labels.clear()
            sight = self._sight(traits, party, shape)
            label = self._labels[key] = self._weigh(sight).label
        return label

    def examine(self, traits: Traits) -> Case:
        """Return the label with all that led to it."""
        shape = None if traits.value is None else shape_of(traits.value)
        return self._weigh(self._sight(traits, self._parties.of(traits), shape))

    def _sight(self, traits: Traits, party: Party, shape: Shape | None) -> Sight:
        host = traits.host
        value = None if traits.value is None else traits.value.reveal()
        return Sight(
            traits=traits._replace(value=None),
            party=party,
            shape=shape,
            facts=self.knowledge.find(traits.name, host),
            opt_out=self.knowledge.opt_out_state(traits.name, host, value),
            host_vendor=None if host is None else self.knowledge.vendor_by_domain(host),
            kind=None if host is None else self.model.reader.kinds.of(host),
            topics=self.model.reader.topics.of(collapse(traits.name)),
            knowledge=self.knowledge,
        )

    def _weigh(self, sight: Sight) -> Case:
        opinions = tuple(opinion for tell in WAYS if (opinion := tell(sight)) is not None)
        chances = self.model.chances(sight.traits, sight.party, sight.shape, sight.facts)
        decided = _decide(opinions, chances, sight, self.model)
        return Case(
            self._label(sight, decided), opinions, tuple(zip(GROUPS, chances, strict=True)), decided.fact, decided.known
        )

    def _label(self, sight: Sight, decided: "_Decision") -> Label:
        fact = decided.fact
        vendor_id = fact.vendor if fact is not None and fact.vendor else None
        if vendor_id is None and sight.host_vendor is not None and sight.party is not Party.FIRST:
            vendor_id = sight.host_vendor.id
        vendor = self.knowledge.vendor(vendor_id) if vendor_id else None
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
        )


class _Decision(NamedTuple):
    purpose: Purpose
    subtype: Subtype
    confidence: float
    because: tuple[str, ...]
    disputed: tuple[str, ...]
    fact: KnownCookie | None
    known: bool = False


def _decide(opinions: Sequence[Opinion], chances: Sequence[float], sight: Sight, model: Model) -> _Decision:
    fact = facts.leading(sight)
    decisive = next((opinion for opinion in opinions if opinion.decisive), None)
    if decisive is not None:
        return _follow(decisive, decisive.confidence, opinions, sight, fact)
    top = max(range(len(GROUPS)), key=chances.__getitem__)
    group, chance = GROUPS[top], chances[top]
    table = next((opinion for opinion in opinions if opinion.way in _TABLES), None)
    if table is not None and table.purpose.group is not group and table.purpose.group in GROUPS:
        limit = _OVERRULE_DISPUTED if fact is not None and fact.disputed else _OVERRULE
        if chance < limit:
            own = chances[GROUPS.index(table.purpose.group)]
            return _follow(
                table,
                min(model.confidence(max(own, 1 - chance), sight.traits, known=False), _CONTESTED),
                opinions,
                sight,
                fact,
            )
    if not opinions and chance < _NOTHING:
        because = ("No table knows it, and neither its name nor anything else tells what it is for",)
        return _Decision(Purpose.UNKNOWN, Subtype.NONE, 0.0, because, (), None)
    agreeing = next((opinion for opinion in opinions if opinion.purpose.group is group), None)
    statistics = Opinion(Way.MODEL, _leaf(group, sight), chance, _statistics(group, sight))
    known = table is not None and table.purpose.group is group and not (fact is not None and fact.disputed)
    confidence = model.confidence(chance, sight.traits, known)
    return _follow(agreeing or statistics, confidence, opinions, sight, fact, statistics)._replace(known=known)


def _follow(
    chosen: Opinion,
    confidence: float,
    opinions: Sequence[Opinion],
    sight: Sight,
    fact: KnownCookie | None,
    statistics: Opinion | None = None,
) -> _Decision:
    """Make the decision of a chosen opinion: its reason first, then those that agree, and who says otherwise."""
    group = chosen.purpose.group
    reasons = [chosen.because]
    reasons += [each.because for each in opinions if each is not chosen and each.purpose.group is group]
    if statistics is not None and statistics is not chosen and len(reasons) == 1:
        reasons.append(statistics.because)
    against = [f"{each.way}: {each.because}" for each in opinions if _contradicts(each, group)]
    against += list(fact.disputed) if fact is not None else []
    return _Decision(chosen.purpose, chosen.subtype, confidence, tuple(reasons), tuple(dict.fromkeys(against)), fact)


def _contradicts(opinion: Opinion, group: Group) -> bool:
    """Whether an opinion disputes a label: only the tables and the user's list do, hints are just weighed."""
    return opinion.way in (*_TABLES, Way.OVERRIDE) and opinion.purpose.group is not group


def _leaf(group: Group, sight: Sight) -> Purpose:
    """Return the purpose for a group that only the statistics found."""
    if group is Group.NECESSARY and sight.traits.session is False and sight.party is Party.THIRD:
        return Purpose.SECURITY
    return _LEAF[group]


def _statistics(group: Group, sight: Sight) -> str:
    said = [words.MEANINGS[topic].said for topic in sight.topics if topic in words.MEANINGS]
    like = f" and words that speak of {said[0]}" if said else ""
    whose = {Party.FIRST: " of the site itself", Party.THIRD: " of other sites than the page"}.get(sight.party, "")
    return f"Cookies{whose} with names like this{like} are mostly for {words.said_of(group)}, by statistics"


def _subtype(sight: Sight, purpose: Purpose, subtype: Subtype) -> Subtype:
    """Return the subtype; everything for advertising on DoubleClick's own domain belongs to the DART family."""
    host = (sight.traits.host or "").lower()
    if purpose is Purpose.ADVERTISING and (host == _DART_HOST or host.endswith("." + _DART_HOST)):
        return Subtype.GOOGLE_DART
    return subtype


def load_classifier(resources: Path, knowledge: Knowledge) -> Classifier:
    """Return a classifier with the shipped model."""
    return Classifier(knowledge, load_model(resources, knowledge))
