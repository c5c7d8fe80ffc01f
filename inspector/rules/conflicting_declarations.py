# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy declares the same cookie with two purposes or with two lifetimes.

What: two claims name the same cookie (same printed name, same provider as far as both print one) and put it into
different groups, or state lifetimes that differ by more than half and more than a day, or a session and a number.
Whether the cookie was seen does not matter.

Why: at least one of the two is wrong, and a visitor cannot tell which.

Example: "_ga" stands in the table of necessary cookies and in that of statistics.

Sources: CookieBlock violation method 6, "contradictory labels on the same site" (USENIX Security 2022).
"""

from collections.abc import Iterator
from itertools import combinations

from inspector.core.finding import Level
from inspector.core.policy import Claim, LifetimeFrom, StatedLifetime
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case
from inspector.rules.lifetimes import FACTOR, stated_text
from inspector.rules.purposes import STATED_GROUP

_MOST = 20  # declarations of one name that are compared with each other


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie that is declared twice and differently."""
    by_name: dict[str, list[Claim]] = {}
    for held in case.declared.named:
        if held.claim.storage == "cookie":
            by_name.setdefault(held.printed, []).append(held.claim)
    for printed, claims in by_name.items():
        for first, second in combinations(claims[:_MOST], 2):
            why = _conflict(first, second)
            if why:
                yield RULE.found(
                    f'the policy declares "{visible(printed, 80)}" twice and differently: {why}',
                    "Keep the declaration that is right",
                    None,
                    (first, second),
                )
                break


def _conflict(first: Claim, second: Claim) -> str:
    """Say how two declarations differ; empty where they agree or may speak of two cookies."""
    providers = {provider.strip().lower() for provider in (first.provider, second.provider) if provider}
    if len(providers) > 1:
        return ""
    if first.purpose is not None and second.purpose is not None and of_two_groups(first, second):
        return f"{first.purpose.value} and {second.purpose.value}"
    if first.lifetime is not None and second.lifetime is not None and _differ(first.lifetime, second.lifetime):
        return f"{stated_text(first.lifetime)} and {stated_text(second.lifetime)}"
    return ""


def of_two_groups(first: Claim, second: Claim) -> bool:
    """Whether two claims state purposes that lie in different groups."""
    if first.purpose is None or second.purpose is None:
        return False
    return STATED_GROUP[first.purpose] is not STATED_GROUP[second.purpose]


def _differ(first: StatedLifetime, second: StatedLifetime) -> bool:
    if LifetimeFrom.CHOICES in (first.basis, second.basis):
        return False
    if first.session or second.session:
        other = second if first.session else first
        return first.session is not second.session and other.days is not None and other.days > 1
    if first.days is None or second.days is None:
        return False
    short, long = sorted((first.days, second.days))
    return long > FACTOR * short and long - short > 1


RULE = Rule("CI207", "conflicting-declarations", Level.WARNING, __doc__, check, about_policy=True)
