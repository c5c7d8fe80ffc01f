# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``audit`` and ``rule`` on the command line: exit codes, formats, options, and what is said on stderr."""

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from make import chromium, packs

from inspector.cli.main import main

NOW = ["--now", "2026-11-24T12:00:00Z"]
COMPLETE = "We use cookies only to remember the items in your shopping cart. That is all we use cookies for."


def state(*cookies: dict[str, Any]) -> str:
    base = {"value": "x", "path": "/", "expires": -1, "httpOnly": False, "secure": True, "sameSite": "Lax"}
    return json.dumps({"cookies": [{**base, **cookie} for cookie in cookies], "origins": []})


CART = {"name": "cart", "domain": "shop.example"}
GA = {"name": "_ga", "domain": ".shop.example", "value": "GA1.1.5.1764000000", "expires": 1798105600}
IDE = {"name": "IDE", "domain": ".doubleclick.net", "value": "secretsecretsecret", "expires": 1798105600}


class Run:
    """Runs an audit in a folder with a policy and a jar."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.err = ""

    def __call__(self, policy: str | None, jar: str | None, *options: str) -> tuple[int, str]:
        arguments = ["audit", "shop.example", *NOW, *options]
        if policy is not None:
            (self.folder / "policy.md").write_text(policy, encoding="utf-8")
            arguments += ["--policy", str(self.folder / "policy.md")]
        if jar is not None:
            (self.folder / "jar").write_text(jar, encoding="utf-8")
            arguments += ["--cookies", str(self.folder / "jar")]
        code = main(arguments)
        out, self.err = self._capsys.readouterr()
        return code, out


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("HOME", str(tmp_path))
    return Run(tmp_path, capsys)


@pytest.mark.parametrize(
    ("policy", "jar", "options", "code"),
    [
        (COMPLETE, state(CART), [], 0),
        (COMPLETE, state(CART, GA), [], 1),
        (COMPLETE, state(CART, GA), ["--fail-on", "error"], 0),
        (COMPLETE, state(CART, GA), ["--fail-on", "CI303"], 0),
        (COMPLETE, state(CART, GA), ["--fail-on", "error", "--fail-on", "CI101"], 1),
        (COMPLETE, state(CART, GA), ["--fail-on", "undeclared-cookie"], 1),
        (COMPLETE, state(CART, GA), ["--level", "CI101=note"], 0),
        (COMPLETE, state(CART, GA), ["--level", "CI101=off"], 0),
        (COMPLETE, state(CART, IDE), [], 0),  # nothing says which site set it
        (COMPLETE, state(CART, IDE), ["--only-this-site"], 1),
        (COMPLETE, state(IDE), [], 2),  # nothing that may be judged
        ("We do not use cookies.", state(), ["--only-this-site"], 0),  # a kept denial can be green
        ("We do not use cookies.", state(), [], 2),  # an empty jar proves nothing
        ("We do not use cookies.", state(CART), [], 1),
        ("We ship within three days.", state(CART), [], 2),  # a silent policy
        (COMPLETE, '{"cookies": [5, ' + json.dumps({**CART, "expires": -1}) + '], "origins": []}', [], 2),  # a lost row
        (COMPLETE, "rubbish", [], 3),
        (COMPLETE, "", [], 3),
        ("", state(CART), [], 2),  # no policy
        (None, state(CART), [], 3),
        (COMPLETE, state(CART), ["--fail-on", "CI999"], 3),
        (COMPLETE, state(CART), ["--level", "CI101"], 3),
        (COMPLETE, state(CART), ["--level", "CI101=fatal"], 3),
        (COMPLETE, state(CART), ["--now", "yesterday"], 3),
        (COMPLETE, state(CART), ["--also", "not a domain"], 3),
        (COMPLETE, state(CART), ["--corrections", "/none"], 2),
        (COMPLETE, state(CART), ["--output", "/none/x"], 3),
    ],
)
def test_exit_codes(run: Run, policy: str | None, jar: str, options: list[str], code: int) -> None:
    assert run(policy, jar, *options)[0] == code, run.err


def test_findings_count_also_where_something_else_could_not_be_read(run: Run) -> None:
    jar = '{"cookies": [5, ' + json.dumps({**GA}) + '], "origins": []}'
    assert run(COMPLETE, jar)[0] == 1
    assert "cookie 1" in run.err


def test_what_a_missing_part_of_the_policy_may_declare_is_no_more_than_a_note(run: Run) -> None:
    code, out = run(COMPLETE, state(CART, GA), "--declaration", str(run.folder / "none.yml"), "--format", "json")
    report = json.loads(out)
    assert code == 2
    assert report["policy"]["completeness"] == "partial"
    assert "a part of the policy could not be read" in report["policy"]["completeness_why"]
    assert {(held["code"], held["level"]) for held in report["findings"] if held["cookie"]} == {("CI101", "note")}


def test_a_missing_policy_file_is_wrong_usage(run: Run) -> None:
    (run.folder / "jar").write_text(state(CART))
    code, _ = run(None, state(CART), "--policy", str(run.folder / "none.md"))
    assert code == 3
    assert "Could not be verified" in run.err


def test_json_has_everything_and_no_value(run: Run) -> None:
    code, out = run(COMPLETE, state(CART, GA, IDE), "--only-this-site", "--format", "json")
    report = json.loads(out)
    assert code == 1
    assert report["site"] == "shop.example"
    assert {"policy", "cookies", "claims", "findings", "not_judged", "problems", "measured"} <= set(report)
    finding = next(finding for finding in report["findings"] if finding["code"] == "CI101")
    assert {"code", "name", "level", "cookie", "claim", "message", "what_to_do"} <= set(finding)
    assert {"id", "name", "host", "partition"} <= set(finding["cookie"])
    assert {"quote", "start", "end", "line"} <= set(finding["claim"])
    assert all({"verdict", "why", "declared_by"} <= set(cookie) for cookie in report["cookies"])
    assert "secretsecret" not in out
    hashes = {held["kind"]: held["sha256"] for held in report["measured"]["inputs"]}
    assert all(len(value) == 64 for value in hashes.values())


@pytest.mark.parametrize("name", ["table", "json", "html", "markdown"])
def test_every_format_is_the_same_twice_and_shows_no_value(run: Run, name: str) -> None:
    first = run(COMPLETE, state(CART, GA, IDE), "--only-this-site", "--format", name)
    assert first == run(COMPLETE, state(CART, GA, IDE), "--only-this-site", "--format", name)
    assert "_ga" in first[1]
    assert "secretsecret" not in first[1]
    assert "\x1b" not in first[1]


def test_the_report_goes_to_a_file(run: Run) -> None:
    target = run.folder / "report.json"
    assert run(COMPLETE, state(CART), "--format", "json", "--output", str(target)) == (0, "")
    assert json.loads(target.read_text())["verified"] is True


def test_a_policy_in_parts(run: Run) -> None:
    (run.folder / "cookies.yml").write_text(
        "version: 1\ncookies:\n  - name: _ga\n    purpose: analytics\n    lifetime: 13 months\n"
    )
    code, out = run(COMPLETE, state(CART, GA), "--declaration", str(run.folder / "cookies.yml"), "--format", "json")
    report = json.loads(out)
    assert "CI101" not in {finding["code"] for finding in report["findings"]}, code
    assert {held["location"] for held in report["measured"]["inputs"] if held["kind"] == "policy"} == {
        str(run.folder / "policy.md"),
        str(run.folder / "cookies.yml"),
    }


@pytest.mark.parametrize(("jar", "code"), [(state(CART, GA), 1), (None, 3), ("no jar", 3)])
def test_python_s_collector_is_left_as_it_was(run: Run, jar: str | None, code: int) -> None:
    assert run(COMPLETE, jar, "--fail-on", "warning" if jar else "CI999")[0] == code
    assert gc.isenabled()


def test_the_users_own_facts_and_lists_count(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(run.folder / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(run.folder / "d"))
    policy = "We use cookies only to remember the items in your shopping cart. We do not use advertising cookies."
    jar = state({"name": "shopkeeper", "domain": "shop.example"}, {"name": "made_ad", "domain": "shop.example"})

    def labels() -> dict[str, tuple[str, bool, str]]:
        report = json.loads(run(policy, jar, "--format", "json")[1])
        return {
            row["name"]: (row["label"]["purpose"], row["label"]["sure"], row["verdict"]) for row in report["cookies"]
        }

    assert labels()["shopkeeper"][0] != "cart"
    overrides = run.folder / "c" / "cookie-inspector" / "overrides.toml"
    overrides.parent.mkdir(parents=True)
    overrides.write_text('[[cookie]]\nname = "shopkeeper"\ndomain = "shop.example"\npurpose = "cart"\n')
    assert labels()["shopkeeper"] == ("cart", True, "declared")

    (run.folder / "list.csv").write_bytes(
        packs.ocd_csv("a1,Made,Marketing,made_ad,,An ad,13 months,Made Ltd,https://made.example,0")
    )
    before = labels()["made_ad"]
    assert main(["knowledge", "add", str(run.folder / "list.csv")]) == 0
    capsys.readouterr()
    report = json.loads(run(policy, jar, "--format", "json")[1])
    label = next(row["label"] for row in report["cookies"] if row["name"] == "made_ad")
    assert label["purpose"] == "advertising", before
    assert "Open Cookie Database" in " ".join(label["because"])

    overrides.write_text("[[cookie")
    code, _ = run(policy, state(CART))
    assert code == 2, "facts that could not be read leave the answer in part"
    assert "The overrides cannot be read" in run.err


def test_cookies_of_a_browsers_store(run: Run) -> None:
    store = chromium.store(run.folder / "Default" / "Cookies", chromium.row("IDE", ".doubleclick.net"))
    code, out = run(COMPLETE, None, "--store", str(store), "--format", "json")
    report = json.loads(out)
    assert code == 2  # the made store has nothing of this site
    assert (report["counts"]["aside"], report["counts"]["judged"]) == (1, 0)
    assert report["findings"] == []


def test_a_hostile_policy_and_jar_reach_no_terminal(run: Run) -> None:
    policy = COMPLETE + "\n\n<script>alert(1)</script> \x1b[31m We use cookies \u202e to keep you logged in."
    jar = state(CART, {**GA, "name": "\x1b]0;x\x07<b>", "domain": "shop.example"})
    _, out = run(policy, jar)
    assert "\x1b" not in out + run.err
    assert "\x07" not in out + run.err


def test_rule_lists_and_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule"]) == 0
    assert "CI101  warning  undeclared-cookie" in capsys.readouterr().out
    assert main(["rule", "set-after-refusal"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("CI402 set-after-refusal (error)")
    assert all(f"\n{title}:\n" in out for title in ("What", "Why", "Example", "Sources"))
    assert main(["rule", "CI99"]) == 3
    assert "Traceback" not in capsys.readouterr().err
