# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Gives each cookie its label: asks every way of telling, has the answers weighed, and remembers."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from inspector.classify.features import SPANS, place_of, span_of
from inspector.classify.judge import Case, Judge
from inspector.classify.kinds import CookieKind
from inspector.classify.known_names import NO_FACTS, KnownNames
from inspector.classify.memory import Memory
from inspector.classify.model import Model, load_model
from inspector.classify.names import collapse
from inspector.classify.opinion import Sight
from inspector.classify.party import Parties
from inspector.classify.shapes import SAYS_NOTHING, SHAPES_OF_WORDS, Kind, kind_of_text
from inspector.classify.standing import DART_HOST, Standing, Standings
from inspector.core.collector import paused_collector
from inspector.core.cookie import Cookie, is_timeless
from inspector.core.label import Label, Party
from inspector.core.moments import DAY_US
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.knowledge import optout_words
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import OptOutMatch

_new: Final = tuple.__new__  # of a named tuple, without a step of Python in between
_MOST_REMEMBERED: Final = 100_000
_LONGEST_KEPT: Final = 256  # characters of a name that is remembered; hostile ones would fill the memory
_LONGEST_OUT: Final = 64  # no longer value says in words that it is an opt-out


class Classifier:
    """Gives labels. Answers are remembered by everything they depend on; values enter only as shapes."""

    def __init__(self, knowledge: Knowledge, model: Model) -> None:
        self.knowledge = knowledge
        self.model = model
        self._parties = Parties(knowledge)
        self._known = KnownNames(knowledge)
        self._judge = Judge(knowledge, model)
        standings = Standings(model)
        self._own = standings.own
        self._labels: dict[tuple[object, ...], Label] = {}
        self._names = Memory(self._known.learn, _MOST_REMEMBERED)
        self._facts = Memory(self._known.find, _MOST_REMEMBERED)
        self._standings = Memory(standings.of, _MOST_REMEMBERED)
        self._kinds = Memory(self._label_kind, _MOST_REMEMBERED)

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
            standing = own if plain and party is first and DART_HOST not in plain else standings[host, party]
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
                label = self._keep(key, self._judge.sight(traits, collapsed, standing, shape, facts, out))
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
        return self.knowledge.opt_out_names

    def class_of_stranger(self, collapsed: str) -> tuple[object, ...]:
        """Return the class (:meth:`class_of_name`) of the names that no entry knows and that collapse to this."""
        return collapsed, NO_FACTS

    def label_of_stranger(self, traits: Traits, collapsed: str, standing: object) -> Label:
        """Return the label of a cookie that no entry knows and that says nothing of opting out.

        ``standing`` is that of :meth:`class_of_host`, ``collapsed`` that of :meth:`class_of_stranger`: who has columns
        of cookies knows both.
        """
        if not isinstance(standing, Standing):
            raise TypeError("a standing comes from class_of_host")
        shape = None if traits.value is None else kind_of_text(traits.value.reveal())
        life = None if traits.session or traits.lifetime_days is None else span_of(traits.lifetime_days)
        found = (collapsed, standing, NO_FACTS, shape)
        rest = (traits.session, life, traits.http_only, traits.partitioned, traits.wildcard, None)
        label = self._labels.get((*found, *rest))
        if label is None:
            label = self._keep((*found, *rest), self._judge.sight(traits, collapsed, standing, shape, (), None))
        return label

    def facts_at(self, name: str, host: str | None) -> int:
        """Return the number of the facts that hold for a name on a host; equal numbers are equal facts."""
        return (self._facts[name, host] if len(name) <= _LONGEST_KEPT else self._known.find((name, host)))[1]

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
        learnt = self._names[name] if len(name) <= _LONGEST_KEPT else self._known.learn(name)
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
            label = self._keep(key, self._judge.sight(traits, collapsed, standing, shape, facts, out))
        return label

    def _keep(self, key: tuple[object, ...], sight: Sight) -> Label:
        """Judge, and remember the label by all that it depends on."""
        if len(self._labels) >= _MOST_REMEMBERED:
            self._labels.clear()
        label = self._labels[key] = self._judge.label(sight)
        return label

    def examine(self, traits: Traits) -> Case:
        """Return the label with all that led to it."""
        return self._judge.case(self.look_at(traits))

    def look_at(self, traits: Traits) -> Sight:
        """Return all that the ways of telling are shown of a cookie."""
        party = self._parties.of(traits.host, traits.site, traits.third_party)
        text = None if traits.value is None else traits.value.reveal()
        shape = None if text is None else kind_of_text(text)
        facts = self.knowledge.find(traits.name, traits.host)
        out = self.knowledge.opt_out_state(traits.name, traits.host, text)
        standing = Standing(party, place_of(party, traits.host))
        return self._judge.sight(traits, collapse(traits.name), standing, shape, facts, out)


def _span(cookie: Cookie) -> int | None:
    us = cookie.lifetime.us
    return None if us is None else span_of(us / DAY_US)


def value_may_say_out(text: str, shape: Kind) -> bool:
    """Whether a value of this shape can say in words that it is an opt-out; quick, for it is asked of every cookie."""
    return shape not in SAYS_NOTHING and len(text) <= _LONGEST_OUT and optout_words.value_may_say(text)


def load_classifier(resources: Path, knowledge: Knowledge) -> Classifier:
    """Return a classifier with the shipped model."""
    return Classifier(knowledge, load_model(resources, knowledge))
