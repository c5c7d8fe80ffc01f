# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every format of cookie files, and the function that reads any of them. A new format is a line in the tuple."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.readers.files.api import LIMIT, NOT_JSON, FileFormat, OpenedFile
from inspector.readers.files.netscape import NETSCAPE
from inspector.readers.files.own_scan import OWN_SCAN
from inspector.readers.files.storage_state import STORAGE_STATE
from inspector.readers.stable import Unreadable, read_stable

FORMATS: Final[tuple[FileFormat, ...]] = (OWN_SCAN, STORAGE_STATE, NETSCAPE)
# What people hand in by mistake, and what to do instead.
_BINARY: Final = (
    (b"SQLite format 3\0", "it is a database of a browser", "Read it with --store"),
    (b"cook\0", "it is Safari's cookie store", "Read it with --store"),
    (b"mozLz40\0", "it is a session file of Firefox", "Read the profile with --store"),
    (b"\x80", "it is a Python pickle, which may run code when it is opened", "Save the cookies as JSON"),
)


@dataclass(frozen=True, slots=True)
class FileReading:
    """What a file gave, as what it was recognised (``None``: as nothing), and the hash of its bytes."""

    reading: Reading
    format: FileFormat | None = None
    sha256: str | None = None


def read_file(path: Path) -> FileReading:
    """Read a cookie file of any format, told by its content."""
    try:
        stable = read_stable(path, LIMIT)
    except Unreadable as error:
        return FileReading(Reading(problems=(error.problem,)))
    file = OpenedFile(path, stable.data, stable.modified_us)
    bids = [(held.bid(file), held) for held in FORMATS] if _is_text(file.data) else []
    best, chosen = max(bids, key=lambda bid: bid[0], default=(0, None))
    if chosen is None or best <= 0:
        return FileReading(Reading(problems=(_unknown(file),)), None, file.sha256)
    return FileReading(chosen.read(file), chosen, file.sha256)


def _is_text(data: bytes) -> bool:
    return not any(data.startswith(signature) for signature, _, _ in _BINARY)


def _unknown(file: OpenedFile) -> Problem:
    known = ", ".join(held.title for held in FORMATS)
    for signature, why, what_to_do in _BINARY:
        if file.data.startswith(signature):
            return _failed(file, why, what_to_do)
    if not file.data.strip():
        return _failed(file, "it is empty", "Check that this is the file you meant")
    if file.json is NOT_JSON and file.text.lstrip()[:1] in ("{", "["):
        return _failed(file, "it begins like JSON and is none", "Export it again; it may have been cut off")
    return _failed(file, "its content is of no known format", f"Known formats: {known}")


def _failed(file: OpenedFile, why: str, what_to_do: str) -> Problem:
    what = "this is not a cookie file that can be read"
    return Problem("cookie-file-unknown", what, str(file.path), why, what_to_do, Severity.FAILED)
