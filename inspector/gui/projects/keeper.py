# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The project of the window: opened, saved by itself, named in the title.

A mark is on the disk before the next one can be made. Until there is a project, marks are kept in a file of the
program's own, which is gone when they are saved or the user lets go of them; after a crash they are here again.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from inspector.core.problem import InspectorError, Problem
from inspector.core.project import NO_PROJECT, Assessment, Project
from inspector.core.visible import visible
from inspector.gui.projects.gathering import Showing, gathered
from inspector.gui.projects.outside import SUFFIX, Leave, ProjectOutside
from inspector.gui.tasks import Outcome, Task
from inspector.projects.loading import ProjectReading, read_project
from inspector.projects.saving import ProjectFile, remove, write_new

if TYPE_CHECKING:
    from inspector.gui.views.main_window import MainWindow

_SETTLES_MS: Final = 800  # a filter that is being typed is not saved letter by letter


class ProjectKeeper(QObject):
    """``renamed`` tells the name for the title, ``told`` a sentence, ``recent`` a path for the list of recent ones."""

    renamed = Signal(str)
    told = Signal(str)
    recent = Signal(object)  # Path

    def __init__(self, window: "MainWindow", outside: ProjectOutside, keep: Path | None) -> None:
        super().__init__(window)
        self._window, self._outside = window, outside
        self._file: ProjectFile | None = None
        self._base: Project = NO_PROJECT  # what pages that were never made would have shown
        self._failed = False
        self._opening = self._restoring = False
        self._then: Path | None = None  # to be opened when what was not saved is here again
        self.task, self.export = Task(self), Task(self)
        self.task.finished.connect(self._take)
        self.export.finished.connect(self._take_export)
        self.showing = Showing(window, keep, self.told.emit)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLES_MS)
        self._timer.timeout.connect(self.save)
        window.filter_bar.changed.connect(self._settle)
        window.readings.shown.connect(self._settle)
        window.later.judged.connect(self._settle)

    @property
    def path(self) -> Path | None:
        """The project's file, ``None`` while there is no project."""
        return None if self._file is None or self._file.path == self._outside.unsaved else self._file.path

    @property
    def unsaved(self) -> bool:
        """Whether something was said that is in no project."""
        return self.path is None and self._window.said.anything

    def _settle(self) -> None:
        self._timer.start()

    # Opening

    def restore(self, then: Path | None = None) -> None:
        """Take back marks of a window that died before they were saved in a project; ``then`` open a project.

        Whoever opens a project is asked first what becomes of these marks.
        """
        unsaved = self._outside.unsaved
        if unsaved is not None and unsaved.exists() and unsaved.stat().st_size:  # none is of who died before the first
            self._then, self._restoring = then, True
            self.task.start(partial(_read, unsaved), visible(str(unsaved), 300))
        elif then is not None:
            self.open(then)

    def new(self) -> None:
        """Begin anew: every browser, no policy's question, no marks."""
        if self.leave():
            self._file, self._base = None, NO_PROJECT
            self.showing.show(NO_PROJECT)
            self.renamed.emit("")

    def ask(self) -> None:
        """Ask which project to open."""
        path = self._outside.choose_project(self._window)
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open a project, beside the window's thread; what is shown stays until it is read."""
        if self.leave():
            self._restoring = False
            self.task.start(partial(_read, path), visible(str(path), 300))

    def _take(self, outcome: Outcome) -> None:
        restoring, self._restoring = self._restoring, False
        if outcome.problem is not None:
            self.told.emit(_sentence(outcome.problem))
            if restoring:
                self._set_aside()
        if isinstance(outcome.result, _Opened):
            self._show(*outcome.result)
        then, self._then = self._then, None
        if then is not None:
            self.open(then)

    def _set_aside(self) -> None:
        """Keep what could not be read of the last time under another name: new marks need its place."""
        unsaved = self._outside.unsaved
        if unsaved is not None:
            aside = unsaved.with_name(f"unreadable-{unsaved.name}")
            try:
                unsaved.replace(aside)
            except OSError as error:
                self.told.emit(f"{visible(str(unsaved), 300)}: {error.strerror or error}")

    def _show(self, path: Path, read: ProjectReading) -> None:
        unsaved = path == self._outside.unsaved
        readings = self._window.readings
        given = bool(readings.stores) and not readings.shows_example  # what the program was started with stays
        if unsaved and (self._then is not None or given):
            self._file = ProjectFile(path, None if read.problems else read.project)
            self._window.said.take(read.project.assessments, read.project.overrides)
            if self._then is None:
                self._tell_restored()
            return
        if unsaved and not (read.project.assessments or read.project.overrides):
            self._drop_unsaved()
            return
        self._file = ProjectFile(path, None if read.problems else read.project)
        self._base, self._failed, self._opening = read.project, False, True
        try:
            self.showing.show(read.project)
        finally:
            self._opening = False
        if unsaved:
            self._tell_restored()
            return
        self.recent.emit(path)
        self.renamed.emit(path.name.removesuffix(SUFFIX))
        self.told.emit("; ".join(map(str, read.problems)) or self.tr("Project opened: {name}").format(name=_name(path)))

    def _tell_restored(self) -> None:
        self.told.emit(self.tr("Your marks of last time are here again. They are in no project yet: save them in one."))

    # Saving

    def save(self) -> None:
        """Save what changed; until there is a project, only what a person said is kept."""
        if self._opening:
            return
        self._timer.stop()
        try:
            self._save()
        except InspectorError as error:
            self.told.emit(str(error))
            self._failed = True
            return
        if self._failed:
            self._failed = False
            self.told.emit(self.tr("The project is saved again."))

    def _save(self) -> None:
        if self._file is not None and self.path is not None:
            self._write(self._file)
        elif self._outside.unsaved is not None and (self._window.said.anything or self._file is not None):
            if self._file is None:
                _make_folder(self._outside.unsaved)
                self._file = ProjectFile(self._outside.unsaved)
            self._write(self._file)

    def _write(self, file: ProjectFile) -> None:
        project = self._gathered()
        file.save(project)
        self._base = project

    def _gathered(self) -> Project:
        return gathered(self._window, self._base)

    def save_as(self) -> bool:
        """Ask where to, and save there; false where it did not come to that."""
        path = self._outside.choose_place(self._window, f"{self._proposed()}{SUFFIX}")
        if path is None:
            return False
        kept = self._file is not None and self.path is None
        try:
            self._base = self._gathered()
            self._file = write_new(path, self._base)
        except InspectorError as error:
            self.told.emit(str(error))
            return False
        if kept:
            self._drop_unsaved()
        self.recent.emit(path)
        self.renamed.emit(path.name.removesuffix(SUFFIX))
        self.told.emit(self.tr("Project saved: {name}. What you change is saved by itself.").format(name=_name(path)))
        return True

    def _proposed(self) -> str:
        site = self._gathered().site or self.tr("Cookies")
        return "".join(held if held.isalnum() or held in ".-_" else "_" for held in site)[:80]

    def _drop_unsaved(self) -> None:
        if self._outside.unsaved is None:
            return
        try:
            remove(self._outside.unsaved)
        except InspectorError as error:
            self.told.emit(str(error))

    # Leaving

    def leave(self) -> bool:
        """Save, and ask what becomes of marks that are in no project; false where the user rather stays."""
        self.finish()
        if self.unsaved:
            answer = self._outside.ask_leave(self._window)
            if answer is Leave.STAY or (answer is Leave.SAVE and not self.save_as()):
                return False
            if answer is Leave.DISCARD:
                self._window.said.take((), ())
        if self._file is not None and self.path is None:  # else it is of a window that died, and still to be restored
            self._drop_unsaved()
            self._file = None
        return True

    def finish(self) -> None:
        """Save what is still being typed."""
        if "audit" in self._window.later.made():
            self._window.later.audit.board.marks.finish()
        self.save()

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        self._timer.stop()
        self.task.forget()
        self.export.forget()

    # Marks for others

    def export_marks(self) -> None:
        """Write the marks as a file that audits take as a baseline."""
        path = self._outside.choose_marks_place(self._window, f"{self._proposed()}-marks.json")
        if path is not None:
            marks = self._window.said.marks
            self.export.start(partial(_write_marks, path, marks), visible(str(path), 300))

    def _take_export(self, outcome: Outcome) -> None:
        written = self.tr("Marks written to {path}").format(path=visible(str(outcome.result), 300))
        self.told.emit(_sentence(outcome.problem) if outcome.problem is not None else written)


class _Opened(NamedTuple):
    path: Path
    read: ProjectReading


def _read(path: Path) -> _Opened:
    return _Opened(path, read_project(path))


def _write_marks(path: Path, marks: tuple[Assessment, ...]) -> Path:
    from inspector.engine.marks import write_marks

    write_marks(path, marks)
    return path


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        where = visible(str(path.parent), 200)
        raise InspectorError(f"Marks cannot be kept in {where}: {why}", "Save a project") from error


def _sentence(problem: Problem) -> str:
    """Return what stood in the way; the message names the file already."""
    return visible(str(InspectorError(problem.what, problem.what_to_do)), 1000)


def _name(path: Path) -> str:
    return visible(path.name, 120)
