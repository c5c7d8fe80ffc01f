# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cases of cases/*.toml: a policy, cookies, and what must and must not be said of them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from make.verdicts import judge

from inspector.core.finding import Finding
from inspector.core.report import Report
from inspector.rules.registry import RULES

FOLDER = Path(__file__).parent / "cases"
KEYS = frozenset(
    [
        "name",
        "policy",
        "cookies",
        "must",
        "must_not",
        "verdicts",
        "claims",
        "completeness",
        "verified",
        "site",
        "also",
        "only_this_site",
        "in_force",
        "declared_by",
        "strict_lifetime",
        "archived",
        "visit",
        "file",
        "unknown",
        "at_most",
        "not_judged",
        "limits",
    ]
)


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


def fits(finding: Finding, wanted: str) -> bool:
    """Whether a finding is "CODE", "CODE level" or "CODE level name"; a star is any level."""
    code, level, name = [*wanted.split(" ", 2), "", ""][:3]
    return (
        finding.code == code
        and level in ("", "*", finding.level.value)
        and (not name or (finding.cookie is not None and finding.cookie.name == name))
    )


def shown(report: Report) -> list[str]:
    return [
        f"{finding.code} {finding.level.value} {finding.cookie.name if finding.cookie else ''}: {finding.message}"
        for finding in report.findings
    ]


@pytest.mark.parametrize("case", list(cases()))
def test_case(case: dict[str, Any]) -> None:
    assert set(case) <= KEYS
    report = judge(case)
    assert not report.problems
    for wanted in case.get("must", ()):
        assert any(fits(finding, wanted) for finding in report.findings), (wanted, shown(report))
    for unwanted in case.get("must_not", ()):
        assert not any(fits(finding, unwanted) for finding in report.findings), (unwanted, shown(report))
    for code, most in case.get("at_most", {}).items():
        assert sum(finding.code == code for finding in report.findings) <= most, shown(report)
    for name, verdict in case.get("verdicts", {}).items():
        assert {held.verdict.value for held in report.cookies if held.cookie.name == name} == {verdict}, shown(report)
    for field, verdict in case.get("claims", {}).items():
        found = {held.verdict.value for held in report.claims if held.claim.field == field}
        assert verdict in found, [(held.claim.field, held.verdict.value, held.why) for held in report.claims]
    for wanted in case.get("not_judged", ()):
        code, _, why = wanted.partition(" ")
        assert any(held.code == code and why in held.why for held in report.not_judged), report.not_judged
    if "completeness" in case:
        assert report.standing.completeness.value == case["completeness"], report.standing.completeness_why
    if "verified" in case:
        assert report.verified is case["verified"], report.unverified_why


def test_every_rule_has_a_case_that_fires_and_two_that_must_not() -> None:
    fires: dict[str, int] = {}
    spares: dict[str, int] = {}
    for held in cases():
        case = held.values[0]
        for code in {wanted.split()[0] for wanted in case.get("must", ())}:
            fires[code] = fires.get(code, 0) + 1
        for code in {unwanted.split()[0] for unwanted in case.get("must_not", ())}:
            spares[code] = spares.get(code, 0) + 1
    for rule in RULES:
        assert fires.get(rule.code, 0) >= 1, rule.code
        assert spares.get(rule.code, 0) >= 2, rule.code


def test_there_are_enough_cases() -> None:
    assert len(list(cases())) >= 120
