# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The made-up shop of ``demo``, visited for real by the command line: promises, with the request that shows them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from make.browsers import needs_chromium
from make.larkfield import HOST, answers, chromium_for
from make.shop import Shop, open_shop

from inspector.cli.main import main

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240), needs_chromium]

COOKIES = {"woocommerce_items_in_cart", "cookielawinfo-checkbox-necessary", "ahoy_visitor", "_ga", "IDE", "fr"}
KEPT = "with third parties allowed"
REFUSED = "as delivered: tried, refused"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    with open_shop(tmp_path_factory.mktemp("larkfield"), answers()) as running:
        yield running


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("policy") / "privacy.html"
    target.write_text(answers()[HOST, "/privacy"][1], encoding="utf-8")
    return target


@pytest.fixture(scope="module")
def visited(shop: Shop, policy: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Path]:
    """The visit in both modes, audited, with everything that can be written beside it."""
    folder = tmp_path_factory.mktemp("visited")
    code = main(
        [
            "visit",
            shop.url(HOST),
            *("--browser", str(chromium_for(folder)), "--wait", "1", "--out", str(folder / "record")),
            *("--policy", str(policy), "--in-force", "--no-settings"),
            *("--save-har", str(folder / "visit.har"), "--save-cookies", str(folder / "cookies.json")),
            *("--format", f"json:{folder / 'audit.json'}", "--format", f"html:{folder / 'audit.html'}"),
            *("--format", f"wec:{folder / 'inspection.json'}"),
        ]
    )
    return code, folder


@pytest.fixture(scope="module")
def report(visited: tuple[int, Path]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((visited[1] / "audit.json").read_text())
    return loaded


def claims(report: dict[str, Any], field: str) -> list[tuple[str, str]]:
    return [(row["verdict"], row["why"]) for row in report["claims"] if row["field"] == field]


def codes(report: dict[str, Any], name: str) -> set[str]:
    return {row["code"] for row in report["findings"] if row["cookie"] is not None and row["cookie"]["name"] == name}


def test_everything_that_the_shop_asks_for_is_seen(visited: tuple[int, Path], report: dict[str, Any]) -> None:
    assert visited[0] == 1
    assert {row["name"] for row in report["cookies"]} == COOKIES
    assert [run["outcome"] for run in report["visits"][0]["runs"]] == ["complete", "complete"]


def test_the_google_claim_is_kept_with_the_request_that_shows_it(report: dict[str, Any], shop: Shop) -> None:
    assert {verdict for verdict, _ in claims(report, "vendors.google-ads")} == {"kept"}
    why = claims(report, "vendors.google-ads")[0][1]
    assert f"set by https://ad.doubleclick.net:{shop.port}/pixel on {shop.url(HOST)}" in why
    assert KEPT in why
    assert REFUSED in why


def test_where_the_browser_refuses_it_was_tried(shop: Shop, policy: Path, tmp_path: Path) -> None:
    target = tmp_path / "audit.json"
    options = ("--third-parties", "default", "--wait", "1", "--policy", str(policy), "--in-force", "--no-settings")
    main(["visit", shop.url(HOST), "--browser", str(chromium_for(tmp_path)), *options, "--format", f"json:{target}"])
    found = claims(json.loads(target.read_text()), "vendors.google-ads")
    assert {verdict for verdict, _ in found} == {"not_measured"}
    assert found[0][1].startswith("tried, refused: IDE of doubleclick.net was asked for by https://ad.doubleclick.net")


def test_a_third_party_is_judged_by_evidence_and_a_lifetime_as_asked_for(report: dict[str, Any]) -> None:
    rows = {row["name"]: row for row in report["cookies"]}
    assert (rows["IDE"]["attribution"], rows["fr"]["attribution"]) == ("evidence", "partitioned")
    assert rows["ahoy_visitor"]["record"]["lifetime_days"] == 730
    assert "CI401" in codes(report, "_ga")
    assert "CI604" in codes(report, "IDE")


def test_the_script_is_told_with_its_line(report: dict[str, Any]) -> None:
    run = report["visits"][0]["runs"][0]
    writer = next(cookie["first_written_by"] for cookie in run["cookies"] if cookie["name"] == "_ga")
    assert (writer["api"], writer["line"]) == ("document.cookie", 3)


def test_the_other_files_have_the_same_cookies(visited: tuple[int, Path], capsys: pytest.CaptureFixture[str]) -> None:
    folder = visited[1]
    assert {cookie["name"] for cookie in json.loads((folder / "cookies.json").read_text())["cookies"]} == COOKIES
    inspection = json.loads((folder / "inspection.json").read_text())
    assert {cookie["name"] for cookie in inspection["cookies"]} == COOKIES
    assert inspection["hosts"]["requests"]["thirdParty"] == ["ad.doubleclick.net", "www.facebook.com"]
    capsys.readouterr()
    for file in ("visit.har", "record"):
        assert main(["scan", str(folder / file), "--format", "jsonl"]) == 0
        names = {json.loads(line)["name"] for line in capsys.readouterr().out.splitlines()}
        assert names >= COOKIES - {"_ga"}


def test_no_value_is_written_anywhere(visited: tuple[int, Path]) -> None:
    values = ("AHWqTUm-dart", "GA1.1.111.222", "0abc", "3f1c")
    for path in visited[1].rglob("*"):
        if path.is_file() and path.suffix != ".png":
            text = path.read_text(encoding="utf-8", errors="replace")
            assert [value for value in values if value in text] == [], path.name
