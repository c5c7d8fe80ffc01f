# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The knowledge at this user's places."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from make import packs as made

from inspector.engine.knowledge import Places, add_list, open_knowledge, remove_list, summarise, user_places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "config" / "overrides.toml", tmp_path / "data" / "knowledge")


def test_a_new_user_has_the_program_s_tables_and_no_folders_are_made(places: Places) -> None:
    summary = summarise(places)
    assert summary.cookies > 2000
    assert (summary.overrides, summary.packs, summary.problems) == (0, (), ())
    assert not places.packs.exists()


def test_lists_are_added_and_removed(places: Places, tmp_path: Path) -> None:
    source = tmp_path / "services.json"
    source.write_bytes(made.disconnect())
    info = add_list(source, places, datetime(2026, 11, 24, tzinfo=UTC))
    assert summarise(places).packs == (info,)
    assert open_knowledge(places).domain_claims("counter.example")
    remove_list(info.id, places)
    assert summarise(places).packs == ()


def test_overrides_are_counted_and_their_faults_told(places: Places) -> None:
    places.overrides.parent.mkdir()
    places.overrides.write_text('[[cookie]]\nname = "a"\npurpose = "cart"\n[[cookie]]\nname = "b"\n', encoding="utf-8")
    summary = summarise(places)
    assert (summary.overrides, len(summary.problems)) == (1, 1)


def test_the_user_s_places_follow_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    places = user_places()
    assert places.overrides.name == "overrides.toml"
    assert "cookie-inspector" in places.packs.parts
