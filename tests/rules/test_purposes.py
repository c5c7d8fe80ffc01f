# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a stated purpose declares, written out so that a lawyer can check it line by line."""

import pytest

from inspector.core.label import Purpose
from inspector.core.policy import StatedPurpose
from inspector.rules.purposes import DECLARES, EXEMPT

TABLE = {
    "cart": "cart",
    "authentication": "authentication session",
    "security": "security load_balancing",
    "preferences": "preferences functional",
    "analytics": "analytics",
    "advertising": "advertising",
    "social": "social",
    "necessary": "cart session authentication security load_balancing consent",
}


@pytest.mark.parametrize(("stated", "leaves"), TABLE.items())
def test_a_stated_purpose_declares_these_leaves_and_no_other(stated: str, leaves: str) -> None:
    assert {purpose.value for purpose in DECLARES[StatedPurpose(stated)]} == set(leaves.split())


def test_every_purpose_that_a_policy_can_state_is_in_the_table() -> None:
    assert {stated.value for stated in DECLARES} == set(TABLE)


def test_what_remembers_a_choice_or_only_routes_need_not_be_declared() -> None:
    assert {Purpose.CONSENT, Purpose.OPT_OUT, Purpose.LOAD_BALANCING} == EXEMPT
