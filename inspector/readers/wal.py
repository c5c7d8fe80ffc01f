# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Replay of SQLite's write-ahead log, in memory: the pages of all committed transactions.

Format: https://www.sqlite.org/fileformat2.html, section 4 "The Write-Ahead Log". A frame counts only if its salts are
the header's, its running checksum is right, and a commit frame follows; everything after the first that fails is old.
"""

import struct
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from inspector.core.frozen import frozen

HEADER: Final = 32
FRAME_HEADER: Final = 24
_MAGIC_LITTLE: Final = 0x377F0682  # checksums over little-endian words
_MAGIC_BIG: Final = 0x377F0683
_VERSION: Final = 3_007_000
_MASK: Final = 0xFFFFFFFF


@frozen
class Log:
    """Committed pages of a log, page number to offset of its newest bytes, and the size of the database in pages."""

    page_size: int
    pages: Mapping[int, int]
    page_count: int


def committed(wal: bytes) -> Log | None:
    """Return what the log holds; ``None`` where it holds no committed transaction or is not a log."""
    header = _header(wal)
    if header is None:
        return None
    page_size, order, salts, sums = header
    pages: dict[int, int] = {}
    pending: dict[int, int] = {}
    page_count = 0
    frame = FRAME_HEADER + page_size
    for start in range(HEADER, len(wal) - frame + 1, frame):
        number, size_after, salt1, salt2, sum1, sum2 = struct.unpack_from(">6I", wal, start)
        if (salt1, salt2) != salts or number == 0:
            break
        sums = _checksum(wal, start, 8, order, sums)
        sums = _checksum(wal, start + FRAME_HEADER, page_size, order, sums)
        if (sum1, sum2) != sums:
            break
        pending[number] = start + FRAME_HEADER
        if size_after:  # a commit frame
            pages.update(pending)
            pending.clear()
            page_count = size_after
    return Log(page_size, MappingProxyType(pages), page_count) if page_count else None


def applied(database: bytes, wal: bytes) -> bytes | bytearray:
    """Return the database as it is with the log's committed transactions."""
    log = committed(wal)
    if log is None:
        return database
    size = log.page_size
    # No page can be in neither file, so a hostile page count does not make us allocate more than both hold.
    count = min(log.page_count, (len(database) + len(wal)) // size + 1)
    image = bytearray(count * size)
    kept = min(len(image), len(database))
    image[:kept] = memoryview(database)[:kept]
    for number, offset in log.pages.items():
        if number <= count:
            image[(number - 1) * size : number * size] = memoryview(wal)[offset : offset + size]
    return image


def _header(wal: bytes) -> tuple[int, str, tuple[int, int], tuple[int, int]] | None:
    if len(wal) < HEADER:
        return None
    magic, version, page_size, _sequence, salt1, salt2, sum1, sum2 = struct.unpack_from(">8I", wal)
    if magic not in (_MAGIC_LITTLE, _MAGIC_BIG) or version != _VERSION:
        return None
    if not 512 <= page_size <= 65536 or page_size & (page_size - 1):
        return None
    order = ">" if magic == _MAGIC_BIG else "<"
    sums = _checksum(wal, 0, 24, order, (0, 0))
    return (page_size, order, (salt1, salt2), sums) if sums == (sum1, sum2) else None


def _checksum(data: bytes, start: int, length: int, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = iter(struct.unpack_from(f"{order}{length // 4}I", data, start))
    for even, odd in zip(words, words, strict=True):
        one = (one + even + two) & _MASK
        two = (two + odd + one) & _MASK
    return one, two
