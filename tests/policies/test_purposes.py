# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.policy import StatedPurpose as P
from inspector.policies.patterns import ANCHOR, plain, stems
from inspector.policies.purpose_words.audience import AUDIENCE
from inspector.policies.purpose_words.service import NECESSARY, SERVICE
from inspector.policies.purposes import plain_purposes, purpose_of, purposes_in

CELLS = {
    "Marketing cookies": P.ADVERTISING,
    "Targeting": P.ADVERTISING,
    "Statistik": P.ANALYTICS,
    "Analytical cookies": P.ANALYTICS,
    "Used to distinguish users": P.ANALYTICS,
    "Remembers your language": P.PREFERENCES,
    "Stores whether you accepted cookies": P.PREFERENCES,
    "Protects against cross-site request forgery": P.SECURITY,
    "Tells humans from bots": P.SECURITY,
    "Keeps you logged in": P.AUTHENTICATION,
    "What is in your shopping cart": P.CART,
    "Warenkorb": P.CART,
    "Lets you share pages on social networks": P.SOCIAL,
    "Werbung": P.ADVERTISING,
    "Publicité": P.ADVERTISING,
    "Strictly necessary cookies": P.NECESSARY,
    "Technisch notwendig": P.NECESSARY,
}


@pytest.mark.parametrize(("text", "expected"), CELLS.items(), ids=list(CELLS))
def test_the_purpose_of_a_cell(text: str, expected: P) -> None:
    assert purpose_of(text) is expected


@pytest.mark.parametrize("text", ["", "_ga", "Example Ltd", "2 years", "Name"])
def test_no_purpose_is_made_up(text: str) -> None:
    assert purpose_of(text) is None


def test_a_sentence_may_state_several() -> None:
    text = plain("to remember your basket, count visits and show ads")
    assert {hit.purpose for hit in purposes_in(text, stems(text))} == {P.CART, P.ANALYTICS, P.ADVERTISING}


def test_a_description_says_no_more_than_its_words() -> None:
    assert plain_purposes("For payment and fraud detection") == (P.SECURITY,)
    assert P.ADVERTISING not in plain_purposes("Counts visits; it is not used for advertising")


@pytest.mark.parametrize("row", [*SERVICE, *AUDIENCE, *NECESSARY])
def test_every_pattern_compiles_and_its_anchors_are_short_enough(row: object) -> None:
    source, anchors = row.source, row.anchors  # type: ignore[attr-defined]
    assert re.compile(source)
    assert anchors.split()
    assert all(len(anchor) <= ANCHOR or anchor == anchor.lower() for anchor in anchors.split())


@given(st.text())
def test_any_text_has_a_purpose_or_none(text: str) -> None:
    found = purpose_of(text)
    assert found is None or isinstance(found, P)
