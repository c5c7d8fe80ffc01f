# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie's stored lifetime is the browser's limit, so what the site asked for is unknown.

What: the policy states a lifetime for the cookie, and the cookie is stored at the cap (400 days in Chromium and
Firefox, 180 in Brave, 7 for scripts in Safari). If the cap itself is more than declared, the cookie lives longer than
declared; if not, the declaration can be neither confirmed nor refuted from a store.

Why: "2 years" and "100 years" look the same in a browser. Only a recorded Set-Cookie header tells them apart.

Example: the policy says "2 years"; the store says 400 days.

Sources: RFC 6265bis, 5.5; measured in Chromium 156 and Firefox 153: Max-Age of two years is stored as 400 days.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.moments import DAY_US
from inspector.core.rule_page import Fact
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CaseKind
from inspector.rules.declarations import Match
from inspector.rules.lifetimes import comparable, stated_text
from inspector.rules.words import named


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie at the cap whose lifetime is declared."""
    for held in case.where(lambda kind: kind.session is False and _declared(kind)):
        cap = held.life.cap_days
        if cap is None:
            continue
        match = _declared(held.kind)
        lifetime = match.claim.lifetime if match else None
        if match is None or lifetime is None or lifetime.days is None:
            continue
        more = cap * DAY_US > lifetime.days * DAY_US
        says = "that is more than declared" if more else "whether it lives longer cannot be told"
        stored = f"stored at the browser's limit, {cap} days"
        yield RULE.found(
            f"{named(held)} is declared for {stated_text(lifetime)} and {stored}: {says}",
            "Record a visit to see the lifetime that the site asks for",
            held,
            (match.claim,),
            evidence=(match.how,),
        )


def _declared(kind: CaseKind) -> Match | None:
    return next((match for match in kind.named_by() if comparable(match.claim.lifetime)), None)


RULE = Rule("CI304", "lifetime-at-browser-cap", Level.NOTE, __doc__, check, needs=(Fact.LIFETIME,))
