# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A case passes only where its rule could have found something; everything else is skipped with its reason."""

from dataclasses import replace
from typing import Any

import pytest
from make.audits import NOW_US, asked_rules, cookie, sample_report

from inspector.core.finding import NotJudged, Verdict
from inspector.core.report import Report
from inspector.reports import audit_cases
from inspector.reports.api import Look
from inspector.reports.audit_cases import Case, Outcome, cases

LOOK = Look(NOW_US, lambda host: host)


def with_cookie(verdict: Verdict = Verdict.DECLARED, **facts: Any) -> Report:
    """A verified report with one cookie of these facts and nothing found."""
    report = sample_report()
    judged = report.cookies[3]._replace(cookie=cookie("basket_id", **facts), verdict=verdict, named=None)
    return replace(report, cookies=(judged,), findings=(), not_judged=(), problems=(), rules=asked_rules())


def case_of(report: Report, code: str) -> Case:
    (found,) = [case for case in cases(report, LOOK) if case.code == code]
    return found


@pytest.mark.parametrize(
    ("code", "facts", "why"),
    [
        ("CI301", {"session": None}, "how long it lives is not recorded"),
        ("CI204", {"session": None, "expires_us": None}, "how long it lives is not recorded"),
        ("CI304", {"created_us": None, "updated_us": None}, "how long it lives is not recorded"),
        ("CI601", {"secure": None}, "whether it is Secure and HttpOnly is not recorded"),
        ("CI601", {"http_only": None}, "whether it is Secure and HttpOnly is not recorded"),
        ("CI701", {}, "its value was not read"),
        ("CI101", {"verdict": Verdict.NOT_STATED}, "its purpose is declared"),
        ("CI202", {"verdict": Verdict.NOT_JUDGED}, "its purpose is declared"),
    ],
)
def test_what_is_not_known_is_not_passed(code: str, facts: dict[str, Any], why: str) -> None:
    case = case_of(with_cookie(**facts), code)
    assert (case.outcome, case.why) == (Outcome.SKIPPED, why)


@pytest.mark.parametrize("code", ["CI101", "CI201", "CI204", "CI301", "CI601", "CI701"])
def test_what_is_known_is_passed(code: str) -> None:
    assert case_of(with_cookie(value="abc"), code).outcome is Outcome.PASSED


def test_a_session_cookie_has_a_known_life() -> None:
    assert case_of(with_cookie(days=None), "CI301").outcome is Outcome.PASSED


def test_a_rule_that_could_not_decide_passes_nothing() -> None:
    report = with_cookie()
    whole = replace(report, not_judged=(NotJudged("a refusal without a time", code="CI402"),))
    assert case_of(whole, "CI402").why == "a refusal without a time"
    one = replace(report, not_judged=(NotJudged("set when?", report.cookies[0].ref, code="CI402"),))
    assert case_of(one, "CI402").why == "set when?"


def test_every_cookie_that_a_finding_names_fails() -> None:
    report = sample_report()
    first, second = report.cookies[0].ref, report.cookies[1].ref
    finding = report.findings[0]._replace(cookie=first, others=(second,))
    found = [case for case in cases(replace(report, findings=(finding,)), LOOK) if case.outcome is Outcome.FAILED]
    assert [case.cookie for case in found] == [first, second]


def test_a_finding_about_a_cookie_that_is_not_listed_is_not_lost() -> None:
    report = sample_report()
    found = [case for case in cases(replace(report, cookies=()), LOOK) if case.outcome is Outcome.FAILED]
    assert [case.code for case in found] == ["CI101", "CI202", "CI301"]


def test_beyond_a_number_only_what_was_found_is_told_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    report = sample_report()
    all_of_them = list(cases(report, LOOK))
    monkeypatch.setattr(audit_cases, "MOST", 10)
    brief = list(cases(report, LOOK))
    assert [case for case in brief if case.finding] == [case for case in all_of_them if case.finding]
    for outcome in Outcome:
        counts = [sum(case.cookies for case in told if case.outcome is outcome) for told in (all_of_them, brief)]
        assert counts[0] == counts[1]
    assert len(brief) < len(all_of_them)
