# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the settings set aside and what a baseline knows is in every format, and never counted as nothing."""

import html
import io
import json
from dataclasses import replace

import jsonschema
import pytest
from make.audits import NOW_US
from make.followed import REASON, followed_report

from inspector.core.report import Report
from inspector.core.resources import resources_folder
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS

NAMES = ("table", "markdown", "html")


def written(report: Report, name: str) -> str:
    out = io.StringIO()
    AUDITS[name]()(report, Look(NOW_US, lambda host: host, styled=False), out)
    return out.getvalue()


def flat(text: str) -> str:
    return " ".join(html.unescape(text).replace("\\", "").split())


@pytest.mark.parametrize("name", NAMES)
def test_an_ignored_finding_is_shown_with_its_reason_and_end(name: str) -> None:
    text = flat(written(followed_report(), name))
    assert "Ignored by the settings" in text
    assert f"Ignored, until 2027-03-31, because: {REASON}" in text
    assert "1 ignored" in text


@pytest.mark.parametrize("name", NAMES)
def test_a_report_of_ignored_findings_only_is_not_called_one_without_findings(name: str) -> None:
    report = replace(followed_report(), findings=())
    report = replace(report, counts=replace(report.counts, by_level=()))
    text = flat(written(report, name))
    assert "no findings" not in text
    assert "1 ignored" in text


@pytest.mark.parametrize("name", NAMES)
def test_what_is_new_what_is_known_and_what_is_gone_can_be_told_apart(name: str) -> None:
    text = flat(written(followed_report(), name))
    assert "In the baseline, and not found now" in text
    assert "warning CI101 undeclared-cookie: _gone_* of shop.example" in text.replace("Warning", "warning")
    marks = {"table": ("(known)", "(new)"), "markdown": ("(known)", "(new)"), "html": (">known<", ">new<")}[name]
    assert all(mark in text for mark in marks)


def test_the_json_report_has_all_of_it_as_its_schema_says() -> None:
    document = json.loads(written(followed_report(), "json"))
    schema = json.loads((resources_folder() / "schemas" / "audit.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert [finding["baseline"] for finding in document["findings"]] == ["known", "new", "new"]
    assert (document["ignored"][0]["reason"], document["ignored"][0]["until"]) == (REASON, "2027-03-31")
    assert document["baseline"]["gone"][0]["cookie"] == "_gone_*"
    assert document["ignored"][0]["finding"]["code"] not in {finding["code"] for finding in document["findings"]}


def test_findings_that_a_baseline_knows_are_not_fresh() -> None:
    report = followed_report()
    assert len(report.fresh) == len(report.findings) - 1
    plain = replace(report, findings=tuple(finding._replace(baseline=None) for finding in report.findings))
    assert plain.fresh == plain.findings
