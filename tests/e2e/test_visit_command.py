# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector visit`` as a stranger uses it, on plain sites of ours: choices, receipts, policies, exit codes."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from make.browsers import needs_chromium, wait_for
from make.recorders import left_behind
from make.site import Reply, Site, open_site

from inspector.cli.main import main

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240), needs_chromium]

BANNER = """<!doctype html><title>Shop</title><a href="/privacy">Privacy policy</a>
<div id="onetrust-banner-sdk"><button id="onetrust-accept-btn-handler">Accept</button>
<button id="onetrust-reject-all-handler">Reject</button></div>
<script>
document.cookie = "_ga=GA1.1.1.2; path=/; max-age=31536000";
document.cookie = "_gid=GA1.1.3.4; path=/; max-age=86400";
const late = () => { document.cookie = "_fbp=fb.1.1.2; path=/; max-age=7776000"; };
if (document.cookie.includes("refused=1")) {
  document.cookie = "_gid=GA1.1.3.4; path=/; max-age=86400";
  document.getElementById("onetrust-banner-sdk").remove();
} else {
  document.getElementById("onetrust-reject-all-handler").onclick = () => {
    document.cookie = "refused=1; path=/";
    document.cookie = "_gid=; path=/; max-age=0";
    setTimeout(late, 2300);
    document.getElementById("onetrust-banner-sdk").remove();
  };
}
</script>"""
PRIVACY = """<!doctype html><html lang="en"><title>Privacy</title><h1>Privacy policy</h1>
<p>We use cookies to collect statistics about how visitors use our site.</p></html>"""
ROUTES = {
    "/": Reply("<!doctype html><title>Shop</title>", cookies=("sid=1; Path=/; HttpOnly",)),
    "/banner": Reply(BANNER),
    "/privacy": Reply(PRIVACY),
    "/other": Reply("<!doctype html><title>Other</title>", cookies=("other=1",)),
    "/linked": Reply('<!doctype html><a href="/logout">out</a><a href="/other">other</a><a href="/">home</a>'),
    "/secret": Reply("<!doctype html><title>Secret</title>", cookies=("secret=s3cr3t-value",)),
    "/lost": Reply("gone", 404),
    "/walled": Reply("<!doctype html><title>Just a moment...</title>", 403, headers=(("cf-mitigated", "challenge"),)),
}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with open_site(ROUTES) as running:
        yield running


def run(*options: str) -> int:
    return main(["visit", *options, "--browser", "chromium", "--no-settings"])


def loaded(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(path.read_text())
    return held


def test_a_visit_without_a_policy_is_told_and_nothing_stays(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    code = run(site.url(), "--wait", "0.2", "--third-parties", "default", "--page", "/other")
    out = capsys.readouterr().out
    assert code == 0
    assert "The site asked for 2 cookies: Chromium" in out
    assert "sid" in out
    assert "other" in out
    assert list(tmp_path.glob("cookie-inspector-record-*")) == []


def test_so_many_of_the_pages_own_links_are_followed(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(site.url("/linked"), "--wait", "0.1", "--third-parties", "default", "--pages", "1", "--format", "json")
    (seen,) = json.loads(capsys.readouterr().out)["visit"]["runs"]
    assert code == 0
    assert [page["url"] for page in seen["pages"]] == [site.url("/linked"), site.url("/other")]
    assert [cookie["name"] for cookie in seen["cookies"]] == ["other"]


@pytest.mark.parametrize(("path", "said"), [("/lost", "http error"), ("/walled", "challenge")])
def test_what_stands_in_front_of_the_site_is_not_measured(
    site: Site, capsys: pytest.CaptureFixture[str], path: str, said: str
) -> None:
    code = run(site.url(path), "--wait", "0.1", "--third-parties", "default")
    out, err = capsys.readouterr()
    assert code == 2
    assert out.startswith("Not measured: ")
    assert said in out
    assert "Not read" in err


def test_nobody_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("http://localhost:1/", "--wait", "0", "--third-parties", "default") == 2
    assert capsys.readouterr().out.startswith("Not measured: ")


@pytest.mark.parametrize(
    "options",
    [
        ("ftp://x.example/",),
        ("shop.example", "--browser", "nosuch"),
        ("shop.example", "--scenario", "nosuch"),
        ("shop.example", "--format", "sarif"),
        ("shop.example", "--save-cookies", "cookies.doc"),
        ("shop.example", "--receipt", "receipt.doc"),
        ("shop.example", "--pages", "missing.txt"),
        ("shop.example", "--pages", "1000"),
        ("shop.example", "--wait", "-1"),
    ],
)
def test_wrong_usage_starts_no_browser(options: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["visit", *options, "--no-settings"]) == 3
    assert "Error" in capsys.readouterr().err


@pytest.fixture(scope="module")
def refused(site: Site, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Path]:
    """A visit that refuses by the platform's button and comes back, audited by the policy that the page links to."""
    folder = tmp_path_factory.mktemp("refused")
    with pytest.MonkeyPatch.context() as patched:  # a copy of the policy is kept in the user's data folder
        patched.setenv("XDG_DATA_HOME", str(folder))
        code = run(
            *(site.url("/banner"), "--scenario", "reject", "--third-parties", "default", "--wait", "3"),
            *("--find-policy", "--allow-local", "--receipt", str(folder / "receipt.md")),
            *("--format", f"json:{folder / 'audit.json'}", "--format", f"sarif:{folder / 'audit.sarif'}"),
        )
    return code, folder


def test_a_refusal_that_changes_nothing_is_found_with_its_times(refused: tuple[int, Path]) -> None:
    code, folder = refused
    assert code == 1
    report = loaded(folder / "audit.json")
    found = {(row["code"], row["level"], row["cookie"]["name"]) for row in report["findings"] if row["cookie"]}
    assert {("CI401", "warning", "_ga"), ("CI402", "error", "_fbp"), ("CI402", "error", "_gid")} <= found
    assert report["policy"]["location"].endswith("/privacy")
    evidence = next(row["evidence"] for row in report["findings"] if row["code"] == "CI402")
    assert "#onetrust-reject-all-handler of OneTrust was pressed" in evidence[0]
    assert loaded(folder / "audit.sarif")["runs"][0]["results"]


def test_the_receipt_tells_what_stayed_and_what_came_back(refused: tuple[int, Path]) -> None:
    text = (refused[1] / "receipt.md").read_text()
    still, _, back = text.partition("### Came back on a later visit")
    assert "_ga" in still.replace("\\", "")
    assert "\\_gid" in back
    assert "_fbp" in still.partition("### New after the refusal")[2].replace("\\", "")


def test_where_no_banner_is_known_a_refusal_is_not_measured(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site.url(), "--scenario", "reject", "--third-parties", "default", "--wait", "0") == 2
    assert "no banner of a known consent platform was found" in capsys.readouterr().out


def test_a_receipt_needs_a_refusal(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--third-parties", "default", "--wait", "0", "--receipt", str(tmp_path / "receipt.html"))
    assert run(site.url(), *options) == 3
    assert "there is no receipt" in capsys.readouterr().err


def test_a_page_without_a_link_to_a_policy_is_told(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(site.url(), "--find-policy", "--third-parties", "default", "--wait", "0") == 3
    assert "links to no policy" in capsys.readouterr().err


def test_a_record_is_read_again_by_every_command(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = str(tmp_path / "record")
    assert run(site.url(), "--third-parties", "default", "--wait", "0.2", "--out", record) == 0
    capsys.readouterr()
    (tmp_path / "policy.md").write_text("We use cookies to keep you logged in.")
    audit = ["audit", "localhost", "--policy", str(tmp_path / "policy.md"), "--cookies", record, "--no-settings"]
    for arguments in (["scan", record], ["classify", record], ["optout", "--cookies", record], audit):
        assert main(arguments) in (0, 1)
        told = capsys.readouterr()
        assert "recognised as Cookie Inspector visit" in told.err or arguments[0] == "optout"
        assert "sid" in told.out or arguments[0] == "optout"
    assert run(site.url(), "--out", record) == 3
    assert "there is a visit in it" in capsys.readouterr().err


def test_on_github_actions_a_table_is_printed_that_gives_no_commands(
    site: Site, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run(site.url(), "--wait", "0", "--third-parties", "default") == 0
    assert capsys.readouterr().out.startswith("::stop-commands::")


def test_a_wall_with_a_policy_is_not_verified(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "policy.md").write_text("We do not use any cookies.")
    options = ("--third-parties", "default", "--wait", "0", "--policy", str(tmp_path / "policy.md"))
    assert run(site.url("/walled"), *options) == 2
    assert capsys.readouterr().out.startswith("Could not be verified")


def test_what_was_found_decides_though_another_run_was_not_measured(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho 'no such screen' >&2\nexit 1\n")
    broken.chmod(0o755)
    (tmp_path / "policy.md").write_text("We use cookies to keep you logged in. We do not use analytics cookies.")
    options = ("--third-parties", "default", "--wait", "0.3", "--browser", str(broken))
    audit = ("--policy", str(tmp_path / "policy.md"), "--in-force")
    assert run(site.url("/banner"), *options, *audit) == 1
    out, err = capsys.readouterr()
    assert "it ended at once: no such screen" in err
    assert "not measured" in out
    assert run(site.url("/banner"), *options, *audit, "--fail-on", "CI501") == 2  # nothing to fail on, and not whole


def test_values_are_kept_only_where_that_is_asked_for(site: Site, tmp_path: Path) -> None:
    for name, more in (("without", ()), ("with", ("--keep-values",))):
        files = ("--out", str(tmp_path / name), "--save-cookies", str(tmp_path / f"{name}.json"))
        options = ("--third-parties", "default", "--wait", "0.2", "--page", "/secret", *files, *more)
        assert run(site.url(), *options, "--format", f"json:{tmp_path / name}.report.json") == 0
    texts = {path: path.read_text(errors="replace") for path in tmp_path.rglob("*.json*")}
    found = sorted(path.relative_to(tmp_path).as_posix() for path, text in texts.items() if "s3cr3t-value" in text)
    assert found == ["with.json", "with/1-chromium-default/events.jsonl"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_visit_that_is_stopped_leaves_nothing_behind(site: Site, tmp_path: Path, number: signal.Signals) -> None:
    start = "from inspector.cli.main import run; run()"
    command = [sys.executable, "-c", start, "visit", site.url(), "--browser", "chromium", "--wait", "60"]
    folders = {"TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    process = subprocess.Popen(command, env=os.environ | folders, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    asked = len(site.requests)
    assert wait_for(lambda: len(site.requests) > asked, 60)
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert b"Stopped." in err
    assert wait_for(lambda: left_behind(tmp_path) == [], 20)
    assert list(tmp_path.glob("cookie-inspector-*")) == []
