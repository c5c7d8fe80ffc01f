# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the faces call: which scans are kept, how a snapshot is named, and a snapshot against now."""

from datetime import timedelta
from pathlib import Path

import pytest
from make import history as made
from make import records

from inspector.core.difference import Aspect, Kind
from inspector.core.problem import InspectorError
from inspector.core.reading import Values
from inspector.core.snapshot import Scope, ScopeKind
from inspector.engine import history
from inspector.engine.request import ScanRequest

YES, NO, UNASKED = (history.Consent(answer) for answer in (True, False, None))
ALL = ScanRequest()


@pytest.mark.parametrize(
    ("flag", "request_", "answer", "wanted"),
    [
        (None, ALL, UNASKED, False),
        (None, ALL, NO, False),
        (None, ALL, YES, True),
        (True, ALL, NO, True),
        (True, ALL, UNASKED, True),
        (False, ALL, YES, False),
        (None, ScanRequest(browsers=("chrome",)), YES, True),
        (None, ScanRequest(site="shop.test"), YES, False),
        (None, ScanRequest(stores=(Path("backup"),)), YES, False),
        (True, ScanRequest(stores=(Path("backup"),)), NO, True),
        (None, None, YES, False),
    ],
)
def test_which_scans_are_kept(
    flag: bool | None, request_: ScanRequest | None, answer: history.Consent, wanted: bool
) -> None:
    assert history.is_wanted(flag, request_, answer) is wanted


def test_the_days_of_the_answer_count(tmp_path: Path) -> None:
    places = made.places(tmp_path)
    history.keep_consent(places, remember=True, now=made.NOW, days=10)
    for days in (0, 20):
        now = made.NOW + timedelta(days=days)
        done = history.remember(records.reading(records.cookie()), Scope(), places, now, clock=now)
    assert [problem.code for problem in done.problems] == ["history-trimmed"]
    assert made.ids(places) == [2]
    history.keep_consent(places, remember=False, now=made.NOW)
    assert history.consent(places).days == 10


@pytest.fixture
def three(tmp_path: Path) -> history.HistoryPlaces:
    """Three snapshots, a day apart; the first of them forgotten."""
    places = made.places(tmp_path)
    for days in range(4):
        made.kept(places, records.reading(records.cookie(name=f"n{days}")), days)
    history.forget_one(1, places, made.NOW)
    return places


@pytest.mark.parametrize(
    ("which", "number"),
    [
        ("last", 4),
        ("LAST ", 4),
        ("last-1", 3),
        ("last-2", 2),
        ("3", 3),
        ("003", 3),
        ("2026-11-25T12:00", 2),
        ("2026-11-26T11:59:59Z", 2),
        ("2026-11-26T13:00:00+01:00", 3),
        ("2099-01-01", 4),
    ],
)
def test_a_snapshot_by_any_of_its_names(three: history.HistoryPlaces, which: str, number: int) -> None:
    assert history.snapshot(which, three).info.id == number


@pytest.mark.parametrize(
    "which", ["1", "5", "last-3", "last-99999999", "2020-01-01", "yesterday", "", "-1", "１", "9" * 5000, "\x1b[2J"]
)
def test_a_name_of_none(three: history.HistoryPlaces, which: str) -> None:
    with pytest.raises(InspectorError) as raised:
        history.snapshot(which, three)
    assert raised.value.what_to_do


def test_none_at_all(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="Nothing is remembered yet"):
        history.snapshot("last", made.places(tmp_path))


def test_what_was_asked_is_asked_again(tmp_path: Path) -> None:
    request = ScanRequest(("chrome",), ("Default",), (tmp_path / "x",), "shop.test", Values.READ)
    scope = history.scope_of(request, ScopeKind.AUDIT)
    assert (scope.kind, scope.values) == (ScopeKind.AUDIT, True)
    assert history.request_of(scope, values=True) == request
    assert history.request_of(scope).values is Values.NO


def test_a_snapshot_against_now(tmp_path: Path) -> None:
    places = made.places(tmp_path)
    a, b = made.with_value("one", name="a"), made.with_value("same", name="b")
    made.kept(places, records.reading(a, b), scope=Scope(values=True))
    earlier = history.snapshot("last", places)
    now = records.reading(made.with_value("two", name="a"), b, records.cookie(name="c"))
    found = history.compare_with(earlier, now, Scope(values=True), made.NOW)
    assert [(held.kind, held.cookie.name, held.aspects) for held in found.differences] == [
        (Kind.CHANGED, "a", (Aspect.VALUE,)),
        (Kind.NEW, "c", ()),
    ]
    assert (found.same, found.values_unknown, found.after.id) == (1, 0, 0)
    assert made.ids(places) == [1]


def test_now_without_values_says_nothing_of_them(tmp_path: Path) -> None:
    places = made.places(tmp_path)
    made.kept(places, records.reading(made.with_value("one")))
    found = history.compare_with(history.snapshot("last", places), records.reading(records.cookie()), Scope(), made.NOW)
    assert (found.differences, found.values_unknown) == ((), 1)


def test_a_site_means_the_registrable_domain(tmp_path: Path) -> None:
    places = made.places(tmp_path)
    hosts = (".www.shop.co.uk", "shop.co.uk", "notshop.co.uk", "me.github.io", "you.github.io")
    made.kept(places, records.reading(*(records.cookie(host=host) for host in hosts)))
    assert len(history.narrowed(history.snapshot("last", places), "shop.co.uk").cookies) == 2
    assert history.forget_site("www.shop.co.uk", places, made.NOW).cookies == 2
    assert history.forget_site("me.github.io", places, made.NOW).cookies == 1
    left = {seen.cookie.host for seen in history.snapshot("last", places).cookies}
    assert left == {"notshop.co.uk", "you.github.io"}


def test_a_site_that_is_no_domain(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="not a domain"):
        history.forget_site("https://shop.test/x", made.places(tmp_path), made.NOW)
