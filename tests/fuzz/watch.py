# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Runs a target on one input after the other and watches: crashes, hangs, memory, growth."""

import gc
import resource
import signal
import statistics
import time
import traceback
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, Final, NamedTuple

from fuzz.target import Target

PEAK_MB: Final = 256  # more memory for one input of at most 64 KB is a fault
GROWTH_MB: Final = 24  # kept over the second half of a run
EVERY: Final = 400  # inputs between two looks at the memory
_PAGE: Final = resource.getpagesize()


class HangError(BaseException):
    """One input took longer than it may. No ``Exception``: nothing on the way should catch it."""


class Fault(NamedTuple):
    """What went wrong: its kind, where (the same fault has the same place), the text for a person."""

    kind: str
    place: str
    text: str

    @property
    def signature(self) -> str:
        """What tells one fault from another."""
        return f"{self.kind} {self.place}"


@dataclass
class Watch:
    """Tries inputs on a target; ``notice`` is called with each input before it is tried."""

    target: Target
    folder: Path
    notice: Any = None
    inputs: int = 0
    slowest: float = 0.0
    memory: list[float] = field(default_factory=list)
    _peak: float = 0.0

    def __post_init__(self) -> None:
        signal.signal(signal.SIGPROF, _ring)
        self._peak = _peak_mb()

    def attempt(self, data: bytes) -> Fault | None:
        """Try one input; return what went wrong."""
        if self.notice is not None:
            self.notice(data)
        self.inputs += 1
        fault = self._run(data)
        if self.inputs % EVERY == 0:
            gc.collect()
            self.memory.append(_resident_mb())
        return fault

    def _run(self, data: bytes) -> Fault | None:
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, self.target.seconds, 0.5)
        try:
            self.target.run(data, self.folder)
        except self.target.refusals:
            pass
        except HangError as error:
            return Fault("hang", _place(error), f"more than {self.target.seconds} s of the processor")
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            return Fault("crash", f"{type(error).__name__} {_place(error)}", "".join(traceback.format_exception(error)))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        took = time.process_time() - began
        self.slowest = max(self.slowest, took)
        if took > self.target.seconds:  # in C, where no signal is heard
            return Fault("hang", "in a library", f"{took:.1f} s of the processor")
        return self._memory_fault()

    def _memory_fault(self) -> Fault | None:
        before, self._peak = self._peak, _peak_mb()
        more = self._peak - before
        return Fault("memory", "peak", f"{more:.0f} MB for one input") if more > PEAK_MB else None

    def growth_mb(self) -> float:
        """Return by how much more memory was kept at the end than in the middle of the run; 0 for a short run."""
        if len(self.memory) < 8:
            return 0.0
        quarter = len(self.memory) // 4
        return statistics.median(self.memory[-quarter:]) - statistics.median(self.memory[quarter : 2 * quarter])


def _ring(number: int, frame: FrameType | None) -> None:
    raise HangError


def _place(error: BaseException) -> str:
    """Return the innermost place in the program that an exception went through."""
    places = [
        f"{Path(frame.filename).stem}.{frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
        if "/inspector/" in frame.filename
    ]
    return places[-1] if places else "outside"


def _peak_mb() -> float:
    """Return the most memory that this program held. ``ru_maxrss`` outlives ``exec``: it may be the parent's."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text("ascii", "replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _resident_mb() -> float:
    with suppress(OSError):
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE / 1e6
    return _peak_mb()


def limit_memory(megabytes: int) -> None:
    """Let this process have so much more address space than now: what wants more gets a ``MemoryError``."""
    with suppress(OSError, ValueError):
        now = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * _PAGE
        most = now + megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
