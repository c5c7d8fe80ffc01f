# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is remembered of opt-outs, as the faces get it."""

from pathlib import Path

import pytest
from make import history as made
from make import optouts, records
from make.traits import knowledge

from inspector.core.label import Label, Purpose
from inspector.core.moments import from_datetime
from inspector.core.optout import NOTHING_EARLIER, Earlier, OptOutVisit
from inspector.core.problem import InspectorError, Severity
from inspector.engine.history import HistoryPlaces
from inspector.engine.optouts import vendor_called, ways_of_vendor
from inspector.engine.past import known_before, note_visit, visit_to, visited_labels

NOW_US = from_datetime(made.NOW)


@pytest.fixture
def at(tmp_path: Path) -> HistoryPlaces:
    return made.places(tmp_path)


def noted(name: str, at: HistoryPlaces) -> OptOutVisit:
    way = ways_of_vendor(vendor_called(name, knowledge()), knowledge())[0]
    visit = visit_to(way, records.STORE, NOW_US, knowledge())
    assert note_visit(visit, way, at) == ()
    return visit


def test_without_a_history_nothing_was_before(at: HistoryPlaces) -> None:
    assert known_before(at).earlier == NOTHING_EARLIER
    assert not at.folder.exists()
    with pytest.raises(InspectorError, match="Nothing is remembered yet"):
        known_before(at, "last")


def test_a_visit_is_about_its_company_and_a_programmes_about_all(at: HistoryPlaces) -> None:
    assert noted("google-ads", at).vendor == "google-ads"
    assert noted("daa", at).vendor is None
    assert [visit.vendor for visit in known_before(at).earlier.visits] == ["google-ads", None]


def test_a_history_that_cannot_be_read_is_a_problem_beside_the_answer(at: HistoryPlaces) -> None:
    at.folder.mkdir(parents=True)
    at.database.write_bytes(b"no database" * 300)
    (problem,) = known_before(at).problems
    assert problem.severity is Severity.PARTIAL
    assert problem.what_to_do
    assert at.database.read_bytes().startswith(b"no database")


def test_cookies_that_a_visit_left_say_so_and_stay_what_they_are() -> None:
    visit = OptOutVisit(None, records.STORE.browser, records.STORE.profile, NOW_US)
    cookies = [
        optouts.held("new", "tool.example", None, store=records.STORE, created_us=NOW_US + 1_000_000),
        optouts.held("old", "tool.example", None, store=records.STORE, created_us=NOW_US - 1),
    ]
    labels = (Label(Purpose.ADVERTISING, because=("a",)), Label(Purpose.ADVERTISING, because=("a",)))
    told, left = visited_labels(cookies, labels, Earlier((), (visit,)), knowledge())
    assert [held.cookie.name for held in left] == ["new"]
    assert told[0].purpose is Purpose.ADVERTISING
    assert told[0].because[0] == "a"
    assert "likely set by it; that is no news of tracking" in told[0].because[1]
    assert told[1] == labels[1]
    assert visited_labels(cookies, labels, NOTHING_EARLIER, knowledge()) == (labels, ())
