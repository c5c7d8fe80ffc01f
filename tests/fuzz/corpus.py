# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The inputs that are kept: each was a fault once, or reached what samples do not. They are replayed by the tests."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "corpus"


def kept(name: str) -> Sequence[bytes]:
    """Return the kept inputs of a target."""
    folder = FOLDER / name
    return [path.read_bytes() for path in sorted(folder.iterdir())] if folder.is_dir() else []


def keep(name: str, data: bytes) -> Path:
    """Keep an input of a target; its name is its hash."""
    path = FOLDER / name / hashlib.sha256(data).hexdigest()[:16]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path
