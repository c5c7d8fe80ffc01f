# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window speaks German where that is chosen, English where there is nothing better, and Qt's dialogs with it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from inspector.core.resources import resources_folder
from inspector.gui import comfort, words
from inspector.gui.language import be_silent, speak
from inspector.gui.preferences import Language
from inspector.gui.translation import translate

FOLDER = resources_folder() / "translations"


def test_german_is_spoken_by_us_and_by_qt(qapp: QApplication) -> None:
    comfort.use_language(Language.GERMAN)
    assert translate("pages", "&Audit") == "Prüfun&g"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


@pytest.mark.parametrize(("count", "expected"), [(1, "1 Cookie"), (2, "2 Cookies"), (5214, "5.214 Cookies")])
def test_german_numbers_have_their_own_forms(qapp: QApplication, count: int, expected: str) -> None:
    comfort.use_language(Language.GERMAN)
    assert words.cookies(count) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        (QLocale("de_AT"), ("qtbase_de.qm", "cookie_inspector_de.qm")),
        (QLocale("en_GB"), ("cookie_inspector_en.qm",)),
        (QLocale("is_IS"), ("cookie_inspector_en.qm",)),
        (QLocale.c(), ("cookie_inspector_en.qm",)),
    ],
)
def test_the_nearest_language_is_spoken(qapp: QApplication, locale: QLocale, expected: tuple[str, ...]) -> None:
    assert [name for name in speak(qapp, locale, FOLDER) if not name.startswith("qtbase_en")] == list(expected)


def test_english_after_german_leaves_no_german(qapp: QApplication) -> None:
    comfort.use_language(Language.GERMAN)
    comfort.use_language(Language.ENGLISH)
    assert translate("pages", "&Audit") == "&Audit"
    be_silent(qapp)
    assert translate("words", "%Ln days", None, 1) == "1 days"


def test_no_folder_of_translations_costs_the_translation_only(qapp: QApplication, tmp_path: Path) -> None:
    assert speak(qapp, QLocale("de"), tmp_path / "none") == ()
    assert translate("pages", "&Audit") == "&Audit"
