# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels beside rows: kinds and companies."""

from make import labels

from inspector.core.label import Label, Purpose
from inspector.gui.models.labels import LabelRows, company


def test_one_kind_stands_for_labels_that_differ_in_their_reasons_only() -> None:
    one, other = (Label(purpose=Purpose.CART, confidence=0.95, because=(why,)) for why in ("this", "that"))
    rows = LabelRows.of(labels.told(one, other, labels.DART, one))
    assert (len(rows.kinds), list(rows.kind_of), rows.totals) == (2, [0, 0, 1, 0], (3, 1))
    assert rows.labels[1] is other


def test_the_company_above_a_vendor_is_told() -> None:
    answer = labels.told(labels.DART)
    assert company(labels.DART, answer) == "Google LLC"
    assert company(labels.CART, answer) is None
    assert company(Label(vendor="else", vendor_name="Else"), answer) == "Else"
