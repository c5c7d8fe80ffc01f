# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The files behind a row: which they are, the hashes of their bytes, and whether they changed meanwhile."""

import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final, NamedTuple

from inspector.readers.stable import Fingerprint, fingerprint
from inspector.study.listing import StudyRow

MOST_FILES: Final = 20_000  # in one folder of cookies, at any depth
MOST_PARTS: Final = 100  # of one policy
POLICY_SUFFIXES: Final = (
    ".htm", ".html", ".json", ".markdown", ".md", ".mht", ".mhtml", ".pdf", ".txt", ".xhtml", ".yaml", ".yml",
)  # fmt: skip
_BESIDE: Final = ("-wal", "-journal")  # a store's last changes
_DEEPEST: Final = 8
_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
)  # a pipe must not keep us waiting

Signature = tuple[tuple[str, Fingerprint], ...]
"""Every file of a row with what changes when it is written."""


class Input(NamedTuple):
    """One thing that was handed in: ``policy`` or ``cookies``, its own name, its hash, and its size in bytes."""

    kind: str
    name: str
    sha256: str
    size: int


class NotReadable(Exception):  # noqa: N818 - a state of the user's world, not an error of ours
    """An input that cannot be read at all; its text says which and why, without where it lies."""


def policy_parts(places: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files of a policy: a folder stands for the documents that lie in it, in the order of their names."""
    parts: list[Path] = []
    for place in places:
        if not place.is_dir():
            parts.append(place)
            continue
        found = sorted(entry for entry in _entries(place, "policy") if entry.suffix.lower() in POLICY_SUFFIXES)
        found = [entry for entry in found if not entry.name.startswith(".") and entry.is_file()]
        if not found:
            raise NotReadable("the folder of the policy holds no document")
        parts += found
    if len(parts) > MOST_PARTS:
        raise NotReadable(f"the policy has more than {MOST_PARTS} parts")
    return tuple(parts)


class Hashes:
    """The hashes of files, each worked out once as long as the file stays as it is: rows may share a crawl."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Fingerprint], str] = {}

    def of(self, row: StudyRow) -> tuple[Input, ...]:
        """Return what a row's judgement depends on; raise :class:`NotReadable` where something is not there."""
        inputs = [self._one("policy", part) for part in policy_parts(row.policies)]
        return (*inputs, *(self._one("cookies", place) for place in row.cookies))

    def _one(self, kind: str, place: Path) -> Input:
        if place.is_dir():
            return self._folder(kind, place)
        name, size = self._file(kind, place), _size(kind, place)
        beside = [self._file(kind, held) for held in _beside(place)] if kind == "cookies" else []
        whole = sha256("\n".join((name, *beside)).encode()).hexdigest() if beside else name
        return Input(kind, place.name, whole, size)

    def _folder(self, kind: str, place: Path) -> Input:
        """The hash of a folder is that of the sorted list of its files with theirs."""
        whole, size = sha256(), 0
        for held in tree(place, kind):
            whole.update(f"{self._file(kind, held)}  {held.relative_to(place).as_posix()}\n".encode("utf-8", "replace"))
            size += _size(kind, held)
        return Input(kind, place.name, whole.hexdigest(), size)

    def _file(self, kind: str, place: Path) -> str:
        key = str(place), fingerprint(place)
        known = self._known.get(key)
        if known is None:
            try:
                with open(os.open(place, _FLAGS), "rb") as file:  # noqa: PTH123 - a descriptor
                    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                        raise NotReadable(f"the {kind} is no file")
                    known = self._known[key] = file_digest(file, "sha256").hexdigest()
            except OSError as error:
                raise NotReadable(f"the {kind} cannot be read: {_why(error)}") from error
        return known


def signature(row: StudyRow) -> Signature:
    """Return what changes when any file of a row is written, comes or goes. Never raises."""
    return tuple((str(place), fingerprint(place)) for place in _files(row))


def _files(row: StudyRow) -> Iterator[Path]:
    for kind, places in (("policy", row.policies), ("cookies", row.cookies)):
        for place in places:
            yield place
            if not place.is_dir():
                yield from (place.with_name(place.name + ending) for ending in _BESIDE)
                continue
            try:
                yield from tree(place, kind)
            except NotReadable:  # told when the row is judged
                continue


def tree(folder: Path, kind: str) -> list[Path]:
    """Return the regular files of a folder at any depth, in one order; links to folders are not followed."""
    found: list[Path] = []
    waiting = [(folder, 0)]
    while waiting:
        place, depth = waiting.pop()
        for entry in _entries(place, kind):
            if entry.is_dir() and not entry.is_symlink() and depth < _DEEPEST:
                waiting.append((entry, depth + 1))
            elif entry.is_file():
                found.append(entry)
        if len(found) > MOST_FILES:
            raise NotReadable(f"the folder of the {kind} holds more than {MOST_FILES:,} files")
    return sorted(found)


def _entries(folder: Path, kind: str) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError as error:
        raise NotReadable(f"the folder of the {kind} cannot be read: {_why(error)}") from error


def _beside(place: Path) -> list[Path]:
    return [held for held in (place.with_name(place.name + ending) for ending in _BESIDE) if held.is_file()]


def _size(kind: str, place: Path) -> int:
    try:
        return place.stat().st_size
    except OSError as error:
        raise NotReadable(f"the {kind} cannot be read: {_why(error)}") from error


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
