# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is derived of a run's log: lives of cookies, phases, hosts; by replay and in the order of moments."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make.events import asked, header_write, run_started
from make.visits import (
    PIXEL,
    SHOP,
    TAG,
    allowed_run,
    at,
    default_run,
    held,
    ide,
    opened,
    partition,
    refusing_run,
    value,
)

from inspector.capture.derive import replay
from inspector.capture.derive_stories import MOST_STEPS
from inspector.capture.events import Event, HeaderWrite, Jar, PhaseStarted, RunEnded, ScriptWrite
from inspector.capture.parts import Basis, Choice, Ending, Fate, How
from inspector.core.lifetime import CAP_US, LifetimeBasis
from inspector.core.moments import DAY_US, SECOND_US
from inspector.core.visit import CookieStory, Deed, Phase, VisitRun


def derived(events: Sequence[Event]) -> VisitRun:
    found = replay(events, "run", lambda host: ".".join(host.split(".")[-2:]), lambda life: life.identity.name)
    assert found is not None
    return found.run


def story(run: VisitRun, name: str) -> CookieStory:
    return next(story for story in run.stories if story.name == name)


def deeds(told: CookieStory) -> list[tuple[Deed, Phase]]:
    return [(step.deed, step.phase) for step in told.steps]


def run_of(*events: Event) -> VisitRun:
    return derived((run_started(at_us=at(0)), PhaseStarted(at(0.01), Choice.NONE), opened(), *events))


def test_a_refused_cookie_has_its_request_and_the_browsers_reason() -> None:
    told = story(derived(default_run()), "IDE")
    assert (told.asked, told.refused, told.stored) == (1, 1, False)
    assert told.reasons == ("ThirdPartyPhaseout: third parties' cookies are blocked",)
    assert told.first is not None
    assert (told.first.url, told.first.page, told.first.api) == (PIXEL, SHOP, "Set-Cookie")
    assert deeds(told) == [(Deed.REFUSED, Phase.NO_CHOICE)]


def test_a_stored_cookie_has_the_lifetime_asked_for_and_the_one_kept() -> None:
    told = story(derived(default_run()), "_ga")
    assert told.requested == (730 * DAY_US, LifetimeBasis.STATED)
    assert told.kept.us is not None
    assert abs(told.kept.us - CAP_US) < SECOND_US
    assert told.kept.basis is LifetimeBasis.CAP
    assert deeds(told) == [(Deed.SET, Phase.NO_CHOICE), (Deed.HELD, Phase.NO_CHOICE)]


def test_a_script_is_told_with_its_line_and_what_called_it() -> None:
    first = story(derived(default_run()), "_ga").first
    assert first is not None
    assert first.place == f"{TAG}:12"
    assert (first.api, first.chain) == ("document.cookie", (f"{SHOP}loader.js",))


def test_what_was_taken_away_and_came_back_is_told_by_phase() -> None:
    told = story(derived(refusing_run()), "_ga")
    assert deeds(told) == [
        (Deed.SET, Phase.NO_CHOICE),
        (Deed.HELD, Phase.NO_CHOICE),
        (Deed.REMOVED, Phase.REFUSED),
        (Deed.SET, Phase.RETURN),
        (Deed.HELD, Phase.RETURN),
    ]
    assert told.held == (Phase.NO_CHOICE, Phase.RETURN)


def test_what_vanishes_without_a_word_is_gone() -> None:
    told = story(derived(refusing_run()), "pref")
    assert deeds(told)[-1] == (Deed.GONE, Phase.REFUSED)


def test_a_second_setting_is_a_renewal_and_says_whether_the_value_is_the_same() -> None:
    writes = [
        header_write(at_us=at(second), cookie=asked("sid", value=value(mark)))
        for second, mark in ((1, "a"), (2, "a"), (3, "b"))
    ]
    told = story(run_of(*writes), "sid")
    assert [(step.deed, step.same_value) for step in told.steps] == [
        (Deed.SET, None),
        (Deed.RENEWED, True),
        (Deed.RENEWED, False),
    ]


def test_events_are_replayed_in_the_order_of_their_moments() -> None:
    late = header_write(at_us=at(1), cookie=asked("sid"))
    jar = Jar(at(2), Choice.NONE, (held("sid", "shop.test"),))
    assert deeds(story(run_of(jar, late), "sid")) == [(Deed.SET, Phase.NO_CHOICE), (Deed.HELD, Phase.NO_CHOICE)]


def test_an_incomplete_jar_says_of_nothing_that_it_is_gone() -> None:
    write = header_write(at_us=at(1), cookie=asked("sid"))
    assert deeds(story(run_of(write, Jar(at(2), Choice.NONE, (), complete=False)), "sid"))[-1][0] is Deed.SET
    assert deeds(story(run_of(write, Jar(at(2), Choice.NONE, ())), "sid"))[-1][0] is Deed.GONE


def test_an_engine_that_partitions_by_itself_has_one_cookie_and_not_two() -> None:
    jar = Jar(at(2), Choice.NONE, (held("IDE", ".doubleclick.net", 390, partition=partition()),))
    run = run_of(ide(fate=Fate.NOT_KNOWN, basis=Basis.NONE), jar)
    assert len(run.stories) == 1
    told = story(run, "IDE")
    assert (told.partition, told.partitioned, told.stored) == ("https://shop.test", True, True)
    assert deeds(told) == [(Deed.ASKED, Phase.NO_CHOICE), (Deed.HELD, Phase.NO_CHOICE)]


def test_a_cookie_with_and_one_without_a_partition_stay_two() -> None:
    chip = asked("chip", partitioned=True, domain="widget.test")
    plain = asked("chip", partitioned=False, domain="widget.test")
    jar = Jar(
        at(3),
        Choice.NONE,
        (held("chip", ".widget.test", partition=partition()), held("chip", ".widget.test")),
    )
    run = run_of(
        header_write(at_us=at(1), url="https://widget.test/f", cookie=chip, partition_key=partition()),
        header_write(at_us=at(2), url="https://widget.test/f", cookie=plain, partition_key=partition()),
        jar,
    )
    assert sorted((told.partition or "", told.asked) for told in run.stories) == [("", 1), ("https://shop.test", 1)]


def test_what_only_the_jar_knows_has_no_writer() -> None:
    told = story(run_of(Jar(at(2), Choice.NONE, (held("old", "shop.test"),))), "old")
    assert (told.asked, told.stored, told.first) == (0, True, None)


def test_a_header_that_every_browser_passes_over_is_refused_with_why() -> None:
    bad = header_write(at_us=at(1), cookie=asked("x", invalid="it holds a control character"), fate=Fate.NOT_KNOWN)
    told = story(run_of(bad), "x")
    assert (told.refused, told.reasons) == (1, ("it holds a control character",))


def test_an_unknown_fate_stays_unknown() -> None:
    told = story(run_of(header_write(at_us=at(1), fate=Fate.NOT_KNOWN), Jar(at(2), Choice.NONE, ())), "sid")
    assert told.stored is None


def test_renewals_without_end_are_counted() -> None:
    writes = [header_write(at_us=at(second), cookie=asked("sid")) for second in range(1, MOST_STEPS + 11)]
    told = story(run_of(*writes), "sid")
    assert (len(told.steps), told.steps_more, told.asked) == (MOST_STEPS, 10, MOST_STEPS + 10)


def test_the_phases_have_who_chose_and_how_many_cookies_they_ended_with() -> None:
    spans = derived(refusing_run()).phases
    assert [(span.phase, span.how, span.jar) for span in spans] == [
        (Phase.NO_CHOICE, "nothing", 4),
        (Phase.REFUSED, "platform button", 2),
        (Phase.RETURN, "nothing", 3),
    ]
    assert [span.ended_us for span in spans] == [at(24), at(30), at(34.1)]
    assert "onetrust-reject-all" in spans[1].evidence


def test_hosts_are_counted_by_phase_and_told_apart_by_site() -> None:
    hosts = {host.host: host for host in derived(refusing_run()).hosts}
    assert (hosts["shop.test"].third, hosts["ad.doubleclick.net"].third) == (False, True)
    advertiser = hosts["ad.doubleclick.net"]
    assert (advertiser.requests, advertiser.before_choice, advertiser.after_refusal, advertiser.with_cookies) == (
        2,
        1,
        1,
        1,
    )


def test_links_storage_and_the_canary_are_kept() -> None:
    run = derived(default_run())
    assert run.policy_links == ((f"{SHOP}privacy", "Privacy and cookies"),)
    assert [(kept.kind, kept.keys) for kept in run.storage] == [("local", ("cart", "uid"))]
    assert run.canary.stored is False


@pytest.mark.parametrize(
    ("ending", "outcome", "measured"),
    [
        ((RunEnded(at(4), Ending.COMPLETE),), "complete", True),
        ((RunEnded(at(4), Ending.NOT_MEASURED, "a wall"),), "not measured", False),
        ((), "cut short", False),
    ],
)
def test_a_run_that_was_not_carried_through_is_not_measured(
    ending: tuple[Event, ...], outcome: str, measured: bool
) -> None:
    run = run_of(*ending)
    assert (run.outcome, run.measured) == (outcome, measured)


def test_a_log_without_a_beginning_is_of_nobody() -> None:
    assert replay(default_run()[1:], "run", str, lambda life: "") is None


def test_accepting_takes_a_refusal_back() -> None:
    run = run_of(
        PhaseStarted(at(1), Choice.REFUSED, How.PERSON),
        PhaseStarted(at(2), Choice.ACCEPTED, How.PERSON),
        replace_request(at(3)),
    )
    assert run.hosts[0].after_refusal == 0


def replace_request(us: int) -> Event:
    found = next(event for event in default_run() if type(event).__name__ == "Request")
    return found._replace(at_us=us)  # type: ignore[call-arg]


EVENTS = (*default_run()[1:], *allowed_run()[1:], *refusing_run()[1:])


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50)
@given(st.lists(st.sampled_from(EVENTS), max_size=20))
def test_any_order_of_any_events_gives_a_run_whose_counts_agree(events: list[Event]) -> None:
    run = derived((run_started(at_us=at(0)), *events))
    for told in run.stories:
        assert told.refused <= told.asked
        assert told.held == () or told.stored is True
        assert [step.us for step in told.steps] == sorted(step.us or 0 for step in told.steps)
    writes = (event for event in events if isinstance(event, HeaderWrite | ScriptWrite))
    asked_for = sum(event.fate is not Fate.REMOVED for event in writes)
    assert sum(told.asked for told in run.stories) == asked_for


def test_the_same_log_gives_the_same_run() -> None:
    assert derived(refusing_run()) == derived(refusing_run())
