# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/privacy.md says what is written where; the main commands write that and no more, for their owner only."""

import os
import re
import stat
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
from make import chromium, packs

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "resources" / "demo"
START = "import os; os.umask(0); from inspector.cli.main import run; run()"  # the worst mask there is
FOLDERS = {"CONFIG": ".config/cookie-inspector", "DATA": ".local/share/cookie-inspector"}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the table is checked with Linux's folders")


def table() -> dict[str, str]:
    """Path (below the home) to mode, as the page has them."""
    text = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    rows = re.findall(r"^\| `((?:CONFIG|DATA)[^`]*)` \| (\w+) \|", text, re.MULTILINE)
    return {path.replace(path.split("/")[0], FOLDERS[path.split("/")[0]], 1): mode for path, mode in rows}


def written(home: Path) -> dict[str, str]:
    """Everything of ours in a home, with its mode."""
    return {
        str(path.relative_to(home)): f"{stat.S_IMODE(path.lstat().st_mode):04o}"
        for folder in FOLDERS.values()
        for path in ((home / folder), *(home / folder).rglob("*"))
        if path.exists()
    }


def run(home: Path, *arguments: str | Path) -> int:
    env = {**os.environ, "HOME": str(home)}
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        env.pop(name, None)
    command = [sys.executable, "-c", START, *map(str, arguments)]
    return subprocess.run(command, env=env, cwd=home.parent, capture_output=True, check=False).returncode


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which nothing is."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_without_a_yes_nothing_is_written(home: Path, tmp_path: Path) -> None:
    store = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    policy, cookies = DEMO / "policy.md", DEMO / "cookies.json"
    assert run(home, "demo") == 0
    assert run(home, "scan", "--store", store) == 0
    assert run(home, "classify", cookies) == 0
    assert run(home, "audit", "larkfield.example", "--policy", policy, "--cookies", cookies) == 1
    assert run(home, "history", "status") == 0
    assert list(home.rglob("*")) == []


def test_what_is_kept_is_what_the_page_says(home: Path, tmp_path: Path) -> None:
    value = chromium.row("a", value="v4lue")
    store = chromium.store(tmp_path / "Cookies", value)
    listed = tmp_path / "list.json"
    listed.write_bytes(packs.disconnect())
    report = tmp_path / "report.html"
    assert run(home, "history", "on") == 0
    assert run(home, "scan", "--store", store, "--read-values", "--remember") == 0
    assert run(home, "knowledge", "add", listed) == 0
    assert run(home, "demo", "--format", "html", "--output", report) == 0
    told, found = table(), written(home)
    assert f"{FOLDERS['DATA']}/history/history.key" in found
    for path, mode in found.items():
        assert mode == next((held for pattern, held in told.items() if fnmatch(path, pattern)), None), (path, mode)
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert b"v4lue" not in b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert run(home, "history", "forget", "--all", "--yes") == 0
    assert not (home / FOLDERS["DATA"] / "history").exists()
