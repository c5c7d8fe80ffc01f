# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``assert_cookies_match_policy``: every way in which a test has its cookies, and every way in which it fails."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from make import recordings
from make.projects import CART, COMPLETE, GA, IDE, entry, project, state, write

from inspector import testing
from inspector.core.problem import InspectorError
from inspector.testing import (
    CookieInspector,
    CookiesDoNotMatchError,
    CookiesNotVerifiedError,
    assert_cookies_match_policy,
)

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
Given = Callable[[Path, list[Mapping[str, Any]]], Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder without settings, in a home without browsers."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    write(tmp_path, policy_md=COMPLETE)
    return tmp_path


def selenium(cookie: Mapping[str, Any]) -> dict[str, Any]:
    held = entry(cookie)
    expires = held.pop("expires")
    return held | ({"expiry": expires} if expires != -1 else {})


def saved(folder: Path, jar: list[Mapping[str, Any]]) -> Path:
    write(folder, state_json=state(*jar))
    return folder / "state.json"


def recording(folder: Path, jar: list[Mapping[str, Any]]) -> Path:
    headers = [f"{cookie['name']}=2" for cookie in jar]
    path = folder / "visit.har"
    seen = recordings.entry("https://shop.example/", *headers, dest="document")
    path.write_bytes(recordings.har_of([seen], "Playwright"))
    return path


WAYS: Mapping[str, Given] = {
    "context.cookies()": lambda folder, jar: [entry(cookie) for cookie in jar],
    "a tuple": lambda folder, jar: tuple(entry(cookie) for cookie in jar),
    "driver.get_cookies()": lambda folder, jar: [selenium(cookie) for cookie in jar],
    "context.storage_state()": lambda folder, jar: json.loads(state(*jar)),
    "a path": saved,
    "a recording": recording,
    "a path as text": lambda folder, jar: str(saved(folder, jar)),
}


def check(cookies: Any, policy: Any = "policy.md", **options: Any) -> Any:
    return assert_cookies_match_policy(cookies, policy, **{"site": "shop.example", "now": NOW, **options})


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_hand_in_cookies_gives_the_same_answer(folder: Path, way: str) -> None:
    assert check(WAYS[way](folder, [CART])).counts.judged == 1
    with pytest.raises(CookiesDoNotMatchError) as failure:
        check(WAYS[way](folder, [CART, GA]))
    assert {finding.code for finding in failure.value.report.fresh} >= {"CI101"}
    assert "s3cr3t" not in str(failure.value)


def test_nothing_measured_is_no_pass() -> None:
    with pytest.raises(CookiesNotVerifiedError, match="no cookie of this site was seen"):
        check([])
    write(Path(), none_md="We do not use cookies.")
    assert check([], "none.md", only_this_site=True).verified


def test_a_lost_cookie_is_no_pass() -> None:
    with pytest.raises(CookiesNotVerifiedError, match="not everything could be read"):
        check([entry(CART), 5])


@pytest.mark.parametrize(
    ("cookies", "policy"),
    [("none.json", "policy.md"), ([entry(CART)], "none.md"), ([{"a": 1}], "policy.md"), ([5], "policy.md")],
)
def test_what_cannot_be_read_is_no_pass(cookies: Any, policy: str) -> None:
    with pytest.raises(CookiesNotVerifiedError, match="Could not be verified"):
        check(cookies, policy)


def test_a_third_party_counts_on_the_testers_word() -> None:
    jar = [entry(CART), entry(IDE)]
    assert check(jar).counts.aside == 1
    with pytest.raises(CookiesDoNotMatchError):
        check(jar, only_this_site=True)


def test_the_policy_may_come_in_parts(folder: Path) -> None:
    write(folder, cookies_yml="version: 1\ncookies:\n  - name: _ga\n    purpose: analytics\n    lifetime: 13 months\n")
    assert check([entry(CART), entry(GA)], ["policy.md", folder / "cookies.yml"], fail_on=["error"]).verified


def test_thresholds_and_a_baseline(folder: Path) -> None:
    jar = [entry(CART), entry(GA)]
    assert check(jar, fail_on=["CI203"]).findings
    assert check(jar, max_new=5).findings
    from inspector.engine.baseline import Baseline, baseline_text, updated

    known = updated(check(jar, fail_on=["CI203"]), Baseline("b.json"))
    (folder / "b.json").write_text(baseline_text(known))
    assert check(jar, baseline="b.json").fresh == ()
    with pytest.raises(CookiesDoNotMatchError):
        check([*jar, entry({"name": "_fbp", "domain": ".shop.example"})], baseline=folder / "b.json")


def test_settings_of_another_folder(folder: Path) -> None:
    below = folder / "shop"
    below.mkdir()
    project(below, settings="max_new = 3\n")
    inspector = CookieInspector(below)
    assert inspector.assert_match([entry(CART), entry(GA)], now=NOW).findings
    with pytest.raises(CookiesDoNotMatchError):
        inspector.assert_match([entry(CART), entry(GA)], now=NOW, max_new=0)
    assert assert_cookies_match_policy([entry(CART)], settings=below / "cookie-inspector.toml", now=NOW).verified


def test_settings_of_another_site_bring_no_policy(folder: Path) -> None:
    project(folder, settings="only_this_site = true\n")
    with pytest.raises(InspectorError, match="There is no policy"):
        assert_cookies_match_policy([entry(CART)], site="other.example", now=NOW)


@pytest.mark.parametrize(
    ("cookies", "options", "said"),
    [
        ([], {"site": None}, "There is no site"),
        ([], {"policy": None}, "There is no policy"),
        ([], {"site": "not a domain"}, "is not a domain"),
        ({"origins": []}, {}, "without a list of cookies"),
        ([], {"settings": "none.toml"}, "The settings cannot be used"),
        ([], {"fail_on": ["CI999"]}, "There is no rule"),
    ],
)
def test_a_wrong_call_is_told(cookies: Any, options: dict[str, Any], said: str) -> None:
    with pytest.raises(InspectorError, match=said):
        assert_cookies_match_policy(cookies, **{"policy": "policy.md", "site": "shop.example", **options})


def test_a_baseline_that_is_not_there_is_told() -> None:
    with pytest.raises(InspectorError, match="The baseline cannot be used"):
        check([entry(CART)], baseline="none.json")


def test_hostile_names_reach_no_terminal() -> None:
    jar = [entry(CART), entry({"name": "\x1b[31m\u202e::error::x\r\n", "domain": "shop.example"})]
    with pytest.raises(CookiesDoNotMatchError) as failure:
        check(jar, fail_on=["note"])
    assert not {"\x1b", "\u202e", "\r"} & set(str(failure.value))


def test_many_findings_are_counted() -> None:
    jar = [entry({"name": f"zq{chr(97 + at % 26)}{chr(97 + at // 26)}", "domain": "shop.example"}) for at in range(60)]
    with pytest.raises(CookiesDoNotMatchError, match="more"):
        check(jar, fail_on=["CI101"])


def test_the_package_has_nothing_else() -> None:
    with pytest.raises(AttributeError, match="no attribute"):
        _ = testing.nothing
