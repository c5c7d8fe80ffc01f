# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a picture is taken: a window over a made-up world, waited for until nothing more will come, then drawn."""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from gallery import made_cookies, visitor, worlds
from gallery.looks import Look
from gallery.worlds import World
from inspector.engine.history import HistoryPlaces
from inspector.gui import comfort
from inspector.gui.app import make_application
from inspector.gui.history.source import HistoryOutside
from inspector.gui.policy.source import Request, Way
from inspector.gui.preferences import Language, Preferences, Scheme
from inspector.gui.settings import WindowSettings
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.views.purposes import State

PATIENCE_S: Final = 300.0


class Studio(NamedTuple):
    """A window that is open, and a folder of its own for what is made for it."""

    app: QApplication
    window: MainWindow
    folder: Path

    def wait(self, holds: Callable[[], bool] = lambda: True) -> None:
        """Let the window work until it rests and something holds."""
        end = time.monotonic() + PATIENCE_S
        while self._busy() or not holds():
            self.app.processEvents()
            if time.monotonic() > end:
                raise TimeoutError("the window does not come to rest")
            time.sleep(0.002)  # the worker needs Python, too
        for _ in range(3):
            self.app.processEvents()

    def _busy(self) -> bool:
        window = self.window
        return window.worker.busy or window.purposes.state is State.WAITING or window.later.busy

    def give_policy(self, text: str) -> None:
        """Have the policy page read a text."""
        self.window.later.policy.open(Request(Way.TEXT, text=text))
        self.wait()


Act = Callable[[Studio], QWidget | None]


class Scene(NamedTuple):
    """A picture: the page that is shown of a world, and what is done before; the widget that comes back is drawn."""

    name: str
    world: World
    page: str
    act: Act = lambda studio: None


def start(look: Look) -> QApplication:
    """Return the application that draws in a look; call it once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TZ"] = "UTC"
    time.tzset()
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else make_application(["cookie-inspector"])


def speak(look: Look) -> None:
    """Have windows that are made from now on speak the language of a look."""
    comfort.use_language(Language(look.language))
    if look.language == "en":
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def take_all(scenes: Iterable[Scene], look: Look, folder: Path) -> int:
    """Take every scene in one look, and return how many were taken."""
    app = start(look)
    return sum(take(app, scene, look, folder / f"{scene.name}-{look.name}.png") for scene in scenes)


def take(app: QApplication, scene: Scene, look: Look, file: Path) -> bool:
    """Take one picture into a file; :class:`OSError` where it cannot be written."""
    speak(look)
    with opened(app, scene.world, look) as studio:
        studio.window.read_again()
        studio.wait()
        studio.window.pages.show_page(scene.page)
        studio.wait()
        drawn = scene.act(studio) or studio.window
        studio.wait()
        if not drawn.grab().save(str(file)):
            raise OSError(f"{file} cannot be written")
        if drawn is not studio.window:
            drawn.close()
    return True


@contextmanager
def opened(app: QApplication, world: World, look: Look) -> Iterator[Studio]:
    """Show a window over a world; it is closed afterwards and keeps nothing."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        settings = WindowSettings(folder)
        settings.keep_preferences(Preferences(theme=Scheme(look.scheme), language=Language(look.language)))
        window = MainWindow(_outside(world, folder), settings)
        window.resize(*look.size)
        window.show()
        window.furnish()
        try:
            yield Studio(app, window, folder)
        finally:
            window.said.take((), ())  # so that it does not ask about marks
            window.close()
            window.deleteLater()
            app.processEvents()


def _outside(world: World, folder: Path) -> Outside:
    places = HistoryPlaces(folder / "history", folder / "history.toml")
    return Outside(
        world.read,
        lambda: made_cookies.NOW_US,
        lambda *_: None,
        LaterOutside(keep=folder / "fetched", visit=visitor.outside()),
        world.label,
        lambda: HistoryOutside(lambda: places),
        worlds.example() if world.example else None,
    )
