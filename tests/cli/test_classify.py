# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The commands ``classify`` and ``explain``: formats, exit codes, hostile files."""

import json
import os
from pathlib import Path

import pytest

from inspector.cli.main import main

GOOD = "name,domain\n_ga,a.example\nPHPSESSID,a.example\n"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "cookies.csv"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_formats(form: str, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", str(table), "--format", form]) == 0
    out = capsys.readouterr().out
    assert "_ga" in out
    assert "2026" in out


def test_json_lines_answer_each_row_in_order(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", str(table), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["name"], row["group"]) for row in rows] == [("_ga", "analytics"), ("PHPSESSID", "necessary")]


def test_output_file(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "labels.csv"
    assert main(["classify", str(table), "--format", "csv", "--output", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith("name,domain,purpose")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "2 cookies written" in captured.err


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("\ufeff" + GOOD, 0, ""),
        (GOOD + "ragged\n", 2, "line 4"),
        (GOOD + "nul\0,a\n", 2, "line 4"),
        (GOOD + "x" * 10_000_000 + ",a\n", 2, "line 4"),
        ("a,b\nc,d\n", 2, "line 1"),
        ("Our cookies, and yours.\nThey are small.\n", 3, "line 1"),
        ("", 3, "line 1"),
    ],
)
def test_hostile_files(text: str, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "hostile.csv"
    path.write_text(text, encoding="utf-8")
    assert main(["classify", str(path), "--format", "jsonl"]) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert len(captured.out.splitlines()) == (2 if text.lstrip("\ufeff").startswith(GOOD) else 0)
    assert "Traceback" not in captured.err


def test_one_file_of_two_is_enough(table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", str(tmp_path / "none.csv"), str(table), "--format", "jsonl"]) == 2
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert "none.csv" in captured.err


def test_controls_are_made_visible(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "controls.csv"
    path.write_bytes(b"name,domain\n\x1b[31mred,a\x07.example\n")
    assert main(["classify", str(path)]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "␛[31mred" in out


def test_values_are_never_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "values.csv"
    path.write_text("name,domain,value\nsid,a.example,s3cr3t-6792552e\n", encoding="utf-8")
    for form in ("table", "json", "jsonl", "csv"):
        assert main(["classify", str(path), "--format", form]) == 0
    captured = capsys.readouterr()
    assert "s3cr3t" not in captured.out + captured.err


def test_no_file_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify"]) == 3
    assert "FILE" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json"])
def test_explain(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["explain", "IDE", "--domain", "doubleclick.net", "--value", "s3cr3t-6792552e", "--format", form]
    assert main(arguments) == 0
    out = capsys.readouterr().out
    for part in ("IDE", "doubleclick.net", "2026", "https://"):
        assert part in out
    assert "s3cr3t" not in out


@pytest.mark.parametrize("arguments", [["explain"], ["explain", ""], ["explain", "a", "--domain", "no domain at all"]])
def test_explain_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 3
    assert capsys.readouterr().err


def test_explain_what_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "\x1b[2Jqqzzxx"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "No way out is known" in out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_a_pipe_that_nobody_writes_to_keeps_nobody_waiting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert main(["classify", str(tmp_path / "pipe")]) == 3
    assert "is a FIFO, not a file" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless device")
def test_an_endless_device_is_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", "/dev/zero"]) == 3
    assert "not a file" in capsys.readouterr().err
