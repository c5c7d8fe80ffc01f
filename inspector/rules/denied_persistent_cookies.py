# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy says that it uses session cookies only, and a persistent one is there.

What: persistent cookies are denied flatly, or "only session cookies" are used, and one of the site's own cookies is
stored with an expiry. A cookie that the same policy declares by name or by its vendor gives a note. Opt-out cookies do
not count: they must persist.

Why: a session cookie forgets the visitor when the browser closes; a persistent one does not.

Example: "We do not use permanent cookies." and "visitor_id" with an expiry in a year.

Sources: policies.md of the project's reference, section 1, "session only" and "kind denial".
"""

from collections.abc import Iterator

from inspector.core.finding import DeclaredBy, Level
from inspector.core.label import Purpose
from inspector.core.policy import Claim, Scope, Stance, Subject
from inspector.core.rule_page import Fact
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case
from inspector.rules.declarations import ONLY_SESSION
from inspector.rules.denials import conflicting, denials
from inspector.rules.lifetimes import kept_text
from inspector.rules.words import because, named

_FIELD = "persistent_cookies"


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each persistent cookie of the site."""
    claims = [claim for claim in (*denials(case, _FIELD), *_session_only(case)) if _of_the_site(claim)]
    doubtful = conflicting(case, _FIELD)
    for held in case.persistent if claims else ():
        if not held.own or held.label.purpose is Purpose.OPT_OUT:
            continue
        otherwise = [match.claim for match in held.matches if match.by is not DeclaredBy.PURPOSE]
        yield RULE.found(
            f"the policy denies persistent cookies; {named(held)} {kept_text(held.life, held.cookie)}",
            "Make it a session cookie, or correct the policy",
            held,
            (claims[0], *otherwise[:1]),
            level=Level.NOTE if otherwise or doubtful else None,
            evidence=("it is stored with an expiry", *because(held)),
        )


def _of_the_site(claim: Claim) -> bool:
    return claim.subject is Subject.SITE and claim.vendor is None


def _session_only(case: Case) -> tuple[Claim, ...]:
    """ "Only session cookies are used", in a policy that says nothing of persistent ones."""
    if case.policy.record.stance(_FIELD) is not Stance.UNSTATED:
        return ()
    claims = (claim for claim in case.claims("session_cookies") if claim.scope not in (Scope.CONDITION, Scope.PAGE))
    return tuple(claim for claim in claims if ONLY_SESSION.search(claim.quote.text))


RULE = Rule("CI204", "denied-persistent-cookies", Level.ERROR, __doc__, check, needs=(Fact.LIFETIME,))
