# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of switches: the contract of a model, counts and shares, what a line says."""

from make import labels
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from inspector.core.label import Tracks
from inspector.gui.chips import Chip
from inspector.gui.models.cookies import Role
from inspector.gui.models.facets import (
    BANDS,
    COUNT_ROLE,
    SHARE_ROLE,
    FacetModel,
    label_lines,
    purpose_value,
    record_lines,
    tracks_value,
)
from inspector.gui.models.labels import LabelRows

ROWS = LabelRows.of(labels.told(labels.CART, labels.CART, labels.DART, labels.UNKNOWN))
COUNTS = {
    purpose_value(Chip.CART): 2,
    purpose_value(Chip.DART): 1,
    purpose_value(Chip.UNKNOWN): 1,
    tracks_value(Tracks.NO): 3,
}


def model() -> FacetModel:
    made = FacetModel()
    made.show((*label_lines(ROWS), *record_lines(("shop.test",))))
    made.show_counts(COUNTS)
    return made


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester) -> None:
    made = FacetModel()
    qtmodeltester.check(made)
    made.show(label_lines(ROWS))
    made.show_counts({})
    made.show(())
    qtmodeltester.check(model())


def test_counts_and_shares_are_of_their_kind() -> None:
    made = model()
    told = {
        made.index(row).data(): (made.index(row).data(COUNT_ROLE), made.index(row).data(SHARE_ROLE)) for row in (1, 2)
    }
    assert told == {"Ad / DART": ("1", 0.25), "Cart": ("2", 0.5)}


def test_a_line_says_a_sentence_and_a_caption_cannot_be_chosen() -> None:
    made = model()
    assert made.index(2).data(Role.AccessibleTextRole) == "Purpose: Cart, 2 cookies"
    assert made.index(6).data(Role.AccessibleTextRole) == "Tracks: No, 3 cookies"
    assert not made.flags(made.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert made.flags(made.index(1)) & Qt.ItemFlag.ItemIsSelectable


def test_every_lifetime_lies_in_one_band() -> None:
    day = 86_400_000_000
    for key in ("session", "unknown", -day, 0, day, day + 1, 30 * day, 31 * day, 365 * day, 366 * day, 10**18):
        assert sum(holds(key) for _, holds in BANDS) == 1, key


def test_a_site_is_shown_as_people_read_it_and_as_browsers_keep_it() -> None:
    lines = record_lines(("xn--bcher-kva.example", "shop.test"))
    titles = {line.value.word: line.title for line in lines if line.value is not None and line.value.field == "site"}
    assert titles == {"xn--bcher-kva.example": "bücher.example (xn--bcher-kva.example)", "shop.test": "shop.test"}
