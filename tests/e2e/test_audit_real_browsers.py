# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What ``audit`` says of a shop that breaks its word on purpose, from the profiles of real browsers that visited it."""

import http.client
import json
import ssl
from pathlib import Path
from typing import Any

import pytest
from make.browsers import needs_chromium, needs_firefox
from make.shop import COOKIE_NAMES, Shop
from make.untouched import untouched

from inspector.cli.main import main

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240)]

SITE_UNKNOWN = "in this browser, site unknown"

# Rule, level and cookie (for a claim: its subject) of every breach that was planted, in any browser.
PLANTED = {
    ("CI101", "warning", "_ga"),  # the list has no statistics
    ("CI101", "note", "__Host-chip"),  # nor the widget, whose purpose is a guess: a note at most
    ("CI104", "note", "__Host-chip"),  # of which nothing is known but what cookies with such names are often for
    ("CI202", "error", "__Host-chip"),  # "we do not use third-party cookies"
    ("CI301", "warning", "lang"),  # 30 days declared, stored for 400
    ("CI302", "warning", "plain"),  # declared for the session, kept for 30 days
    ("CI304", "note", "lang"),  # two years were asked for: the browser's limit hides them
    ("CI103", "note", "coupon"),  # declared, never set
}
VERDICTS = {
    "cart": "declared",
    "sid": "declared",
    "www": "declared",
    "lang": "outlives",
    "plain": "outlives",
    "_ga": "undeclared",
    "__Host-chip": "contradicts",
}


@pytest.fixture(scope="module")
def policy(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shop's policy page as it serves it, linked from its front page."""
    target = tmp_path_factory.mktemp("policy") / "privacy.html"
    assert 'href="/privacy"' in served(shop, "/")
    target.write_text(served(shop, "/privacy"), encoding="utf-8")
    return target


def served(shop: Shop, path: str) -> str:
    trust = ssl.create_default_context(cafile=str(shop.authority))
    trust.check_hostname = False  # the name is asked for in the header: nothing resolves it here
    connection = http.client.HTTPSConnection("127.0.0.1", shop.port, context=trust, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": f"shop.test:{shop.port}"})
        answer = connection.getresponse()
        assert answer.status == 200
        return answer.read().decode()
    finally:
        connection.close()


class Audit:
    """Runs the command line on the browsers of a home."""

    def __init__(self, policy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._policy, self._monkeypatch, self._capsys = policy, monkeypatch, capsys

    def __call__(self, home: Path, *options: str) -> tuple[int, dict[str, Any]]:
        self._monkeypatch.setenv("HOME", str(home))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            self._monkeypatch.delenv(name, raising=False)
        code = main(["audit", "shop.test", "--policy", str(self._policy), "--format", "json", *options])
        out, err = self._capsys.readouterr()
        assert not err.strip(), err
        report: dict[str, Any] = json.loads(out)
        return code, report


@pytest.fixture
def audit(policy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Audit:
    return Audit(policy, monkeypatch, capsys)


def found(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    def about(finding: dict[str, Any]) -> str:
        if finding["cookie"] is not None:
            return str(finding["cookie"]["name"])
        return "coupon" if "coupon" in finding["claim"]["quote"] else "?"

    return sorted((finding["code"], finding["level"], about(finding)) for finding in report["findings"])


def verdicts(report: dict[str, Any]) -> dict[str, str]:
    return {row["name"]: row["verdict"] for row in report["cookies"]}


def claim(report: dict[str, Any], quote: str) -> set[str]:
    return {row["verdict"] for row in report["claims"] if quote in row["quote"]}


@needs_chromium
def test_chromium_the_planted_breaches_and_who_could_not_be_attributed(audit: Audit, chromium_home: Path) -> None:
    with untouched(chromium_home / ".config" / "chromium"):
        code, report = audit(chromium_home, "--browser", "chromium")
    assert code == 1
    assert found(report) == sorted(PLANTED)
    assert verdicts(report) == VERDICTS
    assert claim(report, "do not use third-party cookies") == {"broken"}
    # Unpartitioned: some site of this profile set it, nothing says which. It is said, and held against nobody.
    unknown = [row["cookie"]["name"] for row in report["not_judged"] if row["why"] == SITE_UNKNOWN]
    assert unknown == ["IDE"]
    assert report["counts"]["aside"] == 1
    assert "IDE" not in json.dumps(report["findings"] + report["claims"])


@needs_firefox
def test_firefox_the_same_and_the_advertiser_whom_the_partition_proves(audit: Audit, firefox_home: Path) -> None:
    with untouched(firefox_home / ".mozilla"):
        code, report = audit(firefox_home, "--browser", "firefox")
    assert code == 1
    # A note only for what is not in the list: of a host that is not Google's, "IDE" is a guess at the purpose.
    advertiser = {("CI101", "note", "IDE"), ("CI202", "error", "IDE")}
    assert found(report) == sorted(PLANTED | advertiser)
    assert verdicts(report) == VERDICTS | {"IDE": "contradicts"}
    assert claim(report, "do not use third-party cookies") == {"broken"}
    assert [row for row in report["not_judged"] if row["why"] == SITE_UNKNOWN] == []
    assert report["counts"]["aside"] == 0


@needs_chromium
@needs_firefox
def test_both_browsers_at_once_keep_what_each_can_prove_apart(
    audit: Audit, chromium_home: Path, firefox_home: Path
) -> None:
    stores = ("--store", str(chromium_home / ".config" / "chromium" / "Default"))
    stores += ("--store", str(next((firefox_home / ".mozilla" / "firefox").glob("*.default-release"))))
    code, report = audit(chromium_home, *stores)
    assert code == 1
    assert {row["name"] for row in report["cookies"]} == COOKIE_NAMES
    proven = [row["record"]["browser"] for row in report["cookies"] if row["name"] == "IDE"]
    assert proven == ["firefox"]  # Chromium's has no partition
    assert report["counts"]["aside"] == 1
    assert {(code, name) for code, _, name in found(report) if name == "IDE"} == {
        ("CI101", "IDE"),
        ("CI202", "IDE"),
    }


@needs_chromium
def test_on_the_testers_word_the_advertiser_is_judged_in_chromium_too(audit: Audit, chromium_home: Path) -> None:
    code, report = audit(chromium_home, "--browser", "chromium", "--only-this-site")
    assert code == 1
    assert verdicts(report)["IDE"] == "contradicts"
    assert ("CI202", "error", "IDE") in found(report)
