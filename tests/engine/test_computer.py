# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""This computer, as the faces see it."""

import os
import sys
from pathlib import Path

import pytest

from inspector.core.computer import Platform
from inspector.core.problem import InspectorError
from inspector.engine.computer import this_computer


@pytest.mark.parametrize(
    ("system", "platform"),
    [
        ("linux", Platform.LINUX),
        ("darwin", Platform.MACOS),
        ("win32", Platform.WINDOWS),
        ("freebsd14", Platform.LINUX),
    ],
)
def test_the_platform(system: str, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert this_computer().platform is platform


def test_home_and_environment_are_those_of_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", "/made")
    computer = this_computer()
    monkeypatch.setenv("XDG_CONFIG_HOME", "/other")
    assert (computer.home, computer.env["XDG_CONFIG_HOME"]) == (tmp_path, "/made")
    assert set(computer.env) == set(os.environ)


def test_a_user_without_a_home_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(InspectorError, match="HOME"):
        this_computer()
    assert this_computer(home_needed=False).home == Path("/")
