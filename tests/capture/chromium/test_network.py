# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Raw headers come in an order of their own: whatever it is, each cookie is told of the hop that set it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.recorders import Recorded, surroundings

from inspector.capture.chromium.network import Network
from inspector.capture.chromium.pages import Pages
from inspector.capture.chromium.writes import Writes
from inspector.capture.events import HeaderWrite, Request, Response
from inspector.capture.parts import Basis, Fate

Message = tuple[str, dict[str, Any]]


def sent(hop: int, before_raw: bool | None = None) -> Message:
    told: dict[str, Any] = {
        "requestId": "A",
        "loaderId": "A",
        "frameId": "T",
        "type": "Document",
        "documentURL": f"https://h{hop}.test/",
        "request": {"url": f"https://h{hop}.test/", "method": "GET"},
        "wallTime": 1_790_000_000 + hop,
        "initiator": {"type": "other"},
    }
    if before_raw is not None:
        told |= {"redirectResponse": {"status": 302}, "redirectHasExtraInfo": before_raw}
    return "requestWillBeSent", told


def raw_sent(hop: int) -> Message:
    cookie = {"cookie": {"name": f"sent{hop}"}, "blockedReasons": []}
    return "requestWillBeSentExtraInfo", {"requestId": "A", "associatedCookies": [cookie], "headers": {}}


def raw_answer(hop: int, **more: Any) -> Message:
    headers = {"Set-Cookie": f"c{hop}=1"}
    return "responseReceivedExtraInfo", {"requestId": "A", "headers": headers, "blockedCookies": [], **more}


RECEIVED: Message = (
    "responseReceived",
    {
        "requestId": "A",
        "loaderId": "A",
        "frameId": "T",
        "type": "Document",
        "hasExtraInfo": True,
        "response": {"status": 200, "headers": {}},
    },
)
FINISHED: Message = ("loadingFinished", {"requestId": "A"})


def told(*messages: Message) -> Recorded:
    events = Recorded()
    around = surroundings(events)
    pages = Pages()
    pages.add_tab("T", "S", None)
    writes = Writes(lambda then: None, around.sink, around.traces)
    network = Network(around, pages, writes)
    for kind, params in messages:
        network.handlers[f"Network.{kind}"](params, "S")
    network.flush()
    writes.give_up()
    return events


@st.composite
def interleaved(draw: st.DrawFn) -> list[Message]:
    """Three channels of messages, each in its order: a redirect over HSTS (no raw headers) and one over the network."""
    channels = [
        [sent(0), sent(1, before_raw=False), sent(2, before_raw=True), RECEIVED, FINISHED],
        [raw_sent(1), raw_sent(2)],
        [raw_answer(1), raw_answer(2)],
    ]
    order = draw(st.permutations([0] * 5 + [1] * 2 + [2] * 2))
    return [channels[channel].pop(0) for channel in order]


@given(interleaved())
def test_each_cookie_is_of_its_hop_whatever_the_order(messages: list[Message]) -> None:
    events = told(*messages)
    requests = events.of(Request)
    assert [request.url for request in requests] == [f"https://h{hop}.test/" for hop in range(3)]
    assert {write.cookie.name: write.url for write in events.of(HeaderWrite)} == {
        "c1": "https://h1.test/",
        "c2": "https://h2.test/",
    }
    assert [write.request for write in events.of(HeaderWrite)] == [requests[1].request, requests[2].request]
    assert [response.status for response in events.of(Response)] == [302, 302, 200]


def test_what_was_sent_is_of_its_hop_in_the_usual_order() -> None:
    events = told(
        sent(0), sent(1, before_raw=False), raw_sent(1), raw_answer(1), sent(2, before_raw=True), raw_sent(2), RECEIVED
    )
    assert [request.cookie_names_sent for request in events.of(Request)] == [None, ("sent1",), ("sent2",)]


def test_a_request_is_told_before_its_cookies_and_its_answer() -> None:
    events = told(sent(0), raw_answer(0), RECEIVED, raw_sent(0))
    assert [type(event) for event in events] == [Request, Response, HeaderWrite]


@pytest.mark.parametrize("again", [1, 2])
def test_equal_headers_are_refused_one_by_one(again: int) -> None:
    line = "a=1; SameSite=Lax"
    blocked = [{"cookieLine": line, "blockedReasons": ["SameSiteLax"]}] * again
    headers = {"set-cookie": "\n".join([line, line])}
    events = told(sent(0), raw_sent(0), raw_answer(0, headers=headers, blockedCookies=blocked), RECEIVED)
    fates = [write.fate for write in events.of(HeaderWrite)]
    assert fates.count(Fate.REFUSED) == again
    assert len(fates) == 2


def test_what_is_refused_but_not_among_the_headers_is_told() -> None:
    blocked = [{"cookieLine": "x=1", "blockedReasons": ["SyntaxError"]}]
    [write] = told(sent(0), raw_answer(0, headers={}, blockedCookies=blocked), RECEIVED).of(HeaderWrite)
    assert (write.cookie.name, write.fate, write.basis, write.reasons) == (
        "x",
        Fate.REFUSED,
        Basis.BROWSER,
        ("SyntaxError",),
    )


def test_a_failure_is_an_answer_with_its_reason() -> None:
    failed: Message = ("loadingFailed", {"requestId": "A", "errorText": "net::ERR_FAILED"})
    events = told(sent(0), failed, failed)
    assert [response.failure for response in events.of(Response)] == ["net::ERR_FAILED"]


def test_a_request_that_two_sessions_tell_is_one() -> None:
    assert len(told(sent(0), sent(0), RECEIVED, RECEIVED).of(Request)) == 1


def test_a_request_without_an_answer_is_told_at_the_end() -> None:
    events = told(sent(0))
    assert [type(event) for event in events] == [Request]
