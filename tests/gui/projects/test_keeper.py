# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Projects in the window: marks are made, kept, undone, found again; nothing is lost, and no value is ever in them."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from make import audits, labels, records
from make import project_records as made
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.label import Purpose
from inspector.core.project import NO_PROJECT, PolicyKind, Project, ProjectPolicy, Stance
from inspector.engine.baseline import read_baseline
from inspector.gui.audit.page import AuditOutside, AuditPage
from inspector.gui.audit.source import Question
from inspector.gui.policy.page import PolicyOutside
from inspector.gui.policy.source import Given, ReadPolicy, Request, Way
from inspector.gui.projects.keeper import ProjectKeeper
from inspector.gui.projects.label_dialog import LabelDialog
from inspector.gui.projects.outside import Leave, ProjectOutside
from inspector.gui.settings import WindowSettings
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Example
from inspector.gui.views.recognised import RecognisedSheet
from inspector.projects import database
from inspector.projects.loading import read_project
from inspector.projects.saving import write_new

MakeWindow = Callable[..., MainWindow]
MARKER = "marker-5f1e9c"
REPORT, POLICY = audits.sample_report(), audits.sample_policy()
READING = records.reading(audits.cookie("cart", "www.shop.com", value=MARKER), audits.cookie("_ga", ".shop.com"))


class World:
    """What is outside of the window: a folder, a judge that keeps what it was asked, answers to questions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unsaved = folder / "data" / "unsaved.cookies-project"
        self.project = folder / "shop.cookies-project"
        self.questions: list[Question] = []
        self.policies: list[Request] = []
        self.leave = Leave.STAY
        self.place: Path | None = self.project
        self.asked = 0

    def judge(self, question: Question, now: Any) -> Any:
        self.questions.append(question)
        return replace(REPORT, site=question.site)

    def read_policy(self, request: Request, *_: Any) -> Given:
        self.policies.append(request)
        return Given((ReadPolicy(request.source or "pasted", POLICY),))

    def ask_leave(self, parent: Any) -> Leave:
        self.asked += 1
        return self.leave

    def later(self) -> LaterOutside:
        return LaterOutside(PolicyOutside(read=self.read_policy), AuditOutside(judge=self.judge), self.folder / "kept")

    def outside(self) -> ProjectOutside:
        return ProjectOutside(
            "J. Doe",
            self.unsaved,
            lambda parent: self.project,
            lambda parent, name: self.place,
            lambda parent, name: self.folder / name,
            self.ask_leave,
        )


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def open_window(make_window: MakeWindow, world: World, reading: Any = READING, **more: Any) -> MainWindow:
    return make_window(reading, later=world.later(), project=world.outside(), **more)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    def quiet() -> bool:
        tasks = [window.projects.task, window.projects.export]
        tasks += [window.later.policy.task] if "policy" in window.later.made() else []
        page = window.later.audit if "audit" in window.later.made() else None
        tasks += [page.task, page.sites] if page else []
        return not window.worker.busy and not any(task.busy for task in tasks)

    for _ in range(4):  # one leads to another
        qtbot.waitUntil(quiet)
        QApplication.processEvents()


def audited(qtbot: QtBot, window: MainWindow, site: str = "shop.com") -> AuditPage:
    """Give a policy and audit a site, by hand."""
    window.pages.show_page("audit")
    window.later.policy.open(Request(Way.TEXT, text="We use a cart cookie."))
    settle(qtbot, window)
    page = window.later.audit
    page.bar.choose_site(site)
    page.bar.go.click()
    settle(qtbot, window)
    return page


def press(qtbot: QtBot, page: AuditPage, stance: Stance) -> None:
    qtbot.mouseClick(page.board.marks.buttons[stance], Qt.MouseButton.LeftButton)


def type_comment(qtbot: QtBot, page: AuditPage, text: str) -> None:
    qtbot.keyClicks(page.board.marks.comment, text)
    qtbot.keyClick(page.board.marks.comment, Qt.Key.Key_Return)


def marks_in(path: Path) -> list[tuple[Stance | None, str]]:
    return [(held.stance, held.comment) for held in read_project(path).project.assessments]


def test_a_chosen_finding_is_marked_and_commented(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world)
    page = audited(qtbot, window)
    board = page.board
    assert not board.marks.isVisible()
    board.findings.choose([1])
    assert board.marks.isVisible()
    press(qtbot, page, Stance.NOT_AGREED)
    type_comment(qtbot, page, "not of this shop")
    row = board.findings.model.rows[1]
    assert (row.mark.stance, row.mark.comment, row.mark.author) == (Stance.NOT_AGREED, "not of this shop", "J. Doe")
    assert board.findings.rows() == (row,)  # it is chosen as before
    cell = board.findings.model.index(board.findings.model.row_of(1), 3)
    assert cell.data() == "Not agreed: not of this shop"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Mark: Not agreed: not of this shop"
    assert not board.findings.table.isColumnHidden(3)
    assert "not of this shop" in board.details.toPlainText()
    assert "J. Doe" in board.details.toPlainText()
    assert marks_in(world.unsaved) == [(Stance.NOT_AGREED, "not of this shop")]
    world.leave = Leave.DISCARD
    window.close()


def test_marks_are_made_with_the_keyboard_alone(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world)
    board = audited(qtbot, window).board
    board.findings.choose([0])
    board.details.setFocus()
    reached = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [*board.marks.buttons.values(), board.marks.comment]
    board.marks.buttons[Stance.TO_DECIDE].setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert marks_in(world.unsaved) == [(Stance.TO_DECIDE, "")]
    assert board.marks.comment.accessibleName()
    window.said.take((), ())
    window.close()


def test_a_comment_that_is_still_being_typed_belongs_to_its_finding(
    qtbot: QtBot, make_window: MakeWindow, world: World
) -> None:
    window = open_window(make_window, world)
    page = audited(qtbot, window)
    page.board.findings.choose([0])
    qtbot.keyClicks(page.board.marks.comment, "of the first")
    page.board.findings.choose([1])
    marks = {row.known.fingerprint: row.mark for row in page.board.findings.model.rows if row.mark}
    assert list(marks) == [page.board.findings.model.rows[0].known.fingerprint]
    assert page.board.marks.comment.text() == ""
    qtbot.keyClicks(page.board.marks.comment, "and when the window closes")
    world.leave = Leave.SAVE
    window.close()
    assert {comment for _, comment in marks_in(world.project)} == {"and when the window closes", "of the first"}


def test_several_findings_are_marked_at_once_and_undone_at_once(
    qtbot: QtBot, make_window: MakeWindow, world: World
) -> None:
    window = open_window(make_window, world)
    page = audited(qtbot, window)
    page.board.findings.choose([0, 1])
    press(qtbot, page, Stance.AGREED)
    assert {stance for stance, _ in marks_in(world.unsaved)} == {Stance.AGREED}
    assert window.actions_by_key["undo"].text() == "&Undo: Mark of 2 findings"
    window.actions_by_key["undo"].trigger()
    assert marks_in(world.unsaved) == []
    assert page.board.findings.table.isColumnHidden(3)
    window.actions_by_key["redo"].trigger()
    assert len(marks_in(world.unsaved)) == 2
    press(qtbot, page, Stance.AGREED)  # pressed again it is taken away
    assert marks_in(world.unsaved) == []
    window.close()
    assert world.asked == 0
    assert not world.unsaved.exists()


def test_marks_survive_a_window_that_was_killed(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world)
    page = audited(qtbot, window)
    page.board.findings.choose([0])
    press(qtbot, page, Stance.TO_DECIDE)
    again = open_window(make_window, world)  # the first is never closed, and writes nothing more
    again.projects.restore()
    settle(qtbot, again)
    assert "They are in no project yet" in again.status.currentMessage()
    page = audited(qtbot, again)
    assert [row.mark.stance for row in page.board.findings.model.rows if row.mark] == [Stance.TO_DECIDE]
    world.leave = Leave.SAVE
    again.close()
    assert marks_in(world.project) == [(Stance.TO_DECIDE, "")]
    assert not world.unsaved.exists()
    window.said.take((), ())
    window.close()


def killed_with_a_mark(qtbot: QtBot, make_window: MakeWindow, world: World) -> MainWindow:
    """A window whose mark is in no project, and that nobody will close."""
    window = open_window(make_window, world)
    window.said.mark((made.assessment(1).known,), Stance.AGREED)
    assert marks_in(world.unsaved) == [(Stance.AGREED, "")]
    return window


@pytest.mark.parametrize("leave", [Leave.STAY, Leave.SAVE, Leave.DISCARD])
def test_a_project_that_is_opened_next_costs_no_mark(
    qtbot: QtBot, make_window: MakeWindow, world: World, leave: Leave
) -> None:
    dead = killed_with_a_mark(qtbot, make_window, world)
    other = world.folder / "other.cookies-project"
    write_new(other, NO_PROJECT._replace(filter="name:x"))
    world.leave = leave
    again = open_window(make_window, world)
    again.opening.begin((other,))
    settle(qtbot, again)
    assert world.asked == 1
    assert (again.filter_bar.line.text() == "name:x") is (leave is not Leave.STAY)
    where = {Leave.STAY: world.unsaved, Leave.SAVE: world.project}.get(leave)
    if where is not None:
        assert marks_in(where) == [(Stance.AGREED, "")]
    assert world.unsaved.exists() is (leave is Leave.STAY)
    assert read_project(other).project.assessments == ()
    for window in (dead, again):
        window.said.take((), ())
        window.close()


def test_marks_of_last_time_come_to_the_cookies_that_the_program_was_started_with(
    qtbot: QtBot, make_window: MakeWindow, world: World, tmp_path: Path
) -> None:
    dead = killed_with_a_mark(qtbot, make_window, world)
    again = open_window(make_window, world)
    again.opening.begin((tmp_path / "asked-for.json",))
    settle(qtbot, again)
    assert again.readings.stores == (tmp_path / "asked-for.json",)
    assert len(again.said.marks) == 1
    assert "Your marks of last time are here again" in again.status.currentMessage()
    for window in (dead, again):
        window.said.take((), ())
        window.close()


def test_what_cannot_be_restored_is_set_aside_and_new_marks_are_kept(
    qtbot: QtBot, make_window: MakeWindow, world: World
) -> None:
    world.unsaved.parent.mkdir()
    world.unsaved.write_text("hello")
    window = open_window(make_window, world)
    window.opening.begin(())
    settle(qtbot, window)
    assert "is no project of this program" in window.status.currentMessage()
    assert (world.unsaved.parent / "unreadable-unsaved.cookies-project").read_text() == "hello"
    window.said.mark((made.assessment(1).known,), Stance.AGREED)
    assert marks_in(world.unsaved) == [(Stance.AGREED, "")]
    world.leave = Leave.DISCARD
    window.close()


def test_an_end_that_the_system_asks_for_asks_nothing_and_loses_nothing(
    qtbot: QtBot, make_window: MakeWindow, world: World
) -> None:
    window = killed_with_a_mark(qtbot, make_window, world)
    assert window.end() == 0
    assert world.asked == 0
    assert marks_in(world.unsaved) == [(Stance.AGREED, "")]
    window.said.take((), ())


def test_a_project_keeps_its_sources_while_the_example_is_shown(
    qtbot: QtBot, make_window: MakeWindow, world: World, tmp_path: Path
) -> None:
    example = Example(tmp_path / "example.json", tmp_path / "example.md")
    window = open_window(make_window, world, example=example)
    window.open_paths((tmp_path / "mine.json",))
    settle(qtbot, window)
    window.save_project()
    window.show_example()
    settle(qtbot, window)
    window.said.mark((made.assessment(1).known,), Stance.AGREED)
    project = read_project(world.project).project
    assert project.sources == (tmp_path / "mine.json",)
    assert project.policy is None
    window.close()


def test_a_project_is_saved_reopened_and_audited_again(
    qtbot: QtBot, make_window: MakeWindow, world: World, tmp_path: Path
) -> None:
    window = open_window(make_window, world)
    window.open_paths((tmp_path / "cookies.json",))
    page = audited(qtbot, window)
    page.bar.only.setChecked(True)
    page.bar.force.setChecked(True)
    page.bar.project.show_files(None, tmp_path / "earlier.json")
    window.filter_bar.line.setText("name:cart")
    window.table.setColumnWidth(0, 321)
    window.save_project()
    assert window.windowTitle().startswith("shop – ")
    page.board.findings.choose([0])
    press(qtbot, page, Stance.AGREED)
    window.close()
    assert world.asked == 0

    again = open_window(make_window, world)
    again.table.setColumnWidth(0, 100)
    again.projects.open(world.project)
    settle(qtbot, again)
    qtbot.waitUntil(lambda: again.later.audit.report is not None)
    assert again.readings.stores == (tmp_path / "cookies.json",)
    assert again.filter_bar.line.text() == "name:cart"
    assert again.table.columnWidth(0) == 321
    assert world.policies[-1] == Request(Way.TEXT, "", "We use a cart cookie.")
    question = world.questions[-1]
    assert (question.site, question.only_this_site, question.in_force) == ("shop.com", True, True)
    assert question.known == tmp_path / "earlier.json"
    assert [row.mark.stance for row in again.later.audit.board.findings.model.rows if row.mark] == [Stance.AGREED]
    assert again.windowTitle().startswith("shop – ")


def test_what_changes_later_is_saved_by_itself(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world)
    window.save_project()
    window.filter_bar.line.setText("secure:no")
    qtbot.waitUntil(lambda: read_project(world.project).project.filter == "secure:no", timeout=3000)


def test_a_fetched_policy_is_read_from_its_copy_and_never_fetched_by_opening(
    qtbot: QtBot, make_window: MakeWindow, world: World
) -> None:
    address, sha = "https://shop.com/privacy", "0f" * 32
    write_new(world.project, NO_PROJECT._replace(policy=ProjectPolicy(PolicyKind.ADDRESS, address, "", sha)))
    window = open_window(make_window, world)
    window.projects.open(world.project)
    settle(qtbot, window)
    assert world.policies == []
    assert window.contacts.all == ()
    copy = world.folder / "kept" / f"{sha}.html"
    copy.parent.mkdir()
    copy.write_text("<p>We use cookies.</p>")
    (copy.parent / f"{sha}.html.source.json").write_text("{}")
    window.projects.open(world.project)
    settle(qtbot, window)
    assert world.policies == [Request(Way.FILE, str(copy))]


def test_a_dropped_project_is_opened_on_any_page(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    write_new(world.project, NO_PROJECT._replace(filter="name:x"))
    window = open_window(make_window, world)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(world.project))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))
    (sheet,) = window.findChildren(RecognisedSheet)
    qtbot.waitUntil(sheet.open_button.isEnabled)
    sheet.open_button.click()
    settle(qtbot, window)
    assert window.filter_bar.line.text() == "name:x"
    assert window.opening.recent == (world.project,)


# Errors


def make_newer(path: Path) -> None:
    write_new(path, NO_PROJECT)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_text("hello"), "is no project of this program"),
        (make_newer, "was written by a newer version"),
        (lambda path: None, "no such file or directory"),
    ],
)
def test_what_cannot_be_opened_is_said_and_changes_nothing(
    qtbot: QtBot, make_window: MakeWindow, world: World, make: Callable[[Path], object], says: str
) -> None:
    make(world.project)
    window = open_window(make_window, world)
    window.filter_bar.line.setText("name:cart")
    window.actions_by_key["open_project"].trigger()
    settle(qtbot, window)
    assert says in window.status.currentMessage()
    assert window.filter_bar.line.text() == "name:cart"
    assert window.opening.recent == ()
    assert "–" not in window.windowTitle()


def test_a_place_that_cannot_be_written_is_said_and_marks_stay(
    qtbot: QtBot, make_window: MakeWindow, world: World
) -> None:
    window = open_window(make_window, world)
    window.said.mark((made.assessment(1).known,), Stance.AGREED)
    world.place = world.folder / "nowhere" / "a.cookies-project"
    window.save_project()
    assert "cannot be saved: no such file or directory. Save it at another place" in window.status.currentMessage()
    assert marks_in(world.unsaved) == [(Stance.AGREED, "")]
    world.leave = Leave.SAVE
    window.close()
    assert window.isVisible()  # it could not be saved, so the window stays
    world.leave = Leave.DISCARD
    window.close()
    assert not window.isVisible()
    assert not world.unsaved.exists()


def test_a_project_that_is_busy_is_saved_with_the_next_mark(
    qtbot: QtBot, make_window: MakeWindow, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_WAIT_S", 0.02)
    window = open_window(make_window, world)
    window.save_project()
    other = sqlite3.connect(world.project, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    window.said.mark((made.assessment(1).known,), Stance.AGREED)
    assert "is being saved by another window" in window.status.currentMessage()
    other.execute("ROLLBACK")
    other.close()
    window.said.mark((made.assessment(2).known,), Stance.AGREED)
    assert window.status.currentMessage() == "The project is saved again."
    assert len(marks_in(world.project)) == 2


def test_who_would_lose_marks_can_stay(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world)
    window.said.mark((made.assessment(1).known,), Stance.AGREED)
    window.close()
    assert window.isVisible()
    window.actions_by_key["new_project"].trigger()
    assert window.said.anything
    world.leave = Leave.DISCARD
    window.actions_by_key["new_project"].trigger()
    assert not window.said.anything
    assert not world.unsaved.exists()
    assert world.asked == 3


# Labels


def test_a_label_is_corrected_shown_kept_and_undone(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world, label=labels.by_name)
    window.filter_bar.line.setText("name:_ga")
    window.table.choose(None)
    window.actions_by_key["correct"].trigger()
    dialog = window.findChild(LabelDialog)
    assert isinstance(dialog, LabelDialog)
    assert not dialog.go.isEnabled()
    assert dialog.purpose.currentIndex() == list(Purpose).index(Purpose.ANALYTICS)
    dialog.purpose.setCurrentIndex(list(Purpose).index(Purpose.CART))
    dialog.reason.setText("it keeps the cart here")
    with qtbot.waitSignal(window.worker.labelled):
        dialog.go.click()
    row = window.table.current_row()
    assert row is not None
    assert row.label is not None
    assert row.label.purpose is Purpose.CART
    assert "it keeps the cart here" in window.details.toPlainText()
    override = read_project(world.unsaved).project.overrides[0]
    assert (override.name, override.host, override.author) == ("_ga", "shop.com", "J. Doe")
    window.pages.show_page("audit")
    assert window.later.audit._overrides == (override,)
    with qtbot.waitSignal(window.worker.labelled):
        window.actions_by_key["undo"].trigger()
    assert read_project(world.unsaved).project.overrides == ()
    world.leave = Leave.DISCARD
    window.close()


def test_a_label_is_taken_back_in_its_dialog(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world, label=labels.by_name)
    window.filter_bar.line.setText("name:_ga")
    window.table.choose(None)
    with qtbot.waitSignal(window.worker.labelled):
        window.said.override(made.override("_ga", None))
    window.actions_by_key["correct"].trigger()
    dialog = window.findChild(LabelDialog)
    assert isinstance(dialog, LabelDialog)
    assert dialog.everywhere.isChecked()
    with qtbot.waitSignal(window.worker.labelled):
        dialog.drop.click()
    assert window.said.overrides == ()
    window.close()


# For others, and for nobody


def test_marks_are_exported_as_a_baseline(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world)
    marks = [made.assessment(1, Stance.AGREED, "yes"), made.assessment(2, Stance.TO_DECIDE)]
    window.said.take(marks, ())
    window.actions_by_key["export_marks"].trigger()
    settle(qtbot, window)
    written = next(world.folder.glob("*-marks.json"))
    assert str(written) in window.status.currentMessage()
    entries = json.loads(written.read_text())["findings"]
    assert [(entry["mark"], entry["comment"], entry["author"]) for entry in entries] == [("agreed", "yes", "J. Doe")]
    baseline = read_baseline(written).baseline
    assert baseline is not None
    assert baseline.findings == (marks[0].known,)
    world.leave = Leave.DISCARD
    window.close()


def test_the_recent_list_names_projects_and_can_be_cleared(
    qtbot: QtBot, make_window: MakeWindow, world: World, tmp_path: Path
) -> None:
    window = open_window(make_window, world)
    for number in range(12):
        world.place = tmp_path / f"p{number}.cookies-project"
        window.save_project()
    assert [path.name for path in window.opening.recent] == [
        f"p{number}.cookies-project" for number in range(11, 1, -1)
    ]
    assert WindowSettings(tmp_path).recent == window.opening.recent
    window.opening.forget_recent()
    assert WindowSettings(tmp_path).recent == ()


def test_no_value_is_in_a_project_a_title_the_settings_or_a_message(
    qtbot: QtBot, make_window: MakeWindow, world: World, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    window = open_window(make_window, world)
    page = audited(qtbot, window)
    page.board.findings.choose([0, 1])
    press(qtbot, page, Stance.AGREED)
    window.save_project()
    said = [window.windowTitle(), window.status.currentMessage(), *capfd.readouterr()]
    window.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {world.project, tmp_path / "window.ini"} <= set(files)
    assert not [path for path in files if MARKER.encode() in path.read_bytes()]
    assert not [text for text in said if MARKER in text]


def test_a_project_of_anybody_is_shown_visibly(qtbot: QtBot, make_window: MakeWindow, world: World) -> None:
    hostile = made.assessment(1, Stance.AGREED, "\u202e<b>evil</b>\x1b[31m", site="shop.com")
    write_new(world.project, Project(site="shop.com", assessments=(hostile,), filter="\u202e" * 50))
    window = open_window(make_window, world)
    window.projects.open(world.project)
    settle(qtbot, window)
    page = audited(qtbot, window)
    known = page.board.findings.model.rows[0].known
    window.said.take((hostile._replace(known=known),), ())
    page.board.findings.choose([0])
    cell = page.board.findings.model.index(page.board.findings.model.row_of(0), 3).data()
    assert cell == "Agreed: \\u{202e}<b>evil</b>␛[31m"
    assert "\\u{202e}<b>evil</b>" in page.board.details.toPlainText()


def test_the_name_of_a_project_is_its_file_s(make_window: MakeWindow, world: World) -> None:
    window = open_window(make_window, world)
    keeper: ProjectKeeper = window.projects
    keeper.renamed.emit("\u202eevil" + "x" * 200)
    assert window.windowTitle().startswith("\\u{202e}evil")
    assert len(window.windowTitle()) < 120
