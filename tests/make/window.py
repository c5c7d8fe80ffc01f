# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Fixtures of the window: English numbers and dates, UTC, a window with fakes outside."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from make import records
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from inspector.core.reading import Reading
from inspector.gui.language import be_silent
from inspector.gui.settings import WindowSettings
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Outside
from inspector.gui.workers import Found, ReadStores

MakeWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = QLocale()
    monkeypatch.setitem(os.environ, "TZ", "UTC")
    time.tzset()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)
    if app := QCoreApplication.instance():
        be_silent(app)


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    """Makes shown windows. Give a reading, or a function that reads; ``chosen`` answers the file dialog, ``more`` is
    what else comes from outside."""
    windows: list[MainWindow] = []

    def make(
        found: Reading | Found | ReadStores,
        chosen: Path | None = None,
        start: bool = True,
        **more: Any,
    ) -> MainWindow:
        if (history := more.get("history")) is not None:
            more["history"] = lambda: history
        outside = Outside(_reads(found), lambda: records.NOW_US, lambda parent, folder: chosen, **more)
        window = MainWindow(outside, WindowSettings(tmp_path))
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.furnish()
        window.pages.show_page("cookies")
        if start:
            with qtbot.waitSignal(window.worker.labelled if more.get("label") else window.worker.finished):
                window.read_again()
        return window

    yield make
    for window in windows:
        window.worker.forget()
        window.later.forget()
        if window.history is not None:
            window.history.forget()


def _reads(found: Reading | Found | ReadStores) -> ReadStores:
    if callable(found):
        return found
    return lambda stores, tell, cancelled: found if isinstance(found, Found) else Found(found)
