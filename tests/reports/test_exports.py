# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What holds for every format that programs read: hostile texts, no values, the same bytes, and the demonstration."""

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import snapshots
from make.audits import cookie, sample_report
from make.followed import GONE, REASON, followed_report
from make.hostile_audits import hostile_report
from make.workflow_commands import commands
from make.written import written

from inspector.core.finding import CookieRef
from inspector.core.fingerprint import fingerprints
from inspector.core.problem import Problem, Severity
from inspector.core.report import DISCLAIMER, Correction, Report
from inspector.engine.demo import audit_demo

SECRET = "s3cr3t-value-of-a-cookie"
ENDINGS = {"sarif": "sarif", "gitlab": "gitlab.json", "wec": "wec.json", "jsonl": "jsonl"}
PROGRAMS = ("sarif", "junit", "github", "gitlab", "wec", "jsonl")
HOSTILE = st.text() | st.sampled_from(
    [
        '=HYPERLINK("http://evil.example")',
        "::error::no",
        "\r\n::set-env name=x::y",
        "##[error]no",
        "]]>",
        "<![CDATA[",
        "&lt;&#0;",
        "\x00\x0b\x1b[31m\ufffe\uffff",
        "\u202egnp.exe",
        "\ud800",
        '"}]\\',
        "[x](https://evil.example)",
    ]
)


def named(text: str) -> Report:
    """The sample with a cookie, a finding, a claim and a place of that name."""
    report = sample_report()
    held = cookie(text, text or "x")
    ref = CookieRef(held.id, held.name, held.host, text)
    finding = report.findings[0]._replace(cookie=ref, others=(ref,), message=text, what_to_do=text, evidence=(text,))
    source = replace(report.policy.document.source, location=text)
    policy = replace(report.policy, document=replace(report.policy.document, source=source))
    judged = report.cookies[0]._replace(cookie=held, why=text)
    return replace(report, site=text, policy=policy, cookies=(judged,), findings=(finding,), headline=text)


def parsed(name: str, text: str) -> Any:
    """Read a format back, strictly."""
    if name == "junit":
        return ElementTree.fromstring(text.encode())
    if name == "github":
        return commands(text)
    if name == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return json.loads(text)


@pytest.mark.parametrize("name", PROGRAMS)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(text=HOSTILE)
def test_any_text_of_a_site_can_be_read_back(name: str, text: str) -> None:
    shown = written(named(text), name)
    held = parsed(name, shown)
    assert held is not None
    if name == "jsonl":
        assert held[-1]["cookie"]["name"] == text
    if name == "wec":
        assert held["cookies"][0]["name"] == text
    if name == "github":
        assert [command.name for command in held] == ["error", "notice"]
    assert not {"\x1b", "\u202e", "\x00"} & set(shown)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_hostile_report_can_be_read_back(name: str) -> None:
    assert parsed(name, written(hostile_report(), name)) is not None


@pytest.mark.parametrize("name", PROGRAMS)
def test_values_are_in_none_even_where_they_were_asked_for(name: str) -> None:
    report = sample_report()
    cookies = tuple(held._replace(cookie=cookie(held.cookie.name, value=SECRET)) for held in report.cookies)
    assert SECRET not in written(replace(report, cookies=cookies), name, with_values=True)


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("verified", [True, False])
def test_each_says_that_it_is_evidence_and_not_legal_advice(name: str, verified: bool) -> None:
    report = replace(sample_report(), verified=verified, unverified_why="the policy is silent", notices=())
    shown = written(report, name)
    assert DISCLAIMER in shown
    if name == "jsonl":
        assert all(json.loads(line)["disclaimer"] == DISCLAIMER for line in shown.splitlines())
    if name == "gitlab":
        assert all(issue["content"] == {"body": DISCLAIMER} for issue in json.loads(shown))
    if name == "github":
        assert commands(shown)[-1].message.endswith(DISCLAIMER)


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab"])
def test_a_name_of_ten_megabytes_stays_small(name: str) -> None:
    assert len(written(named("x" * 10_000_000), name)) < 200_000


@pytest.mark.parametrize("name", ["sarif", "junit", "jsonl", "gitlab", "wec"])
def test_the_same_report_is_the_same_bytes_as_was_looked_at(name: str) -> None:
    report = audit_demo("cookie-inspector 0.1.0")
    assert written(report, name) == written(audit_demo("cookie-inspector 0.1.0"), name)
    if name in ENDINGS:
        snapshots.check(f"audit/demo.{ENDINGS[name]}", written(report, name))


def test_a_line_of_json_for_each_finding_with_its_fingerprint_and_place() -> None:
    report = sample_report()
    lost, *lines = [json.loads(line) for line in written(report, "jsonl").splitlines()]
    assert lost["name"] == "not-verified"
    assert [held["code"] for held in lines] == ["CI202", "CI101", "CI301", "CI209"]
    assert [held["fingerprint"] for held in lines] == list(fingerprints(report.findings, report.site))
    assert (lines[2]["file"], lines[2]["line"], lines[2]["site"]) == ("policy.md", 4, "shop.example")
    assert [held["ignored"] for held in lines] == [None] * 4


def test_no_line_means_that_all_was_measured_and_nothing_found() -> None:
    clean = replace(sample_report(), findings=(), problems=())
    assert written(clean, "jsonl") == ""
    lost = Problem("json-damaged", "is cut off", "state.json", severity=Severity.PARTIAL)
    for report, said in (
        (replace(clean, verified=False, unverified_why="no cookies"), "Could not be verified: no cookies"),
        (replace(clean, problems=(lost,)), "A part could not be read: is cut off"),
    ):
        (line,) = [json.loads(line) for line in written(report, "jsonl").splitlines()]
        assert (line["name"], line["code"], line["message"], line["site"]) == (
            "not-verified",
            None,
            said,
            "shop.example",
        )
        assert tuple(line) == tuple(json.loads(written(sample_report(), "jsonl").splitlines()[-1]))


def test_an_ignored_finding_is_a_line_with_its_reason() -> None:
    _, *lines = [json.loads(line) for line in written(followed_report(), "jsonl").splitlines()]
    assert [(held["code"], held["baseline"], held["ignored"]) for held in lines] == [
        ("CI101", "known", None),
        ("CI301", "new", None),
        ("CI209", "new", None),
        ("CI202", None, REASON),
    ]
    assert GONE.cookie not in str(lines)  # what is gone is no finding of this run


def test_gitlab_s_issues_have_severities_lines_and_fingerprints_of_their_own() -> None:
    issues = json.loads(written(sample_report(), "gitlab"))
    assert [held["severity"] for held in issues] == ["major", "minor", "minor", "info"]
    assert issues[2]["location"] == {"path": "policy.md", "lines": {"begin": 4}}
    assert issues[2]["check_name"] == "CI301 outlives-declared-lifetime"
    assert len({held["fingerprint"] for held in issues}) == 4
    assert all(
        set(held) == {"description", "check_name", "fingerprint", "severity", "content", "location"} for held in issues
    )


def test_gitlab_shows_the_correction_that_a_finding_rests_on() -> None:
    report = sample_report()
    finding = next(held for held in report.findings if held.cookie is not None)
    made = Correction("label", "it is analytics", "our developers say so", "J. Doe")
    rows = tuple(
        row._replace(corrections=(made,)) if finding.cookie and row.cookie.id == finding.cookie.id else row
        for row in report.cookies
    )
    issues = json.loads(written(replace(report, cookies=rows), "gitlab"))
    told = [held["description"] for held in issues if "Corrected by hand (J. Doe)" in held["description"]]
    assert told
    assert all("because: our developers say so." in text for text in told)
    assert not any("Corrected" in held["description"] for held in json.loads(written(report, "gitlab")))


def test_gitlab_is_told_that_nothing_could_be_verified() -> None:
    report = replace(sample_report(), findings=(), verified=False, unverified_why="the policy is silent")
    (issue,) = json.loads(written(report, "gitlab"))
    assert issue["check_name"] == "not-verified"
    assert "the policy is silent" in issue["description"]


def test_what_the_collector_s_own_report_reads_is_there() -> None:
    held = json.loads(written(sample_report(), "wec"))
    for key in ("title", "uri_ins", "uri_dest", "host", "start_time", "end_time"):
        assert isinstance(held[key], str)
    for key in ("uri_refs", "uri_redirects", "beacons", "unsafeForms", "browsing_history", "cookies"):
        assert isinstance(held[key], list)
    assert {"npm", "commit"} <= set(held["script"]["version"])
    assert {"name", "version"} <= set(held["browser"]["platform"])
    assert "dnt" not in held["browser"]["extra_headers"]
    for key in ("requests", "beacons", "cookies", "localStorage", "links"):
        assert {"firstParty", "thirdParty"} <= set(held["hosts"][key])
    assert {"firstParty", "thirdParty", "social", "keywords"} == set(held["links"])
    assert held["secure_connection"]["redirects"] == []
    assert "nothing else was measured" in held["title"]  # the collector's page says "none were found" of empty lists


def test_the_collector_s_cookies_are_ours_without_what_is_not_known() -> None:
    held = json.loads(written(sample_report(), "wec"))
    by_name = {fields["name"]: fields for fields in held["cookies"]}
    assert by_name["IDE"]["partitionKey"] == "https://shop.example"
    assert by_name["IDE"]["firstPartyStorage"] is False
    assert by_name["IDE"]["expiresDays"] == 390
    assert by_name["cart"]["firstPartyStorage"] is True
    assert (by_name["basket_id"]["session"], by_name["basket_id"]["expires"]) == (True, -1)
    assert not any("value" in fields for fields in held["cookies"])
    assert held["hosts"]["cookies"] == {"firstParty": ["shop.example"], "thirdParty": ["doubleclick.net"]}
    assert "cookies.value" in held["cookie_inspector"]["not_measured"]
    assert [finding["code"] for finding in held["cookie_inspector"]["findings"]] == ["CI202", "CI101", "CI301", "CI209"]
