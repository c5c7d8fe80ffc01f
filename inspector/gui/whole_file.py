# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Writing a file that the user chose, whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from inspector.core.problem import InspectorError


def write_whole(path: Path, write: Callable[[TextIO], object], what: str) -> Path:
    """Write a file beside its place and move it there; raise :class:`InspectorError` where that cannot be done.

    ``what`` is what the message calls it.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            write(out)
        part.replace(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"{what} could not be written ({why})", "Choose another place") from error
    finally:
        part.unlink(missing_ok=True)
    return path
