# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A baseline: what is new, known and gone; nothing that changes from run to run is in its file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make.verdicts import judge

from inspector.core.finding import BaselineState, Level
from inspector.core.problem import Problem
from inspector.core.project import NO_PROJECT, Assessment, Stance
from inspector.core.report import Report
from inspector.engine.baseline import (
    Baseline,
    baseline_text,
    compare_with,
    known_finding,
    marks_text,
    read_baseline,
    updated,
)
from inspector.projects.saving import write_new
from inspector.reports.api import Look
from inspector.reports.audit_json import write_audit

POLICY = "We use cookies only to remember your shopping cart. That is all we use cookies for."


def audit(*names: str, site: str = "shop.example", days: float = 390, **case: Any) -> Report:
    cookies = [{"name": name, "host": f".{site}", "days": days, "value": "s3cr3t-value"} for name in names]
    return judge({"policy": POLICY, "cookies": cookies, "site": site, **case})


def baseline_of(*reports: Report) -> Baseline:
    made = Baseline("baseline.json")
    for report in reports:
        made = updated(report, made)
    return made


def test_the_same_again_is_known() -> None:
    report = audit("_ga", "_ga_ABC123")
    again = compare_with(report, baseline_of(report))
    assert {finding.baseline for finding in again.findings} == {BaselineState.KNOWN}
    assert again.fresh == ()
    assert again.baseline is not None
    assert (again.baseline.new, again.baseline.known, again.baseline.gone) == (0, len(report.findings), ())


def test_another_id_in_a_name_is_the_same_finding() -> None:
    again = compare_with(audit("_ga_DEF987"), baseline_of(audit("_ga_ABC123")))
    assert again.fresh == ()


def test_another_cookie_is_new() -> None:
    again = compare_with(audit("_ga", "_fbp"), baseline_of(audit("_ga")))
    assert {finding.cookie.name for finding in again.fresh if finding.cookie} == {"_fbp"}


def test_a_project_s_decided_findings_are_known(tmp_path: Path) -> None:
    report = audit("_ga", "_fbp")
    stances = [Stance.AGREED, Stance.NOT_AGREED, Stance.TO_DECIDE, None]
    known = [known_finding(finding, report.site) for finding in report.findings]
    marks = tuple(Assessment(held, stance, "why") for held, stance in zip(known, stances, strict=False))
    path = tmp_path / "shop.cookies-project"
    write_new(path, NO_PROJECT._replace(assessments=marks))
    baseline = read_baseline(path).baseline
    assert baseline is not None
    assert baseline.report  # it is never written over
    assert {held.fingerprint for held in baseline.findings} == {held.fingerprint for held in known[:2]}
    assert len(compare_with(report, baseline).fresh) == len(report.findings) - 2


def test_marks_are_a_baseline_with_what_was_said(tmp_path: Path) -> None:
    report = audit("_ga")
    known = known_finding(report.findings[0], report.site)
    text = marks_text([Assessment(known, Stance.NOT_AGREED, "our own", "J. Doe"), Assessment(known, None, "open")])
    path = tmp_path / "marks.json"
    path.write_text(text)
    assert read_baseline(path).baseline == Baseline(str(path), (known,))
    assert json.loads(text)["findings"][0]["comment"] == "our own"


def test_a_damaged_project_is_no_baseline(tmp_path: Path) -> None:
    path = tmp_path / "shop.cookies-project"
    write_new(path, NO_PROJECT)
    data = bytearray(path.read_bytes())
    data[100:] = b"x" * (len(data) - 100)
    path.write_bytes(data)
    reading = read_baseline(path)
    assert reading.baseline is None
    assert "is damaged" in reading.problems[0].why


def test_a_known_finding_that_became_graver_is_new() -> None:
    note, warning = audit("_ga", levels={"CI101": Level.NOTE}), audit("_ga")
    assert [finding.code for finding in compare_with(warning, baseline_of(note)).fresh] == ["CI101"]
    assert compare_with(note, baseline_of(warning)).fresh == ()


def test_what_is_gone_is_told() -> None:
    again = compare_with(audit("cart"), baseline_of(audit("_ga", "cart")))
    assert again.baseline is not None
    assert {known.cookie for known in again.baseline.gone} == {"_ga"}
    problem = again.problems[-1]
    assert (problem.code, problem.severity.value) == ("baseline-gone", "note")
    assert "--update-baseline" in problem.what_to_do


def test_nothing_is_called_gone_where_not_all_was_measured() -> None:
    lost = replace(audit("cart"), problems=(Problem("store-damaged", "a page is lost", "x"),))
    known = baseline_of(audit("_ga"))
    again = compare_with(lost, known)
    assert again.baseline is not None
    assert again.baseline.gone == ()
    assert any("not all was measured" in notice for notice in again.notices)
    assert set(known.findings) <= set(updated(lost, known).findings)


def test_an_update_drops_what_is_gone_and_keeps_other_sites_and_rules_that_are_off() -> None:
    known = baseline_of(audit("_ga"), audit("_ga", site="other.example"))
    fresh = updated(audit("cart"), known)
    assert {held.site for held in fresh.findings if held.cookie == "_ga"} == {"other.example"}
    off = updated(audit("cart", levels={"CI101": None}), known)
    assert {held.site for held in off.findings if held.code == "CI101"} == {"shop.example", "other.example"}


def test_the_file_is_the_same_bytes_in_any_order_and_holds_no_value(tmp_path: Path) -> None:
    one, other = audit("_ga_ABC123", "_fbp"), audit("_fbp", "_ga_DEF987", days=391)
    text = baseline_text(baseline_of(one))
    assert text == baseline_text(baseline_of(other))
    assert "s3cr3t" not in text
    assert "ABC123" not in text
    path = tmp_path / "baseline.json"
    path.write_text(text)
    read = read_baseline(path).baseline
    assert read is not None
    assert baseline_text(read) == text
    assert compare_with(other, read).fresh == ()
    lines = [line for line in text.splitlines() if "fingerprint" in line]
    assert len(lines) == len(read.findings)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no JSON at line 1"),
        ("[]", "it is not a baseline of this program"),
        ('{"format": {"name": "x"}}', "it is not a baseline of this program"),
        ('{"format": {"name": "cookie-inspector-baseline", "version": 99}, "findings": []}', "it is of version 99"),
        ('{"format": {"name": "cookie-inspector-baseline", "version": 1}}', "its findings are not a list"),
        ('{"format": {"name": "cookie-inspector-baseline", "version": 1}, "findings": [5]}', "finding 1"),
        ('{"format": {"name": "cookie-inspector-baseline", "version": 1}, "findings": [{"code": "x"}]}', "level"),
        ("[" * 100_000, ""),
        ("\ud800", ""),
    ],
)
def test_a_damaged_baseline_is_not_used(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    reading = read_baseline(path)
    assert reading.baseline is None
    assert why in str(reading.problems[0])


def test_a_saved_report_is_a_baseline(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    with path.open("w") as out:
        write_audit(audit("_ga", "_fbp"), Look(0, str), out)
    read = read_baseline(path).baseline
    assert read is not None
    assert read.report
    assert compare_with(audit("_ga", "_fbp"), read).fresh == ()
    assert {it.cookie.name for it in compare_with(audit("_ga", "_gcl_au"), read).fresh if it.cookie} == {"_gcl_au"}
    path.write_text(path.read_text().replace('"code": "CI101"', '"code": 5'))
    assert read_baseline(path).baseline is None


def test_without_a_file_the_way_to_make_one_is_told(tmp_path: Path) -> None:
    reading = read_baseline(tmp_path / "none.json")
    assert "Make it with --update-baseline" in str(reading.problems[0])


@settings(deadline=None, max_examples=100)
@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=5),
        lambda it: st.lists(it) | st.dictionaries(st.text(max_size=5), it),
        max_leaves=6,
    )
)
def test_no_findings_make_it_fall(tmp_path_factory: pytest.TempPathFactory, findings: object) -> None:
    path = tmp_path_factory.getbasetemp() / "hypothesis-baseline.json"
    path.write_text(json.dumps({"format": {"name": "cookie-inspector-baseline", "version": 1}, "findings": findings}))
    reading = read_baseline(path)
    assert (reading.baseline is None) == bool(reading.problems)


ADS = "We use cookies for your shopping cart."


def third_parties(*cookies: tuple[str, str]) -> Report:
    listed = [
        {"name": name, "host": host, "days": 390, "partition": "https://shop.example", "value": "v"}
        for name, host in cookies
    ]
    return judge({"policy": ADS, "cookies": listed, "site": "shop.example"})


IDE, TEST, DSID = ("IDE", ".doubleclick.net"), ("test_cookie", ".doubleclick.net"), ("DSID", ".doubleclick.net")
TAG_ONE, TAG_TWO = ("_tag_1234567", ".unknown.example"), ("_tag_7654321", ".unknown.example")


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ((IDE, DSID), (DSID, IDE), 0),
        ((IDE, DSID), (IDE,), 0),
        ((IDE, DSID), (DSID,), 0),
        ((IDE,), (DSID, IDE), 0),
        ((TAG_ONE,), (TAG_ONE, TAG_TWO), 0),
        ((TAG_ONE, TAG_TWO), (TAG_TWO,), 0),
        ((IDE,), (IDE, TAG_ONE), 1),
        ((IDE,), (TAG_ONE,), 1),
    ],
)
def test_a_finding_on_several_cookies_is_its_company(
    before: tuple[tuple[str, str], ...], after: tuple[tuple[str, str], ...], new: int
) -> None:
    old = third_parties(*before)
    assert "CI102" in {finding.code for finding in old.findings}
    report = compare_with(third_parties(*after), baseline_of(old))
    assert sum(finding.code == "CI102" for finding in report.fresh) == new
    companies = {finding.subject for finding in report.findings if finding.code == "CI102"}
    assert companies
    assert "" not in companies


def test_the_baseline_of_such_a_finding_names_its_company_and_no_cookie(tmp_path: Path) -> None:
    text = baseline_text(baseline_of(third_parties(IDE, DSID)))
    assert text == baseline_text(baseline_of(third_parties(DSID, IDE)))
    held = [it for it in json.loads(text)["findings"] if it["code"] == "CI102"]
    assert [(it["subject"], it.get("cookie"), it.get("host")) for it in held] == [("Google LLC", None, None)]
    (tmp_path / "baseline.json").write_text(text)
    reading = read_baseline(tmp_path / "baseline.json")
    assert reading.baseline is not None
    again = compare_with(third_parties(DSID), reading.baseline)
    assert not [finding for finding in again.fresh if finding.code == "CI102"]
    gone = compare_with(third_parties(TAG_ONE), reading.baseline).baseline
    assert gone is not None
    assert "Google LLC" in {known.subject for known in gone.gone}
