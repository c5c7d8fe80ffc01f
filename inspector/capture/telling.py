# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whether a path is a recorded visit's: asked of every file of cookies, so it loads nothing of what reads a visit."""

from pathlib import Path
from typing import Final

INDEX_NAME: Final = "visit.json"
LOG_NAME: Final = "events.jsonl"
_HEAD: Final = 4096  # octets that tell a log
_MARK: Final = b'"event":"run-started"'


def is_visit(path: Path) -> bool:
    """Whether a path is a visit's: its folder, a run's folder, its index or a log."""
    if path.is_dir():
        return (path / INDEX_NAME).is_file() or (path / LOG_NAME).is_file()
    if path.name == INDEX_NAME:
        from inspector.capture.index import read_index

        return path.is_file() and bool(read_index(path).runs)
    try:
        with path.open("rb") as file:
            return _MARK in file.read(_HEAD).partition(b"\n")[0]
    except (OSError, ValueError):  # its reader says why
        return False
