# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Computers that are not as they should be: no home, nowhere to write, a full disk, another language, a wrong clock."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from make import chromium
from make.command import Ended, Run

from inspector.core.resources import resources_folder

DEMO = resources_folder() / "demo"
POLICY, COOKIES = DEMO / "policy.md", DEMO / "cookies.json"
AUDIT = ("audit", "larkfield.example", "--policy", str(POLICY), "--cookies", str(COOKIES))
START = "from inspector.cli.main import run; run()"
posix = pytest.mark.skipif(os.name != "posix", reason="homes, limits and devices of POSIX")


def started(*arguments: str | Path, home: Path, before: str = "", **variables: str) -> Ended:
    """Run the command in a process of its own, with few variables; ``before`` is Python that runs first."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, "-c", f"{before}\n{START}", *map(str, arguments)]
    environment = {**kept, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", **variables}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def told(ended: Ended) -> str:
    """What a person is told: never of a fault of the program, never a traceback."""
    assert "fault of the program" not in ended.err, ended.err
    assert "Traceback" not in ended.err + ended.out, ended.err
    return ended.err


@pytest.fixture
def homeless(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A user without a home: the variable is not set, and the system knows no such user."""

    def unknown(number: int) -> None:
        raise KeyError(number)

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    return run


@posix
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("demo",), 0),
        (("classify", COOKIES), 0),
        (("explain", "_ga"), 0),
        (("policy", POLICY), 0),
        (AUDIT, 1),
        (("knowledge", "list"), 0),
        (("diff", COOKIES, COOKIES), 0),
        (("history", "status"), 0),
    ],
)
def test_what_needs_no_home_works_without_one(homeless: Run, arguments: tuple[str | Path, ...], code: int) -> None:
    ended = homeless(*arguments)
    assert (ended.code, bool(ended.out)) == (code, True), ended.err
    told(ended)


@posix
@pytest.mark.parametrize("arguments", [("scan",), ("browsers",), ("clear-steps", "larkfield.example")])
def test_what_needs_a_home_says_so(homeless: Run, arguments: tuple[str, ...]) -> None:
    ended = homeless(*arguments)
    assert ended.code == 3
    assert "home folder cannot be told" in told(ended)
    assert "HOME" in ended.err


@posix
def test_without_a_home_a_named_store_is_read(homeless: Run, tmp_path: Path) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    assert homeless("scan", "--store", store).code == 0


@posix
def test_nothing_can_be_kept_where_the_home_is_no_folder(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write to what is read-only, so the home is a file: nobody can make a folder in it."""
    file = home / "file"
    file.touch()
    monkeypatch.setenv("HOME", str(file))
    for arguments, code in ((("demo",), 0), (AUDIT, 1), (("scan",), 3)):
        ended = run(*arguments)
        assert ended.code == code, ended.err
        told(ended)
    ended = run("history", "on")
    assert ended.code == 3
    assert str(file) in told(ended)


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write to a read-only folder")
def test_a_home_that_may_not_be_written_to(run: Run, home: Path) -> None:
    home.chmod(0o500)
    try:
        assert run("demo").code == 0
        ended = run("history", "on")
        assert ended.code == 3
        assert "permission denied" in told(ended)
        assert list(home.iterdir()) == []
    finally:
        home.chmod(0o700)


# Python itself would leave cut-off bytecode behind; started() forbids it to write any.
_FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))"


@posix
def test_a_full_disk_leaves_no_half_report(home: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    ended = started("demo", "--format", "html", "--output", report, home=home, before=_FULL)
    assert ended.code == 3
    assert "cannot be written" in told(ended)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@posix
def test_a_full_disk_costs_the_history_not_the_scan(home: Path, tmp_path: Path) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    ended = started("scan", "--store", store, "--remember", "--format", "json", home=home, before=_FULL)
    assert [cookie["name"] for cookie in json.loads(ended.out)["cookies"]] == ["a"]
    assert "history" in told(ended).lower()
    again = started("history", "list", home=home)
    assert again.code in (0, 3)
    told(again)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_an_output_that_is_full_is_told(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-c", START, "demo", "--format", "json"]
        done = subprocess.run(
            command, env={**os.environ, "HOME": str(home)}, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert b"cannot be written: no space left" in done.stderr


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root is root")
def test_root_keeps_what_it_writes_for_itself(home: Path, tmp_path: Path) -> None:
    """Also where the mask would let everybody read."""
    store = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    ended = started("scan", "--store", store, "--remember", home=home, before="import os; os.umask(0)")
    assert ended.code == 0
    kept = [path for path in (home / ".local" / "share" / "cookie-inspector").rglob("*") if path.is_file()]
    assert kept
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept)


LOCALES = (
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "tr"},
    {"LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar", "TZ": "Africa/Cairo"},
    {"LC_ALL": "no_SUCH", "TZ": "No/Where", "PYTHONIOENCODING": "ascii"},
)


@pytest.mark.parametrize("variables", LOCALES, ids=lambda variables: variables["LC_ALL"])
def test_no_locale_changes_what_is_said(run: Run, home: Path, variables: dict[str, str]) -> None:
    """Locales that are not installed fall back to C; time zones and encodings count all the same."""
    assert started("demo", "--format", "json", home=home, **variables) == run("demo", "--format", "json")


def test_names_are_folded_without_regard_to_language(run: Run, tmp_path: Path) -> None:
    """A Turkish keyboard types "İ" and "ı"; neither is "i" to a cookie, nor to a filter."""
    store = chromium.store(
        tmp_path / "Cookies", *(chromium.row(name, path=f"/{at}") for at, name in enumerate(("ID", "id", "İD", "ıd")))
    )

    def shown(line: str) -> list[str]:
        ended = run("scan", "--store", store, "--filter", line, "--format", "json")
        return sorted(cookie["name"] for cookie in json.loads(ended.out)["cookies"])

    assert shown("name:id") == ["ID", "id"]
    assert shown("name:ıd") == ["ıd"]


MOMENTS = (
    "0001-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "2024-02-29T00:00:00Z",
    "2026-11-24T08:04:00Z",  # seconds before the newest cookie was set
    "2028-02-29T00:00:00Z",
    "2028-02-29T23:59:59.999999Z",
    "2106-02-07T06:28:16Z",
    "9999-12-31T23:59:59Z",
)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_wrong_clock_accuses_nobody_of_more(run: Run, moment: str) -> None:
    """Before the cookies' newest date a notice says so; findings are never more than at the right time."""
    wrong = report(run, moment)
    if not _RIGHT:
        _RIGHT.append(accused(report(run, "2026-11-24T12:00:00Z")))
    assert accused(wrong) <= _RIGHT[0]
    before = datetime.fromisoformat(moment) < datetime(2026, 11, 24, 8, 5, 10, tzinfo=UTC)
    assert any("lies before the newest date in the cookies" in notice for notice in wrong["notices"]) is before


_RIGHT: list[set[tuple[str, str]]] = []  # what is found at the right time, worked out once


def accused(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(finding["code"], json.dumps(finding["cookie"])) for finding in found["findings"]}


def report(run: Run, moment: str) -> dict[str, Any]:
    ended = run(*AUDIT, "--now", moment, "--format", "json")
    told(ended)
    found: dict[str, Any] = json.loads(ended.out)
    return found


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_command_runs_at_every_moment(run: Run, tmp_path: Path, moment: str) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row("a"), chromium.row("b", is_persistent=0))
    for arguments in (
        ("scan", "--store", store, "--now", moment),
        ("scan", "--store", store, "--filter", "set:<30d", "--now", moment),
        ("diff", COOKIES, COOKIES, "--now", moment),
        ("history", "list", "--now", moment),
    ):
        ended = run(*arguments)
        assert ended.code == 0, (arguments, ended.err)
        told(ended)
