# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A BiDi session: commands with their answers and errors (w3c.github.io/webdriver-bidi)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from inspector.capture.wire import Message, Wire

EVENTS: Final = (
    "browsingContext.contextCreated",
    "browsingContext.contextDestroyed",
    "browsingContext.downloadWillBegin",
    "browsingContext.navigationStarted",
    "browsingContext.navigationCommitted",
    "browsingContext.navigationFailed",
    "browsingContext.fragmentNavigated",
    "browsingContext.historyUpdated",
    "browsingContext.load",
    "browsingContext.userPromptOpened",
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.responseStarted",
    "network.responseCompleted",
    "network.fetchError",
    "script.message",
)


class RefusedError(Exception):
    """Firefox answered a command with an error: ``kind`` is BiDi's word, the message Firefox's own."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message or kind)
        self.kind = kind


class Session:
    """Sends commands over a wire and returns their results."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    def call(self, method: str, patience_s: float = 10.0, **params: Any) -> dict[str, Any]:
        """Return the result of a command; raise :class:`RefusedError` where Firefox refuses it."""
        return result_of(self.wire.call({"method": method, "params": params}, patience_s))

    def begin(self, method: str, then: Callable[[Message], None], **params: Any) -> None:
        """Send a command whose answer is not waited for."""
        self.wire.send({"method": method, "params": params}, then)


def result_of(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return the result in an answer."""
    result = answer.get("result")
    if answer.get("type") == "error" or not isinstance(result, dict):
        raise RefusedError(str(answer.get("error", "unknown error")), str(answer.get("message", ""))[:500])
    return result
