# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""On GitHub Actions: annotations without asking, a summary, and nobody else's commands."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from make.workflow_commands import commands

Run = Callable[..., Any]
JAR = {
    "name": "::error::evil",
    "domain": "shop.example",
    "value": "x",
    "path": "/",
    "expires": -1,
    "httpOnly": False,
    "secure": True,
    "sameSite": "Lax",
}


@pytest.fixture
def step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A step of a job in a checked-out repository."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "web").mkdir()
    monkeypatch.chdir(tmp_path / "web")
    return tmp_path


def audit(step: Path, run: Run, *options: str) -> Any:
    policy, jar = step / "web" / "policy.md", step / "web" / "jar.json"
    policy.write_text("# Privacy\n\nHello.\n\nWe do not use cookies.\n", encoding="utf-8")
    jar.write_text(json.dumps({"cookies": [JAR], "origins": []}), encoding="utf-8")
    return run("audit", "shop.example", "--policy", "policy.md", "--cookies", "jar.json", *options)


def test_without_a_format_the_table_is_followed_by_annotations(step: Path, run: Run) -> None:
    ended = audit(step, run)
    assert ended.code == 1
    assert ended.out.startswith("::stop-commands::")
    assert "What the policy says" in ended.out
    found = commands(ended.out)
    assert {command.name for command in found} == {"error", "notice"}
    assert found[0].properties == {
        "file": "web/policy.md",
        "line": "5",
        "endLine": "5",
        "col": "1",
        "endColumn": "23",
        "title": "CI201 denied-cookies",
    }
    assert not any(command.message == "evil" for command in found)


def test_the_summary_is_appended(step: Path, run: Run) -> None:
    summary = step / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    audit(step, run)
    audit(step, run, "--format", "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n# shop.example")
    assert text.count("# shop.example: cookies, promise against practice") == 2


def test_a_format_that_is_named_is_all_there_is(step: Path, run: Run) -> None:
    ended = audit(step, run, "--format", "json")
    assert json.loads(ended.out)["site"] == "shop.example"
    assert not (step / "summary.md").exists()


def test_an_output_file_gets_the_table_and_the_log_the_annotations(step: Path, run: Run) -> None:
    ended = audit(step, run, "--output", "table.txt")
    assert "stop-commands" not in (step / "web" / "table.txt").read_text(encoding="utf-8")
    assert len(commands(ended.out)) == len(ended.out.splitlines())


def test_elsewhere_there_are_no_annotations(step: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS")
    assert "::" not in audit(step, run).out.replace("::error::evil", "")
    assert not (step / "summary.md").exists()


def test_a_summary_that_cannot_be_written_costs_a_line(step: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(step / "no" / "such" / "file"))
    ended = audit(step, run)
    assert ended.code == 1
    assert "the job's summary was not written" in ended.err


def test_a_summary_has_room_for_what_is_left_of_a_mebibyte(step: Path, run: Run) -> None:
    summary = step / "summary.md"
    summary.write_bytes(b"x" * (1024 * 1024 - 400))
    audit(step, run)
    assert summary.stat().st_size <= 1024 * 1024
    assert "longer than GitHub shows" in summary.read_bytes()[-400:].decode()
