# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JUnit XML, read back by junitparser: its numbers, its cases, its colours."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from make import snapshots
from make.audits import sample_report
from make.followed import REASON, followed_report
from make.hostile_audits import hostile_report
from make.written import written

from inspector.core.problem import Problem, Severity
from inspector.core.report import Report
from inspector.engine.demo import audit_demo


def suite_of(report: Report, **look: Any) -> Any:
    parser = pytest.importorskip("junitparser", reason="junitparser is not installed")
    suites = parser.JUnitXml.fromstring(written(report, "junit", **look).encode())
    (suite,) = suites
    return suite


def states(suite: Any) -> dict[str, str]:
    """Each case's name with how it ended."""
    return {case.name: type(case.result[0]).__name__ if case.result else "Passed" for case in suite}


@pytest.mark.parametrize("make", [sample_report, followed_report, hostile_report, lambda: audit_demo("x 1")])
def test_its_numbers_are_those_of_its_cases(make: Any) -> None:
    suite = suite_of(make())
    ended = list(states(suite).values())
    assert suite.tests == len(list(suite)) == len(ended)  # so every name is there once
    assert suite.failures == ended.count("Failure")
    assert suite.skipped == ended.count("Skipped")
    assert suite.errors == ended.count("Error")


def test_each_rule_on_each_cookie_is_a_case() -> None:
    ended = states(suite_of(sample_report()))
    assert ended["CI101 undeclared-cookie: _ga of shop.example"] == "Failure"
    assert ended["CI101 undeclared-cookie: cart of shop.example"] == "Passed"
    assert ended["CI301 outlives-declared-lifetime: cart of shop.example"] == "Failure"
    assert ended["CI209 promise-in-tension: _ga of shop.example"] == "Passed"  # a note, below what fails
    assert ended["CI101 undeclared-cookie: old_one of shop.example"] == "Skipped"  # not judged
    assert ended["CI401 set-before-choice: cart of shop.example"] == "Skipped"  # no visit was recorded
    assert ended["CI602 samesite-none-insecure"] == "Skipped"  # turned off
    assert ended["CI207 conflicting-declarations"] == "Passed"
    assert ended["input line-skipped"] == "Skipped"


def test_a_failure_says_what_where_and_what_to_do() -> None:
    suite = suite_of(sample_report())
    (case,) = [held for held in suite if held.name == "CI301 outlives-declared-lifetime: cart of shop.example"]
    (failure,) = case.result
    assert (failure.type, failure.message) == ("CI301", "cart lives 30 days; the policy says 7 days")
    assert 'line 4: "Our cart cookie is kept for 7 days."' in failure.text
    assert "What to do: Shorten it, or correct the policy" in failure.text


def test_what_fails_is_what_the_exit_code_fails_on() -> None:
    assert suite_of(sample_report(), fails=lambda finding: False).failures == 0
    assert suite_of(sample_report(), fails=lambda finding: True).failures == 4
    assert suite_of(sample_report()).failures == 3


def test_what_is_known_does_not_fail_and_what_is_ignored_says_why() -> None:
    suite = suite_of(followed_report())
    ended = states(suite)
    assert ended["CI101 undeclared-cookie: _ga of shop.example"] == "Passed"
    (ignored,) = [case for case in suite if case.name.startswith("CI202") and "IDE" in case.name]
    assert ignored.result[0].message == f"ignored by the settings, until 2027-03-31, because: {REASON}"


def test_where_nothing_could_be_verified_nothing_passes() -> None:
    report = replace(sample_report(), findings=(), verified=False, unverified_why="the policy is silent")
    suite = suite_of(report)
    assert set(states(suite).values()) == {"Skipped"}


def test_a_fault_of_the_program_is_an_error_and_its_rule_passes_nowhere() -> None:
    fault = Problem("internal-error", "a rule could not be asked", "rule CI101", "KeyError", severity=Severity.FAILED)
    other = replace(fault, where="the jar")
    ended = states(suite_of(replace(sample_report(), problems=(fault, other), findings=())))
    assert ended["CI101 undeclared-cookie"] == "Error"
    assert ended["input internal-error"] == "Error"
    assert not [name for name in ended if name.startswith("CI101 undeclared-cookie:")]


def test_the_properties_tell_what_it_rests_on() -> None:
    told = {held.name: held.value for held in suite_of(sample_report()).properties()}
    assert told["program"] == "cookie-inspector 0.1.0"
    assert told["knowledge"] == "2026.11 of 2026-11-01"
    assert told["policy.sha256"] == "0" * 64
    assert told["browser"] == "Chromium"


def test_hostile_texts_are_lawful_xml_on_one_line_each() -> None:
    text = written(hostile_report(), "junit")
    assert ElementTree.fromstring(text.encode()) is not None
    assert "]]>" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_demo_is_as_it_was_looked_at(tmp_path: Path) -> None:
    report = audit_demo("cookie-inspector 0.1.0")
    assert written(report, "junit") == written(audit_demo("cookie-inspector 0.1.0"), "junit")
    snapshots.check("audit/demo.junit.xml", written(report, "junit"))
