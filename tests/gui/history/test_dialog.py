# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The history in the window: off until the user says yes, honest about what it compares, and easy to be rid of."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from make import history as made
from make import labels, records
from make.hostile import HOSTILE, is_safe
from make.window import MakeWindow
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.core.moments import to_datetime
from inspector.core.reading import Reading
from inspector.core.snapshot import Scope
from inspector.engine import history
from inspector.gui.history.dialog import HistoryDialog
from inspector.gui.history.source import HistoryOutside
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.window_dialogs import show_history

A, B, C = (records.cookie(name=name) for name in "abc")
NOW = to_datetime(records.NOW_US)


@pytest.fixture
def places(tmp_path: Path) -> history.HistoryPlaces:
    return made.places(tmp_path / "history")


def outside(places: history.HistoryPlaces, **how: Any) -> HistoryOutside:
    return HistoryOutside(lambda: places, **{"ask": lambda *_: True, "ask_site": lambda _: "shop.test", **how})


def kept(places: history.HistoryPlaces, reading: Reading, days: float) -> None:
    assert NOW is not None
    done = history.remember(reading, Scope(), places, NOW - timedelta(days=days))
    assert done.info is not None


def opened(window: MainWindow, qtbot: QtBot) -> HistoryDialog:
    window.actions_by_key["history"].trigger()
    assert window.history is not None
    dialog = window.history.dialog
    assert dialog is not None
    settled(dialog, qtbot)
    return dialog


def settled(dialog: HistoryDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.listing.busy and not dialog.comparing.busy, timeout=20_000)


def cells(dialog: HistoryDialog, column: int) -> list[str]:
    model = dialog.differences.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_without_a_history_the_action_is_off(make_window: MakeWindow) -> None:
    window = make_window(records.reading(A))
    assert not window.actions_by_key["history"].isEnabled()
    show_history(window)
    assert window.history is None


def test_it_is_off_until_the_user_says_yes(
    make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces
) -> None:
    window = make_window(records.reading(A), history=outside(places), label=labels.by_name)
    dialog = opened(window, qtbot)
    assert not dialog.switch.isChecked()
    assert "Nothing is remembered" in dialog.snapshots.nothing.text()
    assert not dialog.compare.isEnabled()
    assert not places.folder.exists()
    assert not places.consent.exists()


def test_switched_on_the_next_reading_is_kept(
    make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces
) -> None:
    window = make_window(records.reading(A, B), history=outside(places), label=labels.by_name)
    dialog = opened(window, qtbot)
    dialog.switch.click()
    settled(dialog, qtbot)
    assert history.consent(places).is_yes
    assert window.history is not None
    with qtbot.waitSignal(window.history.kept, timeout=20_000):
        window.read_again()
    settled(dialog, qtbot)
    (info,) = history.snapshots(places).snapshots
    assert (info.cookies, info.scope.kind) == (2, history.ScopeKind.WINDOW)
    assert dialog.snapshots.model.rowCount() == 1
    dialog.switch.click()
    settled(dialog, qtbot)
    assert not history.consent(places).is_yes


def test_stores_that_were_opened_by_hand_are_not_kept(
    make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces, tmp_path: Path
) -> None:
    assert NOW is not None
    history.keep_consent(places, remember=True, now=NOW)
    window = make_window(
        records.reading(A), tmp_path / "backup", start=False, history=outside(places), label=labels.by_name
    )
    with qtbot.waitSignal(window.worker.labelled):
        window.open_store(folder=True)
    assert window.history is not None
    assert not window.history.task.busy
    assert history.snapshots(places).snapshots == ()


def test_a_snapshot_against_what_is_shown(make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces) -> None:
    kept(places, records.reading(A, B._replace(secure=False)), 7)
    window = make_window(records.reading(B._replace(secure=True), C), history=outside(places))
    dialog = opened(window, qtbot)
    assert dialog.compare.text() == "&Compare with what is shown"
    dialog.compare.click()
    settled(dialog, qtbot)
    assert sorted(zip(cells(dialog, 1), cells(dialog, 0), strict=True)) == [
        ("a", "Gone"),
        ("b", "Changed"),
        ("c", "New"),
    ]
    assert cells(dialog, 5)[cells(dialog, 1).index("b")] == "Secure"
    assert "1 new, 1 gone, 1 changed, 0 the same" in dialog.answer.text()
    assert "it cannot be told whether the value changed" in dialog.answer.text()


def test_two_snapshots_in_their_order(make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces) -> None:
    kept(places, records.reading(A), 7)
    kept(places, records.reading(A, B), 3)
    dialog = opened(make_window(records.reading(), history=outside(places)), qtbot)
    dialog.snapshots.choose([0, 1])
    assert dialog.compare.text() == "&Compare the two"
    dialog.compare.click()
    settled(dialog, qtbot)
    assert (cells(dialog, 0), cells(dialog, 1)) == (["New"], ["b"])


def test_what_could_not_be_read_is_left_out_and_said(
    make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces
) -> None:
    other = records.cookie(store=records.store("chrome"))
    kept(places, records.reading(A, other), 7)
    dialog = opened(make_window(records.reading(A), history=outside(places)), qtbot)
    dialog.compare.click()
    settled(dialog, qtbot)
    assert cells(dialog, 0) == []
    assert "Left out, because not read both times: 1 store." in dialog.answer.text()


def test_forgetting(make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces) -> None:
    for days in (3, 2, 1):
        kept(places, records.reading(A, records.cookie(host="other.test")), days)
    dialog = opened(make_window(records.reading(A), history=outside(places)), qtbot)
    dialog.snapshots.choose([0])  # the newest
    dialog.forget_some.click()
    settled(dialog, qtbot)
    assert made.ids(places) == [1, 2]
    dialog.forget_site.click()
    settled(dialog, qtbot)
    assert [info.cookies for info in history.snapshots(places).snapshots] == [1, 1]
    dialog.forget_all.click()
    settled(dialog, qtbot)
    assert not places.folder.exists()
    assert dialog.snapshots.model.rowCount() == 0


def test_a_no_forgets_nothing(make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces) -> None:
    kept(places, records.reading(A), 1)
    refused = outside(places, ask=lambda *_: False, ask_site=lambda _: "")
    dialog = opened(make_window(records.reading(A), history=refused), qtbot)
    for button in (dialog.forget_some, dialog.forget_site, dialog.forget_all):
        button.click()
        settled(dialog, qtbot)
    assert made.ids(places) == [1]


def test_a_history_that_cannot_be_opened_is_said(
    make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces
) -> None:
    places.folder.parent.mkdir(parents=True)
    places.folder.write_text("in the way")
    dialog = opened(make_window(records.reading(A), history=outside(places)), qtbot)
    assert "no plain folder" in dialog.answer.text()
    dialog.switch.click()
    settled(dialog, qtbot)
    assert "no plain folder" in dialog.answer.text()


def test_hostile_names_and_sites(make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces) -> None:
    hostile = [records.cookie(name=text, host=text) for text in HOSTILE.values()]
    kept(places, records.reading(*hostile), 1)
    dialog = opened(make_window(records.reading(A), history=outside(places, ask_site=lambda _: "\x1b[2J")), qtbot)
    dialog.compare.click()
    settled(dialog, qtbot)
    assert len(cells(dialog, 1)) == len(hostile) + 1
    assert all(is_safe(text) and "\n" not in text for text in (*cells(dialog, 1), *cells(dialog, 2)))
    dialog.forget_site.click()
    settled(dialog, qtbot)
    assert "is not a domain" in dialog.answer.text()
    assert is_safe(dialog.answer.text())


def test_the_models_keep_qts_rules(
    make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces, qtmodeltester: ModelTester
) -> None:
    kept(places, records.reading(A), 1)
    dialog = opened(make_window(records.reading(A, B), history=outside(places)), qtbot)
    dialog.compare.click()
    settled(dialog, qtbot)
    qtmodeltester.check(dialog.snapshots.model)
    qtmodeltester.check(dialog.differences.model)
    assert dialog.differences.model.rowCount() == 1


def test_the_dialog_is_one_and_reads_again(
    make_window: MakeWindow, qtbot: QtBot, places: history.HistoryPlaces
) -> None:
    window = make_window(records.reading(A), history=outside(places))
    first = opened(window, qtbot)
    kept(places, records.reading(A), 1)
    assert opened(window, qtbot) is first
    assert first.snapshots.model.rowCount() == 1
