# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of stores: what is said of each."""

from dataclasses import replace

from make import records
from pytestqt.modeltest import ModelTester

from inspector.core.moments import DAY_US
from inspector.core.problem import Severity
from inspector.core.reading import Reading, StoreCount
from inspector.gui.models.cookies import Role
from inspector.gui.models.rows import Rows
from inspector.gui.models.stores import COUNT_ROLE, StoreModel, StoreRow, store_rows

FRESH = records.store("chrome", "Default", modified_us=records.NOW_US - 2 * DAY_US)
LOCKED = records.store("brave", "Default")
READING = Reading(
    (records.cookie(store=FRESH), records.cookie()),
    (records.problem(where=LOCKED.file), records.problem(where=records.STORE.file, severity=Severity.PARTIAL)),
    (StoreCount(FRESH, 1), StoreCount(records.STORE, 1), StoreCount(LOCKED, None)),
)


def lines() -> tuple[StoreRow, ...]:
    return store_rows(Rows.of(READING), READING, records.NOW_US)


def test_all_come_first_then_each_with_what_became_of_it() -> None:
    assert [line[:4] for line in lines()] == [
        (None, "All browsers", "3 stores, 1 not read", 2),
        (0, "Chrome (Default)", "Changed 2 days ago", 1),
        (1, "Firefox (default)", "Partly read", 1),
        (2, "Brave (Default)", "Could not be read", None),
    ]


def test_the_tooltip_says_the_file_and_why() -> None:
    tooltip = lines()[3].tooltip
    assert LOCKED.file in tooltip
    assert "another program holds it" in tooltip


def test_two_stores_of_a_profile_are_told_apart_by_their_files() -> None:
    session = replace(records.STORE, file="C:\\made\\recovery.jsonlz4")
    reading = records.reading(records.cookie(), records.cookie(store=session))
    statuses = [line.status for line in store_rows(Rows.of(reading), reading, records.NOW_US)[1:]]
    assert statuses == ["cookies.sqlite · Read", "recovery.jsonlz4 · Read"]


def test_a_store_that_was_not_reached_is_not_told_as_unreadable() -> None:
    reading = Reading(stores=(StoreCount(records.STORE, None),))
    assert store_rows(Rows.of(reading), reading, records.NOW_US)[1].status == "Not read"


def test_a_problem_beside_the_store_is_the_stores() -> None:
    beside = records.problem(where=f"{records.STORE.file}-wal", severity=Severity.PARTIAL)
    reading = records.reading(records.cookie(), problems=(beside,))
    assert store_rows(Rows.of(reading), reading, records.NOW_US)[1].status == "Partly read"


def test_no_stores_are_no_lines() -> None:
    assert store_rows(Rows(), Reading(), records.NOW_US) == ()


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester) -> None:
    model = StoreModel()
    model.show(lines())
    qtmodeltester.check(model)
    assert model.line(3, COUNT_ROLE) == "—"
    assert model.line(3, Role.AccessibleTextRole) == "Brave (Default): not read. Could not be read"
