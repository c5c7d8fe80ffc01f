# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie lives longer than the project's own settings allow.

What: the lifetime as set against the limit that the settings have for the cookie's name or host; the first limit that
fits a cookie counts. There is no tolerance but a minute for clocks, because a limit is no estimate. Where the input
does not tell when the cookie was set, what is left of it now must already be more. Without limits nothing is flagged,
and the verdict on the cookie does not depend on them.

Why: a team may hold itself to less than its policy states, or to a number before the policy states one.

Example: the settings allow "_ga*" at most 6 months; it is set for 13.

Sources: the settings themselves. Article 29 Working Party, opinion 4/2012: a lifetime is to fit the purpose.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case
from inspector.rules.lifetimes import CLOCK_BEHIND, compare, kept_text, stated_text
from inspector.rules.words import day, named


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie that is proven to live longer than its limit."""
    for held in case.persistent if case.options.limits else ():
        limit = next((it for it in case.options.limits if it.cookies.fits(held.ref.name, held.ref.host)), None)
        if limit is not None and not limit.at_most.session and held.life.how == CLOCK_BEHIND:
            yield RULE.undecided(CLOCK_BEHIND, held)
        if limit is None or not (limit.at_most.session or compare(held.life, limit.at_most, strict=True).outlives):
            continue
        allowed = f"the settings allow {limit.cookies} {stated_text(limit.at_most)}"
        yield RULE.found(
            f"{named(held)} {kept_text(held.life, held.cookie)}; {allowed}",
            "Shorten the cookie's life, or change the limit",
            held,
            evidence=(
                f"{allowed}, because: {limit.reason}" if limit.reason else allowed,
                f"its lifetime is told {held.life.how}",
                f"it expires {day(held.cookie.expires_us)}",
            ),
        )


RULE = Rule("CI305", "outlives-lifetime-limit", Level.WARNING, __doc__, check)
