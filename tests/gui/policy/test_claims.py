# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of claims: order, texts, looks."""

import pytest
from make import quoted
from pytestqt.modeltest import ModelTester

from inspector.core.policy import Stance, Subject
from inspector.gui.hues import Look
from inspector.gui.models.table import LOOK_ROLE, TableModel
from inspector.gui.policy.claims import CLAIM_COLUMNS, LONGEST_CELL, claim_row, claim_rows, look_of

SHOWN = quoted.example().document


def texts(model: TableModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester) -> None:
    model = TableModel(CLAIM_COLUMNS)
    model.show(claim_rows(quoted.example()))
    qtmodeltester.check(model)


def test_claims_come_in_the_order_of_the_text_in_words() -> None:
    model = TableModel(CLAIM_COLUMNS)
    model.show(claim_rows(quoted.example()))
    assert [texts(model, row)[:3] for row in range(model.rowCount())] == [
        ["Cookies are used", "Declared", "The site"],
        ["Personal data is sold", "Denied", "The site"],
        ["Opt-out: google", "Declared", "The site"],
        ["For logging in", "Declared", "Google"],
        ["Cookie _ga", "Declared", "Google"],
    ]
    assert texts(model, 1)[3] == "We do not sell your \\u{202e}data."
    assert texts(model, 4)[3] == "_ga Google Analytics Counts 🍪 visits 13 months"


def test_only_the_stance_has_a_sign() -> None:
    model = TableModel(CLAIM_COLUMNS)
    model.show(claim_rows(quoted.example()))
    assert [model.cell(1, column, LOOK_ROLE) for column in range(4)] == [None, Look.NO, None, None]


def test_a_hostile_name_is_short_and_harmless() -> None:
    claim = quoted.claim(1, "named_cookies", SHOWN, quoted.CART, names=("\x1b" + "x" * 9_000,))
    row = claim_row(claim, {})
    assert row.what.startswith("Cookie ␛xxx")
    assert len(row.what) < 100


def test_a_long_quote_is_cut() -> None:
    long = quoted.document(((quoted.BlockKind.PARAGRAPH, "x" * 100_000),))
    assert len(claim_row(quoted.claim(1, "cookies", long, long.text), {}).quote) == LONGEST_CELL


def test_a_vendor_is_named_as_the_policy_spells_it() -> None:
    facts = {"subject": Subject.NAMED_THIRD_PARTY, "vendor": "google-ads"}
    row = claim_row(quoted.claim(1, "vendors.google-ads", SHOWN, quoted.CART, **facts), {"google-ads": "Google Ads"})
    assert (row.what, row.who) == ("Third party: Google Ads", "Google Ads")


@pytest.mark.parametrize(
    ("stances", "look"),
    [
        ([Stance.DECLARED, Stance.DECLARED], Look.YES),
        ([Stance.DENIED], Look.NO),
        ([Stance.DECLARED, Stance.DENIED], Look.BOTH),
        ([Stance.CONFLICTING], Look.BOTH),
    ],
)
def test_text_that_claims_share_has_one_look(stances: list[Stance], look: Look) -> None:
    claims = [quoted.claim(1, "cookies", SHOWN, quoted.CART, stance=stance) for stance in stances]
    assert look_of(claims) is look
