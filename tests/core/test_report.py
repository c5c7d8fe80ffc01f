# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Findings sort gravest first, levels compare, and a report knows its worst."""

import pytest
from make.audits import cookie, sample_report

from inspector.core.finding import CookieRef, Finding, Level, Verdict
from inspector.core.problem import Problem, Severity


@pytest.mark.parametrize(
    ("level", "cap", "expected"),
    [
        (Level.ERROR, None, Level.ERROR),
        (Level.ERROR, Level.NOTE, Level.NOTE),
        (Level.NOTE, Level.WARNING, Level.NOTE),
        (Level.WARNING, Level.WARNING, Level.WARNING),
    ],
)
def test_a_cap_only_lowers(level: Level, cap: Level | None, expected: Level) -> None:
    assert level.capped(cap) is expected


def test_findings_sort_gravest_first_then_by_code_and_cookie() -> None:
    findings = [
        Finding("CI101", "undeclared-cookie", Level.NOTE, "", cookie=CookieRef("1", "b", "h")),
        Finding("CI301", "outlives-declared-lifetime", Level.WARNING, "", cookie=CookieRef("2", "a", "h")),
        Finding("CI101", "undeclared-cookie", Level.NOTE, "", cookie=CookieRef("3", "a", "h")),
        Finding("CI202", "denied-third-party-cookies", Level.ERROR, ""),
    ]
    found = sorted(findings, key=lambda finding: finding.order)
    assert [(finding.code, finding.cookie.name if finding.cookie else "") for finding in found] == [
        ("CI202", ""),
        ("CI301", "a"),
        ("CI101", "a"),
        ("CI101", "b"),
    ]


def test_a_reference_keeps_the_partition_and_drops_the_dot() -> None:
    ref = CookieRef.of(cookie("IDE", ".ads.example", partition="https://shop.example"))
    assert (ref.name, ref.host, ref.partition) == ("IDE", "ads.example", "https://shop.example")


def test_the_sample_report_has_every_verdict_and_says_what_is_worst() -> None:
    report = sample_report()
    assert {judged.verdict for judged in report.cookies} == set(Verdict)
    assert report.worst is Level.ERROR
    assert [finding.code for finding in report.at_least(Level.WARNING)] == ["CI202", "CI101", "CI301"]
    assert report.counts.verdict(Verdict.UNDECLARED) == 1


def test_a_lost_line_makes_a_report_incomplete() -> None:
    assert Problem("x", "y", "z").severity is Severity.PARTIAL
    assert not sample_report().complete
