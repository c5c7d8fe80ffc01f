# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie that is not necessary appears in a recorded visit in which the visitor did nothing.

What: a recording (a visit, another tool's capture) shows the cookie being set on the site, and says that there had been
no interaction with the page by then. A browser's profile proves nothing of the kind and is never judged so.

Why: where consent is required, it comes before the cookie.

Example: a first visit, nothing clicked, and "_fbp" is set while the banner still asks.

Sources: CookieBlock violation method 7, "implicit consent" (USENIX Security 2022). ePrivacy Directive 2002/58/EC,
article 5 (3).
"""

from collections.abc import Iterator

from inspector.core.evidence import Sighting
from inspector.core.finding import Level
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import no_untouched_visit
from inspector.rules.case import Case
from inspector.rules.purposes import NON_NECESSARY
from inspector.rules.recorded import by_whom
from inspector.rules.words import because, day, named, what


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie set without interaction."""
    visits = case.evidence.visits
    untouched = bool(visits) and all(visit.interacted is False for visit in visits)
    for held in case.cookies if case.evidence.sightings else ():
        sighting = case.evidence.sightings.get(held.cookie.key)
        if sighting is None or held.label.group not in NON_NECESSARY:
            continue
        if sighting.before_choice or (untouched and sighting.before_choice is None):
            yield RULE.found(
                f"{named(held)} ({what(held)}) was set before the visitor chose anything",
                "Set it only after consent, or show that it is needed for what the visitor asked for",
                held,
                evidence=(_recorded(sighting, case), *because(held)),
                rests_on_label=True,
            )


def _recorded(sighting: Sighting, case: Case) -> str:
    if sighting.before_choice is None:
        return f"recorded by {case.evidence.visits[0].source or 'a visit'}, without interaction"
    return (
        f"set {day(sighting.set_us)} {by_whom(sighting)}, while nothing had been chosen ({' and '.join(sighting.runs)})"
    )


RULE = Rule("CI401", "set-before-choice", Level.WARNING, __doc__, check, by_label=True, unasked=no_untouched_visit)
