# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Denials that a cookie can break: said flatly, of the matter itself, and not of a page or under a condition."""

import re
from typing import Final

from inspector.core.late_pattern import late
from inspector.core.policy import Claim, Scope, Stance, Subject
from inspector.rules.case import Case, CookieCase

# "No other cookies are used" closes a list; it denies none of those listed.
_REMAINDER: Final = late(r"\b(?:other|further|additional|more|else|besides|apart from|except)\b", re.IGNORECASE)
_FLAT_ONLY = ("cookies", "first_party_cookies")
_NARROW = (Scope.CONDITION, Scope.PAGE)


def denials(case: Case, field_path: str) -> tuple[Claim, ...]:
    """Return the claims that deny a field, where the policy as a whole denies it or says both.

    For cookies as such only a denial of all counts: "no cookies for advertising" denies advertising.
    """
    if case.policy.record.stance(field_path) not in (Stance.DENIED, Stance.CONFLICTING):
        return ()
    return tuple(
        claim
        for claim in case.claims(field_path, Stance.DENIED)
        if claim.subject is not Subject.OTHER_SITES
        and not closes_list(claim)
        and (claim.scope is Scope.ALL if field_path in _FLAT_ONLY else claim.scope not in _NARROW)
    )


def closes_list(claim: Claim) -> bool:
    """Whether a denial is of all cookies but those that the policy has listed."""
    return (
        claim.stance is Stance.DENIED and claim.field in _FLAT_ONLY and _REMAINDER.search(claim.quote.text) is not None
    )


def conflicting(case: Case, field_path: str) -> bool:
    """Whether the policy says both: then what a cookie breaks is a tension of the policy's own."""
    return case.policy.record.stance(field_path) is Stance.CONFLICTING


def is_meant(claim: Claim, held: CookieCase) -> bool:
    """Whether a denial speaks of this cookie's party: one of a named vendor speaks of that vendor's cookies only."""
    return claim.vendor is None or claim.vendor == held.label.vendor


def declared_otherwise(held: CookieCase) -> tuple[Claim, ...]:
    """Return the claims by which the policy declares the cookie or its vendor all the same."""
    return tuple(match.claim for match in held.matches)
