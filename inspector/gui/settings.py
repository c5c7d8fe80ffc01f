# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window remembers: its shape, its columns, what was chosen, and which projects were open last.

Never what it shows: no cookie, no filter, and no path but those of project files that the user saved or opened.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from inspector.gui.preferences import Chosen, Preferences, Scheme, damaged, read_preferences

_FILE: Final = "window.ini"
_MOST_RECENT: Final = 10
_LOOKED_AT: Final = 1_000_000  # bytes


class WindowSettings:
    """A small file in the program's configuration folder. A broken or read-only one costs the shape, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._damaged = _is_binary(folder / _FILE)
        self._settings = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)
        self._settings.value("theme")  # Qt reads the file now, and knows then whether it could

    def shape(self, part: str) -> QByteArray:
        """Return the kept state of a window, splitter or header, empty where there is none."""
        kept = self._settings.value(f"shape/{part}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_shapes(self, shapes: Mapping[str, QByteArray]) -> None:
        """Keep states as Qt's ``saveState`` and ``saveGeometry`` give them: numbers of pixels and sections."""
        for part, state in shapes.items():
            self._settings.setValue(f"shape/{part}", state)
        self._sync()

    def _sync(self) -> None:
        """Write what changed, for the owner only: Qt gives a new file to everybody, and it names projects."""
        path = Path(self._settings.fileName())
        with suppress(OSError):  # a folder that may not be made costs the shape, nothing else
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._damaged:
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600))
        self._settings.sync()
        with suppress(OSError):
            if os.name == "posix" and path.stat().st_mode & 0o077:
                path.chmod(0o600)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects that were open last, the newest first."""
        kept = self._settings.value("projects/recent")
        texts = kept if isinstance(kept, list) else [kept]
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)[:_MOST_RECENT]

    @recent.setter
    def recent(self, paths: Sequence[Path]) -> None:
        self._settings.setValue("projects/recent", [str(path) for path in paths[:_MOST_RECENT]])
        self._sync()

    @property
    def chosen(self) -> Chosen:
        """What the user chose, and what of it could not be understood; a damaged file is the defaults and a problem."""
        where = self._settings.fileName()
        if self._damaged or self._settings.status() is QSettings.Status.FormatError:
            return Chosen(problems=(damaged(where),))
        return read_preferences({name: held for name in Preferences._fields if (held := self._entry(name))}, where)

    def _entry(self, name: str) -> object:
        return self._settings.value(name)

    def keep_preferences(self, preferences: Preferences) -> None:
        """Write down what the user chose."""
        for name, value in preferences._asdict().items():
            self._settings.setValue(name, str(value))
        self._sync()
        self._damaged = False

    @property
    def scheme(self) -> Scheme:
        """The theme that the user chose."""
        return self.chosen.preferences.theme

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("theme", str(scheme))


def _is_binary(path: Path) -> bool:
    """Whether a file cannot be one of ours, which are text: Qt itself reads over most damage without a word."""
    try:
        with path.open("rb") as file:
            return b"\0" in file.read(_LOOKED_AT)
    except OSError:  # none yet, or one that may not be read: the defaults hold, and Qt writes or does not
        return False
