# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``optout`` and ``clear-steps`` as a person runs them."""

import json
from pathlib import Path
from typing import Any

import pytest
from make import chromium, firefox, homes
from make.command import Ended, Run

NOW = "2026-11-24T12:00:00Z"
FAR = 2_000_000_000
POLICY = """# Cookies

Google uses cookies to serve ads. You can opt out at http://www.google.com/privacy_ads.html.
You may opt out of other ad networks at the Network Advertising Initiative: http://www.networkadvertising.org/choices/.
"""


@pytest.fixture
def profiles(home: Path) -> Path:
    """Chrome with DoubleClick's identifier, Firefox with an opt-out in force and a consent choice."""
    root = home / ".config" / "google-chrome"
    chromium.store(
        root / "Default" / "Cookies",
        chromium.row("IDE", ".doubleclick.net", encrypted_value=b"", value="AHW"),
        chromium.row("_ga", ".shop.com", encrypted_value=b"", value="GA1.2.3.4"),
    )
    homes.local_state(root, {"Default": "Me"})
    firefox.store(
        home / ".mozilla" / "firefox" / "x.default",
        firefox.row("id", ".doubleclick.net", value="OPT_OUT", expiry=FAR),
        firefox.row("OptanonConsent", ".shop.com", value="isGpcEnabled=1&groups=C0004%3A0", expiry=FAR),
        firefox.row("cart", "shop.com", value="7", expiry=FAR),
    )
    (home / "bin").mkdir()
    seen = home / "seen"
    program = home / "bin" / "google-chrome"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{seen}"\n')
    program.chmod(0o755)
    return home


def lines(ended: Ended) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.out.splitlines()]


def states(ended: Ended) -> dict[tuple[str, str], str]:
    return {(row["vendor"], row["browser"]): row["state"] for row in lines(ended)}


def test_what_applies_here_with_link_and_state(run: Run, profiles: Path) -> None:
    ended = run("optout", "--read-values", "--now", NOW, "--format", "jsonl")
    assert ended.code == 0, ended.err
    assert states(ended) == {
        ("google-ads", "chrome"): "not_seen",
        ("google-ads", "firefox"): "recorded",
        ("google-analytics", "chrome"): "cannot_tell",
    }
    first = next(row for row in lines(ended) if row["browser"] == "chrome")
    assert {"vendor", "browser", "profile", "state", "why", "cookies", "link"} <= first.keys()
    assert first["link"] == "https://adssettings.google.com/partnerads"
    assert "OPT_OUT" not in ended.out
    assert "AHW" not in ended.out


def test_without_values_what_they_decide_cannot_be_told(run: Run, profiles: Path) -> None:
    ended = run("optout", "--now", NOW, "--format", "jsonl", "--browser", "firefox")
    (row,) = lines(ended)
    assert row["state"] == "cannot_tell"
    assert "was not read" in row["why"]
    assert "--read-values reads them" in run("optout", "--now", NOW, "--browser", "firefox").out


def test_the_ways_out_of_a_company_without_cookies_are_in_the_document(run: Run, profiles: Path) -> None:
    held = json.loads(run("optout", "improve-digital", "--format", "json", "--now", NOW).out)
    assert (held["opt_outs"], held["company"]["vendor"]) == ([], "improve-digital")
    assert all(way["url"].startswith("http") for way in held["company"]["ways"])
    assert held["company"]["ways"]
    none = json.loads(run("optout", "google", "--format", "json", "--now", NOW).out)["company"]
    assert none["ways"] == []
    assert "google-ads" in [other["vendor"] for other in none["other_entries"]]
    assert "company" not in json.loads(run("optout", "--format", "json", "--now", NOW).out)


def test_four_hundred_days_later_it_has_lapsed(run: Run, profiles: Path) -> None:
    ended = run("optout", "--check", "--read-values", "--now", "2033-07-01", "--format", "jsonl")
    assert states(ended)["google-ads", "firefox"] == "lapsed"
    assert ("google-ads", "chrome") not in states(ended)  # nothing was ever recorded there


def test_the_table_and_the_document(run: Run, profiles: Path) -> None:
    table = run("optout", "--read-values", "--now", NOW)
    assert table.code == 0
    assert "recorded" in table.out
    assert "no cookie shows what a company does" in table.out
    assert "saw the browser's opt-out signal" in table.out
    document = json.loads(run("optout", "--read-values", "--now", NOW, "--format", "json").out)
    assert {signal["kind"] for signal in document["signals"]} == {"gpc", "consent"}
    assert document["knowledge"]


def test_a_company_in_full(run: Run, profiles: Path) -> None:
    ended = run("optout", "doubleclick.net", "--read-values", "--now", NOW)
    assert ended.code == 0
    for said in ("recorded in Firefox", "not seen in Chrome", "does not stop: Ads as such", "as documented in"):
        assert said in ended.out
    assert "verified" not in ended.out


def test_an_entry_without_a_way_out_names_the_companys_others(run: Run, profiles: Path) -> None:
    out = run("optout", "google").out
    assert "No way out is known of this one" in out
    assert "cookie-inspector optout google-ads" in out
    assert "cookie-inspector optout google-analytics" in out
    assert "google-ads" in run("optout", "google", "--open").err
    assert "other entries" not in run("optout", "google-ads").out


def test_a_company_that_nobody_knows(run: Run, profiles: Path) -> None:
    ended = run("optout", "Gogle Analytics")
    assert ended.code == 3
    assert "Did you mean" in ended.err


def test_opening_starts_the_browser_that_holds_the_cookies(
    run: Run, profiles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(profiles / "bin"), prepend=":")
    ended = run("optout", "google-ads", "--open", "--browser", "chrome")
    assert ended.code == 0, ended.err
    seen = (profiles / "seen").read_text().splitlines()
    assert seen == ["--profile-directory=Default", "https://adssettings.google.com/partnerads"]


def test_several_profiles_must_be_told_apart(run: Run, profiles: Path) -> None:
    ended = run("optout", "google-ads", "--open")
    assert ended.code == 3
    assert "several fit" in ended.err
    assert not (profiles / "seen").exists()


def test_a_browser_that_cannot_be_started_gets_steps(run: Run, profiles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    ended = run("optout", "google-ads", "--open", "--browser", "chrome")
    assert ended.code == 0
    assert "Copy: https://adssettings.google.com/partnerads" in ended.out


def test_a_page_that_the_tables_do_not_vouch_for_is_shown_first(
    run: Run, profiles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(profiles / "bin"), prepend=":")
    asked = ("optout", "improve-digital", "--open", "--browser", "chrome")
    url = "https://www.improvedigital.com/opt-out-page/"
    ended = run(*asked)
    assert ended.code == 3
    assert f"--confirm {url}" in ended.err
    assert run(*asked, "--confirm", "https://elsewhere.com/").code == 3
    assert not (profiles / "seen").exists()
    assert run(*asked, "--confirm", url).code == 0
    assert (profiles / "seen").read_text().splitlines()[-1] == url


def test_the_opt_outs_of_a_policy(run: Run, home: Path) -> None:
    policy = home / "policy.md"
    policy.write_text(POLICY)
    ended = run("optout", "--policy", policy, "--format", "jsonl")
    assert ended.code == 0, ended.err
    rows = {row["target"]: row for row in lines(ended)}
    assert {"target", "quote", "url", "class", "live_url", "why"} <= rows["nai"].keys()
    assert rows["google-ads"]["class"] == "moved"
    assert rows["google-ads"]["live_url"] == "https://adssettings.google.com/partnerads"
    assert rows["nai"]["class"] == "retired"
    table = run("optout", "--policy", policy)
    assert "retired 1" in table.out


def test_a_policy_that_is_not_there(run: Run, home: Path) -> None:
    assert run("optout", "--policy", home / "none.md").code == 3
    policy = home / "policy.md"
    policy.write_text(POLICY)
    assert run("optout", "--policy", home / "none.md", "--policy", policy).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("--open",),
        ("google-ads", "--confirm", "x"),
        ("google-ads", "--policy", "x"),
        ("--check", "--policy", "x"),
        ("--now", "yesterday"),
        ("--format", "xml"),
    ],
)
def test_wrong_usage_is_said(run: Run, home: Path, arguments: tuple[str, ...]) -> None:
    ended = run("optout", *arguments)
    assert ended.code == 3
    assert ended.err


def test_nothing_readable_is_a_failure_and_a_part_is_a_part(run: Run, profiles: Path, tmp_path: Path) -> None:
    assert run("optout", "--store", tmp_path / "none").code == 3
    ended = run("optout", "--store", tmp_path / "none", "--store", profiles / ".config" / "google-chrome" / "Default")
    assert ended.code == 2


def test_steps_for_a_site_name_what_would_be_lost(run: Run, profiles: Path) -> None:
    ended = run("clear-steps", "shop.com")
    assert ended.code == 0, ended.err
    assert "Copy: chrome://settings/content/siteDetails?site=https%3A%2F%2Fshop.com" in ended.out
    assert "Careful" in ended.out
    assert "OptanonConsent" in ended.out
    assert "deletes nothing" in ended.out
    assert not ended.err
    rows = {row["browser"]: row for row in lines(run("clear-steps", "shop.com", "--format", "jsonl"))}
    assert rows["chrome"]["keep"] == []
    assert [kept["name"] for kept in rows["firefox"]["keep"]] == ["OptanonConsent"]


def test_profiles_that_hold_none_of_the_sites_cookies_are_named(run: Run, profiles: Path) -> None:
    firefox.store(profiles / ".mozilla" / "firefox" / "y.work", firefox.row("a", "other.com", expiry=FAR))
    ended = run("clear-steps", "other.com")
    assert (ended.code, ended.err) == (0, "No cookie of other.com in: Chrome (Me), Firefox (x.default).\n")
    assert "Firefox (y.work)" in ended.out


def test_steps_for_a_site_without_cookies(run: Run, profiles: Path) -> None:
    ended = run("clear-steps", "nowhere.com")
    assert ended.code == 0
    assert "nothing to delete" in ended.out
    assert run("clear-steps", "https://x y").code == 3
