# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What projects get from outside: who says it, where what is not saved is kept, and how the user is asked."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector.gui.translation import translate

if TYPE_CHECKING:  # the first picture does not wait for dialogs
    from PySide6.QtWidgets import QWidget

SUFFIX: Final = ".cookies-project"


class Leave(Enum):
    """What becomes of marks that are in no project yet."""

    SAVE = auto()
    DISCARD = auto()
    STAY = auto()


def choose_project(parent: "QWidget") -> Path | None:
    """Ask which project to open; ``None`` where the user thinks better of it."""
    from PySide6.QtWidgets import QFileDialog

    kinds = translate("choose", "Projects (*.cookies-project);;All files (*)")
    chosen, _ = QFileDialog.getOpenFileName(parent, translate("choose", "Open project"), "", kinds)
    return Path(chosen) if chosen else None


def choose_place(parent: "QWidget", name: str) -> Path | None:
    """Ask where to save a project; ``None`` where the user thinks better of it."""
    from PySide6.QtWidgets import QFileDialog

    dialog = QFileDialog(parent, translate("choose", "Save project"), "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([translate("choose", "Projects (*.cookies-project)")])
    dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
    dialog.selectFile(name)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def choose_marks_place(parent: "QWidget", name: str) -> Path | None:
    """Ask where to write marks; ``None`` where the user thinks better of it."""
    from PySide6.QtWidgets import QFileDialog

    chosen, _ = QFileDialog.getSaveFileName(parent, translate("choose", "Export marks"), name)
    return Path(chosen) if chosen else None


def ask_leave(parent: "QWidget") -> Leave:
    """Ask what becomes of marks that are in no project; to stay is the default of who closes the question."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("projects", "Save your marks?"))
    box.setText(translate("projects", "Your marks and labels are in no project yet."))
    box.setInformativeText(translate("projects", "Save them in a project file, or they are deleted."))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    answers = {int(buttons.Save.value): Leave.SAVE, int(buttons.Discard.value): Leave.DISCARD}
    return answers.get(int(box.exec()), Leave.STAY)


class ProjectOutside(NamedTuple):
    """``author`` stands beside each mark. ``unsaved`` keeps marks that are in no project yet; ``None`` keeps none."""

    author: str = ""
    unsaved: Path | None = None
    choose_project: Callable[["QWidget"], Path | None] = choose_project
    choose_place: Callable[["QWidget", str], Path | None] = choose_place
    choose_marks_place: Callable[["QWidget", str], Path | None] = choose_marks_place
    ask_leave: Callable[["QWidget"], Leave] = ask_leave
