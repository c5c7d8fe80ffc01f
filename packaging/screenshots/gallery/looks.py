# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How the window looks in a picture: its language, theme, size and the scale of the screen. Needs no Qt."""

import os
from typing import Final, NamedTuple


class Look(NamedTuple):
    """A way to look; ``width`` and ``height`` are of the picture, so of a screen with that many points."""

    name: str
    scheme: str
    language: str = "en"
    width: int = 1280
    height: int = 800
    scale: int = 1

    @property
    def size(self) -> tuple[int, int]:
        """The size of the window, in points of a screen at 100 %."""
        return self.width // self.scale, self.height // self.scale

    def environment(self) -> dict[str, str]:
        """Return the environment of a process that has no screen, and draws at this scale."""
        return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(self.scale), "TZ": "UTC"}


LOOKS: Final = (
    Look("light", "light"),
    Look("dark", "dark"),
    Look("light-de", "light", "de"),
    Look("dark-de", "dark", "de"),
    Look("light-200", "light", width=2560, height=1440, scale=2),
    Look("dark-200", "dark", width=2560, height=1440, scale=2),
)
