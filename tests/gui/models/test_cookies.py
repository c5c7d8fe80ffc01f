# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The model of cookies: the contract, and a sentence in each cell."""

from make import records
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from inspector.core.cookie import SameSite
from inspector.gui.columns import COLUMNS
from inspector.gui.models.cookies import CookieModel, Role
from inspector.gui.models.rows import Rows


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester) -> None:
    model = CookieModel()
    qtmodeltester.check(model)
    model.show(Rows.of(records.reading(records.cookie(), records.cookie(name="b"))))
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (2, len(COLUMNS))


def test_every_cell_has_text_tooltip_and_a_sentence_for_screen_readers() -> None:
    model = CookieModel()
    model.show(Rows.of(records.reading(records.cookie())))
    for column in range(len(COLUMNS)):
        index = model.index(0, column)
        assert isinstance(index.data(), str)
        assert isinstance(index.data(Role.ToolTipRole), str)
        assert len(index.data(Role.AccessibleTextRole)) > len(COLUMNS[column].heading)


def test_sentences_say_what_the_number_means() -> None:
    model = CookieModel()
    model.show(Rows.of(records.reading(records.lasting(400, same_site=SameSite.NONE))))
    said = {column.key: model.cell(0, at, Role.AccessibleTextRole) for at, column in enumerate(COLUMNS)}
    assert said["lifetime"] == "Lives 400 days, at the browser's limit: the site asked for this or more"
    assert said["same_site"] == "SameSite: None"
    assert said["container"] == "Container: none"


def test_headers_have_a_title_and_an_explanation() -> None:
    model = CookieModel()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(len(COLUMNS))]
    assert all(titles)
    assert all(model.headerData(at, Qt.Orientation.Horizontal, Role.ToolTipRole) for at in range(len(COLUMNS)))
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(len(COLUMNS), Qt.Orientation.Horizontal) is None
