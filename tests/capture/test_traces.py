# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""No value goes into a log: only its length, its shape, and a mark that means nothing outside its run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.codec import encode
from inspector.capture.events import HeaderWrite
from inspector.capture.parts import ValueFacts
from inspector.capture.traces import Traces, bare_url
from inspector.core.cookie import SameSite

TRACES = Traces(b"key of this run")
SECRET = "f3a91c77d0b64e21"


def test_a_value_becomes_facts() -> None:
    facts = Traces(b"k", kind_of=lambda text: "word").of_value("grün")
    assert (facts.length, facts.kind, facts.value) == (5, "word", None)
    assert len(facts.same) == 16


def test_equal_values_share_a_mark_within_a_run_and_not_beyond() -> None:
    assert TRACES.of_value(SECRET).same == TRACES.of_value(SECRET).same
    assert TRACES.of_value(SECRET).same != TRACES.of_value(SECRET + "x").same
    assert TRACES.of_value(SECRET).same != Traces(b"another key").of_value(SECRET).same


def test_values_are_kept_only_where_that_was_asked_for() -> None:
    assert TRACES.of_value(SECRET).value is None
    assert Traces(b"k", keep_values=True).of_value(SECRET).value == SECRET


def test_a_header_is_told_field_by_field() -> None:
    line = f"sid={SECRET}; Domain=.Shop.test; Path=/a; Max-Age=60; Secure; HttpOnly; SameSite=None; Partitioned"
    asked = TRACES.of_header(line)
    assert asked._replace(value=None) == (
        ("sid", "shop.test", "/a", None, 60, False, True, True, SameSite.NONE, True, None, "")
    )


@pytest.mark.parametrize(
    ("line", "name", "why"),
    [
        ("big=" + "x" * 5000, "big", "longer than 4096 octets"),
        ("ctl=a\x01b", "ctl", "control character"),
        ("=", "", "neither a name nor a value"),
    ],
)
def test_a_header_that_every_browser_passes_over_is_still_told(line: str, name: str, why: str) -> None:
    asked = TRACES.of_header(line)
    assert asked.name == name
    assert why in asked.invalid


@given(st.text(min_size=6, max_size=40).filter(lambda text: text.strip(" \t;=") == text and len(set(text)) > 4))
def test_no_value_is_in_what_is_written(value: str) -> None:
    line = encode(HeaderWrite(1, "https://a.test/", TRACES.of_header(f"n={value}; Path=/")))
    assert value.partition(";")[0] not in line or len(value.partition(";")[0]) < 6


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://a.test/", "https://a.test/"),
        ("https://a.test", "https://a.test"),
        ("https://a.test:8443/p/q.js", "https://a.test:8443/p/q.js"),
        ("https://me:pw@a.test/?uid=12&cb=3#frag", "https://a.test/?uid=…&cb=…"),
        ("https://a.test/?f3a91c77d0b64e21", "https://a.test/?…"),
        ("https://a.test/?flag&x=", "https://a.test/?flag&x=…"),
        ("http://[::1]:80/a?b=c", "http://[::1]:80/a?b=…"),
        ("data:text/html;base64,c2VjcmV0", "data:text/html,…"),
        ("data:,secret", "data:,…"),
        ("blob:https://a.test/9115d58c-bcda-ff47-86e5", "blob:https://a.test/…"),
        ("about:blank", "about:blank"),
        ("about:srcdoc", "about:srcdoc"),
        ("chrome-error://chromewebdata/", "chrome-error://chromewebdata/"),
        ("http://[bad", "…"),
        ("", ""),
    ],
)
def test_an_address_keeps_its_names_only(url: str, bare: str) -> None:
    assert bare_url(url) == bare


@given(st.text(max_size=300))
def test_any_address_is_bounded_and_read_without_a_crash(url: str) -> None:
    assert len(bare_url(url)) <= 2_000


@given(st.text(alphabet="abcdef0123456789", min_size=20, max_size=30))
def test_no_value_of_a_query_is_left(value: str) -> None:
    for url in (f"https://a.test/?u={value}", f"https://a.test/?{value}", f"https://{value}@a.test/#{value}"):
        assert value not in bare_url(url)


def test_a_whole_address_is_kept_only_where_values_are() -> None:
    assert TRACES.of_url("https://a.test/?u=1") == "https://a.test/?u=…"
    assert Traces(b"k", keep_values=True).of_url("https://a.test/?u=1") == "https://a.test/?u=1"


def test_facts_of_a_value_are_comparable() -> None:
    assert TRACES.of_value("a") == ValueFacts(1, TRACES.of_value("a").same)
