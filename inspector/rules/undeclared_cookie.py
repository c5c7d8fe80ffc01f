# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Nothing in the policy declares a cookie that the site is proven to use.

What: no claim of the policy names the cookie, a pattern of it, its vendor, or its purpose for the party that set it.
The level follows from how much the policy says: silent policies declare nothing and nothing is undeclared; one that
states purposes gives a note; one that lists its cookies or says that this is all gives a warning, and an error for
marketing by a proven third party. Consent, opt-out and load-balancing cookies are never flagged. A cookie whose name
the policy prints, in words that were not understood, is a note.

Why: visitors decide by the policy. A cookie outside it was not part of what they were told.

Example: a policy ends "that is all we use cookies for" and speaks of the cart only; the site sets "_ga".

Sources: CookieBlock violation method 5, "undeclared cookie" (USENIX Security 2022), which compares exact names in
consent platforms' tables; here also patterns, vendors and purposes in prose. ICO, "Guidance on the use of cookies".
"""

from collections.abc import Callable, Iterator

from inspector.core.finding import DeclaredBy, Finding, Level
from inspector.core.label import Group
from inspector.core.policy import Stance
from inspector.core.report import Completeness
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import silent_policy
from inspector.rules.case import Case, CaseKind, CookieCase
from inspector.rules.mentions import MENTIONED
from inspector.rules.purposes import EXEMPT
from inspector.rules.words import because, named, what

_DENIALS = ("cookies", "first_party_cookies")


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each judged cookie that nothing declares."""
    if case.completeness is Completeness.SILENT:
        return
    own_denied = any(case.policy.record.stance(field) is Stance.DENIED for field in _DENIALS)
    by_purpose, claims = _purposes_count(case), case.claims("complete")[:1]
    again: dict[int, Callable[[CookieCase], Finding]] = {}  # by the identity of the kind, which the case holds

    def undeclared(kind: CaseKind) -> bool:
        return not kind.matches and kind.label.purpose not in EXEMPT and not (own_denied and kind.own)

    for held in case.where(undeclared):
        same = again.get(id(held.kind))
        if same is not None:
            yield same(held)
            continue
        found = RULE.found(
            f"nothing in the policy declares {named(held)} ({what(held)})",
            "Declare it with its purpose and lifetime, or stop setting it",
            held,
            claims,
            level=_level(case, held),
            evidence=(_looked_for(held), case.standing.completeness_why, *because(held)),
            rests_on_label=by_purpose,
        )
        found = found.at_most(Level.NOTE, MENTIONED) if case.mentions(held) else found
        again[id(held.kind)] = RULE.again(found)
        yield found


def _level(case: Case, held: CookieCase) -> Level:
    if case.completeness is Completeness.PARTIAL:
        return Level.NOTE
    marketing = held.third and held.label.group is Group.MARKETING
    return Level.ERROR if marketing and not case.declared.third_in_general else Level.WARNING


def _purposes_count(case: Case) -> bool:
    """Whether a purpose or a vendor could have declared it, so that the finding rests on what the cookie is for.

    The rows of a list speak of the cookies that they name: what is not on the list is not on it, whatever it is for.
    """
    declared = case.declared
    stated = declared.own or declared.third or declared.vendors_in_general or declared.third_in_general
    return case.options.declared_by is not DeclaredBy.NAME and bool(stated)


def _looked_for(held: CookieCase) -> str:
    vendor = held.label.vendor_name or held.label.vendor
    parts = ["its name", "patterns of it"]
    parts += [vendor] if vendor else []
    parts += [f"{held.label.purpose.value} by {'the site' if held.own else 'third parties'}"]
    return f"looked for in the policy: {', '.join(parts)}"


RULE = Rule("CI101", "undeclared-cookie", Level.WARNING, __doc__, check, by_label=True, unasked=silent_policy)
