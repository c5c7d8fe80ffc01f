# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The columns of labels: text, sentence, order, chip; and while there is no label."""

import pytest
from make import labels, records

from inspector.core.label import Label, Purpose
from inspector.gui.chips import Chip
from inspector.gui.column import ChipCell, Column
from inspector.gui.columns import COLUMNS
from inspector.gui.models.rows import CookieRow

BY_KEY = {column.key: column for column in COLUMNS if column.of_label}
COOKIE = records.cookie()


def row(label: Label | None) -> CookieRow:
    return CookieRow(COOKIE, label)


@pytest.mark.parametrize(
    ("key", "label", "text", "sentence"),
    [
        ("purpose", labels.DART, "Ad / DART", "Ad / DART: serves, chooses, limits or measures ads; sure"),
        ("purpose", labels.CART, "Cart", "Cart: keeps a shopping cart, an order or a checkout; guess"),
        ("purpose", labels.UNKNOWN, "Unknown", "Unknown: nothing is known that would tell"),
        ("sure", labels.DART, "Sure", "How sure: Sure, 99 %"),
        ("sure", labels.ANALYTICS, "Likely", "How sure: Likely, 75 %"),
        ("sure", labels.CART, "Guess", "How sure: Guess, 40 %"),
        ("sure", labels.UNKNOWN, "", "How sure: Not known"),
        (
            "tracks",
            labels.DART,
            "Tracking across sites",
            "Tracks: Tracking across sites; can recognise the browser on more than one site",
        ),
        (
            "tracks",
            labels.LOG_IN,
            "On one site",
            "Tracks: On one site; can recognise the browser, on one site only",
        ),
        ("tracks", labels.CART, "No", "Tracks: No; does not recognise the browser"),
        (
            "tracks",
            labels.UNKNOWN,
            "Unknown",
            "Tracks: Unknown; whether it can recognise the browser is not known",
        ),
        ("vendor", labels.DART, "Google advertising (DoubleClick)", "Vendor: Google advertising (DoubleClick)"),
        ("vendor", labels.CART, "", "Vendor: none"),
    ],
)
def test_text_and_sentence(key: str, label: Label, text: str, sentence: str) -> None:
    assert BY_KEY[key].text(row(label)) == text
    assert BY_KEY[key].sentence(row(label)) == sentence


@pytest.mark.parametrize("column", BY_KEY.values(), ids=BY_KEY)
def test_without_a_label_nothing_is_claimed(column: Column) -> None:
    assert column.text(row(None)) == "…"
    assert column.sort_key(row(None)) is None
    assert column.chip is None or column.chip(row(None)) is None
    assert len(column.sentence(row(None))) > len("Vendor: ")


def test_chips_stand_where_there_is_a_headline() -> None:
    assert BY_KEY["purpose"].chip is not None
    assert BY_KEY["tracks"].chip is not None
    assert BY_KEY["purpose"].chip(row(labels.DART)) == ChipCell(Chip.DART)
    assert BY_KEY["tracks"].chip(row(labels.DART)) == ChipCell(Chip.TRACKING, "across sites")
    assert BY_KEY["tracks"].chip(row(labels.ANALYTICS)) == ChipCell(Chip.TRACKING_HERE, "on one site")
    assert BY_KEY["tracks"].chip(row(labels.LOG_IN)) is None


@pytest.mark.parametrize(
    ("key", "ordered"),
    [
        ("purpose", (labels.DART, labels.ANALYTICS, labels.CART, labels.LOG_IN, labels.OPT_OUT)),
        ("sure", (labels.CART, labels.ANALYTICS, labels.LOG_IN, labels.DART, labels.OPT_OUT)),
        ("tracks", (labels.DART, labels.ANALYTICS, labels.LOG_IN, labels.CART)),
        ("vendor", (labels.DART, labels.ANALYTICS)),
    ],
)
def test_they_sort_by_what_matters_and_unknown_comes_last(key: str, ordered: tuple[Label, ...]) -> None:
    keys = [BY_KEY[key].sort_key(row(label)) for label in ordered]
    assert None not in keys
    assert keys == sorted(keys)  # type: ignore[type-var]
    assert BY_KEY[key].sort_key(row(labels.UNKNOWN)) is None


def test_tooltips_give_the_deciding_reason_visibly() -> None:
    hostile = Label(purpose=Purpose.CART, confidence=1, because=("\x1b[31m says so",), vendor_name="V\u202eil")
    assert BY_KEY["purpose"].tooltip(row(hostile)).endswith("; sure\n␛[31m says so")
    assert BY_KEY["vendor"].text(row(hostile)) == "V\\u{202e}il"
