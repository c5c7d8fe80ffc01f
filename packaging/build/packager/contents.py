# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What went into the folder, and where each file came from: the spec writes it, what accounts for it reads it."""

import json
from pathlib import Path
from typing import Any, Final, NamedTuple

VARIABLE: Final = "COOKIE_INSPECTOR_CONTENTS"  # where the spec writes it


class Item(NamedTuple):
    """A file or module in the folder: its name there, the file that it was made of, and PyInstaller's kind."""

    name: str
    source: str
    kind: str


def write(parts: Any, path: Path) -> None:
    """Write what PyInstaller's Analysis found, sorted."""
    entries = sorted({*parts.pure, *parts.binaries, *parts.datas})
    path.write_text(json.dumps(entries, indent=0), encoding="utf-8")


def read(path: Path) -> tuple[Item, ...]:
    """Return what a spec wrote."""
    return tuple(Item(*entry) for entry in json.loads(path.read_text(encoding="utf-8")))
