# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One target for some time, in a process of its own: what it tries is written down before it is tried."""

import json
import mmap
import os
import sys
import time
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from fuzz.corpus import keep, kept
from fuzz.engines import by_atheris, by_hypothesis
from fuzz.minimise import minimised
from fuzz.target import Target
from fuzz.watch import GROWTH_MB, Fault, Watch, limit_memory

LAST: Final = "last-input"
RESULT: Final = "result.json"
_MEMORY_MB: Final = 2048
_TOLD: Final = 12  # different faults of one run that are written down
_SHM: Final = Path("/dev/shm")


@dataclass
class Notebook:
    """Keeps the newest input where it outlives the process."""

    path: Path
    size: int
    _map: mmap.mmap = field(init=False)

    def __post_init__(self) -> None:
        self.path.write_bytes(bytes(self.size + 8))
        with self.path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)

    def note(self, data: bytes) -> None:
        """Note an input."""
        cut = data[: self.size]
        self._map[8 : 8 + len(cut)] = cut
        self._map[:8] = len(cut).to_bytes(8, "little")


def last_input(folder: Path) -> bytes:
    """Return the input that a process tried last."""
    data = (folder / LAST).read_bytes()
    return data[8 : 8 + int.from_bytes(data[:8], "little")]


@dataclass
class Run:
    """A run of one target: what was tried, what was found."""

    target: Target
    folder: Path
    watch: Watch
    began: float = field(default_factory=time.monotonic)
    faults: dict[str, tuple[Fault, bytes]] = field(default_factory=dict)

    def attempt(self, data: bytes) -> None:
        """Try one input and keep what went wrong, once for each place."""
        fault = self.watch.attempt(data)
        if fault is None or len(self.faults) >= _TOLD or fault.signature in self.faults:
            return
        print(f"{self.target.name}: {fault.signature}", file=sys.stderr, flush=True)
        small = data if fault.kind in ("memory",) else minimised(data, lambda tried: self._is(fault, tried))
        self.faults[fault.signature] = (fault, small)
        keep(self.target.name, small)
        self.write()

    def _is(self, fault: Fault, data: bytes) -> bool:
        found = self.watch.attempt(data)
        return found is not None and found.signature == fault.signature

    def write(self) -> None:
        """Write down how far it is."""
        grown = self.watch.growth_mb()
        faults = [
            {"signature": fault.signature, "text": fault.text, "bytes": len(data)}
            for fault, data in self.faults.values()
        ]
        if grown > GROWTH_MB:
            faults.append({"signature": "growth", "text": f"{grown:.0f} MB more were kept at the end", "bytes": 0})
        result: dict[str, Any] = {
            "inputs": self.watch.inputs,
            "seconds": round(time.monotonic() - self.began, 1),
            "slowest": round(self.watch.slowest, 3),
            "grown_mb": round(grown, 1),
            "faults": faults,
        }
        (self.folder / RESULT).write_text(json.dumps(result), "utf-8")


def main(name: str, engine: str, seconds: float, seed: int, folder: Path) -> None:
    """Run one target; called in a fresh process."""
    target = _target(name, engine)
    warnings.simplefilter("error")
    warnings.simplefilter("ignore", ResourceWarning)
    samples = [*target.samples(), *kept(name)]
    with TemporaryDirectory(dir=_SHM if _SHM.is_dir() else None) as own:
        watch = Watch(target, Path(own), Notebook(folder / LAST, max(target.largest, *map(len, samples))).note)
        run = Run(target, folder, watch)
        for sample in samples:  # what is imported late is imported before memory is looked at
            run.attempt(sample)
        if engine == "atheris":
            by_atheris(target, samples, run.attempt, seconds, seed, folder, lambda: _leave(run, own))
        else:
            limit_memory(_MEMORY_MB)
            by_hypothesis(target, samples, run.attempt, seconds, seed)
        run.write()


def _target(name: str, engine: str) -> Target:
    """Import the targets; for atheris with the program made to tell which of its branches are taken."""
    if engine == "atheris":
        import atheris  # here because it comes for some systems only

        atheris.instrument_imports(include=["inspector"]).__enter__()  # for what is imported later as well
    from fuzz.registry import TARGETS

    return TARGETS[name]


def _leave(run: Run, own: str) -> None:
    from shutil import rmtree

    run.write()
    rmtree(own, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
