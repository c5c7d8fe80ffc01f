# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cookies of an audit, made ready for the rules: whose, what for, how long, and what declares them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from operator import itemgetter
from typing import Final

from inspector.core.cookie import Cookie
from inspector.core.evidence import Refusal
from inspector.core.finding import Attribution, ClaimRef, CookieRef, refs_of, told_apart
from inspector.core.frozen import frozen
from inspector.core.label import Label, Purpose
from inspector.core.moments import SECOND_US
from inspector.core.policy import Policy
from inspector.core.report import Correction, PolicyStanding
from inspector.engine.bystanders import parted
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie
from inspector.knowledge.site import registrable
from inspector.rules.attribution import Attributor
from inspector.rules.case import CaseKind, CookieCase, Options
from inspector.rules.certainty import deciding, is_sure
from inspector.rules.corrections import Corrections, corrected_label, corrected_matches
from inspector.rules.declarations import Declarations, Match
from inspector.rules.lifetimes import LEFT, VOID, is_void, life_of, lives_of
from inspector.rules.matching import Matcher, traits_of
from inspector.rules.when import before_policy

_SLACK_US: Final = 60 * SECOND_US  # clocks of browser, file and this computer differ
_new: Final = tuple.__new__  # of a named tuple, without a step of Python in between

_TIMES: Final[Callable[[Cookie], tuple[int | None, ...]]] = itemgetter(
    *map(Cookie._fields.index, ("created_us", "accessed_us", "updated_us"))
)
_KindKey = tuple[str, str, bool | None, int]  # the last is the identity of a label, which the kind holds
Classify = Callable[[Sequence[Cookie], str], Sequence[Label]]


@frozen
class Prepared:
    """The cookies by what may be done with them.

    ``judged`` are judged in full; ``earlier`` were (or may have been) set before the policy, with why; ``void`` are
    none that the site keeps, with why; ``aside`` are third parties' cookies of unknown site, ``bystanders`` such
    cookies of other hosts, which are never named; ``elsewhere`` counts those in other sites' partitions. ``refused``
    were tried on this site and are not kept by browsers, with why. ``newest_us`` is the newest date in the input where
    that lies after the moment judged at.
    """

    judged: tuple[CookieCase, ...] = ()
    earlier: tuple[tuple[CookieCase, str], ...] = ()
    void: tuple[tuple[CookieCase, str], ...] = ()
    aside: tuple[tuple[Cookie, Label], ...] = ()
    bystanders: tuple[tuple[Cookie, Label], ...] = ()
    elsewhere: int = 0
    other_names: frozenset[str] = frozenset()
    corrections: Mapping[Cookie, tuple[Correction, ...]] = field(default_factory=dict)
    supports: Mapping[Cookie, tuple[ClaimRef, ...]] = field(default_factory=dict)
    refused: tuple[tuple[CookieCase, str], ...] = ()
    newest_us: int | None = None

    @property
    def unjudged(self) -> tuple[tuple[CookieCase, str], ...]:
        """The site's cookies that were not judged, with why."""
        return (*self.earlier, *self.void)

    @property
    def unattributed(self) -> int:
        """How many cookies no site is known of."""
        return len(self.aside) + len(self.bystanders)


class Preparer:
    """Makes cookies ready; what many share is worked out once."""

    def __init__(
        self,
        attributor: Attributor,
        declared: Declarations,
        knowledge: Knowledge,
        classify: Classify,
        corrections: Corrections,
        policy: Policy,
        standing: PolicyStanding,
        options: Options,
    ) -> None:
        self._attributor = attributor
        self._knowledge = knowledge
        self._classify = classify
        self._corrections = corrections
        self._policy = policy
        self._standing = standing
        self._matcher = Matcher(declared, knowledge, options.declared_by)
        self._known: dict[tuple[str, str], tuple[KnownCookie, ...]] = {}
        self._companies: dict[tuple[str, str | None, bool], str] = {}
        self._kinds: dict[_KindKey, CaseKind] = {}

    def prepare(self, cookies: Sequence[Cookie], site: str, now_us: int) -> Prepared:
        """Return the cookies of one input, each labelled once."""
        tied, aside, elsewhere = self._by_tie(cookies)
        known = [cookie for cookie, _ in tied]
        labels = self._classify(known, site)
        aside_labels = self._classify(aside, "") if aside else ()
        judged: list[CookieCase] = []
        earlier: list[tuple[CookieCase, str]] = []
        void: list[tuple[CookieCase, str]] = []
        corrections: dict[Cookie, tuple[Correction, ...]] = {}
        dated, newest = self._standing.dated, _newest(cookies)
        ahead = newest if newest is not None and newest > now_us + _SLACK_US else None
        clock = now_us if ahead is None else None
        refs, lives = told_apart(refs_of(known)), lives_of(known, clock)
        for (cookie, attribution), label, ref, life in zip(tied, labels, refs, lives, strict=True):
            key = cookie.name, cookie.host_key, cookie.session, id(label)
            kind = self._kinds.get(key) or self._kind(key, cookie, label, site)
            held = _new(CookieCase, (cookie, ref, attribution, life, kind))
            if self._corrections:
                held, applied = self._corrected(held, site)
                if applied:
                    corrections[cookie] = applied
            why = before_policy(cookie, dated) if dated is not None else ""
            if why:
                earlier.append((held, why))
            elif life.how is not LEFT and is_void(cookie):
                void.append((held, VOID))
            else:
                judged.append(held)
        pairs, passing = parted(tuple(zip(aside, aside_labels, strict=True)), self._knowledge)
        other_names = {held.cookie.name for held, _ in (*earlier, *void)} | {cookie.name for cookie in elsewhere}
        other_names |= {cookie.name for cookie, _ in passing}
        supports = self._supports(pairs)
        return Prepared(
            tuple(judged),
            tuple(earlier),
            tuple(void),
            tuple(pairs),
            tuple(passing),
            len(elsewhere),
            frozenset(other_names),
            corrections,
            supports,
            newest_us=ahead,
        )

    def _by_tie(self, cookies: Iterable[Cookie]) -> tuple[list[tuple[Cookie, Attribution]], list[Cookie], list[Cookie]]:
        """Return the cookies that are tied to the site, with what ties them; those of unknown and of other sites."""
        tied: list[tuple[Cookie, Attribution]] = []
        aside: list[Cookie] = []
        elsewhere: list[Cookie] = []
        attribution, of_unknown = Attribution.UNKNOWN, Attribution.UNKNOWN
        host = isolation = None
        judged, asks = False, self._attributor.asks_recordings
        for cookie in cookies:  # neighbours share host and compartment, and so, without a recording, what ties them
            if cookie.host_key != host or cookie.isolation is not isolation or asks:
                host, isolation = cookie.host_key, cookie.isolation
                attribution = self._attributor.attribute(cookie)
                judged = attribution.judged
            if judged:
                tied.append((cookie, attribution))
            else:
                (aside if attribution is of_unknown else elsewhere).append(cookie)
        return tied, aside, elsewhere

    def refused(self, refusals: Sequence[Refusal], site: str, now_us: int) -> tuple[tuple[CookieCase, str], ...]:
        """Return the refused cookies that were tried on this site: by its own hosts, or on its pages."""
        here = [(held, self._attributor.attribute_refused(held)) for held in refusals]
        here = [(held, attribution) for held, attribution in here if attribution.judged]
        labels = self._classify([held.cookie for held, _ in here], site) if here else ()
        cases: list[tuple[CookieCase, str]] = []
        for (held, attribution), label in zip(here, labels, strict=True):
            cookie, life = held.cookie, life_of(held.cookie, now_us)
            key = cookie.name, cookie.host_key, cookie.session, id(label)
            kind = self._kinds.get(key) or self._kind(key, cookie, label, site)
            cases.append((CookieCase(cookie, CookieRef.of(cookie), attribution, life, kind), held.why))
        return tuple(cases)

    def _kind(self, key: _KindKey, cookie: Cookie, label: Label, site: str) -> CaseKind:
        """Return what cookies of one name, host and label share, and keep it; kinds hold their labels."""
        kind = self._kinds[key] = self._judge_kind(cookie, label, site)
        return kind

    def _judge_kind(self, cookie: Cookie, label: Label, site: str) -> CaseKind:
        """What all cookies of one name, host and label have in common."""
        own = self._attributor.own(cookie.host_key)
        entry = deciding(label, self._find(cookie))
        cart_session = entry is not None and entry.platform in self._shops and label.purpose is Purpose.SESSION
        matches = self._matcher.matches(traits_of(cookie.name, label, own, cart_session, cookie.session is True))
        sure = is_sure(label, entry, matches)
        return CaseKind(label, own, self._company(cookie, label, own, site), cookie.session, entry, sure, matches)

    def _corrected(self, held: CookieCase, site: str) -> tuple[CookieCase, tuple[Correction, ...]]:
        """The same cookie as a person corrected it: a corrected label is sure, and is matched anew."""
        cookie = held.cookie
        label, person = corrected_label(cookie, held.label, self._corrections.labels)
        if person is not None:
            held = held._replace(kind=self._judge_kind(cookie, label, site)._replace(sure=True))
        matches, corrected = corrected_matches(cookie, held.matches, self._corrections.matches, self._policy)
        applied = tuple(one for one in (person, corrected) if one is not None)
        return held._replace(kind=held.kind._replace(matches=matches)) if applied else held, applied

    def _find(self, cookie: Cookie) -> tuple[KnownCookie, ...]:
        key = (cookie.name, cookie.host)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._knowledge.find(*key)
        return found

    def _company(self, cookie: Cookie, label: Label, own: bool, site: str) -> str:
        """The company behind a cookie: its vendor's, else the site's own, else the registrable domain of its host."""
        key = (cookie.host, label.vendor, own)
        found = self._companies.get(key)
        if found is None:
            vendor = self._knowledge.vendor(label.vendor) if label.vendor else None
            if vendor is None and not own:
                vendor = self._knowledge.vendor_by_domain(cookie.host)
            found = vendor.company if vendor else site if own else registrable(cookie.host)
            self._companies[key] = found
        return found

    @cached_property
    def _shops(self) -> frozenset[str]:
        return self._knowledge.platforms_of_kind("shop")

    def _supports(self, pairs: Sequence[tuple[Cookie, Label]]) -> dict[Cookie, tuple[ClaimRef, ...]]:
        """Return the claims that speak of cookies whose site is unknown: by name or by vendor, never by purpose."""
        supports: dict[Cookie, tuple[ClaimRef, ...]] = {}
        for cookie, label in pairs:
            matches = self._matcher.matches(traits_of(cookie.name, label, False)) if label.vendor else ()
            found = tuple(ClaimRef.of(match.claim) for match in matches if _speaks_of(match))
            if found:
                supports[cookie] = found
        return supports


def _newest(cookies: Sequence[Cookie]) -> int | None:
    """Return the newest moment that a record states as past: the input was saved then or later."""
    times = set(map(_TIMES, cookies))
    return max((us for several in times for us in several if us is not None), default=None)


def _speaks_of(match: Match) -> bool:
    return match.by.value in ("name", "pattern", "vendor")
