# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window is a frame first; what it holds comes after its first picture, or when somebody asks for it before."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from make import records
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from inspector.core.reading import Reading
from inspector.gui.settings import WindowSettings
from inspector.gui.theme import Scheme
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.workers import Found

MakeFrame = Callable[[], MainWindow]


@pytest.fixture
def make_frame(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeFrame]:
    """Makes windows that nobody has asked for more than their frame."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        reading: Reading = records.reading(records.cookie(".shop.example", "cart"))
        outside = Outside(lambda *_: Found(reading), lambda: records.NOW_US, lambda parent, folder: None)
        window = MainWindow(outside, WindowSettings(tmp_path))
        qtbot.addWidget(window)
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()


def _is_bare(window: MainWindow) -> bool:
    return window._made is None


def test_a_fresh_window_is_a_frame(make_frame: MakeFrame, qtbot: QtBot) -> None:
    window = make_frame()
    qtbot.waitExposed(window)
    window.set_scheme(Scheme.DARK)
    assert _is_bare(window)
    assert window.pages.key == "overview"
    assert window.menuBar().actions()
    window.furnish()
    assert not _is_bare(window)
    assert window.pages.key == "overview"


def test_what_is_asked_for_before_is_there(make_frame: MakeFrame, qtbot: QtBot) -> None:
    """A menu that is quicker than the furniture finds it all the same."""
    window = make_frame()
    window.pages.show_page("cookies")
    window.actions_by_key["read_again"].trigger()
    qtbot.waitUntil(lambda: window.shown.rowCount() == 1)
    assert window.table.isVisible()
    assert window.filter_bar.line.isVisible()
    before = window.cookies
    window.furnish()
    assert window.cookies is before


@pytest.mark.parametrize(
    ("key", "needs_it"),
    [
        ("find", True),
        ("clear", False),
        ("copy_row", True),
        ("issues", True),
        ("next_pane", False),
        ("undo", False),
        ("stop", True),
        ("example", True),
    ],
)
def test_an_action_finds_the_furniture_or_does_without(make_frame: MakeFrame, key: str, needs_it: bool) -> None:
    window = make_frame()
    window.actions_by_key[key].trigger()
    assert _is_bare(window) is not needs_it


def test_a_window_closed_at_once_keeps_the_divisions_of_before(make_frame: MakeFrame, tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    settings.keep_shapes({"panes": QByteArray(b"kept"), "window": QByteArray(b"")})
    window = make_frame()
    assert window.close()
    assert _is_bare(window), "furniture was made to be thrown away"
    assert WindowSettings(tmp_path).shape("panes") == QByteArray(b"kept")
    assert not WindowSettings(tmp_path).shape("window").isEmpty()
