# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The tables of an audit: models, order by gravity, hostile names harmless."""

import pytest
from make import audits, followed
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from inspector.gui.audit import rows
from inspector.gui.audit.rows import AuditRows, audit_rows
from inspector.gui.models.table import LOOK_ROLE, Columns, TableModel

MADE = audit_rows(audits.sample_report())
TABLES = {
    "claims": (rows.CLAIM_COLUMNS, MADE.claims),
    "cookies": (rows.COOKIE_COLUMNS, MADE.cookies),
    "findings": (rows.FINDING_COLUMNS, MADE.findings),
    "open": (rows.OPEN_COLUMNS, MADE.open),
    "aside": (rows.ASIDE_COLUMNS, MADE.aside),
    "ways": (rows.WAY_COLUMNS, MADE.ways),
    "ignored": (rows.IGNORED_COLUMNS, audit_rows(followed.followed_report()).ignored),
}


def model_of(name: str) -> TableModel:
    columns, held = TABLES[name]
    model = TableModel(columns)
    model.show(held)
    return model


@pytest.mark.parametrize("name", TABLES)
def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester, name: str) -> None:
    model = model_of(name)
    assert model.rowCount() > 0
    qtmodeltester.check(model)


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_has_a_sentence_and_no_control_character(name: str) -> None:
    model = model_of(name)
    columns: Columns = TABLES[name][0]
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert said.startswith(columns.title(column) + ": ")
            assert "\x1b" not in said + index.data() + index.data(Qt.ItemDataRole.ToolTipRole)


def first_column(name: str) -> list[str]:
    model = model_of(name)
    model.sort(0)
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_gravest_comes_first() -> None:
    assert first_column("claims") == ["Broken", "Broken", "In tension", "Kept", "Kept", "Not testable"]
    assert first_column("cookies") == [
        *("Contradicts", "Outlives", "Undeclared", "Declared", "Not stated", "Not judged"),
    ]
    assert first_column("findings") == ["Error", "Warning", "Warning", "Note"]


def test_verdicts_have_signs() -> None:
    for name in ("claims", "cookies", "findings"):
        model = model_of(name)
        assert all(model.cell(row, 0, LOOK_ROLE) is not None for row in range(model.rowCount()))
        assert model.cell(0, 1, LOOK_ROLE) is None


def test_rows_keep_the_places_of_the_report() -> None:
    made: AuditRows = MADE
    assert [row.judged for row in made.claims] == list(made.report.claims)
    assert [row.judged for row in made.cookies] == list(made.report.cookies)


def test_what_was_not_judged_is_named() -> None:
    model = model_of("open")
    assert [model.index(row, 0).data() for row in range(3)] == [
        "old_one of shop.example",
        "<b>evil</b>␛[31m of shop.example",
        "“We comply with the rules on the protection of children.”",
    ]
