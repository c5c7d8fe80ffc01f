# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The records of opt-outs: what is never advised to be deleted, and how compartments are told apart."""

import pytest
from make import records

from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.label import Purpose
from inspector.core.optout import Compartment, LinkClass, protected


def test_opt_outs_and_consent_choices_are_protected_and_nothing_else() -> None:
    pairs = [(records.cookie(name=purpose.value), purpose) for purpose in Purpose]
    assert [ref.name for ref in protected(pairs)] == ["consent", "opt_out"]


@pytest.mark.parametrize(
    ("isolation", "site", "label"),
    [
        (Isolation(), None, ""),
        (Isolation(Partition("https://shop.example")), None, "under https://shop.example"),
        (Isolation(container=Container(2, "Work")), None, "container 2"),
        (Isolation(first_party_domain="shop.example"), None, "under shop.example"),
        (Isolation(), "paper.example", "on paper.example"),
    ],
)
def test_a_compartment_is_called_by_what_sets_it_apart(isolation: Isolation, site: str | None, label: str) -> None:
    assert Compartment.of(isolation, site).label == label


def test_only_what_misleads_a_visitor_is_a_fault() -> None:
    assert {each.value for each in LinkClass if each.is_fault} == {
        "wrong_vendor", "not_an_opt_out", "malformed", "unsafe",
    }  # fmt: skip
