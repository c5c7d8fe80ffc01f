# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A marker is planted as a cookie's value and searched for in everything that the window says, keeps or copies."""

from collections.abc import Callable, Iterator
from pathlib import Path

from make import labels, records
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector.core.cookie import ValueState
from inspector.core.secret import Secret
from inspector.gui.columns import COLUMNS
from inspector.gui.models.cookies import COOKIE_ROLE
from inspector.gui.models.problems import ProblemModel
from inspector.gui.views.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
MARKER = "marker-5f1e9c"
ROLES = [int(role) for role in Qt.ItemDataRole if int(role) != COOKIE_ROLE] + list(range(257, 262))


def made_window(make_window: MakeWindow) -> MainWindow:
    states = (ValueState.PLAINTEXT, ValueState.DECRYPTED, ValueState.CORRUPT)
    cookies = (
        records.cookie(name=state.value, value=Secret(MARKER), value_state=state, value_length=13) for state in states
    )
    window = make_window(records.reading(*cookies, problems=(records.problem(),)), label=labels.by_name)
    for section in range(len(COLUMNS)):
        window.table.setColumnHidden(section, False)
    return window


def texts_of(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in filter(lambda column: model.hasIndex(row, column), range(len(COLUMNS))):
            yield from (str(model.index(row, column).data(role)) for role in ROLES)


def spoken(interface: QAccessibleInterface, depth: int = 0) -> Iterator[str]:
    """Everything that a screen reader can ask for."""
    for text in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help):
        yield interface.text(text)
    if depth < 12:
        for number in range(interface.childCount()):
            child = interface.child(number)
            if child is not None:
                yield from spoken(child, depth + 1)


def test_no_text_of_a_model_holds_a_value(make_window: MakeWindow) -> None:
    window = made_window(make_window)
    lists = (window.store_list.stores, window.purposes.facets.facets, window.issues.model, ProblemModel())
    models = (window.shown, window.shown.sourceModel(), *lists)
    texts = [text for model in models for text in texts_of(model)]
    assert "shop.test" in texts
    assert not [text for text in texts if MARKER in text]


def test_no_widget_says_a_value(make_window: MakeWindow) -> None:
    window = made_window(make_window)
    said: list[str] = [window.windowTitle(), window.details.toHtml(), window.details.toPlainText()]
    for widget in (window, *window.findChildren(QWidget)):
        said += [widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis()]
        said += [widget.accessibleName(), widget.accessibleDescription(), str(widget.property("text"))]
    assert not [text for text in said if MARKER in text]


def test_a_screen_reader_is_told_no_value(make_window: MakeWindow) -> None:
    window = made_window(make_window)
    heard = list(spoken(QAccessible.queryAccessibleInterface(window)))
    assert "Host: shop.test" in heard
    assert not [text for text in heard if MARKER in text]


def test_no_menu_and_no_completion_says_a_value(make_window: MakeWindow) -> None:
    window = made_window(make_window)
    said = []
    for section in range(len(COLUMNS)):
        window.table.setCurrentIndex(window.shown.index(0, section))
        said += [action.text() for action in window.table.filter_menu().actions()]
    for field in window.filter_bar.fields:
        said += list(window.filter_bar.line.values_of(field))
    assert any(text.startswith("Show only site:shop.test") for text in said)
    assert not [text for text in said if MARKER in text]


def test_nothing_that_is_copied_holds_a_value(make_window: MakeWindow) -> None:
    window = made_window(make_window)
    copied = []
    for section in range(len(COLUMNS)):
        window.table.setCurrentIndex(window.shown.index(0, section))
        for key in ("copy_cell", "copy_row", "copy_details", "copy_issues"):
            QGuiApplication.clipboard().clear()
            window.actions_by_key[key].trigger()
            copied.append(QGuiApplication.clipboard().text())
    assert "shop.test" in copied
    assert not [text for text in copied if MARKER in text]


def test_nothing_that_is_kept_holds_a_value_or_a_cookie(make_window: MakeWindow, tmp_path: Path) -> None:
    window = made_window(make_window)
    window.filter_bar.line.setText("shop")
    window.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"[shape]" in kept
    for secret in (MARKER, "shop", "cookies.sqlite"):
        assert secret.encode() not in kept
        assert secret.encode("utf-16-be").hex() not in kept.hex()


def test_a_value_cannot_be_searched_for(make_window: MakeWindow) -> None:
    window = made_window(make_window)
    window.filter_bar.line.setText("marker")
    assert window.shown.rowCount() == 0
