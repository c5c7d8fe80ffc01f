# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a format of cookie files is: a bid on an opened file, and a function that reads any file that it bid on."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.core.store import Family, StoreRef
from inspector.readers.files.json_text import NOT_JSON, JsonText, read_json
from inspector.readers.stable import read_bytes

__all__ = ["NOT_JSON", "Asked", "FileFormat", "OpenedFile", "Skipped"]

LIMIT: Final = 256 * 1024 * 1024  # bytes of a file that is held in memory whole
HEAD: Final = 64 * 1024  # bytes that bids look at
MOST_PROBLEMS: Final = 50  # told one by one; the rest is counted


def _same(host: str) -> str:
    return host


@frozen
class Asked:
    """What the user said of a file that cannot say it itself, and what readers may not look up themselves.

    ``origin`` is the address that answered with bare ``Set-Cookie`` lines, ``at_us`` when. ``site_of`` gives the
    registrable domain of a host, "" for a public suffix; without it every host is a site of its own. ``visit`` is the
    id of the one visit of a crawl that is meant.
    """

    origin: str | None = None
    at_us: int | None = None
    site_of: Callable[[str], str] = _same
    visit: str | None = None


@dataclass(frozen=True)
class OpenedFile:
    """A file that formats bid on by its head, with its text and its JSON worked out once, when a format asks.

    ``given`` is what a program hands over instead of a file: the objects that its JSON would hold.
    """

    path: Path
    held: bytes | None = None
    modified_us: int | None = None
    asked: Asked = field(default_factory=Asked)
    size: int = 0
    given: Any = NOT_JSON

    @cached_property
    def data(self) -> bytes:
        """All bytes. For a file above the limit :class:`~inspector.readers.stable.Unreadable` is raised."""
        return read_bytes(self.path, LIMIT) if self.held is None else self.held

    @cached_property
    def head(self) -> bytes:
        """The first bytes, which are enough to tell most formats."""
        return self.held[:HEAD] if self.held is not None else read_bytes(self.path, HEAD, HEAD)

    @property
    def small(self) -> bool:
        """Whether it may be held in memory whole."""
        return self.held is not None or self.size <= LIMIT

    @cached_property
    def sha256(self) -> str:
        """The hash of the bytes as read."""
        if self.held is not None:
            return hashlib.sha256(self.held).hexdigest()
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def text(self) -> str:
        """The text: a byte order mark decides, else UTF-8; bytes that are neither are kept by surrogates."""
        return decoded(self.data)

    @cached_property
    def head_text(self) -> str:
        """The text of the head; the last character may be cut."""
        return decoded(self.head)

    @cached_property
    def parsed(self) -> JsonText:
        """The file as JSON with what was wrong with it."""
        if self.given is not NOT_JSON:
            return JsonText(self.given)
        if not self.small or not self.head_text.lstrip().startswith(("{", "[")):
            return JsonText(NOT_JSON)
        return read_json(self.text)

    @property
    def json(self) -> Any:
        """The file as JSON, or ``NOT_JSON``; of a file that was cut off, what was whole."""
        return self.parsed.data

    def damage(self) -> tuple[Problem, ...]:
        """Return what was wrong with the JSON; every format that reads it tells."""
        found = self.parsed
        if not found.fault:
            return ()
        severity = Severity.NOTE if found.whole else Severity.PARTIAL
        return (Problem("json-damaged", found.fault, str(self.path), found.why, found.what_to_do, severity),)

    def store(self, title: str) -> StoreRef:
        """Return the place that cookies of this file are found in. Which browser they were in is not known."""
        return StoreRef("unknown", "", str(self.path), Family.FILE, title, modified_us=self.modified_us)


def decoded(data: bytes) -> str:
    """Return bytes as text: a byte order mark decides, else UTF-8 with the bytes that are not kept by surrogates."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "surrogateescape")


@frozen
class FileFormat:
    """A format: its id, what it is called, a bid (0 to 100) and a function that never raises for what it finds."""

    id: str
    title: str
    bid: Callable[[OpenedFile], int]
    read: Callable[[OpenedFile], Reading]


class Skipped:
    """Collects what was skipped: the first ones each with its place, then a count."""

    def __init__(self, where: str, what: str, code: str = "cookie-skipped") -> None:
        self._where = where
        self._what = what
        self._code = code
        self._problems: list[Problem] = []
        self._more = 0

    @property
    def count(self) -> int:
        """How many were skipped."""
        return len(self._problems) + self._more

    def add(self, place: str, why: str, what_to_do: str = "") -> None:
        """Note one that was skipped, at a line or a number in the file."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(self._code, self._what, f"{self._where}, {place}", why, what_to_do))
        else:
            self._more += 1

    def problems(self) -> tuple[Problem, ...]:
        """Return them all, with the uncounted ones as one."""
        if not self._more:
            return tuple(self._problems)
        rest = Problem(
            self._code,
            f"{self._more:,} more like this",
            self._where,
            severity=Severity.PARTIAL,
            count=self._more,
        )
        return (*self._problems, rest)
