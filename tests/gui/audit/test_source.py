# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Judging for real, the sites of cookies, and writing reports whole or not at all."""

import json
from pathlib import Path

import pytest
from make import audits

from inspector.core.finding import BaselineState
from inspector.core.problem import InspectorError
from inspector.core.reading import Reading, StoreCount
from inspector.gui.audit.source import FORMATS, Question, Site, find_sites, judge, judge_example, write_report

MARKER = "marker-5f1e9c"
READING = Reading((audits.cookie("cart", value=MARKER),), (), (StoreCount(audits.STORE, 1),))


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "own"))


def test_a_question_is_judged_by_the_engine() -> None:
    report = judge(Question("shop.example", READING, audits.sample_policy()), audits.NOW)
    assert (report.site, report.measured.now) == ("shop.example", audits.NOW)
    assert [held.cookie.name for held in report.cookies] == ["cart"]


def test_words_that_the_user_gives_reach_the_engine() -> None:
    third = Reading((audits.cookie("IDE", ".doubleclick.net"),), (), (StoreCount(audits.STORE, 1),))
    question = Question("shop.example", third, audits.sample_policy())
    assert judge(question, audits.NOW).cookies == ()
    report = judge(question._replace(only_this_site=True, in_force=True), audits.NOW)
    assert [held.cookie.name for held in report.cookies] == ["IDE"]
    assert report.standing.in_force


def test_a_projects_settings_and_what_was_known_reach_the_engine(tmp_path: Path) -> None:
    jar = Reading((audits.cookie("cart"), audits.cookie("zq_1")), (), (StoreCount(audits.STORE, 2),))
    plain = Question("shop.example", jar, audits.sample_policy())
    report = judge(plain, audits.NOW)
    code = report.findings[0].code
    settings, known = tmp_path / "cookie-inspector.toml", tmp_path / "report.json"
    settings.write_text(f'[levels]\nCI103 = "off"\n[[ignore]]\nrule = "{code}"\nreason = "made so"\n')
    write_report(report, "json", known, audits.NOW)
    followed = judge(plain._replace(known=known), audits.NOW)
    assert {finding.baseline for finding in followed.findings} == {BaselineState.KNOWN}
    followed = judge(plain._replace(settings=settings, known=known), audits.NOW)
    assert {held.finding.code for held in followed.ignored} == {code}
    assert code not in {finding.code for finding in followed.findings}
    assert ("level.CI103", "off") in followed.measured.options


@pytest.mark.parametrize(("key", "said"), [("settings", "cannot be used"), ("known", "cannot be compared with")])
def test_a_file_with_a_fault_is_refused_with_its_line(tmp_path: Path, key: str, said: str) -> None:
    path = tmp_path / "cookie-inspector.toml"
    path.write_text("polcy = 1\n")
    question = Question("shop.example", READING, audits.sample_policy())
    with pytest.raises(InspectorError, match=said) as caught:
        judge(question._replace(**{key: path}), audits.NOW)
    assert key == "known" or 'line 1: "polcy" is not known. Did you mean "policy"?' in str(caught.value)


def test_what_is_no_site_is_refused_with_what_was_meant() -> None:
    with pytest.raises(InspectorError, match="is not a domain"):
        judge(Question("https://shop.example/x", READING, audits.sample_policy()), audits.NOW)


def test_sites_are_found_with_their_counts() -> None:
    assert find_sites(READING.cookies) == (Site("shop.example", 1),)


@pytest.mark.parametrize("name", [held.name for held in FORMATS])
def test_a_report_is_written_without_values(tmp_path: Path, name: str) -> None:
    report = judge(Question("shop.example", READING, audits.sample_policy()), audits.NOW)
    target = write_report(report, name, tmp_path / "report", audits.NOW)
    text = target.read_text("utf-8")
    assert ("shop.example" in text) is (name not in ("jsonl", "gitlab"))  # there nothing found is nothing said
    assert MARKER not in text
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["report"]


def test_the_example_is_written_as_json(tmp_path: Path) -> None:
    report = judge_example()
    write_report(report, "json", tmp_path / "a.json", report.measured.now)
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["site"] == report.site


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="could not be written") as caught:
        write_report(audits.sample_report(), "json", tmp_path / "no" / "a.json", audits.NOW)
    assert caught.value.what_to_do == "Choose another place"
    assert list(tmp_path.iterdir()) == []
