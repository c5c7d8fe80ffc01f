# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the page asks the engine: the past comes in, values go nowhere, nothing is noted without a yes."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from make import firefox, history

from inspector.core.moments import from_datetime
from inspector.core.optout import Launch, OptOutState, Steps
from inspector.core.reading import Reading
from inspector.core.store import StoreRef
from inspector.engine.computer import this_computer
from inspector.engine.history import HistoryPlaces, consent, history_places, keep_consent, snapshots
from inspector.engine.past import known_before
from inspector.engine.request import ScanRequest
from inspector.engine.scan import scan
from inspector.gui.optouts import source
from inspector.gui.optouts.source import Look, Looked, Opened, answer_noting, look, look_with_values, open_way
from inspector.gui.source import label_cookies

FAR = 2_000_000_000
ID = firefox.row("id", ".doubleclick.net", value="OPT_OUT", expiry=FAR)
IDE = firefox.row("IDE", ".doubleclick.net", value="AHW", expiry=FAR)
CART = firefox.row("cart", "shop.com", value="7", expiry=FAR)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def holds(home: Path, *rows: dict[str, Any]) -> Reading:
    folder = home / ".mozilla" / "firefox" / "x.default"
    for path in folder.glob("cookies.sqlite*"):
        path.unlink()
    firefox.store(folder, *rows)
    return scan(ScanRequest(), this_computer(home_needed=True))


def state(looked: Looked) -> OptOutState:
    return next(held.state for held in looked.found.standings if held.vendor == "google-ads")


def opened(home: Path, monkeypatch: pytest.MonkeyPatch, looked: Looked) -> Opened:
    def start(url: str, store: StoreRef, shown: str) -> Launch | Steps:
        return Launch(("firefox", url), "it")

    monkeypatch.setattr(source, "_open", start)
    held = next(held for held in looked.found.standings if held.link is not None)
    assert held.link is not None
    return open_way(held.link, held.store, held.link.url, history.NOW)


def places() -> HistoryPlaces:
    return history_places()


def test_values_are_read_for_the_answer_and_not_kept(home: Path) -> None:
    reading = holds(home, ID, CART)
    assert state(look(Look(reading, history.NOW))) is OptOutState.CANNOT_TELL
    looked = look_with_values(Look(reading, history.NOW))
    assert state(looked) is OptOutState.RECORDED
    assert all(cookie.value is None for cookie in looked.reading.cookies)
    assert not places().folder.exists()
    by_hand = look_with_values(Look(reading, history.NOW, by_hand=True))
    assert state(by_hand) is OptOutState.RECORDED


def test_with_a_yes_what_was_read_is_remembered_and_lapses_when_it_is_gone(home: Path) -> None:
    keep_consent(places(), remember=True, now=history.NOW)
    looked = look_with_values(Look(holds(home, ID, CART), history.NOW))
    assert looked.noting
    assert len(snapshots(places()).snapshots) == 1
    for rows in ((IDE, CART), (CART,), ()):
        later = Look(holds(home, *rows), history.NOW + timedelta(days=1))
        assert state(look(later)) is OptOutState.LAPSED
    look_with_values(Look(holds(home, ID), history.NOW, by_hand=True))
    assert len(snapshots(places()).snapshots) == 1  # what was opened by hand is no state of the browsers


def test_nothing_is_noted_without_an_answer_or_after_a_no(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = holds(home, IDE)
    first = opened(home, monkeypatch, look(Look(reading, history.NOW)))
    assert (first.noting, first.days) == (None, 90)
    assert first.visit is not None
    assert not places().folder.exists()
    assert answer_noting(first, Look(reading, history.NOW), False) == ()
    assert consent(places()).remember is False
    assert opened(home, monkeypatch, look(Look(reading, history.NOW))).noting is False
    assert not places().folder.exists()


def test_a_yes_notes_the_page_and_what_was_seen_before_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = holds(home, IDE)
    first = opened(home, monkeypatch, look(Look(reading, history.NOW)))
    assert answer_noting(first, Look(reading, history.NOW), True) == ()
    assert known_before(places()).earlier.visits == (first.visit,)
    assert len(snapshots(places()).snapshots) == 1
    later = look(Look(holds(home, IDE), history.NOW + timedelta(days=1)))
    why = next(held.why for held in later.found.standings if held.vendor == "google-ads")
    assert "its page was opened on 2026-11-24" in why
    assert opened(home, monkeypatch, later).noting is True
    assert len(known_before(places()).earlier.visits) == 2


def test_a_history_that_cannot_be_read_is_said_beside_the_answer(home: Path) -> None:
    reading = holds(home, IDE)
    places().folder.mkdir(parents=True)
    places().database.write_bytes(b"no database" * 200)
    looked = look(Look(reading, history.NOW))
    assert state(looked) is OptOutState.NOT_SEEN
    assert "could not be read" in str(looked.found.problems[0])


def test_the_table_of_cookies_says_what_an_opt_out_visit_left(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = IDE | {"creationTime": from_datetime(history.NOW) + 60_000_000}
    reading = holds(home, late, CART)
    keep_consent(places(), remember=True, now=history.NOW)
    opened(home, monkeypatch, look(Look(reading, history.NOW)))
    told = label_cookies(reading.cookies, lambda: False)
    said = {cookie.name: label.because for cookie, label in zip(reading.cookies, told.labels, strict=True)}
    assert any("opt-out visit of 2026-11-24" in why for why in said["IDE"])
    assert not any("opt-out visit" in why for why in said["cart"])
