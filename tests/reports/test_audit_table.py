# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The report for the terminal: the answer first, everything wrapped, nothing that could move a cursor."""

import io
import re
from dataclasses import replace

import pytest
from make import snapshots
from make.audits import NOW_US, cookie, sample_report
from make.hostile_audits import hostile_report

from inspector.core.finding import Attribution, Verdict
from inspector.core.label import Label
from inspector.core.report import Counts, JudgedCookie, Report
from inspector.reports import audit_table
from inspector.reports.api import Look
from inspector.reports.audit_table import WIDEST, write_audit

SECRET = "s3cr3t-value"


def written(report: Report, with_values: bool = False, styled: bool | None = None) -> str:
    out = io.StringIO()
    write_audit(report, Look(NOW_US, lambda host: host, with_values, styled), out)
    return out.getvalue()


def test_the_answer_is_the_first_line() -> None:
    assert written(sample_report()).splitlines()[0] == sample_report().headline


def test_every_finding_sentence_and_cookie_is_told() -> None:
    report, text = sample_report(), written(sample_report())
    flat = " ".join(text.split())
    for finding in report.findings:
        assert f"{finding.level}  {finding.code} {finding.name}" in text
        assert finding.message in flat
    for claim in report.claims:
        assert f"“{claim.claim.quote.text}” (line {claim.claim.quote.line})" in flat
    assert "✖ contradicts IDE of doubleclick.net, under shop.example: Advertising / DART" in flat
    assert "▲ outlives cart of shop.example: Cart; the site itself; lives: 30 days" in flat
    assert "In this browser, site unknown: 1 cookie of third parties, never held against this site." in flat


def test_lines_fit_and_nothing_moves_the_cursor() -> None:
    text = written(hostile_report())
    assert max(map(len, text.splitlines())) <= WIDEST
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_colours_are_written_only_where_they_are_wanted() -> None:
    assert "\x1b[" not in written(sample_report())
    coloured = written(sample_report(), styled=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).startswith(sample_report().headline)


def test_many_cookies_are_a_table_with_a_line_for_each() -> None:
    report = sample_report()
    many = tuple(
        report.cookies[2]._replace(cookie=cookie(f"c{number:03}")) for number in range(audit_table.EXPLAINED + 1)
    )
    lines = written(replace(report, cookies=many)).splitlines()
    assert sum(line.startswith("▲ undeclared") for line in lines) == audit_table.EXPLAINED + 1
    assert any(line.startswith("Verdict ") for line in lines)


def test_many_findings_of_a_rule_are_counted() -> None:
    report = sample_report()
    many = tuple(report.findings[1]._replace(message=f"number {number}.") for number in range(audit_table.FOUND + 5))
    text = written(replace(report, findings=many))
    assert "CI101 undeclared-cookie (15 times)" in text
    assert "… and 5 more: --format json has them all." in text
    assert "Number 9." in text
    assert "Number 10." not in text


def test_what_could_not_be_verified_is_never_shown_as_fine() -> None:
    report = replace(sample_report(), findings=(), counts=Counts(), verified=False, unverified_why="no visit")
    assert "? could not be verified  no visit" in written(report)
    assert "no findings" not in written(report)
    assert "✔ no findings" in written(replace(report, verified=True))


@pytest.mark.parametrize("with_values", [False, True])
def test_values_are_shown_only_where_they_were_asked_for(with_values: bool) -> None:
    judged = JudgedCookie(cookie("sid", value=SECRET), Label(), Attribution.OWN, Verdict.NOT_STATED, "nothing of it")
    assert (SECRET in written(replace(sample_report(), cookies=(judged,)), with_values)) is with_values


def test_the_same_report_is_the_same_text() -> None:
    snapshots.check("audit/sample.txt", written(sample_report()))
