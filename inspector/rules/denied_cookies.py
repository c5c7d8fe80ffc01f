# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy flatly denies cookies, or the site's own cookies, and one of the site's own is there.

What: "we do not use cookies", said of all cookies or of the site's own and not of a kind, a purpose, a page or under a
condition, and a cookie under the site's domains. A cookie that the same policy declares all the same (it names the
cookie, or the party that sets it) is a note: then the policy contradicts itself. Opt-out cookies do not count.

Why: it is the plainest promise about cookies there is.

Example: "We do not set any cookies." and a "PHPSESSID" on the site's own host.

Sources: policies.md of the project's reference, section 1: of 36 policies that a naive search takes for denials, 11 are
flat ones; all others are left alone here.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.core.policy import Subject
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CookieCase
from inspector.rules.denials import conflicting, declared_otherwise, denials
from inspector.rules.words import because, named, what

_FIELDS = ("cookies", "first_party_cookies")


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each of the site's own cookies."""
    claims = [claim for field in _FIELDS for claim in denials(case, field) if claim.subject is Subject.SITE]
    if not claims:
        return
    doubtful = all(conflicting(case, claim.field) for claim in claims)
    for held in case.cookies:
        if held.own and held.label.purpose is not Purpose.OPT_OUT and not _partners(case, held):
            otherwise = declared_otherwise(held)
            yield RULE.found(
                f"the policy says that the site uses no cookies; {named(held)} is there ({what(held)})",
                "Stop setting it, or take the sentence out of the policy",
                held,
                (claims[0], *otherwise[:1]),
                level=Level.NOTE if otherwise or doubtful else None,
                evidence=("its host is the site's own", *because(held)),
            )


def _partners(case: Case, held: CookieCase) -> bool:
    """Whether another party's script set it, of whom the policy says so: of that vendor, or of others for its purpose.

    A policy that denies its own cookies and declares its advertisers' says nothing of a statistics cookie on its host.
    """
    label, declared = held.label, case.declared
    if label.vendor is None:
        return False
    return bool(declared.third_in_general or declared.third.get(label.purpose) or declared.vendors.get(label.vendor))


RULE = Rule("CI201", "denied-cookies", Level.ERROR, __doc__, check)
