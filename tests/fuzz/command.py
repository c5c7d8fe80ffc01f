# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The command that runs fuzz targets, each in a process of its own, and says what was found."""

import argparse
import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from fuzz.corpus import keep
from fuzz.registry import TARGETS
from fuzz.worker import RESULT, last_input

_TESTS: Final = Path(__file__).parents[1]
_GRACE_S: Final = 240  # for the imports, for minimising faults; a process that still runs then hangs


def main(arguments: Sequence[str]) -> int:
    """Run targets; 0 where nothing was found, 1 where something was, 2 for wrong arguments."""
    asked = _parser().parse_args(arguments)
    if asked.list:
        for target in TARGETS.values():
            print(f"{target.name:18} {target.reads}")
        return 0
    unknown = [name for name in asked.targets if name not in TARGETS]
    if unknown:
        print(f"Unknown: {', '.join(unknown)}. --list shows all targets", file=sys.stderr)
        return 2
    if asked.engine == "atheris" and importlib.util.find_spec("atheris") is None:
        print("atheris is not installed: pip install atheris", file=sys.stderr)
        return 2
    found = [_told(name, _run(name, asked)) for name in asked.targets or TARGETS]
    print(f"{len(found)} targets, {sum(found)} with faults")
    return int(any(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m tests.fuzz", description="Every parser on hostile inputs.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="the targets to run (default: all)")
    parser.add_argument("--seconds", type=float, default=300, help="how long each runs (default: 300)")
    parser.add_argument(
        "--engine", choices=("hypothesis", "atheris"), default="hypothesis", help="who thinks of inputs"
    )
    parser.add_argument("--seed", type=int, default=int(time.time()), help="repeats a run of hypothesis")
    parser.add_argument("--list", action="store_true", help="show the targets and leave")
    return parser


def _run(name: str, asked: argparse.Namespace) -> dict[str, Any]:
    with TemporaryDirectory() as made:
        folder = Path(made)
        command = [sys.executable, "-m", "fuzz.worker", name, asked.engine, str(asked.seconds), str(asked.seed), made]
        environment = {**os.environ, "PYTHONPATH": str(_TESTS), "PYTHONFAULTHANDLER": "1"}
        with (folder / "output").open("wb") as out:
            process = subprocess.Popen(command, env=environment, stdout=out, stderr=out, cwd=_TESTS.parent)
            try:
                code = process.wait(asked.seconds + _GRACE_S)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGABRT)  # faulthandler tells where it was
                code = process.wait(30)
        result = json.loads((folder / RESULT).read_text("utf-8")) if (folder / RESULT).is_file() else _nothing()
        if code != 0:
            result["faults"].append(_ended(name, folder, code))
        return dict(result)


def _nothing() -> dict[str, Any]:
    return {"inputs": 0, "seconds": 0.0, "slowest": 0.0, "grown_mb": 0.0, "faults": []}


def _ended(name: str, folder: Path, code: int) -> dict[str, Any]:
    """Return the fault of a process that ended by itself; what it tried last is kept."""
    data = last_input(folder) if (folder / "last-input").is_file() else b""
    if data:
        keep(name, data)
    how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
    output = (folder / "output").read_text("utf-8", "replace")[-3000:]
    return {"signature": f"died {how}", "text": output, "bytes": len(data)}


def _told(name: str, result: dict[str, Any]) -> bool:
    """Print one line on a target and what was found."""
    rate = result["inputs"] / max(result["seconds"], 0.1)
    print(
        f"{name:18} {result['seconds']:6.0f} s {result['inputs']:9,} inputs ({rate:5.0f}/s)  "
        f"slowest {result['slowest']:6.3f} s  "
        f"memory {result['grown_mb']:+5.1f} MB  {len(result['faults'])} faults",
        flush=True,
    )
    for fault in result["faults"]:
        print(f"    {fault['signature']} ({fault['bytes']} bytes)\n{_indented(fault['text'])}", flush=True)
    return bool(result["faults"])


def _indented(text: str) -> str:
    return "\n".join(f"        {line}" for line in text.strip().splitlines()[-14:])
