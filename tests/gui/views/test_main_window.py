# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window: what is read is shown, filtered, chosen, copied; what is not read is said."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from make import records
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.evidence import Evidence, Sighting
from inspector.core.problem import Severity
from inspector.core.reading import Reading, StoreCount
from inspector.gui import theme
from inspector.gui.views.about import AboutDialog
from inspector.gui.views.main_window import MainWindow
from inspector.gui.workers import Cancelled, Found, Progress, Report

MakeWindow = Callable[..., MainWindow]

CHROME = records.store("chrome", "Work")
READING = records.reading(
    records.cookie("ads.test", "IDE"),
    records.cookie("shop.test", "cart"),
    records.cookie("shop.test", "lang", store=CHROME),
)
LOCKED = records.store("brave")


def shown_names(window: MainWindow) -> list[str]:
    rows = range(window.shown.rowCount())
    return [cookie.name for row in rows if (cookie := window.shown.cookie_at(row)) is not None]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_what_is_read_is_shown_and_counted(make_window: MakeWindow) -> None:
    window = make_window(READING)
    assert shown_names(window) == ["IDE", "cart", "lang"]
    assert window.filter_bar.count.text() == "3 cookies"
    assert window.status.sentence.text() == "3 cookies, read 21/09/2026, 14:13"
    assert window.centre.currentWidget() is window.table
    assert not window.status.issues.isVisible()


def test_typing_filters_and_counts(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    qtbot.keyClicks(window.filter_bar.line, "shop")
    assert shown_names(window) == ["cart", "lang"]
    assert window.filter_bar.count.text() == "2 of 3 cookies"


def test_choosing_a_store_filters_and_typing_narrows_further(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.store_list.setCurrentIndex(window.store_list.stores.index(1))
    assert shown_names(window) == ["IDE", "cart"]
    qtbot.keyClicks(window.filter_bar.line, "cart")
    assert shown_names(window) == ["cart"]


def test_escape_clears_line_and_store(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.store_list.setCurrentIndex(window.store_list.stores.index(2))
    qtbot.keyClicks(window.filter_bar.line, "nothing")
    qtbot.keyClick(window.filter_bar.line, Qt.Key.Key_Escape)
    assert window.filter_bar.line.text() == ""
    assert len(shown_names(window)) == 3


def test_a_filter_that_hides_everything_offers_to_clear_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    qtbot.keyClicks(window.filter_bar.line, "nothing")
    assert window.centre.currentWidget() is window.empty
    assert window.empty.title.text() == "The filter hides every cookie"
    assert window.details.cookie is None
    qtbot.mouseClick(window.empty.button, Qt.MouseButton.LeftButton)
    assert window.centre.currentWidget() is window.table
    assert len(shown_names(window)) == 3


def test_the_first_cookie_is_chosen_and_its_details_are_told(make_window: MakeWindow) -> None:
    window = make_window(READING)
    assert window.details.cookie == READING.cookies[0]
    window.table.selectRow(1)
    assert window.details.cookie == READING.cookies[1]
    assert "cart" in window.details.toPlainText()


def test_details_say_on_which_page_a_recorded_cookie_was_set(make_window: MakeWindow) -> None:
    cookie = READING.cookies[0]
    seen = Sighting("https://shop.test/start", True, None, "https://ads.test/tag.js")
    window = make_window(replace(READING, evidence=Evidence(sightings={cookie.key: seen})))
    told = window.details.plain_facts()
    assert "On the page: https://shop.test/start" in told
    assert "By the address: https://ads.test/tag.js (its header was recorded)" in told
    window.table.selectRow(1)
    assert "On the page: Not recorded" in window.details.plain_facts()


def test_the_chosen_cookie_and_filter_stay_when_read_again(qtbot: QtBot, make_window: MakeWindow) -> None:
    readings = [READING, records.reading(records.cookie("a.test", "new"), *READING.cookies)]
    window = make_window(lambda *_: Found(readings.pop(0)))
    window.table.selectRow(1)
    window.store_list.setCurrentIndex(window.store_list.stores.index(1))
    with qtbot.waitSignal(window.worker.finished):
        qtbot.keyClick(window, Qt.Key.Key_F5)
    assert shown_names(window) == ["new", "IDE", "cart"]
    assert window.details.cookie == READING.cookies[1]


def test_no_store_shows_the_places(make_window: MakeWindow) -> None:
    problem = records.problem()
    nothing = Reading(problems=(type(problem)("no-browser", "no browser was found", "this computer"),))
    window = make_window(Found(nothing, ("/home/ada/.mozilla", "/home/ada/.config/\x1bchrome")))
    assert window.empty.title.text() == "No cookie store found"
    assert window.empty.places.toPlainText().splitlines() == ["/home/ada/.mozilla", "/home/ada/.config/␛chrome"]
    assert window.filter_bar.count.text() == ""
    assert not window.store_list.isVisible()
    assert not window.details.isVisible()
    assert not window.status.issues.isVisible()


def test_unreadable_stores_are_never_told_as_no_cookies(qtbot: QtBot, make_window: MakeWindow) -> None:
    locked = Reading(problems=(records.problem(where=LOCKED.file),), stores=(StoreCount(LOCKED, None),))
    window = make_window(locked)
    assert window.empty.title.text() == "Nothing could be read"
    assert window.status.sentence.text() == "Nothing could be read"
    assert window.status.issues.text() == "1 issue"
    qtbot.mouseClick(window.empty.button, Qt.MouseButton.LeftButton)
    assert window.issues.isVisible()
    assert window.issues.model.problems == locked.problems


def test_an_empty_store_is_told_as_empty(make_window: MakeWindow) -> None:
    window = make_window(Reading(stores=(StoreCount(records.STORE, 0),)))
    assert window.empty.title.text() == "No cookies"


def test_a_part_that_could_not_be_read_is_said(make_window: MakeWindow) -> None:
    window = make_window(records.reading(records.cookie(), problems=(records.problem(),)))
    assert window.status.sentence.text() == "1 cookie, read 21/09/2026, 14:13; not everything could be read"


def test_a_note_is_an_issue_but_nothing_is_missing(make_window: MakeWindow) -> None:
    note = records.problem(severity=Severity.NOTE)
    window = make_window(records.reading(records.cookie(), problems=(note,)))
    assert window.status.issues.text() == "1 issue"
    assert "not everything" not in window.status.sentence.text()


def test_issues_open_from_the_strip_and_are_copied_and_hidden(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(records.reading(records.cookie(), problems=(records.problem(),)))
    assert not window.issues.isVisible()
    qtbot.mouseClick(window.status.issues, Qt.MouseButton.LeftButton)
    assert window.issues.isVisible()
    QApplication.processEvents()  # the panel is laid out only now
    qtbot.mouseClick(window.issues.copy, Qt.MouseButton.LeftButton)
    assert clipboard().startswith("Result: Not read\nWhat: It is locked")
    window.issues.hide_button.click()
    assert not window.issues.isVisible()


class Slow:
    """A reader that tells its progress and then waits, deaf to being stopped until it is let go."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        tell(Progress(1, 3, "Firefox \x1b(default)"))
        self.go.wait(5)
        return Found(READING if cancelled() else Reading())


def test_reading_is_shown_with_progress_and_stops_at_once(qtbot: QtBot, make_window: MakeWindow) -> None:
    slow = Slow()
    window = make_window(slow, start=False)
    assert window.empty.title.text() == "Reading the browsers"
    with qtbot.waitSignal(window.worker.progressed):
        window.read_again()
    assert window.status.sentence.text() == "Reading Firefox ␛(default)…"
    assert (window.status.bar.value(), window.status.bar.maximum()) == (1, 3)
    started = time.perf_counter()
    qtbot.mouseClick(window.status.cancel, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert time.perf_counter() - started < 0.2
    assert window.status.sentence.text() == "Stopping…"
    assert not window.status.cancel.isVisible()
    with qtbot.waitSignal(window.worker.finished):
        slow.go.set()
    assert shown_names(window) == ["IDE", "cart", "lang"]
    assert window.status.sentence.text() == "Stopped: only a part was read, 3 cookies"


def test_stopping_before_the_first_cookie_says_so(qtbot: QtBot, make_window: MakeWindow) -> None:
    slow = Slow()
    window = make_window(lambda *given: Found(Reading(problems=slow(*given).reading.problems)), start=False)
    with qtbot.waitSignal(window.worker.progressed):
        window.read_again()
    window.cancel()
    with qtbot.waitSignal(window.worker.finished):
        slow.go.set()
    assert window.empty.title.text() == "Stopped"


def test_a_closed_window_stops_its_reading(qtbot: QtBot, make_window: MakeWindow) -> None:
    stopped = threading.Event()

    def read(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        while not cancelled():
            time.sleep(0.005)
        stopped.set()
        return Found(READING)

    window = make_window(read, start=False)
    window.read_again()
    window.close()
    assert stopped.wait(1)
    assert not window.worker.busy


@pytest.mark.parametrize("folder", [False, True])
def test_an_opened_store_is_read_alone_until_all_are_asked_for(
    qtbot: QtBot, make_window: MakeWindow, folder: bool
) -> None:
    asked: list[tuple[Path, ...]] = []

    def read(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        asked.append(stores)
        return Found(READING)

    window = make_window(read, chosen=Path("/made/Cookies"))
    for ask in (lambda: window.open_store(folder=folder), window.read_again, window.read_all):
        with qtbot.waitSignal(window.worker.finished):
            ask()
    assert asked == [(), (Path("/made/Cookies"),), (Path("/made/Cookies"),), ()]


def test_a_dialog_that_was_left_changes_nothing(make_window: MakeWindow) -> None:
    window = make_window(READING, chosen=None)
    window.open_store(folder=False)
    assert not window.worker.busy


def test_cells_rows_and_details_are_copied(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.table.setFocus()
    window.table.setCurrentIndex(window.shown.index(1, 1))
    qtbot.keyClick(window.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "cart"
    window.actions_by_key["copy_row"].trigger()
    assert clipboard().split("\t")[:3] == ["shop.test", "cart", "…"]
    window.actions_by_key["copy_details"].trigger()
    assert clipboard().startswith("Cookie\n  Name: cart\n  Host: shop.test")


def test_nothing_chosen_copies_nothing(make_window: MakeWindow) -> None:
    window = make_window(Reading())
    QGuiApplication.clipboard().setText("before")
    for key in ("copy_cell", "copy_row", "copy_details"):
        window.actions_by_key[key].trigger()
    assert clipboard() == "before"


def test_a_click_on_a_header_sorts(make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert shown_names(window) == ["lang", "IDE", "cart"]


def test_columns_are_chosen_and_the_first_one_stays(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    actions = window.table.column_actions(window)
    path = next(action for action in actions if action.text() == "Path")
    assert not path.isChecked()
    path.trigger()
    assert not window.table.isColumnHidden(path.data())
    assert not actions[0].isEnabled()


def test_panes_are_switched(make_window: MakeWindow) -> None:
    window = make_window(READING)
    for key, pane in (("stores", window.store_list), ("details", window.details)):
        assert pane.isVisible()
        window.actions_by_key[key].trigger()
        assert not pane.isVisible()


def test_f6_goes_round_the_panes(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.filter_bar.line.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [window.store_list, window.purposes.facets, window.table, window.details]


def test_tab_reaches_every_control(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(records.reading(records.cookie(), problems=(records.problem(),)))
    window.show_issues()
    window.filter_bar.line.setFocus()
    reached = []
    for _ in range(12):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    controls = (
        *(window.filter_bar.line, window.filter_bar.reread, window.store_list, window.table, window.details),
        *(window.issues.copy, window.issues.hide_button, window.issues.table, window.status.issues),
    )
    assert [widget for widget in reached if widget in controls][: len(controls)] == list(controls)


def test_ctrl_f_marks_the_line(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.filter_bar.line.setText("shop")
    window.table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.filter_bar.line.hasFocus()
    assert window.filter_bar.line.selectedText() == "shop"


def test_every_control_has_a_name_for_screen_readers(make_window: MakeWindow) -> None:
    window = make_window(READING)
    for widget in (window.filter_bar.line, window.store_list, window.table, window.details, window.issues.table):
        assert widget.accessibleName()
    for button in (window.filter_bar.reread, window.status.cancel, window.issues.copy):
        assert button.text()


def test_the_shape_is_kept_and_comes_back(make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.table.setColumnWidth(0, 333)
    window.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    window.resize(780, 640)  # the screen of the offscreen platform is 800 wide
    window.close()
    again = make_window(READING)
    assert again.table.columnWidth(0) == 333
    assert again.size() == window.size()
    assert shown_names(again) == ["lang", "IDE", "cart"]


def test_a_theme_is_kept_and_reaches_open_windows(make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.set_scheme(theme.Scheme.DARK)
    for widget in (window.table, window.details, window.empty, window.status.sentence):
        assert widget.palette().color(theme.Role.Base).lightness() < 64
    window.close()
    again = make_window(READING)
    assert again.scheme is theme.Scheme.DARK
    again.set_scheme(theme.Scheme.LIGHT)
    assert again.table.palette().color(theme.Role.Base).lightness() > 192


def test_about_tells_versions_and_blocks_nothing(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING)
    window.actions_by_key["about"].trigger()
    dialog = window.findChild(AboutDialog)
    assert isinstance(dialog, AboutDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    for part in ("PySide6 ", "Qt ", "Python ", "Apache-2.0"):
        assert part in dialog.text.toPlainText()


def test_shortcuts_are_unique(make_window: MakeWindow) -> None:
    window = make_window(READING)
    shortcuts = [action.shortcut().toString() for action in window.actions_by_key.values()]
    given = [shortcut for shortcut in shortcuts if shortcut]
    assert len(given) == len(set(given))
    assert {"F5", "Ctrl+F", "Esc", "Ctrl+Q", "F6"} <= set(given)


def test_hostile_names_are_shown_visibly(make_window: MakeWindow) -> None:
    name = "<b>bold</b>\x1b[31m\u202eevil" + "n" * 5000
    window = make_window(records.reading(records.cookie("<img src=x>.test", name)))
    cell = window.shown.index(0, 1).data()
    assert cell.startswith("<b>bold</b>␛[31m\\u{202e}evil")
    assert len(cell) < 600
    details = window.details.toPlainText()
    assert "<b>bold</b>␛[31m" in details
    assert "<img src=x>.test" in details
