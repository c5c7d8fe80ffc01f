# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What an older program left in a home opens in this one, and deleting what docs/privacy.md names leaves nothing."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from make import chromium, project_records

from inspector.core.snapshot import Scope
from inspector.history.schema import STEPS, bring_up
from inspector.history.scopes import scope_text
from inspector.projects.saving import write_new

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the page is checked with Linux's folders")
_START = "from inspector.cli.main import run; run()"
_CONFIG, _DATA = ".config/cookie-inspector", ".local/share/cookie-inspector"


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | {"HOME": str(home)}
    command = [sys.executable, "-c", _START, *map(str, arguments)]
    return subprocess.run(command, env=env, cwd=home.parent, capture_output=True, text=True, check=False)


def leave(home: Path, form: int) -> None:
    """What a program of that form of the history left: an answer, a history, the window's file."""
    config, history = home / _CONFIG, home / _DATA / "history"
    config.mkdir(parents=True)
    history.mkdir(parents=True)
    (config / "history.toml").write_text("remember = true\ndays = 90\nsince = 2026-11-01T12:00:00Z\n")
    (config / "window.ini").write_text("[General]\ntheme=dark\ngone=7\n")
    with closing(sqlite3.connect(history / "history.sqlite", isolation_level=None)) as database:
        database.execute("BEGIN")
        bring_up(database, STEPS[:form])
        database.execute(
            "INSERT INTO snapshots(taken_us, program, knowledge, scope, problems) VALUES(?, 'old', 'k', ?, '[]')",
            (1_793_534_400_000_000, scope_text(Scope())),
        )
        database.execute("COMMIT")


@pytest.mark.parametrize("form", range(1, len(STEPS) + 1))
def test_an_older_home_opens_and_its_removal_leaves_nothing(tmp_path: Path, form: int) -> None:
    home = tmp_path / "home"
    leave(home, form)
    project = tmp_path / "shop.cookies-project"
    write_new(project, project_records.full_project(tmp_path))
    listed = run(home, "history", "list")
    assert listed.returncode == 0, listed.stderr
    assert "2026-11-01" in listed.stdout
    told = run(home, "project", project)
    assert told.returncode == 0, told.stderr
    store = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    assert run(home, "scan", "--store", store, "--remember").returncode == 0
    with closing(sqlite3.connect(home / _DATA / "history" / "history.sqlite")) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert database.execute("SELECT count(*) FROM snapshots").fetchone() == (2,)
    for folder in (_CONFIG, _DATA):
        shutil.rmtree(home / folder)
    assert [path for path in home.rglob("*") if not path.is_dir()] == []
