# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cookies that a policy names, made comparable between sites: whose they are, and the group they are filed under.

A name alone compares nothing: "session" of one shop is not "session" of another. A declared name is compared with the
same name on other sites only where the tables know its vendor, or the policy prints another party's domain beside it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.core.name_pattern import name_pattern
from inspector.core.policy import Claim, Document
from inspector.core.report import Report
from inspector.knowledge.book import Knowledge
from inspector.knowledge.site import registrable
from inspector.rules.purposes import STATED_GROUP

_NAMED: Final = "named_cookies"
_COOKIE: Final = "cookie"
_DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}", re.IGNORECASE)
_LONGEST: Final = 300  # characters of a provider that are looked at
# What consent tools call the group of cookies that nobody has filed, in the languages in which they print it.
_UNCLASSIFIED: Final = re.compile(
    r"\b(?:unclassified|uncategori[sz]ed|not classified|no clasificad[ao]s|nicht klassifiziert|non class[ée]e?s"
    r"|non classificat[ei]|niet geclassificeerd|niesklasyfikowane|n[ãa]o classificados)",
    re.IGNORECASE,
)


class DeclaredName(NamedTuple):
    """One name that a claim prints: as printed, as a pattern, whose it is (``""``: not known) and its group (or "").

    ``unclassified``: the policy itself says that nobody knows what it is for.
    """

    claim: str
    printed: str
    name: str
    vendor: str
    group: str
    unclassified: bool = False


def declared_names(report: Report, knowledge: Knowledge) -> tuple[DeclaredName, ...]:
    """Return every name that the policy declares as a cookie's, in the policy's order, the same one claim by claim."""
    return tuple(
        held for claim in report.policy.claims if _declares(claim) for held in _names_of(claim, report, knowledge)
    )


def _declares(claim: Claim) -> bool:
    return claim.field == _NAMED and claim.storage == _COOKIE


def _names_of(claim: Claim, report: Report, knowledge: Knowledge) -> Iterator[DeclaredName]:
    group = STATED_GROUP[claim.purpose].value if claim.purpose is not None else ""
    unclassified = claim.purpose is None and _is_unclassified(claim, report.policy.document)
    provider = _provider(claim, report, knowledge)
    for printed in claim.names:
        vendor = _vendor_of_name(printed, knowledge) or provider  # policies print one vendor in many ways
        yield DeclaredName(claim.id, printed, name_pattern(printed), vendor, group, unclassified)


def _provider(claim: Claim, report: Report, knowledge: Knowledge) -> str:
    """Return the vendor that the policy prints beside a name, or the domain of another party."""
    if claim.vendor:
        return claim.vendor
    text = (claim.provider or "").strip()[:_LONGEST]
    if not text:
        return ""
    vendor = knowledge.vendor_by_alias(text)
    if vendor is not None:
        return vendor.id
    domains = {registrable(match[0].lower()) for match in _DOMAIN.finditer(text)} - set(report.domains)
    known = {held.id for held in map(knowledge.vendor_by_domain, domains) if held is not None}
    if len(known) == 1:
        return known.pop()
    return f"domain:{domains.pop()}" if len(domains) == 1 and not known else ""


def _vendor_of_name(printed: str, knowledge: Knowledge) -> str:
    """Return the one vendor that the tables know a name of, on any host; where they know several, none."""
    vendors = {entry.vendor for entry in knowledge.find(printed, None) if not entry.disputed}
    found = vendors.pop() if len(vendors) == 1 else None
    return found or ""


def _is_unclassified(claim: Claim, document: Document) -> bool:
    """Whether the heading that a declaration stands under, or its own words, call it unclassified."""
    if _UNCLASSIFIED.search(claim.purpose_text[:_LONGEST]):
        return True
    place = bisect_right(document.blocks, claim.quote.start, key=lambda block: block.start) - 1
    above = document.blocks[place].headings[-1:] if place >= 0 else ()
    return any(_UNCLASSIFIED.search(document.block_text(index)[:_LONGEST]) for index in above)
