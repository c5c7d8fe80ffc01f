# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The JSON report: what the schema says and nothing else, the same bytes for the same report, no value unasked."""

import copy
import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from make import snapshots
from make.audits import NOW_US, cookie, sample_report

from inspector.core.finding import Attribution, Verdict
from inspector.core.label import Label
from inspector.core.report import JudgedCookie, Report
from inspector.core.resources import resources_folder
from inspector.reports.api import Look
from inspector.reports.audit_json import write_audit

SECRET = "s3cr3t-value"


def written(report: Report, with_values: bool = False) -> str:
    out = io.StringIO()
    write_audit(report, Look(NOW_US, lambda host: host, with_values), out)
    return out.getvalue()


def schema() -> dict[str, Any]:
    text = (resources_folder() / "schemas" / "audit.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def closed(node: Any) -> Any:
    """The schema with nothing allowed that it does not name, so that no key is written without its description."""
    if isinstance(node, dict):
        node = {key: closed(value) for key, value in node.items()}
        if "properties" in node and "additionalProperties" not in node:
            node["additionalProperties"] = False
    return [closed(item) for item in node] if isinstance(node, list) else node


def with_value() -> Report:
    report = sample_report()
    judged = JudgedCookie(cookie("sid", value=SECRET), Label(), Attribution.OWN, Verdict.NOT_STATED, "nothing of it")
    return replace(report, cookies=(*report.cookies, judged))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("values", [False, True])
def test_a_report_is_what_the_schema_says_and_nothing_else(values: bool) -> None:
    document = json.loads(written(with_value(), values))
    assert [error.message for error in jsonschema.Draft202012Validator(closed(schema())).iter_errors(document)] == []


def test_the_schema_refuses_what_a_report_is_not() -> None:
    document = json.loads(written(sample_report()))
    validator = jsonschema.Draft202012Validator(schema())
    for spoil in (
        lambda it: it.pop("measured"),
        lambda it: it["findings"][0].update(level="fatal"),
        lambda it: it["cookies"][0].update(verdict="guilty"),
        lambda it: it["claims"][0].update(start=-1),
    ):
        spoiled = copy.deepcopy(document)
        spoil(spoiled)
        assert list(validator.iter_errors(spoiled))


def test_a_finding_names_its_cookie_and_quotes_its_sentence() -> None:
    finding = json.loads(written(sample_report()))["findings"][2]
    assert (finding["code"], finding["name"], finding["level"]) == ("CI301", "outlives-declared-lifetime", "warning")
    assert {key: finding["cookie"][key] for key in ("name", "host", "partition")} == {
        "name": "cart",
        "host": "shop.example",
        "partition": None,
    }
    assert finding["claim"]["quote"] == "Our cart cookie is kept for 7 days."
    assert finding["claim"]["end"] - finding["claim"]["start"] == len(finding["claim"]["quote"])
    assert finding["claim"]["line"] == 4


def test_values_are_written_only_where_they_were_asked_for() -> None:
    assert SECRET not in written(with_value())
    assert json.loads(written(with_value(), with_values=True))["cookies"][-1]["record"]["value"] == SECRET


def test_hostile_names_come_through_exactly_and_as_plain_ascii() -> None:
    report = sample_report()
    names = ("<b>\x1b[31m\x7f", "a\u202eb", "\ud800", "x" * 4096, '"}]\n')
    cookies = tuple(report.cookies[0]._replace(cookie=cookie(name)) for name in names)
    text = written(replace(report, cookies=cookies))
    assert text.isascii()
    assert not set(text) & {chr(code) for code in range(32) if code != 10}
    assert [held["name"] for held in json.loads(text)["cookies"]] == list(names)


def test_the_same_report_is_the_same_bytes() -> None:
    assert written(sample_report()) == written(sample_report())
    snapshots.check("audit/sample.json", written(sample_report()))
