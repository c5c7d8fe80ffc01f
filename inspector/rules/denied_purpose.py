# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy denies a purpose, and a cookie of that purpose is there.

What: "we do not use cookies for advertising" (analytics, social networks, ...), and a judged cookie whose purpose is
known to be just that. Where the sentence speaks for the site and the policy declares third parties for the purpose,
their cookies are not meant. A likely label, or a policy that says both, gives a note.

Why: a denial of a purpose is what many visitors choose a site for.

Example: "We use no advertising cookies." and "_gcl_au", Google's conversion linker, on the site's own host.

Sources: policies.md of the project's reference, section 3: kind denial and an observed cookie of that kind.
"""

from collections.abc import Iterator

from inspector.core.finding import DeclaredBy, Level
from inspector.core.label import Purpose
from inspector.core.policy import Claim, StatedPurpose, Subject
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case, CookieCase
from inspector.rules.denials import conflicting, denials, is_meant
from inspector.rules.words import because, named, word

# Narrower than what a statement declares: "no log-in cookies" does not deny every session.
_DENIES = (
    (StatedPurpose.CART, Purpose.CART),
    (StatedPurpose.AUTHENTICATION, Purpose.AUTHENTICATION),
    (StatedPurpose.PREFERENCES, Purpose.PREFERENCES),
    (StatedPurpose.ANALYTICS, Purpose.ANALYTICS),
    (StatedPurpose.ADVERTISING, Purpose.ADVERTISING),
    (StatedPurpose.SOCIAL, Purpose.SOCIAL),
)
_PLAIN = (DeclaredBy.CORRECTION, DeclaredBy.NAME, DeclaredBy.PATTERN, DeclaredBy.VENDOR)


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie of a denied purpose."""
    for stated, purpose in _DENIES:
        field = f"purposes.{stated.value}"
        claims = denials(case, field)
        for held in case.by_purpose.get(purpose, ()) if claims else ():
            claim = next((claim for claim in claims if _speaks_of(case, claim, held)), None)
            if claim is not None:
                yield _finding(held, claim, doubtful=conflicting(case, field))


def _finding(held: CookieCase, claim: Claim, *, doubtful: bool) -> Outcome:
    otherwise = [match.claim for match in held.matches if match.by in _PLAIN]
    return RULE.found(
        f"the policy denies {word(held.label.purpose)} cookies; {named(held)} is one",
        "Stop setting it, or correct the policy",
        held,
        (claim, *otherwise[:1]),
        level=Level.NOTE if otherwise or doubtful else None,
        evidence=because(held),
        rests_on_label=True,
    )


def _speaks_of(case: Case, claim: Claim, held: CookieCase) -> bool:
    """A sentence about the site's own practice is not one about third parties that the policy declares for it."""
    if not is_meant(claim, held):
        return False
    if claim.subject is Subject.THIRD_PARTIES:
        return not held.own
    return held.own or not case.declared.third.get(held.label.purpose)


RULE = Rule("CI203", "denied-purpose", Level.ERROR, __doc__, check, by_label=True)
