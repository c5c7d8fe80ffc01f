# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What of a run is not a cookie's own: its phases, pages, hosts, storage, answers, and what was kept beside the log."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from inspector.capture import events as told
from inspector.capture.parts import Choice
from inspector.core.frozen import frozen
from inspector.core.origin import origin_of, same_site
from inspector.core.problem import Problem
from inspector.core.visit import (
    ChoiceAnswer,
    HostSeen,
    KeptFile,
    PageSeen,
    Phase,
    PhaseSpan,
    StorageSeen,
)

MOST: Final = 2_000  # hosts, pages, origins of storage, links, answers and files of one run
MOST_KEYS: Final = 200  # of one origin
E_ = TypeVar("E_", bound=tuple[object, ...])


@frozen
class Phases:
    """The phases of a run in the order of their moments; asked for any moment."""

    spans: tuple[PhaseSpan, ...]

    def at(self, us: int) -> Phase:
        """Return the phase of a moment. What came before the first one belongs to it."""
        return self.spans[self._index(us)].phase if self.spans else Phase.UNKNOWN

    def refused_by(self, us: int) -> PhaseSpan | None:
        """Return the refusal that held at a moment: the last choice before it, if that was one."""
        for span in reversed(self.spans[: self._index(us) + 1]):
            if span.phase in (Phase.REFUSED, Phase.ACCEPTED):
                return span if span.phase is Phase.REFUSED and span.started_us is not None else None
        return None

    def _index(self, us: int) -> int:
        return max(0, bisect_right(self.spans, us, key=lambda span: span.started_us or 0) - 1)


# While a person is choosing nothing is known to be before or after the choice.
_PHASES: Final[dict[Choice, Phase]] = {
    choice: Phase(choice.value) for choice in Choice if choice is not Choice.CHOOSING
}


def phase_of(choice: Choice | None) -> Phase:
    """Return the phase of a choice as the log has it."""
    return _PHASES.get(choice, Phase.UNKNOWN) if choice is not None else Phase.UNKNOWN


def phases_of(events: Sequence[told.Event], ended_us: int | None) -> Phases:
    """Return the phases, each with the number of cookies that its last jar held."""
    starts = sorted(_only(events, told.PhaseStarted), key=lambda event: event.at_us)
    jars = _only(events, told.Jar)
    spans = []
    for number, start in enumerate(starts):
        until = starts[number + 1].at_us if number + 1 < len(starts) else None
        ended = until if until is not None else ended_us
        inside = [jar for jar in jars if jar.at_us >= start.at_us and (until is None or jar.at_us <= until)]
        inside = [jar for jar in inside if jar.phase is start.phase]
        jar = len(inside[-1].cookies) if inside else None
        spans.append(PhaseSpan(phase_of(start.phase), start.at_us, start.how.value, start.evidence, ended, jar))
    return Phases(tuple(spans))


def pages_of(events: Sequence[told.Event], phases: Phases) -> tuple[PageSeen, ...]:
    """Return the pages that were opened, in their order."""
    return tuple(
        PageSeen(
            page.asked_url,
            page.url or None,
            page.status,
            page.outcome.value,
            page.redirects,
            phases.at(page.at_us),
            page.at_us,
            page.cause,
            page.why,
        )
        for page in _only(events, told.PageOpened)[:MOST]
    )


def hosts_of(
    events: Sequence[told.Event], phases: Phases, site_of: Callable[[str], str], visited: str
) -> tuple[HostSeen, ...]:
    """Return the hosts that requests went to, the busiest first. Addresses without a host (data:) ask nobody."""
    own = origin_of(visited)
    hosts: dict[str, HostSeen] = {}
    for request in _only(events, told.Request):
        origin = origin_of(request.url)
        if origin is None:
            continue
        held = hosts.get(origin.host)
        if held is None:
            if len(hosts) >= MOST:
                continue
            third = None if own is None else not same_site(origin.host, own.host, site_of)
            held = HostSeen(origin.host, third, 0, request.at_us)
        hosts[origin.host] = _counted(held, request, phases)
    return tuple(sorted(hosts.values(), key=lambda host: (-host.requests, host.host)))


def _counted(held: HostSeen, request: told.Request, phases: Phases) -> HostSeen:
    return held._replace(
        requests=held.requests + 1,
        first_us=request.at_us if held.first_us is None else min(held.first_us, request.at_us),
        before_choice=held.before_choice + (phases.at(request.at_us) is Phase.NO_CHOICE),
        after_refusal=held.after_refusal + (phases.refused_by(request.at_us) is not None),
        with_cookies=held.with_cookies + bool(request.cookie_names_sent),
    )


def storage_of(events: Sequence[told.Event]) -> tuple[StorageSeen, ...]:
    """Return the keys of each origin, those of all snapshots together."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for event in _only(events, told.Storage):
        keys = found.setdefault((event.kind, event.origin), {})
        keys.update((held.key, None) for held in event.keys)
    kept = ((kind, origin, list(keys)) for (kind, origin), keys in found.items() if keys)
    return tuple(
        StorageSeen(kind, origin, tuple(keys[:MOST_KEYS]), max(0, len(keys) - MOST_KEYS))
        for kind, origin, keys in list(kept)[:MOST]
    )


def links_of(events: Sequence[told.Event]) -> tuple[tuple[str, str], ...]:
    """Return the policies that the pages link to, each address once, with the words of the link."""
    first: dict[str, str] = {}
    for link in _only(events, told.PolicyLink):
        first.setdefault(link.url, link.text)
    return tuple(first.items())[:MOST]


def answers_of(events: Sequence[told.Event], phases: Phases) -> tuple[ChoiceAnswer, ...]:
    """Return what consent interfaces answered, each answer once for a phase."""
    found = (
        ChoiceAnswer(event.api, event.answer, phases.at(event.at_us) if event.phase is None else phase_of(event.phase))
        for event in _only(events, told.ConsentAnswer)
    )
    return tuple(dict.fromkeys(found))[:MOST]


def declarations_of(events: Sequence[told.Event]) -> tuple[KeptFile, ...]:
    """Return the declarations of consent platforms that were kept."""
    found = (KeptFile(event.file, event.sha256, event.platform, event.url) for event in _only(events, told.Declaration))
    return tuple(dict.fromkeys(found))[:MOST]


def screenshots_of(events: Sequence[told.Event]) -> tuple[KeptFile, ...]:
    """Return the pictures that were kept."""
    return tuple(
        KeptFile(event.file, event.sha256, event.phase.value) for event in _only(events, told.Screenshot)[:MOST]
    )


def problems_of(events: Sequence[told.Event]) -> Iterator[Problem]:
    """Yield what the run itself met."""
    for event in _only(events, told.ProblemTold):
        yield Problem(event.code, event.what, event.where, event.why, event.todo, event.severity)


def _only(events: Iterable[told.Event], kind: type[E_]) -> list[E_]:
    return [event for event in events if isinstance(event, kind)]
