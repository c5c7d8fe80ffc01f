# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of switches: the contract of a model, lines for what there is, counts that follow the filter."""

from make import labels
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from inspector.core.label import Label, Purpose, Tracks
from inspector.gui.chips import Chip
from inspector.gui.models.cookies import Role
from inspector.gui.models.facets import COUNT_ROLE, SHARE_ROLE, FacetModel, facet_counts, facet_lines
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.query import Matched

ROWS = LabelRows.of(labels.told(labels.CART, labels.CART, labels.DART, labels.UNKNOWN))


def model() -> FacetModel:
    made = FacetModel()
    made.show(facet_lines(ROWS))
    made.show_counts(facet_counts(ROWS, Matched(range(4), range(4), range(4))))
    return made


def test_it_keeps_the_contract_of_a_model(qtmodeltester: ModelTester) -> None:
    made = FacetModel()
    qtmodeltester.check(made)
    made.show(facet_lines(ROWS))
    made.show_counts({})
    made.show(())
    qtmodeltester.check(model())
    assert model().rowCount() == 8


def test_there_is_a_line_for_what_there_is_in_a_fixed_order() -> None:
    titles = [line.title for line in facet_lines(ROWS)]
    assert titles == ["Purpose", "Ad / DART", "Cart", "Unknown", "Tracks", "Across sites", "No", "Unknown"]
    assert facet_lines(LabelRows()) == ()


def test_counts_and_shares() -> None:
    made = model()
    told = {
        made.index(row).data(): (made.index(row).data(COUNT_ROLE), made.index(row).data(SHARE_ROLE)) for row in (1, 2)
    }
    assert told == {"Ad / DART": ("1", 0.25), "Cart": ("2", 0.5)}


def test_unknown_purpose_and_unknown_reach_are_counted_apart() -> None:
    rows = LabelRows.of(labels.told(labels.UNKNOWN, Label(purpose=Purpose.CART)))
    every = range(2)
    counts = facet_counts(rows, Matched(every, every, every))
    assert counts[Chip.UNKNOWN] == 1
    assert counts[Tracks.UNKNOWN] == 2


def test_each_kind_of_switch_is_counted_without_itself() -> None:
    counts = facet_counts(ROWS, Matched((0,), (0, 1), (2, 3)))
    assert (counts[Chip.CART], counts[Chip.DART]) == (2, 0)
    assert (counts[Tracks.CROSS_SITE], counts[Tracks.NO]) == (1, 0)


def test_a_line_says_a_sentence_and_a_caption_cannot_be_chosen() -> None:
    made = model()
    assert made.index(2).data(Role.AccessibleTextRole) == "Purpose: Cart, 2 cookies"
    assert made.index(5).data(Role.AccessibleTextRole) == "Tracks: Across sites, 1 cookie"
    assert not made.flags(made.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert made.flags(made.index(1)) & Qt.ItemFlag.ItemIsSelectable
