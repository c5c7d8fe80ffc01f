# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Roll-back of SQLite's rollback journal, in memory: the database as it was before the unfinished transaction.

Format: https://www.sqlite.org/fileformat2.html, section 3 "The Rollback Journal", and pager.c
(``readJournalHdr``, ``pager_playback``). A browser that was killed, or is just writing, leaves one beside its store.
"""

import struct
from typing import Final

_MAGIC: Final = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_UNTIL_END: Final = 0xFFFFFFFF  # record count of a journal that was never synced: all that the file holds


def super_journal(journal: bytes) -> str | None:
    """Return the name of the journal that decides over this one, where the transaction spanned several files."""
    if len(journal) < 16 or journal[-8:] != _MAGIC:
        return None
    length, checksum = struct.unpack_from(">2I", journal, len(journal) - 16)
    end = len(journal) - 16
    name = journal[max(0, end - length) : end]
    if not name or len(name) != length or sum(name) & 0xFFFFFFFF != checksum:
        return None
    return name.decode("utf-8", "surrogateescape")


def rolled_back(database: bytes, journal: bytes) -> bytes | bytearray:
    """Return the database without the unfinished transaction; the same bytes where the journal is not hot."""
    header = _header(journal, 0)
    if header is None or not database:
        return database
    _count, _nonce, initial_pages, sector, page_size = header
    if initial_pages * page_size > len(database) + len(journal) + page_size:
        return database  # pages that neither file holds: not a journal of this database
    image = bytearray(database)
    offset = 0
    while (header := _header(journal, offset)) is not None:
        count, nonce = header[0], header[1]
        offset += sector
        end = _play(journal, offset, count, nonce, page_size, initial_pages, image)
        if end is None:
            break
        offset = (end + sector - 1) // sector * sector
    del image[initial_pages * page_size :]
    return image


def _header(journal: bytes, offset: int) -> tuple[int, int, int, int, int] | None:
    if len(journal) < offset + 28 or journal[offset : offset + 8] != _MAGIC:
        return None
    count, nonce, pages, sector, page_size = struct.unpack_from(">5I", journal, offset + 8)
    if not 512 <= page_size <= 65536 or page_size & (page_size - 1):
        return None
    if not 32 <= sector <= 65536 or sector & (sector - 1):
        return None
    return count, nonce, pages, sector, page_size


def _play(
    journal: bytes,
    offset: int,
    count: int,
    nonce: int,
    page_size: int,
    initial_pages: int,
    image: bytearray,
) -> int | None:
    """Write the records of one section back; return where the section ends, ``None`` where playing back must stop."""
    record = page_size + 8
    available = max(0, len(journal) - offset) // record
    for _ in range(available if count == _UNTIL_END else min(count, available)):
        (number,) = struct.unpack_from(">I", journal, offset)
        (checksum,) = struct.unpack_from(">I", journal, offset + 4 + page_size)
        page = memoryview(journal)[offset + 4 : offset + 4 + page_size]
        if number == 0 or checksum != _checksum(page, nonce):
            return None  # the record that was being written when it ended
        if number <= initial_pages:
            if len(image) < number * page_size:
                image.extend(bytes(number * page_size - len(image)))
            image[(number - 1) * page_size : number * page_size] = page
        offset += record
    return None if count == _UNTIL_END else offset


def _checksum(page: memoryview, nonce: int) -> int:
    """``pager_cksum``: the nonce and every 200th byte, counted from the end."""
    return (nonce + sum(page[len(page) - 200 : 0 : -200])) & 0xFFFFFFFF
