# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the window's policies come from: a file, pasted text or an address, each only when the user gives it."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from inspector.core.problem import Problem

if TYPE_CHECKING:
    from inspector.core.policy import Policy
    from inspector.engine.policy import PolicyReading


class Way(Enum):
    """How a policy is given."""

    FILE = auto()
    TEXT = auto()
    ADDRESS = auto()


class Request(NamedTuple):
    """What to read. ``source`` is a path or an address; ``find`` looks for the policies that its page links to."""

    way: Way
    source: str = ""
    text: str = ""
    find: bool = False

    @property
    def hosts(self) -> tuple[str, ...]:
        """The host that reading this contacts first; none for files and pasted text."""
        return (host_of(self.source),) if self.way is Way.ADDRESS else ()


class ReadPolicy(NamedTuple):
    """One policy that was read, or what stood in its way. ``via`` says how its address was come by."""

    location: str
    policy: "Policy | None"
    problems: tuple[Problem, ...] = ()
    via: str = ""


class Given(NamedTuple):
    """What a request gave: its policies, and every address that was asked, in order."""

    policies: tuple[ReadPolicy, ...]
    asked: tuple[str, ...] = ()


Read = Callable[[Request, datetime, Path | None], Given]


def read_policy(request: Request, now: datetime, keep: Path | None) -> Given:
    """Read what was asked for. Runs in the worker's thread, where the engine is imported.

    ``keep`` is the folder for copies of what was fetched, so that a verdict can be repeated.
    """
    from inspector.engine.lexicon import open_lexicon
    from inspector.engine.policy import STDIN, PolicyOptions, read_policies

    asked: list[str] = []
    kept = keep if request.way is Way.ADDRESS else None
    options = PolicyOptions(now, find=request.find, keep=kept, lexicon=open_lexicon(), asked=asked.extend)
    source = STDIN if request.way is Way.TEXT else request.source
    readings = read_policies((source,), options, request.text.encode("utf-8", "replace"))
    return Given(tuple(map(_taken, readings)), tuple(asked))


def _taken(reading: "PolicyReading") -> ReadPolicy:
    return ReadPolicy(reading.source, reading.policy, reading.problems, reading.via)


def host_of(address: str) -> str:
    """Return the host of an address as it is asked (IDNA), empty where it is none."""
    try:
        host = urlsplit(address.strip()).hostname or ""
        return host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one
        return ""


def completed(line: str) -> str:
    """Return what was typed as an address: ``shop.example/privacy`` is meant to begin with https."""
    line = line.strip()
    return line if "://" in line or not line else f"https://{line}"
