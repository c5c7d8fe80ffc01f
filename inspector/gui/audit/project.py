# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The button by which an audit takes a project's settings, and what it is compared with: a baseline or saved report."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from inspector.core.visible import visible
from inspector.gui.translation import translate

Choose = Callable[[QWidget, str], Path | None]


def choose_file(parent: QWidget, title: str) -> Path | None:
    """Ask for a file; ``None`` where the user thinks better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title)
    return Path(chosen) if chosen else None


class ProjectButton(QPushButton):
    """Holds the two files, and names them. ``changed`` tells that another one was chosen, or none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose: Choose = choose_file
        self.settings: Path | None = None
        self.known: Path | None = None
        menu = QMenu(self)
        self.take_settings = menu.addAction(self.tr("Settings of a project…"))
        self.drop_settings = menu.addAction(self.tr("Without settings"))
        menu.addSeparator()
        self.take_known = menu.addAction(self.tr("Compare with a baseline or saved report…"))
        self.drop_known = menu.addAction(self.tr("Compare with nothing"))
        self.take_settings.triggered.connect(self._ask_settings)
        self.drop_settings.triggered.connect(lambda: self._take(None, self.known))
        self.take_known.triggered.connect(self._ask_known)
        self.drop_known.triggered.connect(lambda: self._take(self.settings, None))
        self.setMenu(menu)
        self._show()

    def _ask_settings(self) -> None:
        chosen = self.choose(self, translate("choose", "Open settings"))
        if chosen is not None:
            self._take(chosen, self.known)

    def _ask_known(self) -> None:
        chosen = self.choose(self, translate("choose", "Open baseline or saved report"))
        if chosen is not None:
            self._take(self.settings, chosen)

    def _take(self, settings: Path | None, known: Path | None) -> None:
        self.settings, self.known = settings, known
        self._show()
        self.changed.emit()

    def show_files(self, settings: Path | None, known: Path | None) -> None:
        """Take other files: those of a project that is opened."""
        self._take(settings, known)

    def _show(self) -> None:
        parts = [visible(path.name, 40) for path in (self.settings, self.known) if path is not None]
        self.setText(self.tr("Project: {files}").format(files=", ".join(parts)) if parts else self.tr("Project"))
        self.drop_settings.setEnabled(self.settings is not None)
        self.drop_known.setEnabled(self.known is not None)
        said = [self.tr("Levels, ignored findings and known cookies from a file, and what was found before")]
        said += [visible(str(path), 300) for path in (self.settings, self.known) if path is not None]
        self.setToolTip("\n".join(said))
