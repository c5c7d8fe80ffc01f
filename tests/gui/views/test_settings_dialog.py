# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The settings: each control holds at once, is kept, and can be reached and read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from make import records
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QProgressBar, QSpinBox
from pytestqt.qtbot import QtBot

from inspector.gui import comfort, theme
from inspector.gui.policy.source import Way
from inspector.gui.preferences import AtStart, Motion, Network, Preferences, Scheme
from inspector.gui.settings import WindowSettings
from inspector.gui.views.empty import Emptiness
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.settings_dialog import SettingsDialog

MakeWindow = Callable[..., MainWindow]
READING = records.reading(records.cookie("shop.test", "cart"))


@pytest.fixture(autouse=True)
def _back_to_defaults(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    yield
    comfort.apply(qapp, Preferences())
    qapp.setPalette(before)


def dialog_of(window: MainWindow) -> SettingsDialog:
    window.actions_by_key["settings"].trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    return dialog


def choose(dialog: SettingsDialog, name: str, value: object) -> None:
    control = dialog.controls[name]
    if isinstance(control, QSpinBox):
        control.setValue(int(str(value)))
    else:
        control.setCurrentIndex(control.findData(value))


def test_a_choice_holds_at_once_and_is_kept(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(READING)
    dialog = dialog_of(window)
    assert not dialog.isModal()
    choose(dialog, "theme", Scheme.DARK)
    assert QApplication.palette().color(theme.Role.Base).lightness() < 64
    choose(dialog, "hide_s", 42)
    kept = WindowSettings(tmp_path).chosen.preferences
    assert (kept.theme, kept.hide_s) == (Scheme.DARK, 42)
    assert window.preferences == kept
    dialog.defaults.click()
    assert window.preferences == Preferences()


def test_text_grows_at_once_titles_included(make_window: MakeWindow) -> None:
    window = make_window(READING)
    title, table = window.empty.title.font().pointSizeF(), window.table.font().pointSizeF()
    row = window.table.verticalHeader().defaultSectionSize()
    choose(dialog_of(window), "text_percent", 200)
    assert window.table.font().pointSizeF() == pytest.approx(2 * table)
    assert window.empty.title.font().pointSizeF() == pytest.approx(2 * title)
    assert window.table.verticalHeader().defaultSectionSize() > 1.7 * row


def test_without_motion_a_bar_without_end_stands(make_window: MakeWindow) -> None:
    window = make_window(READING)
    bar = QProgressBar(window)
    comfort.show_endless(bar)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    choose(dialog_of(window), "motion", Motion.LESS)
    assert bar.maximum() == 1
    assert not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)
    comfort.show_steps(bar, 2, 5)
    assert (bar.value(), bar.maximum()) == (2, 5)


def test_no_host_is_contacted_where_the_settings_say_never(make_window: MakeWindow) -> None:
    window = make_window(READING)
    choose(dialog_of(window), "network", Network.NEVER)
    assert window.badge.text() == "Offline by your settings"
    window.give_policy(Way.ADDRESS)
    page = window.later.policy
    assert "your settings say so" in page.start.text.text()
    assert not page.findChildren(type(page), "AddressDialog")
    assert window.contacts.all == ()


def test_nothing_is_read_at_the_start_where_the_user_wants_to_be_asked(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    WindowSettings(tmp_path).keep_preferences(Preferences(at_start=AtStart.NOTHING))
    window = make_window(READING, start=False)
    window.read_at_start()
    assert not window.worker.busy
    assert window.empty.title.text() == "Nothing was read yet"
    assert window.overview.title.text() == "Nothing was read yet"
    with qtbot.waitSignal(window.worker.finished):
        window.overview.browsers.click()
    assert window.shown.rowCount() == 1
    assert Emptiness.RESTING is not None


def test_a_damaged_file_is_told_among_the_issues(make_window: MakeWindow, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\x00\x01\x02garbage\n")
    window = make_window(READING)
    assert [problem.code for problem in window.issues.model.problems] == ["settings-damaged"]
    assert window.status.issues.text() == "1 issue"


def test_every_control_has_a_name_and_a_label(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Preferences())
    qtbot.addWidget(dialog)
    buddies = {label.buddy() for label in dialog.findChildren(QLabel) if label.buddy() is not None}
    assert set(dialog.controls) == set(Preferences._fields)
    for control in dialog.controls.values():
        assert isinstance(control, QComboBox | QSpinBox)
        assert control.accessibleName()
        assert control in buddies


def test_a_size_that_is_not_offered_is_shown(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Preferences(text_percent=137))
    qtbot.addWidget(dialog)
    control = dialog.controls["text_percent"]
    assert isinstance(control, QComboBox)
    assert control.currentText() == "137 %"
