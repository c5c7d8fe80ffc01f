# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A vendor of advertising that offers an opt-out is on the site, and the policy offers none.

What: advertising cookies of a known vendor are there, the vendor or its trade programme offers an opt-out, the policy
claims to be complete, mentions no consent tool of the site, and offers no opt-out of that vendor or of a programme.

Why: the way out exists, and visitors are not told of it.

Example: a complete policy without links, and Google's "IDE" in the site's partition.

Sources: DAA Self-Regulatory Principles and Google's "Required content" for publishers (AdSense), both of which ask
for a way out to be named.
"""

from collections.abc import Iterator
from typing import Final

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.core.report import Completeness
from inspector.knowledge.records import LinkStatus
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import open_list
from inspector.rules.case import Case, CookieCase
from inspector.rules.words import named

PROGRAMMES: Final = frozenset({"nai", "daa", "edaa", "daac", "site"})


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each advertising vendor whose way out is not offered."""
    record = case.policy.record
    if case.completeness is not Completeness.COMPLETE or record.controls.consent_tool:
        return
    offered = {offer.target for offer in record.opt_outs}
    if offered & PROGRAMMES:
        return
    for vendor_id, found in _by_vendor(case).items():
        vendor = case.knowledge.vendor(vendor_id)
        live = [way for way in case.knowledge.opt_outs(vendor_id) if way.status is LinkStatus.LIVE]
        if vendor is None or not live or _offers(case, offered, vendor.company, vendor_id):
            continue
        yield RULE.found(
            f"{vendor.name} sets {named(found[0])} and offers an opt-out; the policy offers none",
            f"Offer {live[0].name}: {live[0].url}",
            found[0],
            case.claims("complete")[:1],
            others=found[1:],
            rests_on_label=True,
            subject=vendor_id,
        )


def _by_vendor(case: Case) -> dict[str, list[CookieCase]]:
    table: dict[str, list[CookieCase]] = {}
    for held in case.by_purpose.get(Purpose.ADVERTISING, ()):
        if held.label.vendor is not None:
            table.setdefault(held.label.vendor, []).append(held)
    return table


def _offers(case: Case, offered: set[str], company: str, vendor_id: str) -> bool:
    """Whether an opt-out of this vendor or of its company is offered."""
    known = (case.knowledge.vendor(target) for target in offered)
    return vendor_id in offered or any(vendor is not None and vendor.company == company for vendor in known)


RULE = Rule("CI501", "opt-out-missing", Level.NOTE, __doc__, check, by_label=True, unasked=open_list)
