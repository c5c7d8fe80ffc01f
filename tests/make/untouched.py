# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A guard for tests: nothing in a folder may change, appear or even be marked as read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OLD_S = 1_000_000_000  # an access time in 2001: any read that is not careful would renew it


def listing(folder: Path) -> dict[str, tuple[int, int, int, int]]:
    """Every file below the folder with mode, size, modification and access time."""
    result = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        access = status.st_atime_ns if path.is_file() and not path.is_symlink() else 0
        result[str(path.relative_to(folder))] = (status.st_mode, status.st_size, status.st_mtime_ns, access)
    return result


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Fail where the block changed the folder in any way that its owner could see."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            os.utime(path, ns=(OLD_S * 10**9, path.stat().st_mtime_ns))
    before = listing(folder)
    yield
    assert listing(folder) == before
