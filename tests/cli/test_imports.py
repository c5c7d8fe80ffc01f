# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie files of any tool, wherever cookies are taken: recognised, said, judged by what they prove."""

import json
from pathlib import Path
from typing import Any

import pytest
from make import many, recordings
from make.recordings import PAGE, entry, har_of
from make.samples import SAMPLES

from inspector.cli.main import main

POLICY = "We use cookies to keep you logged in. We do not use third-party cookies.\n\n" + (
    "| Cookie | Purpose | Duration |\n|---|---|---|\n| sid | Keeps you logged in | Session |\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "policy.md").write_text(POLICY, encoding="utf-8")


def audit(folder: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any], str]:
    path = folder / "file"
    path.write_bytes(data)
    policy = str(folder / "policy.md")
    code = main(["audit", "shop.example", "--policy", policy, "--cookies", str(path), "--format", "json"])
    out, err = capsys.readouterr()
    return code, json.loads(out), err


@pytest.mark.parametrize("kind", sorted(SAMPLES))
@pytest.mark.parametrize("command", ["scan", "classify"])
def test_every_format_is_taken_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, command: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(SAMPLES[kind][0]())
    assert main([command, str(path), "--format", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == SAMPLES[kind][1]
    assert f"{path}: recognised as " in err
    assert "s3cr3t" not in out + err


@pytest.mark.parametrize("kind", sorted(SAMPLES))
def test_every_format_is_audited_looked_at_for_opt_outs_and_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path, policy = tmp_path / "file", str(tmp_path / "policy.md")
    path.write_bytes(SAMPLES[kind][0]())
    code, report, err = audit(tmp_path, path.read_bytes(), capsys)
    assert (code in (0, 1), report["verified"]) == (True, True), err
    assert (
        sum(given["cookies"] for given in report["measured"]["inputs"] if given["kind"] == "cookies")
        == SAMPLES[kind][1]
    )
    assert main(["optout", "--cookies", str(path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr()[0])["opt_outs"] is not None
    assert main(["diff", str(path), str(path), "--format", "jsonl", "--no-settings"]) == 0
    assert main(["init", "shop.example", "--policy", policy, "--cookies", str(path), "--folder", str(tmp_path)]) == 0
    assert "s3cr3t" not in "".join(capsys.readouterr())


def test_a_table_whose_columns_contradict_each_other_is_nothing_readable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("name,domain,Name\na,shop.example,b\n")
    for command in (
        ["scan"],
        ["classify"],
        ["audit", "shop.example", "--policy", str(tmp_path / "policy.md"), "--cookies"],
    ):
        assert main([*command, str(path)]) == 3
        assert "stands there twice" in capsys.readouterr().err


def test_a_har_proves_a_third_party(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report, err = audit(tmp_path, recordings.har(), capsys)
    verdicts = {row["name"]: row["verdict"] for row in report["cookies"]}
    assert (code, verdicts["IDE"], verdicts["sid"]) == (1, "contradicts", "declared")
    assert "recognised as HAR recording, 3 cookies" in err


def test_a_visit_elsewhere_and_a_sanitised_har_prove_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for data in (
        har_of([entry("https://other.example/", dest="document")], "Playwright"),
        har_of([entry(PAGE, dest="document")]),
    ):
        code, report, _ = audit(tmp_path, data, capsys)
        assert code == 2
        assert "nothing says that it was visited" in report["unverified_why"]
        assert report["findings"] == []


def test_what_browsers_refuse_breaks_no_promise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = "__Host-x=1; Path=/a; Secure"
    data = har_of(
        [entry(PAGE, "sid=1; Secure; HttpOnly", header, dest="document"), entry("https://ads.example/p", "lax=1")]
    )
    code, report, _ = audit(tmp_path, data, capsys)
    assert [row["name"] for row in report["cookies"]] == ["sid"]
    assert {finding["code"] for finding in report["findings"]} == {"CI603"}  # which is about the header itself
    why = [row["why"] for row in report["not_judged"] if "not kept by browsers" in row["why"]]
    assert (code, len(why)) == (1, 2)


def test_a_profile_is_taken_as_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = many.chromium_store(tmp_path / "Default" / "Cookies", 4)
    assert main(["scan", str(store.parent), "--format", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 4
    assert "recognised as the cookie store of" in err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--origin", "shop.example"], "is not an address"),
        (["--origin", "https://["], "is not an address"),
        (["--recorded", "soon"], "is not a time"),
    ],
)
def test_what_is_said_of_a_file_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    path = tmp_path / "log"
    path.write_text("Set-Cookie: a=1; Max-Age=60\n")
    assert main(["scan", str(path), *options]) == 3
    assert said in capsys.readouterr().err


def test_bare_headers_with_what_the_user_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "log"
    path.write_text("Set-Cookie: a=1; Max-Age=86400\n")
    options = ["--origin", "https://shop.example/", "--recorded", "2026-09-21T14:13:20Z"]
    assert main(["scan", str(path), *options, "--format", "jsonl"]) == 0
    held = json.loads(capsys.readouterr().out)
    assert (held["host"], held["expires"], held["lifetime_basis"]) == (
        "shop.example",
        "2026-09-22T14:13:20.000000Z",
        "stated",
    )
    assert main(["scan", str(path)]) != 0
    assert "--origin URL" in capsys.readouterr().err
