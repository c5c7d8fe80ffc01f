# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit that is copied, written as HAR and opened again: what the record names, and nothing else."""

import io
import json
import shutil
from pathlib import Path

import pytest
from make import visits

from inspector.core.problem import InspectorError
from inspector.engine.visit_export import copy_visit, write_visit_har
from inspector.engine.visiting import open_visit


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_copy_has_the_record_and_nothing_else(tmp_path: Path) -> None:
    folder = visits.both_modes(tmp_path / "visit")
    (folder / "diary.txt").write_text("dear diary")
    (folder / "default" / "holiday.png").write_bytes(b"x")
    copy = copy_visit(open_visit(folder), tmp_path / "a" / "copy")
    assert names(copy) == ["allowed/events.jsonl", "default/events.jsonl", "visit.json"]
    again = open_visit(copy).found
    assert again.record is not None
    assert [run.id for run in again.record.runs] == ["default", "allowed"]
    assert again.sha256 == open_visit(folder).found.sha256


@pytest.mark.parametrize("part", ["default", "default/events.jsonl"])
def test_one_run_or_its_log_is_a_visit_too(tmp_path: Path, part: str) -> None:
    folder = visits.both_modes(tmp_path / "visit")
    found = open_visit(folder / part)
    assert found.found.record is not None
    assert [run.id for run in found.found.record.runs] == ["default"]
    out = io.StringIO()
    assert write_visit_har(found, out) == 3
    assert json.loads(out.getvalue())["log"]["entries"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    found = open_visit(visits.both_modes(tmp_path / "visit"))
    with pytest.raises(InspectorError, match="is there already"):
        copy_visit(found, tmp_path / "visit")


def test_a_record_that_is_gone_is_said(tmp_path: Path) -> None:
    found = open_visit(visits.both_modes(tmp_path / "visit"))
    shutil.rmtree(tmp_path / "visit")
    with pytest.raises(InspectorError, match="not there any more"):
        write_visit_har(found, io.StringIO())
    with pytest.raises(InspectorError, match="not there any more"):
        copy_visit(found, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_what_is_no_visit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="is no visit"):
        open_visit(tmp_path)
