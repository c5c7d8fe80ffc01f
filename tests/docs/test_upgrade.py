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

from inspector.history.schema import STEPS
from inspector.projects.saving import write_new
from packager.upgrade import CONFIG, DATA, DAY, leave_own

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the page is checked with Linux's folders")
_START = "from inspector.cli.main import run; run()"


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | {"HOME": str(home)}
    command = [sys.executable, "-c", _START, *map(str, arguments)]
    return subprocess.run(command, env=env, cwd=home.parent, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("form", range(1, len(STEPS) + 1))
def test_an_older_home_opens_and_its_removal_leaves_nothing(tmp_path: Path, form: int) -> None:
    home = tmp_path / "home"
    leave_own(home, form)
    project = tmp_path / "shop.cookies-project"
    write_new(project, project_records.full_project(tmp_path))
    listed = run(home, "history", "list")
    assert listed.returncode == 0, listed.stderr
    assert DAY in listed.stdout
    told = run(home, "project", project)
    assert told.returncode == 0, told.stderr
    store = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    assert run(home, "scan", "--store", store, "--remember").returncode == 0
    with closing(sqlite3.connect(home / DATA / "history" / "history.sqlite")) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
        assert database.execute("SELECT count(*) FROM snapshots").fetchone() == (2,)
    for folder in (CONFIG, DATA):
        shutil.rmtree(home / folder)
    assert [path for path in home.rglob("*") if not path.is_dir()] == []
