# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A rule that could not find anything says why, and only then."""

from collections.abc import Mapping
from typing import Any

import pytest
from make.verdicts import judge

CART = "We use cookies only to remember the items in your shopping cart. That is all we use cookies for."
COOKIE = {"name": "cart", "host": "shop.example"}


def reasons(**case: Any) -> Mapping[str, str]:
    report = judge({"policy": CART, "cookies": [COOKIE], **case})
    return {rule.page.code: rule.unasked for rule in report.rules}


def test_what_a_store_can_never_show_is_said() -> None:
    told = reasons()
    assert told["CI401"] == "no visit was recorded"
    assert told["CI402"] == "no refusal is recorded"
    assert told["CI602"] == told["CI603"] == "no Set-Cookie header was recorded"
    assert told["CI604"] == "no visit was recorded with a browser"
    assert [code for code, why in told.items() if why] == ["CI401", "CI402", "CI602", "CI603", "CI604"]


def test_a_silent_policy_declares_nothing_that_could_be_missing() -> None:
    told = reasons(policy="We ship within three days.")
    assert told["CI101"]
    assert told["CI102"]
    assert told["CI501"]


def test_a_rule_that_is_off_was_not_asked() -> None:
    assert reasons(levels={"CI101": None})["CI101"] == "it is turned off"


def test_where_no_cookie_is_nothing_was_looked_at() -> None:
    assert reasons(cookies=[])["CI103"] == "no cookie of the site is there, and nothing proves a visit"


@pytest.mark.parametrize("code", ["CI104", "CI201", "CI207", "CI301", "CI601", "CI701"])
def test_the_others_can_always_be_asked(code: str) -> None:
    assert reasons()[code] == ""
