# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page of opt-outs: what is listed, what is asked before anything opens, and what happens where it cannot."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from make import optouts, records
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.core.moments import from_datetime
from inspector.core.optout import ClearSteps, Earlier, Launch, OptOutState, OptOutVisit, Steps, WayLink
from inspector.core.problem import InspectorError, Problem
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.gui.models.table import TableModel
from inspector.gui.optouts.dialogs import StepsDialog
from inspector.gui.optouts.page import OptOutsPage
from inspector.gui.optouts.rows import COLUMNS, rows_of
from inspector.gui.optouts.source import Look, Looked, Opened, OptOutsOutside, parts_of
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
URL = "https://adssettings.google.com/partnerads"
SECRET = "s3cr3t-5f1e"
READING = records.reading(
    optouts.held("id", ".doubleclick.net", "OPT_OUT"),
    optouts.held("IDE", ".doubleclick.net", SECRET),
    optouts.held("IDE", ".doubleclick.net", SECRET, partition="https://a.example"),
    optouts.held("IDE", ".doubleclick.net", SECRET, partition="https://b.example"),
    optouts.held("uuid2", ".adnxs.com", "-1"),
)


def look(asked: Look) -> Looked:
    return Looked(asked.reading, optouts.look(asked.reading.cookies, earlier=Earlier((), asked.visits)))


class Outside:
    """Stands in for everything outside, and keeps what it was asked."""

    def __init__(
        self, opens: Launch | Steps | InspectorError | None = None, noting: bool | None = True, after: Any = None
    ) -> None:
        self.opened: list[tuple[str, StoreRef, str]] = []
        self.answers: list[tuple[Opened, Look, bool]] = []
        self.with_values = 0
        self._noting, self._after = noting, after
        self._opens = opens or Launch(("chrome", URL), "adssettings.google.com in Firefox")

    def open_way(self, way: WayLink, store: StoreRef, shown: str, now: datetime) -> Opened:
        self.opened.append((way.url, store, shown))
        if isinstance(self._opens, InspectorError):
            raise self._opens
        if isinstance(self._opens, Steps):
            return Opened(self._opens, way)
        visit = OptOutVisit("google-ads", store.browser, store.profile, from_datetime(now))
        return Opened(self._opens, way, visit, self._noting)

    def answer_noting(self, opened: Opened, asked: Look, said: bool) -> tuple[Problem, ...]:
        self.answers.append((opened, asked, said))
        return ()

    def look_with_values(self, asked: Look) -> Looked:
        self.with_values += 1
        return look(asked if self._after is None else asked._replace(reading=self._after))

    def clear_steps(self, site: str, reading: Reading) -> tuple[ClearSteps, ...]:
        if site == "x y":
            raise InspectorError('"x y" is not a domain')
        steps = Steps("Delete", ("Start it.", "Press it."), "chrome://settings/x", "An opt-out is among them.")
        return (ClearSteps(site, records.STORE, 2, steps),)

    def all(self) -> OptOutsOutside:
        return OptOutsOutside(
            look, self.look_with_values, self.open_way, self.clear_steps, parts_of, self.answer_noting
        )


@pytest.fixture
def shown(make_window: MakeWindow, qtbot: QtBot) -> Callable[..., OptOutsPage]:
    """Shows the page over a reading and waits for its answer."""

    def show(reading: Reading = READING, outside: Outside | None = None) -> OptOutsPage:
        window = make_window(reading, later=LaterOutside(optouts=(outside or Outside()).all()))
        window.pages.show_page("optouts")
        page = window.later.optouts
        qtbot.waitUntil(lambda: not page.task.busy)
        return page

    return show


def choose(page: OptOutsPage, state: OptOutState) -> None:
    number = next(number for number, row in enumerate(page.pane.model.rows) if row.first.state is state)
    page.pane.choose((number,))


def test_companies_are_listed_with_what_wants_doing_first(shown: Callable[..., OptOutsPage]) -> None:
    rows = shown().pane.model.rows
    assert [row.first.state for row in rows] == [
        OptOutState.CONTRADICTED,
        OptOutState.CANNOT_REACH,
        OptOutState.RECORDED,
    ]
    assert rows[1].why.startswith("In 2 partitions")


def test_the_table_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = TableModel(COLUMNS)
    model.show(rows_of(optouts.look(READING.cookies)))
    qtmodeltester.check(model)


def test_no_value_is_shown_anywhere(shown: Callable[..., OptOutsPage]) -> None:
    page = shown()
    for number in range(len(page.pane.model.rows)):
        page.pane.choose((number,))
        assert SECRET not in page.details.toPlainText()
        assert "OPT_OUT" not in page.details.toPlainText()


def test_details_say_what_it_stops_and_what_not_and_how_well_it_is_known(shown: Callable[..., OptOutsPage]) -> None:
    page = shown()
    assert "no cookie shows what a company does" in page.details.toPlainText()
    choose(page, OptOutState.CONTRADICTED)
    text = page.details.toPlainText()
    for said in ("Does not stop", URL, "as documented in", "IDE", "doubleclick.net"):
        assert said in text
    assert "verified" not in text


def test_nothing_opens_without_the_question_and_then_in_that_profile(
    shown: Callable[..., OptOutsPage], qtbot: QtBot
) -> None:
    outside = Outside()
    page = shown(outside=outside)
    choose(page, OptOutState.CONTRADICTED)
    dialog = page.ask_to_open()
    assert dialog is not None
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for said in ("adssettings.google.com", "google.com", "Firefox (default)", "as documented in"):
        assert said in texts
    assert dialog.address.text() == URL
    assert not outside.opened
    with qtbot.waitSignal(page.told) as told:
        dialog.go.click()
    assert outside.opened == [(URL, records.STORE, URL)]
    assert "check again" in told.args[0]


def open_page(page: OptOutsPage, qtbot: QtBot, state: OptOutState = OptOutState.CONTRADICTED) -> None:
    choose(page, state)
    dialog = page.ask_to_open()
    assert dialog is not None
    with qtbot.waitSignal(page.told):
        dialog.go.click()


OUT = optouts.held("id", ".doubleclick.net", "OPT_OUT")
IDE = optouts.held("IDE", ".doubleclick.net", SECRET)
RESULTS = (
    ((OUT,), "Recorded."),
    ((OUT, IDE), "Contradicted."),
    ((IDE,), "Not seen. Its page was opened on"),
    ((optouts.held("id", ".doubleclick.net", None),), "Check again, reading values."),
    ((optouts.held("cart", "shop.example", "1"),), "no cookie of it is there now"),
)


@pytest.mark.parametrize(("cookies", "said"), RESULTS)
def test_after_opening_a_check_says_what_became_of_it(
    shown: Callable[..., OptOutsPage], qtbot: QtBot, cookies: tuple[Any, ...], said: str
) -> None:
    page = shown(outside=Outside(after=records.reading(*cookies)))
    open_page(page, qtbot)
    assert "check again" in page.result.text.text()
    page.values.click()
    qtbot.waitUntil(lambda: not page.task.busy)
    assert page.result.isVisible()
    assert said in page.result.text.text()
    assert page.result.text.text().startswith("Google")
    assert SECRET not in page.result.text.text()


def test_it_asks_once_for_a_note_in_the_page_itself(shown: Callable[..., OptOutsPage], qtbot: QtBot) -> None:
    outside = Outside(noting=None)
    page = shown(outside=outside)
    assert not page.question.isVisible()
    open_page(page, qtbot)
    assert page.question.isVisible()
    assert "to check this opt-out later?" in page.question.text.text()
    assert page.pane.table.isEnabled()
    with qtbot.waitSignal(page.told) as told:
        page.question.yes.click()
    assert not page.question.isVisible()
    assert "Your answer is kept" in told.args[0]
    ((opened, asked, said),) = outside.answers
    assert said
    assert opened.visit is not None
    assert asked.reading is page._reading


def test_a_no_is_kept_and_an_answer_of_before_is_not_asked_for(shown: Callable[..., OptOutsPage], qtbot: QtBot) -> None:
    outside = Outside(noting=None)
    page = shown(outside=outside)
    open_page(page, qtbot)
    with qtbot.waitSignal(page.told):
        page.question.no.click()
    assert [said for _, _, said in outside.answers] == [False]
    for answered in (True, False):
        page = shown(outside=Outside(noting=answered))
        open_page(page, qtbot)
        assert not page.question.isVisible()


def test_thinking_better_of_it_opens_nothing(shown: Callable[..., OptOutsPage], qtbot: QtBot) -> None:
    outside = Outside()
    page = shown(outside=outside)
    choose(page, OptOutState.RECORDED)
    dialog = page.ask_to_open()
    assert dialog is not None
    dialog.reject()
    qtbot.wait(20)
    assert not outside.opened


def test_what_cannot_be_opened_gets_steps_and_a_link_to_copy(shown: Callable[..., OptOutsPage], qtbot: QtBot) -> None:
    page = shown(outside=Outside(Steps("Open this in Firefox", ("Start Firefox.",), URL)))
    choose(page, OptOutState.CONTRADICTED)
    dialog = page.ask_to_open()
    assert dialog is not None
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(StepsDialog)))
    steps = page.findChildren(StepsDialog)[0]
    steps.copies[0].click()
    assert QGuiApplication.clipboard().text() == URL
    steps.close()


def test_a_browser_that_does_not_start_is_said(shown: Callable[..., OptOutsPage], qtbot: QtBot) -> None:
    page = shown(outside=Outside(InspectorError("The browser could not be started", "Open it by hand")))
    choose(page, OptOutState.CONTRADICTED)
    dialog = page.ask_to_open()
    assert dialog is not None
    with qtbot.waitSignal(page.told) as told:
        dialog.go.click()
    assert "could not be started" in told.args[0]


def test_the_link_is_copied(shown: Callable[..., OptOutsPage]) -> None:
    page = shown()
    assert not page.copy.isEnabled()
    choose(page, OptOutState.CONTRADICTED)
    page.copy.click()
    assert QGuiApplication.clipboard().text() == URL


def test_checking_again_reads_anew_or_with_values(shown: Callable[..., OptOutsPage], qtbot: QtBot) -> None:
    outside = Outside()
    page = shown(outside=outside)
    choose(page, OptOutState.RECORDED)
    with qtbot.waitSignal(page.again_asked):
        page.again.click()
    qtbot.waitUntil(lambda: not page.task.busy and page.again.isEnabled())
    assert outside.with_values == 0  # a keyring is for the button that says so
    page.values.click()
    qtbot.waitUntil(lambda: not page.task.busy)
    assert outside.with_values == 1
    assert not page.result.isVisible()  # nothing was opened, so there is nothing to tell the end of
    assert [row.first.state for row in page.pane.rows()] == [OptOutState.RECORDED]  # what was chosen stays chosen


def test_steps_for_a_site(shown: Callable[..., OptOutsPage], qtbot: QtBot) -> None:
    page = shown()
    assert not page.clear.isEnabled()
    page.site.setText("shop.example")
    page.clear.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(StepsDialog)))
    dialog = page.findChildren(StepsDialog)[0]
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Careful: An opt-out is among them." in texts
    assert "2. Press it." in texts
    dialog.close()
    page.site.setText("x y")
    with qtbot.waitSignal(page.told) as told:
        page.clear.click()
    assert "not a domain" in told.args[0]


def test_an_empty_reading_says_what_to_do(shown: Callable[..., OptOutsPage]) -> None:
    page = shown(Reading())
    assert "Read a browser" in page.pane.nothing.text()
    assert not page.open.isEnabled()
    nothing = shown(records.reading(optouts.held("cart", "shop.example", "1")))
    assert "No cookie of a company" in nothing.pane.nothing.text()


def test_hostile_names_stay_text(qtbot: QtBot) -> None:
    held: Any = optouts.held("op\u202et_out<b>", "x\u200by.example", "1")
    rows = rows_of(optouts.look([held]))
    assert all("\u202e" not in row.why and "\u200b" not in row.name for row in rows)


def test_the_question_shows_an_address_of_other_letters_in_both_forms(qtbot: QtBot) -> None:
    host, site = parts_of("https://www.bücher.de/opt-out")
    assert host == "www.bücher.de (www.xn--bcher-kva.de)"
    assert site == "xn--bcher-kva.de"
    assert parts_of("javascript:optout()") == ("", "")
