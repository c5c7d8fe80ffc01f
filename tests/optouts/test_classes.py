# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What links are: the table of real and hostile ones in links.toml, and what must hold of any text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.optout import LinkClass
from inspector.knowledge.loader import load
from inspector.optouts.addresses import Address, check_address
from inspector.optouts.classes import classify_link, classify_words

KNOWLEDGE = load()
LINKS = tomllib.loads((Path(__file__).parent / "links.toml").read_text(encoding="utf-8"))["link"]
OPENS = (LinkClass.LIVE, LinkClass.MOVED, LinkClass.RETIRED, LinkClass.UNKNOWN, LinkClass.NOT_AN_OPT_OUT)


@pytest.mark.parametrize("link", LINKS, ids=[ascii(link["url"])[:70] for link in LINKS])
def test_each_link_is_what_it_is(link: dict[str, Any]) -> None:
    found = classify_link(link["url"], KNOWLEDGE, link.get("target", ""), link.get("named"))
    assert found.link_class.value == link["class"], found.why
    assert found.why
    if "live" in link:
        assert found.live_url == link["live"]
    if found.link_class not in OPENS:
        assert not found.one_click


def test_the_table_has_enough_of_every_class() -> None:
    assert len(LINKS) >= 80
    assert {link["class"] for link in LINKS} == {each.value for each in LinkClass}


def test_one_click_is_for_our_own_rows_on_their_exact_host_only() -> None:
    clicked = [link["url"] for link in LINKS if classify_link(link["url"], KNOWLEDGE).one_click]
    assert clicked
    for url in clicked:
        address = check_address(url)
        assert isinstance(address, Address)
        way = KNOWLEDGE.way_at(url) or KNOWLEDGE.opt_out((KNOWLEDGE.legacy_link(url) or _none()).opt_out)
        assert way is not None
        mine = check_address(way.url)
        assert isinstance(mine, Address)
        assert mine.host == address.host


def _none() -> Any:
    raise AssertionError("an address that no table knows was to be opened with one click")


@pytest.mark.parametrize(
    ("target", "expected", "live"),
    [
        ("nai", LinkClass.RETIRED, "https://thenai.org/the-nai-releases-new-gpc-browser-extension/"),
        ("google-ads", LinkClass.LIVE, "https://adssettings.google.com/partnerads"),
        ("google-analytics", LinkClass.LIVE, "https://tools.google.com/dlpage/gaoptout"),
        ("daa", LinkClass.LIVE, "https://optout.aboutads.info/"),
        ("site", LinkClass.SITE_ONLY, None),
        ("somebody-unheard-of", LinkClass.UNKNOWN, None),
    ],
)
def test_what_is_named_without_an_address(target: str, expected: LinkClass, live: str | None) -> None:
    found = classify_link(None, KNOWLEDGE, target)
    assert (found.link_class, found.live_url) == (expected, live)


@pytest.mark.parametrize(
    ("words", "target", "expected"),
    [
        ("You can install Keep My Opt-Outs from the Digital Advertising Alliance.", "daa", LinkClass.RETIRED),
        ("The NAI Consumer Opt Out Protector keeps your choices.", "nai", LinkClass.RETIRED),
        ("Opt out at the Digital Advertising Alliance.", "daa", LinkClass.LIVE),
        ("Keep my optouts in mind.", "daa", LinkClass.LIVE),
    ],
)
def test_words_of_a_closed_tool_mean_that_tool(words: str, target: str, expected: LinkClass) -> None:
    assert classify_words(words, KNOWLEDGE, target).link_class is expected


def test_no_link_is_called_verified() -> None:
    for link in LINKS:
        assert "verified" not in classify_link(link["url"], KNOWLEDGE).why


def test_every_live_way_of_the_tables_is_a_safe_address_and_known_by_it() -> None:
    for way in KNOWLEDGE.ways_out:
        assert isinstance(check_address(way.url), Address), way.url
        found = classify_link(way.url, KNOWLEDGE)
        assert found.link_class not in (LinkClass.UNKNOWN, LinkClass.UNSAFE, LinkClass.MALFORMED), (way.url, found)


ODD = st.text(alphabet=st.sampled_from("htps:/\\@.#?%-ax1\u200b\u0430 \n[]é"), max_size=40)


@given(st.one_of(st.text(max_size=3000), ODD, ODD.map("https://".__add__), ODD.map("javascript:".__add__)))
def test_any_text_gets_a_class_and_a_reason(text: str) -> None:
    found = classify_link(text, KNOWLEDGE, "google-ads")
    assert found.why
    assert found.address is None or found.address.url.startswith("https://")
