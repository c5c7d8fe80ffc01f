# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The user's own facts win, and say that they are the user's."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.label import Purpose
from inspector.core.problem import Severity
from inspector.knowledge.loader import load
from inspector.knowledge.overrides import read_overrides
from inspector.knowledge.records import Sure

FINE = """
[[cookie]]
name = "_ga"
domain = "shop.example"
purpose = "preferences"

[[cookie]]
prefix = "house_"
purpose = "cart"
days = 2
vendor = "my-agency"

[[vendor]]
id = "my-agency"
name = "My Agency"
domains = ["stats.agency.example"]
kinds = ["analytics"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "overrides.toml"
    path.write_text(FINE, encoding="utf-8")
    return path


def test_an_override_wins_and_says_so(file: Path) -> None:
    knowledge = load(overrides=file)
    first, second = knowledge.find("_ga", "www.shop.example")
    assert (first.purpose, first.sure, first.origin, first.overridden) == (
        Purpose.PREFERENCES,
        Sure.USER,
        "override",
        True,
    )
    assert (second.purpose, second.overridden) == (Purpose.ANALYTICS, False)
    assert knowledge.find("_ga", "other.example")[0].purpose is Purpose.ANALYTICS
    assert knowledge.find("house_1", None)[0].lifetime_days == 2
    assert knowledge.problems == ()


def test_an_own_vendor_is_found_like_the_others(file: Path) -> None:
    knowledge = load(overrides=file)
    vendor = knowledge.vendor_by_domain("x.stats.agency.example")
    assert vendor is not None
    assert (vendor.id, knowledge.vendor("my-agency")) == ("my-agency", vendor)


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert load(overrides=tmp_path / "none.toml").problems == ()


@pytest.mark.parametrize(
    "content", [b"[[cookie", b"\xff\xfe\0", b"x = " + b"[" * 50_000, b"# " + b"x" * 5_000_000], ids=range(4)
)
def test_a_file_that_cannot_be_read_is_one_problem(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "overrides.toml"
    path.write_bytes(content)
    knowledge = load(overrides=path)
    assert [problem.severity for problem in knowledge.problems] == [Severity.FAILED]
    assert knowledge.find("_ga", "shop.example")


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ('[[cookie]]\nname = "x"', "lacks purpose"),
        ('[[cookie]]\npurpose = "cart"', "needs one of name, prefix, pattern"),
        ('[[cookie]]\nname = "x"\npurpose = "nonsense"', "purpose is none of"),
        ('[[cookie]]\npattern = "(a+)+$"\npurpose = "cart"', "repeats a group"),
        ('[[cookie]]\nname = 5\npurpose = "cart"', "is not a cookie's name"),
        ('[[vendor]]\nid = "a b"\nname = "x"\nkinds = ["chat"]', "is not an id"),
        ("cookie = 5", "write [[cookie]] above each entry"),
        ("[colours]", "'colours'"),
    ],
)
def test_a_faulty_entry_is_told_and_the_others_count(tmp_path: Path, entry: str, why: str) -> None:
    path = tmp_path / "overrides.toml"
    path.write_text(f'{entry}\n[[cookies_of_mine]]\nname = "y"\n' if entry == "[colours]" else f"{entry}\n")
    read = read_overrides(path)
    assert any(why in problem.why for problem in read.problems)
    path.write_text(FINE + "\n" + entry.replace("cookie = 5", "[other]"), encoding="utf-8")
    assert len(read_overrides(path).segment.rows) == 2


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_without_raising(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "overrides.toml"
    path.write_bytes(content)
    read = read_overrides(path)
    assert all(problem.what_to_do for problem in read.problems)
