# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The filter of the window: one line is its state; switches, stores, chips and menus change it and follow it."""

from collections.abc import Callable

import pytest
from make import labels, records
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.finding import Verdict
from inspector.gui.chips import Chip
from inspector.gui.models.facets import purpose_value
from inspector.gui.views.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]

CHROME = records.store("chrome", "Work")
READING = records.reading(
    records.cookie(".ads.test", "IDE"),
    records.cookie(".shop.test", "_ga"),
    records.cookie("shop.test", "cart", session=True),
    records.cookie("shop.test", "x"),
    records.cookie("shop.test", "SID", store=CHROME),
)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window(READING, label=labels.by_name)


def shown_names(window: MainWindow) -> set[str]:
    rows = range(window.shown.rowCount())
    return {cookie.name for row in rows if (cookie := window.shown.cookie_at(row)) is not None}


def on(window: MainWindow) -> list[str]:
    facets = window.purposes.facets
    return sorted(str(index.data()) for index in facets.selectionModel().selectedIndexes())


def point_at(window: MainWindow, name: str, key: str) -> None:
    """Make a cell the current one."""
    section = next(at for at, column in enumerate(window.shown.columns) if column.key == key)
    row = next(at for at in range(window.shown.rowCount()) if window.shown.cookie_at(at).name == name)  # type: ignore[union-attr]
    window.table.setCurrentIndex(window.shown.index(row, section))


def choose(window: MainWindow, beginning: str) -> None:
    """Choose from the menu of the current cell."""
    menu = window.table.filter_menu()
    next(action for action in menu.actions() if action.text().startswith(beginning)).trigger()


def test_typing_switches_on_what_is_typed(window: MainWindow) -> None:
    window.filter_bar.line.setText("purpose:ad,cart")
    assert on(window) == ["Ad / DART", "Cart"]
    window.filter_bar.line.setText("!purpose:cart")
    assert on(window) == []


def test_stores_are_a_part_of_the_line(window: MainWindow) -> None:
    window.store_list.setCurrentIndex(window.store_list.stores.index(2))
    assert window.filter_bar.line.text() == 'browser:"Chrome (Work)" '
    assert shown_names(window) == {"SID"}
    window.filter_bar.line.clear()
    assert window.store_list.currentIndex().row() == 0
    window.filter_bar.line.setText("cart browser:firefox,chrome")
    assert window.store_list.selectionModel().selectedIndexes() == []
    window.store_list.setCurrentIndex(window.store_list.stores.index(0))
    assert window.filter_bar.line.text() == "cart "


def test_typing_goes_on_behind_what_was_pressed(qtbot: QtBot, window: MainWindow) -> None:
    window.filter_bar.switch(purpose_value(Chip.CART), on=True)
    qtbot.keyClicks(window.filter_bar.line, "shop")
    assert window.filter_bar.line.text() == "purpose:cart shop"
    assert shown_names(window) == {"cart"}


def test_chips_show_the_terms_and_take_them_out(qtbot: QtBot, window: MainWindow) -> None:
    window.filter_bar.line.setText("shop purpose:cart,log-in !name:SID")
    chips = window.filter_bar.chips
    assert [chip.toolTip() for chip in chips.chips] == ["shop", "purpose:cart,log-in", "!name:SID"]
    assert chips.isVisible()
    qtbot.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    assert window.filter_bar.line.text() == "shop !name:SID "
    assert shown_names(window) == {"_ga", "cart", "x"}
    window.filter_bar.line.setText("shop")
    assert not chips.isVisible()


def test_a_wrong_line_says_what_is_wrong_and_the_rest_holds(window: MainWindow) -> None:
    window.filter_bar.line.setText("shop purpose:nonsense")
    chips = window.filter_bar.chips
    assert 'nothing is called "nonsense"' in chips.fault.text()
    assert chips.fault.isVisible()
    assert window.filter_bar.line.accessibleDescription() == chips.fault.text()
    assert shown_names(window) == {"_ga", "cart", "x", "SID"}
    window.filter_bar.line.setText("shop purpose:")
    assert chips.fault.text() == ""


def test_the_line_completes_fields_and_values(qtbot: QtBot, window: MainWindow) -> None:
    line = window.filter_bar.line
    offered = line.popup.completionModel()
    qtbot.keyClicks(line, "shop pur")
    assert str(offered.index(0, 0).data()).startswith("purpose:   what it is for")
    line.popup.activated[type(offered.index(0, 0))].emit(offered.index(0, 0))
    assert line.text() == "shop purpose:"
    qtbot.keyClicks(line, "ca")
    line.popup.activated[type(offered.index(0, 0))].emit(offered.index(0, 0))
    assert line.text() == "shop purpose:cart"
    assert shown_names(window) == {"cart"}
    line.clear()
    qtbot.keyClicks(line, "site:sh")
    assert offered.index(0, 0).data() == "shop.test"


@pytest.mark.parametrize(
    ("name", "key", "line"),
    [
        ("IDE", "purpose", "purpose:dart"),
        ("IDE", "host", "site:ads.test"),
        ("IDE", "vendor", 'company:"Google advertising (DoubleClick)"'),
        ("x", "vendor", "company:none"),
        ("SID", "tracks", "tracks:within_site"),
        ("cart", "lifetime", "lifetime:session"),
        ("_ga", "lifetime", "lifetime:unknown"),
        ("SID", "browser", 'browser:"Chrome (Work)"'),
        ("_ga", "name", "name:_ga"),
        ("x", "sure", "sure:none"),
    ],
)
def test_a_cell_is_applied_as_a_filter_or_left_out(window: MainWindow, name: str, key: str, line: str) -> None:
    point_at(window, name, key)
    choose(window, "Show only")
    assert window.filter_bar.line.text() == f"{line} "
    assert name in shown_names(window)
    window.filter_bar.line.clear()
    point_at(window, name, key)
    choose(window, "Hide")
    assert window.filter_bar.line.text() == f"!{line} "
    assert name not in shown_names(window)


def test_a_cell_without_a_word_offers_copies_only(window: MainWindow) -> None:
    point_at(window, "cart", "value")
    texts = [action.text() for action in window.table.filter_menu().actions()]
    assert "&Copy cell" in texts
    assert not [text for text in texts if text.startswith(("Show only", "Hide"))]


def test_verdicts_come_with_an_audit(window: MainWindow) -> None:
    window.filter_bar.line.setText("verdict:undeclared")
    assert window.empty.title.text() == "No site has been audited yet"
    names = [window.shown.rows.cookies[row].name for row in range(5)]
    window.cookies.take_verdicts([Verdict.UNDECLARED if name == "_ga" else None for name in names])
    assert shown_names(window) == {"_ga"}
    assert "Undeclared" in on(window)


def test_the_filter_shows_in_no_title(window: MainWindow) -> None:
    window.filter_bar.line.setText("shop")
    QApplication.processEvents()
    assert "shop" not in window.windowTitle()
