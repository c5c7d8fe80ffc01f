# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/study.md is true: its walk-through is followed, and what it shows is what comes out."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.cli.commands import PROGRAM
from inspector.cli.main import main
from inspector.study.listing import COLUMNS
from inspector.study.numbers import METHODS

DOC = Path(__file__).resolve().parents[2] / "docs" / "study.md"
TEXT = DOC.read_text(encoding="utf-8") if DOC.is_file() else ""
pytestmark = pytest.mark.skipif(not TEXT, reason="docs/ is not beside the tests")
_BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BLOCKS = [match.groups() for match in _BLOCK.finditer(TEXT)]


def test_the_walk_through_gives_what_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for _, name, text in _BLOCKS:
        if name:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
    (commands,) = (text for kind, _, text in _BLOCKS if kind == "sh")
    first, *scripts = (shlex.split(line) for line in commands.splitlines())
    assert first[0] == PROGRAM
    assert main(first[1:]) == 2
    printed = "".join(capfd.readouterr())
    for words in scripts:
        assert words[0] == "python3"
        ended = subprocess.run([sys.executable, "-I", *words[1:]], capture_output=True, text=True, check=True)
        printed += ended.stdout
    shown = [line for kind, _, text in _BLOCKS if kind == "text" for line in text.splitlines()]
    assert len(shown) > 10
    assert [line for line in shown if line not in printed.splitlines()] == []
    assert "bread.example,wrong_label,1,_ga" in printed


def test_every_column_and_method_is_described() -> None:
    assert [name for name in COLUMNS if f"| `{name}` |" not in TEXT] == []
    assert [word for word, number, _ in METHODS if f"| {number} | `{word}` |" not in TEXT] == []
