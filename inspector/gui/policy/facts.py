# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every fact of one claim, and of a policy as a whole, in words and grouped, for the pane beside the text."""

from collections.abc import Mapping
from typing import Final

from inspector.core.moments import from_datetime
from inspector.core.policy import Claim, Policy, Subject
from inspector.core.visible import visible
from inspector.gui import words as general
from inspector.gui.facts import Fact, FactGroup
from inspector.gui.policy import words
from inspector.gui.translation import translate

LONGEST: Final = 4_000  # characters of a quote that are shown; the text itself is beside it


def vendor_names(policy: Policy) -> Mapping[str, str]:
    """Return the names of third parties by their ids, as the policy spells them."""
    return {vendor.id: vendor.name for vendor in policy.record.vendors}


def claim_facts(claim: Claim, policy: Policy) -> tuple[FactGroup, ...]:
    """Return the groups of facts of a claim that have something to say."""
    groups = (
        _quote(claim),
        _meaning(claim, policy),
        _cookie(claim),
        _opt_out(claim, policy),
        _conflicts(claim, policy),
    )
    return tuple(group for group in groups if group.facts)


def _quote(claim: Claim) -> FactGroup:
    text = visible(" ".join(claim.quote.text.split()), LONGEST)
    line = translate("claim", "line {number} of its source").format(number=general.amount(claim.quote.line))
    return FactGroup(translate("claim", "In its words"), (Fact("", f"“{text}”", line),))


def _meaning(claim: Claim, policy: Policy) -> FactGroup:
    facts = [
        Fact(translate("claim", "Says"), words.word(words.STANCES, claim.stance)),
        Fact(translate("claim", "About"), words.who(claim, vendor_names(policy)), _subject_note(claim)),
        Fact(translate("claim", "How far"), words.word(words.SCOPES, claim.scope)),
    ]
    if claim.purpose is not None:
        facts.append(Fact(translate("claim", "Purpose"), words.word(words.PURPOSES, claim.purpose)))
    if claim.purpose_text:
        facts.append(Fact(translate("claim", "As printed"), visible(claim.purpose_text, LONGEST)))
    facts.append(Fact(translate("claim", "Field"), visible(claim.field), translate("claim", "in exports")))
    return FactGroup(translate("claim", "What it says"), tuple(facts))


def _subject_note(claim: Claim) -> str:
    named = claim.subject is Subject.NAMED_THIRD_PARTY and (claim.provider or claim.vendor)
    return translate("claim", "a third party that is named") if named else ""


def _cookie(claim: Claim) -> FactGroup:
    facts = []
    if claim.names:
        facts.append(Fact(translate("claim", "Cookies"), visible(", ".join(claim.names), LONGEST)))
    if claim.storage != "cookie":
        facts.append(Fact(translate("claim", "Kept in"), visible(claim.storage.replace("_", " "))))
    if claim.lifetime is not None:
        basis = words.word(words.LIFETIME_BASES, claim.lifetime.basis)
        facts.append(Fact(translate("claim", "Lifetime"), words.lifetime(claim.lifetime), basis))
    if claim.provider:
        facts.append(Fact(translate("claim", "Set by"), visible(claim.provider, LONGEST)))
    return FactGroup(translate("claim", "Cookie"), tuple(facts))


def _opt_out(claim: Claim, policy: Policy) -> FactGroup:
    facts = []
    if claim.opt_out:
        facts.append(Fact(translate("claim", "Out of"), visible(claim.opt_out)))
    if claim.url:
        facts.append(Fact(translate("claim", "Address"), visible(claim.url, LONGEST), translate("claim", "as printed")))
    live = live_address(claim, policy)
    if live and live != claim.url:
        facts.append(Fact(translate("claim", "Address today"), visible(live, LONGEST)))
    return FactGroup(translate("claim", "Opt-out") if claim.opt_out else translate("claim", "Link"), tuple(facts))


def live_address(claim: Claim, policy: Policy) -> str | None:
    """Return the address that a claim leads to: today's where it is known, else the one that is printed."""
    known = (out for out in policy.record.opt_outs if out.url == claim.url and out.target == claim.opt_out)
    return next((out.live_url for out in known if out.live_url), claim.url)


def _conflicts(claim: Claim, policy: Policy) -> FactGroup:
    facts = []
    for conflict in policy.record.conflicts:
        if claim.id in conflict.claims:
            others = (policy.claim(other) for other in conflict.claims if other != claim.id)
            quotes = (visible(" ".join(other.quote.text.split()), 400) for other in others if other is not None)
            facts += [Fact("", f"“{quote}”", visible(conflict.why)) for quote in quotes]
    return FactGroup(translate("claim", "Elsewhere it says the opposite"), tuple(facts))


def policy_facts(policy: Policy) -> tuple[FactGroup, ...]:
    """Return where a policy came from, so that a verdict can be repeated."""
    source = policy.document.source
    location = words.pasted() if source.location == "-" else visible(source.location, LONGEST)
    facts = [Fact(translate("claim", "Read from"), location)]
    facts += [Fact(translate("claim", "By way of"), visible(address, LONGEST)) for address in source.redirects]
    if source.original_url:
        facts.append(Fact(translate("claim", "Copy of"), visible(source.original_url, LONGEST)))
    if source.retrieved is not None:
        facts.append(Fact(translate("claim", "Read on"), general.moment(from_datetime(source.retrieved))))
    if source.media_type:
        facts.append(Fact(translate("claim", "Kind"), visible(source.media_type), visible(source.encoding)))
    facts.append(Fact(translate("claim", "SHA-256"), source.sha256))
    return (FactGroup(translate("claim", "Source"), tuple(facts)),)
