# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What cookies are for, in the window: it comes after the cookies, is counted, switched, filtered by and explained."""

import threading
from collections.abc import Callable, Sequence

import pytest
from make import labels, records
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.cookie import Cookie
from inspector.core.label import Group
from inspector.core.problem import InspectorError
from inspector.engine.purposes import Labelled
from inspector.gui import theme
from inspector.gui.chips import Chip
from inspector.gui.models.cookies import Role
from inspector.gui.models.facets import COUNT_ROLE
from inspector.gui.views.about import AboutDialog
from inspector.gui.views.main_window import MainWindow
from inspector.gui.workers import Found

MakeWindow = Callable[..., MainWindow]

READING = records.reading(
    records.cookie(".ads.test", "IDE"),
    records.cookie(".shop.test", "_ga"),
    records.cookie("shop.test", "cart"),
    records.cookie("shop.test", "x"),
    records.cookie("shop.test", "SID", store=records.store("chrome", "Work")),
)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window(READING, label=labels.by_name)


def shown_names(window: MainWindow) -> set[str]:
    rows = range(window.shown.rowCount())
    return {cookie.name for row in rows if (cookie := window.shown.cookie_at(row)) is not None}


def switch(window: MainWindow, title: str) -> None:
    """Click on a line of the switches, the first of that title."""
    facets = window.purposes.facets
    row = next(row for row, line in enumerate(facets.facets.lines) if line.title == title)
    facets.scrollTo(facets.facets.index(row))
    where = facets.visualRect(facets.facets.index(row)).center()
    QApplication.processEvents()
    mouse = Qt.MouseButton.LeftButton
    QTest.mouseClick(facets.viewport(), mouse, Qt.KeyboardModifier.NoModifier, where)


def counts(window: MainWindow) -> dict[str, str]:
    model = window.purposes.facets.facets
    lines = (model.index(row) for row in range(model.rowCount()) if model.lines[row].value is not None)
    return {f"{model.lines[at.row()].of} {at.data()}": at.data(COUNT_ROLE) for at in lines}


def cell(window: MainWindow, name: str, key: str, role: int = int(Role.DisplayRole)) -> str:
    section = next(at for at, column in enumerate(window.shown.columns) if column.key == key)
    row = next(row for row in range(window.shown.rowCount()) if window.shown.cookie_at(row).name == name)  # type: ignore[union-attr]
    return str(window.shown.index(row, section).data(role))


def test_cells_and_overview_tell_what_is_known(window: MainWindow) -> None:
    assert cell(window, "IDE", "purpose") == "Ad / DART"
    assert cell(window, "IDE", "tracks", Role.AccessibleTextRole).startswith("Tracks: Tracking across sites")
    overview = window.purposes.overview
    told = [figure.accessibleName() for figure in (overview.cookies, overview.companies, overview.tracking)]
    assert told == ["5 cookies", "1 known company", "1 tracks across sites, 1 not known"]
    assert overview.companies.toolTip() == "3 cookies of no company that we know"
    assert overview.groups.accessibleName() == (
        "By group: Marketing 20 %, Analytics 20 %, Necessary 40 %, Unknown 20 %"
    )
    assert [part.group for part in overview.groups.parts] == [
        *(Group.MARKETING, Group.ANALYTICS, Group.NECESSARY, Group.UNKNOWN)
    ]


def test_without_a_classifier_nothing_is_said_of_purposes(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(READING)
    assert not window.purposes.overview.isVisible()

    def fields() -> set[str]:
        lines = window.purposes.facets.facets.lines
        return {line.value.field for line in lines if line.value is not None}

    qtbot.waitUntil(lambda: fields() == {"lifetime", "site"})
    assert "What it is for" not in window.details.toPlainText()
    window.filter_bar.line.setText("purpose:ad")
    assert window.empty.title.text() == "What they are for is not known"


def test_a_switch_shows_its_cookies_and_several_add_up(window: MainWindow) -> None:
    switch(window, "Cart")
    assert shown_names(window) == {"cart"}
    assert window.filter_bar.count.text() == "1 of 5 cookies"
    switch(window, "Log-in")
    assert shown_names(window) == {"cart", "SID"}
    switch(window, "On one site")
    assert shown_names(window) == {"SID"}
    switch(window, "On one site")
    switch(window, "Cart")
    switch(window, "Log-in")
    assert window.filter_bar.count.text() == "5 cookies"


def test_switches_are_reached_and_switched_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    facets = window.purposes.facets
    window.filter_bar.line.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is facets
    qtbot.keyClick(facets, Qt.Key.Key_Space)
    assert shown_names(window) == {"IDE"}
    qtbot.keyClick(facets, Qt.Key.Key_Space)
    for _ in range(60):
        qtbot.keyClick(facets, Qt.Key.Key_Down)
    assert facets.currentIndex().row() == len(facets.facets.lines) - 1  # over the captions in between
    qtbot.keyClick(facets, Qt.Key.Key_Space)
    assert window.filter_bar.line.text() == "site:ads.test "
    assert shown_names(window) == {"IDE"}


def test_counts_follow_the_line_and_the_store_but_not_their_own_switch(window: MainWindow) -> None:
    window.filter_bar.line.setText("shop")
    assert counts(window)["Purpose Ad / DART"] == "0"
    assert counts(window)["Purpose Cart"] == "1"
    switch(window, "Cart")
    assert counts(window)["Purpose Log-in"] == "1"
    assert counts(window)["Tracks No"] == "1"
    assert counts(window)["Tracks Unknown"] == "0"
    assert counts(window)["Site shop.test"] == "1"


def test_the_line_takes_fields(window: MainWindow) -> None:
    for typed, names in (
        ("purpose:advertising", {"IDE"}),
        ("vendor:google", {"IDE", "_ga"}),
        ("tracks:cross_site", {"IDE"}),
        ("shop !tracks:no", {"_ga", "x", "SID"}),
    ):
        window.filter_bar.line.setText(typed)
        assert shown_names(window) == names


def test_the_tracking_figure_is_a_switch(qtbot: QtBot, window: MainWindow) -> None:
    tracking = window.purposes.overview.tracking
    qtbot.mouseClick(tracking, Qt.MouseButton.LeftButton)
    assert shown_names(window) == {"IDE"}
    assert window.filter_bar.line.text() == "tracks:cross_site "
    tracking.setFocus()
    qtbot.keyClick(tracking, Qt.Key.Key_Space)
    assert len(shown_names(window)) == 5
    switch(window, "Across sites")
    assert tracking.isChecked()


def test_escape_clears_switches_too(qtbot: QtBot, window: MainWindow) -> None:
    switch(window, "Cart")
    switch(window, "Across sites")
    assert window.empty.title.text() == "The filter hides every cookie"
    qtbot.keyClick(window.filter_bar.line, Qt.Key.Key_Escape)
    assert len(shown_names(window)) == 5
    assert not window.purposes.overview.tracking.isChecked()


def test_details_say_first_what_it_is_for(window: MainWindow) -> None:
    window.table.selectRow(0)
    assert window.details.chips.chips == (Chip.DART, Chip.TRACKING)
    assert window.details.chips.accessibleName() == "Ad / DART, Tracking"
    text = window.details.toPlainText()
    titles = ("IDE", "What it is for", "Why we think so", "How to opt out", "Cookie", "Lifetime")
    places = [text.index(f"{title}\n") for title in titles]
    assert places == sorted(places)
    for said in ("IDE is known", "A list calls it analytics", "https://ads.test/optout", "Version 2026.11"):
        assert said in text
    window.actions_by_key["copy_details"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Why we think so\n  How sure: Sure (confidence 99 %)\n  Because: IDE is known" in copied


def test_chips_stay_above_the_text(window: MainWindow) -> None:
    window.table.selectRow(0)
    chips, viewport = window.details.chips.geometry(), window.details.viewport().geometry()
    assert chips.height() > 0
    assert chips.bottom() < viewport.top()
    assert chips.width() == viewport.width()
    window.details.show_cookie(None, 0)
    assert window.details.chips.height() == 0


class Slow:
    """A classifier that waits to be let go."""

    def __init__(self) -> None:
        self.go, self.cancelled = threading.Event(), threading.Event()

    def __call__(self, cookies: Sequence[Cookie], cancelled: Callable[[], bool]) -> Labelled:
        while not self.go.wait(0.01):
            if cancelled():
                self.cancelled.set()
                return Labelled()
        return labels.by_name(cookies)


def test_cookies_are_shown_before_their_labels(qtbot: QtBot, make_window: MakeWindow) -> None:
    slow = Slow()
    window = make_window(READING, label=slow, start=False)
    with qtbot.waitSignal(window.worker.finished):
        window.read_again()
    assert not window.worker.busy
    assert len(shown_names(window)) == 5
    assert cell(window, "IDE", "purpose") == "…"
    assert window.purposes.overview.cookies.accessibleName() == "5 cookies"
    assert window.purposes.overview.tracking.accessibleName() == "… track across sites"
    assert not window.purposes.overview.tracking.isEnabled()
    assert "This is being found out…" in window.details.toPlainText()
    window.filter_bar.line.setText("purpose:ad")
    assert window.empty.title.text() == "Finding out what they are for"
    with qtbot.waitSignal(window.worker.labelled):
        slow.go.set()
    assert shown_names(window) == {"IDE"}
    assert window.details.cookie == READING.cookies[0]


def test_a_closed_window_stops_the_classifier(qtbot: QtBot, make_window: MakeWindow) -> None:
    slow = Slow()
    window = make_window(READING, label=slow, start=False)
    with qtbot.waitSignal(window.worker.finished):
        window.read_again()
    window.close()
    assert slow.cancelled.wait(2)


def test_reading_again_drops_labels_that_are_late_and_keeps_switches(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(READING, label=labels.by_name)
    switch(window, "Cart")
    window.table.selectRow(0)
    assert window.details.cookie == READING.cookies[2]
    with qtbot.waitSignal(window.worker.labelled):
        window.read_again()
    assert shown_names(window) == {"cart"}
    assert window.details.cookie == READING.cookies[2]


def test_a_switch_stays_on_in_the_line_where_its_cookies_are_gone(qtbot: QtBot, make_window: MakeWindow) -> None:
    readings = [READING, records.reading(*READING.cookies[:2])]
    window = make_window(lambda *_: Found(readings.pop(0)), label=labels.by_name)
    switch(window, "Cart")
    with qtbot.waitSignal(window.worker.labelled):
        window.read_again()
    assert window.filter_bar.line.text() == "purpose:cart "
    assert window.empty.title.text() == "The filter hides every cookie"


def failing(cookies: Sequence[Cookie], cancelled: Callable[[], bool]) -> Labelled:
    raise InspectorError("The tables are damaged", "Reinstall the program")


def broken(cookies: Sequence[Cookie], cancelled: Callable[[], bool]) -> Labelled:
    raise KeyError("a bug")


@pytest.mark.parametrize(
    ("label", "what"), [(failing, "The tables are damaged"), (broken, "could not be told")], ids=["world", "bug"]
)
def test_where_labels_fail_the_cookies_stay_and_an_issue_says_why(
    make_window: MakeWindow, label: Callable[..., Labelled], what: str
) -> None:
    window = make_window(READING, label=label)
    assert len(shown_names(window)) == 5
    assert [problem.what for problem in window.issues.model.problems] == [what]
    assert window.status.issues.text() == "1 issue"
    assert not window.purposes.overview.isVisible()
    assert "purpose" not in {value.field for line in window.purposes.facets.facets.lines if (value := line.value)}
    assert "Could not be told; the issues say why." in window.details.toPlainText()
    window.filter_bar.line.setText("purpose:ad")
    assert window.empty.title.text() == "What they are for is not known"


def test_what_is_wrong_with_the_user_s_lists_is_an_issue(make_window: MakeWindow) -> None:
    problem = records.problem("Line 3 is not understood", "overrides.toml")

    def label(cookies: Sequence[Cookie], cancelled: Callable[[], bool]) -> Labelled:
        return labels.told(*[labels.CART] * len(cookies), problems=(problem,))

    window = make_window(READING, label=label)
    assert window.issues.model.problems == (problem,)
    assert cell(window, "x", "purpose") == "Cart"


def test_sorting_by_a_label_column_takes_labels_that_come_later(qtbot: QtBot, make_window: MakeWindow) -> None:
    slow = Slow()
    window = make_window(READING, label=slow, start=False)
    section = next(at for at, column in enumerate(window.shown.columns) if column.key == "purpose")
    window.table.sortByColumn(section, Qt.SortOrder.AscendingOrder)
    with qtbot.waitSignal(window.worker.finished):
        window.read_again()
    with qtbot.waitSignal(window.worker.labelled):
        slow.go.set()
    rows = [window.shown.index(row, section).data() for row in range(5)]
    assert rows == ["Ad / DART", "Analytics", "Cart", "Log-in", "Unknown"]


def test_about_tells_the_knowledge(make_window: MakeWindow) -> None:
    for label, said in ((labels.by_name, "Version 2026.11 of 24/11/2026"), (None, "not loaded yet")):
        window = make_window(READING, label=label)
        window.actions_by_key["about"].trigger()
        dialog = window.findChild(AboutDialog)
        assert isinstance(dialog, AboutDialog)
        assert f"Knowledge of cookies: {said}" in dialog.text.toPlainText()


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_chips_are_painted_in_both_themes_and_directions(
    make_window: MakeWindow, scheme: theme.Scheme, direction: Qt.LayoutDirection
) -> None:
    window = make_window(READING, label=labels.by_name)
    window.set_scheme(scheme)
    window.setLayoutDirection(direction)
    window.table.selectRow(0)
    QApplication.processEvents()
    picture = window.grab().toImage()
    ground = window.palette().color(QPalette.ColorRole.Window).rgb()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)}
    assert ground in colours
    assert len(colours) > 40


def test_the_first_cookie_is_chosen_from_right_to_left_too(qapp: QApplication, make_window: MakeWindow) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = make_window(READING, label=labels.by_name)
        assert window.details.cookie == READING.cookies[0]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_control_of_purposes_has_a_name(window: MainWindow) -> None:
    overview = window.purposes.overview
    for widget in (window.purposes.facets, overview.tracking, overview.cookies, overview.companies, overview.groups):
        assert widget.accessibleName()


def test_tab_goes_from_the_figure_over_the_line_to_the_switches(qtbot: QtBot, window: MainWindow) -> None:
    window.purposes.overview.tracking.setFocus()
    reached = []
    for _ in range(6):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [
        *(window.purposes.overview.tracking, window.filter_bar.line, window.filter_bar.reread),
        *(window.store_list, window.purposes.facets, window.table),
    ]
