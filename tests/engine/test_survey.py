# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A look around: profiles, counts, freshness, and what could not be read."""

from pathlib import Path

from make import chromium, firefox, homes

from inspector.core.computer import Platform
from inspector.core.problem import Severity
from inspector.engine.scan import Progress
from inspector.engine.survey import survey


def test_every_profile_with_its_count_and_freshness(tmp_path: Path) -> None:
    root = tmp_path / "snap" / "chromium" / "common" / "chromium"
    store = chromium.store(root / "Default" / "Cookies", chromium.row("a"), chromium.row("b"))
    homes.local_state(root, {"Default": "Me", "Profile 1": "Unused"})
    (root / "Profile 1").mkdir()
    firefox.store(tmp_path / ".mozilla" / "firefox" / "x.default", firefox.row())
    told: list[Progress] = []
    seen = survey(homes.computer(tmp_path, Platform.LINUX), progress=told.append)
    first, second, third = seen.sightings
    assert (first.browser, first.browser_name, first.packaging) == ("chromium", "Chromium", "snap")
    assert (first.profile, first.profile_name, first.cookies, first.may_lag_s) == ("Default", "Me", 2, 30)
    assert first.store is not None
    assert (first.store.file, first.store.schema_version) == (str(store), 24)
    assert first.store.modified_us == store.stat().st_mtime_ns // 1000
    assert (second.profile_name, second.store, second.cookies, second.may_lag_s) == ("Unused", None, None, None)
    assert (third.browser, third.cookies, third.may_lag_s) == ("firefox", 1, None)
    assert seen.complete
    assert [at.done for at in told] == [0, 1, 2]


def test_a_store_that_cannot_be_read_has_no_count_but_a_reason(tmp_path: Path) -> None:
    path = tmp_path / ".config" / "google-chrome" / "Default" / "Cookies"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all")
    seen = survey(homes.computer(tmp_path, Platform.LINUX))
    assert [sighting.cookies for sighting in seen.sightings] == [None]
    assert [problem.severity for problem in seen.problems] == [Severity.FAILED]
    assert seen.problems[0].where == str(path)
    assert not seen.complete


def test_an_empty_computer_is_complete_and_says_where_it_was_looked_at(tmp_path: Path) -> None:
    seen = survey(homes.computer(tmp_path, Platform.LINUX))
    assert seen.sightings == ()
    assert seen.complete
    assert str(tmp_path / ".mozilla" / "firefox") in seen.looked_in
