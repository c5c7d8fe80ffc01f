# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How much more fits into an upload: GitHub takes 10 MB of a log that was packed with gzip."""

import zlib
from typing import Final

MOST: Final = 9_500_000  # bytes, packed; what stands around the results is far less than the rest


class Budget:
    """Counts what was written. Packing costs time, so it is done only where the plain text alone would be too much."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._plain: list[bytes] | None = []
        self._size = 0
        self._packer = zlib.compressobj(1)

    def takes(self, text: str) -> bool:
        """Take one more text; false where it does not fit any more."""
        data = text.encode("ascii", "backslashreplace")
        if self._plain is not None:
            self._plain.append(data)
            self._size += len(data)
            if self._size <= self._most:
                return True
            data, self._plain, self._size = b"".join(self._plain), None, 0
        self._size += len(self._packer.compress(data)) + len(self._packer.flush(zlib.Z_SYNC_FLUSH))
        return self._size <= self._most
