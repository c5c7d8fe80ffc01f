# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What became of each cookie that was asked for, put together from what Firefox tells in three places.

1. Its own log says of each cookie that it took, in which jar. 2. Its console says of most that it refused, why. 3. For
the rest its jar is looked at (:mod:`inspector.capture.verdicts`), which proves a refusal, though nothing says why.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from inspector.capture.events import HeaderWrite, ScriptWrite
from inspector.capture.firefox.console import Refusal
from inspector.capture.firefox.cookie_log import Kept, Turned
from inspector.capture.firefox.partitions import partition_of
from inspector.capture.parts import Basis, Fate
from inspector.capture.traces import Traces
from inspector.capture.verdicts import Holdings, is_removal, judge

Write = HeaderWrite | ScriptWrite
INFERRED: Final = "not in the browser's jar afterwards (inferred)"
NOT_LOGGED: Final = "the jar has it from another write, or the log of cookies passed this one over"
_OVER: Final = "cookie has already expired"
_OF_SCRIPT: Final = "httponly"  # the log's word for a script that may not touch a cookie, which is no removal
_MOST_TURNED: Final = 5_000


@dataclass(slots=True)
class Pending:
    """A write whose fate is not known yet.

    ``line`` is a header's text, ``host`` the host that asks for the cookie, ``url`` the address in full.
    ``seen_at_once`` is whether the document saw the cookie right after it wrote it.
    """

    write: Write
    line: str
    host: str
    context: str | None
    url: str
    seen_at_once: bool = False
    number: int = 0


class Fates:
    """Joins writes with what becomes of them, whichever is told first; ``tell`` gets each once its fate is known."""

    def __init__(self, tell: Callable[[Write], None], log_heard: Callable[[], bool], traces: Traces) -> None:
        self._tell, self._log_heard, self._traces = tell, log_heard, traces
        self._pending: list[Pending] = []
        self._open: Counter[str] = Counter()  # pending writes of each name
        self._last: dict[str, int] = {}  # the number of the last write of a name
        self._count = 0
        self._kept: defaultdict[str, list[Kept]] = defaultdict(list)
        self._refusals: defaultdict[str, list[Refusal]] = defaultdict(list)
        self._turned: list[Turned] = []

    def asked(self, pending: Pending) -> None:
        """A write was seen."""
        name = pending.write.cookie.name
        self._count += 1
        self._open[name] += 1
        pending.number = self._last[name] = self._count
        self._pending.append(pending)

    def kept(self, kept: Kept) -> None:
        """The log tells of a cookie that was taken."""
        self._kept[kept.name].append(kept)

    def refused(self, refusal: Refusal) -> None:
        """The console tells of a cookie that was refused."""
        self._refusals[refusal.name].append(refusal)

    def turned(self, turned: Turned) -> None:
        """The log tells of one that was not taken."""
        if len(self._turned) < _MOST_TURNED:
            self._turned.append(turned)

    def settle(self) -> None:
        """Tell every write whose fate is known by now, in the order in which they were asked for."""
        self._decide_all(self._decide)

    def conclude(self, holdings: Holdings) -> None:
        """Tell the rest by the jar."""
        self.settle()
        self._decide_all(lambda pending: self._by_name(pending) or self._by_jar(pending, holdings))

    def give_up(self) -> None:
        """Tell the rest as it is: the browser is gone, nothing more will be known."""
        self.settle()
        self._decide_all(lambda pending: pending.write)

    def unclaimed(self) -> list[Kept]:
        """Return what was taken though nothing that we see asked for it: workers do so. Each is returned once."""
        left = [kept for named in self._kept.values() for kept in named]
        self._kept.clear()
        self._refusals.clear()
        self._turned = []
        return left

    def _decide_all(self, decide: Callable[[Pending], Write | None]) -> None:
        waiting, self._pending = self._pending, []
        for pending in waiting:
            decided = decide(pending)
            if decided is None:
                self._pending.append(pending)
            else:
                self._open[pending.write.cookie.name] -= 1
                self._tell(decided)

    def _decide(self, pending: Pending) -> Write | None:
        write, name = pending.write, pending.write.cookie.name
        kept = self._claim(pending) if self._kept.get(name) else None
        over = is_removal(write.cookie, write.at_us)
        if kept is not None:  # one of no lifetime may be taken, and is over before anybody could look
            return write._replace(fate=Fate.REMOVED, basis=Basis.BROWSER) if over else self._stored(write, kept)
        refusal = self._refusal(pending) if self._refusals.get(name) else None
        if refusal is not None:
            return write._replace(fate=Fate.REFUSED, basis=Basis.BROWSER, reasons=(refusal.why,))
        return self._removed(pending) if over else None

    def _claim(self, pending: Pending) -> Kept | None:
        """Take the log's word: a header is logged as it came, of a script's write the name and the value."""
        asked = pending.write.cookie
        named = self._kept[asked.name]
        for number, kept in enumerate(named):
            same = kept.line == pending.line if pending.line else self._traces.of_value(kept.value) == asked.value
            if same and _same_source(kept, pending):
                return named.pop(number)
        return None

    def _by_name(self, pending: Pending) -> Write | None:
        """The same where the texts differ, as odd letters may on the two ways: only where there is one of the name."""
        name = pending.write.cookie.name
        named = [kept for kept in self._kept.get(name, ()) if _same_source(kept, pending)]
        if len(named) != 1 or self._open[name] != 1:
            return None
        self._kept[name].remove(named[0])
        return self._stored(pending.write, named[0])

    def _stored(self, write: Write, kept: Kept) -> Write:
        partition, held = partition_of(kept.attributes), kept.held(self._traces)
        return write._replace(fate=Fate.STORED, basis=Basis.BROWSER, partition_key=partition, held=held)

    def _refusal(self, pending: Pending) -> Refusal | None:
        """The console names the cookie and a tab, even for a frame's: where one write is open the name is enough."""
        name = pending.write.cookie.name
        named = self._refusals[name]
        for number, refusal in enumerate(named):
            if self._open[name] == 1 or refusal.context == pending.context:
                return named.pop(number)
        return None

    def _removed(self, pending: Pending) -> Write | None:
        for number, turned in enumerate(self._turned):
            if _bare(turned.url) != _bare(pending.url) or (turned.line and turned.line != pending.line):
                continue
            if _OF_SCRIPT not in turned.why:
                self._turned.pop(number)
                return pending.write._replace(fate=Fate.REMOVED, basis=Basis.BROWSER)
        return None

    def _by_jar(self, pending: Pending, holdings: Holdings) -> Write:
        write = pending.write
        asked = write.cookie._replace(partitioned=None)  # Firefox partitions what never asked for it
        seen = judge(asked, pending.url, write.at_us, holdings, self._last[asked.name] > pending.number)
        if seen.fate is Fate.STORED and self._log_heard():
            return write._replace(reasons=(NOT_LOGGED,))
        if seen.fate is Fate.NOT_KNOWN and pending.seen_at_once:
            return write._replace(fate=Fate.STORED, basis=Basis.READ_BACK)
        why = seen.reasons
        if seen.fate is Fate.REFUSED:
            why = (*self._words(pending), *(seen.reasons if seen.held is not None else (INFERRED,)))
        return write._replace(fate=seen.fate, basis=seen.basis, reasons=(*write.reasons, *why), held=seen.held)

    def _words(self, pending: Pending) -> tuple[str, ...]:
        """The log's words for a script's write, which it names by its address alone."""
        if isinstance(pending.write, HeaderWrite):
            return ()
        url = _bare(pending.url)
        said = {turned.why for turned in self._turned if not turned.line and _bare(turned.url) == url} - {_OVER}
        return tuple(said) if len(said) == 1 else ()


def _same_source(kept: Kept, pending: Pending) -> bool:
    """A header is logged with its request, a script's write with the host whose cookies its document sees."""
    if isinstance(pending.write, HeaderWrite):
        return bool(kept.line) and _bare(kept.url) == _bare(pending.url)
    return not kept.line and _covers(kept.host, pending.host)


def _bare(url: str) -> str:
    return url.partition("#")[0]


def _covers(held: str, host: str) -> bool:
    """Whether a cookie of a host or domain may come from a script of a host."""
    held = held.removeprefix(".").lower()
    return host == held or host.endswith(f".{held}")
