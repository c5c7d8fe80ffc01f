# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Start-up of the window: what is needed is checked first, then Qt is loaded, then the reading begins."""

import builtins
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from inspector import __version__
from inspector.core.collector import paused_collector
from inspector.core.problem import InspectorError
from inspector.gui import display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from inspector.gui.history.source import HistoryOutside
    from inspector.gui.views.main_window import MainWindow

NAME = "Cookie Inspector"
_ID = "cookie-inspector"
_TURN_S = 0.001  # how long a worker may hold Python while the window waits for its turn; 5 ms each makes scrolling lag


def main(
    stores: tuple[Path, ...] = (),
    *,
    opened: tuple[Path, ...] = (),
    self_test: bool = False,
    screenshot: Path | None = None,
) -> int:
    """Open the window and return its exit code. ``stores`` are read instead of every browser found.

    ``opened`` are a project, or files and folders of cookies. Where a window of this user is open already, it is raised
    and gets all of this.

    ``self_test`` shows it only until its cookies are there, tells how long that took and saves a picture of it.

    Raises :class:`InspectorError` where no window can be shown; the command line says it in a sentence.
    """
    display.check_here(os.environ)
    app = _start_qt()
    if self_test:
        return _test_itself(app, stores, screenshot)
    from inspector.gui.first_picture import FirstPicture
    from inspector.gui.instance_place import instance_place, may_be_open

    place = instance_place()
    if may_be_open(place) and _hand_over(place, (*opened, *stores)):
        return 0
    window = make_window(stores)
    picture = FirstPicture(window)
    picture.there.connect(lambda: _begin(window, place, opened))
    window.show()
    return _run(app, window)


@paused_collector()
def _start_qt() -> "QApplication":
    _check_qt()
    sys.setswitchinterval(_TURN_S)
    return make_application([_ID])


def _run(app: "QApplication", window: "MainWindow") -> int:
    """Run until the window is closed, or the system asks for an end; return the exit code that shells expect."""
    from inspector.gui.ending import Ending

    ending = Ending(lambda: app.exit(window.end()))
    try:
        code = app.exec()
    finally:
        ending.forget()
    return 128 + ending.number if ending.number else code


def _hand_over(place: str, paths: tuple[Path, ...]) -> bool:
    """Give the window that is open what this start was to open; false where none answers."""
    from inspector.gui.instance import Instance

    return Instance(place).hand_over(paths)


def _begin(window: "MainWindow", place: str, opened: tuple[Path, ...]) -> None:
    """Go on once the window is painted: make the rest, read, take back what was not saved, listen to later starts."""
    window.furnish()
    window.opening.begin(opened)
    from inspector.gui.instance import Instance

    instance = Instance(place, window)
    instance.asked.connect(window.opening.take_start)
    instance.listen()


def _test_itself(app: "QApplication", stores: tuple[Path, ...], screenshot: Path | None) -> int:
    """Run the self-test on a window that keeps nothing."""
    from tempfile import TemporaryDirectory

    with paused_collector():
        from inspector.gui import self_test

    with TemporaryDirectory(prefix="cookie-inspector-") as folder:
        window = make_window(stores, kept=Path(folder))
        return self_test.run(app, window, screenshot, self_test.age_of_process())


def _check_qt() -> None:
    """Load Qt, and explain what is missing where it does not load."""
    try:
        with _own_import():
            from PySide6.QtCore import QLibraryInfo
            from PySide6.QtWidgets import QApplication  # noqa: F401 - loads what QtCore alone does not need
    except ModuleNotFoundError as error:
        raise InspectorError(
            "The window needs Qt, which is not installed", 'Install it: pip install "cookie-inspector[gui]"'
        ) from error
    except ImportError as error:
        raise InspectorError(f"Qt does not load: {error}", f"On Debian: {display.LIBRARIES}") from error
    plugins = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    display.check_plugin(sys.platform, os.environ, Path(plugins))


@contextmanager
def _own_import() -> Iterator[None]:
    """Keep Python's own ``import`` where PySide is loaded inside, for the window asks for none of PySide's features.

    PySide replaces it by one that reads the source of every module imported later, in search of PySide's name: whoever
    says ``from __feature__ import snake_case`` gets other names (``shibokensupport/feature.py``). That was about
    a twentieth of the work to the first picture.
    """
    own = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = own


def make_application(arguments: Sequence[str]) -> "QApplication":
    """Return the one application object, named for the desktop."""
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from inspector.core.resources import resources_folder

    QApplication.setApplicationName(_ID)
    QApplication.setApplicationDisplayName(NAME)
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(_ID)
    if QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale(QLocale.Language.English))  # "C" has no separators for thousands
    app = QApplication(list(arguments))
    app.setWindowIcon(QIcon(str(resources_folder() / "icons" / f"{_ID}.svg")))
    return app


@paused_collector()  # nearly everything that is made here stays
def make_window(stores: tuple[Path, ...], kept: Path | None = None) -> "MainWindow":
    """Return the window over this computer's browsers. With ``kept`` it keeps its settings there, and no history."""
    from inspector.core.resources import resources_folder
    from inspector.engine.own_folders import config_folder, data_folder
    from inspector.gui import comfort
    from inspector.gui.projects.outside import ProjectOutside
    from inspector.gui.settings import WindowSettings
    from inspector.gui.source import label_cookies, read_stores, show_value
    from inspector.gui.views.choose import choose_path
    from inspector.gui.views.later_pages import LaterOutside
    from inspector.gui.views.main_window import MainWindow
    from inspector.gui.views.outside import Example, Outside

    later = LaterOutside(keep=(kept or data_folder()) / "fetched")
    demo = resources_folder() / "demo"
    example = Example(demo / "cookies.json", demo / "policy.md")
    history = None if kept else _history
    unsaved = None if kept else data_folder() / "unsaved.cookies-project"
    project = ProjectOutside(_author(), unsaved)
    outside = Outside(read_stores, _now_us, choose_path, later, label_cookies, history, example, project, show_value)
    settings = WindowSettings(kept or config_folder())
    comfort.use_language(settings.chosen.preferences.language)
    return MainWindow(outside, settings, stores)


def _now_us() -> int:
    return time.time_ns() // 1000


def _author() -> str:
    """Return who is at this computer, to stand beside marks; empty where the system does not say."""
    said = next((said for name in ("LOGNAME", "USER", "USERNAME") if (said := os.environ.get(name, ""))), "")
    if said or sys.platform == "win32":
        return said
    from pwd import getpwuid

    try:
        return getpwuid(os.getuid()).pw_name
    except KeyError:  # a user that only a container knows
        return ""


def _history() -> "HistoryOutside":
    from inspector.gui.history.source import user_history

    return user_history()
