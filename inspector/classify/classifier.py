# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Gives each cookie its label: asks every way of telling, has the answers weighed, and remembers."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from inspector.classify import choices, facts, forms, override, tracking, vendors, words
from inspector.classify.features import SPANS, attributes_of, place_of, span_of
from inspector.classify.kinds import CookieKind
from inspector.classify.memory import Memory
from inspector.classify.model import GROUPS, Backing, Model, load_model
from inspector.classify.names import collapse
from inspector.classify.opinion import Opinion, Sight, Tell
from inspector.classify.party import Parties
from inspector.classify.shapes import SAYS_NOTHING, SHAPES_OF_WORDS, Kind, kind_of_text
from inspector.classify.weighing import Decision, decide
from inspector.core.collector import paused_collector
from inspector.core.cookie import Cookie, is_timeless
from inspector.core.label import Group, Label, Party, Purpose, Subtype
from inspector.core.moments import DAY_US
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.knowledge import optout_words
from inspector.knowledge.book import Knowledge
from inspector.knowledge.domains import ANY_SUFFIX
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

_DART_HOST: Final = "doubleclick.net"
_SOME_HOST: Final = "example.com"
_VALUE: Final = Traits._fields.index("value")
NO_FACTS: Final = -1  # the number of no facts
_new: Final = tuple.__new__  # of a named tuple, without a step of Python in between
_MOST_REMEMBERED: Final = 100_000
_LONGEST_KEPT: Final = 256  # characters of a name that is remembered; hostile ones would fill the memory
_LONGEST_OUT: Final = 64  # no longer value says in words that it is an opt-out


class Case(NamedTuple):
    """All that was found for one cookie: for the story that ``explain`` tells."""

    label: Label
    opinions: tuple[Opinion, ...]
    chances: tuple[tuple[Group, float], ...]
    fact: KnownCookie | None
    backing: Backing  # whether the tables agree with the statistics


_Name = tuple[str, tuple[KnownCookie, ...], int, tuple[str, ...], bool]
"""What a name alone tells: collapsed, the facts that hold on any host and their number, the endings of the hosts on
which others may hold, and whether its opt-out state has to be asked for. A plain tuple, because there is one for every
name."""

_ANY_ENDING: Final = ("",)  # of a name with facts for a company under any suffix: each host is looked up


@dataclass(frozen=True, slots=True, eq=False)
class _Standing:
    """Whose a cookie is and where it stands; one record for each class of hosts, equal to itself only."""

    party: Party
    place: str


class Classifier:
    """Gives labels. Answers are remembered by everything they depend on; values enter only as shapes."""

    def __init__(self, knowledge: Knowledge, model: Model) -> None:
        self.knowledge = knowledge
        self.model = model
        self._parties = Parties(knowledge)
        self._labels: dict[tuple[object, ...], Label] = {}
        self._numbers: dict[tuple[int, ...], tuple[int, tuple[KnownCookie, ...]]] = {}
        self._classes: dict[tuple[object, ...], _Standing] = {}
        self._out_names = knowledge.opt_out_names
        self._names = Memory(self._learn_name, _MOST_REMEMBERED)
        self._facts = Memory(self._find, _MOST_REMEMBERED)
        self._standings = Memory(self._stand, _MOST_REMEMBERED)
        self._kinds = Memory(self._label_kind, _MOST_REMEMBERED)
        self._vendor = model.reader.vendor
        self._own = self._stand((_SOME_HOST, Party.FIRST))  # of every page's own host but DoubleClick's

    def classify_all(self, many: Iterable[Traits]) -> list[Label]:
        """Return one label for each, in order.

        All that is made in between stays, so looking for rubbish would find none and take a tenth of the time.
        """
        with paused_collector():
            return list(self._each(many))

    def classify(self, traits: Traits) -> Label:
        """Return the label of one cookie."""
        return next(self._each((traits,)))

    def _each(self, many: Iterable[Traits]) -> Iterator[Label]:
        """Yield the labels: the parts of a cookie are looked up as classes, and what was said of them is said again.

        Nearly all of the time for many cookies is spent here, hence one loop and local names.
        """
        names, facts_at, standings, labels = self._names, self._facts, self._standings, self._labels
        site_of, company_of, own = self._parties.site_of, self._parties.company_of, self._own
        first, same_company, third = Party.FIRST, Party.SAME_COMPANY, Party.THIRD  # members are slow to ask for
        shape_of_word, may_say = SHAPES_OF_WORDS.get, optout_words.value_may_say
        for traits in many:
            name, host, site, third_party, _, value, session, days, http_only, _, _, _, partitioned, wildcard = traits
            if len(name) > _LONGEST_KEPT:
                yield self.examine(traits).label
                continue
            if host and site and host != site and site_of[host] != site_of[site]:  # as Parties.of, without a call
                ours = company_of[host]
                party = third if ours is None or ours != company_of[site] else same_company
            elif host and site:
                party = first
            else:
                party = self._parties.of(host, site, third_party)
            plain = host if host is not None and host.islower() and host[-1] != "." else None  # as the tables write it
            standing = own if plain and party is first and _DART_HOST not in plain else standings[host, party]
            collapsed, facts, number, ends, says_out = names[name]
            if ends and (plain is None or plain.endswith(ends)):
                facts, number = facts_at[name, host]
            shape = out = said = None
            if value is not None:
                text = value.reveal()
                shape = shape_of_word(text) or kind_of_text(text)
                if says_out or (shape not in SAYS_NOTHING and len(text) <= _LONGEST_OUT and may_say(text)):
                    out = self.knowledge.opt_out_state(name, host, text)
            elif says_out:
                out = self.knowledge.opt_out_state(name, host, None)
            if out is not None:
                said = (out.state, out.because)
            life = None if session or days is None else bisect_left(SPANS, days)
            key = (collapsed, standing, number, shape, session, life, http_only, partitioned, wildcard, said)
            label = labels.get(key)
            if label is None:
                label = self._judge(self._sight(traits, collapsed, standing, shape, facts, out))[0]
                if len(labels) >= _MOST_REMEMBERED:
                    labels.clear()
                labels[key] = label
            yield label

    def kind_of(self, traits: Traits) -> CookieKind:
        """Return what of a cookie its label depends on; a hundred thousand cookies have few kinds."""
        name, host, site, third_party, _, value, session, days, http_only, _, _, _, partitioned, wildcard = traits
        shape, out = self._heard(name, host, value)
        span = None if session or days is None else span_of(days)
        facts = (name, host, site, third_party, shape, out, session, span, http_only, partitioned, wildcard)
        return _new(CookieKind, facts)

    def label_cookies(self, cookies: Iterable[Cookie], site: str | None) -> list[Label]:
        """Return the label of each of a store's cookies, found on a page of this site.

        For very many, without making their traits: each has the label of its kind, and neighbours share name and host.
        """
        labels: list[Label] = []
        name = key = host = None
        says_out = False
        known: dict[tuple[object, ...], Label] = {}  # of cookies with this name and host
        heard, shape_of, label_of = self._heard_at, kind_of_text, self.label_of
        for cookie in cookies:
            if cookie.name != name or cookie.host_key != key:
                name, key = cookie.name, cookie.host_key
                host, known = key[1:] if key[:1] == "." else key, {}
                says_out = len(name) <= _LONGEST_KEPT and self._names[name][4]
            secret, out = cookie.value, None
            if secret is None or says_out:
                shape, out = heard(name, host, secret, says_out)
            else:  # as there, without a step more
                shape = shape_of(text := secret.reveal())
                if value_may_say_out(text, shape):
                    shape, out = heard(name, host, secret, True)
            session, partitioned = cookie.session, cookie.isolation.partition is not None
            span = None if session or is_timeless(cookie) else _span(cookie)
            facts = shape, out, session, span, cookie.http_only, partitioned
            label = known.get(facts)
            if label is None:
                label = known[facts] = label_of(CookieKind(name, host, site, None, *facts, False))
            labels.append(label)
        return labels

    def class_of_name(self, name: str) -> tuple[tuple[object, ...], bool, bool]:
        """Return what names that are judged alike have in common, for columns of cookies.

        With it, whether the host decides which facts hold (:meth:`facts_at`), and whether an opt-out may be named.
        """
        if len(name) > _LONGEST_KEPT:
            return (name,), True, False
        collapsed, _, number, ends, says_out = self._names[name]
        return (collapsed, number), bool(ends), says_out

    @property
    def out_names(self) -> frozenset[str]:
        """The names of which the opt-out state is asked, whatever their words say."""
        return self._out_names

    def class_of_stranger(self, collapsed: str) -> tuple[object, ...]:
        """Return the class (:meth:`class_of_name`) of the names that no entry knows and that collapse to this."""
        return collapsed, NO_FACTS

    def label_of_stranger(self, traits: Traits, collapsed: str, standing: object) -> Label:
        """Return the label of a cookie that no entry knows and that says nothing of opting out.

        ``standing`` is that of :meth:`class_of_host`, ``collapsed`` that of :meth:`class_of_stranger`: who has columns
        of cookies knows both.
        """
        if not isinstance(standing, _Standing):
            raise TypeError("a standing comes from class_of_host")
        shape = None if traits.value is None else kind_of_text(traits.value.reveal())
        life = None if traits.session or traits.lifetime_days is None else span_of(traits.lifetime_days)
        found = (collapsed, standing, NO_FACTS, shape)
        rest = (traits.session, life, traits.http_only, traits.partitioned, traits.wildcard, None)
        label = self._labels.get((*found, *rest))
        if label is None:
            label = self._judge(self._sight(traits, collapsed, standing, shape, (), None))[0]
            if len(self._labels) >= _MOST_REMEMBERED:
                self._labels.clear()
            self._labels[(*found, *rest)] = label
        return label

    def facts_at(self, name: str, host: str | None) -> int:
        """Return the number of the facts that hold for a name on a host; equal numbers are equal facts."""
        return (self._facts[name, host] if len(name) <= _LONGEST_KEPT else self._find((name, host)))[1]

    def class_of_host(self, host: str | None, party: Party) -> object:
        """Return what hosts have in common that are judged alike: one object for each class, compared by identity."""
        return self._standings[host, party]

    @property
    def parties(self) -> Parties:
        """Whose a host is, remembered for all that this classifier is asked."""
        return self._parties

    def label_of(self, kind: CookieKind) -> Label:
        """Return the label that all cookies of a kind have."""
        return self._kinds[kind]

    def _heard(self, name: str, host: str | None, value: Secret | None) -> tuple[Kind | None, OptOutMatch | None]:
        """Return the shape of a value, and what name and value say about opting out where they say anything."""
        return self._heard_at(name, host, value, len(name) <= _LONGEST_KEPT and self._names[name][4])

    def _heard_at(
        self, name: str, host: str | None, value: Secret | None, says_out: bool
    ) -> tuple[Kind | None, OptOutMatch | None]:
        """Return the same where it is known whether the name can say it."""
        if value is None:
            return None, self.knowledge.opt_out_state(name, host, None) if says_out else None
        text = value.reveal()
        shape = kind_of_text(text)
        says_out = says_out or value_may_say_out(text, shape)
        return shape, self.knowledge.opt_out_state(name, host, text) if says_out else None

    def _label_kind(self, kind: CookieKind) -> Label:
        """Judge a kind as its first cookie would be; kinds that differ by an id in the name, say, share a label."""
        name, host, site, third_party, shape, out, session, life, http_only, partitioned, wildcard = kind
        learnt = self._names[name] if len(name) <= _LONGEST_KEPT else self._learn_name(name)
        collapsed, facts, number, ends, _ = learnt
        if ends:
            facts, number = self._facts[name, host]
        standing = self._standings[host, self._parties.of(host, site, third_party)]
        said = None if out is None else (out.state, out.because)
        key = (collapsed, standing, number, shape, session, life, http_only, partitioned, wildcard, said)
        label = self._labels.get(key)
        if label is None:
            days = None if life is None else SPANS[life]
            traits = Traits(collapsed, host, site, third_party, None, None, session, days, http_only)
            traits = traits._replace(partitioned=partitioned, wildcard=wildcard)
            label = self._judge(self._sight(traits, collapsed, standing, shape, facts, out))[0]
            self._labels[key] = label
        return label

    def examine(self, traits: Traits) -> Case:
        """Return the label with all that led to it."""
        sight = self.look_at(traits)
        label, opinions, chances, decided = self._judge(sight)
        chances = chances or self._chances(sight)
        return Case(label, opinions, tuple(zip(GROUPS, chances, strict=True)), decided.fact, decided.backing)

    def look_at(self, traits: Traits) -> Sight:
        """Return all that the ways of telling are shown of a cookie."""
        party = self._parties.of(traits.host, traits.site, traits.third_party)
        text = None if traits.value is None else traits.value.reveal()
        shape = None if text is None else kind_of_text(text)
        facts = self.knowledge.find(traits.name, traits.host)
        out = self.knowledge.opt_out_state(traits.name, traits.host, text)
        standing = _Standing(party, place_of(party, traits.host))
        return self._sight(traits, collapse(traits.name), standing, shape, facts, out)

    def _learn_name(self, name: str) -> _Name:
        facts = self.knowledge.find(name, None)
        says_out = name in self._out_names or optout_words.may_say(name)
        if not facts:
            return collapse(name), facts, NO_FACTS, (), says_out
        anywhere = tuple([fact for fact in facts if fact.domain is None])
        ends = tuple([fact.domain for fact in facts if fact.domain is not None])
        if any(end.endswith(ANY_SUFFIX) for end in ends):
            ends = _ANY_ENDING
        return collapse(name), anywhere, self._number(anywhere), ends, says_out

    def _find(self, asked: tuple[str, str | None]) -> tuple[tuple[KnownCookie, ...], int]:
        facts = self.knowledge.find(*asked)
        return facts, self._number(facts)

    def _number(self, facts: tuple[KnownCookie, ...]) -> int:
        """Return a number for these facts. They are kept with it, so that no other fact can come to have their ids."""
        if not facts:
            return NO_FACTS
        return self._numbers.setdefault(tuple(map(id, facts)), (len(self._numbers), facts))[0]

    def _stand(self, asked: tuple[str | None, Party]) -> _Standing:
        """Return the one record for a class of hosts: what judges a cookie cannot tell the hosts of a class apart."""
        host, party = asked
        place = place_of(party, host)
        told: tuple[object, ...] = (party, place, host is None, is_dart(host))
        if host is not None and place != "1":
            vendor = self._vendor(host)
            told += (self.model.of_host(host, place), vendor and vendor.id, self.model.reader.kinds.of(host))
        found = self._classes.get(told)
        if found is None:
            found = self._classes[told] = _Standing(party, place)
        return found

    def _sight(
        self,
        traits: Traits,
        collapsed: str,
        standing: _Standing,
        shape: Kind | None,
        facts: tuple[KnownCookie, ...],
        out: OptOutMatch | None,
    ) -> Sight:
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
            kind=None if own or host is None else self.model.reader.kinds.of(host),
            topics=self.model.reader.topics.of(collapsed),
            knowledge=self.knowledge,
        )

    def _judge(self, sight: Sight) -> tuple[Label, tuple[Opinion, ...], tuple[float, ...], Decision]:
        ways = WAYS if sight.facts else _WAYS_WITHOUT_FACTS
        opinions = tuple([opinion for tell in ways if (opinion := tell(sight)) is not None])
        settled = any(opinion.decisive for opinion in opinions)  # then statistics are not asked
        chances = () if settled else self._chances(sight)
        decided = decide(opinions, chances, sight, self.model)
        return self._label(sight, decided), opinions, chances, decided

    def _chances(self, sight: Sight) -> tuple[float, ...]:
        return self.model.chances(sight.traits, sight.place, sight.attributes, sight.shape, sight.facts)

    def _label(self, sight: Sight, decided: Decision) -> Label:
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
            by_statistics=decided.by_statistics,
        )


def _span(cookie: Cookie) -> int | None:
    us = cookie.lifetime.us
    return None if us is None else span_of(us / DAY_US)


def _subtype(sight: Sight, purpose: Purpose, subtype: Subtype) -> Subtype:
    """Return the subtype; everything for advertising on DoubleClick's own domain belongs to the DART family."""
    return Subtype.GOOGLE_DART if purpose is Purpose.ADVERTISING and is_dart(sight.traits.host) else subtype


def value_may_say_out(text: str, shape: Kind) -> bool:
    """Whether a value of this shape can say in words that it is an opt-out; quick, for it is asked of every cookie."""
    return shape not in SAYS_NOTHING and len(text) <= _LONGEST_OUT and optout_words.value_may_say(text)


def is_dart(host: str | None) -> bool:
    """Whether a host is DoubleClick's own, where Google's DART cookies live."""
    return host is not None and _DART_HOST in (folded := host.lower()) and f".{folded}".endswith(f".{_DART_HOST}")


def load_classifier(resources: Path, knowledge: Knowledge) -> Classifier:
    """Return a classifier with the shipped model."""
    return Classifier(knowledge, load_model(resources, knowledge))
