# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy files a cookie under another group than its vendor documents.

What: a claim names the cookie and states its purpose, the vendor's own documentation states another, and the two lie
in different groups. Calling marketing or analytics something milder, or the one the other, is a warning; other
differences are notes: where the line between necessary and preferences runs is often a matter of view. Consent cookies
are left alone for the same reason, and so is a cookie whose description speaks of the documented purpose too.

Why: visitors choose by groups. A marketing cookie among the necessary ones takes the choice from them.

Example: the policy's table has "_fbp" under "Strictly necessary".

Sources: CookieBlock violation methods 1 and 2, "wrong label" and "outlier label" (USENIX Security 2022); here the
measure is the vendor's documentation and never a majority.
"""

import re
from collections.abc import Iterator
from typing import Final

from inspector.core.finding import Level
from inspector.core.label import Group, Label
from inspector.core.late_pattern import late
from inspector.core.policy import Claim
from inspector.knowledge.records import KnownCookie, Sure
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CaseKind, CookieCase
from inspector.rules.purposes import DECLARES, EXEMPT, STATED_GROUP
from inspector.rules.words import because, named, word

_DOCUMENTED: Final = (Sure.USER, Sure.SOURCE_READ, Sure.VENDOR_DOC)
_WORDS: Final = {
    Group.MARKETING: late(r"advert|\bads?\b|market|target|campaign|affiliate|conversion|social|share", re.I),
    Group.ANALYTICS: late(r"analy|statist|measur|traffic|audience|\busage\b|performance|test|visits?\b", re.I),
    Group.PREFERENCES: late(r"prefer|setting|language|personali|chat|remember", re.I),
}
_GRAVE: Final = (Group.ANALYTICS, Group.MARKETING)


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie that is filed wrongly."""
    for held in case.where(_filed_wrongly):
        if held.known is not None:
            yield _finding(held, held.known, _filed(held.kind)[0])


def _filed(kind: CaseKind) -> list[Claim]:
    return [match.claim for match in kind.named_by() if match.claim.purpose is not None]


def _filed_wrongly(kind: CaseKind) -> bool:
    if not kind.matches or kind.known is None or not documented(kind.known, kind.label):
        return False
    claims = _filed(kind)
    return bool(claims) and not any(_agrees(claim, kind) for claim in claims)


def documented(known: KnownCookie, label: Label) -> bool:
    """Whether a vendor's undisputed documentation puts a cookie of this label into a group."""
    return (
        known.vendor is not None
        and known.sure in _DOCUMENTED
        and not known.disputed
        and not label.disputed
        and label.purpose not in EXEMPT
        and label.group is not Group.UNKNOWN
    )


def _agrees(claim: Claim, held: CaseKind) -> bool:
    """Whether the policy states the documented purpose: as its group, or somewhere in the cookie's description."""
    stated, group = claim.purpose, held.label.group
    if stated is None or held.label.purpose in DECLARES[stated] or STATED_GROUP[stated] is group:
        return True
    words = _WORDS.get(group)
    return words is not None and words.search(claim.purpose_text or claim.quote.text) is not None


def _finding(held: CookieCase, known: KnownCookie, claim: Claim) -> Outcome:
    stated = claim.purpose
    label = "" if stated is None else stated.value
    return RULE.found(
        f"the policy files {named(held)} under {label}; its vendor documents it as {word(held.label.purpose)}",
        f"File it under {held.label.group.value}",
        held,
        (claim,),
        level=RULE.level if held.label.group in _GRAVE else Level.NOTE,
        evidence=(f"source: {known.source}", *because(held)),
    )


RULE = Rule("CI206", "wrong-declared-purpose", Level.WARNING, __doc__, check, by_label=True)
