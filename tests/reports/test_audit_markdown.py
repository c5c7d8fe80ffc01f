# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The Markdown report, read by a Markdown reader: its structure holds, and whatever a site wrote is text."""

import io
import re
from dataclasses import replace

import pytest
from make import snapshots
from make.audits import NOW_US, cookie, sample_report
from make.hostile_audits import hostile_report
from markdown_it import MarkdownIt

from inspector.core.finding import Attribution, Verdict
from inspector.core.label import Label
from inspector.core.report import DISCLAIMER, Counts, JudgedCookie, Report
from inspector.reports.api import Look
from inspector.reports.audit_markdown import write_audit

SECRET = "s3cr3t-value"


def written(report: Report, with_values: bool = False) -> str:
    out = io.StringIO()
    write_audit(report, Look(NOW_US, lambda host: host, with_values), out)
    return out.getvalue()


def rendered(text: str) -> str:
    return MarkdownIt("commonmark").enable("table").render(text)


def test_it_is_read_as_what_was_meant() -> None:
    page = rendered(written(sample_report()))
    assert page.count("<h1>") == 1
    for heading in ("What was found", "What the policy says, and what was seen", "The cookies, one by one"):
        assert f"<h2>{heading}</h2>" in page
    assert page.count("<blockquote>") == len(sample_report().claims)
    assert page.count("<table>") == 1 + 6 + 3 + 1  # tally, verdicts, numbers, aside
    assert "<code>&lt;b&gt;evil&lt;/b&gt;␛[31m</code>" in page
    assert f"<strong>{DISCLAIMER}</strong>" in page


@pytest.mark.parametrize("report", [sample_report(), hostile_report()], ids=["sample", "hostile"])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(report: Report) -> None:
    tables = re.findall(r"<table>(.*?)</table>", rendered(written(report)), re.DOTALL)
    assert len(tables) == 1 + len(Verdict) + 3 + 1  # tally, verdicts, numbers, aside
    for table in tables:
        rows = re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
        assert len({len(re.findall("<t[dh]", row)) for row in rows}) == 1
    assert sum(len(re.findall("<tr>", table)) - 1 for table in tables[1:-4]) == len(report.cookies)


def test_whatever_a_site_wrote_is_text() -> None:
    page = rendered(written(hostile_report()))
    tags = set(re.findall(r"</?([a-z0-9]+)", page))
    plain = {"h1", "h2", "h3", "p", "ul", "li", "strong", "code", "blockquote", "a"}
    assert tags <= plain | {"table", "thead", "tbody", "tr", "th", "td"}
    assert re.findall(r'href="([^"]*)"', page) == []
    assert "&lt;script&gt;window.hacked=1&lt;/script&gt;" in page
    assert "[x](javascript:alert(1))" in page


def test_nothing_in_it_is_taken_for_a_link_by_itself() -> None:
    """GitHub links bare addresses; the only ones left are the table's own, in pointed brackets."""
    for report in (sample_report(), hostile_report()):
        outside_code = re.sub(r"`[^`\n]*`|<https://[^>]*>", "", written(report))
        assert not re.search(r"(?<!\\)https?://|\bwww\.", outside_code)


def test_only_plain_https_of_our_own_table_is_a_link() -> None:
    assert re.findall(r'href="([^"]*)"', rendered(written(sample_report()))) == ["https://adssettings.google.com/"]


def test_no_control_or_invisible_character_is_in_it() -> None:
    text = written(hostile_report())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_values_are_shown_only_where_they_were_asked_for() -> None:
    judged = JudgedCookie(cookie("sid", value=SECRET), Label(), Attribution.OWN, Verdict.NOT_STATED, "nothing of it")
    report = replace(sample_report(), cookies=(judged,))
    assert SECRET not in written(report)
    assert f"`{SECRET}`" in written(report, with_values=True)


@pytest.mark.parametrize(
    ("verified", "expected"), [(True, "No rule found anything."), (False, "Nothing could be judged")]
)
def test_nothing_found_is_told_apart_from_nothing_judged(verified: bool, expected: str) -> None:
    report = replace(
        sample_report(), findings=(), counts=Counts(), verified=verified, unverified_why="" if verified else "no visit"
    )
    text = written(report)
    assert expected in text
    assert ("no findings" in text) is verified


def test_the_same_report_is_the_same_bytes() -> None:
    assert written(sample_report()) == written(sample_report())
    snapshots.check("audit/sample.md", written(sample_report()))
