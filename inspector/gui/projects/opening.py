# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window is started with, handed later, or dropped: a project, or cookies. It loads projects when wanted."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from inspector.gui.projects.outside import SUFFIX, ProjectOutside
from inspector.gui.settings import WindowSettings

if TYPE_CHECKING:  # the first picture does not wait for these
    from inspector.gui.projects.keeper import ProjectKeeper
    from inspector.gui.views.main_window import MainWindow


class Opening:
    """Opens things in a window, and holds the keeper of its project, which is made when there is something to keep."""

    def __init__(
        self, window: "MainWindow", outside: ProjectOutside, keep: Path | None, settings: WindowSettings
    ) -> None:
        self._window, self._outside, self._keep, self._settings = window, outside, keep, settings

    @cached_property
    def projects(self) -> "ProjectKeeper":
        """The project that is open."""
        from inspector.gui.projects.keeper import ProjectKeeper

        keeper = ProjectKeeper(self._window, self._outside, self._keep)
        keeper.told.connect(self._window.tell)
        keeper.renamed.connect(self._window.show_name)
        keeper.recent.connect(self._note_recent)
        return keeper

    @property
    def _made(self) -> bool:
        return "projects" in self.__dict__  # where a cached property keeps what it made

    def begin(self, paths: tuple[Path, ...]) -> None:
        """Open what the program was started with, or read what it reads; take back marks that were not saved."""
        unsaved = self._outside.unsaved
        left = unsaved is not None and unsaved.exists()
        project = _project_among(paths)
        if project is not None:
            self.projects.restore(then=project)
            return
        if paths:
            self._window.open_paths(paths)
        else:
            self._window.read_at_start()
        if left:
            self.projects.restore()

    def take_start(self, paths: tuple[Path, ...]) -> None:
        """Come to the front, and open what another start of the program was asked to open."""
        window, states = self._window, Qt.WindowState
        window.setWindowState((window.windowState() & ~states.WindowMinimized) | states.WindowActive)
        window.show()
        window.raise_()
        window.activateWindow()
        self.open_any(paths)

    def open_any(self, paths: tuple[Path, ...]) -> None:
        """Open a project, or read whatever else these are."""
        project = _project_among(paths)
        if project is not None:
            self.projects.open(project)
        elif paths:
            self._window.open_paths(paths)

    # The projects that were open last

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects that were open last, the newest first."""
        return self._settings.recent

    def _note_recent(self, path: Path) -> None:
        path = path.absolute()
        self._settings.recent = (path, *(held for held in self._settings.recent if held != path))

    def forget_recent(self) -> None:
        """Name no project any more."""
        self._settings.recent = ()

    # Leaving

    def leave(self) -> bool:
        """See :meth:`ProjectKeeper.leave`; where nothing was ever kept, there is nothing to ask."""
        return not self._made or self.projects.leave()

    def finish(self) -> None:
        """Save what is still being typed."""
        if self._made:
            self.projects.finish()

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        if self._made:
            self.projects.forget()


def _project_among(paths: tuple[Path, ...]) -> Path | None:
    if not paths:
        return None
    from inspector.projects.database import is_project

    return next((path for path in paths if path.suffix == SUFFIX or is_project(path)), None)
