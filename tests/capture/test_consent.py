# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Answers of consent interfaces, declarations by their address, links to policies: the page's word, checked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.consent import answers, policy_links, source_of
from inspector.capture.parts import Choice
from inspector.capture.platforms import PLATFORMS

ID = "0b2f6a4e-1111-2222-3333-444455556666"


def test_only_known_interfaces_with_json_are_kept() -> None:
    told = {"__tcfapi": '{"a":1}', "__gpp": "null", "__uspapi": "{", "evil": "1", "Cookiebot.consent": 7}
    assert answers(told) == {"__tcfapi": '{"a":1}'}


@pytest.mark.parametrize("told", [None, [], "x", 7, {"__gpp": "[" * 60_000}, {"__gpp": '"' + "x" * 70_000 + '"'}])
def test_strange_answers_are_none(told: object) -> None:
    assert answers(told) == {}


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        (f"https://cdn.cookielaw.org/consent/{ID}/{ID}/en.json", "OneTrust"),
        (f"https://shop.test/consent/{ID}-test/{ID}/de-at.json", "OneTrust"),
        (f"https://consent.cookiebot.com/{ID}/cc.js?renew=false&referer=shop.test", "Cookiebot"),
        (f"https://consent.cookiebot.eu/{ID}/cd.js", "Cookiebot"),
        ("https://api.usercentrics.eu/settings/abc/latest/en.json", "Usercentrics"),
        ("https://shop.test/en.json", None),
        ("https://shop.test/?u=https://cdn.cookielaw.org/consent/x/y/en.json", None),
        (f"https://evil.test/?/consent/{ID}/{ID}/en.json", None),
        ("", None),
    ],
)
def test_declarations_are_told_by_their_address(url: str, platform: str | None) -> None:
    source = source_of(url)
    assert (None if source is None else source.platform) == platform


def test_links_to_policies_are_found_by_words_then_by_address() -> None:
    told = [
        ["https://a.test/shoes", "Shoes"],
        ["https://a.test/legal/privacy", "Small print"],
        ["https://a.test/x", "Datenschutz"],
        ["https://a.test/x", "Privacy"],
        ["https://cookie.test/", "Biscuits"],
        "x",
        [1, 2],
        ["https://a.test/y"],
    ]
    assert policy_links(told) == (("https://a.test/x", "Datenschutz"), ("https://a.test/legal/privacy", "Small print"))


@given(st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner, max_size=4)))
def test_any_answer_gives_links(told: object) -> None:
    assert all(isinstance(url, str) for url, _ in policy_links(told))


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.banner)
def test_each_platform_has_a_banner_a_source_and_two_different_buttons(platform: object) -> None:
    assert platform.banner and platform.source  # type: ignore[attr-defined]  # noqa: PT018
    accept, reject = (platform.button(choice) for choice in (Choice.ACCEPTED, Choice.REFUSED))  # type: ignore[attr-defined]
    assert accept != reject
