# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The computer that the program runs on, asked for by the faces alone; everything below gets it as an argument."""

import os
import sys
from pathlib import Path

from inspector.core.computer import Computer, Platform
from inspector.core.problem import InspectorError

_PLATFORMS = {"darwin": Platform.MACOS, "win32": Platform.WINDOWS}


def this_computer(*, home_needed: bool = True) -> Computer:
    """Return this system's platform, the user's home and a copy of the environment.

    Systems that are neither macOS nor Windows keep their browsers where Linux does (XDG). Where the home is not
    needed, because no browser is looked for, the root stands in for one that cannot be told.
    """
    try:
        home = Path.home()
    except RuntimeError as error:
        if home_needed:
            what_to_do = "Set HOME (on Windows USERPROFILE) to your home folder, or name a store: scan --store PATH"
            raise InspectorError("Your home folder cannot be told", what_to_do) from error
        home = Path(Path.cwd().anchor)
    return Computer(_PLATFORMS.get(sys.platform, Platform.LINUX), home, dict(os.environ))
