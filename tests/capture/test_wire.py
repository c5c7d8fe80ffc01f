# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Requests and answers over a WebSocket: each finds its own, nothing waits for ever, a browser that goes is told."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from websockets.sync.server import ServerConnection, serve

from inspector.capture.recorder import BrowserGoneError, Stopped
from inspector.capture.wire import NoAnswerError, Wire


@contextmanager
def browser(answer: Callable[[ServerConnection, dict[str, Any]], None]) -> Iterator[str]:
    """A made-up browser: ``answer`` is called with each message. Yields its address."""

    def handle(socket: ServerConnection) -> None:
        for text in socket:
            answer(socket, json.loads(text))

    with serve(handle, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}/"
        server.shutdown()
        thread.join()


def echo(socket: ServerConnection, message: dict[str, Any]) -> None:
    socket.send(json.dumps({"id": message["id"], "result": message["method"]}))


def wired(url: str, listen: Callable[[dict[str, Any]], None] = lambda message: None, stopped: bool = False) -> Wire:
    return Wire(url, listen, lambda: stopped)


def test_an_answer_finds_its_request() -> None:
    with browser(echo) as url:
        wire = wired(url)
        assert wire.call({"method": "a"}, 5)["result"] == "a"
        assert wire.call({"method": "b"}, 5)["result"] == "b"
        wire.close()


def test_answers_out_of_order_find_theirs_and_events_are_handed_on() -> None:
    held: list[dict[str, Any]] = []

    def late(socket: ServerConnection, message: dict[str, Any]) -> None:
        held.append(message)
        if len(held) == 2:
            socket.send(json.dumps({"method": "event", "params": {}}))
            for one in reversed(held):
                echo(socket, one)

    events: list[dict[str, Any]] = []
    answers: list[dict[str, Any]] = []
    with browser(late) as url:
        wire = wired(url, events.append)
        wire.send({"method": "first"}, answers.append)
        assert wire.call({"method": "second"}, 5)["result"] == "second"
        wire.pump(1, lambda: bool(answers))
        wire.close()
    assert [answer["result"] for answer in answers] == ["first"]
    assert events == [{"method": "event", "params": {}}]


def test_what_listens_may_send_in_turn() -> None:
    def announce(socket: ServerConnection, message: dict[str, Any]) -> None:
        if message["method"] == "start":
            socket.send(json.dumps({"method": "born"}))
        echo(socket, message)

    told: list[str] = []
    with browser(announce) as url:
        wire: Wire
        wire = Wire(
            url,
            lambda message: wire.send({"method": "welcome"}, lambda answer: told.append(answer["result"])) and None,
            lambda: False,
        )
        wire.call({"method": "start"}, 5)
        assert wire.pump(5, lambda: told == ["welcome"])
        wire.close()


def test_no_answer_costs_the_time_that_was_given_and_a_late_one_is_nobodys() -> None:
    def slow(socket: ServerConnection, message: dict[str, Any]) -> None:
        time.sleep(0.5 if message["method"] == "slow" else 0)
        echo(socket, message)

    events: list[dict[str, Any]] = []
    with browser(slow) as url:
        wire = wired(url, events.append)
        with pytest.raises(NoAnswerError, match="slow"):
            wire.call({"method": "slow"}, 0.1)
        assert wire.call({"method": "next"}, 5)["result"] == "next"
        wire.close()
    assert [event["id"] for event in events] == [1]


def test_a_browser_that_goes_is_told() -> None:
    with browser(lambda socket, message: socket.close()) as url:
        wire = wired(url)
        with pytest.raises(BrowserGoneError, match="closed the connection"):
            wire.call({"method": "a"}, 5)
        with pytest.raises(BrowserGoneError):
            wire.send({"method": "b"})
        wire.close()
        wire.close()


def test_waiting_can_be_stopped() -> None:
    with browser(echo) as url:
        wire = wired(url, stopped=True)
        with pytest.raises(Stopped):
            wire.pump(60)
        wire.close()


@pytest.mark.parametrize("text", ["[]", "7", "null", "not json", "[" * 100_000, '{"id": "x"}', '{"id": 99}'])
def test_strange_messages_are_passed_over(text: str) -> None:
    def strange(socket: ServerConnection, message: dict[str, Any]) -> None:
        socket.send(text)
        echo(socket, message)

    with browser(strange) as url:
        wire = wired(url)
        assert wire.call({"method": "a"}, 5)["result"] == "a"
        wire.close()


def test_only_this_computer_is_talked_to() -> None:
    with pytest.raises(BrowserGoneError, match="elsewhere than on this computer"):
        wired("ws://192.0.2.1:9222/devtools")


def test_nobody_there_is_told() -> None:
    with browser(echo) as url:
        pass
    with pytest.raises(BrowserGoneError, match="does not take connections"):
        wired(url)


def test_a_proxy_of_the_environment_is_not_for_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://192.0.2.1:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    with browser(echo) as url:
        wire = wired(url)
        assert wire.call({"method": "a"}, 5)["result"] == "a"
        wire.close()
