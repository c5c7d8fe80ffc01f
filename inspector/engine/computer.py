# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The computer that the program runs on, asked for by the faces alone; everything below gets it as an argument."""

import os
import sys
from pathlib import Path

from inspector.core.computer import Computer, Platform
from inspector.core.problem import InspectorError

_PLATFORMS = {"darwin": Platform.MACOS, "win32": Platform.WINDOWS}


def this_computer() -> Computer:
    """Return this system's platform, the user's home and a copy of the environment.

    Systems that are neither macOS nor Windows keep their browsers where Linux does (XDG).
    """
    try:
        home = Path.home()
    except RuntimeError as error:
        what_to_do = "Set HOME (on Windows USERPROFILE) to your home folder, or name a store with --store"
        raise InspectorError("Your home folder cannot be told", what_to_do) from error
    return Computer(_PLATFORMS.get(sys.platform, Platform.LINUX), home, dict(os.environ))
