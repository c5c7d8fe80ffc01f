# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An upgrade, as a user meets it: an older package with what it left in a home, then the new one over it.

There is no older release yet, so the older package is this one under a lower version and with a file that the new one
has no more. What it left is older in earnest: a history in its first form, settings with an entry that is gone.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Final

from inspector.core.project import Project
from inspector.core.snapshot import Scope
from inspector.history.schema import STEPS, bring_up
from inspector.history.scopes import scope_text
from inspector.projects.saving import write_new

CONFIG: Final = Path(".config", "cookie-inspector")
DATA: Final = Path(".local", "share", "cookie-inspector")
PROJECT: Final = "shop.cookies-project"
DAY: Final = "2026-11-01"  # of the reading that the older history remembers
GONE: Final = Path("usr", "lib", "cookie-inspector", "gone.txt")
_VERSION: Final = "0.0.1~older"
_TAKEN_US: Final = 1_793_534_400_000_000  # noon of DAY, UTC


def older(package: Path, work: Path) -> Path:
    """Return this package under a lower version, with a file more."""
    root = work / "older"
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", str(package), str(root)], check=True)
    control = root / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines()
    lines = [f"Version: {_VERSION}" if line.startswith("Version:") else line for line in lines]
    control.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (root / GONE).write_text("of the older version only\n", encoding="utf-8")
    made = work / f"older_{package.name}"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", str(root), str(made)], check=True)
    shutil.rmtree(root)
    return made


def leave(home: Path, owner: tuple[int, int]) -> None:
    """Leave in a home what the older program would have, and a project; all of it is the owner's."""
    leave_own(home, form=1)
    write_new(home / PROJECT, Project(site="shop.example", filter="purpose:advertising"))
    for path in (home, *home.rglob("*")):
        os.chown(path, *owner)


def leave_own(home: Path, form: int) -> None:
    """Leave what a program of that form of the history keeps by itself: consent and history, the window's file."""
    (home / CONFIG).mkdir(parents=True)
    (home / DATA / "history").mkdir(parents=True)
    consent = f"remember = true\ndays = 90\nsince = {DAY}T12:00:00Z\n"
    (home / CONFIG / "history.toml").write_text(consent, encoding="utf-8")
    (home / CONFIG / "window.ini").write_text("[General]\ntheme=dark\ngone=7\n", encoding="utf-8")
    with closing(sqlite3.connect(home / DATA / "history" / "history.sqlite", isolation_level=None)) as database:
        database.execute("BEGIN")
        bring_up(database, STEPS[:form])
        database.execute(
            "INSERT INTO snapshots(taken_us, program, knowledge, scope, problems) VALUES(?, 'older', 'k', ?, '[]')",
            (_TAKEN_US, scope_text(Scope())),
        )
        database.execute("COMMIT")


def remove(home: Path) -> None:
    """Remove what the manual's page on privacy names, and the project that the user made."""
    for folder in (CONFIG, DATA):
        shutil.rmtree(home / folder)
    (home / PROJECT).unlink()
    for emptied in (CONFIG.parent, DATA.parent, DATA.parent.parent):
        (home / emptied).rmdir()
