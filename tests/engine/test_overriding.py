# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A person's word on labels, laid over what the program thinks."""

import pytest
from make import labels, records
from make import project_records as made

from inspector.core.label import Purpose
from inspector.engine.overriding import corrections_of, may_be_overridden, override_labels
from inspector.engine.purposes import Labelled

COOKIES = (
    records.cookie("shop.example", "_shop_id"),
    records.cookie("www.shop.example", "_shop_id"),
    records.cookie("other.example", "_shop_id"),
    records.cookie("shop.example", "cart"),
)
TOLD = Labelled(tuple(labels.CART for _ in COOKIES))


def purposes(told: Labelled) -> list[str]:
    return [label.purpose.value for label in told.labels]


def test_a_word_counts_for_its_name_and_host_and_gives_its_reason() -> None:
    told = override_labels(COOKIES, TOLD, (made.override(),))
    assert purposes(told) == ["analytics", "analytics", "cart", "cart"]
    assert told.labels[0].because[0] == "corrected by a person (J. Doe): our developers say so"
    assert told.labels[2] is TOLD.labels[2]


def test_a_word_on_one_host_comes_before_one_on_any() -> None:
    anywhere = made.override(host=None, purpose=Purpose.ADVERTISING)
    told = override_labels(COOKIES, TOLD, (anywhere, made.override()))
    assert purposes(told) == ["analytics", "analytics", "advertising", "cart"]
    assert [held.host for held in corrections_of((anywhere, made.override()))] == ["shop.example", None]


def test_a_short_name_and_a_pattern_are_found() -> None:
    cookies = (records.cookie("a.test", "x"), records.cookie("a.test", "_y_77"))
    told = Labelled((labels.CART, labels.CART))
    words = (made.override("x", None), made.override("_y_*", None, purpose=Purpose.SOCIAL))
    assert purposes(override_labels(cookies, told, words)) == ["analytics", "social"]


def test_labels_that_are_missing_stay_missing() -> None:
    assert override_labels(COOKIES, Labelled(), (made.override(),)) == Labelled()


@pytest.mark.parametrize(
    ("name", "may"),
    [("_ga", True), ("x", True), ("_ga_<id>", False), ("*", False), ("", False), (" ", False), ('"a"', False)],
)
def test_only_a_name_that_means_itself_can_be_spoken_of(name: str, may: bool) -> None:
    assert may_be_overridden(name) is may
