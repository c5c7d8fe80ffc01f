# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A stranger's walk: a fresh Debian with Python 3.11 and pip, a copy of the checkout, and what the README says.

The README's two commands are run as they stand (the second, by default, with a choice of tests), first where Qt's
system libraries are missing, then with the line that the skipped tests name. Then the program is installed from its
wheel as users have it, and the manual's tours are walked with it. Needs root and debootstrap.
"""

import os
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from packager import chroot
from packager.environment import ROOT

PYTHON: Final = ("python3", "python3-pip", "python3-venv", "ca-certificates")
CHOICE: Final = ("tests/docs", "tests/history", "tests/projects", "tests/gui/projects", "tests/gui/test_settings.py")
_HOME: Final = Path("/home/tester")
_CHECKOUT: Final = _HOME / "cookie-inspector"
_SKIPPED: Final = re.compile(r"^SKIPPED \[(\d+)\] [^ ]+: (.+)$", re.MULTILINE)
_APT: Final = re.compile(r"apt install ((?:[a-z0-9.+-]+ ?)+)")
_BLOCK: Final = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LONGEST_S: Final = 3600.0


class Ran(NamedTuple):
    """A run of the tests: pytest's last line, and how many were skipped for which reason."""

    last: str
    skipped: Counter[str]

    @property
    def for_qt(self) -> dict[str, int]:
        """The skips that are Qt's."""
        return {why: number for why, number in self.skipped.items() if why.startswith("Qt does not load")}


class WalkError(RuntimeError):
    """Something did not come out as the README or the manual says."""


def commands(readme: str) -> tuple[str, str]:
    """Return the README's two commands: what installs it and runs the example, and what runs the tests."""
    blocks = _BLOCK.findall(readme.partition("## Try it")[2])
    if len(blocks) < 2 or "pip install" not in blocks[0] or "pytest" not in blocks[1]:
        raise WalkError("the README's part 'Try it' does not begin with an installation and a run of the tests")
    return blocks[0].strip(), blocks[1].strip()


def read_run(printed: str) -> Ran:
    """Return what a run of pytest with ``-raR`` printed."""
    skipped: Counter[str] = Counter()
    for number, why in _SKIPPED.findall(printed):
        skipped[why.removeprefix("Skipped: ")] += int(number)
    return Ran((printed.strip().splitlines() or ["nothing"])[-1].strip("= "), skipped)


def line_for_qt(ran: Ran) -> tuple[str, ...]:
    """Return the Debian packages that the skipped tests name; raises where they name none."""
    found = [_APT.search(why) for why in ran.for_qt]
    if not found or not all(found):
        raise WalkError(f"without Qt's libraries no test says which to install: {dict(ran.skipped)}")
    return tuple(sorted({name for one in found if one for name in one[1].split()}))


def walk(base: Path, fresh: Path, *, whole: bool) -> Iterator[str]:
    """Walk, and yield what was seen, line by line; raises :class:`WalkError` where something does not hold."""
    install, test = commands((ROOT / "README.md").read_text(encoding="utf-8"))
    chosen = "" if whole else " " + " ".join(CHOICE)
    shutil.rmtree(fresh, ignore_errors=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(base), str(fresh)], check=True)
    try:
        version = _furnish(fresh)
        yield f"a fresh Debian with {version} and pip, no Qt libraries"
        began = time.monotonic()
        shown = _run(fresh, install)
        yield f"README, first command: {time.monotonic() - began:.0f} s, its last line: {_last(shown)}"
        ran = read_run(_run(fresh, test + chosen))
        yield from _told("README, second command", ran, whole)
        names = line_for_qt(ran)
        yield f"  reason: {next(iter(ran.for_qt))}"
        chroot.inside(fresh, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names)
        ran = read_run(_run(fresh, test + chosen))
        yield from _told("with that line", ran, whole)
        if ran.for_qt:
            raise WalkError(f"with {' '.join(names)} Qt's tests are skipped still: {ran.for_qt}")
        yield from _tours(fresh)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _furnish(fresh: Path) -> str:
    chroot.inside(fresh, "apt-get", "update", "-qq")
    chroot.inside(fresh, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *PYTHON)
    chroot.inside(fresh, "useradd", "--create-home", "tester")
    _copy_ways_to_packages(fresh)
    target = fresh / _CHECKOUT.relative_to("/")
    for name in _files():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name, follow_symlinks=False)
    chroot.inside(fresh, "chown", "-R", "tester:tester", str(_HOME))
    return _run(fresh, "python3 --version").strip()


def _files() -> list[str]:
    """The files of the checkout as git has them, changes included: what somebody who clones it gets."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise WalkError("this is no checkout of git's, so what a stranger gets is not known")
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def _copy_ways_to_packages(fresh: Path) -> None:
    """Take this computer's settings of pip and its certificates along, as apt's are: a mirror may be the only way."""
    for source, target in ((Path("/etc/pip.conf"), "etc/pip.conf"), (_own_pip(), "home/tester/.config/pip/pip.conf")):
        if source.is_file():
            place = fresh / target
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place)
    bundle = Path("/etc/ssl/certs/ca-certificates.crt")
    if bundle.is_file():
        shutil.copyfile(bundle, fresh / bundle.relative_to("/"))


def _own_pip() -> Path:
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config", "pip", "pip.conf")


def _tours(fresh: Path) -> Iterator[str]:
    """Install the wheel as users do, and walk the tours with that program; the checkout only has the pages."""
    _run(fresh, ".venv/bin/python -m pip wheel -q --no-deps --wheel-dir ~/wheel . && python3 -m venv ~/installed")
    _run(fresh, 'cd && installed/bin/pip install -q "$(ls wheel/*.whl)[gui,pdf,research]"')
    said = _run(fresh, ".venv/bin/python packaging/manual tours --program ~/installed/bin/cookie-inspector")
    lines = said.strip().splitlines()
    if len(lines) < 3:
        raise WalkError(f"not every tour was walked: {said}")
    yield from (f"tour {line}" for line in lines)
    _run(fresh, "cd && installed/bin/pip uninstall -q -y cookie-inspector && ! ls installed/bin/cookie-inspector")
    yield "the wheel was installed, its tours walked, and it was removed"


def _told(what: str, ran: Ran, whole: bool) -> Iterator[str]:
    yield f"{what} ({'every test' if whole else 'a choice of tests'}): {ran.last}"
    yield from (f"  skipped {number}: {why[:160]}" for why, number in sorted(ran.skipped.items()))


def _run(fresh: Path, command: str) -> str:
    """Run a line of the README as the stranger, in the checkout; /proc and /dev/shm go with the command."""
    kept = {name: value for name, value in os.environ.items() if _is_pip_s(name)}
    env = [f"{name}={value}" for name, value in (kept | {"HOME": str(_HOME), "LANG": "C.UTF-8"}).items()]
    mounts = " && ".join(
        (
            'mount -t proc proc "$0/proc"',
            'mkdir -p "$0/dev/shm"',
            'mount -t tmpfs tmpfs "$0/dev/shm"',
            'chmod 1777 "$0/dev/shm"',
        )
    )
    inner = ["chroot", "--userspec=tester", str(fresh), "env", "-i", "PATH=/usr/bin:/bin", *env]
    whole = ["unshare", "--mount", "sh", "-c", f'{mounts} && exec "$@"', str(fresh), *inner]
    whole += ["bash", "-ec", f"cd {_CHECKOUT}\n{command}"]
    done = subprocess.run(whole, capture_output=True, text=True, check=False, timeout=_LONGEST_S)
    if done.returncode:
        raise WalkError(f"{command}\nleft with {done.returncode}:\n{(done.stdout + done.stderr)[-6000:]}")
    return done.stdout


def _is_pip_s(name: str) -> bool:
    return (name.startswith("PIP_") and name != "PIP_FIND_LINKS") or name.lower().endswith("_proxy")


def _last(printed: str) -> str:
    return (printed.strip().splitlines() or ["nothing"])[-1].strip()
