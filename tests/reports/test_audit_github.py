# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Annotations, read back as the runner reads them: the gravest ten of a kind, at their lines, escaped exactly."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import snapshots
from make.audits import sample_report
from make.followed import followed_report
from make.hostile_audits import hostile_report
from make.workflow_commands import Command, commands, parsed
from make.written import written

from inspector.core.finding import Level
from inspector.core.place import Region
from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.engine.demo import audit_demo
from inspector.reports.audit_github import Annotation
from inspector.reports.audit_places import Place


def many_findings(count: int) -> Report:
    report = sample_report()
    return replace(report, findings=tuple(finding for finding in report.findings for _ in range(count)))


def test_each_finding_is_an_annotation_at_its_line_the_gravest_first() -> None:
    found = commands(written(sample_report(), "github"))
    assert [command.name for command in found] == ["error", "warning", "warning", "notice", "notice"]
    assert found[2] == Command(
        "warning",
        {"file": "policy.md", "line": "4", "endLine": "4", "title": "CI301 outlives-declared-lifetime"},
        "cart lives 30 days; the policy says 7 days. Shorten it, or correct the policy",
    )
    assert found[-1].message.startswith(sample_report().headline)


def test_columns_are_told_within_one_line_only() -> None:
    one = commands(written(sample_report(), "github", region_of=lambda quote: Region(4, 2, 4, 9)))[0].properties
    assert (one["col"], one["endColumn"]) == ("2", "9")
    two = commands(written(sample_report(), "github", region_of=lambda quote: Region(4, 2, 5, 9)))[0].properties
    assert "col" not in two
    assert (two["line"], two["endLine"]) == ("4", "5")


@pytest.mark.parametrize("count", [1, 5, 10, 11, 200])
@pytest.mark.parametrize("verified", [True, False])
def test_at_most_ten_of_a_kind_and_the_rest_is_counted(count: int, verified: bool) -> None:
    report = replace(many_findings(count), verified=verified, unverified_why="a part was not read")
    found = commands(written(report, "github"))
    assert max(Counter(command.name for command in found).values()) <= 10
    shown = sum(command.properties["title"].startswith("CI") for command in found)
    left = len(report.findings) - shown
    assert (f"{left:,} more finding" in found[-1].message) is (left > 0)
    assert any("Could not be verified: a part was not read" in command.message for command in found) is not verified


def test_what_is_known_or_ignored_is_counted_and_not_shown_again() -> None:
    found = commands(written(followed_report(), "github"))
    assert [command.properties["title"][:5] for command in found[:-1]] == ["CI301", "CI209"]
    assert "1 finding known from the baseline" in found[-1].message
    assert "1 finding ignored by the settings" in found[-1].message


def test_a_policy_outside_of_the_repository_has_no_place_in_it() -> None:
    report = sample_report()
    source = replace(report.policy.document.source, location="https://shop.example/privacy")
    document = replace(report.policy.document, source=source)
    found = commands(written(replace(report, policy=replace(report.policy, document=document)), "github"))
    assert not any("file" in command.properties for command in found)


def test_hostile_texts_give_no_command_but_ours() -> None:
    report = hostile_report()
    found = commands(written(report, "github"))
    assert {command.name for command in found} == {"error", "warning", "notice"}
    assert len(found) == len(report.findings) + 2


@given(st.text() | st.sampled_from(["::error::x", "a%0Ab", "\r\n::set-output name=x::y", "a,b=c:d", "%", "%25"]))
def test_any_text_comes_back_as_it_is_shown(text: str) -> None:
    place = Place(f"a/{text}b", "x", Region(1, 2, 1, 3))
    line = str(Annotation("error", text, text, place))
    assert "\n" not in line
    assert "\r" not in line
    command = parsed(line)
    assert command is not None
    assert command.message == visible(text, 800).rstrip()  # the runner takes blanks off the end of a line
    assert command.properties["title"] == visible(text, 120)
    assert command.properties["file"] == visible(place.path)
    assert set(command.properties) == {"file", "line", "endLine", "col", "endColumn", "title"}


def test_levels_have_their_kinds() -> None:
    report = sample_report()
    for level, kind in ((Level.NOTE, "notice"), (Level.WARNING, "warning"), (Level.ERROR, "error")):
        one = replace(report, findings=(report.findings[0]._replace(level=level),))
        assert commands(written(one, "github"))[0].name == kind


def test_the_demo_is_as_it_was_looked_at() -> None:
    snapshots.check("audit/demo.github.txt", written(audit_demo("cookie-inspector 0.1.0"), "github"))
