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


def environment_for_others(env: Mapping[str, str]) -> dict[str, str]:
    """Return an environment for another program: without what a frozen program sets for itself.

    PyInstaller keeps the user's own values apart (pyinstaller.org, "LD_LIBRARY_PATH considerations").
    """
    kept = dict(env)
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = kept.pop(f"{name}_ORIG", None)
        if before is not None:
            kept[name] = before
    return kept
