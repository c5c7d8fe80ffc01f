# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The first page: numbers, charts with their twins, what was found and where it leads, the example."""

from collections.abc import Callable
from pathlib import Path

import pytest
from make import labels, records
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.finding import Verdict
from inspector.core.problem import InspectorError
from inspector.core.reading import Reading
from inspector.core.resources import resources_folder
from inspector.engine.purposes import Labelled
from inspector.gui import theme
from inspector.gui.overview.page import OverviewPage
from inspector.gui.source import read_stores
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Example
from inspector.gui.workers import Cancelled, Found, Progress, Report

MakeWindow = Callable[..., MainWindow]

READING = records.reading(
    records.cookie(".ads.test", "IDE"),
    records.cookie(".shop.test", "_ga"),
    records.cookie("shop.test", "cart"),
    records.lasting(500, host="shop.test", name="x"),
    records.cookie("shop.test", "SID", store=records.store("chrome", "Work")),
    problems=(records.problem(),),
)
DEMO = resources_folder() / "demo"
EXAMPLE = Example(DEMO / "cookies.json", DEMO / "policy.md")


def shown(make_window: MakeWindow, found: object = READING, **more: object) -> MainWindow:
    window = make_window(found, label=labels.by_name, **more)
    window.pages.show_page("overview")
    QApplication.processEvents()
    return window


def lines(page: OverviewPage) -> list[str]:
    return [button.text() for button in page.found.buttons]


def bars(chart: object) -> list[tuple[str, int | None]]:
    return [(bar.title, bar.cookies) for bar in chart.bars]  # type: ignore[attr-defined]


def names(window: MainWindow) -> set[str]:
    return {window.shown.cookie_at(row).name for row in range(window.shown.rowCount())}  # type: ignore[union-attr]


def test_it_is_the_page_that_a_window_starts_with(make_window: MakeWindow) -> None:
    assert make_window(READING, start=False).pages.bar.tabText(0) == "O&verview"


def test_it_tells_how_many_whose_and_what_for(make_window: MakeWindow) -> None:
    page = shown(make_window).overview
    told = [figure.accessibleName() for figure in (page.cookies, page.companies, page.tracking, page.sites)]
    assert told == ["5 cookies", "1 known companies", "1 track across sites", "2 sites"]
    assert bars(page.purposes.chart) == [("Ad / DART", 1), ("Analytics", 1), ("Cart", 1), ("Log-in", 1), ("Unknown", 1)]
    assert bars(page.stores.chart) == [("Firefox (default)", 4), ("Chrome (Work)", 1)]
    assert bars(page.by_company.chart) == [("Google LLC", 2)]
    assert page.purposes.chart.accessibleName().startswith("By purpose. Ad / DART: 1; Analytics: 1")


def test_each_chart_has_a_table_with_the_same_numbers(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown(make_window).overview
    for card in (page.purposes, page.stores, page.by_company):
        qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
        model = card.twin.model()
        cells = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
        assert cells == [(title, str(count)) for title, count in bars(card.chart)]
        assert card.twin.isVisible()
        assert not card.chart.isVisible()


def test_a_row_of_a_table_leads_to_its_cookies(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = shown(make_window)
    window.overview.purposes.switch.click()
    table = window.overview.purposes.twin
    table.activated.emit(table.model().index(2, 0))
    assert names(window) == {"cart"}


def test_tables_follow_other_cookies(qtbot: QtBot, make_window: MakeWindow) -> None:
    readings = [READING, records.reading(*READING.cookies[:2])]
    window = make_window(lambda *_: Found(readings.pop(0)), label=labels.by_name)
    window.overview.purposes.switch.click()
    with qtbot.waitSignal(window.worker.labelled):
        window.read_again()
    assert window.overview.purposes.twin.model().rowCount() == 2


def test_what_was_found_is_told_the_gravest_first(make_window: MakeWindow) -> None:
    window = shown(make_window)
    assert lines(window.overview) == [
        "No site has been audited: whether promises are kept is not known yet",
        "1 cookie can recognise the browser on more than one site",
        "1 cookie: tracking not known",
        "1 cookie: purpose not known",
        "1 cookie with a life of more than a year",
        "Issues: 1; something could not be read, or is odd",
    ]
    window.cookies.take_verdicts([Verdict.UNDECLARED, Verdict.DECLARED, None, None, None])
    assert lines(window.overview)[0] == "1 cookie: Undeclared, nothing in the policy declares it"
    window.cookies.take_verdicts([Verdict.DECLARED, None, None, None, None])
    assert lines(window.overview)[0] == "1 cookie looked at by audits, and none found to go against a policy"


@pytest.mark.parametrize(("number", "found"), [(1, {"IDE"}), (3, {"x"}), (4, {"x"})])
def test_a_line_leads_to_its_cookies(qtbot: QtBot, make_window: MakeWindow, number: int, found: set[str]) -> None:
    window = shown(make_window)
    window.filter_bar.line.setText("something else")
    qtbot.mouseClick(window.overview.found.buttons[number], Qt.MouseButton.LeftButton)
    assert window.pages.key == "cookies"
    assert names(window) == found


def test_lines_lead_to_an_audit_and_to_the_issues(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = shown(make_window)
    window.overview.found.buttons[0].click()
    assert window.pages.key == "audit"
    window.overview.found.buttons[5].click()
    assert window.pages.key == "cookies"
    assert window.issues.isVisible()


def test_a_bar_leads_to_its_cookies_by_mouse_and_by_keys(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = shown(make_window)
    chart = window.overview.purposes.chart
    chart.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(chart, key)
    assert names(window) == {"IDE"}
    window.pages.show_page("overview")
    where = chart.rect().topLeft()
    where.setY(chart.line_height() * 2 + 3)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert names(window) == {"cart"}


def test_a_store_that_was_not_read_is_no_bar_of_nought(make_window: MakeWindow) -> None:
    locked = records.store("brave")
    counts = (*READING.stores, type(READING.stores[0])(locked, None))
    page = shown(make_window, Reading(READING.cookies, READING.problems, counts)).overview
    assert bars(page.stores.chart)[-1] == ("Brave (default)", None)
    assert "Brave (default): not read" in page.stores.chart.accessibleName()


def test_reading_is_told_browser_by_browser(make_window: MakeWindow) -> None:
    window = make_window(READING, start=False)
    assert window.overview.title.text() == "Reading the browsers"
    window.overview.show_progress(Progress(1, 3, "Firefox \x1b"))
    assert window.overview.title.text() == "Reading 2 of 3: Firefox ␛"


def test_where_purposes_cannot_be_told_nothing_is_made_up(make_window: MakeWindow) -> None:
    def failing(cookies: object, cancelled: object) -> Labelled:
        raise InspectorError("The tables are damaged")

    page = make_window(READING, label=failing).overview
    assert page.tracking.number == "?"
    assert page.purposes.chart.bars == ()
    assert not any("recognise" in line for line in lines(page))


def on_no_computer(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
    return read_stores(stores, tell, cancelled) if stores else Found(Reading(), ("/home/ada/.mozilla",))


def settle(qtbot: QtBot, window: MainWindow) -> None:
    def done() -> bool:
        return window.later.audit.report is not None and window.later.policy.policy is not None

    qtbot.waitUntil(done, timeout=60_000)
    QApplication.processEvents()


def test_an_empty_computer_shows_the_example_and_says_so(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(on_no_computer, example=EXAMPLE)
    settle(qtbot, window)
    page = window.overview
    assert page.title.text() == "An example: a made-up shop"
    assert "No cookie store was found here" in page.text.text()
    assert "none of this is on your computer" in page.text.text()
    assert page.places.toPlainText() == "/home/ada/.mozilla"
    assert window.shown.total() == 7
    assert window.later.policy.policy is not None
    assert "Undeclared" in lines(page)[0]
    window.filter_bar.line.setText("verdict:undeclared")
    assert "_ga" in names(window)


def test_the_example_is_one_press_away_and_left_again(qtbot: QtBot, make_window: MakeWindow) -> None:
    def read(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
        return read_stores(stores, tell, cancelled) if stores else Found(READING)

    window = make_window(read, label=labels.by_name, example=EXAMPLE)
    window.pages.show_page("overview")
    qtbot.mouseClick(window.overview.example, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.overview.title.text() == "An example: a made-up shop"
    assert not window.overview.places.isVisible()
    with qtbot.waitSignal(window.worker.labelled):
        window.overview.browsers.click()
    assert window.overview.title.text() == "What is here"
    assert lines(window.overview)[0].startswith("No site has been audited")


def test_what_opened_files_were_taken_for_is_listed(qtbot: QtBot, make_window: MakeWindow) -> None:
    recognised = tuple(f"/made/{at}.har: recognised as HAR\x1b" for at in range(12))
    window = make_window(Found(READING, (), recognised))
    with qtbot.waitSignal(window.worker.finished):
        window.open_paths((Path("/made/0.har"),))
    assert window.overview.title.text() == "What is in what you opened"
    said = window.overview.text.text().splitlines()
    assert said[0] == "/made/0.har: recognised as HAR␛"
    assert said[-1] == "and 4 more files"


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_is_painted_in_both_themes_and_directions(
    make_window: MakeWindow, scheme: theme.Scheme, direction: Qt.LayoutDirection
) -> None:
    window = shown(make_window)
    window.set_scheme(scheme)
    window.setLayoutDirection(direction)
    QApplication.processEvents()
    picture = window.overview.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    assert len(colours) > 25
