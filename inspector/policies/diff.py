# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Compare two versions of a policy: which claims came, went, or say something else now."""

import re
from collections.abc import Iterable, Iterator

from inspector.core.policy import Claim, Policy
from inspector.core.policy_change import ChangeKind, ClaimChange, PolicyDiff, StanceChange


def diff_policies(before: Policy, after: Policy) -> PolicyDiff:
    """Return what differs between two versions, in the order of the newer one; what went is at the end."""
    fields = dict.fromkeys((*before.record.stances, *after.record.stances))
    stances = tuple(
        StanceChange(name, before.record.stance(name), after.record.stance(name))
        for name in fields
        if before.record.stance(name) is not after.record.stance(name)
    )
    return PolicyDiff(before, after, stances, tuple(_claims(before.claims, after.claims)))


def _claims(before: Iterable[Claim], after: Iterable[Claim]) -> Iterator[ClaimChange]:
    """Pair the claims about one matter: first those in the same words, then in the order of the text."""
    old: dict[tuple[object, ...], list[Claim]] = {}
    for claim in before:
        old.setdefault(_matter(claim), []).append(claim)
    unpaired: list[Claim] = []
    for claim in after:
        held = old.get(_matter(claim), [])
        same = next((other for other in held if _words(other) == _words(claim) and other.stance is claim.stance), None)
        if same is None:
            unpaired.append(claim)
            continue
        held.remove(same)
        if changed := tuple(_attributes(same, claim)):
            yield ClaimChange(ChangeKind.CHANGED, claim.field, same, claim, changed)
    for claim in unpaired:
        held = old.get(_matter(claim), [])
        if not held:
            yield ClaimChange(ChangeKind.ADDED, claim.field, None, claim)
            continue
        other = held.pop(0)
        changed = tuple(_attributes(other, claim))
        yield ClaimChange(ChangeKind.CHANGED if changed else ChangeKind.REWORDED, claim.field, other, claim, changed)
    for left in old.values():
        for claim in left:
            yield ClaimChange(ChangeKind.REMOVED, claim.field, claim, None)


def _matter(claim: Claim) -> tuple[object, ...]:
    """What a claim is about: two claims about the same matter are versions of each other."""
    return claim.field, claim.subject, claim.vendor, claim.names, claim.opt_out


def _words(claim: Claim) -> str:
    return re.sub(r"\W+", " ", claim.quote.text).strip().lower()


def _attributes(old: Claim, new: Claim) -> Iterator[tuple[str, str, str]]:
    for name in ("stance", "scope", "purpose", "lifetime_value", "url", "provider", "storage"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield name.removesuffix("_value"), _shown(before), _shown(after)


def _shown(value: object) -> str:
    if value is None:
        return "not stated"
    return f"{value:g} days" if isinstance(value, int | float) else str(value)
