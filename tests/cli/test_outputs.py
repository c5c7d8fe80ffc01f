# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Several formats at once: what may be asked together, and that one that fails costs itself only."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector.cli import outputs
from inspector.reports.registry import AUDITS

Run = Callable[..., Any]


def test_each_format_goes_to_its_file_and_one_to_stdout(run: Run, tmp_path: Path) -> None:
    html, data = tmp_path / "page.html", tmp_path / "report.json"
    ended = run("demo", "--format", f"html:{html}", "--format", "table", "--format", f"json:{data}")
    assert ended.code == 0
    assert ended.out.startswith("3 of 7 cookies are not in the policy.")
    assert html.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads(data.read_text(encoding="utf-8"))["site"] == "larkfield.example"


def test_what_would_go_to_stdout_goes_to_the_output_file(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.md"
    ended = run("demo", "--format", f"markdown:{other}", "--format", "json", "--output", one)
    assert (ended.code, ended.out) == (0, "")
    assert json.loads(one.read_text(encoding="utf-8"))
    assert other.read_text(encoding="utf-8").startswith("# larkfield")


def test_the_report_is_judged_once(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from inspector.cli import demo

    judged: list[str] = []
    judge = demo.audit_demo
    monkeypatch.setattr(demo, "audit_demo", lambda program: judged.append(program) or judge(program))
    assert run("demo", *(f"--format={name}:{tmp_path / name}" for name in AUDITS)).code == 0
    assert len(judged) == 1
    assert {path.name for path in tmp_path.iterdir()} >= set(AUDITS)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "json", "--format", "html"], "json and html would both go to one place"),
        (["--format", "sarf"], '"sarf" is not a format'),
        (["--format", "jsn:x"], "Did you mean json?"),
        (["--format", "json:"], "names no file"),
        (["--format", "json:  "], "names no file"),
        (["--format", "json:{0}/a", "--output", "{0}/b"], "every format here has one"),
        (["--format", "json:{0}/a", "--format", "html:{0}/./a"], "the same file"),
        (["--format", "json:{0}/no/such/a"], "there is no folder"),
    ],
)
def test_options_that_contradict_each_other_are_wrong_usage(
    run: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    ended = run("demo", *(argument.format(tmp_path) for argument in arguments))
    assert (ended.code, ended.out) == (3, "")
    assert said in " ".join(ended.err.split())
    assert not (tmp_path / "a").exists()


def test_a_file_that_cannot_be_written_does_not_cost_the_others(run: Run, tmp_path: Path) -> None:
    ended = run(
        "demo", f"--format=json:{tmp_path}/no/such/a", f"--format=html:{tmp_path}/b", f"--format=json:{tmp_path}/c/d"
    )
    assert ended.code == 3
    assert "no/such/a cannot be written" in ended.err
    assert "c/d cannot be written" in ended.err
    assert (tmp_path / "b").exists()


def test_a_write_that_fails_does_not_cost_the_others(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(report: Any, look: Any, out: Any) -> None:
        out.write("half")
        raise OSError(28, "No space left on device")

    held = AUDITS["json"]._replace(load=lambda: fail)
    monkeypatch.setattr(outputs, "AUDITS", {**AUDITS, "json": held})
    ended = run("demo", f"--format=json:{tmp_path / 'a'}", f"--format=markdown:{tmp_path / 'b'}", "--format=table")
    assert ended.code == 3
    assert "no space left on device" in ended.err
    assert not (tmp_path / "a").exists()
    assert (tmp_path / "b").exists()
    assert ended.out.startswith("3 of 7")


def test_a_colon_in_a_file_s_name_is_part_of_it(run: Run, tmp_path: Path) -> None:
    assert run("demo", f"--format=json:{tmp_path / 'a:b'}").code == 0
    assert (tmp_path / "a:b").exists()
