# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is offered at the cursor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.filter.completion import Completion, complete
from inspector.core.filter.query import fields_by_name

FIELDS = fields_by_name()
THERE = {"site": ("shop.test", "news.test"), "company": ("Google LLC",)}


def offered(line: str, cursor: int | None = None) -> Completion:
    return complete(line, len(line) if cursor is None else cursor, FIELDS, lambda field: THERE.get(field, ()))


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("pu", ["purpose:"]),
        ("!pu", ["purpose:"]),
        ("cart pu", ["purpose:"]),
        ("vendor", ["company:"]),
        ("purpose:ca", ["cart"]),
        ("purpose:cart,opt", ["opt_out"]),
        ("site:", ["shop.test", "news.test"]),
        ("site:new", ["news.test"]),
        ("company:goo", ['"Google LLC"']),
        ("lifetime:>", [">1y", ">400d"]),
        ("secure:", ["yes", "no", "unknown"]),
        ("nofield:", []),
        ('"quoted', []),
    ],
)
def test_offers(line: str, texts: list[str]) -> None:
    assert [offer.text for offer in offered(line).offers] == texts


def test_an_empty_place_offers_fields_with_what_they_say() -> None:
    assert offered("").offers[0] == ("purpose:", "what it is for")
    assert offered("cart ").start == 5


def test_an_offer_takes_the_place_of_what_is_typed() -> None:
    line = "purpose:cart,an site:x"
    done = offered(line, 15)
    assert line[: done.start] + done.offers[0].text + line[done.end :] == "purpose:cart,analytics site:x"


@given(st.text(alphabet='abpusite:,"! ', max_size=30), st.integers(0, 30))
def test_any_place_of_any_line_is_answered(line: str, cursor: int) -> None:
    done = offered(line, min(cursor, len(line)))
    assert 0 <= done.start <= done.end <= len(line)
