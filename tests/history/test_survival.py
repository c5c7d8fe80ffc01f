# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the world does to a history: nothing that was committed is lost, and what went wrong is said."""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import history, records
from make.history_process import SCANNING, command, run

from inspector.core.problem import InspectorError, Problem
from inspector.core.snapshot import Scope
from inspector.history import archive
from inspector.history.database import reading, writing
from inspector.history.files import HistoryPlaces, prepare
from inspector.history.schema import STEPS, bring_up
from inspector.history.scopes import scope_text

READING = records.reading(history.with_value("x", name="a"))
SEED = int(os.environ.get("SEED", "6"))
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX files and permissions")


def problem_of(at: HistoryPlaces) -> Problem:
    """The problem of a scan that could not be remembered."""
    done = history.remember(at, READING)
    assert done.info is None
    (problem,) = done.problems
    assert problem.what_to_do
    return problem


def files(at: HistoryPlaces) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in at.folder.iterdir() if path.is_file()}


def is_sound(at: HistoryPlaces) -> bool:
    connection = sqlite3.connect(at.database)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    finally:
        connection.close()


@posix
def test_killed_at_any_moment_it_keeps_what_it_said_it_kept(tmp_path: Path) -> None:
    at, dice = history.places(tmp_path), random.Random(SEED)
    told: list[int] = []
    for number in range(5):
        process = subprocess.Popen(
            command(at, SCANNING, "1000", str(number)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert process.stdout is not None
        told.append(int(process.stdout.readline()))  # it has begun
        time.sleep(dice.uniform(0, 0.4))
        process.kill()
        rest = process.stdout.read()
        told += [int(line) for line in rest.splitlines() if rest.endswith("\n") or line != rest.splitlines()[-1]]
        process.wait()
        process.stdout.close()
        assert set(told) <= set(history.ids(at))
    for kept in history.ids(at):
        assert len(archive.load(at, kept).cookies) == 800  # whole, or not there at all
    assert is_sound(at)
    history.kept(at, READING)


@posix
def test_killed_before_the_first_table_it_begins_anew(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    at.folder.mkdir(parents=True)
    at.database.touch()
    assert archive.snapshots(at).snapshots == ()
    connection = sqlite3.connect(at.database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert archive.snapshots(at).snapshots == ()
    assert history.kept(at, READING).id == 1


def test_two_programs_at_once_both_keep_theirs(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    processes = [
        subprocess.Popen(command(at, SCANNING, "4", str(number)), stdout=subprocess.PIPE, text=True)
        for number in range(3)
    ]
    printed = [process.communicate(timeout=100)[0].split() for process in processes]
    told = [int(word) for words in printed for word in words]
    assert sorted(told) == history.ids(at) == list(range(1, 13))
    assert len({archive.load(at, number).info.key_id for number in told}) == 1
    assert all(len(archive.load(at, number).cookies) == 800 for number in told)


def test_reading_does_not_wait_for_writing(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, READING)
    with writing(at) as connection:
        connection.execute("DELETE FROM snapshots")
        assert history.ids(at) == [1]
        connection.execute("ROLLBACK")
        connection.execute("BEGIN")


def test_writing_waits_and_then_says_who_is_in_the_way(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, READING)
    with writing(at), pytest.raises(InspectorError, match="in use by another run"), writing(at, wait_s=0.05):
        pass


STARVED = """
import sys
sys.dont_write_bytecode = True  # Python checks no short write of its bytecode
import resource
limit = at.database.stat().st_size + 20_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for problem in history.remember(at, scan("big", 5000)).problems:
    print(problem)
"""


@posix
def test_a_full_disk_costs_the_new_snapshot_only(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, READING)
    before = archive.load(at, 1)
    printed = run(at, STARVED)
    assert "the scan was not remembered" in printed
    assert "the disk is full or fails" in printed
    assert archive.load(at, 1) == before
    assert history.ids(at) == [1]
    assert is_sound(at)
    assert history.kept(at, READING).id == 2


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk cannot be mounted here: it needs root and the right to mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@posix
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    big = records.reading(*(records.cookie(name=f"{number}-{'x' * 200}") for number in range(5000)))
    with small_disk(tmp_path / "disk", 400_000) as folder:
        at = history.places(folder)
        history.kept(at, READING)
        done = history.remember(at, big)
        assert done.info is None
        assert "the disk is full or fails" in done.problems[0].why
        assert history.ids(at) == [1]
        assert history.kept(at, READING).id == 2
        (folder / "filler").write_bytes(b"x" * 100_000)
        with suppress(OSError), (folder / "filler").open("ab") as file:
            while True:
                file.write(b"x" * 4096)
        assert "full" in problem_of(at).why
        assert history.ids(at) == [1, 2]
        assert archive.forget_all(at).snapshots in (0, 2)
        assert not at.folder.exists()


NOBODY = 65534


@posix
def test_a_read_only_folder_is_read_and_not_written(tmp_path: Path) -> None:
    """Root may write anywhere, so root does it as nobody, in a folder that nobody may reach."""
    is_root = os.geteuid() == 0
    folder = Path(tempfile.mkdtemp(dir="/tmp")) if is_root else tmp_path / "own"
    at = history.places(folder)
    try:
        history.kept(at, READING)
        for path in (folder, *folder.rglob("*")) if is_root else ():
            os.chown(path, NOBODY, NOBODY)
        at.folder.chmod(0o500)
        seen, problem = forked(lambda: (str(history.ids(at)), str(problem_of(at))), NOBODY if is_root else None)
    finally:
        at.folder.chmod(0o700)
        shutil.rmtree(folder)
    assert seen == "[1]"
    assert "the scan was not remembered" in problem
    assert "cannot be written" in problem


def forked(ask: Callable[[], tuple[str, ...]], user: int | None) -> tuple[str, ...]:
    """What a copy of this process answers as another user: that one may not read a Python that is somebody's own."""
    come, go = os.pipe()
    child = os.fork()
    if child == 0:
        answer: tuple[str, ...] = ("failed",)
        try:
            if user is not None:
                os.setgid(user)
                os.setuid(user)
            answer = ask()
        finally:
            os.write(go, json.dumps(answer).encode())
            os._exit(0)
    os.close(go)
    with os.fdopen(come, "rb") as answers:
        told = json.loads(answers.read())
    os.waitpid(child, 0)
    return tuple(told)


def test_a_newer_version_is_refused_and_untouched(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, READING)
    connection = sqlite3.connect(at.database)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = files(at)
    assert "written by a newer version" in problem_of(at).why
    with pytest.raises(InspectorError, match="newer version"):
        archive.snapshots(at)
    with pytest.raises(InspectorError, match="newer version"):
        archive.forget_before(at, 0, history.NOW)
    assert files(at) == before
    assert archive.forget_all(at).files


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    at.folder.mkdir(parents=True)
    connection = sqlite3.connect(at.database)
    connection.executescript("PRAGMA application_id = 7; CREATE TABLE mine(x); INSERT INTO mine VALUES(1);")
    connection.close()
    before = files(at)
    assert "belongs to another program" in problem_of(at).why
    assert files(at) == before


def test_an_older_version_is_brought_up(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, READING)
    newer = (*STEPS, "ALTER TABLE snapshots ADD COLUMN more TEXT; CREATE TABLE added(x);")
    with writing(at, steps=newer) as connection:
        assert connection.execute("SELECT id, more FROM snapshots").fetchall() == [(1, None)]
    assert "newer version" in problem_of(at).why


@pytest.mark.parametrize("form", range(1, len(STEPS)))
def test_every_older_form_is_brought_up_before_it_is_read(tmp_path: Path, form: int) -> None:
    at = history.places(tmp_path)
    prepare(at)
    connection = sqlite3.connect(at.database, isolation_level=None)
    connection.execute("BEGIN")
    assert bring_up(connection, STEPS[:form]) == 0
    scope = scope_text(Scope())
    connection.execute(
        "INSERT INTO snapshots(taken_us, program, knowledge, scope, problems) VALUES(5, 'p', 'k', ?, '[]')", (scope,)
    )
    connection.execute("COMMIT")
    connection.close()
    assert [(info.id, info.taken_us, info.program) for info in archive.snapshots(at).snapshots] == [(1, 5, "p")]
    assert history.kept(at, READING).id == 2
    assert archive.load(at, 1).cookies == ()


def test_a_step_that_fails_leaves_the_older_version(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, READING)
    broken = (*STEPS, "CREATE TABLE added(x); SELECT no_such_column FROM snapshots;")
    with pytest.raises(InspectorError, match="cannot be used"), writing(at, steps=broken):
        pass
    assert history.ids(at) == [1]
    with reading(at) as connection:
        assert connection is not None
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'added'").fetchone() == (0,)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def scrambled(data: bytes) -> bytes:
    return data[:100] + bytes(byte ^ 0x5A for byte in data[100:])


@pytest.mark.parametrize("damage", [cut, scrambled, lambda data: b"not a database" * 9])
def test_a_damaged_one_is_set_aside_and_a_new_one_begun(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(*(records.cookie(name=f"n{number}") for number in range(500))))
    ruined = damage(at.database.read_bytes())
    at.database.write_bytes(ruined)
    for path in at.folder.glob("*-[ws]*"):
        path.unlink()
    with pytest.raises(InspectorError, match="damaged"):
        archive.load(at, 1)
    done = history.remember(at, READING)
    assert done.info is not None
    assert [problem.code for problem in done.problems] == ["history-damaged"]
    (aside,) = archive.usage(at).set_aside
    assert Path(aside).read_bytes() == ruined
    assert aside in str(done.problems[0])
    found = archive.snapshots(at)
    assert (len(found.snapshots), [problem.code for problem in found.problems]) == (1, ["history-set-aside"])


@given(st.data())
@settings(deadline=None, max_examples=15)
def test_any_damage_is_told_and_never_raises_anything_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    at = history.places(tmp_path_factory.mktemp("damage"))
    history.kept(at, READING)
    held = bytearray(at.database.read_bytes())
    ruin = data.draw(st.lists(st.tuples(st.integers(0, len(held) - 1), st.integers(0, 255)), min_size=1, max_size=40))
    for place, byte in ruin:
        held[place] = byte
    at.database.write_bytes(held)
    with suppress(InspectorError):
        archive.snapshots(at)
        archive.load(at, 1)
    done = history.remember(at, READING)
    assert done.info is not None or done.problems


@posix
@pytest.mark.parametrize("name", ["history.sqlite", "history.key", "history.sqlite-wal", "history.sqlite-shm"])
@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path, name: str, there: bool) -> None:
    at = history.places(tmp_path)
    at.folder.mkdir(parents=True)
    target = tmp_path / "precious"
    if there:
        target.write_bytes(b"precious")
    (at.folder / name).symlink_to(target)
    assert "symbolic link" in problem_of(at).why
    with pytest.raises(InspectorError, match="symbolic link"):
        archive.snapshots(at)
    assert target.read_bytes() == b"precious" if there else not target.exists()
    archive.forget_all(at)
    assert not (at.folder / name).is_symlink()
    assert target.exists() == there


@posix
def test_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    at.folder.parent.mkdir(parents=True)
    at.folder.symlink_to(tmp_path / "elsewhere")
    assert "symbolic link" in problem_of(at).why
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    at.database.mkdir(parents=True)
    assert "no plain file" in problem_of(at).why


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    at.folder.parent.mkdir(parents=True)
    at.folder.write_text("mine")
    assert "no plain folder" in problem_of(at).why
    assert at.folder.read_text() == "mine"
