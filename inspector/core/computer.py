# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The computer to look at, handed in as an argument so that every system can be tested on any."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path

from inspector.core.frozen import frozen


class Platform(StrEnum):
    """Operating systems whose browsers we know the places of."""

    LINUX = "linux"
    MACOS = "macos"
    WINDOWS = "windows"


@frozen
class Computer:
    """A platform, a home folder and an environment (``XDG_CONFIG_HOME``, ``LOCALAPPDATA``, ``APPDATA``, ...)."""

    platform: Platform
    home: Path
    env: Mapping[str, str] = field(default_factory=dict)
