# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Switching pages: by the bar, by keys, by the menu; menus follow the page."""

from collections.abc import Callable

import pytest
from make import records
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.gui.views.actions import COOKIE_ACTIONS
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.pages import PAGES

MakeWindow = Callable[..., MainWindow]


@pytest.mark.parametrize(("number", "key"), [(number, spec.key) for number, spec in enumerate(PAGES, 1)])
def test_a_page_is_shown_by_its_number(qtbot: QtBot, make_window: MakeWindow, number: int, key: str) -> None:
    window = make_window(records.reading())
    window.pages.bar.setCurrentIndex(len(PAGES) - 1 if number == 1 else 0)
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.pages.key == key
    assert window.pages.stack.currentIndex() == window.pages.bar.currentIndex() == number - 1
    assert [spec.key for spec in PAGES if window.actions_by_key[f"page_{spec.key}"].isChecked()] == [key]


def test_the_bar_is_reached_and_moved_by_keys(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(records.reading())
    window.pages.bar.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.pages.bar, Qt.Key.Key_Right)
    assert window.pages.key == "policy"
    assert window.pages.bar.tabToolTip(2) == "What a site declares (Ctrl+3)"


def test_what_only_the_cookie_page_has_cannot_be_switched_elsewhere(make_window: MakeWindow) -> None:
    window = make_window(records.reading())
    for page, enabled in (("policy", False), ("cookies", True)):
        window.pages.show_page(page)
        assert {window.actions_by_key[key].isEnabled() for key in COOKIE_ACTIONS} == {enabled}


def test_the_strip_s_issues_lead_to_the_page_that_has_them(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(records.reading(records.cookie(), problems=(records.problem(),)))
    window.pages.show_page("policy")
    qtbot.mouseClick(window.status.issues, Qt.MouseButton.LeftButton)
    assert window.pages.key == "cookies"
    assert window.issues.isVisible()
