# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every format of cookie files, and the functions that read any of them. A new format is a line in the tuple."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading
from inspector.readers.files.analysis_tool import ANALYSIS_TOOL
from inspector.readers.files.api import NOT_JSON, Asked, FileFormat, OpenedFile
from inspector.readers.files.bidi import BIDI
from inspector.readers.files.csv_cookies import CSV_COOKIES
from inspector.readers.files.devtools_protocol import DEVTOOLS_PROTOCOL
from inspector.readers.files.devtools_table import DEVTOOLS_TABLE
from inspector.readers.files.evidence_collector import EVIDENCE_COLLECTOR
from inspector.readers.files.extension import EXTENSION
from inspector.readers.files.har import HAR
from inspector.readers.files.json_cookies import JSON_COOKIES
from inspector.readers.files.netscape import NETSCAPE
from inspector.readers.files.openwpm import MAGIC, OPENWPM
from inspector.readers.files.own_scan import OWN_SCAN
from inspector.readers.files.puppeteer import PUPPETEER
from inspector.readers.files.selenium import SELENIUM
from inspector.readers.files.set_cookie_log import SET_COOKIE_LOG
from inspector.readers.files.storage_state import STORAGE_STATE
from inspector.readers.files.tracker_radar import TRACKER_RADAR
from inspector.readers.stable import Unreadable, fingerprint, read_bytes, read_stable

FORMATS: Final[tuple[FileFormat, ...]] = (
    OWN_SCAN,
    STORAGE_STATE,
    DEVTOOLS_PROTOCOL,
    PUPPETEER,
    EXTENSION,
    SELENIUM,
    BIDI,
    HAR,
    EVIDENCE_COLLECTOR,
    TRACKER_RADAR,
    ANALYSIS_TOOL,
    OPENWPM,
    NETSCAPE,
    DEVTOOLS_TABLE,
    SET_COOKIE_LOG,
    CSV_COOKIES,
    JSON_COOKIES,
)
EMPTY: Final = "it is empty"
NO_FORMAT: Final = "its content is of no known format"
OPEN: Final = frozenset({EMPTY, NO_FORMAT})  # what may still be a table of names without domains
_SURE: Final = 95
_STREAMED_ABOVE: Final = 8 * 1024 * 1024  # bytes; larger files are opened by those formats that want all of them
_PICKLE: Final = ("it is a Python pickle, which may run code when it is opened", "Save the cookies as JSON")
# Protocols 0 and 1 have no mark: a list, a dictionary, or a class by its module and name (pickletools.py).
_OLD_PICKLE: Final = re.compile(rb"\([ld]p\d+\n|[\]}]q.|c[A-Za-z_][\w.]*\n[A-Za-z_]\w*\n(?:p\d+\n|q[\x00-\x1f]|\()")
# What people hand in by mistake, and what to do instead.
_PYTHON: Final = re.compile(r"\s*(?:\[\s*)?\{\s*'")
_BINARY: Final = (
    (MAGIC, "it is a database of a browser", "Read it with --store"),
    (b"cook\0", "it is Safari's cookie store", "Read it with --store"),
    (b"mozLz40\0", "it is a session file of Firefox", "Read the profile with --store"),
    (b"\x80", *_PICKLE),
    (b"\x1f\x8b", "it is packed with gzip, and what is packed may unpack without end", "Unpack it first"),
    (b"PK\x03\x04", "it is packed as ZIP, and what is packed may unpack without end", "Unpack it first"),
    (b"\x28\xb5\x2f\xfd", "it is packed with zstd, and what is packed may unpack without end", "Unpack it first"),
    (b"BZh", "it is packed with bzip2, and what is packed may unpack without end", "Unpack it first"),
    (b"\xfd7zXZ\0", "it is packed with xz, and what is packed may unpack without end", "Unpack it first"),
)


@frozen
class FileReading:
    """What a file gave, as what it was recognised (``None``: as nothing), and the hash of its bytes."""

    reading: Reading
    format: FileFormat | None = None
    sha256: str | None = None


def read_file(path: Path, asked: Asked = Asked()) -> FileReading:  # noqa: B008 - immutable and empty
    """Read a cookie file of any format, told by its content."""
    try:
        file = open_file(path, asked)
        return _read(file)
    except Unreadable as error:
        return FileReading(Reading(problems=(error.problem,)))


def read_objects(objects: Sequence[Any], where: str = "cookies", asked: Asked = Asked()) -> FileReading:  # noqa: B008
    """Read cookies that a program holds as objects: ``context.cookies()``, ``driver.get_cookies()`` and the like.

    The shape of the objects tells which it is, as with a file that has them as JSON. An empty list is no cookies.
    """
    file = OpenedFile(Path(where), b"", asked=asked, given=list(objects))
    if not objects:
        return FileReading(Reading(), STORAGE_STATE)
    found = _read(file)
    return FileReading(found.reading, found.format)


def open_file(path: Path, asked: Asked = Asked()) -> OpenedFile:  # noqa: B008 - immutable and empty
    """Open a file: a small one is held in memory as it stood still, of a large one the head."""
    stood = fingerprint(path)
    if stood is None or stood[0] <= _STREAMED_ABOVE:
        stable = read_stable(path)
        return OpenedFile(path, stable.data, stable.modified_us, asked, len(stable.data))
    read_bytes(path, length=1)  # says why, where it is no file or may not be read
    return OpenedFile(path, None, stood[1] // 1000, asked, stood[0])


def read_text(text: str, where: str, asked: Asked = Asked()) -> FileReading:  # noqa: B008 - immutable and empty
    """Read cookies from a text that never was a file, such as one that was pasted."""
    data = text.encode("utf-8", "surrogateescape")
    return _read(OpenedFile(Path(where), data, asked=asked, size=len(data)))


def bid_on(file: OpenedFile) -> tuple[int, FileFormat | None]:
    """Return the format that a file is of, and how sure that is (0 to 100), by what bids look at."""
    if HAR.bid(file) >= _SURE:
        return _SURE, HAR
    bids = [(held.bid(file), held) for held in FORMATS] if _may_be_read(file.head) else []
    best, chosen = max(bids, key=lambda bid: bid[0], default=(0, None))
    return (best, chosen) if best > 0 else (0, None)


def why_unknown(file: OpenedFile) -> Problem:
    """Return what is wrong with a file of no format, and what to do instead."""
    return _unknown(file)


def _read(file: OpenedFile) -> FileReading:
    if HAR.bid(file) >= _SURE:  # told by its first bytes: the others need not parse what may be hundreds of megabytes
        return FileReading(HAR.read(file), HAR, file.sha256)
    bids = [(held.bid(file), held) for held in FORMATS] if _may_be_read(file.head) else []
    best, chosen = max(bids, key=lambda bid: bid[0], default=(0, None))
    if chosen is None or best <= 0:
        return FileReading(Reading(problems=(_unknown(file),)), None, file.sha256)
    reading = chosen.read(file)
    return FileReading(reading, chosen if reading.stores else None, file.sha256)  # a table whose columns contradict


def _may_be_read(head: bytes) -> bool:
    known = any(head.startswith(signature) for signature, _, _ in _BINARY)
    return head.startswith(MAGIC) or not (known or _OLD_PICKLE.match(head))


def _unknown(file: OpenedFile) -> Problem:
    known = ", ".join(held.title for held in FORMATS)
    for signature, why, what_to_do in _BINARY:
        if file.head.startswith(signature):
            return _failed(file, why, what_to_do)
    if _OLD_PICKLE.match(file.head):
        return _failed(file, *_PICKLE)
    if file.given is NOT_JSON and not file.head.strip():
        return _failed(file, EMPTY, "Check that this is the file you meant")
    if file.json is NOT_JSON and _PYTHON.match(file.head_text):
        return _failed(file, "it is a list as Python prints it, and no JSON", "Write it with json.dump")
    if file.json is NOT_JSON and file.head_text.lstrip()[:1] in ("{", "["):
        if not file.small:
            return _failed(file, "it is JSON of no format that is read in parts, and too large otherwise", "Split it")
        return _failed(file, f"it begins like JSON and {file.parsed.fault}", "Export it again; it may be cut off")
    return _failed(file, NO_FORMAT, f"Known formats: {known}")


def _failed(file: OpenedFile, why: str, what_to_do: str) -> Problem:
    what = "this is not a cookie file that can be read"
    return Problem("cookie-file-unknown", what, str(file.path), why, what_to_do, Severity.FAILED)
