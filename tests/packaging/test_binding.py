# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""PySide's own Python goes into the frozen program compiled, and PySide takes it from there."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6", reason="the window's extra is not installed")

from packager import binding


def test_every_module_is_there_and_compiled_without_a_time(tmp_path: Path) -> None:
    (tmp_path / "_internal" / "shiboken6").mkdir(parents=True)
    count = binding.unpack(tmp_path)
    made = tmp_path / "_internal" / "shiboken6" / binding.FOLDER
    sources = sorted(made.rglob("*.py"))
    compiled = sorted(made.rglob("*.pyc"))
    assert count == len(sources) == len(compiled) > 10
    assert (made / "shibokensupport" / "signature" / "loader.py") in sources
    flags = {path.read_bytes()[4:8] for path in compiled}
    assert flags == {b"\x01\x00\x00\x00"}, "compiled for a source's hash that nobody checks (PEP 552)"


def test_two_builds_have_the_same_bytes(tmp_path: Path) -> None:
    held = []
    for name in ("one", "two"):
        (tmp_path / name / "shiboken6").mkdir(parents=True)
        binding.unpack(tmp_path / name)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        held.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in files])
    assert held[0] == held[1]


def test_pyside_takes_them(tmp_path: Path) -> None:
    """The library looks beside ``shiboken6``'s own file, so a copy of that package with our folder in it is loaded."""
    package = tmp_path / "shiboken6"
    package.mkdir()
    binding.unpack(tmp_path)
    import shiboken6

    for file in Path(shiboken6.__file__).parent.glob("*[.a-z0-9]"):
        if file.is_file():
            shutil.copy(file, package)
    program = "import shiboken6, shibokensupport.signature.loader as l; print(l.__file__); print(l.__cached__)"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    loaded, cached = done.stdout.split()
    assert Path(loaded).is_relative_to(package / binding.FOLDER)
    assert cached.endswith(".pyc")
