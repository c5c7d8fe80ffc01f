# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An event written and read back is the same event; anything else is refused by words, never by a crash."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.events import header_write, run_started

from inspector.capture.codec import NotAnEventError, UnknownKindError, decode, encode
from inspector.capture.events import EVENTS, Event, Request
from inspector.capture.parts import Caller

MADE = st.one_of([st.from_type(made) for made in EVENTS.values()])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(MADE)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    line = encode(event)
    assert line.isascii()
    assert "\n" not in line
    assert decode(line) == (event, frozenset())


def test_a_field_that_holds_its_default_is_not_written() -> None:
    assert json.loads(encode(Request(5, "r1", "https://a.test/"))) == {
        "event": "request",
        "at_us": 5,
        "request": "r1",
        "url": "https://a.test/",
    }


def test_what_a_newer_version_adds_is_named_and_the_rest_is_read() -> None:
    held = json.loads(encode(header_write()))
    held["weather"] = "fine"
    held["cookie"]["colour"] = 7
    assert decode(json.dumps(held)) == (header_write(), {"set-cookie.weather", "set-cookie.cookie.colour"})


def test_a_kind_of_a_newer_version_is_told_apart_from_damage() -> None:
    with pytest.raises(UnknownKindError) as raised:
        decode('{"event": "teleport", "at_us": 1}')
    assert raised.value.kind == "teleport"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"at_us": None}, "set-cookie.at_us is no number"),
        ({"at_us": True}, "set-cookie.at_us is no number"),
        ({"at_us": 1.5}, "set-cookie.at_us is no number"),
        ({"fate": "eaten"}, "set-cookie.fate holds a word that this version does not know"),
        ({"fate": []}, "set-cookie.fate holds a word that this version does not know"),
        ({"reasons": "x"}, "set-cookie.reasons is no list"),
        ({"reasons": [1]}, "set-cookie.reasons is no text"),
        ({"cookie": {"domain": "a"}}, "set-cookie.cookie.name is missing"),
        ({"cookie": []}, "set-cookie.cookie is no object"),
    ],
)
def test_a_wrong_field_is_named_and_not_quoted(change: dict[str, Any], why: str) -> None:
    held = json.loads(encode(header_write())) | change
    with pytest.raises(NotAnEventError) as raised:
        decode(json.dumps(held))
    assert str(raised.value) == why


@pytest.mark.parametrize("line", ["", "{", "[]", "7", '{"event": 7}', "{}", b"\xff\xfe", "[" * 100_000])
def test_what_is_no_event_is_refused(line: str | bytes) -> None:
    with pytest.raises(NotAnEventError):
        decode(line)


@given(st.sampled_from(sorted(EVENTS)), st.dictionaries(st.sampled_from(["at_us", "url", "cookie", "keys"]), JSON))
def test_made_up_events_never_crash(kind: str, fields: dict[str, Any]) -> None:
    try:
        event, _ = decode(json.dumps({"event": kind, **fields}))
    except NotAnEventError:
        return
    assert type(event) is EVENTS[kind]


def test_records_within_records_keep_their_place() -> None:
    event = Request(
        5, "r1", "https://a.test/", initiator=(Caller("script", "https://b.test/t.js", 3, 9), Caller("parser"))
    )
    assert decode(encode(event)).event == event


def test_numbers_and_yes_or_no_stay_what_they_are() -> None:
    assert type(decode(encode(run_started(gpc=True))).event) is type(run_started())
    assert json.loads(encode(run_started(gpc=True)))["gpc"] is True
