# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A rule's documentation, read from its docstring: a first sentence, then What, Why, Example and Sources."""

import re
from typing import Final

from inspector.core.rule_page import RulePage
from inspector.rules.api import Rule

SECTIONS: Final = ("What", "Why", "Example", "Sources")
_SECTION: Final = re.compile(r"^(What|Why|Example|Sources): ", re.MULTILINE)


def page(rule: Rule) -> RulePage:
    """Return a rule's documentation."""
    summary, *rest = _SECTION.split(rule.text or "")
    sections = tuple((title, _flow(text)) for title, text in zip(rest[::2], rest[1::2], strict=True))
    return RulePage(rule.code, rule.name, rule.level.value, _flow(summary), sections)


def _flow(text: str) -> str:
    return " ".join(text.split())
