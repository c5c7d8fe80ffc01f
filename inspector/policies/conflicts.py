# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a policy contradicts itself, or where two of its sentences are hard to keep together; both are quoted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from inspector.core.policy import Claim, Conflict, Scope, Stance, Subject

_THIRD: Final = (Subject.THIRD_PARTIES, Subject.NAMED_THIRD_PARTY)
# What a denial sits ill with, though it is about another matter: (denied field, declared field, why).
_TENSIONS: Final = (
    (
        "data_transfer",
        "third_party_cookies",
        "the text says that information is not passed to other companies, and that third parties use cookies here",
    ),
    (
        "cross_site_tracking",
        "purposes.advertising",
        "the text says that nobody is tracked, and that third parties serve advertisements by cookies",
    ),
    (
        "complete",
        "third_party_cookies",
        "the text limits its cookies to some purposes, and lets third parties set theirs",
    ),
)


def find_conflicts(
    claims: Sequence[Claim], stances: Mapping[str, Stance], weak: frozenset[str]
) -> tuple[Conflict, ...]:
    """Return the contradictions of a document, each with the claims on both sides, the first of each."""
    return (
        *_contradictions(claims, stances, weak),
        *_others_after_denial(claims, stances),
        *_tensions(claims, stances),
    )


def _contradictions(claims: Sequence[Claim], stances: Mapping[str, Stance], weak: frozenset[str]) -> Iterator[Conflict]:
    for field in sorted({claim.field for claim in claims}):
        if stances.get(field) is not Stance.CONFLICTING:
            continue
        sides = []
        for stance in (Stance.DENIED, Stance.DECLARED):
            held = [claim for claim in claims if claim.field == field and claim.stance is stance]
            held.sort(key=lambda claim: (claim.id in weak, claim.quote.start))
            if held:
                sides.append(held[0].id)
        if len(sides) == 2:
            yield Conflict(field, tuple(sides), "the text both denies and declares it")


def _others_after_denial(claims: Sequence[Claim], stances: Mapping[str, Stance]) -> Iterator[Conflict]:
    """ "We do not set any cookies", and yet advertisers do: no contradiction of the site's, but worth both quotes."""
    if stances.get("first_party_cookies") is not Stance.DENIED:
        return
    denial = _first(claims, "cookies", Stance.DENIED)
    other = _first(claims, "third_party_cookies", Stance.DECLARED)
    if denial is not None and other is not None:
        yield Conflict("cookies", (denial.id, other.id), "the site sets no cookies, third parties on it do")


def _tensions(claims: Sequence[Claim], stances: Mapping[str, Stance]) -> Iterator[Conflict]:
    for denied, declared, why in _TENSIONS:
        one = _first(claims, denied, Stance.DENIED if denied != "complete" else Stance.DECLARED)
        other = _first(claims, declared, Stance.DECLARED, third=declared.startswith("purposes."))
        if one is not None and other is not None and stances.get(declared) is Stance.DECLARED:
            yield Conflict(denied, (one.id, other.id), why)


def _first(claims: Sequence[Claim], field: str, stance: Stance, *, third: bool = False) -> Claim | None:
    for claim in claims:
        if claim.field == field and claim.stance is stance and (not third or claim.subject in _THIRD):
            if stance is Stance.DENIED and claim.scope is Scope.CONDITION:
                continue
            return claim
    return None
