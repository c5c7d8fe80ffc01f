# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The site tried to set a cookie, and the browser of the recorded visit refused it.

What: a visit recorded with a browser shows the request or script that asked for the cookie, and the browser's own
reason for keeping none. A HAR file does not show this: there the standard is asked, and no browser.

Why: what one browser refuses another one keeps, so visitors are treated differently from what this run alone shows; and
a cookie that is refused everywhere does not do what it is for.

Example: Chromium as delivered refuses "IDE" of an advertiser, and keeps it where third parties are allowed.

Sources: Chrome DevTools Protocol, Network.SetCookieBlockedReason. RFC 6265bis, 5.7.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import no_browser_asked
from inspector.rules.case import Case, CookieCase
from inspector.rules.recorded import by_whom, tried
from inspector.rules.words import because, named, what


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie that a browser refused, those too that it keeps in another mode."""
    table = case.refused_by_browser
    for held in (*case.cookies, *case.only_tried) if table else ():
        if held.cookie.key in table:
            yield _finding(case, held)


def _finding(case: Case, held: CookieCase) -> Outcome:
    refused = case.refused_by_browser[held.cookie.key]
    seen = case.evidence.sightings.get(held.cookie.key)
    kept = (
        f"kept by {' and '.join(seen.runs)}" if seen is not None and seen.runs else "kept by no browser of this visit"
    )
    return RULE.found(
        f"the site tried to set {named(held)} ({what(held)}), and the browser refused it",
        "Know that visitors with other browsers or settings may get it; where none keeps it, mend or remove it",
        held,
        evidence=(f"asked for {by_whom(refused[0].sighting)}", tried(case, held), kept, *because(held)),
    )


RULE = Rule("CI604", "refused-by-browser", Level.NOTE, __doc__, check, unasked=no_browser_asked)
