# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Writes that wait for a look into the jar, and the one question that answers many of them.

While a question is under way the next writes gather; a jar that takes long to tell is asked less often, so that a page
with ten thousand cookies costs a bounded time.
"""

import time
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from inspector.capture.chromium.facts import held_cookie
from inspector.capture.events import HeaderWrite, ScriptWrite
from inspector.capture.log import Sink
from inspector.capture.parts import AskedCookie, Basis, Fate
from inspector.capture.traces import Traces
from inspector.capture.verdicts import Holdings, Seen, is_removal, judge

_MOST_WAITING: Final = 20_000
Ask = Callable[[Callable[[dict[str, Any]], None]], None]  # asks for the jar, hands its answer on


class _Waiting(NamedTuple):
    number: int
    write: HeaderWrite | ScriptWrite
    url: str  # the address whose cookie it is, in full
    sure: bool  # the browser's word is enough: the jar only adds the cookie as held


class Writes:
    """Takes writes in and tells them with what became of them."""

    def __init__(self, ask: Ask, sink: Sink, traces: Traces) -> None:
        self._ask, self._sink, self._traces = ask, sink, traces
        self._waiting: list[_Waiting] = []
        self._last: dict[str, int] = {}  # name: the number of the last write to it
        self._number = 0
        self._cleared = 0
        self._asked: list[_Waiting] | None = None  # those of the question that is under way
        self._not_before = 0.0

    @property
    def pending(self) -> bool:
        """Whether a write waits."""
        return bool(self._waiting) or self._asked is not None

    def add(self, write: HeaderWrite | ScriptWrite, url: str, *, sure: bool) -> None:
        """Take a write in. One that the browser refused is told at once, and counts as no write."""
        if write.fate is Fate.REFUSED:
            self._sink(write)
            return
        self._number += 1
        self._last[write.cookie.name] = self._number
        self._waiting.append(_Waiting(self._number, write, url, sure))
        if len(self._waiting) > _MOST_WAITING:
            self.give_up()

    def clear(self) -> None:
        """A site had its cookies removed (``Clear-Site-Data``): what is absent afterwards proves nothing."""
        self._number += 1
        self._cleared = self._number

    def look(self) -> None:
        """Ask for the jar if writes wait and it is time."""
        if self._waiting and self._asked is None and time.monotonic() >= self._not_before:
            self._asked, self._waiting = self._waiting, []
            began = time.monotonic()
            self._ask(lambda answer: self._answered(answer, began))

    def _answered(self, answer: dict[str, Any], began: float) -> None:
        batch, self._asked = self._asked or [], None
        told = answer.get("result", {}).get("cookies")
        if not isinstance(told, list):
            self._tell_unknown(batch)
            return
        holdings = Holdings(held_cookie(cookie, self._traces) for cookie in told)
        for waiting in batch:
            self._sink(self._judged(waiting, holdings))
        self._not_before = time.monotonic() + 2 * (time.monotonic() - began)

    def _judged(self, waiting: _Waiting, holdings: Holdings) -> HeaderWrite | ScriptWrite:
        write, cookie = waiting.write, waiting.write.cookie
        since = max(self._last[cookie.name], self._cleared) > waiting.number
        seen = judge(cookie, waiting.url, write.at_us, holdings, since)
        refused = isinstance(write, HeaderWrite) and seen.fate is Fate.REFUSED
        if waiting.sure and not (refused and not holdings.knows(cookie.name)):
            seen = _by_its_word(cookie, write, seen)
        elif waiting.sure:  # it names no reason for some headers that break a rule, as Partitioned without Secure
            seen = seen._replace(reasons=(*seen.reasons, "the browser named no reason"))
        elif refused:
            why = "the browser named no reason: the request was made without credentials"
            seen = seen._replace(reasons=(*seen.reasons, why))
        return write._replace(fate=seen.fate, basis=seen.basis, reasons=(*write.reasons, *seen.reasons), held=seen.held)

    def give_up(self) -> None:
        """Tell what waits without knowing what became of it."""
        batch, self._waiting, self._asked = [*(self._asked or ()), *self._waiting], [], None
        self._tell_unknown(batch)

    def _tell_unknown(self, batch: list[_Waiting]) -> None:
        for waiting in batch:
            write = waiting.write
            if waiting.sure:
                seen = _by_its_word(write.cookie, write, Seen(Fate.NOT_KNOWN, Basis.NONE))
                write = write._replace(fate=seen.fate, basis=seen.basis)
            self._sink(write)


def _by_its_word(cookie: AskedCookie, write: HeaderWrite | ScriptWrite, seen: Seen) -> Seen:
    """Return what a browser's word says that it took the write, with the cookie as held where the jar shows it."""
    fate = Fate.REMOVED if is_removal(cookie, write.at_us) else Fate.STORED
    basis = Basis.BROWSER if isinstance(write, HeaderWrite) else Basis.READ_BACK
    return Seen(fate, basis, (), seen.held if seen.fate is Fate.STORED else None)
