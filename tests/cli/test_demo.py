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
