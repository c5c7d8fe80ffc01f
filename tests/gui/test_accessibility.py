# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Each page by keyboard and by ear: every control is reached by Tab, has a name, and every cell has a text."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from make import labels, records
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.core.resources import resources_folder
from inspector.core.revealed import Revealed
from inspector.core.secret import Secret
from inspector.gui import comfort
from inspector.gui.preferences import Language, Preferences
from inspector.gui.source import label_cookies, read_stores
from inspector.gui.views.figure import Figure
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Example
from inspector.gui.views.pages import PAGES

MakeWindow = Callable[..., MainWindow]
CONTROLS = (
    *(QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QAbstractSpinBox),
    *(QPlainTextEdit, QTextEdit),
)
KEYS = [spec.key for spec in PAGES]


@pytest.fixture
def window(qtbot: QtBot, make_window: MakeWindow) -> MainWindow:
    """A window that shows the example: every page has something on it."""
    demo = resources_folder() / "demo"
    example = Example(demo / "cookies.json", demo / "policy.md")
    made = make_window(
        read_stores, start=False, label=label_cookies, example=example, reveal=lambda _: Revealed(Secret("x"))
    )
    made.resize(1280, 800)
    made.show_example()
    qtbot.waitUntil(lambda: made.readings.shows_example and _settled(made), timeout=60_000)
    return made


def _settled(window: MainWindow) -> bool:
    made = window.later.made()
    return not window.worker.busy and {"audit", "policy"} <= made and not window.later.busy


def controls(page: QWidget) -> Iterator[QWidget]:
    """The controls of a page that a person can see and use, less the parts that others are made of."""
    for widget in page.findChildren(QWidget):
        part = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit)
        part = part or isinstance(widget, QScrollBar | QHeaderView)  # a table is sorted by its menu (Shift+F10)
        part = part or (isinstance(widget, Figure) and not widget.isCheckable())  # a number that cannot be pressed
        if isinstance(widget, CONTROLS) and not part and widget.isVisible() and widget.isEnabled():
            yield widget


def chain(window: MainWindow) -> set[QWidget]:
    """Every widget that Tab leads to, from the first to the one where it begins again."""
    reached: set[QWidget] = set()
    widget: QWidget = window
    for _ in range(5_000):
        widget = widget.nextInFocusChain()
        if widget in reached:
            break
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.add(widget)
        if widget is window:
            break
    return reached


def named(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def described(widget: QWidget) -> str:
    parents = [type(widget).__name__]
    while (parent := widget.parentWidget()) is not None and len(parents) < 5:
        parents.append(type(parent).__name__)
        widget = parent
    return " < ".join(parents)


@pytest.mark.parametrize("key", KEYS)
def test_every_control_of_a_page_is_reached_by_tab(window: MainWindow, key: str) -> None:
    window.pages.show_page(key)
    QApplication.processEvents()
    page = window.pages.stack.currentWidget()
    reached = chain(window)
    there = list(controls(page))
    assert there
    proxies = {widget for widget in there if widget.focusProxy() in reached}
    assert not [described(widget) for widget in there if widget not in reached and widget not in proxies]


@pytest.mark.parametrize("key", KEYS)
def test_tab_itself_leads_through_a_page_and_out_of_it(qtbot: QtBot, window: MainWindow, key: str) -> None:
    window.pages.show_page(key)
    window.activateWindow()
    window.pages.bar.setFocus()
    page, seen = window.pages.stack.currentWidget(), []
    for _ in range(120):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or focus in seen:
            break
        seen.append(focus)
    assert any(page.isAncestorOf(widget) for widget in seen)
    assert any(not page.isAncestorOf(widget) for widget in seen)


@pytest.mark.parametrize("key", KEYS)
def test_every_control_of_a_page_has_a_name(window: MainWindow, key: str) -> None:
    window.pages.show_page(key)
    QApplication.processEvents()
    page = window.pages.stack.currentWidget()
    assert not [described(widget) for widget in controls(page) if not named(widget)]


@pytest.mark.parametrize("key", KEYS)
def test_every_cell_of_a_page_has_a_text(window: MainWindow, key: str) -> None:
    window.pages.show_page(key)
    QApplication.processEvents()
    page = window.pages.stack.currentWidget()
    views = [*page.findChildren(QTableView), *page.findChildren(QListView)]
    silent = [described(view) for view in views if view.isVisible() and not all(texts(view))]
    assert not silent


def texts(view: QAbstractItemView) -> Iterator[bool]:
    model = view.model()
    for row in range(min(model.rowCount(), 30)):
        for column in range(model.columnCount() if isinstance(view, QTableView) else 1):
            index = model.index(row, column)
            text = index.data(Qt.ItemDataRole.AccessibleTextRole)
            yield bool(str(text).strip()) and text is not None


def test_right_to_left_turns_every_page_round(qtbot: QtBot, window: MainWindow, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for key in KEYS:
            window.pages.show_page(key)
            QApplication.processEvents()
            assert window.pages.stack.currentWidget().layoutDirection() == Qt.LayoutDirection.RightToLeft
        window.pages.show_page("cookies")
        QApplication.processEvents()
        side, table = window.cookies.side, window.cookies.centre
        assert side.mapTo(window, side.rect().topLeft()).x() > table.mapTo(window, table.rect().topLeft()).x()
        cookie = window.shown.cookie_at(1)
        window.table.choose(cookie)
        assert window.table.current_cookie() == cookie
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("language", list(Language))
def test_a_language_sets_numbers_and_direction(qapp: QApplication, language: Language) -> None:
    before = QLocale()
    try:
        comfort.use_language(language)
        assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
        if language is Language.GERMAN:
            assert QLocale().toString(1234567) == "1.234.567"
        QLocale.setDefault(QLocale(QLocale.Language.Arabic))
        comfort.use_language(Language.SYSTEM)
        assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    finally:
        QLocale.setDefault(before)
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("key", KEYS)
def test_at_twice_the_size_no_button_of_a_page_is_cut(window: MainWindow, qapp: QApplication, key: str) -> None:
    window.take_preferences(Preferences(text_percent=200))
    try:
        window.resize(2560, 1440)
        window.pages.show_page(key)
        for _ in range(3):
            QApplication.processEvents()
        page = window.pages.stack.currentWidget()
        buttons = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.text()]
        cut = [
            f"{each.text()[:40]} ({described(each)}: {each.width()} of {each.sizeHint().width()})"
            for each in buttons
            if each.height() < each.minimumSizeHint().height() - 2 or each.width() < each.minimumSizeHint().width() - 2
        ]
        assert not cut
    finally:
        comfort.apply(qapp, Preferences())


def test_a_table_is_sorted_by_its_menu(make_window: MakeWindow) -> None:
    window = make_window(records.reading(records.cookie("a.test", "a"), records.cookie("b.test", "b")))
    sorts = {action.text(): action for action in window.table.filter_menu().actions()}
    sorts[f"Sort by {window.table.model().headerData(0, Qt.Orientation.Horizontal)}, downwards"].trigger()
    first = window.shown.cookie_at(0)
    assert first is not None
    assert first.host == "b.test"


def test_results_are_announced(make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said: list[str] = []
    monkeypatch.setattr(MainWindow, "_announce", lambda self, sentence: said.append(sentence))
    make_window(records.reading(records.cookie("ads.test", "IDE")), label=labels.by_name)
    assert any("1 cookie" in sentence for sentence in said)
    assert any("track across sites" in sentence for sentence in said)
