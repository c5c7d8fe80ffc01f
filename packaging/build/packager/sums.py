# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""SHA-256 sums of what is handed out, in the form that ``sha256sum --check`` reads; and what differs of two builds."""

import hashlib
from pathlib import Path
from typing import Final

FILE: Final = "SHA256SUMS"


def of(folder: Path) -> dict[str, str]:
    """Return the sum of each file below a folder, by its name there; a symbolic link's is that of where it points."""
    held = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            held[path.relative_to(folder).as_posix()] = f"link to {path.readlink()}"
        elif path.is_file():
            with path.open("rb") as file:
                held[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return held


def write(folder: Path) -> Path:
    """Write the sums of the files in a folder into it."""
    lines = [f"{digest}  {name}\n" for name, digest in of(folder).items() if name != FILE]
    (folder / FILE).write_text("".join(lines), encoding="utf-8")
    return folder / FILE


def differing(first: Path, second: Path) -> list[str]:
    """Return the names of files that are not the same in both folders."""
    one, other = of(first), of(second)
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
