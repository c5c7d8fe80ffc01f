# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit as the faces call it: a run for each browser and mode, a folder for each, and what is left of one stopped."""

import dataclasses
import itertools
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from make.fake_recorder import Makes

from inspector.capture.parts import Outcome
from inspector.capture.telling import INDEX_NAME
from inspector.core.computer import Computer, Platform
from inspector.core.problem import InspectorError
from inspector.core.receipt import Standing
from inspector.core.visit import Mode, Phase
from inspector.engine.visit_report import headline, receipt_of, report_visit
from inspector.engine.visit_request import VisitRequest
from inspector.engine.visiting import PREFIX, Visited, VisitHooks, VisitProgress, visit, visit_folder

SHOP = "https://shop.test/"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def program(tmp_path: Path) -> str:
    path = tmp_path / "a browser"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def clock() -> Callable[[], int]:
    ticks = itertools.count(1_790_000_000_000_000, 3_000_000)  # two readings are three seconds apart
    return lambda: next(ticks)


def visited(folder: Path, request: VisitRequest, makes: Makes, hooks: VisitHooks = VisitHooks()) -> Visited:  # noqa: B008
    computer = Computer(Platform.LINUX, folder.parent, {})
    folder.mkdir(exist_ok=True)
    return visit(request, folder, computer, "test 1", clock(), hooks, make=makes)


def test_each_mode_is_a_run_in_a_folder_of_its_own(tmp_path: Path, program: str) -> None:
    makes = Makes()
    found = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), makes)
    assert found.measured
    names = ["1-a-browser-default", "2-a-browser-allowed"]
    assert sorted(path.name for path in found.folder.iterdir()) == [*names, INDEX_NAME]
    assert found.found.record is not None
    assert [(run.id, run.mode) for run in found.found.record.runs] == [
        (names[0], Mode.DEFAULT),
        (names[1], Mode.ALLOWED),
    ]
    assert all(recorder.closed for recorder in makes.made)
    listed = json.loads((found.folder / INDEX_NAME).read_text())["runs"]
    assert [run["folder"] for run in listed] == names
    assert set(listed[0]["files"]) == {"events.jsonl", "screen-1-no-choice.png"}


def test_what_one_mode_refuses_and_the_other_keeps_is_the_answer(tmp_path: Path, program: str) -> None:
    found = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), Makes())
    report = report_visit(found.found, "test 1", NOW)
    assert report.headline == (
        "The site asked for 2 cookies: a browser 1.0 as delivered kept 1 and refused 1; "
        "a browser 1.0 with third parties allowed kept 2."
    )


def test_runs_of_one_mode_are_told_apart_by_what_was_done(tmp_path: Path, program: str) -> None:
    record = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), Makes()).found.record
    assert record is not None
    first = record.runs[0]
    twice = dataclasses.replace(record, runs=(first, dataclasses.replace(first, scenario="reject"), record.runs[1]))
    line = headline(twice)
    assert f"as delivered (scenario {first.scenario}) kept 1" in line
    assert "as delivered (scenario reject) kept 1" in line
    assert "with third parties allowed kept 2" in line


def test_progress_is_told_run_by_run(tmp_path: Path, program: str) -> None:
    told: list[VisitProgress] = []
    visited(tmp_path / "out", VisitRequest(SHOP, (program,)), Makes(), VisitHooks(told.append))
    assert {(progress.done, progress.total) for progress in told} == {(0, 2), (1, 2)}
    assert any(progress.what.endswith(f"as delivered: opening {SHOP}") for progress in told)


def test_a_wall_is_not_measured_and_says_why(tmp_path: Path, program: str) -> None:
    found = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), Makes({"outcome": Outcome.CHALLENGE}))
    assert not found.measured
    report = report_visit(found.found, "test 1", NOW)
    assert report.headline.startswith("Not measured: https://shop.test/: challenge")
    assert report.cookies == ()


def test_a_browser_that_breaks_is_not_measured(tmp_path: Path, program: str) -> None:
    found = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), Makes({"gone": True}))
    assert not found.measured
    assert "it ended at once" in report_visit(found.found, "test 1", NOW).headline


def test_a_visit_that_is_stopped_keeps_what_it_has_and_says_so(tmp_path: Path, program: str) -> None:
    seen: list[VisitProgress] = []
    hooks = VisitHooks(seen.append, cancelled=lambda: any(progress.done == 1 for progress in seen))
    found = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), Makes(), hooks)
    assert found.found.record is not None
    assert [run.outcome for run in found.found.record.runs] == ["complete", "cut short"]
    assert not found.found.reading.complete


def test_one_that_is_stopped_between_runs_has_not_begun_the_rest(tmp_path: Path, program: str) -> None:
    makes = Makes()
    hooks = VisitHooks(cancelled=lambda: bool(makes.made) and makes.made[0].closed)
    found = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), makes, hooks)
    assert len(makes.made) == 1
    assert "stopped" in [problem.code for problem in found.found.reading.problems]


def test_a_refusal_has_a_receipt(tmp_path: Path, program: str) -> None:
    request = VisitRequest(SHOP, (program,), (Mode.ALLOWED,), "reject", wait_s=0)
    found = visited(tmp_path / "out", request, Makes())
    receipt = receipt_of(report_visit(found.found, "test 1", NOW))
    (run,) = receipt.runs
    assert [(held.story.name, held.standing) for held in run.cookies if held.story.name == "IDE"] == [
        ("IDE", Standing.STILL)
    ]
    assert run.refusal.how == "platform button"
    assert run.returned is not None
    assert [span.phase for span in run.run.phases] == [Phase.NO_CHOICE, Phase.REFUSED, Phase.RETURN]


def test_without_a_refusal_there_is_no_receipt(tmp_path: Path, program: str) -> None:
    found = visited(tmp_path / "out", VisitRequest(SHOP, (program,)), Makes())
    with pytest.raises(InspectorError, match="Nothing was refused"):
        receipt_of(report_visit(found.found, "test 1", NOW))


def test_the_record_has_no_values_of_addresses(tmp_path: Path, program: str) -> None:
    found = visited(tmp_path / "out", VisitRequest(f"{SHOP}?token=s3cr3t", (program,)), Makes())
    for path in found.folder.rglob("*"):
        assert path.is_dir() or "s3cr3t" not in path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(("browser", "scenario"), [("nosuch", "none"), ("", "nosuch")])
def test_a_slip_costs_no_visit(tmp_path: Path, program: str, browser: str, scenario: str) -> None:
    request = VisitRequest(SHOP, (browser or program,), scenario=scenario)
    with pytest.raises(InspectorError):
        visited(tmp_path / "out", request, Makes())
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_of_its_own_is_gone_afterwards() -> None:
    with visit_folder(None) as folder:
        assert folder.is_dir()
        assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


def test_what_a_killed_visit_left_is_gone_a_day_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    old, fresh, other = (tmp_path / name for name in (f"{PREFIX}old", f"{PREFIX}new", "other"))
    for folder in (old, fresh, other):
        folder.mkdir()
    for folder in (old, other):
        os.utime(folder, (1_700_000_000, 1_700_000_000))
    with visit_folder(None):
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == [fresh.name, "other"]


def test_a_folder_that_is_wanted_is_made_and_stays(tmp_path: Path) -> None:
    with visit_folder(tmp_path / "a" / "b") as folder:
        assert folder.is_dir()
    assert folder.is_dir()


@pytest.mark.parametrize(("name", "why"), [(INDEX_NAME, "there is a visit in it"), ("other", "it is not empty")])
def test_nothing_is_written_among_other_things(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / name).write_text("{}")
    with pytest.raises(InspectorError, match=why), visit_folder(tmp_path):
        pass
