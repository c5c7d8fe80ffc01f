# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Text of twice the size, chosen before the window is made as on every start but the first, and while it is open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from make import labels, records
from PySide6.QtGui import QFontMetrics, QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector.core.resources import resources_folder
from inspector.gui import comfort
from inspector.gui.facts import Fact, FactGroup
from inspector.gui.preferences import Preferences
from inspector.gui.settings import WindowSettings
from inspector.gui.source import label_cookies, read_stores
from inspector.gui.views.facet_list import FacetList
from inspector.gui.views.facts_view import FactsView
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Example
from inspector.gui.views.pages import PAGES

MakeWindow = Callable[..., MainWindow]
READING = records.reading(records.cookie("ads.test", "IDE"), records.cookie("shop.test", "cart"))
LARGE = Preferences(text_percent=200)
WIDTH = 1280


@pytest.fixture
def large(tmp_path: Path, qapp: QApplication) -> Iterator[None]:
    """Large text was chosen before, as the settings say; the application is put back afterwards."""
    WindowSettings(tmp_path).keep_preferences(LARGE)
    yield
    comfort.apply(qapp, Preferences())


@pytest.mark.usefixtures("large")
def test_what_was_chosen_before_holds_for_every_part_of_a_new_window(
    make_window: MakeWindow, qapp: QApplication
) -> None:
    window = make_window(READING, label=labels.by_name)
    wanted = qapp.font().pointSizeF()
    table = window.table
    for widget in (window, window.menuBar(), window.filter_bar.line, table, table.horizontalHeader(), window.status):
        assert widget.font().pointSizeF() == wanted, widget
    small = [label.text() for label in window.findChildren(QLabel) if label.font().pointSizeF() < wanted * 0.85]
    assert not small


@pytest.mark.usefixtures("large")
def test_the_panes_of_a_new_window_are_as_wide_as_their_text_wants(make_window: MakeWindow) -> None:
    window = make_window(READING, label=labels.by_name)
    window.resize(2560, 1440)
    QApplication.processEvents()
    left, centre, right = window.cookies.panes.sizes()
    assert left > 300
    assert right > 430
    assert centre > right


def test_panes_follow_text_that_grows_and_shrinks_again(make_window: MakeWindow, qapp: QApplication) -> None:
    window = make_window(READING, label=labels.by_name)
    window.resize(WIDTH, 800)
    QApplication.processEvents()
    before = window.cookies.panes.sizes()
    try:
        window.take_preferences(LARGE)
        QApplication.processEvents()
        large_sizes = window.cookies.panes.sizes()
        window.take_preferences(Preferences())
        QApplication.processEvents()
    finally:
        comfort.apply(qapp, Preferences())
    assert large_sizes[0] > before[0] * 1.5
    assert large_sizes[2] > before[2] * 1.5
    assert large_sizes[1] > WIDTH / 3
    assert window.cookies.panes.sizes()[0] < large_sizes[0]


@pytest.mark.usefixtures("large")
def test_no_title_of_a_switch_is_cut(make_window: MakeWindow) -> None:
    window = make_window(READING, label=labels.by_name)
    window.resize(WIDTH, 800)
    QApplication.processEvents()
    facets: FacetList = window.purposes.facets
    metrics, room = QFontMetrics(facets.font()), facets.viewport().width()
    side = metrics.height() * 0.8 + metrics.horizontalAdvance("888") + 40  # its shape, a count and the gaps
    cut = [
        line.title
        for line in facets.facets.lines
        if line.value is not None
        and line.value.field in ("purpose", "tracks", "party")
        and metrics.horizontalAdvance(line.title) + side > room
    ]
    assert facets.facets.lines
    assert not cut


@pytest.mark.usefixtures("large")
def test_no_page_needs_a_wider_window_than_a_small_screen(qtbot: QtBot, make_window: MakeWindow) -> None:
    demo = resources_folder() / "demo"
    example = Example(demo / "cookies.json", demo / "policy.md")
    window = make_window(read_stores, start=False, label=label_cookies, example=example)
    window.show_example()
    qtbot.waitUntil(lambda: window.readings.shows_example and not window.worker.busy, timeout=60_000)
    needs = {}
    for spec in PAGES:
        window.pages.show_page(spec.key)
        qtbot.waitUntil(lambda: not window.later.busy, timeout=60_000)
        page = window.pages.stack.currentWidget()
        assert isinstance(page, QWidget)
        needs[spec.key] = page.minimumSizeHint().width()
    assert {key: width for key, width in needs.items() if width > WIDTH} == {}


FACTS = (
    FactGroup("What", (Fact("Verwendungszweck", "Werbung"), Fact("How sure", "Sure", "confidence 99 %"))),
    FactGroup("Where", (Fact("", "no label at all"), Fact("Knowledge", "x" * 300))),
)


def broken_words(document: QTextDocument) -> list[str]:
    """Return the labels of which a line ends within a word."""
    broken = []
    for frame in document.rootFrame().childFrames():
        assert isinstance(frame, QTextTable)
        for row in range(frame.rows()):
            block = frame.cellAt(row, 0).firstCursorPosition().block()
            layout, text = block.layout(), block.text()
            if frame.cellAt(row, 0).columnSpan() > 1:
                continue
            ends = [layout.lineAt(at).textStart() for at in range(1, layout.lineCount())]
            broken += [text for end in ends if text[end - 1] != " "]
    return broken


@pytest.mark.parametrize("width", [160, 200, 274, 420, 900])
def test_no_label_of_details_breaks_within_a_word(qtbot: QtBot, width: int) -> None:
    view = FactsView()
    qtbot.addWidget(view)
    view.show_facts("IDE", "ads.test", FACTS)
    view.resize(width, 400)
    view.show()
    QApplication.processEvents()
    assert "Verwendungszweck" in view.toPlainText()
    assert broken_words(view.document()) == []


def test_what_is_read_stays_where_it_is_when_the_pane_gets_narrower(qtbot: QtBot) -> None:
    view = FactsView()
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    view.show_facts("IDE", "ads.test", FACTS * 20)
    QApplication.processEvents()
    view.verticalScrollBar().setValue(100)
    view.resize(170, 200)
    QApplication.processEvents()
    assert view.verticalScrollBar().value() == 100
