# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's compressed JSON files: ``mozLz40``, a NUL, the size as u32 little-endian, one LZ4 block.

``toolkit/components/lz4`` and ``dom/system/IOUtils.cpp`` write them. Reading is bounded: by the size before anything
is unpacked, by the number of values before anything is parsed, and by keeping only the keys that are asked for.
"""

import json
import struct
from collections.abc import Iterable, Set
from pathlib import Path
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.readers.stable import Unreadable, read_stable

MAGIC: Final = b"mozLz40\x00"
HEADER: Final = len(MAGIC) + 4
LIMIT: Final = 64 * 1024 * 1024  # bytes, packed or not; a session of a thousand tabs takes about 10 MB
MOST_VALUES: Final = 1_500_000  # JSON values; each costs up to 200 bytes while it is parsed
BEST_RATIO: Final = 255  # LZ4 cannot pack better, so a header that claims more lies


@frozen
class Json:
    """The parsed content of a file and its time stamp (microseconds since 1970)."""

    value: object
    modified_us: int


def read_json(path: Path, keys: Set[str]) -> Json:
    """Return the file's content, keeping of every object only ``keys``; raise ``Unreadable`` where it is broken.

    Files without the magic are read as plain JSON, as Firefox wrote them before version 56.
    """
    stable = read_stable(path, LIMIT)
    try:
        return Json(parse(unpack(stable.data), keys), stable.modified_us)
    except ValueError as error:
        why = str(error)
        raise Unreadable(Problem("session-unreadable", "is broken", str(path), why, "", Severity.PARTIAL)) from None


def unpack(data: bytes) -> bytes:
    """Return the unpacked bytes of a file; raise ``ValueError`` where it is cut off, lies or is something else."""
    if not data.startswith(MAGIC):
        if data.lstrip()[:1] == b"{":
            return data
        raise ValueError("it is neither mozLz4 nor JSON")
    if len(data) < HEADER:
        raise ValueError("it is cut off")
    (size,) = struct.unpack_from("<I", data, len(MAGIC))
    if size > LIMIT or size > BEST_RATIO * len(data):
        raise ValueError(f"it claims to hold {size} bytes, more than it can or should")
    import lz4.block  # here, because few runs need it

    try:
        unpacked = lz4.block.decompress(memoryview(data)[HEADER:], uncompressed_size=size)
    except lz4.block.LZ4BlockError:
        raise ValueError("its LZ4 block is damaged") from None
    if len(unpacked) != size:
        raise ValueError("it is cut off")
    return bytes(unpacked)


def parse(data: bytes, keys: Set[str]) -> object:
    """Return the JSON value, of every object only ``keys``. The rest is dropped while it is read."""
    if data.count(b",") > MOST_VALUES:
        raise ValueError("it holds too many values")

    def kept(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any] | None:
        return {key: value for key, value in pairs if key in keys} or None

    try:
        return json.loads(data.decode("utf-8", "surrogateescape"), object_pairs_hook=kept)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON at character {error.pos}") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except ValueError:
        raise ValueError("it holds a number of too many digits") from None
