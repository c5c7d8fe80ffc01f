# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From the log of a run to what it shows, by replay. Nobody is asked again: the same log gives the same run."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from inspector.capture import derive_traffic as traffic
from inspector.capture import events as told
from inspector.capture.derive_stories import Identity, Life, Replay, When, Write
from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.visit import NOT_TESTED, CanaryAnswer, CookieStory, Mode, Phase, VisitRun

_ENDLESS: Final = "cut short"


@frozen
class Replayed:
    """A run with the lives that its stories were told from; ``run.stories`` has them in the same order."""

    run: VisitRun
    lives: tuple[Life, ...]
    phases: traffic.Phases


def replay(
    events: Sequence[told.Event], run_id: str, site_of: Callable[[str], str], story_id: Callable[[Life], str]
) -> Replayed | None:
    """Return what the log of one run shows; ``None`` for a log without a beginning, which says nothing of whose it is.

    ``site_of`` gives the registrable domain of a host, ``story_id`` the id of a cookie's record.
    """
    start = next((event for event in events if isinstance(event, told.RunStarted)), None)
    if start is None:
        return None
    end = next((event for event in reversed(events) if isinstance(event, told.RunEnded)), None)
    phases = traffic.phases_of(events, None if end is None else end.at_us)
    played = _played(events, phases)
    lives = tuple(life for life in played.lives.values() if life.steps)
    problems = (*traffic.problems_of(events), *_left_out(played, run_id))
    run = VisitRun(
        run_id,
        start.url,
        browser_id(start.browser),
        start.browser,
        start.version or "",
        start.engine,
        Mode(start.mode.value),
        start.scenario,
        start.at_us,
        None if end is None else end.at_us,
        _ENDLESS if end is None else end.outcome.value,
        "the log ends in the middle: the visit was stopped or is still going on" if end is None else end.why,
        start.gpc,
        start.headless,
        start.user_agent or "",
        _canary(events),
        phases.spans,
        traffic.pages_of(events, phases),
        traffic.hosts_of(events, phases, site_of, start.url),
        tuple(_story(life, story_id(life)) for life in lives),
        traffic.storage_of(events),
        traffic.links_of(events),
        traffic.declarations_of(events),
        traffic.screenshots_of(events),
        traffic.answers_of(events, phases),
        problems,
    )
    return Replayed(run, lives, phases)


def browser_id(name: str) -> str:
    """Return our id of a browser by its name: ``Google Chrome`` is ``google-chrome``."""
    return "-".join(name.lower().split())[:40] or "unknown"


def _played(events: Sequence[told.Event], phases: traffic.Phases) -> Replay:
    began = {event.request: event.at_us for event in events if isinstance(event, told.Request)}
    jars = sorted((event for event in events if isinstance(event, told.Jar)), key=lambda jar: jar.at_us)
    played = Replay(jars)
    for event in sorted(_writes_and_jars(events), key=lambda event: event.at_us):
        if isinstance(event, told.Jar):
            played.jar(event, traffic.phase_of(event.phase))
        else:
            request = event.request if isinstance(event, told.HeaderWrite) else None
            start = began.get(request, event.at_us) if request is not None else event.at_us
            played.write(When(event, phases.at(event.at_us), start))
    return played


def _writes_and_jars(events: Sequence[told.Event]) -> Iterator[Write | told.Jar]:
    return (event for event in events if isinstance(event, told.HeaderWrite | told.ScriptWrite | told.Jar))


def _canary(events: Sequence[told.Event]) -> CanaryAnswer:
    seen = next((event for event in events if isinstance(event, told.Canary)), None)
    return NOT_TESTED if seen is None else CanaryAnswer(seen.third_party_stored, seen.partitioned, seen.why)


def _story(life: Life, story_id: str) -> CookieStory:
    identity = life.identity
    return CookieStory(
        story_id,
        identity.name,
        identity.host.removeprefix("."),
        identity.path,
        partition_of(identity),
        life.asked,
        life.refused,
        life.stored,
        tuple(life.steps),
        life.requested(),
        life.stored_lifetime(),
        tuple(phase for phase in Phase if phase in life.held),
        life.steps_more,
    )


def partition_of(identity: Identity) -> str | None:
    """Return the site of a cookie's partition; one that the browser does not name is told by a word."""
    if identity.partition is None:
        return None
    return identity.partition.site or "(a partition without a name)"


def _left_out(played: Replay, run_id: str) -> Iterator[Problem]:
    if played.left_out:
        yield Problem(
            "visit-cookies-left-out",
            f"more than {len(played.lives):,} different cookies were asked for; what came after them is not shown",
            run_id,
            severity=Severity.PARTIAL,
            count=played.left_out,
        )
