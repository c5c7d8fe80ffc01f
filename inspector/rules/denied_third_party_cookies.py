# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy denies third parties' cookies, and one is proven on the site.

What: "we do not use third-party cookies", and a cookie of another company that is tied to this site: stored in its
partition, recorded on its pages, or there on the tester's word. What merely lies in the same browser is never flagged.
A vendor that the same policy names all the same gives a note.

Why: visitors who fear being followed by others rely on this sentence.

Example: "No third-party cookies are used on this site." and Facebook's "fr" in the site's partition.

Sources: policies.md of the project's reference, section 1, "kind denial".
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.rules.api import Outcome, Rule
from inspector.rules.attribution import WHY
from inspector.rules.case import Case
from inspector.rules.denials import conflicting, declared_otherwise, denials, is_meant
from inspector.rules.words import because, named, what

_FIELD = "third_party_cookies"


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each third party's cookie."""
    claims = denials(case, _FIELD)
    doubtful = conflicting(case, _FIELD)
    for held in case.third_parties if claims else ():
        claim = next((claim for claim in claims if is_meant(claim, held)), None)
        if claim is None or held.label.purpose is Purpose.OPT_OUT:
            continue
        otherwise = declared_otherwise(held)
        yield RULE.found(
            f"the policy denies third parties' cookies; {held.company} has {named(held)} on this site ({what(held)})",
            "Take the third party off the site, or correct the policy",
            held,
            (claim, *otherwise[:1]),
            level=Level.NOTE if otherwise or doubtful else None,
            evidence=(WHY[held.attribution], *because(held)),
        )


RULE = Rule("CI202", "denied-third-party-cookies", Level.ERROR, __doc__, check)
