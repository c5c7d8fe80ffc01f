# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Opt-outs in the profiles of real browsers, step by step: before, opted out, out of reach, undone, cleared, expired.

The loopback server plays doubleclick.net, a page of choices and a shop; nobody outside is asked.
"""

import json
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from make import browsers
from make.browsers import needs_chromium, needs_firefox
from make.shop import Shop

from inspector.cli.main import main
from inspector.core.computer import Computer, Platform
from inspector.core.optout import BrowserPlace, Launch
from inspector.core.reading import Values
from inspector.core.store import Family, StoreRef
from inspector.engine.scan import ScanRequest, scan
from inspector.optouts.links import plan

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(400)]

LATER = timedelta(days=400)
States = dict[str | None, str]  # by partition


class Stage(NamedTuple):
    """What the command line says of Google's opt-out after a step: with values, without, and 400 days later."""

    read: States
    unread: States
    later: States


class Ask:
    """Runs ``optout`` on the browsers of a home."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, home: Path, browser: str, *options: str) -> States:
        self._monkeypatch.setenv("HOME", str(home))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            self._monkeypatch.delenv(name, raising=False)
        main(["optout", "google-ads", "--browser", browser, "--format", "jsonl", *options])
        out, _ = self._capsys.readouterr()
        assert "OPT_OUT" not in out
        rows: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
        return {row["partition"]: row["state"] for row in rows}

    def stage(self, home: Path, browser: str) -> Stage:
        later = (datetime.now(UTC) + LATER).isoformat()
        return Stage(
            self(home, browser, "--read-values"),
            self(home, browser),
            self(home, browser, "--read-values", "--now", later),
        )


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    return Ask(monkeypatch, capsys)


def kept(home: Path) -> set[tuple[str, bool]]:
    """The cookies of doubleclick.net that are kept, and whether each is partitioned."""
    reading = scan(ScanRequest(values=Values.NO), Computer(Platform.LINUX, home, {}))
    return {
        (cookie.name, cookie.isolation.partition is not None)
        for cookie in reading.cookies
        if cookie.host.endswith("doubleclick.net")
    }


def check_by_history(ask: Ask, home: Path, browser: str, partition: str) -> None:
    """What is said after everything was cleared, where a note of before was kept: then, and 400 days later."""
    now = datetime.now(UTC)
    for options in ((), ("--now", (now + LATER).isoformat()), ("--since", "1")):
        told = ask(home, browser, "--check", "--read-values", *options)
        assert told == {None: "lapsed", partition: "cannot_reach"} or (told == {None: "lapsed"} and "--now" in options)
    before = (now - LATER).isoformat()
    assert None not in ask(home, browser, "--check", "--read-values", "--now", before)


Visit = Callable[[str, str, set[tuple[str, bool]]], None]


def chromium(home: Path, shop: Shop) -> Visit:
    """Visits a page with the installed Chromium, and looks that it left what it should."""

    def visit(host: str, path: str, expected: set[tuple[str, bool]]) -> None:
        browsers.visit_with_chromium(home, shop.url(host, path))
        assert kept(home) == expected, path

    return visit


def firefox(home: Path, shop: Shop) -> Visit:
    """Visits a page with the installed Firefox, and waits until it has written what it should."""

    def visit(host: str, path: str, expected: set[tuple[str, bool]]) -> None:
        with browsers.running_firefox(home, shop, shop.url(host, path)):
            assert browsers.wait_for(lambda: kept(home) == expected, 90), (path, kept(home))

    return visit


OUT, IDE, APART = ("id", False), ("IDE", False), ("IDE", True)


@needs_chromium
def test_chromium_step_by_step(shop: Shop, tmp_path: Path, ask: Ask) -> None:
    visit = chromium(tmp_path, shop)

    visit("shop.test", "/ads", {IDE})
    before = ask.stage(tmp_path, "chromium")
    assert before == Stage({None: "not_seen"}, {None: "not_seen"}, {None: "not_seen"})

    visit("choices.test", "/choices", {OUT})  # the page of choices works: the identifier is gone
    works = ask.stage(tmp_path, "chromium")
    assert works == Stage({None: "recorded"}, {None: "cannot_tell"}, {None: "lapsed"})
    assert ask(tmp_path, "chromium", "--read-values", "--remember") == {None: "recorded"}

    visit("shop.test", "/chips", {OUT, APART})
    apart = ask(tmp_path, "chromium", "--read-values")
    partition = next(site for site in apart if site is not None)
    assert apart == {None: "recorded", partition: "cannot_reach"}
    assert "shop.test" in partition

    visit("shop.test", "/ads", {OUT, APART, IDE})  # a new identifier: the opt-out is undone
    assert ask(tmp_path, "chromium", "--read-values")[None] == "contradicted"
    assert ask(tmp_path, "chromium")[None] == "cannot_tell"

    visit("ad.doubleclick.net", "/cleared", {APART})
    check_by_history(ask, tmp_path, "chromium", partition)


@needs_firefox
def test_firefox_step_by_step(shop: Shop, tmp_path: Path, ask: Ask) -> None:
    visit = firefox(tmp_path, shop)

    visit("ad.doubleclick.net", "/page", {IDE})
    before = ask.stage(tmp_path, "firefox")
    assert before == Stage({None: "not_seen"}, {None: "not_seen"}, {None: "not_seen"})

    visit("ad.doubleclick.net", "/choose", {OUT})
    works = ask.stage(tmp_path, "firefox")
    assert works == Stage({None: "recorded"}, {None: "cannot_tell"}, {None: "lapsed"})
    assert ask(tmp_path, "firefox", "--read-values", "--remember") == {None: "recorded"}

    visit("shop.test", "/ads", {OUT, APART})  # Total Cookie Protection keeps the advertiser under the shop
    apart = ask(tmp_path, "firefox", "--read-values")
    partition = next(site for site in apart if site is not None)
    assert apart == {None: "recorded", partition: "cannot_reach"}
    assert "shop.test" in partition

    visit("ad.doubleclick.net", "/page", {OUT, APART, IDE})
    assert ask(tmp_path, "firefox", "--read-values")[None] == "contradicted"

    visit("ad.doubleclick.net", "/cleared", {APART})
    check_by_history(ask, tmp_path, "firefox", partition)


# The arguments that the program makes lead real browsers to the profile that was inspected, and to no other.

INI = """[Profile0]
Name=default-release
IsRelative=1
Path=a.default-release
Default=1

[Profile1]
Name=My Work
IsRelative=1
Path=b.work
"""


def arguments_for(place: BrowserPlace, home: Path, url: str) -> tuple[str, ...]:
    """The program's own arguments, the guarded address replaced by the loopback server's, which it would refuse."""
    planned = plan("https://adssettings.google.com/partnerads", place, Computer(Platform.LINUX, home, os.environ))
    assert isinstance(planned, Launch)
    return (*planned.arguments[:-1], url)


@needs_chromium
def test_chromium_opens_the_page_in_the_profile_that_was_inspected(shop: Shop, tmp_path: Path) -> None:
    root = tmp_path / ".config" / "chromium"
    (root / "Profile 1").mkdir(parents=True)
    store = StoreRef("chromium", "Profile 1", str(root / "Profile 1" / "Cookies"), Family.CHROMIUM, "Chromium", "Work")
    place = BrowserPlace(store, "", root / "Profile 1", root, usual=False)  # headless, it would keep nothing at home
    with browsers.running_by(arguments_for(place, tmp_path, shop.url("ad.doubleclick.net", "/page")), tmp_path):
        assert browsers.wait_for(lambda: where_kept(tmp_path) == {"Profile 1"}, 90), where_kept(tmp_path)


@needs_firefox
@pytest.mark.parametrize("name", ["My Work", None])
def test_firefox_opens_the_page_in_the_profile_that_was_inspected(shop: Shop, tmp_path: Path, name: str | None) -> None:
    root = tmp_path / ".mozilla" / "firefox"
    for folder in ("a.default-release", "b.work"):
        browsers.trust(shop, root / folder)
    (root / "profiles.ini").write_text(INI)
    store = StoreRef("firefox", "b.work", str(root / "b.work" / "cookies.sqlite"), Family.FIREFOX, "Firefox", name)
    place = BrowserPlace(store, "", root / "b.work", root)
    with browsers.running_by(arguments_for(place, tmp_path, shop.url("ad.doubleclick.net", "/page")), tmp_path):
        assert browsers.wait_for(lambda: where_kept(tmp_path) == {"b.work"}, 90), where_kept(tmp_path)


def where_kept(home: Path) -> set[str]:
    """The profiles that hold the advertiser's cookie."""
    reading = scan(ScanRequest(values=Values.NO), Computer(Platform.LINUX, home, {}))
    return {cookie.store.profile for cookie in reading.cookies if cookie.name == "IDE"}
