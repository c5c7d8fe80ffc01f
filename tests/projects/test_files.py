# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Project files: what is saved comes back, older ones are brought up, others are refused in a sentence."""

import os
import signal
import sqlite3
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import project_records as made

from inspector.core.problem import InspectorError
from inspector.core.project import NO_PROJECT, Project, Stance
from inspector.projects import database, schema
from inspector.projects.loading import read_project
from inspector.projects.saving import ProjectFile, remove, write_new


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.cookies-project"


def test_everything_that_is_saved_comes_back(path: Path) -> None:
    project = made.full_project(path.parent)
    write_new(path, project)
    read = read_project(path)
    assert read.project == project
    assert read.problems == ()


def test_a_project_of_nothing_is_one(path: Path) -> None:
    write_new(path, NO_PROJECT)
    assert read_project(path).project == NO_PROJECT
    assert database.is_project(path)


def test_an_empty_file_is_told_and_not_taken_for_a_project_without_marks(path: Path) -> None:
    path.touch()
    with pytest.raises(InspectorError, match="is empty"):
        read_project(path)
    write_new(path, NO_PROJECT)
    assert read_project(path).project == NO_PROJECT


def test_a_file_says_what_it_is_and_is_its_owner_s_alone(path: Path) -> None:
    write_new(path, made.full_project(path.parent))
    header = path.read_bytes()[:100]
    assert struct.unpack_from(">I", header, 68) == (schema.APPLICATION_ID,)
    assert struct.unpack_from(">i", header, 60) == (schema.VERSION,)
    assert path.stat().st_mode & 0o077 == 0
    assert [held.name for held in path.parent.iterdir()] == [path.name]  # no log and no journal beside it


def test_saving_again_writes_what_changed(path: Path) -> None:
    project = made.full_project(path.parent)
    file = write_new(path, project)
    changed = project._replace(
        assessments=(made.assessment(2, Stance.AGREED, "after all"), made.assessment(9, Stance.TO_DECIDE)),
        overrides=(),
        shapes=(("panes", b"y"),),
        sources=(),
        policy=None,
        filter="",
    )
    file.save(changed)
    assert read_project(path).project == changed


def test_a_file_that_was_taken_away_is_written_whole_again(path: Path) -> None:
    project = made.full_project(path.parent)
    file = write_new(path, project)
    path.unlink()
    file.save(project)
    assert read_project(path).project == project
    path.write_bytes(b"")
    file.save(project._replace(filter="name:x"))
    assert read_project(path).project == project._replace(filter="name:x")


def test_what_another_window_saved_meanwhile_stays(path: Path) -> None:
    one = write_new(path, NO_PROJECT)
    other = ProjectFile(path, NO_PROJECT)
    one.save(NO_PROJECT._replace(assessments=(made.assessment(1),)))
    other.save(NO_PROJECT._replace(assessments=(made.assessment(2),)))
    assert read_project(path).project.assessments == (made.assessment(1), made.assessment(2))


def test_saving_over_a_project_leaves_nothing_of_it(path: Path) -> None:
    write_new(path, made.full_project(path.parent))
    write_new(path, NO_PROJECT)
    assert read_project(path).project == NO_PROJECT
    assert b"seen in the shop" not in path.read_bytes()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from([None, *Stance]), st.text(max_size=40)), max_size=8),
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from([None, *Stance]), st.text(max_size=40)), max_size=8),
    st.text(max_size=30),
)
def test_any_marks_come_back_whatever_was_there(path: Path, first: list, second: list, site: str) -> None:  # type: ignore[type-arg]
    path.unlink(missing_ok=True)
    file = ProjectFile(path)
    for held in (first, second):
        unique = {number: made.assessment(number, stance, text) for number, stance, text in held}
        marks = tuple(unique[number] for number in sorted(unique))
        project = Project(site=site, assessments=marks)
        file.save(project)
        assert read_project(path).project == project


def test_names_that_are_no_unicode_come_back(path: Path) -> None:
    project = NO_PROJECT._replace(sources=(Path("/made/\udcff\udce9"),), site="\ud800")
    write_new(path, project)
    assert read_project(path).project == project


# What is refused


def make_text(path: Path) -> None:
    path.write_text("hello, this is no database, and it is long enough to hold a header of one " * 3)


def make_other(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE moz_cookies(name)")
    connection.close()


def make_newer(path: Path) -> None:
    write_new(path, NO_PROJECT)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def make_damaged(path: Path) -> None:
    write_new(path, made.full_project(path.parent))
    data = bytearray(path.read_bytes())
    data[100:] = os.urandom(len(data) - 100)
    path.write_bytes(data)


def make_cut(path: Path) -> None:
    write_new(path, made.full_project(path.parent))
    path.write_bytes(path.read_bytes()[:4096])


def make_without_tables(path: Path) -> None:
    write_new(path, NO_PROJECT)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE assessments")
    connection.close()


def make_endless(path: Path) -> None:
    write_new(path, NO_PROJECT)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE sources")
        connection.execute(
            "CREATE VIEW sources(place, path) AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT count(*), 'x' FROM n"
        )
    connection.close()


REFUSED: tuple[tuple[Callable[[Path], object], str], ...] = (
    (make_text, "is no project of this program. Choose another file"),
    (make_other, "is no project of this program. Choose another file"),
    (make_newer, "newer version of this program (form 99; this one knows 1), so it is not touched"),
    (make_damaged, "is damaged, so it is not touched"),
    (make_cut, "is damaged, so it is not touched"),
    (make_without_tables, "is damaged, so it is not touched"),
    (make_endless, "reading it takes too long"),
    (Path.mkdir, "is a folder, and no project"),
    (lambda path: None, "cannot be opened: no such file"),
)


@pytest.mark.parametrize(("make", "says"), REFUSED)
def test_what_is_no_project_is_refused_in_a_sentence(
    path: Path, make: Callable[[Path], object], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_READ_S", 0.2)
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(InspectorError) as refused:
        read_project(path)
    assert says in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("make", [make_text, make_other, make_newer])
def test_a_file_that_is_not_ours_is_never_written_over(path: Path, make: Callable[[Path], object]) -> None:
    make(path)
    before = path.read_bytes()
    with pytest.raises(InspectorError):
        write_new(path, NO_PROJECT)
    assert path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_read_only_folder_is_said(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(InspectorError, match="cannot be saved"):
            write_new(path, NO_PROJECT)
    finally:
        path.parent.chmod(0o700)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="cannot be saved: no such file or directory"):
        write_new(tmp_path / "nowhere" / "a.cookies-project", NO_PROJECT)


def test_a_project_that_another_window_saves_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_WAIT_S", 0.05)
    file = write_new(path, NO_PROJECT)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(InspectorError, match="being saved by another window"):
            file.save(made.full_project(path.parent))
    other.close()


def test_a_row_that_is_damaged_costs_itself_and_is_told(path: Path) -> None:
    write_new(path, made.full_project(path.parent))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE assessments SET stance = 'maybe' WHERE fingerprint LIKE '%1'")
        connection.execute("UPDATE overrides SET purpose = 'magic' WHERE host = ''")
        connection.execute("UPDATE shapes SET state = 7 WHERE part = 'panes'")
    connection.close()
    read = read_project(path)
    assert len(read.project.assessments) == 3
    assert len(read.project.overrides) == 1
    assert [problem.what for problem in read.problems] == [
        "1 mark of the project could not be understood",
        "1 label of the project could not be understood",
        "1 shape of the project could not be understood",
    ]


# Older forms, and dying in the middle


def test_an_older_form_is_read_without_touching_it_and_brought_up_when_it_is_saved(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = made.full_project(path.parent)
    write_new(path, project)
    before = path.read_bytes()
    newer = (*schema.STEPS, "ALTER TABLE sources ADD COLUMN note TEXT NOT NULL DEFAULT ''")
    monkeypatch.setattr(database, "STEPS", newer)
    monkeypatch.setattr(database.bring_up, "__defaults__", (newer,))
    assert read_project(path).project == project
    assert path.read_bytes() == before
    with database.writing(path, steps=newer) as connection:
        assert schema.version_of(connection) == 2
        assert connection.execute("SELECT note FROM sources").fetchone() == ("",)


def test_a_migration_that_fails_leaves_the_older_form(path: Path) -> None:
    write_new(path, made.full_project(path.parent))
    steps = (*schema.STEPS, "CREATE TABLE later(x); INSERT INTO nowhere VALUES(1)")
    with pytest.raises(InspectorError), database.writing(path, steps=steps):
        pass
    assert read_project(path).project == made.full_project(path.parent)


_MARKING = """
import sys
from pathlib import Path
from make import project_records as made
from inspector.core.project import NO_PROJECT
from inspector.projects.saving import ProjectFile
file = ProjectFile(Path(sys.argv[1]))
for number in range(100_000):
    marks = tuple(made.assessment(held) for held in range(number + 1))
    file.save(NO_PROJECT._replace(assessments=marks))
    print(number, flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 on this system")
@pytest.mark.parametrize("marks", [1, 7, 20])
def test_a_kill_loses_nothing_that_was_marked(path: Path, marks: int) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(("tests", ".", os.environ.get("PYTHONPATH", "")))}
    command = [sys.executable, "-c", _MARKING, str(path)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=root) as process:
        assert process.stdout is not None
        said = [int(process.stdout.readline()) for _ in range(marks)]
        time.sleep(0.002 * marks)
        process.kill()
        said += [int(line) for line in process.stdout if line.endswith("\n")]
    kept = {held.known.fingerprint for held in read_project(path).project.assessments}
    assert {made.assessment(number).known.fingerprint for number in said} <= kept


def test_a_deleted_project_takes_its_journal_with_it(path: Path) -> None:
    write_new(path, NO_PROJECT)
    path.with_name(path.name + "-journal").write_bytes(b"")
    remove(path)
    remove(path)
    assert list(path.parent.iterdir()) == []
