# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``project``: what a project file holds, for people and programs, and as a baseline."""

import json
import sqlite3
from pathlib import Path

import pytest
from make import project_records as made
from make.command import Run

from inspector.core.project import NO_PROJECT
from inspector.engine.baseline import read_baseline
from inspector.projects.saving import write_new

NOW = "2026-09-22T14:13:20Z"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "shop.cookies-project"
    write_new(path, made.full_project(tmp_path))
    return path


def test_a_project_is_shown(run: Run, project: Path) -> None:
    done = run("project", str(project), "--now", NOW)
    assert (done.code, done.err) == (0, "")
    for part in (
        "Site: shop.example",
        "policy.md (file)",
        "Filter: purpose:advertising !name:_ga*",
        "ask Ann and Bob",
        "\\u{202e}evil.example",
        "4 marked findings (1 agreed, 1 not agreed, 1 to be decided), 2 corrected labels.",
    ):
        assert part in done.out


def test_an_empty_project_says_so(run: Run, tmp_path: Path) -> None:
    write_new(tmp_path / "a.cookies-project", NO_PROJECT)
    done = run("project", str(tmp_path / "a.cookies-project"))
    assert done.code == 0
    assert "Cookies: every browser of this computer" in done.out
    assert "0 marked findings, 0 corrected labels." in done.out


def test_programs_read_it_as_json(run: Run, project: Path) -> None:
    done = run("project", str(project), "--format", "json")
    held = json.loads(done.out)
    assert held["format"] == {"name": "cookie-inspector-project", "version": 1}
    assert held["policy"]["kind"] == "file"
    assert [mark["mark"] for mark in held["marks"]] == ["agreed", "not_agreed", None, "to_be_decided"]
    assert held["marks"][0]["at"] == "2026-09-21T14:13:20.000000Z"
    assert {label["purpose"] for label in held["labels"]} == {"analytics"}


def test_its_marks_are_a_baseline(run: Run, project: Path, tmp_path: Path) -> None:
    marks = tmp_path / "marks.json"
    assert run("project", str(project), "--format", "marks", "--output", str(marks)).code == 0
    baseline = read_baseline(marks).baseline
    assert baseline is not None
    assert len(baseline.findings) == 2


def test_the_project_is_never_written_over(run: Run, project: Path) -> None:
    before = project.read_bytes()
    done = run("project", str(project), "--output", str(project))
    assert done.code == 3
    assert project.read_bytes() == before


def test_a_part_that_is_damaged_is_told(run: Run, project: Path) -> None:
    with sqlite3.connect(project) as connection:
        connection.execute("UPDATE overrides SET purpose = 'magic'")
    connection.close()
    done = run("project", str(project))
    assert done.code == 2
    assert "2 labels of the project could not be understood" in done.err


def test_what_is_no_project_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.cookies-project").write_text("hello")
    done = run("project", str(tmp_path / "a.cookies-project"))
    assert (done.code, done.out) == (3, "")
    assert "is no project of this program" in done.err
