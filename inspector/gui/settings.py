# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window remembers: its shape, its columns, its theme, and which projects were open last.

Never what it shows: no cookie, no filter, and no path but those of project files that the user saved or opened.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from inspector.gui.theme import Scheme

_FILE: Final = "window.ini"
_MOST_RECENT: Final = 10


class WindowSettings:
    """A small file in the program's configuration folder. A broken or read-only one costs the shape, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._settings = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    def shape(self, part: str) -> QByteArray:
        """Return the kept state of a window, splitter or header, empty where there is none."""
        kept = self._settings.value(f"shape/{part}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_shapes(self, shapes: Mapping[str, QByteArray]) -> None:
        """Keep states as Qt's ``saveState`` and ``saveGeometry`` give them: numbers of pixels and sections."""
        for part, state in shapes.items():
            self._settings.setValue(f"shape/{part}", state)
        self._settings.sync()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects that were open last, the newest first."""
        kept = self._settings.value("projects/recent")
        texts = kept if isinstance(kept, list) else [kept]
        return tuple(Path(text) for text in texts if isinstance(text, str) and text)[:_MOST_RECENT]

    @recent.setter
    def recent(self, paths: Sequence[Path]) -> None:
        self._settings.setValue("projects/recent", [str(path) for path in paths[:_MOST_RECENT]])
        self._settings.sync()

    @property
    def scheme(self) -> Scheme:
        """The theme that the user chose."""
        kept = str(self._settings.value("theme", Scheme.SYSTEM))
        return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("theme", str(scheme))
