# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whatever interrupts a study, the same command goes on, and the result has the same bytes."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from make.studies import NOW, files_of, jar

from inspector.cli.main import main
from inspector.study.journal import HEAD, journal_place
from inspector.study.listing import read_listing
from inspector.study.options import StudyOptions
from inspector.study.run import CHANGING, StudyHooks, StudyRequest, run_study
from inspector.study.tables import RowState

ROWS = 15
_RUN = "import sys; from inspector.cli.main import main; sys.exit(main(sys.argv[1:]))"
MOMENTS = random.Random(20_261_125)
# After how many kept rows, and how long after that: from the first moment to the last file of the result.
KILLS = [(MOMENTS.randint(0, ROWS), MOMENTS.uniform(0, 0.08)) for _ in range(10)]


def command(listed: Path, out: Path, *more: str) -> list[str]:
    return ["study", str(listed), "--out", str(out), "--workers", "1", *more]


def kept_rows(out: Path) -> int:
    """How many rows the journal holds; all of them where it is gone."""
    try:
        return sum(1 for path in (journal_place(out) / "rows").rglob("*") if path.is_file() and path.suffix != ".part")
    except OSError:  # it was taken away while we looked
        return ROWS


def kill_at(listed: Path, out: Path, rows: int, later_s: float) -> None:
    """Start a study, wait until so many rows are kept, and kill it without a warning."""
    words = [sys.executable, "-c", _RUN, *command(listed, out, "--now", NOW)]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as study:
        until = time.monotonic() + 60
        while kept_rows(out) < rows and study.poll() is None and not out.is_dir() and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(later_s)
        study.kill()


@pytest.mark.parametrize(("rows", "later_s"), KILLS)
def test_killed_at_a_random_moment_it_goes_on_to_the_same_bytes(
    listed: Path, finished: Path, tmp_path: Path, rows: int, later_s: float
) -> None:
    out = tmp_path / "result"
    kill_at(listed, out, rows, later_s)
    # It goes on at the moment that it was begun at, unless it was killed before that was written down.
    moment = () if (journal_place(out) / HEAD).is_file() else ("--now", NOW)
    if not out.is_dir() or journal_place(out).is_dir():
        assert main(command(listed, out, *moment)) == 2
    assert files_of(out) == files_of(finished)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["result"]


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
def test_ctrl_c_says_what_is_kept_and_leaves_no_worker(listed: Path, finished: Path, tmp_path: Path) -> None:
    out = tmp_path / "result"
    words = [sys.executable, "-c", _RUN, *command(listed, out, "--now", NOW)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True) as study:
        until = time.monotonic() + 60
        while kept_rows(out) < 2 and time.monotonic() < until:
            time.sleep(0.002)
        workers = psutil.Process(study.pid).children(recursive=True)
        os.killpg(study.pid, signal.SIGINT)  # as a terminal does: workers get it, too
        said = study.communicate(timeout=60)[1]
    assert study.returncode == 130
    assert said == "What is done is kept: the same command goes on from there.\nStopped.\n"
    assert psutil.wait_procs(workers, timeout=30)[1] == []
    assert main(command(listed, out)) == 2
    assert files_of(out) == files_of(finished)


def test_killed_after_the_result_took_its_place_only_the_rest_is_taken_away(
    listed: Path, finished: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "result"
    with monkeypatch.context() as patch:
        patch.setattr("inspector.study.journal.Journal.remove", lambda journal: None)
        assert main(command(listed, out, "--now", NOW)) == 2
    assert journal_place(out).is_dir()
    assert main(command(listed, out)) == 2
    assert "was finished before" in capfd.readouterr().err
    assert files_of(out) == files_of(finished)
    assert not journal_place(out).exists()


def limited(blocks: int, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell that lets no file grow over so many blocks of 512 bytes."""
    script = f'ulimit -f {blocks}; exec "$@"'
    full = ["sh", "-c", script, "sh", sys.executable, "-c", _RUN, *words]
    return subprocess.run(full, capture_output=True, text=True, check=False, timeout=100)


@pytest.mark.skipif(os.name == "nt", reason="the limit is set by a POSIX shell")
@pytest.mark.parametrize("blocks", [1, 30])  # too little for a row; too little for the result
def test_where_no_more_can_be_written_that_is_said_and_nothing_looks_whole(
    listed: Path, finished: Path, tmp_path: Path, blocks: int
) -> None:
    out = tmp_path / "result"
    ended = limited(blocks, *command(listed, out, "--now", NOW))
    assert ended.returncode == 3
    assert "cannot be written: file too large" in ended.stderr
    assert "the same command goes on from there" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not out.exists()
    assert main(command(listed, out)) == 2
    assert files_of(out) == files_of(finished)


def test_a_list_with_one_row_changed_is_judged_anew_in_that_row_only(
    listed: Path, finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    copy, out = tmp_path / "copy", tmp_path / "result"
    shutil.copytree(listed.parent, copy)
    with monkeypatch.context() as patch:
        patch.setattr("inspector.study.run.write_result", lambda *given: pytest.fail("as if it was stopped here"))
        with pytest.raises(pytest.fail.Exception):
            main(command(copy / "list.csv", out, "--now", NOW))
    text = (copy / "list.csv").read_text()
    (copy / "list.csv").write_text(text.replace("jar1.json", "jar2.json", 1))
    judged: list[int] = []
    keep = "inspector.study.run._Study._keep"
    from inspector.study.run import _Study

    before = _Study._keep
    monkeypatch.setattr(keep, lambda study, held, done: (judged.append(done.number), before(study, held, done))[1])
    assert main(command(copy / "list.csv", out)) == 2
    assert judged == [1]
    assert "The list has changed" in capfd.readouterr().err


def request_of(listed: Path, out: Path) -> StudyRequest:
    from inspector.cli.moment import moment_of

    options = StudyOptions(moment_of(NOW), "cookie-inspector test")
    return StudyRequest(read_listing(listed), out, options, True)


@pytest.fixture
def two_rows(tmp_path: Path, listed: Path) -> Path:
    """A study of two sites."""
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("policy1.md", "policy2.md", "jar1.json", "jar2.json"):
        shutil.copy(listed.parent / name, folder / name)
    rows = "site,policy,cookies\nsite1.example,policy1.md,jar1.json\nsite2.example,policy2.md,jar2.json\n"
    (folder / "list.csv").write_text(rows)
    return folder / "list.csv"


def test_an_input_that_changes_under_it_is_judged_again(two_rows: Path, tmp_path: Path) -> None:
    said: list[str] = []
    left = [jar(("_ga", ".site1.example", 365), ("_fbp", ".site1.example", 90))]

    def change(progress: object) -> None:
        if left:  # the first row was kept a moment ago
            (two_rows.parent / "jar1.json").write_text(left.pop())

    run_study(request_of(two_rows, tmp_path / "moved"), StudyHooks(change, said.append))
    assert said == ["Files of 1 rows changed while they were read: they are judged again."]
    run_study(request_of(two_rows, tmp_path / "still"), StudyHooks())
    assert files_of(tmp_path / "moved") == files_of(tmp_path / "still")


def test_an_input_that_never_holds_still_fails_its_row_and_is_told(two_rows: Path, tmp_path: Path) -> None:
    numbers = iter(range(1000))

    def change(progress: object) -> None:
        (two_rows.parent / "jar1.json").write_text(jar(("_ga", ".site1.example", 365 + next(numbers))))

    done = run_study(request_of(two_rows, tmp_path / "out"), StudyHooks(change))
    assert done.states == {RowState.JUDGED: 1, RowState.FAILED: 1}
    assert [(failure.row.number, failure.why) for failure in done.failures] == [(1, CHANGING)]
    assert not done.whole


def test_the_number_of_workers_changes_no_byte(two_rows: Path, tmp_path: Path) -> None:
    for name, workers in (("alone", 1), ("together", 2)):
        request = request_of(two_rows, tmp_path / name)
        run_study(StudyRequest(request.listing, request.out, request.options, True, workers), StudyHooks())
    assert files_of(tmp_path / "alone") == files_of(tmp_path / "together")


def test_two_studies_never_write_to_one_place(two_rows: Path, tmp_path: Path) -> None:
    from inspector.core.problem import InspectorError
    from inspector.study.journal import holding

    with holding(tmp_path / "out"), pytest.raises(InspectorError, match="Another study is being written"):
        run_study(request_of(two_rows, tmp_path / "out"), StudyHooks())
