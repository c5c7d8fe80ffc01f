# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a person wants of a visit beyond its tables: saved somewhere, or a picture of the page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from inspector.core.visible import visible
from inspector.gui.tasks import Outcome, Task
from inspector.gui.translation import translate
from inspector.gui.visit.outside import VisitOutside
from inspector.gui.visit.picture import PictureDialog, read_picture
from inspector.gui.visit.saving import RECORD, SAVES, file_name
from inspector.gui.visit.source import Seen


class VisitFiles(QObject):
    """``told`` is a sentence for everybody, ``failed`` the problem that stood in the way."""

    told = Signal(str)
    failed = Signal(object)  # Problem

    def __init__(self, outside: VisitOutside, parent: QWidget) -> None:
        super().__init__(parent)
        self._outside, self._window = outside, parent
        self.saving, self.drawing = Task(self), Task(self)
        self.saving.finished.connect(self._take_saved)
        self.drawing.finished.connect(self._take_picture)

    def save(self, seen: Seen, key: str) -> None:
        """Ask where to, and save there; nothing where the visit does not have it."""
        saves = next((held for held in SAVES if held.key == key), None)
        if saves is None or not saves.there(seen):
            return
        name = file_name(seen, saves)
        if key == RECORD:
            folder = self._outside.choose_folder(self._window, translate("visit", "Save the visit's folder in"))
            target = None if folder is None else folder / name
        else:
            target = self._outside.choose_target(self._window, name)
        if target is not None:
            self.saving.start(lambda: saves.write(seen, target), str(target))

    def show_picture(self, seen: Seen, run: int, file: str) -> None:
        """Read a picture of a run and show it."""
        self.drawing.start(lambda: read_picture(seen, run, file), file)

    def forget(self) -> None:
        """Take nothing more: the window closes."""
        self.saving.forget()
        self.drawing.forget()

    def _take_saved(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self.failed.emit(outcome.problem)
        else:
            self.told.emit(self.tr("Saved to {path}").format(path=visible(str(outcome.result), 300)))

    def _take_picture(self, outcome: Outcome) -> None:
        if outcome.problem is not None:
            self.failed.emit(outcome.problem)
        elif isinstance(outcome.result, QImage):
            PictureDialog(outcome.result, translate("visit", "Picture of the page"), self._window).show()
