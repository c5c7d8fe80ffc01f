# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The preferences of the fresh profile."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from inspector.capture.firefox.preferences import SILENCE, write_preferences
from inspector.capture.parts import Mode


def written(profile: Path) -> dict[str, Any]:
    text = (profile / "user.js").read_text(encoding="utf-8")
    found = re.findall(r'^user_pref\((".*?"), (.*)\);$', text, re.MULTILINE)
    assert len(found) == len(text.splitlines())
    return {json.loads(name): json.loads(value) for name, value in found}


@pytest.mark.parametrize(("mode", "behaviour"), [(Mode.DEFAULT, 5), (Mode.ALLOWED, 0)])
def test_the_mode(tmp_path: Path, mode: Mode, behaviour: int) -> None:
    write_preferences(tmp_path, mode, False, {})
    prefs = written(tmp_path)
    assert prefs["network.cookie.cookieBehavior"] == behaviour
    assert prefs["intl.locale.requested"] == "en-US"
    assert "privacy.globalprivacycontrol.enabled" not in prefs


def test_gpc_and_what_a_caller_sets_goes_before(tmp_path: Path) -> None:
    write_preferences(tmp_path, Mode.DEFAULT, True, {"intl.locale.requested": "de", 'odd"name': "a\\b\nc"})
    prefs = written(tmp_path)
    assert prefs["privacy.globalprivacycontrol.enabled"] is True
    assert prefs["intl.locale.requested"] == "de"
    assert prefs['odd"name'] == "a\\b\nc"


def test_files_stay_in_the_profile(tmp_path: Path) -> None:
    write_preferences(tmp_path, Mode.DEFAULT, False, {})
    assert written(tmp_path)["browser.download.dir"] == str(tmp_path / "downloads")


def test_nothing_of_the_silence_names_a_server() -> None:
    assert not [name for name, value in SILENCE.items() if str(value).startswith("http")]
