# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A browser as a process: listened to, ended with its children, its profile removed, even where we are killed."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from make.browsers import wait_for
from make.recorders import left_behind

from inspector.capture.process import PREFIX, Running
from inspector.capture.recorder import BrowserGoneError, Stopped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the made-up browsers are shell scripts")
READY = re.compile(r"ready on (\d+)")


def started(tmp_path: Path, script: str, prepare: Callable[[Path], None] = lambda profile: None) -> Running:
    """Start a made-up browser: a shell script that gets the profile's path."""
    return Running(
        lambda profile: ["/bin/sh", "-c", script, "browser", str(profile)],
        prepare,
        tmp_path,
        lambda profile: os.environ,
    )


@pytest.fixture(autouse=True)
def nothing_stays(tmp_path: Path) -> Iterator[None]:
    yield
    assert wait_for(lambda: left_behind(tmp_path) == [], 10), left_behind(tmp_path)


def children(tmp_path: Path) -> list[psutil.Process]:
    """The processes whose arguments name a profile of this test."""
    mark = str(tmp_path / PREFIX)
    return [one for one in psutil.process_iter(["cmdline"]) if mark in " ".join(one.info["cmdline"] or ())]


def test_what_it_says_is_waited_for(tmp_path: Path) -> None:
    running = started(tmp_path, "echo booting >&2; sleep 0.2; echo ready on 4711 >&2; sleep 60")
    assert running.wait_for_line(READY, 10, lambda: False)[1] == "4711"
    assert running.alive
    assert running.end()
    assert not running.alive


def test_the_profile_is_made_prepared_and_ours_alone(tmp_path: Path) -> None:
    running = started(
        tmp_path, 'ls "$1" >&2; echo ready on 1 >&2', lambda profile: (profile / "prefs").write_text("x") and None
    )
    assert running.wait_for_line(re.compile("prefs"), 10, lambda: False)
    assert running.profile.parent.stat().st_mode & 0o077 == 0
    running.end()
    assert not running.profile.parent.exists()


def test_ending_twice_is_no_fault(tmp_path: Path) -> None:
    running = started(tmp_path, "sleep 60")
    assert running.end()
    assert running.end()


def test_children_and_those_that_will_not_end_are_ended_too(tmp_path: Path) -> None:
    script = "trap '' TERM; (trap '' TERM; sleep 300 & echo ready on $! >&2; while :; do sleep 0.1; done) & wait"
    running = started(tmp_path, script)
    child = psutil.Process(int(running.wait_for_line(READY, 10, lambda: False)[1]))
    began = time.monotonic()
    assert running.end()
    assert time.monotonic() - began < 10
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrowserGoneError, match=r"could not be started \(no such file"):
        Running(lambda profile: [str(tmp_path / "nothing")], lambda profile: None, tmp_path, lambda profile: {})


def test_a_program_that_may_not_run_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no program")
    with pytest.raises(BrowserGoneError, match="could not be started"):
        Running(lambda profile: [str(tmp_path / "data")], lambda profile: None, tmp_path, lambda profile: {})


def test_one_that_ends_at_once_is_told_with_its_reason(tmp_path: Path) -> None:
    running = started(tmp_path, "echo cannot open display >&2; exit 7")
    with pytest.raises(BrowserGoneError, match="ended at once: cannot open display"):
        running.wait_for_line(READY, 10, lambda: False)
    running.end()


def test_one_that_never_listens_costs_a_bounded_time(tmp_path: Path) -> None:
    running = started(tmp_path, "sleep 60")
    with pytest.raises(BrowserGoneError, match="did not start listening within 1 seconds"):
        running.wait_for_line(READY, 1, lambda: False)
    running.end()


def test_waiting_can_be_stopped(tmp_path: Path) -> None:
    running = started(tmp_path, "sleep 60")
    with pytest.raises(Stopped):
        running.wait_for_line(READY, 60, lambda: True)
    running.end()


def test_one_that_says_much_neither_blocks_nor_fills_the_memory(tmp_path: Path) -> None:
    script = "i=0; while [ $i -lt 20000 ]; do echo line $i and more words to fill a pipe >&2; i=$((i+1)); done"
    running = started(tmp_path, f"{script}; echo ready on 9 >&2; sleep 60")
    assert running.wait_for_line(READY, 60, lambda: False)[1] == "9"
    assert running.last_words == "ready on 9"
    running.end()


def test_a_fault_while_the_profile_is_prepared_leaves_nothing(tmp_path: Path) -> None:
    def fail(profile: Path) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        started(tmp_path, "sleep 60", fail)


def test_no_room_for_the_profile_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BrowserGoneError, match="no room for its temporary profile"):
        started(tmp_path / "file", "sleep 60")


def test_what_a_dead_visit_left_is_removed_by_the_next(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    for name, owner in (("dead", dead.pid), ("mine", os.getpid())):
        (tmp_path / f"{PREFIX}{name}").mkdir()
        (tmp_path / f"{PREFIX}{name}" / "owner").write_text(str(owner))
    (tmp_path / f"{PREFIX}strange").mkdir()
    started(tmp_path, "sleep 60").end()
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{PREFIX}mine", f"{PREFIX}strange"]
    (tmp_path / f"{PREFIX}mine" / "owner").unlink()
    for path in tmp_path.iterdir():
        path.rmdir()


OWNER = """
import os, sys, time; from pathlib import Path; from inspector.capture.process import Running
script = "trap '' TERM; echo ready >&2; sleep 300 & while :; do sleep 0.1; done"
Running(lambda profile: ["/bin/sh", "-c", script, "browser", str(profile)], lambda profile: None,
        Path(sys.argv[1]), lambda profile: os.environ)
print("started", flush=True); time.sleep(300)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_nothing_is_left_where_we_are_killed(tmp_path: Path, number: signal.Signals) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert owner.stdout is not None
    with owner.stdout:
        assert owner.stdout.readline() == "started\n"
    assert children(tmp_path)
    owner.send_signal(number)
    owner.wait(10)
    assert wait_for(lambda: not children(tmp_path) and not list(tmp_path.iterdir()), 15), list(tmp_path.iterdir())
