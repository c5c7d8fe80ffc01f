# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where and when a build happens: its folders, its own Python with pinned packages, the commit's moment.

Only the standard library, for this runs before anything is installed.
"""

import hashlib
import os
import subprocess
import sys
import time
import venv
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[3]
REQUIREMENTS: Final = ROOT / "packaging" / "build" / "requirements.txt"
EPOCH: Final = "SOURCE_DATE_EPOCH"  # https://reproducible-builds.org/specs/source-date-epoch/


class Place(NamedTuple):
    """The folders of one build: what is being made, and what is handed out.

    ``quick``: to try, not to keep; ``whole``: a stranger's walk runs every test.
    """

    work: Path
    out: Path
    quick: bool = False
    whole: bool = False

    @property
    def xz_level(self) -> Literal[1, 6]:
        """How hard the Debian package and the archive are compressed; 6 is what dpkg and xz do unasked."""
        return 1 if self.quick else 6

    @property
    def folder(self) -> Path:
        """The frozen program."""
        return self.work / "folder" / "cookie-inspector"

    @property
    def contents(self) -> Path:
        """What the spec says of the frozen program."""
        return self.work / "contents.json"

    @property
    def python(self) -> Path:
        """The Python that builds, with what it needs and nothing else."""
        home = self.work / "venv"
        return home / "Scripts" / "python.exe" if sys.platform == "win32" else home / "bin" / "python"


def prepare(place: Place) -> None:
    """Make the build's own Python, with the packages of ``requirements.txt``; one that has them is taken as it is."""
    mark = place.work / "requirements.sha256"
    want = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if place.python.exists() and mark.exists() and mark.read_text(encoding="ascii") == want:
        return
    place.work.mkdir(parents=True, exist_ok=True)
    venv.create(place.work / "venv", with_pip=True, clear=True)
    pip = [str(place.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(REQUIREMENTS)], check=True)
    mark.write_text(want, encoding="ascii")


def epoch() -> int:
    """Return the moment that goes into everything: what the environment says, else the commit's, else of this file.

    The last is for an sdist, where no commit is known; all its files have the commit's time.
    """
    said = os.environ.get(EPOCH)
    if said:
        return int(said)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False) if (ROOT / ".git").exists() else None
    if done is not None and done.returncode == 0:
        return int(done.stdout)
    return int(Path(__file__).stat().st_mtime)


def day(moment: int) -> str:
    """Return the day of a moment, as desktop files and man pages tell it.

    >>> day(1795573606)
    '2026-11-25'
    """
    return time.strftime("%Y-%m-%d", time.gmtime(moment))


def variables(moment: int) -> dict[str, str]:
    """Return the environment of every tool: the commit's clock, one order of sets, plain English, nobody's settings."""
    fixed = {EPOCH: str(moment), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    fixed |= {"PYTHONNOUSERSITE": "1", "PYTHONSAFEPATH": "1"}  # what is installed, never what lies in the folder
    dropped = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
    return {key: value for key, value in os.environ.items() if key not in dropped} | fixed


def run(command: list[str | Path], moment: int, more: Mapping[str, str] | None = None) -> None:
    """Run a tool of the build; it tells its own failure, and the build ends with it."""
    subprocess.run([str(word) for word in command], check=True, env=variables(moment) | dict(more or {}))
