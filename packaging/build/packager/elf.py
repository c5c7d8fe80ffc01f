# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What Linux libraries ask of others, as binutils' objdump tells it (System V ABI: DT_NEEDED, version references)."""

import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)\s*$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)(?:\.\d+)?\b")
_MAGIC = b"\x7fELF"


class Asked(NamedTuple):
    """What one library asks for: names of other libraries, and the newest version of glibc, (0, 0) for none."""

    libraries: frozenset[str] = frozenset()
    glibc: tuple[int, int] = (0, 0)


def is_elf(path: Path) -> bool:
    """Whether a file is a Linux program or library."""
    with path.open("rb") as file:
        return file.read(4) == _MAGIC


def asked(path: Path) -> Asked:
    """Return what a library asks for; objdump's failure is raised, for an unread library would be a lost dependency."""
    done = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True, errors="replace")
    return parse(done.stdout)


def parse(text: str) -> Asked:
    """Read the output of ``objdump -p``."""
    versions = [(int(major), int(minor)) for major, minor in _GLIBC.findall(text)]
    return Asked(frozenset(_NEEDED.findall(text)), max(versions, default=(0, 0)))


def reachable(needs: Mapping[str, Iterable[str]], roots: Iterable[str]) -> frozenset[str]:
    """Return the libraries that the roots ask for, and those that these ask for, and so on; only names in ``needs``."""
    found: set[str] = set()
    waiting = [name for name in roots if name in needs]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in needs[name] if other in needs]
    return frozenset(found)
