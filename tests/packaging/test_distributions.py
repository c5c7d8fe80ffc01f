# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The wheel and the sdist carry everything that the program reads, and the same commit makes the same bytes."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("build", reason="the build front end is not installed")
from packager import distributions, environment, sums

ROOT = Path(__file__).resolve().parents[2]
MOMENT = 1_795_573_606


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    places = [environment.Place(ROOT, tmp_path_factory.mktemp(name)) for name in ("one", "another-folder")]
    for place in places:
        distributions.build(place, MOMENT)
    return places[0].out, places[1].out


def wheel(built: tuple[Path, Path]) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(built[0].glob("*.whl")))


def resources() -> set[str]:
    return _files(ROOT / "resources") | {f"manual/{name}" for name in _files(ROOT / "docs")}


def _files(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix() for path in files}


def test_the_same_files_and_moment_make_the_same_bytes(built: tuple[Path, Path]) -> None:
    assert len(sums.of(built[0])) == 2
    assert sums.differing(*built) == []


def test_the_wheel_has_every_resource_and_module_and_nothing_else(built: tuple[Path, Path]) -> None:
    with wheel(built) as file:
        held = set(file.namelist())
    own = {name.removeprefix("inspector/_resources/") for name in held if name.startswith("inspector/_resources/")}
    assert own == resources()
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "inspector").rglob("*.py")}
    assert modules <= held
    assert {name.partition("/")[0] for name in held} == {"inspector", "cookie_inspector-0.1.0.dist-info"}


def test_the_sdist_has_what_is_needed_to_test_and_build(built: tuple[Path, Path]) -> None:
    with tarfile.open(next(built[0].glob("*.tar.gz"))) as file:
        held = {name.partition("/")[2] for name in file.getnames()}
    assert {"README.md", "LICENSE", "packaging/build/__main__.py", "packaging/build/requirements.txt"} <= held
    assert {"docs/audit.md", "tests/conftest.py", "resources/icons/cookie-inspector.svg"} <= held
    assert {"mkdocs.yml", "packaging/manual/hooks.py", "docs/images/cookies.webp"} <= held
    assert not any("__pycache__" in name or name.startswith(("dist/", "build/", ".venv/")) for name in held)


def test_the_program_runs_from_the_wheel_as_it_does_from_the_checkout(built: tuple[Path, Path], tmp_path: Path) -> None:
    with wheel(built) as file:
        file.extractall(tmp_path / "installed")

    def demo(path: Path) -> str:
        code = "import inspector, sys; sys.stderr.write(inspector.__file__); from inspector.cli.main import run; run()"
        env = os.environ | {"PYTHONPATH": str(path), "HOME": str(tmp_path)}
        command = [sys.executable, "-c", code, "demo", "--format", "json"]
        done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=100)
        assert done.stderr.startswith(str(path))
        return done.stdout

    assert demo(tmp_path / "installed") == demo(ROOT)
