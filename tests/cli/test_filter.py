# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``--filter`` of ``scan`` and ``audit``: a part is shown, it is said, and no exit code changes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from make.command import Run

from inspector.core.resources import resources_folder

POLICY = "We use cookies only to remember the items in your shopping cart. That is all we use cookies for."
JAR = [
    {"name": "cart", "domain": "shop.example", "expires": -1},
    {"name": "_ga", "domain": ".shop.example", "expires": 1798105600},
    {"name": "_gid", "domain": ".shop.example", "expires": 1798105600},
]


@pytest.fixture
def audited(tmp_path: Path, run: Run) -> Any:
    base = {"value": "x", "path": "/", "httpOnly": False, "secure": True, "sameSite": "Lax"}
    (tmp_path / "policy.md").write_text(POLICY, encoding="utf-8")
    jar = json.dumps({"cookies": [{**base, **entry} for entry in JAR], "origins": []})
    (tmp_path / "jar.json").write_text(jar, encoding="utf-8")
    given = ["--policy", tmp_path / "policy.md", "--cookies", tmp_path / "jar.json", "--now", "2026-11-24T12:00:00Z"]
    return lambda *more: run("audit", "shop.example", *given, *more)


@pytest.mark.parametrize(
    ("line", "names"),
    [("site:example.com", ["a", "c"]), ("name:a,b !site:example.com", ["b"]), ("browser:firefox", ["c"]), ("zzz", [])],
)
def test_a_scan_shows_a_part_and_says_so(browsers: Path, run: Run, line: str, names: list[str]) -> None:
    done = run("scan", "--format", "json", "--filter", line)
    told = json.loads(done.out)
    assert done.code == 0
    assert [cookie["name"] for cookie in told["cookies"]] == names
    assert told["filter"] == {"line": line, "cookies": len(names), "of_cookies": 3}
    assert done.err == f"Only a part is shown: {len(names)} of 3 cookies (filter: {line}).\n"
    assert f"Only a part is shown: {len(names)} of 3 cookies" in run("scan", "--filter", line).out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("purpse:ad", "at character 1"),
        ("cart lifetime:>1", "at character 15: lifetime: 1 of what?"),
        ("verdict:declared", "nothing is judged here"),
        ('"open', "not closed"),
    ],
)
def test_a_wrong_filter_ends_a_scan_before_it_reads(browsers: Path, run: Run, line: str, said: str) -> None:
    done = run("scan", "--filter", line)
    assert (done.code, done.out) == (3, "")
    assert said in done.err


@pytest.mark.parametrize("name", ["json", "jsonl"])
@pytest.mark.parametrize(("line", "left"), [("name:a", 1), ("!name:a", 2)])
def test_a_filtered_scan_is_no_whole_jar(
    browsers: Path, run: Run, tmp_path: Path, name: str, line: str, left: int
) -> None:
    target = tmp_path / "part"
    run("scan", "--format", name, "--filter", line, "--output", target)
    done = run("scan", target)
    assert done.code == 2
    assert f"it was written with a filter, and holds {left} of 3 cookies" in done.err


def test_each_line_of_a_filtered_scan_says_that_it_is_of_a_part(browsers: Path, run: Run) -> None:
    (row,) = map(json.loads, run("scan", "--format", "jsonl", "--filter", "name:a").out.splitlines())
    assert row["filter"] == {"line": "name:a", "cookies": 1, "of_cookies": 3}
    assert all("filter" not in json.loads(row) for row in run("scan", "--format", "jsonl").out.splitlines())


def test_an_audit_judges_everything_and_shows_a_part(audited: Any) -> None:
    whole = json.loads(audited("--format", "json").out)
    done = audited("--format", "json", "--filter", "name:_gid")
    part = json.loads(done.out)
    assert done.code == 1
    assert [cookie["name"] for cookie in part["cookies"]] == ["_gid"]
    assert {finding["cookie"]["name"] for finding in part["findings"] if finding["cookie"]} == {"_gid"}
    assert (part["headline"], part["counts"], part["claims"]) == (whole["headline"], whole["counts"], whole["claims"])
    assert (part["filter"]["cookies"], part["filter"]["of_cookies"]) == (1, 3)
    assert part["notices"][0].startswith("Only a part is shown: 1 of 3 cookies and ")
    schema = json.loads((resources_folder() / "schemas" / "audit.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(part)


def test_a_filter_that_hides_every_finding_makes_nothing_green(audited: Any) -> None:
    done = audited("--filter", "name:cart")
    assert done.code == 1
    assert "Only a part is shown: 1 of 3 cookies" in done.out
    assert "Everything was judged." in done.err


def test_an_audit_is_filtered_by_its_verdicts(audited: Any) -> None:
    part = json.loads(audited("--format", "json", "--filter", "verdict:declared").out)
    assert [cookie["name"] for cookie in part["cookies"]] == ["cart"]


@pytest.mark.parametrize("name", ["sarif", "junit", "gitlab", "wec", "jsonl", "github"])
def test_what_programs_read_is_never_filtered(audited: Any, name: str) -> None:
    done = audited("--format", name, "--filter", "name:cart")
    assert (done.code, done.out) == (3, "")
    assert "--filter does not go with" in done.err


def test_annotations_of_a_log_are_of_the_whole(audited: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    done = audited("--filter", "name:cart")
    assert any("_gid" in line for line in done.out.splitlines() if line.startswith("::"))


@pytest.mark.parametrize("name", ["markdown", "html", "table"])
def test_hidden_findings_are_never_told_as_none(audited: Any, name: str) -> None:
    done = audited("--format", name, "--filter", "name:cart")
    assert "No rule found anything" not in done.out
    said = " ".join(done.out.split())
    assert "Only a part is shown: 1 of 3 cookies and 0 of 2 findings" in said.replace("\\", "")
    if name != "table":
        assert "the filter leaves out 2" in said


def test_hidden_cookies_are_never_told_as_none(browsers: Path, run: Run) -> None:
    done = run("scan", "--filter", "name:nothing")
    assert "No cookies" not in done.out
    assert done.out.startswith("No cookie is shown.")


def test_a_filter_that_leaves_nothing_out_says_that(browsers: Path, run: Run) -> None:
    assert "leaves nothing out: all of 3 cookies" in run("scan", "--filter", "name:*").err
    assert run("scan", "--filter", " ").out == run("scan").out
