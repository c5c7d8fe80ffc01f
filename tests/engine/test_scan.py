# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reading what was asked for: store by store, one site or all, values or not, and what goes wrong on the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from make import chromium, firefox, homes
from make.chromium import FixedKeys
from make.untouched import untouched

from inspector.core.computer import Computer, Platform
from inspector.core.cookie import ValueState
from inspector.core.problem import InspectorError, Severity
from inspector.core.reading import Reading, StoreCount, Values
from inspector.engine import scan as scanning
from inspector.engine.scan import Progress, ScanRequest, scan
from inspector.readers.api import FoundStore, StoreReader


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """Chrome with two cookies of two sites, Firefox with one."""
    config = tmp_path / ".config"
    chromium.store(
        config / "google-chrome" / "Default" / "Cookies",
        chromium.row("a", ".example.com", encrypted_value=chromium.encrypt("1", ".example.com")),
        chromium.row("b", "notexample.com", encrypted_value=chromium.encrypt("22", "notexample.com")),
    )
    firefox.store(tmp_path / ".mozilla" / "firefox" / "x.default", firefox.row("c", "www.example.com"))
    return homes.computer(tmp_path, Platform.LINUX)


def names(reading: Reading) -> list[str]:
    return [cookie.name for cookie in reading.cookies]


def test_everything_is_read_and_nothing_is_touched(computer: Computer) -> None:
    keys = FixedKeys()
    with untouched(computer.home):
        reading = scan(ScanRequest(), computer, keys=keys)
    assert names(reading) == ["a", "b", "c"]
    assert [count.cookies for count in reading.stores if count.cookies] == [2, 1]
    assert reading.complete
    assert keys.asked == 0


def test_only_the_site_and_its_subdomains(computer: Computer) -> None:
    reading = scan(ScanRequest(site="example.com"), computer)
    assert names(reading) == ["a", "c"]
    assert [count.cookies for count in reading.stores if count.cookies] == [2, 1]  # of the whole store


def test_a_site_without_cookies_is_a_note(computer: Computer) -> None:
    reading = scan(ScanRequest(site="example.org"), computer)
    assert (reading.cookies, [problem.code for problem in reading.problems]) == ((), ["site-not-found"])
    assert reading.complete


def test_a_site_is_not_said_to_be_empty_where_nothing_was_read(tmp_path: Path) -> None:
    reading = scan(ScanRequest(site="example.org"), homes.computer(tmp_path, Platform.LINUX))
    assert [problem.code for problem in reading.problems] == ["no-browser"]


def test_a_slip_in_the_site_is_told_before_anything_is_read(computer: Computer) -> None:
    with pytest.raises(InspectorError, match="not a domain"):
        scan(ScanRequest(site="https://example.com/"), computer)


def test_values_are_read_on_request(computer: Computer) -> None:
    reading = scan(ScanRequest(values=Values.READ), computer, keys=FixedKeys())
    assert [cookie.value.reveal() for cookie in reading.cookies if cookie.value] == ["1", "22", "abc"]
    assert reading.complete


def locked(computer: Computer) -> None:
    """Give Chrome a cookie of another site whose value is bound to the application."""
    path = computer.home / ".config" / "google-chrome" / "Default" / "Cookies"
    path.unlink()
    chromium.store(
        path,
        chromium.row("a", ".example.com", encrypted_value=chromium.encrypt("1", ".example.com")),
        chromium.row("l", "other.test", encrypted_value=b"v20" + b"x" * 60),
    )


def severities(reading: Reading) -> list[tuple[str, Severity, int]]:
    return [(problem.code, problem.severity, problem.count) for problem in reading.problems]


def test_a_locked_value_is_a_note_until_values_are_asked_for(computer: Computer) -> None:
    locked(computer)
    assert severities(scan(ScanRequest(), computer)) == [("values-locked", Severity.NOTE, 1)]
    reading = scan(ScanRequest(values=Values.READ), computer, keys=FixedKeys())
    assert severities(reading) == [("values-locked", Severity.PARTIAL, 1)]
    assert not reading.complete


def test_another_sites_locked_value_is_not_this_ones(computer: Computer) -> None:
    locked(computer)
    reading = scan(ScanRequest(site="example.com", values=Values.READ), computer, keys=FixedKeys())
    assert names(reading) == ["a", "c"]
    assert severities(reading) == []
    reading = scan(ScanRequest(site="other.test", values=Values.READ), computer, keys=FixedKeys())
    assert reading.cookies[0].value_state is ValueState.LOCKED
    assert severities(reading) == [("values-locked", Severity.PARTIAL, 1)]


def test_one_sites_part_has_no_problem_that_the_whole_has_not(computer: Computer) -> None:
    path = firefox.store(computer.home / "copy", firefox.row("x"))
    firefox.execute(path, "UPDATE moz_cookies SET value = NULL")
    for site in (None, "shop.test"):
        reading = scan(ScanRequest(stores=(path,), site=site, values=Values.READ), computer)
        assert [cookie.value_state for cookie in reading.cookies] == [ValueState.CORRUPT]
        assert reading.problems == ()


def test_progress_tells_each_store_and_the_end(computer: Computer) -> None:
    seen: list[Progress] = []
    scan(ScanRequest(), computer, progress=seen.append)
    assert [(at.done, at.total) for at in seen] == [(0, 2), (1, 2), (2, 2)]
    assert seen[0].what.startswith("Chrome")
    assert seen[-1].what == ""


def test_what_was_read_before_a_stop_is_kept_and_the_rest_is_told(computer: Computer) -> None:
    asked = iter((False, True))
    reading = scan(ScanRequest(), computer, cancelled=lambda: next(asked))
    assert names(reading) == ["a", "b"]
    assert severities(reading) == [("stopped", Severity.PARTIAL, 1)]
    assert [count.cookies for count in reading.stores] == [2, None]


def test_a_fault_of_ours_costs_its_own_store(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    real = scanning.reader_for

    def broken(found: FoundStore, *_: object) -> Reading:
        raise ValueError(f"a secret value of {found.path}")

    def half_broken(family: object) -> StoreReader:
        reader = real(family)  # type: ignore[arg-type]
        return replace(reader, read=broken) if family == "chromium" else reader

    monkeypatch.setattr(scanning, "reader_for", half_broken)
    reading = scan(ScanRequest(), computer)
    assert names(reading) == ["c"]
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("internal-error", Severity.FAILED)
    assert problem.where.endswith("google-chrome/Default/Cookies")
    assert "ValueError" in problem.why
    assert "report it" in problem.what_to_do
    assert "secret" not in str(problem)
    assert StoreCount(reading.stores[0].store, None) == reading.stores[0]


def test_two_scans_say_the_same(computer: Computer) -> None:
    (computer.home / "empty").write_bytes(b"")
    request = ScanRequest(stores=(computer.home / "missing", computer.home / "empty", computer.home / ".config"))
    first, second = scan(request, computer), scan(request, computer)
    assert first == second
    assert len(first.problems) == 2
