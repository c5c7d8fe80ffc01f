# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Verdicts in words and looks; the look of an answer never comforts where nothing was shown."""

from dataclasses import replace
from typing import Any

import pytest
from make import audits, records

from inspector.core.finding import Attribution, ClaimVerdict, DeclaredBy, Level, Verdict
from inspector.core.label import Label, Party, Purpose, Subtype
from inspector.core.problem import Severity
from inspector.core.report import Completeness, PolicyStanding, Report
from inspector.gui.audit import words
from inspector.gui.hues import Look

SAMPLE = audits.sample_report()
FINE = replace(
    SAMPLE,
    cookies=tuple(held for held in SAMPLE.cookies if held.verdict is Verdict.DECLARED),
    claims=tuple(held for held in SAMPLE.claims if held.verdict is ClaimVerdict.KEPT),
    findings=(),
    problems=(),
)


def with_verdict(verdict: Verdict) -> Report:
    return replace(FINE, cookies=(FINE.cookies[0]._replace(verdict=verdict),))


def with_claim(verdict: ClaimVerdict) -> Report:
    return replace(FINE, claims=(FINE.claims[0]._replace(verdict=verdict),))


def with_level(level: Level) -> Report:
    return replace(FINE, findings=(SAMPLE.findings[0]._replace(level=level),))


@pytest.mark.parametrize(
    ("report", "look"),
    [
        (FINE, Look.GOOD),
        (with_verdict(Verdict.CONTRADICTS), Look.BAD),
        (with_level(Level.ERROR), Look.BAD),
        (with_verdict(Verdict.OUTLIVES), Look.DOUBTFUL),
        (with_verdict(Verdict.UNDECLARED), Look.DOUBTFUL),
        (with_level(Level.WARNING), Look.DOUBTFUL),
        (with_level(Level.NOTE), Look.NOTE),
        (with_claim(ClaimVerdict.BROKEN), Look.NOTE),
        (with_claim(ClaimVerdict.IN_TENSION), Look.NOTE),
        (replace(FINE, problems=(records.problem(severity=Severity.PARTIAL),)), Look.NOTE),
        (replace(FINE, verified=False, unverified_why="nothing was seen"), Look.OPEN),
        (replace(SAMPLE, verified=False), Look.OPEN),
    ],
)
def test_the_answer_looks_as_grave_as_what_was_found(report: Report, look: Look) -> None:
    assert words.answer_look(report) is look


def test_no_two_verdicts_of_a_kind_look_the_same() -> None:
    for table in (words.CLAIMS, words.LEVELS):
        assert len({said.look for said in table.values()}) == len(table)
    assert len({said.look for said in words.VERDICTS.values()}) == len(words.VERDICTS)


@pytest.mark.parametrize(
    ("table", "members"),
    [
        (words.VERDICTS, Verdict),
        (words.CLAIMS, ClaimVerdict),
        (words.LEVELS, Level),
        (words.TIES, Attribution),
        (words.MATCHED, DeclaredBy),
        (words.COMPLETENESS, Completeness),
        (words.PARTIES, Party),
    ],
)
def test_every_member_has_a_word(table: Any, members: Any) -> None:
    assert set(table) == set(members)


def test_what_a_policy_is_worth_is_said_with_its_date() -> None:
    assert words.standing(SAMPLE) == (
        "Last updated 15 January 2026 · The policy claims to list or cover all cookies"
        " (it says that this is all it uses cookies for)"
    )
    partial = replace(SAMPLE, standing=PolicyStanding(Completeness.PARTIAL, "it states purposes"))
    assert words.standing(partial) == (
        "No date found · The policy states purposes without claiming to list all cookies"
    )


@pytest.mark.parametrize(
    ("label", "sure", "text"),
    [
        (Label(Purpose.ADVERTISING, Subtype.GOOGLE_DART), True, "Ad / DART"),
        (Label(Purpose.SECURITY), False, "Security (likely)"),
        (Label(), False, "Unknown"),
    ],
)
def test_a_purpose_that_is_not_sure_says_so(label: Label, sure: bool, text: str) -> None:
    assert words.purpose(label, sure) == text
