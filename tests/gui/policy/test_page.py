# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policy page: what is given is read and shown, text and list lead to each other, failures are told."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from make import quoted, records
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.policy import BlockKind, Policy
from inspector.core.problem import Problem, Severity
from inspector.gui import theme
from inspector.gui.policy.contacts_dialog import ContactsDialog
from inspector.gui.policy.dialogs import AddressDialog, PasteDialog
from inspector.gui.policy.page import PolicyOutside, PolicyPage
from inspector.gui.policy.source import Given, ReadPolicy, Request, Way, read_policy
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow

MakeWindow = Callable[..., MainWindow]
POLICY = quoted.example()
REFUSED = Problem(
    "document-unreadable", "this is a picture", "/made/a\x1b.png", "no text", "Save the page", Severity.FAILED
)


def window_of(make_window: MakeWindow, *given: Policy, **outside: Any) -> MainWindow:
    """A window on its policy page, whose reader gives these policies."""
    reads = Given(tuple(ReadPolicy(f"/made/{number}.html", policy) for number, policy in enumerate(given)))
    outside = {"read": lambda *_: reads, **outside}
    window = make_window(records.reading(), later=LaterOutside(PolicyOutside(**outside)))
    window.pages.show_page("policy")
    return window


def shown_page(qtbot: QtBot, make_window: MakeWindow, *given: Policy, **outside: Any) -> PolicyPage:
    """The page with a policy shown."""
    page = window_of(make_window, *(given or (POLICY,)), **outside).later.policy
    open_policy(qtbot, page)
    return page


def open_policy(qtbot: QtBot, page: PolicyPage, request: Request | None = None) -> None:
    with qtbot.waitSignal(page.task.finished):
        page.open(request or Request(Way.TEXT, text="made"))
    QApplication.processEvents()


def framed(page: PolicyPage) -> list[str]:
    """The framed runs of text, as they stand in Qt's document."""
    found = []
    for span in page.text.text._spans:
        cursor = QTextCursor(page.text.text.document())
        cursor.setPosition(span.start)
        cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


def click_on(qtbot: QtBot, page: PolicyPage, words: str) -> None:
    """Click into the middle of some words of the text."""
    view = page.text.text
    cursor = view.document().find(words)
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())


def test_the_page_begins_with_the_ways_to_give_a_policy(make_window: MakeWindow) -> None:
    page = window_of(make_window).later.policy
    assert page.stack.currentWidget() is page.start
    assert page.start.title.text() == "What does the site promise?"
    assert all(button.isVisible() for button in page.start.buttons.values())
    assert not page.header.isVisible()


def test_a_policy_is_shown_with_its_kind_its_text_and_its_claims(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    assert page.header.title.text() == "Privacy␛ at the shop"
    assert page.header.kind.text() == "No date found · English · Names its cookies · 5 claims"
    assert "We do not sell your \\u{202e}data." in page.text.text.toPlainText()
    assert page.claims.count.text() == "5"
    assert "Source" in page.details.toPlainText()


def test_a_claim_that_is_chosen_is_framed_and_told(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    page.claims.table.selectRow(1)
    assert framed(page) == ["We do not sell your \\u{202e}data."]
    assert page.details.toPlainText().startswith("Personal data is sold\nDenied")
    page.claims.table.selectRow(4)
    assert framed(page) == ["_ga", "Google\u2028Analytics", "Counts 🍪 visits", "13 months"]


def test_a_sentence_that_is_clicked_chooses_its_claims(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    click_on(qtbot, page, "We do not sell")
    assert [row.claim.id for row in page.claims.rows()] == ["c2", "c3"]
    click_on(qtbot, page, "Counts")
    assert [row.claim.id for row in page.claims.rows()] == ["c4"]


def test_text_without_a_claim_leaves_the_list_alone(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    click_on(qtbot, page, "We do not sell")
    click_on(qtbot, page, "Nothing else is said.")
    assert len(page.claims.rows()) == 2


def test_beside_the_text_is_no_sentence(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    height = page.text.text.viewport().height()
    assert page.text.text.position_at(QPointF(2, height - 2)) is None


def test_enter_at_the_caret_chooses_as_a_click_does(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    cursor = page.text.text.document().find("keeps you")
    page.text.text.setTextCursor(cursor)
    qtbot.keyClick(page.text.text, Qt.Key.Key_Return)
    assert [row.claim.id for row in page.claims.rows()] == ["c5"]


def test_a_click_shows_claims_that_the_filter_hid(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    qtbot.keyClicks(page.claims.line, "cart")
    assert page.claims.count.text() == "1 of 5"
    click_on(qtbot, page, "We do not sell")
    assert page.claims.line.text() == ""
    assert len(page.claims.rows()) == 2


def test_a_filter_that_hides_everything_says_so(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    qtbot.keyClicks(page.claims.line, "zebra")
    assert page.claims.stack.currentWidget() is page.claims.nothing
    assert page.claims.nothing.text() == "Nothing matches what is typed."


def test_a_text_without_claims_is_not_called_fine(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window, replace(POLICY, claims=()))
    assert page.claims.nothing.text() == "No sentence of this text was understood to say anything about cookies."
    assert page.header.kind.text().endswith("0 claims")


def test_an_opt_out_s_link_is_copied_and_nothing_else_has_one(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    page.claims.table.selectRow(1)
    assert not page.copy_link.isVisible()
    page.claims.table.selectRow(2)
    assert page.copy_link.isVisible()
    page.copy_link.copy.click()
    assert QGuiApplication.clipboard().text() == "https://ads.example/\\u{202e}out"


def test_what_is_copied_from_the_text_is_plain(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window)
    page.text.text.selectAll()
    page.text.text.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.formats() == ["text/plain"]
    assert "Google\nAnalytics" in data.text()


def long_policy() -> Policy:
    sentences = [f"We do not sell number {number}. " + "x " * 4_000 for number in range(60)]
    shown = quoted.document([(BlockKind.PARAGRAPH, sentence) for sentence in sentences])
    claims = [quoted.claim(at, "data_sale", shown, f"We do not sell number {at}.") for at in range(60)]
    return replace(POLICY, document=shown, claims=tuple(claims))


def test_a_long_text_turns_to_the_part_of_the_chosen_claim(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window, long_policy())
    assert page.text.where.text() == "Part 1 of 4"
    page.claims.table.selectRow(59)
    assert page.text.where.text() == "Part 4 of 4"
    assert framed(page) == ["We do not sell number 59."]
    page.text.before.click()
    assert page.text.where.text() == "Part 3 of 4"
    assert framed(page) == []


def test_the_chosen_claim_is_scrolled_into_view(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = shown_page(qtbot, make_window, long_policy())
    page.claims.table.selectRow(9)
    view = page.text.text
    cursor = QTextCursor(view.document())
    cursor.setPosition(view._spans[0].start)
    assert view.viewport().rect().contains(view.cursorRect(cursor))


def test_another_theme_recolours_the_text_where_it_stands(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window, long_policy())
    page = window.later.policy
    open_policy(qtbot, page)
    page.claims.table.selectRow(9)
    before, height = page.text.text.document(), page.text.text.verticalScrollBar().value()
    window.set_scheme(theme.Scheme.DARK)
    window.set_scheme(theme.Scheme.LIGHT)
    assert page.text.text.document() is not before
    assert page.text.text.verticalScrollBar().value() == height > 0
    assert framed(page) == ["We do not sell number 9."]


def test_a_failure_is_told_with_the_ways_to_give_another(qtbot: QtBot, make_window: MakeWindow) -> None:
    failed = Given((ReadPolicy("/made/a.png", None, (REFUSED,)),))
    page = window_of(make_window, read=lambda *_: failed).later.policy
    open_policy(qtbot, page)
    assert page.start.title.text() == "This could not be read"
    assert page.start.text.text() == "/made/a␛.png:\nthis is a picture (no text).\nSave the page"
    assert page.start.buttons[Way.FILE].isVisible()
    assert page.policy is None


def test_a_failure_leaves_the_policy_that_is_shown(qtbot: QtBot, make_window: MakeWindow) -> None:
    answers = [Given((ReadPolicy("/made/a.html", POLICY),)), Given((ReadPolicy("/made/a.png", None, (REFUSED,)),))]
    page = window_of(make_window, read=lambda *_: answers.pop(0)).later.policy
    open_policy(qtbot, page)
    open_policy(qtbot, page)
    assert page.policy is POLICY
    assert page.stack.currentWidget() is page.panes
    assert page.issues.isVisible()
    assert page.issues.model.problems == (REFUSED,)


def test_a_fault_of_the_reader_is_told_and_leaves_no_wait(qtbot: QtBot, make_window: MakeWindow) -> None:
    def fail(request: Request, now: datetime, keep: Path | None) -> Given:
        raise RuntimeError("secret")

    page = window_of(make_window, read=fail).later.policy
    open_policy(qtbot, page)
    assert "it stopped unexpectedly" in page.start.text.text()
    assert "secret" not in page.start.text.text()
    assert not page.header.busy.isVisible()


def test_issues_of_a_policy_are_counted_and_opened(qtbot: QtBot, make_window: MakeWindow) -> None:
    given = Given((ReadPolicy("/made/a.html", POLICY, (records.problem(severity=Severity.NOTE),)),))
    page = shown_page(qtbot, make_window, read=lambda *_: given)
    assert page.header.issues.text() == "1 issue"
    page.header.issues.click()
    assert page.issues.isVisible()
    page.issues.hide_button.click()
    assert not page.issues.isVisible()


def test_several_policies_that_were_found_can_be_turned_to(qtbot: QtBot, make_window: MakeWindow) -> None:
    other = replace(POLICY, document=replace(POLICY.document, title=""), claims=())
    page = shown_page(qtbot, make_window, POLICY, other)
    assert [page.header.others.itemText(at) for at in range(2)] == ["Privacy␛ at the shop", "1.html"]
    page.header.others.activated.emit(1)
    assert page.policy is other
    assert page.header.title.text() == "1.html"


class Slow:
    """A reader that waits until it is let go, and then says whom it asked."""

    def __init__(self) -> None:
        self.go = threading.Event()

    def __call__(self, request: Request, now: datetime, keep: Path | None) -> Given:
        self.go.wait(5)
        return Given((ReadPolicy(request.source, POLICY),), (request.source, "https://cdn.example/policy"))


ADDRESS = Request(Way.ADDRESS, "https://shop.example/privacy")


def test_reading_is_stopped_at_once_and_what_it_asked_is_still_noted(qtbot: QtBot, make_window: MakeWindow) -> None:
    slow = Slow()
    window = window_of(make_window, read=slow)
    page = window.later.policy
    page.open(ADDRESS)
    assert page.start.title.text() == "Reading the policy"
    assert window.contacts.hosts == ("shop.example",)
    started = time.perf_counter()
    window.cancel()
    assert time.perf_counter() - started < 0.2
    assert page.start.title.text() == "What does the site promise?"
    with qtbot.waitSignal(page.task.late):
        slow.go.set()
    assert page.policy is None
    assert window.contacts.hosts == ("shop.example", "cdn.example")


def test_hosts_are_counted_and_listed(qtbot: QtBot, make_window: MakeWindow) -> None:
    slow = Slow()
    slow.go.set()
    window = window_of(make_window, read=slow)
    assert window.badge.text() == "Offline: no host contacted"
    open_policy(qtbot, window.later.policy, ADDRESS)
    assert window.badge.text() == "2 hosts contacted"
    window.badge.click()
    dialog = window.findChild(ContactsDialog)
    assert dialog.list.toPlainText().splitlines() == [
        "21/09/2026, 14:13   shop.example   https://shop.example/privacy",
        "21/09/2026, 14:13   cdn.example   https://cdn.example/policy",
    ]


def test_pasting_and_files_contact_no_one(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = window_of(make_window, POLICY, choose_file=lambda parent: tmp_path / "policy.md")
    with qtbot.waitSignal(window.later.policy.task.finished):
        window.actions_by_key["policy_file"].trigger()
    open_policy(qtbot, window.later.policy, Request(Way.TEXT, text="text"))
    assert window.contacts.all == ()


def test_no_host_is_contacted_before_the_button_that_names_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    asked: list[Request] = []

    def read(request: Request, now: datetime, keep: Path | None) -> Given:
        asked.append(request)
        return Given((ReadPolicy(request.source, POLICY),))

    window = window_of(make_window, read=read)
    window.pages.show_page("cookies")
    window.actions_by_key["policy_address"].trigger()
    assert window.pages.key == "policy"
    dialog = window.later.policy.findChild(AddressDialog)
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.line, "shop.example/privacy")
    assert dialog.go.text() == "Contact shop.example"
    assert dialog.note.text().startswith("shop.example will be asked for this one page")
    dialog.finds.click()
    assert "privacy and cookie policy that it links to" in dialog.note.text()
    assert asked == []
    with qtbot.waitSignal(window.later.policy.task.finished):
        dialog.go.click()
    assert asked == [Request(Way.ADDRESS, "https://shop.example/privacy", find=True)]


def test_an_address_that_was_left_contacts_no_one(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window, POLICY)
    window.later.policy.ask(Way.ADDRESS)
    dialog = window.later.policy.findChild(AddressDialog)
    qtbot.keyClicks(dialog.line, "shop.example")
    dialog.reject()
    assert not window.later.policy.task.busy
    assert window.contacts.all == ()


@pytest.mark.parametrize(
    "line", ["", "shop", "ftp://shop.example", "https://", "file:///etc/passwd", "https://a..b\x00"]
)
def test_what_is_no_address_cannot_be_asked(make_window: MakeWindow, line: str) -> None:
    page = window_of(make_window).later.policy
    page.ask(Way.ADDRESS)
    dialog = page.findChild(AddressDialog)
    dialog.line.setText(line)
    assert not dialog.go.isEnabled()


def test_pasted_text_is_read_for_real(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window, read=read_policy)
    window.actions_by_key["policy_text"].trigger()
    dialog = window.later.policy.findChild(PasteDialog)
    assert not dialog.go.isEnabled()
    dialog.text.setPlainText(
        "🍪 \u202eCookies\n\nWe use cookies to remember your cart. We do not sell your personal data."
    )
    with qtbot.waitSignal(window.later.policy.task.finished):
        dialog.go.click()
    page = window.later.policy
    assert page.header.title.text() == "Pasted text"
    assert {row.claim.field for row in page.claims.model.rows} >= {"purposes.cart", "data_sale"}
    click_on(qtbot, page, "We do not sell")
    assert framed(page) == ["We do not sell your personal data."]


def test_a_dropped_file_is_read_and_a_folder_is_not(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    asked: list[Request] = []

    def read(request: Request, now: datetime, keep: Path | None) -> Given:
        asked.append(request)
        return Given((ReadPolicy(request.source, POLICY),))

    page = window_of(make_window, read=read).later.policy
    file = tmp_path / "policy.md"
    file.write_text("x")
    for path in (tmp_path, file):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        page.drop(data)
    qtbot.waitUntil(lambda: not page.task.busy)
    assert asked == [Request(Way.FILE, str(file))]


def test_keys_reach_the_page(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window, POLICY)
    open_policy(qtbot, window.later.policy)
    page = window.later.policy
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.claims.line.hasFocus()
    page.claims.line.setText("cart")
    qtbot.keyClick(page.claims.line, Qt.Key.Key_Escape)
    assert page.claims.line.text() == ""
    passed = []
    for _ in range(4):
        window.next_pane()
        passed.append(window.focusWidget())
    assert set(passed) == {page.text.text, page.claims.line, page.claims.table, page.details}
