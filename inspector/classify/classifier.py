# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Weighs what the ways of telling say, and gives one label for each cookie.

The user's list and the visitor's own choices decide. Otherwise the statistical model weighs all evidence, the tables
included, and says which group; the most trusted way that agrees gives the leaf and the reason. Where the tables say
another group than the model is sure of, the label follows the model only if the tables themselves are disputed or the
model is very sure, and it says who disagrees.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from inspector.classify import choices, facts, forms, override, tracking, vendors, words
from inspector.classify.features import lifetime_index
from inspector.classify.model import GROUPS, Model, load_model
from inspector.classify.names import collapse
from inspector.classify.opinion import Opinion, Sight, Tell, Way
from inspector.classify.party import Parties
from inspector.classify.shapes import Kind, kind_of_text
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

_TABLES: Final = (Way.EXACT, Way.PATTERN)
_OVERRULE: Final = 0.6  # the model's chance from which it overrules an entry of the tables
_OVERRULE_DISPUTED: Final = 0.4  # the same for an entry that others dispute
_PLAIN: Final = frozenset({Purpose.CART, Purpose.CONSENT, Purpose.OPT_OUT})  # what the statistics never overrule
_CONTESTED: Final = 0.8  # no more is claimed where the statistics say otherwise
_NOTHING: Final = 0.32  # a chance below which a cookie that no way knows is unknown
_DART_HOST: Final = "doubleclick.net"
_MOST_REMEMBERED: Final = 100_000
_LONGEST_OUT: Final = 64  # no longer value says in words that it is an opt-out
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


class _Name(NamedTuple):
    """What a name alone tells, remembered: many cookies share one."""

    collapsed: str
    facts: tuple[KnownCookie, ...]
    number: int  # of these facts among all that were met
    by_host: bool  # whether other facts may hold on some hosts
    says_out: bool  # whether its opt-out state has to be asked for


class Classifier:
    """Gives labels. Answers are remembered by everything they depend on; values enter only as shapes."""

    def __init__(self, knowledge: Knowledge, model: Model) -> None:
        self.knowledge = knowledge
        self.model = model
        self._parties = Parties(knowledge)
        self._labels: dict[tuple[object, ...], Label] = {}
        self._numbers: dict[tuple[KnownCookie, ...], int] = {}
        self._hosts: dict[tuple[object, ...], int] = {}
        self._out_names = frozenset(
            cookie.name for vendor in knowledge.vendors for way in vendor.opt_outs for cookie in way.cookies
        )
        self._name = lru_cache(maxsize=_MOST_REMEMBERED)(self._learn_name)
        self._facts = lru_cache(maxsize=_MOST_REMEMBERED)(self._find)
        self._host_class = lru_cache(maxsize=_MOST_REMEMBERED)(self._class_of_host)

    def classify_all(self, many: Iterable[Traits]) -> list[Label]:
        """Return one label for each, in order."""
        return [self.classify(traits) for traits in many]

    def classify(self, traits: Traits) -> Label:
        """Return the label of one cookie.

        The common way is short: the parts of a cookie are looked up as classes, and an answer that was given for the
        same classes is given again.
        """
        party, place = self._parties.of(traits)
        known = self._name(traits.name)
        facts, number = (known.facts, known.number) if not known.by_host else self._facts(traits.name, traits.host)
        text = None if traits.value is None else traits.value.reveal()
        shape = None if text is None else kind_of_text(text)
        out = self._opt_out(traits, known, text)
        key = (
            known.collapsed,
            self._host_class(traits.host, place),
            number,
            place,
            None if shape is None else shape._value_,
            traits.session,
            None if traits.lifetime_days is None else lifetime_index(traits.lifetime_days),
            traits.http_only,
            traits.secure,
            traits.host_only,
            traits.same_site._value_,
            traits.path in (None, "/", ""),
            traits.partitioned,
            traits.wildcard,
            None if out is None else (out.state._value_, out.because),
            party._value_,
        )
        label = self._labels.get(key)
        if label is None:
            if len(self._labels) >= _MOST_REMEMBERED:
                self._labels.clear()
            label = self._labels[key] = self._weigh(self._sight(traits, party, place, shape, facts, out)).label
        return label

    def examine(self, traits: Traits) -> Case:
        """Return the label with all that led to it."""
        return self._weigh(self.look_at(traits))

    def look_at(self, traits: Traits) -> Sight:
        """Return all that the ways of telling are shown of a cookie."""
        party, place = self._parties.of(traits)
        text = None if traits.value is None else traits.value.reveal()
        shape = None if text is None else kind_of_text(text)
        facts = self.knowledge.find(traits.name, traits.host)
        out = self.knowledge.opt_out_state(traits.name, traits.host, text)
        return self._sight(traits, party, place, shape, facts, out)

    def _learn_name(self, name: str) -> _Name:
        facts = self.knowledge.find(name, None)
        by_host = any(fact.domain is not None for fact in facts)
        says_out = name in self._out_names or _says_out(name)
        return _Name(collapse(name), facts, self._number(facts), by_host, says_out)

    def _find(self, name: str, host: str | None) -> tuple[tuple[KnownCookie, ...], int]:
        facts = self.knowledge.find(name, host)
        return facts, self._number(facts)

    def _number(self, facts: tuple[KnownCookie, ...]) -> int:
        return self._numbers.setdefault(facts, len(self._numbers))

    def _class_of_host(self, host: str | None, place: str) -> int:
        """Return the number of a class of hosts: those of a class cannot be told apart by anything that judges them."""
        vendor = None if host is None else self.knowledge.vendor_by_domain(host)
        kind = None if host is None else self.model.reader.kinds.of(host)
        told = (self.model.of_host(host, place), vendor and vendor.id, kind, host is None, is_dart(host))
        return self._hosts.setdefault(told, len(self._hosts))

    def _opt_out(self, traits: Traits, known: _Name, text: str | None) -> OptOutMatch | None:
        """Return the opt-out state, asked for only where the name or the value may speak of one."""
        if known.says_out or (text is not None and len(text) <= _LONGEST_OUT and _says_out(text)):
            return self.knowledge.opt_out_state(traits.name, traits.host, text)
        return None

    def _sight(
        self,
        traits: Traits,
        party: Party,
        place: str,
        shape: Kind | None,
        facts: tuple[KnownCookie, ...],
        out: OptOutMatch | None,
    ) -> Sight:
        host = traits.host
        return Sight(
            traits=traits._replace(value=None),
            party=party,
            place=place,
            shape=shape,
            facts=facts,
            opt_out=out,
            host_vendor=None if host is None else self.knowledge.vendor_by_domain(host),
            kind=None if host is None else self.model.reader.kinds.of(host),
            topics=self.model.reader.topics.of(collapse(traits.name)),
            knowledge=self.knowledge,
        )

    def _weigh(self, sight: Sight) -> Case:
        opinions = tuple(opinion for tell in WAYS if (opinion := tell(sight)) is not None)
        chances = self.model.chances(sight.traits, sight.place, sight.shape, sight.facts)
        decided = _decide(opinions, chances, sight, self.model)
        label = self._label(sight, decided)
        return Case(label, opinions, tuple(zip(GROUPS, chances, strict=True)), decided.fact, decided.known)

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
        disputed = fact is not None and bool(fact.disputed)
        if chance < (_OVERRULE_DISPUTED if disputed else _OVERRULE) or (table.purpose in _PLAIN and not disputed):
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
    return Subtype.GOOGLE_DART if purpose is Purpose.ADVERTISING and is_dart(sight.traits.host) else subtype


def _says_out(text: str) -> bool:
    """Whether a name or value may say in words that it is an opt-out; the tables know the exact words."""
    folded = text.lower()
    return "out" in folded or "notarget" in folded


def is_dart(host: str | None) -> bool:
    """Whether a host is DoubleClick's own, where Google's DART cookies live."""
    return host is not None and f".{host.lower()}".endswith(f".{_DART_HOST}")


def load_classifier(resources: Path, knowledge: Knowledge) -> Classifier:
    """Return a classifier with the shipped model."""
    return Classifier(knowledge, load_model(resources, knowledge))
