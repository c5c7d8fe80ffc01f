# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A log survives its writer, and what is torn, newer or no log is told without a crash."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.events import header_write, run_started, whole_run, written_log

from inspector.capture.codec import encode
from inspector.capture.log import LogWriter, parse_log, read_log
from inspector.core.problem import InspectorError, Severity

RUN = whole_run(header_write())


def lines_of(*events: object) -> list[bytes]:
    return [encode(event).encode() + b"\n" for event in events]  # type: ignore[arg-type]


def codes(log: object) -> list[str]:
    return [problem.code for problem in log.problems]  # type: ignore[attr-defined]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    assert read_log(written_log(tmp_path / "events.jsonl", *RUN)) == (RUN, ())


def test_each_line_is_on_disk_before_the_next_event(tmp_path: Path) -> None:
    with LogWriter(tmp_path / "events.jsonl") as log:
        for count, event in enumerate(RUN, 1):
            log(event)
            assert read_log(tmp_path / "events.jsonl").events == RUN[:count]


def test_a_killed_writer_loses_nothing_that_it_wrote(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    script = (
        "import os, signal, sys; from pathlib import Path; from inspector.capture.log import LogWriter\n"
        "from inspector.capture.events import RunEnded; from inspector.capture.parts import Ending\n"
        "log = LogWriter(Path(sys.argv[1]))\n"
        "for at in range(100): log(RunEnded(at, Ending.COMPLETE))\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(path)], check=False, env=os.environ.copy())
    assert ended.returncode == -signal.SIGKILL
    assert [event.at_us for event in read_log(path).events] == list(range(100))


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = written_log(tmp_path / "events.jsonl", *RUN)
    with pytest.raises(InspectorError, match="cannot be written"):
        LogWriter(path)
    assert read_log(path).events == RUN


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="no such file") as raised:
        LogWriter(tmp_path / "nowhere" / "events.jsonl")
    assert "--out" in raised.value.what_to_do


def test_a_log_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    log = read_log(tmp_path / "events.jsonl")
    assert log.events == ()
    assert [(problem.code, problem.severity) for problem in log.problems] == [("log-unreadable", Severity.FAILED)]


def test_a_torn_last_line_costs_itself_alone() -> None:
    *whole, last = lines_of(*RUN)
    log = parse_log([*whole, last[:-9]], "events.jsonl")
    assert log.events == RUN[:-1]
    assert codes(log) == ["log-torn", "log-endless"]


def test_a_last_line_that_lacks_only_its_end_is_read() -> None:
    *whole, last = lines_of(*RUN)
    assert parse_log([*whole, last.rstrip()], "events.jsonl") == (RUN, ())


def test_a_damaged_line_in_the_middle_is_told_with_its_number() -> None:
    first, second, *rest = lines_of(*RUN)
    log = parse_log([first, b'{"event": "canary"}\n', b"\n", *rest], "events.jsonl")
    assert log.events == (RUN[0], *RUN[2:])
    assert [problem.what for problem in log.problems] == ["Line 2 could not be read"]
    assert second not in rest


def test_many_damaged_lines_are_counted() -> None:
    log = parse_log([*lines_of(RUN[0]), *[b"{\n"] * 100, *lines_of(RUN[-1])], "events.jsonl")
    assert len(log.problems) == 21
    assert log.problems[-1].count == 80


def test_events_of_a_newer_version_are_passed_over_and_named() -> None:
    newer = [b'{"event":"teleport","at_us":1}\n', b'{"event":"canary","at_us":1,"third_party_stored":true,"hue":1}\n']
    log = parse_log([*lines_of(RUN[0]), *newer, *lines_of(RUN[-1])], "events.jsonl")
    assert len(log.events) == 3
    [problem] = log.problems
    assert (problem.code, problem.severity) == ("log-unknown", Severity.NOTE)
    assert problem.what == "Passed over: canary.hue, teleport"


def test_a_newer_format_is_told() -> None:
    log = parse_log(lines_of(run_started(format=99), RUN[-1]), "events.jsonl")
    assert codes(log) == ["log-newer"]


@pytest.mark.parametrize("lines", [[], [b"\n"], [b"hello\n"], lines_of(RUN[-1])])
def test_what_is_no_log_is_told(lines: list[bytes]) -> None:
    assert "log-headless" in codes(parse_log(lines, "x"))


def test_a_run_without_its_end_is_told() -> None:
    assert codes(parse_log(lines_of(*RUN[:-1]), "x")) == ["log-endless"]


@given(st.lists(st.binary(max_size=60) | st.sampled_from(lines_of(*RUN)), max_size=8))
def test_any_bytes_give_events_and_problems(lines: list[bytes]) -> None:
    log = parse_log(lines, "x")
    assert set(log.events) <= set(RUN)
    assert all(problem.where == "x" for problem in log.problems)
