# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A program proves itself: it paints its window without a screen, reads a made store and audits the made-up shop."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from packager.environment import ROOT

_COOKIES = 2


def make_store(folder: Path) -> Path:
    """Write a store of Chromium's with two made-up cookies, by the factory of the tests."""
    sys.path.insert(0, str(ROOT / "tests"))
    chromium = import_module("make.chromium")

    rows = (chromium.row("sid", ".shop.test"), chromium.row("b", "news.test"))
    return Path(chromium.store(folder / "Default" / "Cookies", *rows))


def prove(program: Sequence[str | Path], store: Path, home: Path) -> dict[str, Any]:
    """Run ``gui --self-test`` in an empty home; return what it told, and raise where it is not what it must be."""
    env = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PATH": os.environ.get("PATH", ""),
        "QT_QPA_PLATFORM": "offscreen",
    }
    env |= {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP", "LANG") if key in os.environ}
    command = [*map(str, program), "gui", "--self-test", "--store", str(store)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=180)
    return judged(done.returncode, done.stdout, done.stderr)


def judged(code: int, out: str, err: str) -> dict[str, Any]:
    """Return what a self-test told; raises :class:`RuntimeError` where it failed or read something else."""
    if code != 0:
        raise RuntimeError(f"the self-test ended with {code}: {err.strip()[-2000:]}")
    told: dict[str, Any] = json.loads(out)
    if told["cookies"] != _COOKIES or not told["demo_findings"] or told["painted_ms"] is None:
        raise RuntimeError(f"the self-test did not see what it should: {told}")
    return told


def prove_twice(program: Sequence[str | Path]) -> dict[str, Any]:
    """Prove a program here; the second, warm run is the one that counts. What it leaves in its home is an error."""
    with tempfile.TemporaryDirectory(prefix="cookie-inspector-proof-") as folder:
        home = Path(folder, "home")
        home.mkdir()
        store = make_store(Path(folder, "store"))
        prove(program, store, home)
        told = prove(program, store, home)
        left = sorted(
            str(path.relative_to(home)) for path in home.rglob("*") if path.is_file() and path.suffix != ".qmlc"
        )
        if [name for name in left if "fontconfig" not in name and "mesa" not in name]:
            raise RuntimeError(f"the self-test left files behind: {left}")
        return told
