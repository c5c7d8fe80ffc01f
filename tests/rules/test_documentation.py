# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every rule is documented in the same sections, named for what it flags, and has a code of its own."""

import re
from pathlib import Path

import pytest

from inspector.core.problem import InspectorError
from inspector.engine.rules import rule_code, rule_page
from inspector.rules.api import Rule
from inspector.rules.documentation import SECTIONS, page
from inspector.rules.registry import BY_CODE, RULES, rule_called

RULES_FOLDER = Path(__file__).parents[2] / "inspector" / "rules"
# The catalogue; CI305 is the settings' own.
CODES = [
    "CI101",
    "CI102",
    "CI103",
    "CI104",
    "CI201",
    "CI202",
    "CI203",
    "CI204",
    "CI205",
    "CI206",
    "CI207",
    "CI208",
    "CI209",
    "CI301",
    "CI302",
    "CI303",
    "CI304",
    "CI305",
    "CI401",
    "CI402",
    "CI501",
    "CI502",
    "CI503",
    "CI504",
    "CI601",
    "CI602",
    "CI603",
    "CI604",
    "CI701",
]


def test_the_catalogue_is_whole_and_in_order() -> None:
    assert [rule.code for rule in RULES] == CODES
    assert list(BY_CODE) == CODES
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_has_all_sections(rule: Rule) -> None:
    held = page(rule)
    assert tuple(title for title, _ in held.sections) == SECTIONS
    assert all(len(text) > 20 for _, text in held.sections)
    assert held.summary.endswith(".")
    assert len(held.summary) < 200


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_named_for_what_it_flags_and_lives_in_a_file_of_that_name(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert (RULES_FOLDER / f"{rule.name.replace('-', '_')}.py").is_file()


@pytest.mark.parametrize("text", ["CI301", "ci301", " outlives-declared-lifetime ", "Outlives-Declared-Lifetime"])
def test_a_rule_is_found_by_code_or_name(text: str) -> None:
    found = rule_called(text)
    assert found is not None
    assert found.code == "CI301"
    assert rule_page(text).code == "CI301"


def test_a_slip_is_answered_with_what_was_meant() -> None:
    with pytest.raises(InspectorError, match="Did you mean CI701"):
        rule_code("CI7011")
    with pytest.raises(InspectorError, match="lists them all"):
        rule_code("nothing like it at all")
