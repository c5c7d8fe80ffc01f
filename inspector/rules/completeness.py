# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How much a policy says: silent, partial or complete; and so what a cookie that nothing declares means.

Where the text leaves a doubt, less is taken to be said: a finding needs a statement that it goes against.
"""

import re

from inspector.core.late_pattern import late
from inspector.core.policy import Policy, Stance
from inspector.core.report import Completeness
from inspector.rules.declarations import EXAMPLES, Declarations
from inspector.rules.purposes import stated_purpose

_ONLY_NECESSARY = late(
    r"\b(?<!not )(?:only|solely|exclusively)\s+(?:(?:uses?|sets?|places?|stores?)\s+)?"
    r"(?:(?:strictly|technically|absolutely)\s+)?(?:necessary|essential|required)\s+cookies?\b(?!\s+(?:unless|until|if|before|when))"
    r"|\b(?:necessary|essential|required)\s+cookies\s+(?:only|exclusively)\b",
    re.IGNORECASE,
)
_NARROW_DENIALS = ("third_party_cookies", "persistent_cookies", "session_cookies", "cross_site_tracking")
_DENIALS = ("cookies", "first_party_cookies")


def completeness_of(policy: Policy, declared: Declarations) -> tuple[Completeness, str]:
    """Return how complete a policy is, and why."""
    record = policy.record
    language = record.language or policy.document.language
    if language and not language.startswith("en"):
        if record.enumerates and declared.named:
            return Completeness.PARTIAL, f"it lists cookies; its sentences are not in English ({language}) and not read"
        return Completeness.SILENT, f"its sentences are not in English ({language}) and were not read"
    if record.complete or _only_necessary(policy):
        if declared.unbounded:
            return Completeness.PARTIAL, "it says that it lists all, and prints names that could be any cookie's"
        return Completeness.COMPLETE, "it says that this is all"
    if record.enumerates and any(not EXAMPLES.search(held.claim.quote.text) for held in declared.named):
        if record.delegates:
            return Completeness.PARTIAL, "it lists cookies by name, and refers to another page for details"
        if declared.unbounded:
            return Completeness.PARTIAL, "it lists cookies, and prints names that could be any cookie's"
        return Completeness.COMPLETE, "it lists its cookies by name"
    if record.states_purposes or any(stated_purpose(claim.field) for claim in policy.claims):
        return Completeness.PARTIAL, "it states purposes, without claiming to list all"
    if declared.named or declared.vendors:
        return Completeness.PARTIAL, "it names cookies or parties, without claiming to list all"
    if any(record.stance(field) is Stance.DENIED for field in _DENIALS):
        return Completeness.PARTIAL, "it denies cookies"
    if record.delegates:
        return Completeness.SILENT, "it refers to another page, which was not read"
    if record.stance("cookies") is Stance.DECLARED:
        return Completeness.SILENT, "it says that cookies are used, and not what for"
    if any(record.stance(field) is Stance.DENIED for field in _NARROW_DENIALS):
        return Completeness.SILENT, "it denies some cookies, and says nothing of the others"
    return Completeness.SILENT, "it says nothing of cookies"


def _only_necessary(policy: Policy) -> bool:
    """ "We only use strictly necessary cookies" says that this is all."""
    claims = (claim for claim in policy.claims if claim.field == "purposes.necessary")
    return any(_ONLY_NECESSARY.search(claim.quote.text) for claim in claims if claim.stance is Stance.DECLARED)
