# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The small study's numbers are those that are worked out by hand from its policies and jars (make/studies.py)."""

import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from make.studies import MARKER, files_of


def table(result: Path, name: str) -> list[dict[str, str]]:
    with (result / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("method", "measured", "found", "grave", "sites"),
    [
        ("wrong_label", 12, 1, 1, "12"),  # "_ga" under "necessary"; Google documents analytics
        ("outlier_label", 11, 1, 0, "12"),  # 10 of the 11 that file it once say analytics; site 2 files it twice
        ("wrong_retention", 12, 1, 1, "1"),  # 30 days where 7 are declared
        ("unclassified", 12, 1, 0, "3"),  # the policy lists a cookie under "Unclassified cookies"
        ("undeclared", 12, 4, 4, "4 5 7 9"),  # "_fbp" on three, "IDE" in the crawl
        ("contradictory_labels", 12, 1, 1, "2"),  # "_ga" under analytics and under marketing
        ("implicit_consent", 1, 1, 1, "7"),  # the one visit of which it is said that nobody did anything
        ("ignored_choice", 1, 1, 1, "9"),  # "_fbp" five minutes after the refusal
        ("declared_not_seen", 12, 1, 0, "3"),  # the unclassified one
        ("any", 12, 8, 7, ""),
    ],
)
def test_each_method_finds_what_is_there(
    finished: Path, method: str, measured: int, found: int, grave: int, sites: str
) -> None:
    (total,) = (row for row in table(finished, "tables/totals.csv") if row["method"] == method)
    numbers = tuple(int(total[name]) for name in ("sites", "sites_measured", "sites_found", "sites_found_grave"))
    assert numbers == (13, measured, found, grave)
    by_site = table(finished, "tables/by_site.csv")
    flagged = {row["site"] for row in by_site if row["method"] == method and int(row["found"])}
    assert flagged == {f"site{number}.example" for number in sites.split()}


def test_a_visit_of_a_crawl_brings_its_own_cookies_only(finished: Path) -> None:
    run = next(row["run_id"] for row in table(finished, "data/study_rows.csv") if row["condition"] == "untouched")
    assert [row["name"] for row in table(finished, "data/cookies.csv") if row["run_id"] == run] == ["IDE", "_ga"]


def test_two_rows_of_a_site_are_one_site(finished: Path) -> None:
    rows = [row for row in table(finished, "tables/by_site.csv") if row["site"] == "site7.example"]
    counts = {row["method"]: (row["measured"], row["examined"], row["found"]) for row in rows}
    assert counts["undeclared"] == ("true", "2", "1")  # "_ga" in both rows is one cookie


def test_a_row_that_cannot_be_read_is_in_the_result_as_such(finished: Path) -> None:
    row = table(finished, "data/study_rows.csv")[-1]
    assert (row["site"], row["state"], row["run_id"]) == ("site13.example", "failed", "")
    assert row["why"] == "the policy cannot be read: no such file or directory"
    reasons = {
        row["why_not_measured"] for row in table(finished, "tables/by_site.csv") if row["site"] == "site13.example"
    }
    assert "no row of the site could be judged" in reasons


def test_every_finding_that_is_counted_is_in_the_dataset_with_its_level(finished: Path) -> None:
    runs = {row["row"]: row["run_id"] for row in table(finished, "data/study_rows.csv")}
    levels = {(row["run_id"], row["finding_id"]): row["level"] for row in table(finished, "data/findings.csv")}
    counted = [row for row in table(finished, "data/study_items.csv") if row["finding_id"]]
    assert len(counted) > 5
    assert [row for row in counted if levels[runs[row["row"]], row["finding_id"]] != row["level"]] == []


def run_script(result: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the result's script with the standard library alone (-I -S): nothing of ours can be imported."""
    words = [sys.executable, "-I", "-S", str(result / "reproduce.py"), *arguments]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


def test_the_script_counts_every_number_again_from_the_dataset_alone(finished: Path, tmp_path: Path) -> None:
    alone = tmp_path / "copy"
    for name, data in files_of(finished).items():
        if name == "reproduce.py" or name.startswith(("data/study_", "tables/")):
            (alone / name).parent.mkdir(parents=True, exist_ok=True)
            (alone / name).write_bytes(data)
    ended = run_script(alone)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "cells of tables/ are reproduced" in ended.stdout
    changed = (alone / "tables" / "totals.csv").read_text().replace(",13,12,", ",13,11,", 1)
    (alone / "tables" / "totals.csv").write_text(changed)
    ended = run_script(alone)
    assert (ended.returncode, "tables/totals.csv differs" in ended.stdout) == (1, True)


def test_the_script_shows_the_rows_behind_a_number(finished: Path) -> None:
    shown = list(csv.DictReader(run_script(finished, "undeclared", "site4.example").stdout.splitlines()))
    assert [(row["name"], row["level"]) for row in shown] == [("_fbp", "warning")]
    ended = run_script(finished, "no_such_method")
    assert (ended.returncode, "wrong_label" in ended.stderr) == (3, True)


def test_a_name_on_few_sites_is_in_no_table_of_numbers(finished: Path) -> None:
    names = {row["name"] for row in table(finished, "tables/by_name.csv")}
    assert names == {"_ga", "(names on fewer sites than 5)"}
    numbers = [data for name, data in files_of(finished).items() if name.startswith(("tables/", "plots/"))]
    assert [data for data in numbers if b"_fbp" in data or b"zz_unknown" in data] == []


def test_no_value_and_no_place_of_this_computer_is_in_the_result(finished: Path, listed: Path) -> None:
    for name, data in files_of(finished).items():
        for marker in (MARKER, "GA1.1.111111111", str(listed.parent), "jar1.json", "policy1.md", "crawl.sqlite"):
            assert marker.encode() not in data, name


def test_the_sums_are_right_and_the_pictures_are_svg(finished: Path) -> None:
    lines = (finished / "SHA256SUMS").read_text().splitlines()
    assert len(lines) == len(files_of(finished)) - 1
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((finished / name).read_bytes()).hexdigest() == digest
    for path in (finished / "plots").iterdir():
        assert ElementTree.fromstring(path.read_text(encoding="utf-8")).tag == "{http://www.w3.org/2000/svg}svg"


def test_frictionless_finds_the_data_package_valid(finished: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(finished / "datapackage.json"))
    assert report.flatten(["type", "note", "rowNumber"]) == []
    described = json.loads((finished / "datapackage.json").read_text(encoding="utf-8"))
    assert {"study_rows", "study_items"} <= {held["name"] for held in described["resources"]}
    assert "study_items" in (finished / "README.md").read_text(encoding="utf-8")
