# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector knowledge``."""

import json
import sys
from pathlib import Path

import pytest
from make import packs as made

from inspector.cli.main import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the places are told by XDG variables here")


@pytest.fixture(autouse=True)
def _own_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))


def test_list_shows_version_and_places(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "list"]) == 0
    out = capfd.readouterr().out
    assert out.startswith("Knowledge 20")
    assert "Added lists: none" in out


def test_an_added_list_shows_its_licence_and_authors(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "ocd.csv"
    source.write_bytes(made.ocd_csv())
    assert main(["knowledge", "add", str(source)]) == 0
    assert "Licence: Apache-2.0" in capfd.readouterr().out
    assert main(["knowledge", "list"]) == 0
    out = capfd.readouterr().out
    assert "Added list open-cookie-database" in out
    assert "Licence: Apache-2.0. By: Open Cookie Database, its contributors" in out
    assert main(["knowledge", "remove", "open-cookie-database"]) == 0
    assert main(["knowledge", "remove", "open-cookie-database"]) == 3


def test_what_was_added_is_said_in_good_english(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "services.json"
    source.write_bytes(made.disconnect())
    assert main(["knowledge", "add", str(source)]) == 0
    out = capfd.readouterr().out
    assert "By: Disconnect, Inc.\n" in out
    assert " 1 cookies" not in out
    assert " 1 domains" not in out


def test_a_broken_list_is_refused_with_the_reason(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "ocd.csv"
    source.write_bytes(made.ocd_csv("a,b"))
    assert main(["knowledge", "add", str(source)]) == 3
    error = capfd.readouterr().err
    assert "The list is refused: ocd.csv: line 2 has 2 fields, not 10. Nothing was changed" in error
    assert "Traceback" not in error


def test_json_is_for_programs(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "list", "--format", "json"]) == 0
    content = json.loads(capfd.readouterr().out)
    assert content["version"]
    assert content["packs"] == []
    assert content["cookies"] > 2000


def test_a_fault_in_the_overrides_is_told_on_stderr(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    overrides = tmp_path / "c" / "cookie-inspector" / "overrides.toml"
    overrides.parent.mkdir(parents=True)
    overrides.write_text("[[cookie", encoding="utf-8")
    assert main(["knowledge", "list"]) == 2
    captured = capfd.readouterr()
    assert "The overrides cannot be read" in captured.err
    assert captured.out.startswith("Knowledge ")


def test_a_name_with_control_characters_moves_no_cursor(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "remove", "\x1b[2J"]) == 3
    assert "\x1b" not in capfd.readouterr().err
