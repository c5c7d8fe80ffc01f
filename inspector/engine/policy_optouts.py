# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The opt-outs that a policy offers, each with what its link is and what to use instead."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from inspector.core.late_pattern import late
from inspector.core.optout import PolicyOptOut, PolicyOptOuts
from inspector.core.policy import Claim, Policy
from inspector.knowledge.book import Knowledge
from inspector.optouts.classes import classify_link, classify_words
from inspector.optouts.ways import way_link

_FIELD: Final = "opt_outs."
_NAMED_BEFORE: Final = late(r"([\w&!.' -]{2,60}?)\s*(?:\(|:|[–—-]\s)\s*$")
_LONGEST_NAME: Final = 60


def policy_opt_outs(policy: Policy, knowledge: Knowledge) -> PolicyOptOuts:
    """Return the opt-outs of a policy in its order, each target and address once."""
    first: dict[tuple[str, str | None], PolicyOptOut] = {}
    for claim in policy.claims:
        if claim.opt_out is None or not claim.field.startswith(_FIELD):
            continue
        first.setdefault((claim.opt_out, claim.url), _offer(claim, policy, knowledge))
    printed = {target for target, url in first if url}
    offers = tuple(offer for (target, url), offer in first.items() if url or target not in printed or target == "site")
    return PolicyOptOuts(policy.document.source.location, offers)


def _offer(claim: Claim, policy: Policy, knowledge: Knowledge) -> PolicyOptOut:
    target, url = claim.opt_out or "", claim.url
    own = _is_own(url, policy)
    if url is None:
        found = classify_words(claim.quote.text, knowledge, target)
    else:
        found = classify_link(url, knowledge, "site" if own else target, _named(claim, policy, knowledge))
    vendor = knowledge.vendor(target)
    return PolicyOptOut(
        target,
        vendor.name if vendor else "The site itself" if target == "site" else target,
        claim.quote,
        claim.id,
        url,
        found.link_class,
        found.why,
        found.live_url,
        way_link(found.live) if found.live is not None else None,
        found.one_click,
    )


def _is_own(url: str | None, policy: Policy) -> bool:
    """Whether an address is the policy's own page, which is no page of a company."""
    source = policy.document.source
    base = source.original_url or source.location
    if url is None or not base.lower().startswith(("https://", "http://")):
        return False
    return url.partition("#")[0] == base.partition("#")[0]


def _named(claim: Claim, policy: Policy, knowledge: Knowledge) -> str | None:
    """Return the vendor that the link's own words name beyond doubt: the whole of them, or what stands right before."""
    if claim.url is None:
        return None
    for words in _words(claim, policy):
        vendor = knowledge.vendor_by_alias(words) if 1 < len(words) <= _LONGEST_NAME else None
        if vendor is not None:
            return vendor.id
    return None


def _words(claim: Claim, policy: Policy) -> Iterator[str]:
    document, quote = policy.document, claim.quote
    for link in document.links:
        if link.url == claim.url and quote.start <= link.start < quote.end:
            yield document.text[link.start : link.end].strip()
    at = document.text.find(_bare(claim.url or ""), quote.start, quote.end)
    if at > quote.start:
        before = document.text[max(quote.start, at - 80) : at]
        match = _NAMED_BEFORE.search(re.split(r"[\n;,]", before)[-1].removesuffix("https://").removesuffix("http://"))
        if match:
            yield match[1].strip()


def _bare(url: str) -> str:
    """Return an address as a text prints it, from its host on."""
    try:
        return urlsplit(url).netloc or url
    except ValueError:  # brackets that do not close
        return url
