# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Walk a tour of the manual word by word: its files are written, its commands run, in a fresh folder and home.

    python packaging/manual tours [--without-window] [--program PATH] [TOUR.md ...]

A block ``sh`` is run as it stands, by bash; ``sh exit N`` must leave with N, others with 0. A block with a file's name
behind its language is that file; ``text output`` must be printed, line by line and in that order, by the commands
before it. The window is opened with --self-test in place of a person. In the home lie a made-up Chrome and Firefox (the
tests' own factories), for a tour of what is in one's browsers. With --program an installed program is walked with, else
this checkout's.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[3]
TOURS: Final = ROOT / "docs" / "tours"
_FENCE: Final = re.compile(r"^```(\w*) *([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROGRAM: Final = """\
#!/bin/bash
case "${1-gui}" in
    gui) [ -n "$WITHOUT_WINDOW" ] || exec {program} gui --self-test ;;
    *) exec {program} "$@" ;;
esac
"""
_CHECKOUT: Final = f"{shlex.quote(sys.executable)} -c 'from inspector.cli.main import run; run()'"


class Step(NamedTuple):
    """A block of a tour: its kind, what stands behind the kind, its text, and the line that it begins in."""

    kind: str
    more: str
    text: str
    line: int


class TourError(Exception):
    """A step did not do what the tour says."""


def steps(text: str) -> Iterator[Step]:
    """Return the blocks of a tour in their order."""
    for found in _FENCE.finditer(text):
        yield Step(found[1], found[2].strip(), found[3], text.count("\n", 0, found.start()) + 1)


def walk(tour: Path, folder: Path, *, window: bool = True, program: Path | None = None) -> int:
    """Do what a tour says, in an empty folder; return how many blocks of commands ran. Raises where one fails."""
    work, ran, printed = folder / "work", 0, ""
    environment = _environment(folder, window, program)
    work.mkdir()
    for step in steps(tour.read_text(encoding="utf-8")):
        if step.kind == "sh":
            printed, ran = _run(step, work, environment, tour.name), ran + 1
        elif step.kind == "text" and step.more == "output":
            _check(step, printed, tour.name)
        elif step.more:
            target = work / step.more
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(step.text, encoding="utf-8")
    return ran


def _run(step: Step, work: Path, environment: dict[str, str], name: str) -> str:
    done = subprocess.run(  # noqa: S603 - the commands are our own pages'
        ["/bin/bash", "-ec", step.text],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    wanted = int(step.more.removeprefix("exit ") or 0)
    if done.returncode != wanted:
        raise TourError(
            f"{name}:{step.line}: left with {done.returncode}, not {wanted}:\n{step.text}{done.stdout}{done.stderr}"
        )
    return done.stdout + done.stderr


def _check(step: Step, printed: str, name: str) -> None:
    lines = iter(" ".join(line.split()) for line in printed.splitlines())
    for wanted in filter(None, (" ".join(line.split()) for line in step.text.splitlines())):
        if wanted != "…" and wanted not in lines:
            raise TourError(f"{name}:{step.line}: not printed, or not in this order: {wanted}\n{printed}")


def _environment(folder: Path, window: bool, installed: Path | None) -> dict[str, str]:
    """Return the environment of a stranger: a home of made-up browsers, and the program on the path."""
    home, programs = folder / "home", folder / "bin"
    programs.mkdir(parents=True)
    run = _CHECKOUT if installed is None else shlex.quote(str(installed.absolute()))
    program = programs / "cookie-inspector"
    program.write_text(_PROGRAM.replace("{program}", run), encoding="utf-8")
    program.chmod(0o755)
    _fill(home)
    return {
        "HOME": str(home),
        "PATH": os.pathsep.join((str(programs), os.environ.get("PATH", os.defpath))),
        **({"PYTHONPATH": str(ROOT)} if installed is None else {}),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
        "QT_QPA_PLATFORM": "offscreen",
        "WITHOUT_WINDOW": "" if window else "1",
    }


def _fill(home: Path) -> None:
    """Make two browsers in a home, with the factories of the tests."""
    sys.path.insert(0, str(ROOT / "tests"))
    from make import chromium, firefox, homes

    chrome = home / ".config" / "google-chrome"
    chromium.store(
        chrome / "Default" / "Cookies",
        chromium.row("_ga", ".shop.test"),
        chromium.row("cart", "www.shop.test"),
        chromium.row("IDE", ".doubleclick.net", samesite=0),
    )
    homes.local_state(chrome, {"Default": "Ada"})
    profile = home / ".mozilla" / "firefox" / "abc1.default-release"
    firefox.store(profile, firefox.row("IDE", ".doubleclick.net"), firefox.row("lang", "news.test"))
    ini = "[Profile0]\nName=default-release\nIsRelative=1\nPath=abc1.default-release\n"
    (profile.parent / "profiles.ini").write_text(ini, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Walk the tours that are named, or all; say what was done."""
    parser = argparse.ArgumentParser("tours", description="Walk the manual's tours word by word.")
    parser.add_argument("tours", nargs="*", type=Path, default=sorted(TOURS.glob("*.md")))
    parser.add_argument("--without-window", action="store_true", help="where Qt or its system libraries are missing")
    parser.add_argument("--program", type=Path, help="an installed cookie-inspector (default: this checkout's)")
    given = parser.parse_args(arguments)
    for tour in given.tours:
        with tempfile.TemporaryDirectory() as folder:
            try:
                ran = walk(tour, Path(folder), window=not given.without_window, program=given.program)
            except TourError as error:
                print(error, file=sys.stderr)
                return 1
            print(f"{tour.name}: {ran} steps")
    return 0
