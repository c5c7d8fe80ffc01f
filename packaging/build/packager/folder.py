# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The frozen program: one folder with Python, Qt and the program in it, made from the wheel."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from packager import binding, contents, distributions, elf
from packager.environment import ROOT, Place, run

SPECS: Final = ROOT / "packaging" / "pyinstaller"
_SPEC: Final = {"win32": "windows.spec", "darwin": "macos.spec"}


def freeze(place: Place, moment: int) -> Path:
    """Install the wheel into the build's own Python, freeze it there, and return the folder."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    run([*pip, "--force-reinstall", distributions.wheel(place)], moment)
    shutil.rmtree(place.folder.parent, ignore_errors=True)
    spec = SPECS / _SPEC.get(sys.platform, "linux.spec")
    command: list[str | Path] = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--clean"]
    command += ["--distpath", place.folder.parent, "--workpath", place.work / "pyinstaller"]
    run([*command, spec], moment, more={contents.VARIABLE: str(place.contents)})
    binding.unpack(place.folder)
    if sys.platform == "linux":
        strip(place.folder)
    return place.folder


def strip(folder: Path) -> None:
    """Take debugging data out of libraries that have it (Python's, two of wheels); what has none keeps its bytes."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and ".so" in path.name and elf.is_elf(path):
            sections = subprocess.run(["objdump", "-h", str(path)], capture_output=True, text=True, check=True).stdout
            if ".debug_info" in sections:
                subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def settle(folder: Path, moment: int) -> None:
    """Give every file the commit's time and the plainest mode, so that an archive of it is the same tomorrow."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            program = path.is_dir() or path.name == "cookie-inspector"
            path.chmod(0o755 if program else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
    os.utime(folder, (moment, moment))


def size(folder: Path) -> int:
    """Return the bytes of a folder's files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
