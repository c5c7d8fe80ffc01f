# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The manual inside the window: every page and link opens, what leads out is told only, every word can be found."""

import os
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import records
from make.window import MakeWindow
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui.manual.contents import INDEX, all_pages, manual_folder, slug
from inspector.gui.manual.dialog import ManualDialog
from inspector.gui.manual.markdown import readable
from inspector.gui.manual.viewer import ManualViewer
from inspector.gui.views.pages import PAGES
from inspector.gui.views.window_dialogs import show_manual

FOLDER = manual_folder()
assert FOLDER is not None
ALL_PAGES = [INDEX, *(page.path for page in all_pages(FOLDER))]
OUTSIDE = [
    "https://shop.example/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "../pyproject.toml",
    "../../secret.md",
    "/etc/hostname",
    "images/cookies.webp",
    "nothing-of-the-kind.md",
    "a%00b.md",
    "x" * 5000 + ".md",
]


@pytest.fixture
def dialog(qtbot: QtBot) -> ManualDialog:
    assert FOLDER is not None
    dialog = ManualDialog(FOLDER)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def blocks(viewer: ManualViewer) -> list[QTextBlock]:
    block, found = viewer.document().begin(), []
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def links(viewer: ManualViewer) -> list[str]:
    """Return what the fragments of a page lead to."""
    found = []
    for block in blocks(viewer):
        at = block.begin()
        while not at.atEnd():
            if href := at.fragment().charFormat().anchorHref():
                found.append(href)
            at += 1
    return found


def test_every_page_is_shown_and_each_of_its_links_leads_somewhere(dialog: ManualDialog) -> None:
    viewer, headings, wanted = dialog.viewer, {}, []
    for page in ALL_PAGES:
        viewer.open_page(page)
        assert viewer.toPlainText().strip(), page
        assert "<!--" not in viewer.toPlainText(), page
        headings[page] = {slug(block.text()) for block in blocks(viewer) if block.blockFormat().headingLevel()}
        for href in filter(lambda href: not QUrl(href).scheme(), links(viewer)):
            path = PurePosixPath(page).parent / QUrl(href).path() if QUrl(href).path() else PurePosixPath(page)
            wanted.append((page, href, os.path.normpath(path), QUrl(href).fragment()))
    pages = [link for link in wanted if link[2].endswith(".md") and not link[2].startswith("..")]
    assert len(pages) > 100
    assert [link for link in pages if link[2] not in headings] == []
    assert [link for link in pages if link[3] and link[3] not in headings[link[2]]] == []


def test_a_link_opens_its_page_at_its_heading(dialog: ManualDialog) -> None:
    dialog.viewer.open_page("rules.md")
    dialog.viewer.anchorClicked.emit(QUrl("audit.md"))
    assert (dialog.viewer.page, dialog.told.isVisible()) == ("audit.md", False)
    assert dialog.list.currentItem().text() == "Audits"
    dialog.viewer.anchorClicked.emit(QUrl("bulk.md#sizing"))
    assert dialog.viewer.textCursor().block().text() == "Sizing"
    assert dialog.viewer.verticalScrollBar().value() > 0


@pytest.mark.parametrize("address", OUTSIDE)
def test_what_leads_out_is_told_and_not_opened(dialog: ManualDialog, address: str) -> None:
    before = dialog.viewer.toPlainText()
    dialog.viewer.anchorClicked.emit(QUrl(address))
    assert dialog.viewer.toPlainText() == before
    assert dialog.told.isVisible()
    assert dialog.told.textFormat() is Qt.TextFormat.PlainText
    assert len(dialog.told.text()) < 500


def test_only_pictures_of_the_manual_are_loaded(dialog: ManualDialog) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert isinstance(dialog.viewer.loadResource(kind, QUrl("images/cookies.webp")), QImage)
    for name in ("https://shop.example/a.png", "../README.md", "/etc/hostname"):
        assert dialog.viewer.loadResource(kind, QUrl(name)) is None
    assert dialog.viewer.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl("index.md")) is None


def test_pictures_fit_the_window_also_when_it_is_made_smaller(dialog: ManualDialog, qtbot: QtBot) -> None:
    for width in (1080, 760, 1400):
        dialog.resize(width, 700)
        QApplication.processEvents()
        assert dialog.viewer.horizontalScrollBar().maximum() == 0, width


def test_back_leads_to_the_place_before(dialog: ManualDialog) -> None:
    assert not dialog.back.isEnabled()
    dialog.viewer.open_page("rules.md")
    dialog.viewer.open_page("rules.md", "ci101-undeclared-cookie")
    dialog.viewer.open_page("filter.md")
    dialog.back.click()
    assert dialog.viewer.page == "rules.md"
    dialog.back.click()
    dialog.back.click()
    assert (dialog.viewer.page, dialog.back.isEnabled()) == (INDEX, False)


def test_words_find_the_pages_that_hold_them_all(dialog: ManualDialog) -> None:
    def listed() -> list[str]:
        paths = (dialog.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.list.count()))
        return [path for path in paths if path]

    dialog.line.setText("mapInArrow")
    assert listed() == ["bulk.md"]
    dialog.find_next()
    assert dialog.viewer.page == "bulk.md"
    assert dialog.viewer.textCursor().selectedText() == "mapInArrow"
    dialog.line.setText("zebra crossing of nothing")
    assert listed() == []
    assert dialog.list.count() == 1  # which says so
    dialog.line.clear()
    assert set(listed()) == set(ALL_PAGES)


def test_a_page_that_is_not_there_says_so(dialog: ManualDialog) -> None:
    dialog.viewer.open_page("gone.md")
    assert "not part of" in dialog.viewer.toPlainText()


@pytest.mark.parametrize("page", [page.key for page in PAGES])
def test_each_page_of_the_window_has_its_own_in_the_manual(make_window: MakeWindow, page: str) -> None:
    window = make_window(records.reading())
    window.pages.show_page(page)
    window.actions_by_key["manual"].trigger()
    dialogs = window.findChildren(ManualDialog)
    assert len(dialogs) == 1
    assert dialogs[0].viewer.page in ALL_PAGES
    assert dialogs[0].viewer.page != INDEX


def test_an_installation_without_a_manual_says_so(make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector.gui.manual.contents.manual_folder", lambda: None)
    window = make_window(records.reading())
    show_manual(window)
    assert "not part of this installation" in window.status.currentMessage()
    assert window.findChildren(ManualDialog) == []


def test_what_qt_cannot_read_is_written_otherwise() -> None:
    assert readable("<!-- note\nof ours -->\n# Title\n") == "# Title\n"
    assert readable("```yaml cookies.yml\na: 1\n```\n") == "*cookies.yml*\n\n```\na: 1\n```\n"
    assert readable("```sh output\nx\n```\n") == "```\nx\n```\n"


@given(st.text(max_size=300))
def test_any_text_is_made_readable_in_no_time(text: str) -> None:
    assert "<!-- x -->" not in readable(f"<!-- x -->{text}")


def test_the_folder_is_found_in_a_checkout() -> None:
    assert isinstance(FOLDER, Path)
    assert (FOLDER / INDEX).is_file()
