# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The page that tests a site, with the real browsers against plain sites of ours: a visit, a choice, a stop."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from make.browsers import needs_chromium, needs_firefox
from make.qt import QT_MISSING
from make.recorders import left_behind
from make.screens import screen
from make.site import Reply, Site, open_site

if QT_MISSING:
    pytest.skip(QT_MISSING, allow_module_level=True)

from make import records
from make.window import MakeWindow, english, make_window
from pytestqt.qtbot import QtBot

from inspector.core.visit import Phase
from inspector.gui.views.later_pages import LaterOutside
from inspector.gui.views.main_window import MainWindow
from inspector.gui.visit.dialogs import ContactDialog
from inspector.gui.visit.outside import VisitOutside
from inspector.gui.visit.page import VisitPage
from inspector.gui.visit.source import Compare

__all__ = ["english", "make_window", "screen"]

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]
PATIENCE_MS = 120_000
PAGE = """<!doctype html><title>Shop</title><a href="/privacy">Privacy policy</a><script>
document.cookie = "_ga=GA1.1.111.222; path=/; max-age=63072000";
setTimeout(() => { document.cookie = "late=1; path=/"; }, 200);
</script>"""
PRIVACY = """<!doctype html><html lang="en"><title>Cookies</title><h1>Cookie policy</h1>
<p>We use cookies to keep you logged in. We do not use any analytics cookies.</p></html>"""
ROUTES = {
    "/": Reply(PAGE, cookies=("sid=s3cr3t-5f1e; Path=/; HttpOnly",)),
    "/privacy": Reply(PRIVACY),
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with open_site(ROUTES) as running:
        yield running


@pytest.fixture
def page(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> VisitPage:
    """The page as the program makes it, but for the folders that it writes into."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    outside = VisitOutside(keep=tmp_path / "kept", choose_folder=lambda parent, title: tmp_path)
    window = make_window(records.reading(), later=LaterOutside(visit=outside))
    window.pages.show_page("visit")
    shown = window.later.visit
    qtbot.waitUntil(lambda: not shown.looking.busy, timeout=PATIENCE_MS)
    return shown


def ask(page: VisitPage, url: str, browser: str, scenario: str = "none") -> None:
    """Put the question together and agree to it."""
    bar = page.bar
    bar.line.setText(url)
    for held, action in zip(bar.browsers.browsers, bar.browsers.actions_, strict=True):
        action.setChecked(held.id == browser)
    bar.modes.setCurrentIndex(1)
    bar.wait.setValue(0.5)
    bar.scenario.setCurrentIndex(bar.scenario.findData(scenario))
    bar.go.click()
    dialog = page.findChild(ContactDialog)
    assert isinstance(dialog, ContactDialog)
    dialog.go.click()


def wait(qtbot: QtBot, page: VisitPage) -> None:
    """Wait until the visit is over."""
    qtbot.waitUntil(lambda: not page.worker.busy, timeout=PATIENCE_MS)


@pytest.mark.parametrize(
    "browser", [pytest.param("chromium", marks=needs_chromium), pytest.param("firefox", marks=needs_firefox)]
)
def test_a_visit_from_the_address_to_the_saved_record(
    page: VisitPage, qtbot: QtBot, site: Site, tmp_path: Path, browser: str
) -> None:
    page.bar.compare.setCurrentIndex(page.bar.compare.findData(Compare.FOUND))
    ask(page, site.url(), browser)
    wait(qtbot, page)
    assert page.seen is not None, page.start.text.text()
    (run,) = page.board.runs_model.rows
    assert run.run.measured, run.run.why
    assert {row.name for row in page.board.cookies.model.rows} == {"sid", "_ga", "late"}
    number = next(at for at, row in enumerate(page.board.cookies.model.rows) if row.name == "_ga")
    page.board.choose_cookie(number)
    text = page.board.details.toPlainText()
    assert f"document.cookie: {site.url()}:" in text
    assert "730 days" in text
    assert page.seen.audit is not None, page.answer.compared.text()
    assert any(row.finding.level.rank for row in page.board.audit.findings.model.rows)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert any(contact.address.endswith("/privacy") for contact in window.contacts.all)
    with qtbot.waitSignal(page.told, timeout=PATIENCE_MS):
        page.save("record")
    (folder,) = tmp_path.glob("visit-*")
    logs = "".join(path.read_text() for path in folder.rglob("*.jsonl"))
    assert "_ga" in logs
    assert "s3cr3t-5f1e" not in logs
    window.close()
    assert left_behind(tmp_path) == []
    assert list(tmp_path.glob("cookie-inspector-*")) == []


@needs_chromium
def test_a_person_refuses_in_the_browser_s_window(
    page: VisitPage, qtbot: QtBot, site: Site, screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", screen)
    ask(page, site.url(), "chromium", "manual")
    qtbot.waitUntil(page.marks.isVisible, timeout=PATIENCE_MS)
    page.marks.buttons["refused"].click()
    wait(qtbot, page)
    assert page.seen is not None, page.start.text.text()
    (run,) = page.seen.report.record.runs
    assert run.measured, run.why
    assert run.headless is False
    assert run.span(Phase.REFUSED) is not None
    assert page.bar.save_actions["receipt.html"].isEnabled()


@needs_chromium
def test_a_visit_that_is_stopped_shows_its_part_and_leaves_no_browser(
    page: VisitPage, qtbot: QtBot, site: Site, tmp_path: Path
) -> None:
    page.bar.wait.setMaximum(60)
    ask(page, site.url(), "chromium")
    qtbot.waitUntil(lambda: page.progress.texts[0].text().startswith("opening"), timeout=PATIENCE_MS)
    page.bar.stop.click()
    wait(qtbot, page)
    assert page.seen is not None
    (run,) = page.seen.report.record.runs
    assert run.outcome == "cut short"
    assert left_behind(tmp_path) == []


@needs_chromium
def test_a_window_that_closes_leaves_no_browser(page: VisitPage, qtbot: QtBot, site: Site, tmp_path: Path) -> None:
    ask(page, site.url(), "chromium")
    qtbot.waitUntil(lambda: page.progress.texts[0].text().startswith("opening"), timeout=PATIENCE_MS)
    page.window().close()
    qtbot.waitUntil(lambda: left_behind(tmp_path) == [], timeout=PATIENCE_MS)
    assert list(tmp_path.glob("cookie-inspector-*")) == []
