# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One visit, recorded every way that can be made here: what each format loses, and that the audits agree otherwise."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from make.browsers import needs_chromium, wait_for
from make.recorder import record_visit
from make.shop import ANSWERS, COOKIE_NAMES, Shop
from make.webdriver import chromedriver_cookies, geckodriver_cookies, needs_chromedriver, needs_geckodriver

from inspector.cli.main import main
from inspector.core.computer import Computer, Platform
from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme, SourceType
from inspector.core.lifetime import LifetimeBasis
from inspector.core.reading import Reading, Values
from inspector.engine.cookie_files import CookieFile, read_cookies
from inspector.engine.scan import ScanRequest, scan

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240), needs_chromium]

TABLE: Final = Path(__file__).parents[2] / "docs" / "formats.md"
ORDER: Final = ("browser-store", "cdp", "har", "storage-state", "netscape")
TITLES: Final = ("The profile", "CDP", "HAR", "storageState", "cookies.txt")

INTRODUCTION: Final = (
    "# What each format knows of one visit",
    "",
    f"One visit of Debian's Chromium to the made-up shop of the tests, which sets {len(COOKIE_NAMES)} cookies,",
    "recorded in several ways at once. Each number says of how many of these cookies the format states the fact.",
    "The table is made and checked by `tests/e2e/test_formats.py`; `UPDATE_SNAPSHOTS=1` writes it anew. A HAR has a",
    "script's cookie only where a request carried it. SameSite counts what proves something: Playwright writes Lax",
    "for cookies that said nothing.",
    "",
)

DRIVER: Final = "## What chromedriver lists"
DRIVER_INTRODUCTION: Final = (
    "",
    "A visit of its own, for a driver starts its own browser. It lists the cookies of the page that is open: no third",
    "party's, none of other hosts; and it writes SameSite=Lax for cookies that said nothing.",
    "",
)

Fact = Callable[[Cookie, Reading], bool]
FACTS: Final[dict[str, Fact]] = {
    "found": lambda cookie, reading: True,
    "its host alone, or hosts below": lambda cookie, reading: cookie.host_only is not None,
    "path": lambda cookie, reading: cookie.path is not None,
    "session or not": lambda cookie, reading: cookie.session is not None,
    "when it ends, or that it ends with the session": lambda cookie, reading: bool(cookie.session or cookie.expires_us),
    "the lifetime that was asked for": lambda cookie, reading: cookie.requested.basis is not LifetimeBasis.UNKNOWN,
    "when it was set": lambda cookie, reading: cookie.updated_us is not None or cookie.created_us is not None,
    "Secure": lambda cookie, reading: cookie.secure is not None,
    "HttpOnly": lambda cookie, reading: cookie.http_only is not None,
    "SameSite": lambda cookie, reading: cookie.same_site is not SameSite.UNKNOWN,
    "priority": lambda cookie, reading: cookie.priority is not Priority.UNKNOWN,
    "scheme it was set over": lambda cookie, reading: cookie.source_scheme is not SourceScheme.UNKNOWN,
    "port it was set over": lambda cookie, reading: cookie.source_port is not None,
    "header or script": lambda cookie, reading: cookie.source_type is not SourceType.UNKNOWN,
    "in a partition": lambda cookie, reading: cookie.isolation.partition is not None,
    "which page set it": lambda cookie, reading: cookie.key in reading.evidence.sightings,
}


@pytest.fixture(scope="module")
def recordings(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    home = tmp_path_factory.mktemp("recorded")
    request, computer = ScanRequest(values=Values.NO), Computer(Platform.LINUX, home, {})

    def written() -> None:
        def names() -> set[str]:
            return {cookie.name for cookie in scan(request, computer).cookies}

        assert wait_for(lambda: names() >= COOKIE_NAMES, 90), sorted(COOKIE_NAMES - names())

    return record_visit(home, shop, written)


@pytest.fixture(scope="module")
def read(recordings: dict[str, Path]) -> dict[str, CookieFile]:
    return {kind: read_cookies(recordings[kind]) for kind in ORDER}


def test_each_is_recognised_and_nothing_is_lost_in_silence(read: dict[str, CookieFile]) -> None:
    assert {kind: held.kind for kind, held in read.items()} == {kind: kind for kind in ORDER}
    names = {kind: {cookie.name for cookie in held.reading.cookies} for kind, held in read.items()}
    # A HAR knows a script's cookie only where a request carried it.
    assert {kind: COOKIE_NAMES - found - {"_ga"} for kind, found in names.items()} == {kind: set() for kind in ORDER}


def test_the_table_in_the_docs_is_what_this_visit_shows(read: dict[str, CookieFile]) -> None:
    made = table(read)
    if os.environ.get("UPDATE_SNAPSHOTS"):
        rest = TABLE.read_text(encoding="utf-8").partition(f"\n{DRIVER}")[1:]
        TABLE.write_text(made + "".join(rest), encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8").partition(f"\n{DRIVER}")[0] == made


@pytest.fixture(scope="module")
def driven(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("driven")
    (home / "cookies.json").write_text(json.dumps(chromedriver_cookies(home, shop)), encoding="utf-8")
    return home / "cookies.json"


@needs_chromedriver
def test_chromedrivers_list_is_of_one_site_and_says_so_in_the_docs(driven: Path) -> None:
    found = read_cookies(driven)
    assert found.kind == "selenium"
    names = {cookie.name for cookie in found.reading.cookies}
    assert names == {"_ga", "cart", "lang", "sid"}
    assert [problem.code for problem in found.reading.problems] == ["current-site-only"]
    rows = [f"| {fact} | {known(found.reading, holds)} |" for fact, holds in FACTS.items()]
    made = "\n".join((f"\n{DRIVER}", *DRIVER_INTRODUCTION, "| Fact | chromedriver |", "|---|---:|", *rows)) + "\n"
    held = TABLE.read_text(encoding="utf-8").partition(f"\n{DRIVER}")
    if os.environ.get("UPDATE_SNAPSHOTS"):
        TABLE.write_text(held[0] + made, encoding="utf-8")
        return
    assert "".join(held[1:]) == made


@needs_chromedriver
def test_chromedrivers_list_is_judged_as_the_profile_is(driven: Path, audit: "Audit") -> None:
    verdicts = {row["name"]: row["verdict"] for row in audit(driven)["cookies"]}
    assert verdicts == {name: verdict for name, verdict in PROFILE.items() if name in verdicts}
    assert {"cart", "sid", "_ga"} <= set(verdicts)


@needs_geckodriver
def test_geckodrivers_list_is_read(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "cookies.json"
    path.write_text(json.dumps(geckodriver_cookies(tmp_path, shop)), encoding="utf-8")
    found = read_cookies(path)
    assert found.kind == "selenium"
    assert {"_ga", "cart", "sid"} <= {cookie.name for cookie in found.reading.cookies}


def table(read: dict[str, CookieFile]) -> str:
    lines = [*INTRODUCTION, f"| Fact | {' | '.join(TITLES)} |", "|---|" + "---:|" * len(TITLES)]
    for fact, holds in FACTS.items():
        cells = (str(known(read[kind].reading, holds)) for kind in ORDER)
        lines.append(f"| {fact} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def known(reading: Reading, holds: Fact) -> int:
    return len({cookie.name for cookie in reading.cookies if cookie.name in COOKIE_NAMES and holds(cookie, reading)})


class Audit:
    """Runs the command line on one recording."""

    def __init__(self, policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._policy, self._capsys = policy, capsys

    def __call__(self, recording: Path) -> dict[str, Any]:
        command = ["audit", "shop.test", "--policy", str(self._policy), "--cookies", str(recording), "--format", "json"]
        assert main(command) == 1
        report: dict[str, Any] = json.loads(self._capsys.readouterr()[0])
        return report


@pytest.fixture
def audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Audit:
    monkeypatch.setenv("HOME", str(tmp_path))
    policy = tmp_path / "privacy.html"
    policy.write_text(ANSWERS["shop.test", "/privacy"][1], encoding="utf-8")
    return Audit(policy, capsys)


# Verdicts by the profile, and where another format differs because it knows more, or cannot know.
PROFILE: Final = {
    "cart": "declared",
    "sid": "declared",
    "www": "declared",
    "lang": "outlives",
    "plain": "outlives",
    "_ga": "undeclared",
    "__Host-chip": "contradicts",
}
DIFFERENCES: Final[dict[str, dict[str, str | None]]] = {
    "browser-store": {},
    "cdp": {},
    "har": {"IDE": "contradicts"},  # the page that it was set on is proven
    "storage-state": {},
    "netscape": {"__Host-chip": None},  # no partition, so nothing ties the widget to the shop: site unknown
}


@pytest.mark.parametrize("kind", ORDER)
def test_the_audits_agree_but_for_what_a_format_cannot_know(
    recordings: dict[str, Path], audit: Audit, kind: str
) -> None:
    report = audit(recordings[kind])
    expected = {name: verdict for name, verdict in (PROFILE | DIFFERENCES[kind]).items() if verdict is not None}
    assert {row["name"]: row["verdict"] for row in report["cookies"]} == expected
