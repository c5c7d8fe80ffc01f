# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie lives more than one and a half times its declared lifetime, and at least a day longer.

What: the lifetime as set (expiry less the moment of setting) against what the policy states for the cookie by name or
pattern. Where the input does not tell when it was set, what is left of it now must already be more; nothing is judged
so where the moment judged at (``--now``) lies before the newest date in the input. A lifetime stated
for a whole purpose or vendor gives a note. With strict lifetimes any excess counts. "After your last visit" and "of
inactivity" are upper bounds of what one setting may give, and the finding says so.

Why: how long a cookie stays is part of what visitors are to be told.

Example: the policy says "cart: 7 days"; the cookie is stored for 30.

Sources: CookieBlock violation method 3 (more than 1.5 times and a day; month 30 days, year 365). CJEU, C-673/17
(Planet49): the duration of cookies is among the information to be given.
"""

from collections.abc import Iterator

from inspector.core.finding import DeclaredBy, Level
from inspector.core.moments import DAY_US
from inspector.core.rule_page import Fact
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CaseKind, CookieCase
from inspector.rules.declarations import Match
from inspector.rules.lifetimes import CLOCK_BEHIND, comparable, compare, days_text, outlives
from inspector.rules.words import day, named

_BY_NAME = (DeclaredBy.NAME, DeclaredBy.PATTERN, DeclaredBy.CORRECTION)


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie that outlives every lifetime stated for it."""
    strict = case.options.strict_lifetime
    shared: dict[int, tuple[tuple[Match, ...], int]] = {}  # by the identity of the kind, which the case holds
    for held in case.where(lambda kind: kind.session is False and kind.matches and stated_for(kind)):
        known = shared.get(id(held.kind))
        if known is None:
            stated = stated_for(held.kind)
            known = shared[id(held.kind)] = stated, max(declared_us(match) for match in stated)
        stated, longest_us = known
        _, lower, _, _, how = held.life
        if how is not CLOCK_BEHIND and (lower is None or lower <= longest_us):
            continue  # proven to live no longer than one of them allows
        if how == CLOCK_BEHIND and not any(_within(held, match, strict) for match in stated):
            yield RULE.undecided(CLOCK_BEHIND, held, stated[0].claim)
        elif all(_outlives(held, match, strict) for match in stated):
            longest = max(stated, key=lambda match: match.claim.lifetime.days or 0.0 if match.claim.lifetime else 0.0)
            yield _finding(held, longest, strict)


def declared_us(match: Match) -> int:
    """Return what a claim states; no cookie is found to outlive it that is not proven to live longer than that."""
    lifetime = match.claim.lifetime
    return round((lifetime.days or 0.0) * DAY_US) if lifetime is not None else 0


def stated_for(kind: CaseKind) -> tuple[Match, ...]:
    """Return the matches whose claims state a lifetime to compare with: those by name, else the weaker ones."""
    stated = [match for match in kind.matches if match.claim.lifetime is not None]
    by_name = [match for match in stated if match.by in _BY_NAME]
    chosen = by_name or stated
    # A claim that cannot be compared (an event, a choice of several) may be the one that holds.
    return tuple(chosen) if all(comparable(match.claim.lifetime) for match in chosen) else ()


def _outlives(held: CookieCase, match: Match, strict: bool) -> bool:
    lifetime = match.claim.lifetime
    return lifetime is not None and outlives(held.life, lifetime, strict=strict)


def _within(held: CookieCase, match: Match, strict: bool) -> bool:
    lifetime = match.claim.lifetime
    return lifetime is not None and compare(held.life, lifetime, strict=strict).within


def _finding(held: CookieCase, match: Match, strict: bool) -> Outcome:
    lifetime = match.claim.lifetime
    why = compare(held.life, lifetime, strict=strict).why if lifetime else ""
    by_name = match.by in _BY_NAME
    return RULE.found(
        f"{named(held)} outlives what is declared: {why}",
        "Shorten the cookie's life, or correct the policy",
        held,
        (match.claim,),
        level=None if by_name else Level.NOTE,
        evidence=(match.how, f"its lifetime is told {held.life.how}", *_shortened(held), _expires(held)),
        rests_on_label=not by_name,
    )


def _shortened(held: CookieCase) -> tuple[str, ...]:
    kept = held.cookie.shortened_us
    return () if kept is None else (f"the browser keeps it {days_text(kept / DAY_US)}",)


def _expires(held: CookieCase) -> str:
    return f"it expires {day(held.cookie.expires_us)}"


RULE = Rule("CI301", "outlives-declared-lifetime", Level.WARNING, __doc__, check, needs=(Fact.LIFETIME,))
