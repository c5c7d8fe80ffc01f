# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the hook tells becomes a write; a page that tells lies gets nothing but its own words into the log."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.parts import Basis, Fate
from inspector.capture.script_writes import told_write
from inspector.capture.traces import Traces
from inspector.core.cookie import SameSite

TRACES = Traces(b"k")
NOW_US = 1_790_000_000_000_000
NOW_MS = NOW_US // 1000
STACK = "Error\n    at https://ads.test/tag.js:2:24"


def line_told(**fields: Any) -> dict[str, Any]:
    told = {"api": "document.cookie", "line": "n=v; path=/", "before": 0, "after": 1, "stack": STACK, "at": NOW_MS - 5}
    return told | fields


def store_told(asked: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"api": "cookieStore.set", "asked": asked, "settled": True, "stack": STACK, "at": NOW_MS} | fields


def test_a_line_is_read_as_a_header_is() -> None:
    told = told_write(line_told(url="https://shop.test/a"), TRACES, NOW_US)
    assert told is not None
    assert (told.write.cookie.name, told.write.cookie.path, told.url) == ("n", "/", "https://shop.test/a")
    assert told.write.at_us == NOW_US - 5_000
    assert told.write.script is not None
    assert (told.write.script.url, told.write.script.line) == ("https://ads.test/tag.js", 2)


@pytest.mark.parametrize(
    ("fields", "sure"),
    [
        ({}, True),
        ({"before": 1, "after": 2}, True),
        ({"before": 1, "after": 1}, False),
        ({"before": -1, "after": -1}, False),
        ({"before": "0", "after": 1}, False),
        ({"line": "n=; max-age=0"}, False),
    ],
)
def test_only_a_cookie_that_appeared_is_sure(fields: dict[str, Any], sure: bool) -> None:
    told = told_write(line_told(**fields), TRACES, NOW_US)
    assert told is not None
    assert told.sure is sure


def test_the_cookie_store_has_defaults_of_its_own() -> None:
    told = told_write(store_told({"name": "n", "value": "v"}), TRACES, NOW_US)
    assert told is not None
    cookie = told.write.cookie
    assert (cookie.path, cookie.secure, cookie.same_site, cookie.partitioned) == ("/", True, SameSite.STRICT, False)
    assert (cookie.session, cookie.expires_us, cookie.domain) == (True, None, None)


def test_what_the_cookie_store_was_asked_for() -> None:
    asked = {"name": "n", "value": "v", "domain": "Shop.test", "path": "/x", "sameSite": "none", "partitioned": True}
    told = told_write(store_told(asked | {"expires": NOW_MS + 1000}), TRACES, NOW_US)
    assert told is not None
    cookie = told.write.cookie
    assert (cookie.domain, cookie.path, cookie.same_site, cookie.partitioned) == (
        "shop.test",
        "/x",
        SameSite.NONE,
        True,
    )
    assert (cookie.session, cookie.expires_us) == (False, NOW_US + 1_000_000)


def test_a_deletion_asks_for_no_lifetime() -> None:
    told = told_write(store_told({"name": "n"}, api="cookieStore.delete"), TRACES, NOW_US)
    assert told is not None
    assert (told.write.cookie.max_age_s, told.write.cookie.value) == (0, None)


def test_a_refused_promise_is_the_browsers_word() -> None:
    told = told_write(store_told({"name": "n"}, settled=False, error="TypeError: no"), TRACES, NOW_US)
    assert told is not None
    assert (told.write.fate, told.write.basis, told.write.reasons) == (
        Fate.REFUSED,
        Basis.BROWSER,
        ("TypeError: no",),
    )


@pytest.mark.parametrize("at", [None, "x", True, 0, 10**30, float("nan"), float("inf"), NOW_MS + 10**9])
def test_a_clock_that_is_wrong_is_not_believed(at: object) -> None:
    told = told_write(line_told(at=at), TRACES, NOW_US)
    assert told is not None
    assert told.write.at_us == NOW_US


@pytest.mark.parametrize("payload", [None, 7, "x", "[]", "{}", {}, {"api": 7}, {"api": "fetch"}, "[" * 100_000])
def test_what_is_no_write_is_none(payload: object) -> None:
    assert told_write(payload, TRACES, NOW_US) is None


ANY = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.lists(st.integers(), max_size=2)
)
KEYS = st.sampled_from(["line", "before", "after", "stack", "at", "asked", "settled", "error", "url"])
ASKED = st.dictionaries(
    st.sampled_from(["name", "value", "domain", "path", "sameSite", "expires", "maxAge", "partitioned"]), ANY
)


@given(
    st.sampled_from(["document.cookie", "cookieStore.set", "cookieStore.delete"]),
    st.dictionaries(KEYS, ANY | ASKED),
    st.booleans(),
)
def test_any_record_is_a_write(api: str, fields: dict[str, Any], as_text: bool) -> None:
    record = fields | {"api": api}
    told = told_write(json.dumps(record) if as_text else record, TRACES, NOW_US)
    assert told is not None
    assert told.write.api == api
