# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A guard for tests: nothing in a folder may change, appear or even be marked as read."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

OLD_S = 1_000_000_000  # an access time in 2001: any read that is not careful would renew it


def statuses(paths: Iterable[Path]) -> dict[str, tuple[int, int, int, int]]:
    """Mode, size, modification and access time of each; of a link none, because following it is no reading."""
    result = {}
    for path in paths:
        status = path.lstat()
        access = 0 if path.is_symlink() else status.st_atime_ns
        result[str(path)] = (status.st_mode, status.st_size, status.st_mtime_ns, access)
    return result


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """Fail where the block changed the folder, or anything in it, in any way that its owner could see."""
    paths = (folder, *folder.rglob("*"))
    for path in paths:
        if not path.is_symlink():
            os.utime(path, ns=(OLD_S * 10**9, path.stat().st_mtime_ns))
    before = statuses(paths)
    yield
    assert statuses(paths) == before
    assert {folder, *folder.rglob("*")} == set(paths)  # last, because looking for files marks folders as read
