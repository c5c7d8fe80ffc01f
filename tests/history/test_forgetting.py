# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is forgotten is in no file any more."""

from pathlib import Path

import pytest
from make import history, records

from inspector.core.isolation import Isolation, Partition
from inspector.core.snapshot import Scope
from inspector.history import archive
from inspector.history.database import BusyError, reading, writing
from inspector.history.files import HistoryPlaces


def of(site: str) -> archive.BelongsTo:
    return lambda host: host.removeprefix(".") == site or host.endswith("." + site)


def content(at: HistoryPlaces) -> bytes:
    return b"".join(path.read_bytes() for path in at.folder.iterdir())


def test_a_site_is_taken_out_of_every_snapshot(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    partition = Isolation(Partition("https://www.secret-shop.test"), raw="https://secret-shop.test")
    cookies = (
        records.cookie(host=".www.secret-shop.test", name="own"),
        records.cookie(host="ads.test", name="under", isolation=partition),
        records.cookie(host="ads.test", name="free"),
        records.cookie(host="notsecret-shop.example", name="neighbour"),
    )
    for day in range(3):
        history.kept(at, records.reading(*cookies), day)
    history.kept(at, records.reading(cookies[0]), 4, scope=Scope(site="secret-shop.test"))
    assert b"www.secret-shop.test" in content(at)
    gone = archive.forget_site(at, of("secret-shop.test"), history.NOW)
    assert (gone.cookies, gone.snapshots) == (2, 4)
    assert history.ids(at) == [1, 2, 3]
    for info in archive.snapshots(at).snapshots:
        assert (info.cookies, info.trimmed) == (2, True)
        assert history.names(archive.load(at, info.id)) == ["free", "neighbour"]
    assert b"secret-shop.test" not in content(at)


def test_a_site_that_is_in_none_of_them(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(records.cookie()))
    assert archive.forget_site(at, of("other.test"), history.NOW)[:2] == (0, 0)
    assert not archive.snapshots(at).snapshots[0].trimmed


def test_what_comes_after_a_forgotten_site_is_seen_anew(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(records.cookie()))
    archive.forget_site(at, of("shop.test"), history.NOW)
    info = history.kept(at, records.reading(records.cookie()))
    assert (info.cookies, info.trimmed) == (1, False)
    assert archive.load(at, 1).cookies == ()


def test_before_a_moment(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    for day, name in enumerate(("first-of-all", "second", "third")):
        history.kept(at, records.reading(records.cookie(name=name)), day)
    archive.forget_before(at, history.last(at).info.taken_us, history.NOW)
    assert history.ids(at) == [3]
    assert b"first-of-all" not in content(at)
    assert b"third" in content(at)


def test_wholly_leaves_no_file(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(history.with_value("x")))
    (at.folder / "damaged-20260101-000000-abc.sqlite").write_bytes(b"was a history")
    done = archive.forget_all(at)
    assert done.snapshots == 1
    assert len(done.files) >= 3
    assert not at.folder.exists()


def test_wholly_leaves_what_is_not_ours(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(records.cookie()))
    (at.folder / "note.txt").write_text("mine")
    archive.forget_all(at)
    assert [path.name for path in at.folder.iterdir()] == ["note.txt"]


def test_wholly_waits_for_nobody_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = history.places(tmp_path)
    history.kept(at, records.reading(records.cookie()))
    monkeypatch.setattr("inspector.history.database.WAIT_S", 0.05)
    monkeypatch.setitem(writing.__wrapped__.__kwdefaults__, "wait_s", 0.05)  # type: ignore[attr-defined]
    with writing(at), pytest.raises(BusyError, match="in use by another run"):
        archive.forget_all(at)
    assert history.ids(at) == [1]


def test_wholly_twice_is_no_fault(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    assert archive.forget_all(at).files == ()


def test_what_another_program_still_reads_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = history.places(tmp_path)
    for day in range(2):
        history.kept(at, records.reading(records.cookie(name=f"day-{day}")), day)
    monkeypatch.setattr("inspector.history.database.WAIT_S", 0.05)
    with reading(at):
        done = archive.forget_site(at, of("shop.test"), history.NOW)
    assert [problem.code for problem in done.problems] == ["history-log-busy"]
    assert archive.forget_site(at, of("shop.test"), history.NOW).problems == ()
    assert b"day-" not in content(at)
