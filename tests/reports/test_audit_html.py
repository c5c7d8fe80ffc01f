# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The HTML report without a browser: the same bytes, everything text, no value unasked, every list bounded."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import snapshots
from make.audits import NOW_US, cookie, sample_report
from make.hostile_audits import HOSTILE, hostile_report

from inspector.core.finding import Attribution, Verdict
from inspector.core.label import Label
from inspector.core.report import DISCLAIMER, Counts, JudgedCookie, Report
from inspector.core.resources import resources_folder
from inspector.reports import audit_view
from inspector.reports.api import Look
from inspector.reports.audit_html import language, write_audit

SECRET = "s3cr3t-value"
VOID = {"meta", "br"}


def written(report: Report, with_values: bool = False) -> str:
    out = io.StringIO()
    write_audit(report, Look(NOW_US, lambda host: host, with_values), out)
    return out.getvalue()


class Reader(HTMLParser):
    """Collects tags with their attributes and the text, and checks that every tag is closed in its order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def attributes(self, name: str) -> Iterator[str]:
        return (attrs[name] or "" for _, attrs in self.tags if name in attrs)


def test_the_answer_comes_first_and_says_which_policy() -> None:
    text = " ".join(Reader(written(sample_report())).text.split())
    answer = text.index("1 of 6 cookies is not in the policy")
    assert answer < text.index("policy.md, dated 2026-01-15") < text.index("What was found")
    assert DISCLAIMER in text


def test_every_part_of_a_report_is_on_the_page() -> None:
    report = sample_report()
    text = " ".join(Reader(written(report)).text.split())
    for finding in report.findings:
        assert finding.code in text
        assert finding.what_to_do in text
    for judged in report.claims:
        assert judged.claim.quote.text in text
    for row in report.cookies:
        assert row.cookie.host in text
    assert "its value was not read" in text.lower()
    assert "OneTrust: analytics refused, marketing refused; by a person, 2026-11-22 12:00 UTC" in text
    assert "jar.txt, line 3: a line is not a cookie" in text
    assert "Corrected by hand (J. Doe): old_one is preferences" in text


@pytest.mark.parametrize("report", [sample_report(), hostile_report()], ids=["sample", "hostile"])
def test_whatever_a_site_wrote_is_text(report: Report) -> None:
    page = Reader(written(report))
    allowed = {"use", "path", "circle", "rect", "text", "line", "symbol", "defs", "svg", "style", "meta", "title"}
    assert not {tag for tag, _ in page.tags} & {"script", "img", "iframe", "object", "form", "base", "link", "input"}
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert all(not attrs.get("style") or tag == "svg" for tag, attrs in page.tags if tag in allowed)
    assert all(url.startswith(("#", "https://")) for url in page.attributes("href"))
    assert list(page.attributes("src")) == []


def test_hostile_text_is_shown_and_neither_run_nor_lost() -> None:
    page = written(hostile_report())
    assert "&lt;script&gt;window.hacked=1&lt;/script&gt;" in page
    assert "{{ 7*7 }}" in page  # not 49
    assert "(4,096 characters)" in page
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)
    page.encode("utf-8")


def test_only_plain_https_of_our_own_table_is_a_link() -> None:
    links = [url for url in Reader(written(sample_report())).attributes("href") if not url.startswith("#")]
    assert links == ["https://adssettings.google.com/"]
    assert [url for url in Reader(written(hostile_report())).attributes("href") if not url.startswith("#")] == []


def test_the_page_forbids_scripts_and_requests() -> None:
    policy = next(attrs["content"] for tag, attrs in Reader(written(sample_report())).tags if "http-equiv" in attrs)
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def test_values_are_shown_only_where_they_were_asked_for() -> None:
    judged = JudgedCookie(cookie("sid", value=SECRET), Label(), Attribution.OWN, Verdict.NOT_STATED, "nothing of it")
    report = replace(sample_report(), cookies=(judged,))
    assert SECRET not in written(report)
    assert SECRET in written(report, with_values=True)


def test_a_long_list_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_view, "COOKIES", 3)
    report = sample_report()
    many = tuple(report.cookies[2]._replace(cookie=cookie(f"c{number}")) for number in range(5))
    text = " ".join(Reader(written(replace(report, cookies=many))).text.split())
    assert "5 cookies: nothing in the policy declares it" in text
    assert "And 2 more cookies: the JSON report has them all." in text


def test_what_could_not_be_verified_is_never_shown_as_fine() -> None:
    report = replace(
        sample_report(), cookies=(), findings=(), claims=(), counts=Counts(), verified=False, unverified_why="no visit"
    )
    text = " ".join(Reader(written(report)).text.split())
    assert "could not be verified no visit" in text
    assert "no findings" not in text
    assert "That is not good news" in text


def test_a_clean_report_says_that_nothing_was_found() -> None:
    report = replace(sample_report(), findings=(), counts=replace(sample_report().counts, by_level=()))
    assert "no findings" in Reader(written(report)).text


def test_a_language_that_is_no_tag_is_left_out() -> None:
    assert language(sample_report()) == "en"
    assert language(hostile_report()) == ""


def test_the_style_sheet_needs_nothing_from_elsewhere() -> None:
    style = (resources_folder() / "templates" / "audit.css").read_text(encoding="utf-8")
    assert "url(" not in style
    assert "@import" not in style
    assert "expression" not in style


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_any_names_make_a_well_formed_page(names: list[str]) -> None:
    report = sample_report()
    rows = tuple(report.cookies[0]._replace(cookie=cookie(name), why=name) for name in names)
    findings = tuple(report.findings[0]._replace(message=name, cookie=rows[0].ref) for name in names)
    page = Reader(written(replace(report, cookies=rows, findings=findings, headline=names[0])))
    assert len([attrs for tag, attrs in page.tags if tag == "tr" and "id" in attrs]) == len(names) + 1  # one aside


def test_the_same_report_is_the_same_bytes() -> None:
    assert written(sample_report()) == written(sample_report())
    assert written(hostile_report()) == written(hostile_report())
    snapshots.check("audit/sample.html", written(sample_report()))


def test_hostile_names_each_have_a_row() -> None:
    rows = [attrs for tag, attrs in Reader(written(hostile_report())).tags if tag == "tr" and "id" in attrs]
    assert len([row for row in rows if (row["id"] or "").startswith("cookie-")]) == len(HOSTILE) + 1  # one aside
