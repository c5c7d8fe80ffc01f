# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is remembered of opt-outs, so that "lapsed" can be told later."""

from pathlib import Path

import pytest
from make import history, records

from inspector.core.optout import NOTHING_EARLIER, Compartment, EarlierOptOut, OptOutState, OptOutVisit
from inspector.core.snapshot import SeenOptOut
from inspector.history import archive
from inspector.history.archive import Allowance
from inspector.history.database import writing
from inspector.history.files import HistoryPlaces
from inspector.history.forgetting import Limits
from inspector.history.schema import STEPS
from inspector.history.writing import Stamp

READING = records.reading(records.cookie())
EVER = 2**63 - 1
NOW_US = records.NOW_US


def seen(vendor: str = "google-ads", place: Compartment = Compartment(), host: str = "ads.test") -> SeenOptOut:  # noqa: B008
    state = EarlierOptOut(vendor, "firefox", "default", place, OptOutState.RECORDED, NOW_US, 2**70)
    return SeenOptOut(state, (host,))


def keep(at: HistoryPlaces, *held: SeenOptOut, at_us: int = NOW_US) -> int:
    stamp = Stamp(at_us, history.PROGRAM, history.Scope())
    done = archive.remember(at, READING, stamp, Allowance(), held)
    assert done.info is not None
    return done.info.id


def test_nothing_is_remembered_of_nothing(tmp_path: Path) -> None:
    assert archive.earlier(history.places(tmp_path), EVER) == NOTHING_EARLIER
    assert not (tmp_path / "data").exists()


def test_an_opt_out_comes_back_with_the_moment_of_its_scan(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    place = Compartment("https://shop.test", 3, "a\ud800")
    keep(at, seen(), seen(place=place), at_us=NOW_US + 5)
    found = archive.earlier(at, EVER).opt_outs
    assert [(held.compartment, held.seen_us, held.expires_us) for held in found] == [
        (Compartment(), NOW_US + 5, 2**70),
        (place, NOW_US + 5, 2**70),
    ]


def test_the_latest_look_counts_and_one_may_look_back(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    first = keep(at, seen(), at_us=NOW_US)
    keep(at, seen(), at_us=NOW_US + 9)
    keep(at, at_us=NOW_US + 20)
    assert [held.seen_us for held in archive.earlier(at, EVER).opt_outs] == [NOW_US + 9]
    assert [held.seen_us for held in archive.earlier(at, first).opt_outs] == [NOW_US]


def test_a_visit_is_noted(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    visit = OptOutVisit(None, "chrome", "Default", NOW_US)
    assert archive.remember_visit(at, visit, "ads.test", history.NOW) == ()
    assert archive.earlier(at, EVER).visits == (visit,)
    assert history.ids(at) == []


def test_a_visit_that_cannot_be_noted_is_said(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    at.folder.parent.mkdir(parents=True)
    at.folder.write_text("in the way")
    problems = archive.remember_visit(at, OptOutVisit("x", "chrome", "Default", NOW_US), "ads.test", history.NOW)
    assert [problem.code for problem in problems] == ["not-remembered"]


@pytest.mark.parametrize(
    ("held", "site"),
    [
        (seen(host="www.secret.test"), "secret.test"),
        (seen(place=Compartment("https://secret.test")), "secret.test"),
        (seen(place=Compartment(None, None, "secret.test")), "secret.test"),
    ],
)
def test_a_forgotten_site_takes_its_opt_outs_along(tmp_path: Path, held: SeenOptOut, site: str) -> None:
    at = history.places(tmp_path)
    keep(at, held, seen("other"))
    archive.remember_visit(at, OptOutVisit("x", "chrome", "Default", NOW_US), "optout.secret.test", history.NOW)
    archive.forget_site(at, lambda host: host == site or host.endswith("." + site), history.NOW)
    earlier = archive.earlier(at, EVER)
    assert ([one.vendor for one in earlier.opt_outs], earlier.visits) == (["other"], ())
    assert b"secret.test" not in at.database.read_bytes()


def test_what_is_too_old_goes(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    archive.remember_visit(at, OptOutVisit("x", "chrome", "Default", NOW_US), "ads.test", history.NOW)
    archive.tidy(at, Limits(), history.NOW)
    assert len(archive.earlier(at, EVER).visits) == 1
    archive.tidy(at, Limits(days=30), history.NOW)
    assert archive.earlier(at, EVER).visits == ()


def test_the_store_of_an_opt_out_comes_back_and_two_of_one_name_stay_apart(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    held = [SeenOptOut(seen().standing._replace(file=file), ("ads.test",)) for file in ("/a", "/b", None)]
    keep(at, *held)
    assert [was.file for was in archive.earlier(at, EVER).opt_outs] == ["/a", "/b", None]


def test_a_file_of_the_version_before_is_brought_up_and_its_opt_outs_are_kept(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    with writing(at, steps=STEPS[:2]) as connection:
        connection.execute(
            "INSERT INTO snapshots(id, taken_us, program, knowledge, scope, problems) VALUES(1, ?, '', '', '{}', '[]')",
            (NOW_US,),
        )
        connection.execute(
            "INSERT INTO opt_outs(snapshot, vendor, browser, profile, state, hosts) "
            "VALUES(1, 'google-ads', 'firefox', 'default', 'recorded', '[]')"
        )
    (was,) = archive.earlier(at, EVER).opt_outs
    assert (was.vendor, was.state, was.file) == ("google-ads", OptOutState.RECORDED, None)
