# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The wheel and the sdist, by hatchling, which makes the same bytes of the same files and moment."""

import sys
from pathlib import Path

from packager.environment import ROOT, Place, run


def build(place: Place, moment: int) -> tuple[Path, Path]:
    """Write the sdist, and the wheel that is made from it, so that the sdist is known to hold everything."""
    for old in (*place.out.glob("cookie_inspector-*.whl"), *place.out.glob("cookie_inspector-*.tar.gz")):
        old.unlink()
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", place.out, ROOT], moment)
    return wheel(place), sdist(place)


def wheel(place: Place) -> Path:
    """Return the wheel that was built."""
    return _one(place.out, "cookie_inspector-*.whl")


def sdist(place: Place) -> Path:
    """Return the sdist that was built."""
    return _one(place.out, "cookie_inspector-*.tar.gz")


def _one(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise FileNotFoundError(f"{len(found)} files {pattern} in {folder}: build the wheel first")
    return found[0]
