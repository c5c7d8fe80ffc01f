# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Shells complete commands, options, choices and files, through the one variable that their scripts set."""

import pytest

from inspector.cli.main import COMPLETE, main


def complete(line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    monkeypatch.setenv(COMPLETE, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    assert main([]) == 0
    return capsys.readouterr().out.split()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("cookie-inspector cl", ["plain,classify", "plain,clear-steps"]),
        ("cookie-inspector scan --form", ["plain,--format"]),
        ("cookie-inspector scan --format jso", ["plain,json", "plain,jsonl"]),
        ("cookie-inspector gui --screenshot win", ["file,win"]),
        ("cookie-inspector audit --cookies ja", ["file,ja"]),
        ("cookie-inspector nosuchcommand x", []),
    ],
)
def test_a_line_is_completed(
    line: str, found: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [item for item in complete(line, monkeypatch, capsys) if "--help" not in item] == found


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_sets_the_variable(
    shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(COMPLETE, f"{shell}_source")
    assert main([]) == 0
    assert f"{COMPLETE}={shell}_complete" in capsys.readouterr().out


@pytest.mark.parametrize("asked", ["csh_source", "bash_complete", "x", "bash_nothing"])
def test_what_is_no_question_of_a_shell_is_said(
    asked: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(COMPLETE, asked)
    for name in ("COMP_WORDS", "COMP_CWORD"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 3
    assert "bash_source" in capsys.readouterr().err
