# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A scan is kept with its labels and its opt-outs, so that an opt-out that is gone later is called lapsed."""

from datetime import timedelta
from pathlib import Path

import pytest
from make import history as made
from make import records
from make.traits import classifier, knowledge

from inspector.core.cookie import Cookie
from inspector.core.label import Purpose
from inspector.core.moments import DAY_US
from inspector.core.optout import OptOutState
from inspector.core.snapshot import Scope
from inspector.core.traits import traits_of
from inspector.engine.history import HistoryPlaces, snapshot
from inspector.engine.knowledge import Places
from inspector.engine.optouts import look_at_labelled
from inspector.engine.remembering import earlier_opt_outs, remember_scan

ENDS = records.NOW_US + 900 * DAY_US


@pytest.fixture
def at(tmp_path: Path) -> HistoryPlaces:
    return made.places(tmp_path)


def own(tmp_path: Path) -> Places:
    return Places(tmp_path / "overrides.toml", tmp_path / "packs")


def dart(value: str) -> Cookie:
    return made.with_value(value, host=".doubleclick.net", name="id", session=False, expires_us=ENDS)


def states(cookies: tuple[Cookie, ...], at: HistoryPlaces, days: float, until: str | None = None) -> list[OptOutState]:
    labels = tuple(classifier().classify(traits_of(cookie)) for cookie in cookies)
    earlier = earlier_opt_outs(at, None if until is None else snapshot(until, at))
    found = look_at_labelled(cookies, labels, knowledge(), made.NOW + timedelta(days=days), earlier)
    return [held.state for held in found.standings if held.vendor.startswith("google")]


def test_an_opt_out_that_is_cleared_later_is_lapsed(tmp_path: Path, at: HistoryPlaces) -> None:
    other = records.cookie(host="shop.test", name="cart")
    done = remember_scan(records.reading(dart("OPT_OUT"), other), Scope(values=True), at, own(tmp_path), made.NOW)
    assert done.info is not None
    assert [held.state for held in earlier_opt_outs(at).opt_outs] == [OptOutState.RECORDED]
    assert states((other,), at, 1) == [OptOutState.LAPSED]
    assert states((dart("OPT_OUT"), other), at, 1) == [OptOutState.RECORDED]


def test_without_a_history_nothing_lapses(at: HistoryPlaces) -> None:
    assert OptOutState.LAPSED not in states((records.cookie(host="shop.test", name="cart"),), at, 1)


def test_what_was_not_read_is_not_taken_for_an_opt_out(tmp_path: Path, at: HistoryPlaces) -> None:
    unread = records.cookie(host=".doubleclick.net", name="id", session=False, expires_us=ENDS)
    remember_scan(records.reading(unread), Scope(), at, own(tmp_path), made.NOW)
    assert earlier_opt_outs(at).opt_outs == ()


def test_a_scan_without_labels_gets_them(tmp_path: Path, at: HistoryPlaces) -> None:
    remember_scan(records.reading(dart("OPT_OUT")), Scope(values=True), at, own(tmp_path), made.NOW)
    (seen,) = snapshot("last", at).cookies
    assert seen.label is not None
    assert seen.label.purpose is Purpose.OPT_OUT
    assert snapshot("last", at).had_value(seen, "OPT_OUT") is True
