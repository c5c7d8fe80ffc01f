# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every page and dialog in German and in a made-up language of long words: nothing is cut, nothing is untranslated."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from make import pseudo, shown
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gallery import scenes, studio
from gallery.looks import LOOKS
from inspector.gui.language import be_silent

BY_NAME = {scene.name: scene for scene in scenes.SCENES}
BY_LOOK = {look.name: look for look in LOOKS}
PAGES = (
    *("overview", "cookies-issues", "policy", "audit", "optouts-chosen", "visit", "bare-policy", "bare-audit"),
    *("bare-visit", "history", "settings", "about", "keys", "recognised", "policy-address", "optouts-asks"),
    "cookies-corrected",
)

# What is the same in every language: hosts, names of programs and companies, and sentences of the core, which reports
# have word by word (docs/translating.md).
HOST = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)*\.(example|test|net|com|org)(/\S*)?")
NAMES = re.compile(
    r"Google (Chrome|LLC|ads on .*|advertising.*)|Chromium|Firefox|Brave|Cookie Inspector.*|Helper Ltd|Adobe Inc\."
    r"|Automattic Inc\.|CookieYes Limited|Meta Platforms, Inc\.|Criteo SA|Microsoft Corporation|OneTrust LLC"
    r"|The Trade Desk, Inc\.|Privacy and cookies – The T.*|/home/ada/\S*"
    r"|\((Ada|Work|default|Me)\)"
)
NAMED = ("IDE", "id", "visit")  # cookies, and a file
CORE = ("AnswerStrip", "VisitAnswer")
NO_TEXT = re.compile(r"[^\W\d_]{2}")


@contextmanager
def drawn(qapp: QApplication, name: str, language: str) -> Iterator[tuple[studio.Studio, QWidget]]:
    """Open a scene in a language."""
    look, scene = BY_LOOK.get(language, LOOKS[0]), BY_NAME[name]
    studio.speak(look)
    made_up = language in ("pseudo", "mirrored")
    if made_up:
        be_silent(qapp)
    qapp.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if language == "mirrored" else Qt.LayoutDirection.LeftToRight
    )
    try:
        with (
            pseudo.spoken(qapp) if made_up else nullcontext(),
            studio.opened(qapp, scene.world, look) as made,
            _shown(made, scene) as widget,
        ):
            yield made, widget
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@contextmanager
def _shown(made: studio.Studio, scene: studio.Scene) -> Iterator[QWidget]:
    made.window.read_again()
    made.wait()
    made.window.pages.show_page(scene.page)
    made.wait()
    widget = scene.act(made) or made.window
    made.wait()
    yield widget
    if widget is not made.window:
        widget.close()


def is_data(where: str, text: str) -> bool:
    """Whether a text stays what it is in every language."""
    if any(part in where for part in CORE) or text in NAMED:
        return True
    return not NO_TEXT.search(NAMES.sub("", HOST.sub("", text)))


@pytest.mark.parametrize("name", PAGES)
def test_no_title_button_or_label_is_cut_in_german(qapp: QApplication, name: str) -> None:
    with drawn(qapp, name, "light-de") as (_, widget):
        assert list(shown.cut(widget)) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_text_is_translated_and_has_room_to_be_longer(qapp: QApplication, name: str) -> None:
    with drawn(qapp, name, "pseudo") as (_, widget):
        told, cut = set(shown.texts(widget)), list(shown.cut(widget))
    assert any(pseudo.BEGIN in text for _, text in told)
    assert sorted(held for held in told if pseudo.BEGIN not in held[1] and not is_data(*held)) == []
    assert cut == []


@pytest.mark.parametrize("name", ["overview", "cookies-issues", "policy", "audit", "optouts-chosen", "visit"])
def test_right_to_left_mirrors_every_part_and_cuts_none(qapp: QApplication, name: str) -> None:
    with drawn(qapp, name, "mirrored") as (_, widget):
        assert widget.isRightToLeft()
        assert [shown.place(part) for part in widget.findChildren(QWidget) if not part.isRightToLeft()] == []
        assert list(shown.cut(widget)) == []


@pytest.mark.parametrize("language", ["light", "light-de"])
def test_no_two_entries_of_a_menu_have_one_letter(qapp: QApplication, language: str) -> None:
    with drawn(qapp, "cookies", language) as (made, _):
        bar = made.window.menuBar()
        menus = [menu for menu in (bar, *bar.findChildren(QMenu)) if menu is bar or menu.parent() is not None]
        twice = {}
        for menu in menus:
            if isinstance(menu, QMenu):
                menu.aboutToShow.emit()
            letters = shown.mnemonics(menu)
            twice[menu.objectName() or str(menu)] = sorted({letter for letter in letters if letters.count(letter) > 1})
        assert len(menus) > 5
        assert [held for held in twice.values() if held] == []
