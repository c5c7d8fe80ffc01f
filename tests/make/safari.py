# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made ``Cookies.binarycookies`` files, whole or broken in any way a test wants."""

import struct
from dataclasses import dataclass
from pathlib import Path

from inspector.core.computer import Platform
from inspector.core.store import Family, StoreRef
from inspector.readers.api import FoundStore

COCOA_EPOCH_S = 978_307_200
CREATED = 815_000_000.25  # 2026-10-29, in seconds since 2001
EXPIRES = CREATED + 86_400 * 30
FOOTER = bytes.fromhex("071720050000004b")
METADATA = b"bplist00\xd1\x01\x02_\x10\x18NSHTTPCookieAcceptPolicy\x10\x02\x08\x0b&\x00\x00\x00\x00\x00\x00\x01\x01"
ORDER = ("host", "name", "path", "value")


@dataclass(frozen=True)
class Made:
    """One cookie to write. ``order`` is the order of the strings in the record; ``offsets`` overrides where one is."""

    host: bytes = b".shop.test"
    name: bytes = b"cart"
    path: bytes = b"/"
    value: bytes = b"sesame"
    flags: int = 0
    expires: float = EXPIRES
    created: float = CREATED
    port: int | None = None
    order: tuple[str, ...] = ORDER
    offsets: tuple[tuple[str, int], ...] = ()
    size: int | None = None

    def encoded(self) -> bytes:
        """The record's bytes."""
        tail = b"" if self.port is None else struct.pack("<H", self.port)
        places = {}
        for field in self.order:
            places[field] = 56 + len(tail)
            tail += getattr(self, field) + b"\0"
        places.update(self.offsets)
        size = 56 + len(tail) if self.size is None else self.size
        head = (size, 0, self.flags, int(self.port is not None), *(places[field] for field in ORDER), 0, 0)
        return struct.pack("<10I2d", *head, self.expires, self.created) + tail


def page(*cookies: Made) -> bytes:
    """One page."""
    records = [cookie.encoded() for cookie in cookies]
    start = 12 + 4 * len(records)
    offsets = [start + sum(map(len, records[:index])) for index in range(len(records))]
    return struct.pack(f"<4sI{len(records)}II", b"\0\0\1\0", len(records), *offsets, 0) + b"".join(records)


def file(*pages: bytes, checksum: int | None = None) -> bytes:
    """A whole file."""
    if checksum is None:
        checksum = sum(sum(content[::4]) for content in pages) & 0xFFFFFFFF
    head = struct.pack(f">4sI{len(pages)}I", b"cook", len(pages), *map(len, pages))
    return head + b"".join(pages) + struct.pack(">I", checksum) + FOOTER + METADATA


def store(path: Path, *cookies: Made) -> Path:
    """Write a store with each cookie's host on a page of its own, as Safari does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file(*(page(cookie) for cookie in cookies)))
    return path


def found(path: Path, platform: Platform = Platform.MACOS) -> FoundStore:
    """The store as discovery would hand it to the reader."""
    return FoundStore(StoreRef("safari", "Default", str(path), Family.SAFARI, "Safari"), path, platform)
