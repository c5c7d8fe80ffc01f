# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who may import whom, as pyproject.toml has it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_import_rules_are_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("importlinter", reason="import-linter is not installed: pip install -e '.[dev]'")
    from importlinter import cli

    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0, capsys.readouterr().out
