# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a format of cookie files is: a bid on an opened file, and a function that reads it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.core.store import Family, StoreRef

LIMIT: Final = 256 * 1024 * 1024  # bytes
MOST_PROBLEMS: Final = 50  # told one by one; the rest is counted
NOT_JSON: Final = object()


@dataclass(frozen=True)
class OpenedFile:
    """A file's bytes, with its text and its JSON worked out once, when a format asks for them."""

    path: Path
    data: bytes
    modified_us: int | None = None

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes as read."""
        return sha256(self.data).hexdigest()

    @cached_property
    def text(self) -> str:
        """The text: a byte order mark decides, else UTF-8; bytes that are neither are kept by surrogates."""
        if self.data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return self.data.decode("utf-16", "replace")
        return self.data.decode("utf-8-sig", "surrogateescape")

    @cached_property
    def json(self) -> Any:
        """The file as JSON, or ``NOT_JSON``. Nesting without end and numbers without end are no JSON to us."""
        if not self.text[:4096].lstrip().startswith(("{", "[")):
            return NOT_JSON
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return NOT_JSON

    def store(self, title: str) -> StoreRef:
        """Return the place that cookies of this file are found in. Which browser they were in is not known."""
        return StoreRef("unknown", "", str(self.path), Family.FILE, title, modified_us=self.modified_us)


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format: its id, what it is called, a bid (0 to 100) and a function that never raises for what it finds."""

    id: str
    title: str
    bid: Callable[[OpenedFile], int]
    read: Callable[[OpenedFile], Reading]


class Skipped:
    """Collects what was skipped: the first ones each with its place, then a count."""

    def __init__(self, where: str, what: str) -> None:
        self._where = where
        self._what = what
        self._problems: list[Problem] = []
        self._more = 0

    def add(self, place: str, why: str, what_to_do: str = "") -> None:
        """Note one that was skipped, at a line or a number in the file."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem("cookie-skipped", self._what, f"{self._where}, {place}", why, what_to_do))
        else:
            self._more += 1

    def problems(self) -> tuple[Problem, ...]:
        """Return them all, with the uncounted ones as one."""
        if not self._more:
            return tuple(self._problems)
        rest = Problem(
            "cookie-skipped",
            f"{self._more} more were skipped",
            self._where,
            severity=Severity.PARTIAL,
            count=self._more,
        )
        return (*self._problems, rest)
