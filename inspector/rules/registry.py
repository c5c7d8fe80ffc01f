# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every rule, on one page. A code, once released, never changes its meaning and is never used again."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.rules import (
    analytics_lifetime_beyond_guidance,
    authentication_cookie_exposed,
    conflicting_declarations,
    cookie_prefix_violation,
    declared_cookie_not_seen,
    denied_cookies,
    denied_persistent_cookies,
    denied_purpose,
    denied_third_party_cookies,
    denied_tracking,
    lifetime_at_browser_cap,
    opt_out_contradicted,
    opt_out_link_retired,
    opt_out_link_unsafe,
    opt_out_missing,
    outlives_declared_lifetime,
    outlives_lifetime_limit,
    promise_in_tension,
    refused_by_browser,
    samesite_none_insecure,
    session_declared_but_persistent,
    set_after_refusal,
    set_before_choice,
    shared_identifier,
    statements_in_tension,
    unclassified_cookie,
    undeclared_cookie,
    undeclared_third_party,
    wrong_declared_purpose,
)
from inspector.rules.api import Rule

RULES: Final[tuple[Rule, ...]] = (
    undeclared_cookie.RULE,
    undeclared_third_party.RULE,
    declared_cookie_not_seen.RULE,
    unclassified_cookie.RULE,
    denied_cookies.RULE,
    denied_third_party_cookies.RULE,
    denied_purpose.RULE,
    denied_persistent_cookies.RULE,
    denied_tracking.RULE,
    wrong_declared_purpose.RULE,
    conflicting_declarations.RULE,
    statements_in_tension.RULE,
    promise_in_tension.RULE,
    outlives_declared_lifetime.RULE,
    session_declared_but_persistent.RULE,
    analytics_lifetime_beyond_guidance.RULE,
    lifetime_at_browser_cap.RULE,
    outlives_lifetime_limit.RULE,
    set_before_choice.RULE,
    set_after_refusal.RULE,
    opt_out_missing.RULE,
    opt_out_link_retired.RULE,
    opt_out_link_unsafe.RULE,
    opt_out_contradicted.RULE,
    authentication_cookie_exposed.RULE,
    samesite_none_insecure.RULE,
    cookie_prefix_violation.RULE,
    refused_by_browser.RULE,
    shared_identifier.RULE,
)
BY_CODE: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in RULES})


def rule_called(text: str) -> Rule | None:
    """Return the rule with this code or name, whatever the case."""
    folded = text.strip().lower()
    return next((rule for rule in RULES if folded in (rule.code.lower(), rule.name)), None)
