# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Requests and answers over a WebSocket on loopback, as the DevTools protocol and WebDriver BiDi both have them.

One thread: while :meth:`Wire.call` or :meth:`Wire.pump` waits, everything else that arrives is handed to ``listen``,
which may send in turn. Nothing waits for ever, no message is larger than :data:`LARGEST`.
"""

import json
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Any, Final
from urllib.parse import urlsplit

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI
from websockets.sync.client import connect

from inspector.capture.recorder import BrowserGoneError, Stopped

LARGEST: Final = 128 * 1024 * 1024  # octets of one message; a screenshot takes a few millions
_SLICE_S: Final = 0.05  # between two questions whether to stop, and whether what is waited for came
_GOODBYE_S: Final = 1.0
_LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})

Message = dict[str, Any]
Then = Callable[[Message], None]


class NoAnswerError(Exception):
    """The browser did not answer one request in time; the page it was about may hang, while the browser lives."""


class Wire:
    """A connection to one browser. ``listen`` gets what answers nothing; ``stopped`` is asked meanwhile."""

    def __init__(self, url: str, listen: Then, stopped: Callable[[], bool], open_s: float = 10.0) -> None:
        if urlsplit(url).hostname not in _LOOPBACK:
            raise BrowserGoneError("it listens elsewhere than on this computer")
        self._listen, self._stopped = listen, stopped
        self._waiting: dict[int, Then] = {}
        self._last = 0
        self._open = ExitStack()
        try:  # a proxy of the environment is for the web, not for what runs here
            connecting = connect(
                url,
                open_timeout=open_s,
                close_timeout=_GOODBYE_S,
                max_size=LARGEST,
                compression=None,
                proxy=None,
                ping_interval=None,  # a browser that is busy for long is not gone
            )
            self._socket = self._open.enter_context(connecting)
        except (OSError, InvalidHandshake, InvalidURI, TimeoutError) as error:
            raise BrowserGoneError("it does not take connections") from error

    def send(self, message: Message, then: Then | None = None) -> int:
        """Send a request without waiting; ``then`` gets its answer, a failure too. Return the request's number."""
        self._last += 1
        if then is not None:
            self._waiting[self._last] = then
        try:
            self._socket.send(json.dumps({"id": self._last, **message}))
        except ConnectionClosed as error:
            raise BrowserGoneError("it ended or closed the connection") from error
        return self._last

    def call(self, message: Message, patience_s: float) -> Message:
        """Send a request and return its answer as it came, handing on all that arrives before it."""
        answers: list[Message] = []
        number = self.send(message, answers.append)
        if not self.pump(patience_s, lambda: bool(answers)):
            self._waiting.pop(number, None)
            raise NoAnswerError(str(message.get("method", "")))
        return answers[0]

    def pump(self, seconds: float, enough: Callable[[], bool] = lambda: False) -> bool:
        """Hand on what arrives until ``enough`` says yes or the time is over; return whether it said yes."""
        end = time.monotonic() + seconds
        while not enough():
            left = end - time.monotonic()
            if self._stopped():
                raise Stopped
            if left <= 0:
                return False
            self._take(min(left, _SLICE_S))
        return True

    def _take(self, seconds: float) -> None:
        try:
            text = self._socket.recv(timeout=seconds)
        except TimeoutError:
            return
        except ConnectionClosed as error:
            raise BrowserGoneError("it ended or closed the connection") from error
        try:
            message = json.loads(text)
        except (ValueError, RecursionError):  # deeper than any answer we ask for: a page made it so
            return
        if isinstance(message, dict):
            then = self._waiting.pop(message["id"], None) if isinstance(message.get("id"), int) else None
            (then or self._listen)(message)

    def close(self) -> None:
        """Close the connection; it never raises."""
        with suppress(Exception):
            self._open.close()
