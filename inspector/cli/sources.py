# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where policies come from besides files: standard input, and the folder for copies of what is fetched."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from inspector.core.problem import InspectorError
from inspector.engine.own_folders import data_folder

_MOST: Final = 20_000_001  # octets: one more than a policy may have, so that too much is seen as such


def standard_input(sources: Sequence[str]) -> bytes:
    """Return what stands in standard input where ``-`` is among the sources; raise where there is none."""
    if "-" not in sources:
        return b""
    if sys.stdin is None:
        raise InspectorError("There is no standard input", "Name a file")
    return sys.stdin.buffer.read(_MOST)


def kept_folder(sources: Sequence[str]) -> Path | None:
    """Return the user's folder for copies, asked for only where something is fetched."""
    if not any(source.lower().startswith(("https://", "http://")) for source in sources):
        return None
    return data_folder() / "fetched"
