# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cookies and the evidence of a visit: what both modes show, when each was set, and what was refused."""

from pathlib import Path

import pytest
from make.events import asked, header_write, run_started
from make.visits import (
    PIXEL,
    SHOP,
    TAG,
    allowed_run,
    at,
    both_modes,
    default_run,
    held,
    ide,
    opened,
    refusing_run,
    statistics,
    value,
    visit_folder,
)

from inspector.capture.events import Event, Jar, PhaseStarted, RunEnded
from inspector.capture.parts import Choice, Ending, Fate, How
from inspector.capture.reading import VisitReading, read_visit
from inspector.core.cookie import Cookie, SameSite, SourceType, ValueState
from inspector.core.evidence import Sighting
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.visit import Phase


def read(folder: Path, **runs: tuple[Event, ...]) -> VisitReading:
    return read_visit(visit_folder(folder, **runs), lambda host: ".".join(host.split(".")[-2:]))


def cookie(found: VisitReading, name: str) -> Cookie:
    return next(cookie for cookie in found.reading.cookies if cookie.name == name)


def sighting(found: VisitReading, name: str) -> Sighting:
    return found.reading.evidence.sightings[cookie(found, name).key]


def run_of(*events: Event, ending: Ending = Ending.COMPLETE) -> tuple[Event, ...]:
    start = (run_started(at_us=at(0)), PhaseStarted(at(0.01), Choice.NONE), opened())
    return (*start, *events, RunEnded(at(90), ending, "a wall" if ending is Ending.NOT_MEASURED else ""))


def test_a_cookie_that_both_modes_keep_is_one_and_both_prove_it(tmp_path: Path) -> None:
    found = read_visit(both_modes(tmp_path), lambda host: host)
    assert sorted(held.name for held in found.reading.cookies) == ["IDE", "_ga", "sid"]
    assert sighting(found, "sid").runs == (
        "Chromium 156.0 as delivered",
        "Chromium 156.0 with third parties allowed",
    )
    assert sighting(found, "IDE").runs == ("Chromium 156.0 with third parties allowed",)


def test_what_one_mode_refused_is_told_with_its_reason_and_request(tmp_path: Path) -> None:
    (refusal,) = read_visit(both_modes(tmp_path), str).reading.evidence.refused
    assert (refusal.cookie.name, refusal.run) == ("IDE", "Chromium 156.0 as delivered")
    assert refusal.why == "ThirdPartyPhaseout: third parties' cookies are blocked"
    assert (refusal.sighting.setter, refusal.sighting.page, refusal.sighting.from_header) == (PIXEL, SHOP, True)


def test_the_record_has_the_lifetime_asked_for_beside_the_stored_one(tmp_path: Path) -> None:
    found = cookie(read(tmp_path, one=default_run()), "_ga")
    assert found.lifetime == (730 * DAY_US, LifetimeBasis.STATED)
    assert found.expires_us == at(1) + 400 * DAY_US
    assert (found.host_key, found.host_only, found.source_type) == (".shop.test", False, SourceType.SCRIPT)
    assert found.created_us == found.updated_us == at(1.2)
    assert "400 days" in found.problems[0].why


def test_the_record_is_as_the_browser_held_it(tmp_path: Path) -> None:
    found = cookie(read(tmp_path, one=allowed_run()), "IDE")
    assert (found.secure, found.same_site, found.session, found.path) == (True, SameSite.NONE, False, "/")
    assert (found.value, found.value_state, found.value_length) == (None, ValueState.NOT_READ, 3)


def test_a_value_is_there_only_where_it_was_kept(tmp_path: Path) -> None:
    kept = held("sid", "shop.test", value=value("m")._replace(value="s3cr3t"))
    write = header_write(at_us=at(1), cookie=asked("sid", session=True))
    found = cookie(read(tmp_path, one=run_of(write, Jar(at(2), Choice.NONE, (kept,)))), "sid")
    assert found.value is not None
    assert found.value.reveal() == "s3cr3t"
    assert "s3cr3t" not in repr(found)


def test_before_any_choice_and_after_it_are_told_apart(tmp_path: Path) -> None:
    late = header_write(at_us=at(30), cookie=asked("late", session=True))
    found = read(
        tmp_path,
        one=run_of(
            statistics(1),
            Jar(at(2), Choice.NONE, (held("_ga", ".shop.test", 400),)),
            PhaseStarted(at(20), Choice.ACCEPTED, How.PERSON),
            late,
            Jar(at(40), Choice.ACCEPTED, (held("_ga", ".shop.test", 400), held("late", "shop.test"))),
        ),
    )
    assert (sighting(found, "_ga").before_choice, sighting(found, "late").before_choice) == (True, False)
    assert sighting(found, "late").after_refusal is None
    assert [visit.interacted for visit in found.reading.evidence.visits] == [True]


def test_after_a_refusal_the_setter_and_the_refusal_are_known(tmp_path: Path) -> None:
    found = read(tmp_path, one=refusing_run())
    after = sighting(found, "_ga").after_refusal
    assert after is not None
    assert (after.set_us, after.setter, after.soon) == (at(32), TAG, False)
    assert (after.choice.at_us, after.choice.how) == (at(24), "platform button")
    assert sighting(found, "IDE").after_refusal is None  # it is still there, and was not set again
    assert [(choice.refused, choice.at_us) for choice in found.reading.evidence.choices] == [(True, at(24))]


@pytest.mark.parametrize(("began", "answered", "soon"), [(19.9, 20.3, None), (20.5, 20.9, True), (25, 26, False)])
def test_what_was_asked_for_before_the_refusal_is_not_held_against_it(
    tmp_path: Path, began: float, answered: float, soon: bool | None
) -> None:
    from inspector.capture.events import Request

    found = read(
        tmp_path,
        one=run_of(
            Jar(at(2), Choice.NONE, ()),
            PhaseStarted(at(20), Choice.REFUSED, How.PERSON),
            Request(at(began), "r7", PIXEL, "p1", SHOP),
            ide(at_us=at(answered), request="r7"),
            Jar(at(40), Choice.REFUSED, (held("IDE", ".doubleclick.net", 390),)),
        ),
    )
    after = sighting(found, "IDE").after_refusal
    assert (None if after is None else after.soon) is soon


def test_a_wall_gives_no_cookies_and_proves_no_visit(tmp_path: Path) -> None:
    wall = run_of(header_write(at_us=at(1)), Jar(at(2), Choice.NONE, (held("sid", "shop.test"),)))
    wall = (*wall[:-1], RunEnded(at(9), Ending.NOT_MEASURED, "a wall"))
    found = read(tmp_path, one=wall)
    assert found.reading.cookies == ()
    assert not found.reading.evidence.proves_visit
    assert [(met.code, met.severity.value) for met in found.reading.problems] == [("visit-not-measured", "failed")]
    assert found.record is not None
    assert not found.record.measured


def test_a_page_that_did_not_answer_proves_no_visit(tmp_path: Path) -> None:
    from inspector.capture.parts import Outcome

    start = (run_started(at_us=at(0)), PhaseStarted(at(0.01), Choice.NONE))
    lost = opened(0.05, outcome=Outcome.HTTP_ERROR, status=404)
    found = read(tmp_path, one=(*start, lost, RunEnded(at(9), Ending.COMPLETE)))
    assert found.reading.evidence.visits == ()


def test_a_run_that_was_cut_short_keeps_what_it_saw_and_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, one=run_of(header_write(at_us=at(1), cookie=asked("sid", session=True)))[:-1])
    assert [held.name for held in found.reading.cookies] == ["sid"]
    assert {met.code for met in found.reading.problems} == {"log-endless", "visit-not-measured"}
    assert not found.reading.complete


def test_what_came_and_went_between_two_looks_is_told_and_not_judged(tmp_path: Path) -> None:
    probe = header_write(at_us=at(1), cookie=asked("probe", session=True))
    ended = header_write(at_us=at(1.1), cookie=asked("probe", max_age_s=0), fate=Fate.REMOVED)
    found = read(tmp_path, one=run_of(probe, ended, Jar(at(2), Choice.NONE, ())))
    assert found.reading.cookies == ()
    assert found.record is not None
    assert [story.name for story in found.record.runs[0].stories] == ["probe"]


def test_a_page_on_the_way_ties_its_cookies_to_the_page_that_was_asked_for(tmp_path: Path) -> None:
    hop = "https://bounce.test/?to=…"
    write = header_write(at_us=at(1), url=hop, top_url=hop, frame_url=hop, cookie=asked("uid", session=True))
    page = opened(0.05, redirects=(SHOP, hop))
    run = (
        run_started(at_us=at(0)),
        PhaseStarted(at(0.01), Choice.NONE),
        page,
        write,
        Jar(at(2), Choice.NONE, (held("uid", "bounce.test"),)),
        RunEnded(at(3), Ending.COMPLETE),
    )
    assert sighting(read(tmp_path, one=run), "uid").pages == (SHOP, hop)


def test_the_ids_of_the_stories_are_those_of_the_cookies(tmp_path: Path) -> None:
    found = read(tmp_path, one=refusing_run())
    assert found.record is not None
    stories = {story.name: story.id for story in found.record.runs[0].stories}
    assert all(stories[held.name] == held.id for held in found.reading.cookies)
    assert found.record.runs[0].span(Phase.RETURN) is not None
