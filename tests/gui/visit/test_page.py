# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page that tests a site: what it asks before, shows meanwhile and answers, and everything saved from it."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from make import records, visits
from make.events import header_write, run_started
from make.fake_recorder import Makes
from make.visit_pages import SHOP, Endless, Outside, Patient, makes_of
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.capture.parts import Outcome
from inspector.core.problem import InspectorError
from inspector.core.visit import Mode, Phase
from inspector.gui.hues import Look
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow
from inspector.gui.visit.answer import look_of
from inspector.gui.visit.dialogs import ContactDialog
from inspector.gui.visit.page import VisitPage
from inspector.gui.visit.picture import PictureDialog
from inspector.gui.visit.saving import SAVES
from inspector.gui.visit.source import Compare

MakeWindow = Callable[..., MainWindow]
ShowPage = Callable[..., VisitPage]
PATIENCE_MS = 30_000
POLICY = "# Cookies\n\nWe use cookies to keep you logged in. We do not use third-party cookies.\n"


@pytest.fixture
def shown(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> ShowPage:
    """Shows the page and waits until it knows the browsers."""

    def show(outside: Outside | None = None, **more: Any) -> VisitPage:
        held = outside or Outside(tmp_path, **more)
        window = make_window(records.reading(), later=LaterOutside(visit=held.all()))
        window.pages.show_page("visit")
        page = window.later.visit
        until(qtbot, lambda: not page.looking.busy)
        return page

    return show


def until(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    """Wait until something holds: the engine is loaded by the first visit, which takes a while on a busy computer."""
    qtbot.waitUntil(holds, timeout=PATIENCE_MS)


def ask(page: VisitPage, address: str = SHOP) -> ContactDialog:
    """Fill the question in and press the button."""
    page.bar.line.setText(address)
    page.bar.wait.setValue(0)
    page.bar.go.click()
    dialog = page.findChild(ContactDialog)
    assert isinstance(dialog, ContactDialog)
    return dialog


def visited(qtbot: QtBot, page: VisitPage) -> VisitPage:
    """Agree to the question, and wait for the answer."""
    ask(page).go.click()
    until(qtbot, lambda: not page.worker.busy)
    return page


def opened(qtbot: QtBot, page: VisitPage, path: Path) -> VisitPage:
    page.open(path)
    until(qtbot, lambda: not page.opening.busy)
    return page


def earlier(folder: Path) -> Path:
    """An earlier visit: as delivered, with third parties allowed, and with a refusal."""
    runs = {
        "1-default": visits.default_run(),
        "2-allowed": visits.allowed_run(),
        "3-refused": visits.refusing_run(),
    }
    return visits.visit_folder(folder, **runs)


# Before


def test_nothing_is_contacted_before_a_line_said_what(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    outside = Outside(tmp_path)
    page = shown(outside)
    dialog = ask(page, "shop.test")
    assert dialog.line.text() == "a browser will open shop.test, and contact whatever its pages load."
    assert "https://shop.test/" in dialog.more[0].text()
    assert dialog.go.text() == "Visit shop.test"
    dialog.reject()
    assert outside.questions == []
    assert not page.worker.busy
    visited(qtbot, page)
    assert [question.url for question in outside.questions] == [SHOP]
    assert outside.threads == {"visit"}


def test_the_question_tells_what_else_is_asked(shown: ShowPage, tmp_path: Path) -> None:
    page = shown()
    page.bar.follow.setValue(3)
    page.bar.pages.hold(tmp_path / "pages.txt")
    page.bar.scenario.setCurrentIndex(page.bar.scenario.findData("manual"))
    page.bar.compare.setCurrentIndex(page.bar.compare.findData(Compare.FOUND))
    dialog = ask(page)
    text = " ".join(label.text() for label in dialog.more)
    for said in ("Up to 3", "pages.txt", "opens a window", "asks for the policy", "fresh profile", "2 runs"):
        assert said in text
    dialog.reject()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "Give the address"),
        ("ftp://x.example/", "not an address that can be visited"),
        ("https://me:secret@shop.test/", "name and a password"),
        ("a b", "not an address"),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_once(shown: ShowPage, address: str, said: str) -> None:
    page = shown()
    page.bar.line.setText(address)
    assert said in page.bar.note.text()
    assert not page.bar.go.isEnabled()
    qtbot_enter(page.bar.line)
    assert page.findChild(ContactDialog) is None


def qtbot_enter(widget: QWidget) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(widget, Qt.Key.Key_Return)


def test_a_scenario_or_policy_of_ones_own_needs_its_file(shown: ShowPage, tmp_path: Path) -> None:
    page = shown(choose_file=lambda parent, title: tmp_path / "mine.toml")
    page.bar.line.setText(SHOP)
    page.bar.scenario.setCurrentIndex(page.bar.scenario.count() - 1)
    assert page.bar.note.text() == "Choose the file of your scenario."
    page.bar.own.take.trigger()
    page.bar.compare.setCurrentIndex(2)
    assert page.bar.note.text() == "Choose the policy's file."
    page.bar.policy.take.trigger()
    question = page.bar.question()
    assert question is not None
    assert question.scenario == str(tmp_path / "mine.toml")
    assert question.policy == tmp_path / "mine.toml"
    page.bar.policy.drop.trigger()
    assert page.bar.question() is None


def test_without_a_browser_the_page_says_so_and_still_opens_earlier_visits(
    shown: ShowPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(browsers=tuple)
    assert page.start.title.text() == "No browser that can make a visit was found"
    page.bar.line.setText(SHOP)
    assert "install Chromium or Firefox" in page.bar.note.text()
    assert not page.bar.go.isEnabled()
    opened(qtbot, page, earlier(tmp_path / "visit"))
    assert page.stack.currentWidget() is page.result


def test_browsers_modes_and_pages_are_asked_for_as_chosen(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    outside = Outside(tmp_path)
    second = outside.browsers[0]._replace(id=str(tmp_path / "other"), name="another")
    outside.browsers = (*outside.browsers, second)
    page = shown(outside)
    page.bar.line.setText(SHOP)
    assert [browser.name for browser in page.bar.browsers.chosen()] == ["a browser"]
    page.bar.browsers.actions_[1].trigger()
    page.bar.browsers.actions_[0].trigger()
    page.bar.modes.setCurrentIndex(2)
    page.bar.follow.setValue(2)
    question = page.bar.question()
    assert question is not None
    assert (question.browsers, question.modes, question.follow) == ((second,), (Mode.ALLOWED,), 2)
    page.bar.browsers.actions_[1].trigger()
    assert page.bar.note.text() == "Choose at least one browser."


# Meanwhile


def test_runs_tell_what_they_do(shown: ShowPage, qtbot: QtBot) -> None:
    page = shown(make=makes_of(Endless))
    ask(page).go.click()
    assert page.stack.currentWidget() is page.progress
    assert page.progress.titles == ("a browser as delivered", "a browser with third parties allowed")
    until(qtbot, lambda: page.progress.texts[0].text() == f"opening {SHOP}")
    assert page.progress.texts[1].text() == "waits"
    assert not page.bar.stop.isHidden()
    assert page.bar.go.isHidden()
    page.cancel()
    until(qtbot, lambda: not page.worker.busy)


def test_a_visit_that_is_stopped_keeps_what_it_has_and_says_so(shown: ShowPage, qtbot: QtBot) -> None:
    page = shown(make=makes_of(Endless))
    ask(page).go.click()
    until(qtbot, lambda: page.progress.texts[0].text() == f"opening {SHOP}")
    page.bar.stop.click()
    assert page.progress.head.text().startswith("Stopping")
    assert not page.bar.stop.isEnabled()
    until(qtbot, lambda: not page.worker.busy)
    assert page.answer.headline.text().startswith("Not measured: stopped by the user")
    (run,) = page.board.runs_model.rows
    assert run.run.outcome == "cut short"
    assert {row.name for row in page.board.cookies.model.rows} == {"sid", "IDE"}
    assert any(problem.code == "stopped" for problem in page.issues.model.problems)
    assert look_of(page.seen) is Look.OPEN if page.seen is not None else False


@pytest.mark.parametrize(("said", "phase"), [("accepted", Phase.ACCEPTED), ("refused", Phase.REFUSED), ("done", None)])
def test_a_person_marks_what_was_chosen(shown: ShowPage, qtbot: QtBot, said: str, phase: Phase | None) -> None:
    page = shown(make=makes_of(Patient))
    page.bar.scenario.setCurrentIndex(page.bar.scenario.findData("manual"))
    page.bar.modes.setCurrentIndex(1)
    ask(page).go.click()
    until(qtbot, page.marks.isVisible)
    assert "a browser as delivered: choose in its window" in page.marks.text.text()
    page.marks.buttons[said].click()
    assert page.marks.isHidden()
    until(qtbot, lambda: not page.worker.busy)
    assert page.seen is not None
    (run,) = page.seen.report.record.runs
    assert run.measured
    assert run.headless is False
    assert [span.phase for span in run.phases] == [Phase.NO_CHOICE, *([phase] if phase else [])]
    assert page.bar.save_actions["receipt.html"].isEnabled() is (said == "refused")


def test_each_run_asks_anew(shown: ShowPage, qtbot: QtBot) -> None:
    page = shown(make=makes_of(Patient))
    page.bar.scenario.setCurrentIndex(page.bar.scenario.findData("manual"))
    ask(page).go.click()
    for browser in ("as delivered", "with third parties allowed"):
        until(qtbot, lambda browser=browser: page.marks.isVisible() and browser in page.marks.text.text())
        page.marks.buttons["refused"].click()
    until(qtbot, lambda: not page.worker.busy)
    assert page.seen is not None
    assert all(run.span(Phase.REFUSED) is not None for run in page.seen.report.record.runs)


def test_a_mark_that_nobody_asked_for_counts_for_nothing(shown: ShowPage, qtbot: QtBot) -> None:
    page = shown(make=makes_of(Endless))
    page.worker.mark("refused")
    ask(page).go.click()
    until(qtbot, lambda: page.progress.texts[0].text() == f"opening {SHOP}")
    page.worker.mark("refused")
    page.cancel()
    until(qtbot, lambda: not page.worker.busy)
    assert page.seen is not None
    assert all(run.span(Phase.REFUSED) is None for run in page.seen.report.record.runs)


def test_a_window_that_closes_ends_the_visit(
    shown: ShowPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # other visits of this computer are none of its business
    page = shown(make=makes_of(Endless))
    before = _records()
    ask(page).go.click()
    until(qtbot, lambda: _records() != before)
    page.window().close()
    assert not page.worker.busy
    assert _records() == before


def _records() -> set[Path]:
    return set(Path(tempfile.gettempdir()).glob("cookie-inspector-record-*"))


def test_what_cannot_be_visited_is_said_and_an_answer_that_was_there_stays(
    shown: ShowPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown()
    page.bar.pages.hold(tmp_path / "missing.txt")
    visited(qtbot, page)
    assert page.stack.currentWidget() is page.start
    assert "the pages to visit cannot be read" in page.start.text.text()
    page.bar.pages.hold(None)
    visited(qtbot, page)
    page.bar.pages.hold(tmp_path / "missing.txt")
    visited(qtbot, page)
    assert page.stack.currentWidget() is page.result
    assert page.issues.isVisible()


# The answer


def test_the_answer_comes_first_with_its_four_columns(shown: ShowPage, qtbot: QtBot) -> None:
    page = visited(qtbot, shown())
    assert page.answer.headline.text() == (
        "The site asked for 2 cookies: a browser 1.0 as delivered kept 1 and refused 1; "
        "a browser 1.0 with third parties allowed kept 2."
    )
    rows = page.board.runs_model.rows
    assert [(row.asked, row.stored, row.refused, row.partitioned) for row in rows] == [(2, 1, 1, 0), (2, 2, 0, 0)]
    shown_texts = {page.board.cookies.model.index(row, 2).data() for row in range(4)}
    assert shown_texts == {"Stored", "Refused"}
    assert page.board.views.tabBar().isHidden()


def test_a_wall_is_not_measured(shown: ShowPage, qtbot: QtBot) -> None:
    page = visited(qtbot, shown(make=Makes({"outcome": Outcome.CHALLENGE})))
    assert page.answer.headline.text().startswith("Not measured")
    assert page.board.runs_model.index(0, 6).data() == "Not measured"
    assert page.seen is not None
    assert look_of(page.seen) is Look.OPEN


def test_hosts_that_were_contacted_are_listed(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, shown(), earlier(tmp_path / "visit"))
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.contacts.all == ()  # an earlier visit asks nobody now
    assert page.seen is not None
    from contextlib import ExitStack

    page._tell_contacts(page.seen._replace(record=ExitStack(), asked=("https://shop.test/privacy",)))
    assert set(window.contacts.hosts) == {"shop.test", "ad.doubleclick.net", "stats.test"}


def test_choosing_runs_leaves_what_belongs_to_them(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, shown(), earlier(tmp_path / "visit"))
    board = page.board
    assert len(board.cookies.model.rows) == 10
    board.runs.selectRow(0)
    assert {row.run for row in board.cookies.model.rows} == {0}
    assert board.tabs.tabText(0) == "Cookies (3)"
    text = board.details.toPlainText()
    for said in ("Third parties' cookies are not stored", "Nothing is clicked", "Mozilla/5.0"):
        assert said in text
    page.clear_filters()
    assert len(board.cookies.model.rows) == 10
    assert "The visit contacted 3 hosts" in board.details.toPlainText()


def test_a_cookie_tells_its_biography(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, shown(), earlier(tmp_path / "visit"))
    board = page.board
    number = next(at for at, row in enumerate(board.cookies.model.rows) if row.run == 2 and row.name == "_ga")
    board.runs.selectRow(0)
    board.choose_cookie(number)
    chosen = board.chosen_cookie()
    assert chosen is not None
    assert (chosen.run, chosen.name) == (2, "_ga")
    text = board.details.toPlainText()
    for said in (
        "1.200 s",
        "Set, for 730 days",
        "Taken away",
        "document.cookie: https://stats.test/tag.js:12",
        "Called by https://shop.test/loader.js",
        "A later visit",
        "In the other runs",
        "Analytics",
    ):
        assert said in text, said


def test_every_row_tells_something(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, shown(), earlier(tmp_path / "visit"))
    for pane in page.board.panes:
        assert pane.model.rows
        for number in range(len(pane.model.rows)):
            pane.choose((number,))
            assert len(page.board.details.toPlainText().splitlines()) >= 3


def test_the_timeline_leads_to_cookies_by_mouse_and_keys_and_has_a_twin(
    shown: ShowPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(qtbot, shown(), earlier(tmp_path / "visit"))
    board, line = page.board, page.board.timeline.timeline
    spot = line.point_of(2, 1).toPoint()
    qtbot.mouseMove(line, spot)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=spot)
    chosen = board.chosen_cookie()
    assert chosen is not None
    assert (chosen.run, chosen.name) == (2, "IDE")
    qtbot.keyClick(line, Qt.Key.Key_Right)
    chosen = board.chosen_cookie()
    assert chosen is not None
    assert chosen.name == "_ga"
    assert "Refused" in line.accessibleName()
    board.timeline.switch.click()
    twin = board.timeline.twin
    assert twin.isVisible()
    at = next(row for row in range(twin.model().rowCount()) if "pref" in str(twin.model().index(row, 1).data()))
    twin.selectRow(at)
    chosen = board.chosen_cookie()
    assert chosen is not None
    assert chosen.name == "pref"


def test_a_picture_of_the_page_is_shown(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = visited(qtbot, shown(choose_folder=lambda parent, title: tmp_path))
    board = page.board
    number = next(at for at, row in enumerate(board.kept.model.rows) if row.picture)
    board.choose_cookie(0)
    assert board.picture.isHidden()
    board.tabs.setCurrentWidget(board.kept)
    board.kept.choose((number,))
    assert not board.picture.isHidden()
    board.picture.click()  # what the made-up browser drew is no picture
    until(qtbot, lambda: not page.files.drawing.busy)
    assert "The picture cannot be read" in page.issues.model.problems[0].what
    assert page.seen is not None
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    row = board.kept.model.rows[number]
    run = page.seen.report.record.runs[row.run]
    assert image.save(str(page.seen.visited.folder / run.id / row.picture))
    board.picture.click()
    until(qtbot, lambda: page.findChild(PictureDialog) is not None)
    dialog = page.findChild(PictureDialog)
    assert isinstance(dialog, PictureDialog)
    assert dialog.picture.pixmap().size() == image.size()
    dialog.close()


@pytest.mark.parametrize("file", ["../../secret.png", "other.png"])
def test_no_picture_leads_out_of_the_visit(shown: ShowPage, qtbot: QtBot, tmp_path: Path, file: str) -> None:
    page = visited(qtbot, shown())
    page.board.picture_asked.emit(0, file)
    until(qtbot, lambda: page.issues.isVisible())
    assert "is not there" in page.issues.model.problems[0].what


# Against a policy


def compared(page: VisitPage, policy: Path) -> None:
    policy.write_text(POLICY)
    page.bar.compare.setCurrentIndex(page.bar.compare.findData(Compare.FILE))
    page.bar.policy.hold(policy)


def test_a_visit_is_audited_against_a_policy_s_file(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown()
    compared(page, tmp_path / "policy.md")
    visited(qtbot, page)
    assert page.seen is not None
    assert page.seen.audit is not None
    assert page.answer.compared.text().startswith("Compared with its policy: ")
    assert not page.board.views.tabBar().isHidden()
    assert page.board.audit.claims.model.rows
    assert page.bar.save_actions["audit-sarif"].isEnabled()
    page.board.views.setCurrentIndex(1)
    page.board.audit.claims.choose((0,))
    with qtbot.waitSignal(page.quoted, timeout=PATIENCE_MS):
        page.board.audit.quote.click()
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.pages.key == "policy"


def test_an_earlier_visit_is_audited_too_and_its_verdict_is_beside_the_biography(
    shown: ShowPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown()
    compared(page, tmp_path / "policy.md")
    opened(qtbot, page, earlier(tmp_path / "visit"))
    page.board.choose_cookie(0)
    assert "What the policy makes of it" in page.board.details.toPlainText()


def test_where_the_page_links_to_no_policy_the_visit_is_shown_all_the_same(shown: ShowPage, qtbot: QtBot) -> None:
    page = shown()
    page.bar.compare.setCurrentIndex(page.bar.compare.findData(Compare.FOUND))
    visited(qtbot, page)
    assert page.stack.currentWidget() is page.result
    assert "links to no policy" in page.answer.compared.text()
    assert page.board.runs_model.rowCount() == 2


def test_a_policy_that_cannot_be_read_is_said(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown()
    compared(page, tmp_path / "policy.md")
    (tmp_path / "policy.md").unlink()
    visited(qtbot, page)
    assert "could not be compared with the policy" in page.answer.compared.text()


# Saved and opened again


@pytest.mark.parametrize("saves", SAVES, ids=lambda saves: saves.key)
def test_everything_can_be_saved(shown: ShowPage, qtbot: QtBot, tmp_path: Path, saves: Any) -> None:
    names: list[str] = []

    def target(parent: QWidget, name: str) -> Path:
        names.append(name)
        return tmp_path / "saved" / name

    (tmp_path / "saved").mkdir()
    page = shown(choose_target=target, choose_folder=lambda parent, title: tmp_path / "saved")
    compared(page, tmp_path / "policy.md")
    opened(qtbot, page, earlier(tmp_path / "visit"))
    with qtbot.waitSignal(page.told, timeout=PATIENCE_MS) as told:
        page.bar.save_actions[saves.key].trigger()
    (made,) = (tmp_path / "saved").iterdir()
    assert str(made) in str(told.args)
    assert made.is_dir() is not bool(saves.ending)
    assert made.name.endswith(saves.ending)
    if made.is_dir():
        assert (made / "visit.json").is_file()
        assert len(list(made.glob("*/events.jsonl"))) == 3
    else:
        assert made.stat().st_size > 200
    if made.suffix == ".json":
        assert json.loads(made.read_text())


def test_a_saved_visit_is_opened_again_as_it_was(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = visited(qtbot, shown(choose_folder=lambda parent, title: tmp_path))
    headline = page.answer.headline.text()
    with qtbot.waitSignal(page.told, timeout=PATIENCE_MS):
        page.save("record")
    (folder,) = tmp_path.glob("visit-shop.test-*")
    opened(qtbot, page, folder)
    assert page.answer.headline.text() == headline
    codes = {problem.code for problem in page.issues.model.problems}
    assert not codes & {"visit-file-changed", "visit-file-missing", "visit-index"}


def test_what_cannot_be_saved_is_said(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(choose_target=lambda parent, name: tmp_path / "nowhere" / name)
    opened(qtbot, page, earlier(tmp_path / "visit"))
    page.save("har")
    until(qtbot, lambda: page.issues.isVisible())
    assert "could not be written" in page.issues.model.problems[0].what


def test_the_record_is_gone_with_the_visit_that_it_is_of(
    shown: ShowPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # other visits of this computer are none of its business
    before = _records()
    page = visited(qtbot, shown())
    assert len(_records() - before) == 1
    opened(qtbot, page, earlier(tmp_path / "visit"))
    assert _records() == before
    assert (tmp_path / "visit").is_dir()


def test_a_visit_is_opened_by_the_button_and_by_dropping_it(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(choose_folder=lambda parent, title: earlier(tmp_path / "one"))
    page.bar.earlier.click()
    until(qtbot, lambda: not page.opening.busy)
    assert page.seen is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(visits.both_modes(tmp_path / "two")))])
    where, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), copy, data, buttons, keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(where, copy, data, buttons, keys))
    until(qtbot, lambda: not page.opening.busy)
    assert page.seen.report.record.place.endswith("two")


def test_other_files_are_left_to_the_window(shown: ShowPage, tmp_path: Path) -> None:
    page, data = shown(), QMimeData()
    (tmp_path / "cookies.txt").write_text("# Netscape HTTP Cookie File\n")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "cookies.txt"))])
    no_keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_keys)
    page.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_what_is_no_visit_is_said(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(qtbot, shown(), tmp_path)
    assert page.start.title.text() == "There is no visit to show"
    assert "is no visit" in page.start.text.text()


def test_a_damaged_visit_is_shown_with_its_issues(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    folder = earlier(tmp_path / "visit")
    log = folder / "1-default" / "events.jsonl"
    log.write_bytes(log.read_bytes()[:-40])
    page = opened(qtbot, shown(), folder)
    assert page.stack.currentWidget() is page.result
    codes = {problem.code for problem in page.issues.model.problems}
    assert "visit-file-changed" in codes


def test_a_bug_of_ours_leaves_no_window_waiting(shown: ShowPage, qtbot: QtBot) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    page = shown(perform=broken)
    visited(qtbot, page)
    assert page.stack.currentWidget() is page.start
    assert not page.bar.go.isHidden()


def test_a_hostile_visit_is_shown_safely(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    name = "<img src=x onerror=1>\u202e" + "n" * 5_000
    bad = header_write(url="https://shop.test/\x1b[31m" + "x" * 9_000)
    bad = bad._replace(cookie=bad.cookie._replace(name=name))
    page = opened(qtbot, shown(), visits.visit_folder(tmp_path / "visit", run=(run_started(), bad)))
    page.board.choose_cookie(0)
    text = page.board.details.toPlainText()
    assert "\u202e" not in text
    assert "\x1b" not in text
    assert "<img src=x" in text


# As the rest of the window


def test_filters_and_panes_are_the_window_s(shown: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown()
    window = page.window()
    assert isinstance(window, MainWindow)
    window.filter()
    assert QApplication.focusWidget() in (page.bar.line, None)
    opened(qtbot, page, earlier(tmp_path / "visit"))
    page.board.cookies.line.setText("IDE")
    assert page.board.cookies.model.rowCount() == 3
    window.clear_filter()
    assert page.board.cookies.model.rowCount() == 10
    assert all(isinstance(pane, QWidget) for pane in page.panes_in_order())
    assert set(page.splitters) == {"page", "above", "below", "floors"}


def test_everything_has_a_name_for_screen_readers(shown: ShowPage) -> None:
    page = shown()
    bar = page.bar
    for widget in (bar.line, bar.browsers, bar.modes, bar.scenario, bar.follow, bar.pages, bar.wait, bar.compare):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)
    for named in (page.board.runs, page.board.details, page.board.timeline.twin, page.progress.bar):
        assert named.accessibleName()


def test_no_mnemonic_of_the_page_is_a_page_s(shown: ShowPage) -> None:
    page = shown()
    window = page.window()
    assert isinstance(window, MainWindow)
    from PySide6.QtWidgets import QLabel, QPushButton

    texts = [window.pages.bar.tabText(number) for number in range(window.pages.bar.count())]
    texts += [label.text() for label in page.bar.findChildren(QLabel)]
    texts += [button.text() for button in page.bar.findChildren(QPushButton)]
    keys = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
    assert len(keys) == len(set(keys))


def test_a_policy_of_the_network_is_asked_for_at_the_visited_computer_only() -> None:
    from inspector.gui.visit.source import _is_local

    assert [_is_local(url) for url in ("http://localhost:81/", "https://a.localhost/", SHOP, "http://10.0.0.1/")] == [
        True,
        True,
        False,
        False,
    ]


def test_inspector_errors_are_sentences(shown: ShowPage, qtbot: QtBot) -> None:
    def refuses(*_: Any) -> Any:
        raise InspectorError("It will not", "Do something else")

    page = visited(qtbot, shown(perform=refuses))
    assert page.start.text.text() == "It will not. Do something else"
