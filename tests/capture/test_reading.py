# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit is read back by its folder, a run's folder, its index or its log; what is damaged or changed is told."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make.visits import SHOP, allowed_run, at, both_modes, default_run, visit_folder

from inspector.capture.events import ProblemTold
from inspector.capture.index import read_index
from inspector.capture.reading import is_visit, read_visit
from inspector.capture.telling import INDEX_NAME, LOG_NAME
from inspector.core.problem import Severity


def names(path: Path) -> list[str]:
    return sorted(cookie.name for cookie in read_visit(path, str).reading.cookies)


def codes(path: Path) -> list[str]:
    return [problem.code for problem in read_visit(path, str).reading.problems]


@pytest.mark.parametrize("part", ["", INDEX_NAME, "allowed", f"allowed/{LOG_NAME}"])
def test_every_part_of_a_visit_leads_to_it(tmp_path: Path, part: str) -> None:
    path = both_modes(tmp_path) / part
    assert is_visit(path)
    assert names(path) == ["IDE", "_ga", "sid"]
    assert codes(path) == []


def test_the_runs_are_in_the_order_of_the_index(tmp_path: Path) -> None:
    record = read_visit(both_modes(tmp_path), str).record
    assert record is not None
    assert [run.id for run in record.runs] == ["default", "allowed"]
    assert (record.url, record.measured) == (SHOP, True)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"runs": 7}', '{"runs": [{"folder": "../other"}]}', '"x"', "[" * 9999]
)
def test_without_a_good_index_the_logs_are_found_and_that_is_told(tmp_path: Path, text: str) -> None:
    folder = both_modes(tmp_path)
    (folder / INDEX_NAME).write_text(text)
    assert names(folder) == ["IDE", "_ga", "sid"]
    assert codes(folder) == ["visit-index"]


def test_an_index_never_leads_out_of_its_folder(tmp_path: Path) -> None:
    held = {"runs": [{"folder": name} for name in ("..", ".", "a/b", "a\\b", "C:", "", "\ud800", 7)]}
    (tmp_path / INDEX_NAME).write_text(json.dumps(held))
    assert read_index(tmp_path / INDEX_NAME).runs == ()


def test_a_log_that_was_changed_after_the_visit_is_told(tmp_path: Path) -> None:
    folder = both_modes(tmp_path)
    log = folder / "allowed" / LOG_NAME
    log.write_text(log.read_text().replace("doubleclick.net", "doubleclick.example"))
    assert codes(folder) == ["visit-file-changed"]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    folder = both_modes(tmp_path)
    (folder / "allowed" / LOG_NAME).unlink()
    assert names(folder) == ["_ga", "sid"]
    assert codes(folder) == ["visit-file-missing", "log-unreadable"]


def test_what_is_no_visit_is_none(tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"event":"page-opened"}\n')
    assert not is_visit(other)
    assert not is_visit(tmp_path)
    assert not is_visit(tmp_path / "missing.jsonl")
    (tmp_path / INDEX_NAME).write_text("{}")
    found = read_visit(tmp_path, str)
    assert found.record is None
    assert [problem.code for problem in found.reading.problems][-1] == "visit-unreadable"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 5000), st.binary(max_size=40))
def test_damage_costs_lines_and_never_the_reading(tmp_path: Path, place: int, noise: bytes) -> None:
    folder = tmp_path / "visit"
    if not folder.exists():
        both_modes(folder)
    log = folder / "allowed" / LOG_NAME
    whole = log.read_bytes()
    try:
        log.write_bytes(whole[:place] + noise + whole[place:])
        found = read_visit(folder, str)
        assert found.record is not None
        assert {"_ga", "sid"} <= {cookie.name for cookie in found.reading.cookies}
    finally:
        log.write_bytes(whole)


def test_a_note_of_every_run_is_told_once_and_stays_with_each(tmp_path: Path) -> None:
    note = ProblemTold(at(0), "no-sandbox", "it runs without its sandbox", "chromium", severity=Severity.NOTE)
    lost = ProblemTold(at(0), "page-not-measured", "it could not be reached", SHOP)
    runs = {name: (run[0], note, lost, *run[1:]) for name, run in (("a", default_run()), ("b", allowed_run()))}
    found = read_visit(visit_folder(tmp_path, **runs), str)
    assert [it.code for it in found.reading.problems] == ["no-sandbox", "page-not-measured", "page-not-measured"]
    assert found.record is not None
    assert [[it.code for it in run.problems] for run in found.record.runs] == [["no-sandbox", "page-not-measured"]] * 2
