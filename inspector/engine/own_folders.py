# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the program keeps what belongs to its user, by the system's convention (XDG, AppData, Library).

Where no home can be told (a container's user without a name), the root stands in, as for the browsers: nothing is found
there, and who wants to keep something is told that it may not be written.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

_APP: Final = "cookie-inspector"


def config_folder() -> Path:
    """Return the folder of settings; it need not be there."""
    from platformdirs import user_config_path  # here because few commands keep anything

    return _found(lambda: user_config_path(_APP, False), ".config")


def data_folder() -> Path:
    """Return the folder of what is kept; it need not be there."""
    from platformdirs import user_data_path  # here because few commands keep anything

    return _found(lambda: user_data_path(_APP, False), ".local/share")


def _found(look: Callable[[], Path], instead: str) -> Path:
    try:
        return look()
    except RuntimeError:  # pathlib: no home folder
        return Path(Path.cwd().anchor, instead, _APP)
