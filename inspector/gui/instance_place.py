# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the window of a user can be met by later starts; most starts meet nobody, and load nothing to find that out."""

import os
import sys
from pathlib import Path
from typing import Final

_NAME: Final = "cookie-inspector"


def instance_place(folder: Path | None = None) -> str:
    """Return where the socket is: a path in the user's own folder, on Windows the name of a pipe of this user."""
    if sys.platform == "win32":
        return f"{_NAME}-{os.environ.get('USERDOMAIN', '')}-{os.environ.get('USERNAME', '')}"
    from platformdirs import user_runtime_path

    place = (folder or user_runtime_path(_NAME, appauthor=False)) / "window"
    return str(place)


def may_be_open(place: str) -> bool:
    """Whether a window may be open: there is a socket. What a pipe is cannot be seen without asking."""
    return sys.platform == "win32" or os.path.lexists(place)
