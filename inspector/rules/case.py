# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The case that rules judge: one site, its cookies with all that is known of each, and its policy."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from inspector.core.consent import Consent
from inspector.core.cookie import Cookie, CookieKey
from inspector.core.evidence import NO_EVIDENCE, Evidence, Refusal
from inspector.core.finding import Attribution, CookieRef, DeclaredBy, Level
from inspector.core.label import Label, Party, Purpose
from inspector.core.optout import OptOutStanding, PolicyOptOut
from inspector.core.policy import Claim, Policy, Stance
from inspector.core.report import Completeness, PolicyStanding
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import KnownCookie
from inspector.rules.declarations import Declarations, Match
from inspector.rules.lifetimes import Life
from inspector.rules.limits import LifetimeLimit
from inspector.rules.mentions import names_in


class CaseKind(NamedTuple):
    """What all cookies of one name, host and label share, made once for all of them; equal kinds are one object.

    ``own``: their host is under the site's domains. ``known`` is the entry that the label rests on, if any; ``sure``:
    that entry (or the policy's own table) is good enough for a warning. ``matches`` are the claims that declare them,
    the strongest first. ``company`` is the company behind them (the vendor's, else the registrable domain).
    ``session`` is that of their records.
    """

    label: Label
    own: bool
    company: str
    session: bool | None
    known: KnownCookie | None = None
    sure: bool = False
    matches: tuple[Match, ...] = ()

    @property
    def third(self) -> bool:
        """Whether they are a third party's, proven on this site; a host of the site's own company is none."""
        return not self.own and self.label.party is not Party.SAME_COMPANY

    def named_by(self) -> Iterator[Match]:
        """Yield the matches by name or pattern."""
        return (match for match in self.matches if match.by in (DeclaredBy.NAME, DeclaredBy.PATTERN))


class CookieCase(NamedTuple):
    """One judged cookie: its record, the reference by which findings name it, what is proven of its life, its kind.

    There may be a hundred thousand, so what they share lies in the kind, and rules look at kinds first
    (:meth:`Case.where`).
    """

    cookie: Cookie
    ref: CookieRef
    attribution: Attribution
    life: Life
    kind: CaseKind

    @property
    def label(self) -> Label:
        """What it is for."""
        return self.kind.label

    @property
    def own(self) -> bool:
        """Whether its host is under the site's domains."""
        return self.kind.own

    @property
    def company(self) -> str:
        """The company behind it."""
        return self.kind.company

    @property
    def known(self) -> KnownCookie | None:
        """The entry that its label rests on."""
        return self.kind.known

    @property
    def sure(self) -> bool:
        """Whether its label is good enough for a warning."""
        return self.kind.sure

    @property
    def matches(self) -> tuple[Match, ...]:
        """The claims that declare it, the strongest first."""
        return self.kind.matches

    @property
    def third(self) -> bool:
        """Whether it is a third party's, proven on this site."""
        return self.kind.third

    @property
    def persistent(self) -> bool:
        """Whether it is known to outlive the session."""
        return self.kind.session is False

    def named_by(self) -> Iterator[Match]:
        """Yield the matches by name or pattern."""
        return self.kind.named_by()


def kinds_of(cookies: Iterable[CookieCase]) -> tuple[CaseKind, ...]:
    """Return the kinds of cookies, in the order of their first ones."""
    return tuple({id(held.kind): held.kind for held in cookies}.values())


class Options(NamedTuple):
    """How the user wants it judged. ``levels`` maps a rule's code to a level, or to ``None`` for off.

    ``limits`` are the project's own limits of lifetimes, in the order in which they are asked.
    """

    declared_by: DeclaredBy = DeclaredBy.PURPOSE
    strict_lifetime: bool = False
    in_force: bool = False
    levels: Mapping[str, Level | None] = MappingProxyType({})
    limits: tuple[LifetimeLimit, ...] = ()


@dataclass(frozen=True)
class Case:
    """Everything that rules may look at. Immutable; what several rules need is worked out once, on demand.

    ``aside`` are third parties' cookies of unknown site; ``other_names`` are the names of all cookies in the input that
    are not judged. ``refused`` were tried and not kept by browsers: only rules about headers look at them.
    """

    site: str
    domains: frozenset[str]
    cookies: tuple[CookieCase, ...]
    policy: Policy
    standing: PolicyStanding
    declared: Declarations
    knowledge: Knowledge
    now_us: int
    consents: tuple[Consent, ...] = ()
    evidence: Evidence = NO_EVIDENCE
    options: Options = field(default_factory=Options)
    aside: tuple[tuple[Cookie, Label], ...] = ()
    other_names: frozenset[str] = frozenset()
    offers: tuple[PolicyOptOut, ...] = ()
    opt_outs: tuple[OptOutStanding, ...] = ()
    refused: tuple[CookieCase, ...] = ()

    @property
    def completeness(self) -> Completeness:
        """How much the policy says of its cookies."""
        return self.standing.completeness

    @cached_property
    def _claims(self) -> Mapping[tuple[str, Stance], tuple[Claim, ...]]:
        table: dict[tuple[str, Stance], list[Claim]] = {}
        for claim in self.policy.claims:
            table.setdefault((claim.field, claim.stance), []).append(claim)
        return {key: tuple(claims) for key, claims in table.items()}

    def claims(self, field_path: str, stance: Stance = Stance.DECLARED) -> tuple[Claim, ...]:
        """Return the claims on one field with one stance, in the policy's order."""
        return self._claims.get((field_path, stance), ())

    @cached_property
    def _printed(self) -> frozenset[str]:
        return names_in(self.policy.document.text)

    def mentions(self, held: CookieCase) -> bool:
        """Whether the policy's text prints a cookie's name, whatever was read from what it says there."""
        return held.ref.name in self._printed

    @cached_property
    def of_headers(self) -> tuple[CookieCase, ...]:
        """The cookies whose ``Set-Cookie`` header a recording has kept, those that browsers refuse among them."""
        sightings = self.evidence.sightings
        if not sightings:
            return self.refused
        seen = ((held, sightings.get(held.cookie.key)) for held in self.cookies)
        return (*(held for held, sighting in seen if sighting is not None and sighting.from_header), *self.refused)

    @cached_property
    def kinds(self) -> tuple[CaseKind, ...]:
        """The kinds of the cookies, in the order of their first ones."""
        return kinds_of(self.cookies)

    def where(self, test: Callable[[CaseKind], object]) -> tuple[CookieCase, ...]:
        """Return the cookies whose kind passes a test, in their order; each kind is asked once."""
        passing = {id(kind) for kind in self.kinds if test(kind)}
        if not passing:
            return ()
        return tuple([held for held in self.cookies if id(held.kind) in passing])

    @cached_property
    def refused_by_browser(self) -> Mapping[CookieKey, Sequence[Refusal]]:
        """What browsers refused in recorded visits, by cookie; what only the standard says they refuse is not in it."""
        table: dict[CookieKey, list[Refusal]] = {}
        for refusal in self.evidence.refused:
            if refusal.run:
                table.setdefault(refusal.cookie.key, []).append(refusal)
        return table

    @cached_property
    def only_tried(self) -> tuple[CookieCase, ...]:
        """The cookies that a recorded visit saw asked for on this site, and refused wherever that was."""
        table = self.refused_by_browser
        if not table:
            return ()
        kept = {held.cookie.key for held in self.cookies}
        return tuple([held for held in self.refused if held.cookie.key in table and held.cookie.key not in kept])

    @cached_property
    def third_parties(self) -> tuple[CookieCase, ...]:
        """The proven third parties' cookies."""
        return self.where(lambda kind: kind.third)

    @cached_property
    def persistent(self) -> tuple[CookieCase, ...]:
        """The cookies that are known to outlive the session."""
        return self.where(lambda kind: kind.session is False)

    @cached_property
    def by_purpose(self) -> Mapping[Purpose, tuple[CookieCase, ...]]:
        """The cookies by purpose."""
        table: dict[Purpose, list[CookieCase]] = {kind.label.purpose: [] for kind in self.kinds}
        adds = {id(kind): table[kind.label.purpose].append for kind in self.kinds}
        for held in self.cookies:
            adds[id(held.kind)](held)
        return {purpose: tuple(held) for purpose, held in table.items()}
