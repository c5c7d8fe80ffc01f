# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy denies tracking across sites, and an identifier that tracks across sites is proven on the site.

What: "we do not track you across other websites", and a persistent cookie, tied to this site, that is known to carry
an identifier usable on more than one site. A likely label gives a note.

Why: this is the promise that matters most to those who read policies at all.

Example: "There is no tracking of any kind." and Criteo's "uid" recorded on the site's pages.

Sources: claims.md of the project's reference, field 4.
"""

from collections.abc import Iterator

from inspector.core.finding import DeclaredBy, Level
from inspector.core.label import Tracks
from inspector.core.rule_page import Fact
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.attribution import WHY
from inspector.rules.case import Case
from inspector.rules.denials import conflicting, denials, is_meant
from inspector.rules.purposes import EXEMPT
from inspector.rules.words import named

_FIELD = "cross_site_tracking"


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cross-site identifier."""
    claims = denials(case, _FIELD)
    doubtful = conflicting(case, _FIELD)
    for held in case.persistent if claims else ():
        if held.label.tracks is not Tracks.CROSS_SITE or held.label.purpose in EXEMPT:
            continue
        claim = next((claim for claim in claims if is_meant(claim, held)), None)
        if claim is None:
            continue
        otherwise = [match.claim for match in held.matches if match.by is not DeclaredBy.PURPOSE]
        yield RULE.found(
            f"the policy denies tracking across sites; {named(held)} is an identifier that {held.company} can read on "
            "other sites too",
            "Take it off the site, or correct the policy",
            held,
            (claim, *otherwise[:1]),
            level=Level.NOTE if otherwise or doubtful else None,
            evidence=(WHY[held.attribution], *(visible(why, 300) for why in held.label.tracks_because[:2])),
            rests_on_label=True,
        )


RULE = Rule("CI205", "denied-tracking", Level.ERROR, __doc__, check, by_label=True, needs=(Fact.LIFETIME,))
