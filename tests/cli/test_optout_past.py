# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``optout`` with the history: what has lapsed, what is noted and asked, what an opt-out visit left."""

import json
from pathlib import Path
from typing import Any

import pytest
from make import firefox
from make.command import Ended, Run
from make.terminal import on_a_terminal

FAR = 2_000_000_000
ID = firefox.row("id", ".doubleclick.net", value="OPT_OUT", expiry=FAR)
IDE = firefox.row("IDE", ".doubleclick.net", value="AHW", expiry=FAR)
CART = firefox.row("cart", "shop.com", value="7", expiry=FAR)
DAY1, DAY2, DAY3 = "2026-11-24T12:00:00Z", "2026-11-25T12:00:00Z", "2026-11-26T12:00:00Z"
CHECK = ("optout", "--check", "--read-values", "--format", "jsonl")


def holds(home: Path, *rows: dict[str, Any]) -> Path:
    """Let Firefox hold these cookies and no others."""
    folder = home / ".mozilla" / "firefox" / "x.default"
    for path in folder.glob("cookies.sqlite*"):
        path.unlink()
    firefox.store(folder, *rows)
    (folder / "prefs.js").touch()
    return folder


@pytest.fixture(autouse=True)
def opener(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Firefox that writes down what it is asked to open, and a data folder below the home."""
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    (home / "bin").mkdir()
    for name in ("firefox", "firefox-esr"):
        program = home / "bin" / name
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{home / "seen"}"\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(home / "bin"), prepend=":")
    return home / "seen"


@pytest.fixture
def folder(home: Path) -> Path:
    return home / ".local" / "share" / "cookie-inspector" / "history"


def google(ended: Ended) -> dict[str, Any] | None:
    rows = [json.loads(line) for line in ended.out.splitlines()]
    return next((row for row in rows if row["vendor"] == "google-ads"), None)


def test_nothing_is_kept_unasked(run: Run, home: Path, folder: Path) -> None:
    holds(home, ID)
    assert run("optout", "--read-values", "--now", DAY1).code == 0
    assert run("optout", "google-ads", "--open").code == 0  # nobody is there to be asked
    assert not folder.exists()


@pytest.mark.parametrize("later", [(IDE, CART), (CART,), ()], ids=["identifier back", "others left", "emptied"])
def test_a_remembered_opt_out_that_is_gone_has_lapsed(run: Run, home: Path, later: tuple[dict[str, Any], ...]) -> None:
    holds(home, ID, CART)
    kept = run("optout", "--read-values", "--remember", "--now", DAY1)
    assert (kept.code, "Remembered as snapshot 1" in kept.err) == (0, True)
    holds(home, *later)
    row = google(run(*CHECK, "--now", DAY2))
    assert row is not None
    assert row["state"] == "lapsed"
    assert "seen on 2026-11-24" in row["why"]
    assert google(run(*CHECK, "--now", "2026-11-20")) is None  # it had not been seen yet


def test_of_a_store_that_is_damaged_nothing_is_said_to_be_gone(run: Run, home: Path) -> None:
    holds(home, ID, CART)
    run("optout", "--read-values", "--remember", "--now", DAY1)
    many = (firefox.row(f"c{number}", "shop.com", value="x" * 200, expiry=FAR) for number in range(400))
    store = holds(home, *many) / "cookies.sqlite"
    data = bytearray(store.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\xff" * 4096
    store.write_bytes(data)
    ended = run(*CHECK, "--now", DAY2)
    row = google(ended)
    assert ended.code == 2
    assert row is not None
    assert row["state"] == "cannot_tell"
    assert "not all cookies of this profile could be read" in row["why"]


def test_since_looks_no_further_than_that_snapshot(run: Run, home: Path) -> None:
    holds(home, CART)
    run("scan", "--read-values", "--remember", "--now", DAY1)
    holds(home, ID)
    run("scan", "--read-values", "--remember", "--now", DAY2)
    holds(home, CART)
    assert google(run(*CHECK, "--since", "1", "--now", DAY3)) is None
    row = google(run(*CHECK, "--since", "last", "--now", DAY3))
    assert row is not None
    assert row["state"] == "lapsed"
    for which in ("9", "yesterday", "2020-01-01"):
        ended = run(*CHECK, "--since", which)
        assert (ended.code, ended.out) == (3, "")
    assert run("optout", "--since", "1").code == 3


def test_a_copy_of_a_profile_is_not_the_profile(run: Run, home: Path, tmp_path: Path) -> None:
    holds(home, ID)
    run("optout", "--read-values", "--remember", "--now", DAY1)
    copy = tmp_path / "backup" / "x.default"
    firefox.store(copy, IDE)
    ended = run("optout", "--read-values", "--store", copy, "--now", DAY2, "--format", "jsonl")
    row = google(ended)
    assert row is not None
    assert row["state"] == "not_seen"


def test_a_history_that_cannot_be_read_is_said_and_makes_it_a_part(run: Run, home: Path, folder: Path) -> None:
    holds(home, IDE)
    folder.mkdir(parents=True)
    (folder / "history.sqlite").write_bytes(b"no database" * 300)
    ended = run("optout", "--now", DAY1, "--format", "json")
    assert ended.code == 2
    assert "could not be read" in ended.err
    assert json.loads(ended.out)["problems"]
    assert run("scan", "--now", DAY1).code == 0  # the cookies are all there
    assert run(*CHECK, "--since", "1").code == 3


def test_an_opened_page_is_noted_with_a_yes(run: Run, home: Path, opener: Path) -> None:
    holds(home, IDE)
    assert run("history", "on").code == 0
    ended = run("optout", "google-ads", "--open", "--now", DAY1)
    assert (ended.code, opener.exists()) == (0, True)
    assert "Noted that its page was opened" in ended.err
    row = google(run(*CHECK, "--now", DAY2))
    assert row is not None
    assert row["state"] == "not_seen"
    assert "its page was opened on 2026-11-24" in row["why"]
    assert "not have written it yet" not in row["why"]
    soon = google(run(*CHECK, "--now", "2026-11-24T12:00:30Z"))
    assert soon is not None
    assert "may not have written it yet" in soon["why"]


def test_with_no_remember_nothing_of_an_opened_page_is_noted(run: Run, home: Path) -> None:
    holds(home, IDE)
    run("history", "on")
    ended = run("optout", "google-ads", "--open", "--no-remember", "--now", DAY1)
    assert "Noted" not in ended.err
    assert google(run(*CHECK, "--no-remember", "--now", DAY2)) is None


def test_what_a_visit_left_is_labelled_so(run: Run, home: Path) -> None:
    day1_us, second = 1_795_521_600_000_000, 1_000_000
    holds(
        home,
        firefox.row("csrf", "tool.com", value="x", expiry=FAR, creationTime=day1_us + 60 * second),
        firefox.row("old", "shop.com", value="x", expiry=FAR, creationTime=day1_us - 9_000 * second),
        IDE | {"creationTime": day1_us - 9_000 * second},
    )
    run("optout", "google-ads", "--open", "--remember", "--now", DAY1)
    document = json.loads(run("optout", "--now", DAY2, "--format", "json").out)
    assert [held["cookie"] for held in document["set_by_visit"]] == ["csrf"]
    scan = run("scan", "--now", DAY2, "--format", "jsonl")
    rows = {row["name"]: row for row in map(json.loads, scan.out.splitlines())}
    said = {name: [why for why in row["because"] if "opt-out visit of 2026-11-24" in why] for name, row in rows.items()}
    assert {name: len(why) for name, why in said.items()} == {"csrf": 1, "old": 0, "IDE": 0}
    assert "1 cookie appeared within minutes of an opt-out visit, no news of tracking: csrf" in scan.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--remember", "--cookies", "x.json"),
        ("--remember", "--policy", "x.md"),
        ("--since", "1", "--policy", "x.md"),
    ],
)
def test_wrong_usage_is_said(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run("optout", *arguments)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err


@pytest.mark.parametrize(("answer", "kept"), [(b"y\n", True), (b"n\n", False)])
def test_it_asks_once_where_it_first_helps(run: Run, home: Path, folder: Path, answer: bytes, kept: bool) -> None:
    holds(home, IDE)
    code, shown = on_a_terminal(home, answer, "optout", "google-ads", "--open")
    assert code == 0
    assert "to check an opt-out later?" in shown
    assert ("Noted that its page was opened" in shown, "Remembered as snapshot 1" in shown) == (kept, kept)
    assert folder.exists() is kept
    code, shown = on_a_terminal(home, answer, "optout", "google-ads", "--open")
    assert (code, "[y/N]" in shown) == (0, False)


def test_forgetting_all_leaves_nothing(run: Run, home: Path, folder: Path) -> None:
    holds(home, IDE)
    run("history", "on")
    run("optout", "google-ads", "--open", "--read-values", "--now", DAY1)
    assert folder.exists()
    assert run("history", "forget", "--all", "--yes").code == 0
    assert not folder.exists()
    run("history", "off")
    assert google(run(*CHECK, "--now", DAY2)) is None


def test_forgetting_a_site_forgets_the_visit_and_its_opt_out(run: Run, home: Path, folder: Path) -> None:
    holds(home, ID, CART)
    run("optout", "google-ads", "--open", "--remember", "--read-values", "--now", DAY1)
    for site in ("doubleclick.net", "google.com"):
        assert run("history", "forget", "--site", site, "--yes").code == 0
    holds(home, IDE)
    assert google(run(*CHECK, "--now", DAY2)) is None
    for path in folder.iterdir():
        data = path.read_bytes()
        assert b"doubleclick" not in data
        assert b"adssettings" not in data
