# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The counting: majorities as published, sites over several rows, what is not measured, what is too rare to tell."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.study import numbers
from inspector.study.tables import STUDY_ASKED, STUDY_ITEMS, STUDY_NAMES, STUDY_ROWS

Rows = Sequence[Sequence[Any]]


def counted(
    folder: Path, rows: Rows = (), asked: Rows = (), items: Rows = (), names: Rows = (), small: int = 5
) -> dict[str, numbers.Table]:
    for table, held in ((STUDY_ROWS, rows), (STUDY_ASKED, asked), (STUDY_ITEMS, items), (STUDY_NAMES, names)):
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([table.names, *held])
    return numbers.count(folder, small)


def site_rows(count: int) -> Rows:
    return [(number, f"run{number}", f"s{number}.example", "", "judged", "true", "") for number in range(1, count + 1)]


def filed(*groups: str, name: str = "_ga", vendor: str = "google") -> Rows:
    """One site for each group, which files a cookie there."""
    return [
        (number, f"s{number}.example", 1, "c1", name, vendor, group, "false") for number, group in enumerate(groups, 1)
    ]


@pytest.mark.parametrize(
    ("groups", "outliers"),
    [
        (["analytics"] * 9 + ["necessary"], 1),  # ten sites, nine alike
        (["analytics"] * 8 + ["necessary"], 0),  # nine sites are too few
        (["analytics"] * 6 + ["necessary"] * 4, 0),  # six of ten are no two thirds
        (["analytics"] * 8 + ["necessary"] * 4, 0),  # exactly two thirds are not more than that
        (["analytics"] * 9 + ["necessary"] * 4, 4),
    ],
)
def test_a_majority_needs_ten_sites_and_more_than_two_thirds(tmp_path: Path, groups: list[str], outliers: int) -> None:
    tables = counted(tmp_path, site_rows(len(groups)), names=filed(*groups))
    total = next(row for row in tables["totals"] if row[0] == numbers.OUTLIER)
    assert (total[5], total[6]) == (outliers, 0)  # an outlier is a reason to look, and never more than a note
    assert total[4] == (len(groups) if outliers else 0)


def test_names_without_a_known_vendor_are_compared_with_nothing(tmp_path: Path) -> None:
    groups = ["analytics"] * 11 + ["necessary"]
    tables = counted(tmp_path, site_rows(12), names=filed(*groups, name="session", vendor=""))
    assert tables["majorities"] == []


def test_a_site_that_files_a_cookie_twice_has_no_vote(tmp_path: Path) -> None:
    names = [*filed(*["analytics"] * 10), *filed("necessary")]
    tables = counted(tmp_path, site_rows(10), names=names)
    assert tables["majorities"] == []  # nine votes are left


def item(row: int, site: str, name: str, level: str = "") -> Sequence[Any]:
    return (row, site, "undeclared", 1, name, "h.example", "", "analytics", level, "")


def test_a_cookie_of_two_rows_counts_once_with_the_graver_level(tmp_path: Path) -> None:
    rows = [(number, "", "a.example", "", "judged", "true", "") for number in (1, 2)]
    asked = [(1, "a.example", "undeclared", "false", "too early"), (2, "a.example", "undeclared", "true", "")]
    items = [item(1, "a.example", "x", "note"), item(2, "a.example", "x", "error"), item(2, "a.example", "y")]
    (found,) = (row for row in counted(tmp_path, rows, asked, items)["by_site"] if row[1] == "undeclared")
    assert found == ("a.example", "undeclared", True, 2, 1, 1, "")


def test_what_one_row_saw_is_not_a_cookie_that_was_not_seen(tmp_path: Path) -> None:
    rows = [(number, "", "a.example", "", "judged", "true", "") for number in (1, 2)]
    asked = [(number, "a.example", numbers.NOT_SEEN, "true", "") for number in (1, 2)]
    seen = {1: ("x", "note"), 2: ("x", ""), 3: ("y", "note"), 4: ("y", "note")}
    items = [
        (1 + place % 2, "a.example", numbers.NOT_SEEN, place, name, "", "", "analytics", level, "")
        for place, (name, level) in sorted(seen.items(), key=lambda held: held[0] % 2)
    ]
    (found,) = (row for row in counted(tmp_path, rows, asked, items)["by_site"] if row[1] == numbers.NOT_SEEN)
    assert found[2:6] == (True, 2, 1, 0)


def test_what_was_not_measured_is_never_nothing_found(tmp_path: Path) -> None:
    asked = [(1, "s1.example", "undeclared", "false", "the policy is silent")]
    tables = counted(tmp_path, site_rows(2), asked)
    of_method = [row for row in tables["by_site"] if row[1] == "undeclared"]
    assert [(row[2], row[6]) for row in of_method] == [
        (False, "the policy is silent"),
        (False, "no row of the site could be judged"),
    ]
    total = next(row for row in tables["totals"] if row[0] == "undeclared")
    assert (total[3], total[4], total[7]) == (2, 0, "")


def test_rare_names_are_one_row_without_numbers(tmp_path: Path) -> None:
    asked = [(number, f"s{number}.example", "undeclared", "true", "") for number in (1, 2, 3)]
    items = [item(number, f"s{number}.example", "common", "note") for number in (1, 2, 3)]
    items += [item(3, "s3.example", "alice-smith")]
    tables = counted(tmp_path, site_rows(3), asked, items, small=3)
    assert tables["by_name"] == [
        ("undeclared", "common", 3, 3, 0),
        ("undeclared", "(names on fewer sites than 3)", "", "", ""),
    ]


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_shares_are_rounded_without_floats(part: int, whole: int) -> None:
    told = numbers.share(min(part, whole), whole)
    assert abs(float(told) - min(part, whole) / whole) <= 0.00005 + 1e-12
    assert len(told) == len("0.0000")


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\0")), min_size=2, max_size=2)))
def test_tables_are_read_as_they_were_written(rows: list[list[str]]) -> None:
    text = numbers.text_of(("a", "b"), rows)
    assert list(csv.reader(io.StringIO(text, newline="")))[1:] == rows
