# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Snapshots: what one holds, that unchanged cookies are stored once, how much is kept, and for how long."""

import sqlite3
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import history, records

from inspector.core.problem import InspectorError
from inspector.core.reading import Reading, StoreCount
from inspector.core.snapshot import Scope, ScopeKind
from inspector.history import archive
from inspector.history.files import HistoryPlaces
from inspector.history.forgetting import Limits

A, B, C = (records.cookie(name=name) for name in "abc")


def count(at: HistoryPlaces, table: str) -> int:
    connection = sqlite3.connect(at.database)
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        connection.close()


def codes(done: archive.Remembered) -> list[str]:
    return [problem.code for problem in done.problems]


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    assert archive.snapshots(at).snapshots == ()
    assert archive.usage(at).size == 0
    assert archive.forget_before(at, 0, history.NOW).snapshots == 0
    assert list(tmp_path.iterdir()) == []


def test_a_snapshot_says_what_was_asked_and_what_was_missed(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    scope = Scope(ScopeKind.AUDIT, ("chrome",), ("Default",), ("/x",), "shop.test", True)
    unread = records.store("chrome")
    reading = Reading((A,), (records.problem(),), (StoreCount(records.STORE, 7), StoreCount(unread, None)))
    kept = history.kept(at, reading, scope=scope)
    assert kept == archive.snapshots(at).snapshots[0] == history.last(at).info
    assert (kept.scope, kept.problems, kept.program) == (scope, (records.problem(),), history.PROGRAM)
    assert [(held.store, held.cookies) for held in kept.stores] == [(records.STORE, 7), (unread, None)]
    assert kept.cookies == 1
    assert not kept.complete


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(history.with_value("x")))
    assert stat.S_IMODE(at.folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in at.folder.iterdir()}
    assert modes["history.sqlite"] == modes["history.key"] == 0o600
    assert set(modes.values()) == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_rights_that_others_got_are_taken_back(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(A))
    at.folder.chmod(0o755)
    at.database.chmod(0o644)
    history.kept(at, records.reading(A))
    assert stat.S_IMODE(at.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(at.database.stat().st_mode) == 0o600


def test_an_unchanged_cookie_is_stored_once(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    for day in range(5):
        history.kept(at, records.reading(A, B), day)
    assert count(at, "spells") == 2
    assert [history.names(archive.load(at, number)) for number in history.ids(at)] == [["a", "b"]] * 5


def test_a_cookie_that_comes_and_goes_is_in_the_right_snapshots(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    seen = ((A, B), (A,), (A, B, C), (B,))
    for day, cookies in enumerate(seen):
        history.kept(at, records.reading(*cookies), day)
    found = [history.names(archive.load(at, number)) for number in history.ids(at)]
    assert found == [[cookie.name for cookie in cookies] for cookies in seen]


def test_looks_at_one_site_do_not_hide_the_others_cookies(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    other = records.cookie(host="other.test", name="o")
    history.kept(at, records.reading(A, other), 0)
    history.kept(at, records.reading(A), 1, scope=Scope(site="shop.test"))
    history.kept(at, records.reading(A, other), 2)
    assert [history.names(archive.load(at, number)) for number in history.ids(at)] == [["o", "a"], ["a"], ["o", "a"]]
    assert count(at, "spells") == 3


def test_a_store_that_was_not_read_lost_no_cookie(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    other = records.cookie(store=records.store("chrome"), name="c")
    history.kept(at, records.reading(A, other), 0)
    history.kept(at, Reading((A,), (), (StoreCount(records.STORE, 1), StoreCount(other.store, None))), 1)
    history.kept(at, records.reading(A, other), 2)
    assert count(at, "spells") == 2
    assert [len(archive.load(at, number).cookies) for number in history.ids(at)] == [2, 1, 2]


def test_the_same_cookie_twice_in_one_store_stays_twice(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    for day in range(2):
        history.kept(at, records.reading(A, A), day)
    assert history.names(history.last(at)) == ["a", "a"]
    history.kept(at, records.reading(A), 3)
    assert history.names(history.last(at)) == ["a"]


@given(st.lists(st.tuples(st.sets(st.sampled_from("abcd")), st.booleans(), st.booleans()), min_size=1, max_size=8))
@settings(deadline=None, max_examples=20)
def test_any_run_of_scans_and_forgetting_keeps_each_snapshot_exact(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[set[str], bool, bool]]
) -> None:
    """Whatever is forgotten in between, each snapshot that is left shows what its scan saw."""
    at = history.places(tmp_path_factory.mktemp("run"))
    expected: dict[int, list[str]] = {}
    for names, values, forget in steps:
        cookies = [history.with_value("v", name=name) if values else records.cookie(name=name) for name in names]
        reading = Reading(tuple(cookies), (), (StoreCount(records.STORE, len(cookies)),))
        info = history.kept(at, reading, scope=Scope(values=values))
        expected[info.id] = sorted(names)
        if forget:
            gone = sorted(expected)[len(expected) // 2]
            archive.forget_one(at, gone, history.NOW)
            del expected[gone]
    assert {number: history.names(archive.load(at, number)) for number in history.ids(at)} == expected


def test_the_number_of_a_forgotten_snapshot_is_not_used_again(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(A))
    last = history.kept(at, records.reading(A)).id
    archive.forget_one(at, last, history.NOW)
    assert history.kept(at, records.reading(A)).id == last + 1


def test_what_is_too_old_goes_first_and_is_said(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    for day in (0, 1, 89):
        history.kept(at, records.reading(A), day, prune=True)
    done = history.remember(at, records.reading(A), 91.5, prune=True)
    assert history.ids(at) == [3, 4]
    assert codes(done) == ["history-trimmed"]
    assert "2: older than 90 days" in done.problems[0].why


def test_another_now_throws_nothing_away(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(A))
    history.kept(at, records.reading(A), 400)
    assert history.ids(at) == [1, 2]


def test_no_more_than_so_many_are_kept(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    for day in range(4):
        done = history.remember(at, records.reading(A), day, limits=Limits(snapshots=2))
    assert history.ids(at) == [3, 4]
    assert "more than 2 are not kept" in done.problems[0].why


def test_no_more_than_so_many_bytes_are_kept(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    limits = Limits(size=400_000)
    for day in range(6):
        cookies = (records.cookie(name=f"{day}-{number}-{'x' * 100}") for number in range(500))
        done = history.remember(at, records.reading(*cookies), day, limits=limits)
        assert done.info is not None
        assert history.ids(at)[-1] == done.info.id
    assert len(history.ids(at)) < 6
    assert archive.usage(at).size <= limits.size
    assert codes(done) == ["history-trimmed"]


def test_too_old_ones_go_when_the_history_is_looked_at(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(A), 0)
    history.kept(at, records.reading(B), 60)
    later = history.NOW.replace(year=2027, month=3)
    assert archive.tidy(at, Limits(), history.NOW).snapshots == 0
    assert archive.tidy(at, Limits(), later).snapshots == 1
    assert history.ids(at) == [2]


def test_a_clock_that_went_back_is_said_and_costs_nothing(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(A), 1000, prune=True)
    done = history.remember(at, records.reading(B), 0, prune=True)
    assert codes(done) == ["clock-went-back"]
    assert history.ids(at) == [1, 2]
    assert history.names(history.last(at)) == ["b"]


def test_a_lost_key_is_said_once(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    reading = records.reading(history.with_value("x"))
    history.kept(at, reading)
    at.key.unlink()
    assert [problem.code for problem in history.last(at).problems] == ["history-key-lost"]
    assert codes(history.remember(at, reading)) == ["history-key-new"]
    assert codes(history.remember(at, reading)) == []
    assert history.last(at).problems == ()


def test_a_key_cut_short_is_a_lost_key(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    reading = records.reading(history.with_value("x"))
    history.kept(at, reading)
    at.key.write_bytes(b"short")
    assert codes(history.remember(at, reading)) == ["history-key-new"]
    assert len(at.key.read_bytes()) == 32


def test_a_known_value_can_be_told_by_its_mark(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(history.with_value("OPT_OUT", name="id"), records.cookie(name="unread")))
    snapshot = history.last(at)
    held, unread = snapshot.cookies
    assert snapshot.had_value(held, "OPT_OUT") is True
    assert snapshot.had_value(held, "22aa") is False
    assert snapshot.had_value(unread, "OPT_OUT") is None
    assert replace(snapshot, marks=None).had_value(held, "OPT_OUT") is None


def test_a_scan_that_read_nothing_is_not_kept(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    done = history.remember(at, Reading((), (), (StoreCount(records.STORE, None),)))
    assert done.info is None
    assert codes(done) == ["not-remembered"]
    assert not at.folder.exists()


def test_a_number_that_is_not_there(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    with pytest.raises(InspectorError, match="no snapshot 7"):
        archive.load(at, 7)
