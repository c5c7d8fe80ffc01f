# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy sends visitors to an opt-out that no longer exists, or to an address that it has left.

What: an opt-out that the policy offers is in the table of retired ones (a warning where its address is printed, a note
where only words name it), or its address has moved (a note). Today's address is named where one is known. Nothing is
fetched: the table says it, with the year that its source speaks for.

Why: who follows the sentence finds a closed page or the wrong one, and believes to have opted out.

Example: "You may opt out at networkadvertising.org/choices": the NAI closed its tool on 2025-09-15.

Sources: the NAI's announcement of 2025 (Mondaq 1707358); the table of old addresses, each with its own source.
"""

from collections.abc import Iterator

from inspector.core.finding import Level
from inspector.core.optout import LinkClass, PolicyOptOut
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.case import Case

_LONGEST = 120


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each such opt-out."""
    for offer in case.offers:
        if offer.link_class not in (LinkClass.RETIRED, LinkClass.MOVED):
            continue
        claim = case.policy.claim(offer.claim)
        retired = offer.link_class is LinkClass.RETIRED
        yield RULE.found(
            f"The opt-out that the policy offers {'no longer exists' if retired else 'has moved'}: {_what(offer)}",
            f"Offer {visible(offer.live_url, 300)} instead" if offer.live_url else "Take the sentence out",
            claims=() if claim is None else (claim,),
            level=Level.WARNING if retired and offer.url is not None else Level.NOTE,
            evidence=(visible(offer.why, 400),),
        )


def _what(offer: PolicyOptOut) -> str:
    return visible(offer.url, _LONGEST) if offer.url is not None else f"{visible(offer.name, _LONGEST)}, by name"


RULE = Rule("CI502", "opt-out-link-retired", Level.WARNING, __doc__, check, about_policy=True)
