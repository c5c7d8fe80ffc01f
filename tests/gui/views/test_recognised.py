# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The sheet before something is opened: nothing is read before yes, nothing at all after no, and why not is said."""

from collections.abc import Callable
from pathlib import Path

from make import recordings, records, visits
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.engine.recognising import Kind
from inspector.gui.models.cookies import Role
from inspector.gui.source import read_stores
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.recognised import RecognisedSheet, offer_paths

MakeWindow = Callable[..., MainWindow]
MARKER = "marker-5f1e9c"
PAIRS = f"sid={MARKER}; theme=dark"


def sheet_of(qtbot: QtBot, window: MainWindow) -> RecognisedSheet:
    (sheet,) = window.findChildren(RecognisedSheet)
    qtbot.waitUntil(lambda: not sheet.task.busy)
    return sheet


def paste(qtbot: QtBot, window: MainWindow, text: str) -> RecognisedSheet:
    QGuiApplication.clipboard().setText(text)
    window.actions_by_key["paste"].trigger()
    return sheet_of(qtbot, window)


def cells(sheet: RecognisedSheet, row: int = 0) -> list[str]:
    model = sheet.pane.model
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_several_files_are_told_and_those_that_are_none_left_out(
    qtbot: QtBot, qtmodeltester: ModelTester, make_window: MakeWindow, tmp_path: Path
) -> None:
    (tmp_path / "shop.har").write_bytes(recordings.har())
    (tmp_path / "notes.txt").write_text("nothing of the kind")
    window = make_window(read_stores, start=False)
    offer_paths(window, (tmp_path / "shop.har", tmp_path / "notes.txt"))
    sheet = sheet_of(qtbot, window)
    qtmodeltester.check(sheet.pane.model)
    assert cells(sheet)[:3] == ["shop.har", "HAR recording", "Sure"]
    assert cells(sheet, 1)[1:3] == ["Nothing that is known", "Not recognised"]
    assert "1 of these cannot be read and are left out" in sheet.said.text()
    assert sheet.pane.model.index(0, 1).data(Role.AccessibleTextRole) == "Recognised as: HAR recording"
    with qtbot.waitSignal(window.worker.finished):
        sheet.open_button.click()
    assert window.readings.stores == (tmp_path / "shop.har",)


def test_a_recorded_visit_is_shown_where_visits_are(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    folder = visits.both_modes(tmp_path / "visit")
    window = make_window(read_stores, start=False)
    offer_paths(window, (folder,))
    sheet = sheet_of(qtbot, window)
    assert sheet.found[0].kind is Kind.VISIT
    page = window.later.visit
    with qtbot.waitSignal(page.opening.finished):
        sheet.open_button.click()
    assert window.pages.key == "visit"
    assert page.stack.currentWidget() is not page.start
    assert window.readings.stores == ()


def test_what_is_nothing_cannot_be_opened_and_says_what_could(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("nothing of the kind")
    window = make_window(records.reading(records.cookie()))
    offer_paths(window, (tmp_path / "notes.txt",))
    sheet = sheet_of(qtbot, window)
    assert not sheet.open_button.isEnabled()
    assert "This is nothing that can be read. Supported are" in sheet.said.text()
    assert "HAR recording" in sheet.said.text()
    sheet.reject()
    assert window.shown.rowCount() == 1


def test_pasted_pairs_need_an_address_and_stay_in_memory(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(read_stores, start=False)
    sheet = paste(qtbot, window, PAIRS)
    assert cells(sheet)[1] == "text of document.cookie"
    assert sheet.origin.isVisible()
    assert not sheet.open_button.isEnabled()
    qtbot.keyClicks(sheet.origin, "www.shop.test")
    with qtbot.waitSignal(window.worker.finished):
        sheet.open_button.click()
    assert window.shown.rowCount() == 2
    assert "recognised as text of document.cookie, 2 cookies" in window.status.sentence.text()
    assert not window.readings.keeps_sources
    with qtbot.waitSignal(window.worker.finished):
        window.read_again()
    assert window.shown.rowCount() == 2
    window.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert MARKER.encode() not in kept


def test_no_text_of_the_sheet_says_a_value(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(read_stores, start=False)
    sheet = paste(qtbot, window, f"Set-Cookie: sid={MARKER}; Path=/")
    said = [*cells(sheet), sheet.said.text(), sheet.windowTitle()]
    assert not [text for text in said if MARKER in text]
    assert sheet.open_button.isEnabled() or sheet.origin.isVisible()


def test_files_on_the_clipboard_are_taken_as_files_and_nothing_is_said(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    (tmp_path / "shop.har").write_bytes(recordings.har())
    window = make_window(read_stores, start=False)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "shop.har"))])
    QGuiApplication.clipboard().setMimeData(data)
    window.actions_by_key["paste"].trigger()
    assert cells(sheet_of(qtbot, window))[0] == "shop.har"


def test_an_empty_clipboard_is_told(make_window: MakeWindow) -> None:
    window = make_window(read_stores, start=False)
    QGuiApplication.clipboard().clear()
    window.actions_by_key["paste"].trigger()
    assert "no text on the clipboard" in window.status.currentMessage()
