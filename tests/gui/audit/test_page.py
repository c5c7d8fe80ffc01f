# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The audit page: a question is put together, judged, answered; rows lead to each other; reports are exported."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from make import audits, followed, quoted, records
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.core.problem import InspectorError
from inspector.core.report import Report
from inspector.gui.audit import rows
from inspector.gui.audit.page import AuditOutside, AuditPage
from inspector.gui.audit.source import Question, judge_example
from inspector.gui.policy.page import PolicyOutside
from inspector.gui.policy.source import Given, ReadPolicy, Request, Way
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.table_pane import TablePane
from inspector.reports.registry import AUDIT_FORMATS

MakeWindow = Callable[..., MainWindow]
REPORT = audits.sample_report()
POLICY = audits.sample_policy()
MARKER = "marker-5f1e9c"
READING = records.reading(
    audits.cookie("cart", "www.shop.com", value=MARKER),
    audits.cookie("_ga", ".shop.com"),
    audits.cookie("id", "news.com"),
)


class Asked:
    """A judge that keeps what it was asked."""

    def __init__(self, report: Report = REPORT) -> None:
        self.questions: list[Question] = []
        self.report = report

    def __call__(self, question: Question, now: datetime) -> Report:
        self.questions.append(question)
        return self.report


def window_of(make_window: MakeWindow, judge: Any = None, **outside: Any) -> MainWindow:
    given = Given((ReadPolicy("/made/policy.html", POLICY, (records.problem(),)),))
    window = make_window(
        READING,
        later=LaterOutside(PolicyOutside(read=lambda *_: given), AuditOutside(judge=judge or Asked(), **outside)),
    )
    window.pages.show_page("audit")
    return window


def settle(qtbot: QtBot, window: MainWindow) -> None:
    page = window.later.audit
    qtbot.waitUntil(
        lambda: not (page.sites.busy or page.task.busy or page.export.busy or window.later.policy.task.busy)
    )
    QApplication.processEvents()


def give_policy(qtbot: QtBot, window: MainWindow) -> None:
    window.later.policy.open(Request(Way.TEXT, text="x"))
    settle(qtbot, window)


def answered(qtbot: QtBot, make_window: MakeWindow, judge: Any = None, **outside: Any) -> AuditPage:
    """A page that shows the report on a site."""
    window = window_of(make_window, judge, **outside)
    give_policy(qtbot, window)
    page = window.later.audit
    page.bar.choose_site("shop.com")
    page.bar.go.click()
    settle(qtbot, window)
    return page


def test_an_audit_s_verdicts_reach_the_page_of_cookies(qtbot: QtBot, make_window: MakeWindow) -> None:
    judged = [held._replace(cookie=cookie) for held, cookie in zip(REPORT.cookies, READING.cookies, strict=False)]
    window = window_of(make_window, Asked(replace(REPORT, cookies=tuple(judged))))
    give_policy(qtbot, window)
    window.later.audit.bar.choose_site("shop.com")
    window.later.audit.bar.go.click()
    settle(qtbot, window)
    for held in judged:
        window.filter_bar.line.setText(f'verdict:{held.verdict.value} name:"{held.cookie.name}"')
        assert window.shown.cookie_at(0) == held.cookie


def test_the_example_judges_none_of_the_window_s_cookies(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window)
    window.later.audit.show_example()
    settle(qtbot, window)
    window.filter_bar.line.setText("verdict:declared")
    assert window.empty.title.text() == "No site has been audited yet"


def names(pane: TablePane) -> list[str]:
    return [row.judged.cookie.name for row in pane.rows()]


def fields(pane: TablePane) -> list[str]:
    return [row.judged.claim.field for row in pane.rows()]


def number_of(pane: TablePane, wanted: Callable[[Any], bool]) -> int:
    return next(number for number, row in enumerate(pane.model.rows) if wanted(row))


def choose_cookie(page: AuditPage, name: str) -> None:
    page.board.cookies.choose([number_of(page.board.cookies, lambda row: row.judged.cookie.name == name)])


def choose_claim(page: AuditPage, field: str) -> None:
    page.board.claims.choose([number_of(page.board.claims, lambda row: row.judged.claim.field == field)])


def choose_finding(page: AuditPage, code: str) -> None:
    page.board.findings.choose([number_of(page.board.findings, lambda row: row.finding.code == code)])


def test_the_sites_found_are_offered_with_their_counts(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window)
    settle(qtbot, window)
    combo = window.later.audit.bar.site
    assert [combo.itemText(at) for at in range(combo.count())] == ["news.com · 1 cookie", "shop.com · 2 cookies"]
    combo.setCurrentIndex(1)
    assert window.later.audit.bar.chosen_site() == "shop.com"


def test_typing_completes_by_any_part_of_a_site(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window)
    settle(qtbot, window)
    qtbot.keyClicks(window.later.audit.bar.line, "HOP")
    completer = window.later.audit.bar.site.completer()
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "shop.com · 2 cookies"


def test_what_is_missing_is_said_until_it_is_there(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window)
    page = window.later.audit
    assert page.start.text.text().startswith("Choose a site above and give its policy")
    assert not page.bar.go.isEnabled()
    page.start.policy.click()
    assert window.pages.key == "policy"
    give_policy(qtbot, window)
    window.pages.show_page("audit")
    assert page.bar.policy.text() == "policy.html"
    assert page.start.text.text() == "Choose a site above and press Audit."
    assert not page.start.policy.isVisible()
    qtbot.keyClicks(page.bar.line, "shop.com")
    assert page.bar.go.isEnabled()


def test_the_whole_question_reaches_the_judge(qtbot: QtBot, make_window: MakeWindow) -> None:
    judge = Asked()
    window = window_of(make_window, judge)
    give_policy(qtbot, window)
    page = window.later.audit
    page.bar.only.click()
    page.bar.force.click()
    page.bar.choose_site(" shop.com ")
    qtbot.keyClick(page.bar.site, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert judge.questions == [Question("shop.com", READING, POLICY, (records.problem(),), True, True)]


def test_a_projects_files_are_part_of_the_question(qtbot: QtBot, make_window: MakeWindow) -> None:
    judge, chosen = Asked(followed.followed_report()), iter([Path("/made/s.toml"), Path("/made/b.json"), None])
    page = answered(qtbot, make_window, judge, choose_file=lambda parent, title: next(chosen))
    button = page.bar.project
    assert not button.drop_settings.isEnabled()
    button.take_settings.trigger()
    button.take_known.trigger()
    button.take_settings.trigger()  # the user thinks better of it
    assert button.text() == "Project: s.toml, b.json"
    assert page.answer.stale.isVisibleTo(page)
    page.audit()
    qtbot.waitUntil(lambda: not page.task.busy)
    assert judge.questions[-1][6:8] == (Path("/made/s.toml"), Path("/made/b.json"))
    button.drop_settings.trigger()
    button.drop_known.trigger()
    assert (button.settings, button.known, button.text()) == (None, None, "Project")


def test_ignored_findings_and_what_is_known_are_shown_as_such(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window, Asked(followed.followed_report()))
    board = page.board
    assert board.tabs.tabText(board.tabs.indexOf(board.ignored)) == "Ignored (1)"
    states = [row.state for row in board.findings.model.rows]
    assert states == ["Known", "New", "New"]
    assert not board.findings.table.isColumnHidden(rows.SINCE)
    assert "Found before, and not now" in board.details.toPlainText()
    assert "_gone_*" in board.details.toPlainText()
    board.tabs.setCurrentWidget(board.ignored)
    board.ignored.table.selectRow(0)
    text = board.details.toPlainText()
    assert "Ignored by the settings" in text
    assert followed.REASON[:20].lower() in text.lower()
    assert names(board.cookies) == ["IDE"]


def test_without_ignored_findings_there_is_no_tab_for_them(qtbot: QtBot, make_window: MakeWindow) -> None:
    board = answered(qtbot, make_window).board
    assert board.findings.table.isColumnHidden(rows.SINCE)
    assert not board.tabs.isTabVisible(board.tabs.indexOf(board.ignored))


def test_the_answer_comes_first_with_its_standing(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    assert page.answer.headline.text() == (
        "shop.example: 1 of 6 cookies is not in the policy; 1 outlives it; 1 contradicts it."
    )
    assert page.answer.standing.text().startswith("Last updated 15 January 2026 · The policy claims to list")
    assert page.answer.standing.text().endswith("Evidence, not legal advice.")
    assert page.answer.issues.text() == "1 issue"
    assert [page.board.tabs.tabText(at) for at in range(4)] == [
        *("Findings (4)", "Not judged (3)", "Of unknown site (1)", "Opt-outs (2)"),
    ]


def test_a_claim_chooses_its_cookies_and_tells_why(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    choose_claim(page, "complete")
    assert sorted(names(page.board.cookies)) == ["IDE", "_ga"]
    assert page.board.details.toPlainText().startswith("The list is complete\nBroken")


def test_a_cookie_chooses_the_claims_that_speak_of_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    choose_cookie(page, "IDE")
    assert sorted(fields(page.board.claims)) == ["complete", "purposes.advertising"]
    assert page.board.details.toPlainText().startswith("IDE\nContradicts · doubleclick.net")
    choose_cookie(page, "old_one")
    assert fields(page.board.claims) == []


def test_a_finding_chooses_both_and_the_others_let_go(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    choose_finding(page, "CI301")
    assert (fields(page.board.claims), names(page.board.cookies)) == (["named_cookies"], ["cart"])
    assert page.board.details.toPlainText().startswith("Outlives declared lifetime\nCI301 · Warning")
    choose_cookie(page, "_ga")
    assert page.board.findings.rows() == ()


def test_what_was_not_judged_leads_to_its_cookie_or_claim(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    page.board.tabs.setCurrentIndex(1)
    page.board.open.choose([0])
    assert names(page.board.cookies) == ["old_one"]
    page.board.open.choose([2])
    assert (fields(page.board.claims), names(page.board.cookies)) == (["children"], [])


def test_clicking_the_same_row_again_leads_again(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    choose_claim(page, "complete")
    page.board.cookies.table.clearSelection()
    table = page.board.claims.table
    place = table.visualRect(table.selectionModel().selectedRows()[0]).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sorted(names(page.board.cookies)) == ["IDE", "_ga"]


def test_a_claim_is_shown_in_the_policy_that_was_judged(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    window = page.window()
    assert isinstance(window, MainWindow)
    choose_finding(page, "CI209")
    page.board.quote.click()
    assert window.pages.key == "policy"
    assert window.later.policy.policy is REPORT.policy
    assert [row.claim.field for row in window.later.policy.claims.rows()] == ["anonymous_visit"]


def test_an_opt_out_s_link_is_copied_and_not_opened(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    page.board.tabs.setCurrentWidget(page.board.ways)
    page.board.ways.choose([0])
    page.board.link.copy.click()
    assert QGuiApplication.clipboard().text() == "https://adssettings.google.com/"


def test_a_changed_question_makes_the_answer_old(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    assert not page.answer.stale.isVisible()
    page.bar.only.click()
    assert page.answer.stale.isVisible()
    page.bar.only.click()
    assert not page.answer.stale.isVisible()
    page.bar.choose_site("news.com")
    assert page.answer.stale.isVisible()


def test_other_cookies_make_the_answer_old(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    page.show_cookies(records.reading(audits.cookie("other")))
    assert page.answer.stale.isVisible()


def test_nothing_found_is_not_told_as_fine(qtbot: QtBot, make_window: MakeWindow) -> None:
    nothing = replace(
        REPORT,
        cookies=(),
        findings=(),
        verified=False,
        headline="Could not be verified: no cookie of this site was seen.",
    )
    page = answered(qtbot, make_window, Asked(nothing))
    assert "Could not be verified" in page.answer.headline.text()
    assert page.board.cookies.nothing.text().endswith("That alone does not mean that all is well.")


def test_what_is_no_site_is_told_without_a_dialog(qtbot: QtBot, make_window: MakeWindow) -> None:
    def refuse(question: Question, now: datetime) -> Report:
        raise InspectorError('"x y" is not a domain', "Give a domain")

    page = answered(qtbot, make_window, refuse)
    assert page.start.title.text() == "This could not be judged"
    assert page.start.text.text() == '"x y" is not a domain. Give a domain'
    assert page.report is None


def test_a_failure_leaves_the_report_that_is_shown(qtbot: QtBot, make_window: MakeWindow) -> None:
    answers: list[Any] = [REPORT, RuntimeError("secret")]

    def judge(question: Question, now: datetime) -> Report:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Report)
        return answer

    page = answered(qtbot, make_window, judge)
    page.audit()
    qtbot.waitUntil(lambda: not page.task.busy)
    assert page.report is REPORT
    assert page.issues.isVisible()
    assert "secret" not in str(page.issues.model.problems)


def test_judging_is_stopped_at_once(qtbot: QtBot, make_window: MakeWindow) -> None:
    go = threading.Event()

    def judge(question: Question, now: datetime) -> Report:
        go.wait(5)
        return REPORT

    window = window_of(make_window, judge)
    give_policy(qtbot, window)
    page = window.later.audit
    page.bar.choose_site("shop.com")
    page.audit()
    assert page.start.title.text() == "Judging"
    started = time.perf_counter()
    page.bar.stop.click()
    assert time.perf_counter() - started < 0.2
    assert page.start.title.text() == "Promise against practice"
    with qtbot.waitSignal(page.task.late):
        go.set()
    assert page.report is None


def test_the_example_needs_nothing_and_is_judged_for_real(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window, judge_example=judge_example)
    window.later.audit.start.example.click()
    qtbot.waitUntil(lambda: window.later.audit.report is not None, timeout=20_000)
    board = window.later.audit.board
    verdicts = {row.name: row.judged.verdict.value for row in board.cookies.model.rows}
    assert verdicts["woocommerce_items_in_cart"] == "declared"
    assert verdicts["_ga"] == "undeclared"


def test_the_export_menu_offers_the_registry_s_formats_and_each_has_its_key(make_window: MakeWindow) -> None:
    menu = window_of(make_window).later.audit.bar.export.menu()
    assert menu is not None
    titles = [action.text() for action in menu.actions() if not action.isSeparator()]
    formats = [f"{held.title}…" for held in AUDIT_FORMATS if held.title]
    assert titles == [*formats, "&Dataset for research (a folder)…"]
    assert {"&SARIF…", "J&Unit XML…", "&GitLab code quality…"} <= set(titles)
    keys = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("name", "ending"), [("html", "html"), ("markdown", "md"), ("json", "json"), ("sarif", "sarif"), ("junit", "xml")]
)
def test_a_report_is_exported(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, name: str, ending: str) -> None:
    offered: list[str] = []

    def choose(parent: QWidget, file: str) -> Path:
        offered.append(file)
        return tmp_path / file

    page = answered(qtbot, make_window, choose_target=choose)
    page.export_as(name)
    qtbot.waitUntil(lambda: not page.export.busy, timeout=20_000)
    assert offered == [f"audit-shop.example.{ending}"]
    assert "shop.example" in (tmp_path / offered[0]).read_text("utf-8")
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.status.currentMessage() == f"Report written to {tmp_path / offered[0]}"


def test_a_dataset_is_exported_whole_and_without_values(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    page = answered(qtbot, make_window, choose_target=lambda parent, file: tmp_path / file)
    page.export_as("dataset")
    qtbot.waitUntil(lambda: not page.export.busy, timeout=60_000)
    assert not page.issues.isVisible()
    place = tmp_path / "dataset-shop.example"
    assert "shop.example" in (place / "data" / "runs.csv").read_text("utf-8")
    assert (place / "SHA256SUMS").is_file()
    assert "&Dataset" in page.bar.export.menu().actions()[-1].text()
    page.export_as("dataset")
    qtbot.waitUntil(lambda: not page.export.busy, timeout=60_000)
    assert "there is a dataset" in str(page.issues.model.problems[0])


def test_an_export_that_fails_is_told(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    page = answered(qtbot, make_window, choose_target=lambda parent, file: tmp_path / "no" / file)
    page.export_as("json")
    qtbot.waitUntil(lambda: not page.export.busy)
    assert page.issues.isVisible()
    assert page.issues.model.problems[0].what.startswith("The report could not be written")


def test_an_export_that_was_left_writes_nothing(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window, choose_target=lambda parent, file: None)
    page.export_as("json")
    assert not page.export.busy


@pytest.mark.parametrize("site", ["../../etc/passwd", "a/b", "\x1b[31m", "x" * 400])
def test_a_site_s_name_leads_to_no_other_folder(qtbot: QtBot, make_window: MakeWindow, site: str) -> None:
    offered: list[str] = []
    page = answered(
        qtbot, make_window, Asked(replace(REPORT, site=site)), choose_target=lambda parent, file: offered.append(file)
    )
    page.export_as("json")
    assert "/" not in offered[0]
    assert offered[0].isprintable()
    assert len(offered[0]) < 120


def test_hostile_names_are_shown_as_what_they_are(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = answered(qtbot, make_window)
    choose_cookie(page, "<b>evil</b>\x1b[31m")
    assert page.board.details.toPlainText().startswith("<b>evil</b>␛[31m\n")


def test_keys_reach_the_page(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = window_of(make_window)
    window.filter()
    assert window.later.audit.bar.line.hasFocus()
    give_policy(qtbot, window)
    window.later.audit.bar.choose_site("shop.com")
    window.later.audit.audit()
    settle(qtbot, window)
    board = window.later.audit.board
    board.claims.line.setText("x")
    window.clear_filter()
    assert board.claims.line.text() == ""
    passed = []
    for _ in range(5):
        window.next_pane()
        passed.append(window.focusWidget())
    assert set(passed) == {
        *(window.later.audit.bar.site, board.claims.table, board.cookies.table, board.findings.table, board.details)
    }


def spoken(widget: QWidget) -> str:
    texts = [widget.toolTip(), widget.accessibleName(), str(widget.property("text")), widget.windowTitle()]
    interface = QAccessible.queryAccessibleInterface(widget)
    for number in range(interface.childCount() if interface is not None else 0):
        child = interface.child(number)
        texts.append(child.text(QAccessible.Text.Name) if child is not None else "")
    return "\n".join(texts)


def test_no_value_is_shown_or_said(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    judged = REPORT.cookies[0]._replace(cookie=READING.cookies[0])
    report = replace(REPORT, cookies=(judged, *REPORT.cookies[1:]))
    page = answered(qtbot, make_window, Asked(report), choose_target=lambda parent, file: tmp_path / file)
    for row in range(page.board.cookies.model.rowCount()):
        page.board.cookies.table.selectRow(row)
        page.board.cookies.table.copy_rows()
        said = page.board.details.toHtml() + QGuiApplication.clipboard().text()
        said += "".join(spoken(widget) for widget in page.findChildren(QWidget))
        assert MARKER not in said
    assert quoted.CART not in page.board.details.toPlainText()
