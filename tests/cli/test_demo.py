# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``demo`` needs nothing, explains itself, and writes each format to stdout or to a file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_it_explains_itself_in_the_terminal(run: Run) -> None:
    ended = run("demo")
    assert ended.code == 0
    assert ended.err == ""
    assert ended.out.startswith("3 of 7 cookies are not in the policy.\n")
    assert "A demonstration: the shop, its policy and its cookies are made up." in ended.out


def test_html_names_a_file(run: Run, tmp_path: Path) -> None:
    ended = run("demo", "--html", tmp_path / "report.html")
    assert (ended.code, ended.out) == (0, "")
    assert "report.html" in ended.err
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(("name", "start"), [("json", "{"), ("markdown", "# larkfield"), ("html", "<!doctype")])
def test_every_format_goes_to_stdout_too(run: Run, name: str, start: str) -> None:
    ended = run("demo", "--format", name)
    assert ended.code == 0
    assert ended.out.startswith(start)


def test_output_names_a_file_for_any_format(run: Run, tmp_path: Path) -> None:
    assert run("demo", "--format", "json", "--output", tmp_path / "report.json").code == 0
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["site"] == "larkfield.example"


@pytest.mark.parametrize("more", [["--format", "json"], ["--output", "other"]])
def test_html_goes_with_nothing_that_says_otherwise(run: Run, tmp_path: Path, more: list[str]) -> None:
    ended = run("demo", "--html", tmp_path / "report.html", *more)
    assert ended.code == 3
    assert "--html" in ended.err
    assert not (tmp_path / "report.html").exists()


def test_its_files_give_the_same_findings_to_the_commands_that_everybody_uses(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    folder.mkdir()
    assert run("demo", "--files", folder).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["cookies.json", "policy.md"]
    jar, policy = folder / "cookies.json", folder / "policy.md"
    words = ("--policy", policy, "--cookies", jar, "--only-this-site", "--now", "2026-11-24T12:00Z")
    audited = run("audit", "larkfield.example", *words, "--no-settings", "--format", "json")
    shown = json.loads(run("demo", "--format", "json").out)
    found, wanted = (document["findings"] for document in (json.loads(audited.out), shown))
    assert [held["code"] for held in found] == [held["code"] for held in wanted] != []


def test_no_file_is_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cookies.json").write_text("mine", encoding="utf-8")
    ended = run("demo", "--files", tmp_path)
    assert ended.code == 3
    assert "is there already" in ended.err
    assert not (tmp_path / "policy.md").exists()
    assert (tmp_path / "cookies.json").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("other", [("--html", "x.html"), ("--format", "json"), ("--output", "x")])
def test_files_go_alone(run: Run, tmp_path: Path, other: tuple[str, str]) -> None:
    ended = run("demo", "--files", tmp_path, *other)
    assert ended.code == 3
    assert "goes alone" in ended.err
    assert not (tmp_path / "policy.md").exists()


def test_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    ended = run("demo", "--files", tmp_path / "none")
    assert ended.code == 3
    assert "there is no folder" in ended.err
