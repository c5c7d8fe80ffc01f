# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The format of Safari's ``Cookies.binarycookies``: pages of records, strings found by their offsets.

Apple does not document it; the layout is the one that Lessica/CookiesTool, binarycookies and browser-cookie3 agree
on. Strings come in any order in real files, so nothing is assumed about where one lies but its offset, and every
offset is checked: what a file says of itself never makes us read outside a record or work longer than its size.
"""

import struct
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from inspector.core.frozen import frozen
from inspector.core.secret import Secret

MAGIC: Final = b"cook"
SECURE: Final = 1
HTTP_ONLY: Final = 4
KNOWN_FLAGS: Final = SECURE | HTTP_ONLY | 8 | 16  # 8 and 16 are seen in the wild, their meaning is not known

_PAGE_MAGIC: Final = b"\x00\x00\x01\x00"
_LEAST_PAGE: Final = 12  # header, number of cookies, and the four bytes after their offsets
_FOOTER: Final = b"\x07\x17\x20\x05\x00\x00\x00\x4b"
# Size, version, flags, has port; offsets of URL, name, path, value, comment, comment URL; expiry, creation. The port
# that may follow is the one of RFC 2965, which limits where a cookie is sent; it is not the port it was set from.
_RECORD: Final = struct.Struct("<2I I I 4I 2I 2d")


class Record(NamedTuple):
    """One record as it is in the file. A string is ``None`` where its offset leads to none; times are since 2001.

    Bytes that are not UTF-8 are kept as ``surrogateescape`` keeps them.
    """

    flags: int
    host: str | None
    name: str | None
    path: str | None
    value: Secret | None
    value_length: int | None
    expires: float
    created: float


@frozen
class Parsed:
    """Everything that could be read; ``faults`` says what could not, ``lost`` counts the records known to be lost.

    ``checksum_right`` is ``None`` where the file ends before its checksum.
    """

    records: tuple[Record, ...] = ()
    faults: tuple[str, ...] = ()
    lost: int = 0
    checksum_right: bool | None = None


def parse(data: bytes) -> Parsed | None:
    """Return what a file holds; ``None`` where it is not of this format at all."""
    if len(data) < 8 or not data.startswith(MAGIC):
        return None
    (stated,) = struct.unpack_from(">I", data, 4)
    count = min(stated, (len(data) - 8) // (4 + _LEAST_PAGE))
    start = 8 + 4 * count
    found = _Found()
    if count < stated:
        found.faults["more pages are stated than the file has room for"] = None
    checksum = 0
    for size in struct.unpack_from(f">{count}I", data, 8):
        page = data[start : start + size]
        _read_page(page, found)
        checksum += sum(page[::4])
        start += size
        if start > len(data):
            found.faults["the file ends within a page"] = None
            break
    right = _checksum_right(data[start:], checksum)
    return Parsed(tuple(found.records), tuple(found.faults), found.lost, right)


@dataclass(slots=True)
class _Found:
    """What parsing has found so far; it lives no longer than the parsing."""

    records: list[Record] = field(default_factory=list)
    faults: dict[str, None] = field(default_factory=dict)
    lost: int = 0


def _read_page(page: bytes, found: _Found) -> None:
    if len(page) < _LEAST_PAGE or not page.startswith(_PAGE_MAGIC):
        found.faults["a page has no page header"] = None
        return
    (stated,) = struct.unpack_from("<I", page, 4)
    count = min(stated, (len(page) - _LEAST_PAGE) // (4 + _RECORD.size))
    if count < stated:
        found.faults["a page states more cookies than it has room for"] = None
    room = len(page)  # the records of an honest page do not overlap, so together they are no longer than it is
    offsets = tuple(dict.fromkeys(struct.unpack_from(f"<{count}I", page, 8)))
    for index, offset in enumerate(offsets):
        size = _record_size(page, offset)
        room -= size
        if room < 0:
            found.lost += len(offsets) - index
            found.faults["cookies of a page overlap"] = None
            break
        if size:
            found.records.append(_parse_record(page[offset : offset + size]))
        else:
            found.lost += 1
            found.faults["a cookie lies outside its page"] = None


def _record_size(page: bytes, offset: int) -> int:
    """Return the size that the record at ``offset`` states; 0 where it does not lie within the page."""
    if offset + _RECORD.size > len(page):
        return 0
    size: int = struct.unpack_from("<I", page, offset)[0]
    return size if _RECORD.size <= size <= len(page) - offset else 0


def _parse_record(record: bytes) -> Record:
    fields = _RECORD.unpack_from(record)
    flags, (expires, created) = fields[2], fields[10:]
    host, name, path, value = (_string(record, offset) for offset in fields[4:8])
    return Record(
        flags=flags,
        host=_text(host),
        name=_text(name),
        path=_text(path),
        value=None if value is None else Secret(value.decode("utf-8", "surrogateescape")),
        value_length=None if value is None else len(value),
        expires=expires,
        created=created,
    )


def _string(record: bytes, offset: int) -> bytes | None:
    """Return the string at ``offset``, without its NUL; ``None`` where there is none, or no end to it."""
    end = record.find(b"\0", offset) if _RECORD.size <= offset < len(record) else -1
    return record[offset:end] if end >= 0 else None


def _text(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8", "surrogateescape")


def _checksum_right(tail: bytes, checksum: int) -> bool | None:
    """Whether the sum of every fourth byte of each page is the one stated; ``None`` where none is stated."""
    if len(tail) < 4 or not _FOOTER.startswith(tail[4:12]):
        return None
    (stated,) = struct.unpack_from(">I", tail)
    return bool(stated == checksum & 0xFFFFFFFF)
