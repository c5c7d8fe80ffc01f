# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie that the policy declares as a session cookie is stored with an expiry.

What: every claim that names the cookie and states a lifetime says "session", and the cookie is persistent.

Why: a session cookie is gone when the browser closes; this one is not.

Example: the policy's table has "PHPSESSID: session"; the cookie expires in 30 days.

Sources: CookieBlock violation method 3, "declared session, but persistent" (USENIX Security 2022). RFC 6265bis, 5.5:
a cookie without Max-Age and Expires ends with the session.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.policy import LifetimeFrom, StatedLifetime
from inspector.core.rule_page import Fact
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CaseKind
from inspector.rules.declarations import Match
from inspector.rules.lifetimes import kept_text
from inspector.rules.words import day, named


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each persistent cookie that is declared for the session."""
    for held in case.where(lambda kind: kind.session is False and _for_the_session(kind)):
        stated = _stated(held.kind)[0]
        yield RULE.found(
            f"the policy declares {named(held)} for the session; it {kept_text(held.life, held.cookie)}",
            "Make it a session cookie, or correct the policy",
            held,
            (stated.claim,),
            evidence=(stated.how, f"it expires {day(held.cookie.expires_us)}"),
        )


def _stated(kind: CaseKind) -> list[Match]:
    return [match for match in kind.named_by() if match.claim.lifetime is not None]


def _for_the_session(kind: CaseKind) -> bool:
    stated = _stated(kind) if kind.matches else []
    return bool(stated) and all(_session(match.claim.lifetime) for match in stated)


def _session(lifetime: StatedLifetime | None) -> bool:
    return lifetime is not None and lifetime.session and lifetime.basis is not LifetimeFrom.CHOICES


RULE = Rule("CI302", "session-declared-but-persistent", Level.WARNING, __doc__, check, needs=(Fact.LIFETIME,))
