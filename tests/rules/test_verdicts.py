# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The verdict on a cookie: the gravest of what was found, and only of what a verdict may rest on."""

import pytest
from make.audits import cookie

from inspector.core.finding import Attribution, CookieRef, Finding, Level, Verdict
from inspector.core.label import Label
from inspector.rules.case import CaseKind, CookieCase
from inspector.rules.lifetimes import Life
from inspector.rules.registry import RULES
from inspector.rules.verdicts import proven_verdict

CART = cookie("cart")
REF = CookieRef.of(CART)
HELD = CookieCase(CART, REF, Attribution.OWN, Life(False), CaseKind(Label(), True, "shop.example", False))
CONTRADICTS = ("CI201", "CI202", "CI203", "CI204", "CI205", "CI206", "CI402")
OUTLIVES = ("CI301", "CI302")
UNDECLARED = ("CI101", "CI102")


def found(code: str, level: Level = Level.WARNING) -> Finding:
    return Finding(code, "a-rule", level, f"{code} says so", cookie=REF)


@pytest.mark.parametrize(
    ("codes", "verdict"),
    [
        *[((code,), Verdict.CONTRADICTS) for code in CONTRADICTS],
        *[((code,), Verdict.OUTLIVES) for code in OUTLIVES],
        *[((code,), Verdict.UNDECLARED) for code in UNDECLARED],
        (("CI101", "CI301"), Verdict.OUTLIVES),
        (("CI301", "CI203", "CI101"), Verdict.CONTRADICTS),
    ],
)
def test_the_gravest_counts(codes: tuple[str, ...], verdict: Verdict) -> None:
    told = proven_verdict(HELD, [found(code) for code in codes])
    assert told is not None
    assert told[0] is verdict


def test_no_other_rule_changes_a_verdict() -> None:
    others = {rule.code for rule in RULES} - {*CONTRADICTS, *OUTLIVES, *UNDECLARED}
    assert {"CI601", "CI602", "CI603", "CI701", "CI209"} <= others
    assert [code for code in sorted(others) if proven_verdict(HELD, [found(code, Level.ERROR)])] == []


def test_a_note_makes_no_cookie_a_contradiction() -> None:
    assert proven_verdict(HELD, [found("CI203", Level.NOTE)]) is None
    assert proven_verdict(HELD, [found("CI101", Level.NOTE)]) == (Verdict.UNDECLARED, "CI101 says so")


def test_among_equals_the_finding_about_this_very_cookie_speaks() -> None:
    other = found("CI101")._replace(cookie=CookieRef("1", "x", "h"), others=(REF,), message="of another")
    assert proven_verdict(HELD, [other, found("CI102")]) == (Verdict.UNDECLARED, "CI102 says so")
