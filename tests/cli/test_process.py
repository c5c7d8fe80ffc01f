# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The program as a process of its own: what it loads, how fast it starts, how it ends."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from make import chromium, many

PROGRAM = [sys.executable, "-c", "from inspector.cli.main import run; run()"]


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("XDG", "DBUS", "COV", "FORCE", "PYTHON"))
    }
    return kept | {"HOME": str(home)} | more


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many.chromium_store(tmp_path_factory.mktemp("stores") / "Default" / "Cookies", 3000)


LOADED = """
import sys
from inspector.cli.main import main
code = main(sys.argv[1:])
names = {{name.partition(".")[0] for name in sys.modules}}
print(code, *sorted(names & {{{watched}}}), file=sys.stderr)
"""


def loaded(home: Path, *arguments: str, watched: tuple[str, ...]) -> list[str]:
    """The exit code of a run and which of the watched packages it loaded."""
    code = LOADED.format(watched=", ".join(map(repr, watched)))
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment(home), capture_output=True, text=True, timeout=60, check=True)
    return done.stderr.splitlines()[-1].split()


SLOW = ("PySide6", "browser_cookie3", "tldextract", "requests", "Cryptodome", "lz4")


def test_a_scan_loads_neither_qt_nor_anything_slow(store: Path, tmp_path: Path) -> None:
    for name in ("table", "json", "jsonl", "csv"):
        assert loaded(tmp_path, "scan", "--store", str(store), "--format", name, watched=SLOW) == ["0"]


def test_browsers_loads_neither_qt_nor_anything_slow(tmp_path: Path) -> None:
    chromium.store(tmp_path / ".config" / "chromium" / "Default" / "Cookies", chromium.row())
    assert loaded(tmp_path, "browsers", watched=SLOW) == ["0"]


def test_help_loads_no_command_and_no_reader(tmp_path: Path) -> None:
    assert loaded(tmp_path, "--help", watched=(*SLOW, "rich", "sqlite3", "json")) == ["0"]


def test_formats_for_programs_do_not_load_rich(store: Path, tmp_path: Path) -> None:
    assert loaded(tmp_path, "scan", "--store", str(store), "--format", "jsonl", watched=("rich",)) == ["0"]


def hear_ctrl_c() -> None:
    """Hear Ctrl-C again: a shell lets its background jobs ignore it, pytest among them, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


WAITING = """
import sys, time
import inspector.engine.scan as scanning
def wait(*_):
    print("reading", flush=True)
    time.sleep(60)
scanning.read_store = wait
from inspector.cli.main import run
run()
"""


def test_ctrl_c_while_reading(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    command = [sys.executable, "-c", WAITING, "scan", "--store", str(store), "--output", str(target)]
    process = subprocess.Popen(
        command,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_ctrl_c,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "reading\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (130, "Stopped.\n")
    assert not target.exists()


@pytest.mark.parametrize("name", ["table", "json", "jsonl", "csv"])
def test_ctrl_c_in_the_middle_of_the_output(store: Path, tmp_path: Path, name: str) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "scan", "--store", str(store), "--format", name],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(100)  # it writes; nobody takes the rest, so it is stuck in the middle
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    assert process.stderr.read() == b"Stopped.\n"
    process.stdout.close()
    process.stderr.close()


STUCK = """
import os, sys
from inspector.cli import main
def stuck(arguments):
    os.set_blocking(1, False)
    try:
        while True:
            os.write(1, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(1, True)
    sys.stdout.write("the rest")
    raise KeyboardInterrupt
main._invoke = stuck
main.run()
"""


def test_ctrl_c_does_not_wait_for_a_reader_that_stopped(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STUCK], env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.wait(20) == 130
    assert process.stderr.read() == b"Stopped.\n"
    process.stdout.close()
    process.stderr.close()


@pytest.mark.parametrize("name", ["table", "json", "jsonl", "csv"])
def test_a_closed_pipe_is_no_fault(store: Path, tmp_path: Path, name: str) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "scan", "--store", str(store), "--format", name],
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(20) == 141
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here to play the full disk")
@pytest.mark.parametrize("arguments", [["scan", "--format", "json"], ["scan"], ["--help"], ["--version"]])
def test_a_full_disk_is_said_in_a_sentence(store: Path, tmp_path: Path, arguments: list[str]) -> None:
    more = ["--store", str(store)] if "scan" in arguments else []
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*PROGRAM, *arguments, *more], env=environment(tmp_path), stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 3
    assert b"The output cannot be written: no space left on device" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_stdout_or_stderr_it_still_ends_properly(store: Path, tmp_path: Path) -> None:
    shell = f'exec "$@" scan --store "{store}"'
    for closed, code in ((">&-", 3), ("2>&-", 0)):
        command = ["sh", "-c", f"{shell} {closed}", "sh", *PROGRAM]
        assert subprocess.run(command, env=environment(tmp_path), capture_output=True, timeout=60).returncode == code


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_no_encoding_makes_it_fail(tmp_path: Path, encoding: str) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row("猫…\u202e", ".shop.test"))
    for name in ("table", "json", "jsonl", "csv"):
        done = subprocess.run(
            [*PROGRAM, "scan", "--store", str(store), "--format", name],
            env=environment(tmp_path, PYTHONIOENCODING=encoding),
            capture_output=True,
            timeout=60,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        done.stdout.decode("utf-8")


def on_a_terminal(command: list[str], env: dict[str, str]) -> tuple[int, str]:
    """Run with stdout and stderr on a terminal; return the code and all that was printed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(command[0], command, env)
    printed = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux tells the end of a terminal by an error
            break
        if not part:
            break
        printed += part
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), printed.decode("utf-8", "replace")


SLOWLY = """
import time
import inspector.engine.scan as scanning
real = scanning.read_store
def slow(*arguments):
    time.sleep({seconds})
    return real(*arguments)
scanning.read_store = slow
from inspector.cli.main import run
run()
"""


@pytest.mark.parametrize(("seconds", "shown"), [(1.2, True), (0, False)])
def test_progress_is_shown_on_a_terminal_when_it_takes_long(tmp_path: Path, seconds: float, shown: bool) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row())
    command = [sys.executable, "-c", SLOWLY.format(seconds=seconds), "scan", "--store", str(store)]
    code, printed = on_a_terminal(command, environment(tmp_path, TERM="xterm", COLUMNS="120"))
    assert code == 0
    assert ("Reading 1 of 1" in printed) == shown
    assert "1 cookie from 1 site" in printed


def test_progress_is_not_shown_elsewhere(tmp_path: Path) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row())
    command = [sys.executable, "-c", SLOWLY.format(seconds=0.8), "scan", "--store", str(store)]
    done = subprocess.run(command, env=environment(tmp_path), capture_output=True, timeout=60, check=True)
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout


def test_an_audits_report_is_the_same_in_every_process(tmp_path: Path) -> None:
    """Python orders sets of texts anew in each process; a claim's cookies are of several purposes here."""
    names = ("PHPSESSID", "cart", "csrftoken", "OptanonConsent", "lang", "_ga", "IDE", "AWSALB")
    lines = [f".shop.example\tTRUE\t/\tTRUE\t1798105600\t{name}\tvalue\n" for name in names]
    (tmp_path / "cookies.txt").write_text("# Netscape HTTP Cookie File\n" + "".join(lines))
    (tmp_path / "policy.txt").write_text("We use strictly necessary cookies. We use cookies to remember your choices.")
    options = ["audit", "shop.example", "--policy", "policy.txt", "--cookies", "cookies.txt", "--format", "json"]
    command = [*PROGRAM, *options, "--no-settings", "--now", "2026-11-24T12:00:00Z"]
    reports = set()
    for seed in ("0", "1", "2"):
        surroundings = environment(tmp_path, PYTHONHASHSEED=seed)
        done = subprocess.run(command, env=surroundings, cwd=tmp_path, capture_output=True, timeout=60, check=False)
        assert done.returncode in (0, 1), done.stderr
        reports.add(done.stdout)
    assert len(reports) == 1
