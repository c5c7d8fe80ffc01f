# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The smallest input with the same fault that a bounded search finds."""

import time
from collections.abc import Callable

Holds = Callable[[bytes], bool]


def minimised(data: bytes, holds: Holds, seconds: float = 20.0) -> bytes:
    """Cut pieces out, then make bytes plain, as long as ``holds`` says that the fault is still there."""
    until = time.monotonic() + seconds
    size = max(1, len(data) // 2)
    while size >= 1 and time.monotonic() < until:
        data, cut = _without_pieces(data, size, holds, until)
        if not cut:
            size //= 2
    for at in range(len(data)):
        if time.monotonic() >= until:
            break
        plain = data[:at] + b"0" + data[at + 1 :]
        if plain != data and holds(plain):
            data = plain
    return data


def _without_pieces(data: bytes, size: int, holds: Holds, until: float) -> tuple[bytes, bool]:
    at, cut = 0, False
    while at < len(data) and time.monotonic() < until:
        shorter = data[:at] + data[at + size :]
        if holds(shorter):
            data, cut = shorter, True
        else:
            at += size
    return data, cut
