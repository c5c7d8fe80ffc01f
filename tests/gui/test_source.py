# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From a real store file to the window's records."""

from pathlib import Path

import pytest
from make import many, recordings, records

from inspector.core.cookie import ValueState
from inspector.core.label import Purpose
from inspector.gui.source import label_cookies, read_stores
from inspector.gui.workers import Progress


def test_a_store_is_read_without_its_values(tmp_path: Path) -> None:
    store = many.chromium_store(tmp_path / "Default" / "Cookies", 30)
    told: list[Progress] = []
    found = read_stores((store,), told.append, lambda: False)
    assert len(found.reading.cookies) == 30
    assert {cookie.value_state for cookie in found.reading.cookies} <= {ValueState.NOT_READ, ValueState.EMPTY}
    assert told[-1] == Progress(1, 1, "")


def test_an_empty_home_names_the_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "CHROME_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    found = read_stores((), lambda at: None, lambda: False)
    assert found.reading.stores == ()
    assert any("mozilla" in place.lower() for place in found.looked_in)


def test_labels_rest_on_the_knowledge_at_the_user_s_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    own = tmp_path / "cookie-inspector" / "overrides.toml"
    own.parent.mkdir()
    own.write_text('[[cookie]]\nname = "mine"\npurpose = "cart"\n', encoding="utf-8")
    told = label_cookies((records.cookie(name="mine"),), lambda: False)
    assert told.labels[0].purpose is Purpose.CART
    assert told.edition is not None


def test_a_file_of_another_tool_is_read_and_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(recordings.har())
    store = many.chromium_store(tmp_path / "Default" / "Cookies", 3)
    found = read_stores((tmp_path / "a", store), lambda at: None, lambda: False)
    assert len(found.reading.cookies) == 6
    assert found.recognised == (f"{tmp_path / 'a'}: recognised as HAR recording, 3 cookies",)
    assert [visit.page for visit in found.reading.evidence.visits] == [recordings.PAGE]
