# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One request with its redirects, and which of the raw headers belong to which hop.

The protocol tells raw headers ("extra info") in messages of their own, with the request's number and in an order of
their own. Those of one request come hop by hop; a hop that never reached the network (a cache, HSTS) has none, which is
known when its response is told. So raw headers wait until it is known whose they are.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from inspector.capture.events import Request, Response


@dataclass(slots=True)
class Hop:
    """One request on the wire. ``has_raw`` is whether raw headers come for it, ``None`` while that is not known."""

    request: Request
    url: str
    has_raw: bool | None = None
    sent: dict[str, Any] | None = None
    response: Response | None = None  # that waits for the request to be told
    settled: bool = False  # its answer or its failure is known
    answered: bool = False  # its raw answer was handed on
    told: bool = False
    late: bool = False  # it was waited for long enough

    @property
    def ready(self) -> bool:
        """Whether it can be told: what it carried is known, or will not be."""
        return self.sent is not None or self.has_raw is False or self.late


@dataclass(slots=True)
class Load:
    """A request with its redirects. ``over`` is true when it ended, well or not."""

    hops: list[Hop] = field(default_factory=list)
    raw_sent: deque[dict[str, Any]] = field(default_factory=deque)
    raw_answers: deque[dict[str, Any]] = field(default_factory=deque)
    session: str = ""  # that told the answer, and can be asked for its body
    over: bool = False
    quiet: bool = False  # a stream or a beacon, for whose end nobody waits

    def match_sent(self) -> None:
        """Give the headers that were sent to the hops, in order. They come early, so nothing is waited for."""
        for hop in self.hops:
            if not self.raw_sent:
                return
            if hop.sent is None and hop.has_raw is not False:
                hop.sent = self.raw_sent.popleft()

    def match_answers(self) -> list[tuple[Hop, dict[str, Any]]]:
        """Return the raw answers whose hop is known by now, each with its hop."""
        matched = []
        for hop in self.hops:
            if not self.raw_answers:
                break
            if hop.answered or hop.has_raw is False:
                continue
            if not hop.told or (hop.has_raw is None and not self.over):
                break
            hop.answered = True
            matched.append((hop, self.raw_answers.popleft()))
        return matched
