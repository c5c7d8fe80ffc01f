# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which stores a request means, on made computers."""

from pathlib import Path

import pytest
from make import chromium, homes
from make.records import problem

from inspector.core.computer import Computer, Platform
from inspector.core.problem import InspectorError, Severity
from inspector.engine import sources
from inspector.engine.request import ScanRequest
from inspector.engine.sources import find
from inspector.readers.api import Discovery


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A Linux home with Chrome (profiles Me and Work), Chrome Beta (Only) and Firefox (two profiles)."""
    config = tmp_path / ".config"
    homes.user_data(config / "google-chrome")
    chromium.store(config / "google-chrome-beta" / "Default" / "Cookies")
    homes.local_state(config / "google-chrome-beta", {"Default": "Only"})
    homes.firefox(tmp_path / ".mozilla" / "firefox")
    return homes.computer(tmp_path, Platform.LINUX)


def found(request: ScanRequest, computer: Computer) -> list[tuple[str, str]]:
    return [(store.ref.browser, store.ref.profile) for store in find(request, computer).stores]


EVERYTHING = [
    ("chrome", "Default"),
    ("chrome", "Profile 1"),
    ("chrome-beta", "Default"),
    ("firefox", "abc1.default-release"),
    ("firefox", "zzz2.found"),
]


def test_nothing_named_is_everything_found(computer: Computer) -> None:
    everything = find(ScanRequest(), computer)
    assert [(store.ref.browser, store.ref.profile) for store in everything.stores] == EVERYTHING
    assert str(computer.home / ".config" / "google-chrome") in everything.looked_in
    assert everything.problems == ()


@pytest.mark.parametrize(
    ("names", "browsers"),
    [
        (("chrome",), ["chrome", "chrome"]),
        (("CHROME",), ["chrome", "chrome"]),
        (("Chrome Beta",), ["chrome-beta"]),
        (("chrome-beta", "firefox"), ["chrome-beta", "firefox", "firefox"]),
    ],
)
def test_a_browser_is_called_by_id_or_name(computer: Computer, names: tuple[str, ...], browsers: list[str]) -> None:
    assert [browser for browser, _ in found(ScanRequest(browsers=names), computer)] == browsers


@pytest.mark.parametrize(
    ("name", "profiles"),
    [
        ("Work", [("chrome", "Profile 1")]),
        ("work", [("chrome", "Profile 1")]),
        ("Profile 1", [("chrome", "Profile 1")]),
        ("default-release", [("firefox", "abc1.default-release")]),
        ("Default", [("chrome", "Default"), ("chrome-beta", "Default")]),
    ],
)
def test_a_profile_is_called_by_name_or_folder(computer: Computer, name: str, profiles: list[tuple[str, str]]) -> None:
    assert found(ScanRequest(profiles=(name,)), computer) == profiles


def test_a_profile_narrows_the_browsers_that_were_named(computer: Computer) -> None:
    assert found(ScanRequest(("chrome-beta",), ("Default",)), computer) == [("chrome-beta", "Default")]
    with pytest.raises(InspectorError, match='No profile "Work"'):
        find(ScanRequest(("chrome-beta",), ("Work",)), computer)


@pytest.mark.parametrize(
    ("request_", "message", "what_to_do"),
    [
        (ScanRequest(browsers=("chrme",)), 'No browser "chrme" was found', 'Did you mean "chrome"?'),
        (ScanRequest(browsers=("netscape",)), "netscape", "Found here: chrome, chrome-beta, firefox"),
        (ScanRequest(profiles=("Wrok",)), 'No profile "Wrok" was found', 'Did you mean "Work"?'),
        (ScanRequest(profiles=("nobody",)), "nobody", "Found here: Me, Work, Only, default-release"),
    ],
)
def test_a_name_that_is_not_here(computer: Computer, request_: ScanRequest, message: str, what_to_do: str) -> None:
    with pytest.raises(InspectorError, match=message) as raised:
        find(request_, computer)
    assert what_to_do in raised.value.what_to_do


def test_a_browser_on_an_empty_computer(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="nor any other"):
        find(ScanRequest(browsers=("chrome",)), homes.computer(tmp_path, Platform.LINUX))


def test_a_name_that_is_not_here_because_its_place_may_not_be_looked_at(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    forbidden = problem("may not be read", "/made/Safari")
    monkeypatch.setattr(sources, "discover", lambda _: Discovery(problems=(forbidden,)))
    for asked in (ScanRequest(browsers=("safari",)), ScanRequest(profiles=("Me",))):
        with pytest.raises(InspectorError, match="/made/Safari: may not be read"):
            find(asked, computer)


def test_named_paths_are_looked_into_instead(computer: Computer, tmp_path: Path) -> None:
    lone = chromium.store(tmp_path / "backup" / "Cookies")
    request = ScanRequest(stores=(lone, computer.home / ".config" / "google-chrome-beta"))
    assert find(request, computer).stores[0].path == lone
    assert found(request, computer)[1:] == [("chrome-beta", "Default")]
    assert find(request, computer).looked_in == ()


def test_a_profile_narrows_the_paths_where_no_browser_is_asked_for(computer: Computer) -> None:
    root = computer.home / ".config" / "google-chrome"
    assert found(ScanRequest(profiles=("Work",), stores=(root,)), computer) == [("chrome", "Profile 1")]
    with pytest.raises(InspectorError, match="Found here: Me, Work"):
        find(ScanRequest(profiles=("x",), stores=(root,)), computer)


def test_paths_and_a_browser_are_both_read(computer: Computer, tmp_path: Path) -> None:
    lone = chromium.store(tmp_path / "backup" / "Cookies")
    request = ScanRequest(browsers=("chrome-beta",), profiles=("Only",), stores=(lone,))
    assert found(request, computer) == [("unknown", ""), ("chrome-beta", "Default")]


def test_a_store_is_taken_once_however_often_it_is_named(computer: Computer, tmp_path: Path) -> None:
    store = computer.home / ".config" / "google-chrome-beta" / "Default" / "Cookies"
    link = tmp_path / "link"
    link.symlink_to(store)
    request = ScanRequest(browsers=("chrome-beta",), stores=(store, store.parent, link))
    assert found(request, computer) == [("chrome-beta", "Default")]


def test_a_path_without_a_store_is_a_problem_beside_the_others(computer: Computer, tmp_path: Path) -> None:
    missing, bad = tmp_path / "missing", Path("a\0b")
    root = computer.home / ".config" / "google-chrome-beta"
    result = find(ScanRequest(stores=(missing, bad, root)), computer)
    assert len(result.stores) == 1
    assert [problem.severity for problem in result.problems] == [Severity.FAILED, Severity.FAILED]
    assert result.problems[0].where == str(missing)


def test_no_browser_is_a_problem_and_the_places_are_told(tmp_path: Path) -> None:
    result = find(ScanRequest(), homes.computer(tmp_path, Platform.LINUX))
    assert [problem.code for problem in result.problems] == ["no-browser"]
    assert len(result.looked_in) > 20


def test_browsers_without_a_store_are_another_problem(tmp_path: Path) -> None:
    profile = tmp_path / ".config" / "google-chrome" / "Default"
    profile.mkdir(parents=True)
    (profile / "Preferences").write_text("{}")
    result = find(ScanRequest(), homes.computer(tmp_path, Platform.LINUX))
    assert [problem.code for problem in result.problems] == ["no-store"]


def test_a_fault_of_ours_in_finding_costs_only_what_it_was_finding(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a secret value")

    lone = chromium.store(tmp_path / "backup" / "Cookies")
    monkeypatch.setattr(sources, "discover", broken)
    result = find(ScanRequest(stores=(lone,)), computer)
    assert len(result.stores) == 1
    (problem,) = find(ScanRequest(), computer).problems
    assert (problem.code, problem.severity) == ("internal-error", Severity.FAILED)
    assert "KeyError" in problem.why
    assert "secret" not in str(problem)
    monkeypatch.setattr(sources, "sniff", broken)
    assert [problem.code for problem in find(ScanRequest(stores=(lone,)), computer).problems] == ["internal-error"]
