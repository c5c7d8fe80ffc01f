# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The rules as the faces need them: their pages, and the code that a person means."""

from collections.abc import Sequence

from inspector.core.problem import InspectorError
from inspector.core.rule_page import RulePage
from inspector.rules.documentation import page
from inspector.rules.registry import RULES, rule_called

__all__ = ["RulePage", "rule_code", "rule_page", "rule_pages"]


def rule_pages() -> Sequence[RulePage]:
    """Return the documentation of every rule, in the order of the codes."""
    return tuple(page(rule) for rule in RULES)


def rule_page(text: str) -> RulePage:
    """Return the documentation of one rule; raise for what is none."""
    code = rule_code(text)
    return next(held for held in rule_pages() if held.code == code)


def rule_code(text: str) -> str:
    """Return the code of a rule called by code or name; raise with what was probably meant."""
    found = rule_called(text)
    if found is not None:
        return found.code
    from difflib import get_close_matches  # here because it is needed for a slip only

    names = [word for rule in RULES for word in (rule.code, rule.name)]
    close = get_close_matches(text.strip(), names, n=1) or get_close_matches(text.strip().upper(), names, n=1)
    meant = f"Did you mean {close[0]}?" if close else "cookie-inspector rule lists them all"
    raise InspectorError(f'There is no rule "{text[:80]}"', meant)
