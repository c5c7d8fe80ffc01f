# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels for files and for cookies of a scan, and stories."""

from pathlib import Path

import pytest
from make.records import cookie

from inspector.core.label import Group, Purpose
from inspector.core.problem import Severity
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.engine.knowledge import Places
from inspector.engine.labelling import Judge, label_cookies, label_files, open_judge, tell_story


@pytest.fixture(scope="module")
def judge() -> Judge:
    nowhere = Path("/nonexistent")
    return open_judge(Places(nowhere / "overrides.toml", nowhere / "packs"))


def test_files_in_order(tmp_path: Path, judge: Judge) -> None:
    one, two = tmp_path / "one.csv", tmp_path / "two.csv"
    one.write_text("name,domain\n_ga,a.example\nPHPSESSID,a.example\n", encoding="utf-8")
    two.write_text("name\nOptanonConsent\nrag,ged\n", encoding="utf-8")
    labelling = label_files((one, two), judge)
    assert [row.traits.name for row in labelling.cookies] == ["_ga", "PHPSESSID", "OptanonConsent"]
    assert [row.label.group for row in labelling.cookies] == [Group.ANALYTICS, Group.NECESSARY, Group.NECESSARY]
    assert labelling.read
    assert not labelling.complete
    assert labelling.edition.version


def test_a_file_that_is_not_there(tmp_path: Path, judge: Judge) -> None:
    labelling = label_files((tmp_path / "none.csv",), judge)
    assert not labelling.read
    assert labelling.problems[-1].severity is Severity.FAILED


def test_cookies_of_a_scan(judge: Judge) -> None:
    labels = label_cookies((cookie("doubleclick.net", "IDE"), cookie("www.example.com", "cart_token")), judge)
    assert [label.purpose for label in labels] == [Purpose.ADVERTISING, Purpose.CART]


def test_a_story(judge: Judge) -> None:
    story = tell_story(Traits("_ga", value=Secret("GA1.2.3.4")), judge)
    assert story.lifetime == "730 days"
    assert story.cookie.traits.value is None
    assert any("Google Analytics" in fact for fact in story.facts)
    assert any(sentence.startswith("statistics: ") for sentence in story.evidence)
    assert story.ways_out
    assert all(group != "analytics" for group, _ in story.alternatives)


@pytest.mark.parametrize(
    ("name", "lifetime"), [("PHPSESSID", "until the browser is closed"), ("_gat", "1 minute"), ("qqzzxx", "")]
)
def test_usual_lifetimes(name: str, lifetime: str, judge: Judge) -> None:
    assert tell_story(Traits(name), judge).lifetime == lifetime
