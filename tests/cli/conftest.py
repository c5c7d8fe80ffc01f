# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A made home for the command line: the tests never look at the browsers of whoever runs them."""

from pathlib import Path

import pytest
from make import chromium, firefox, homes
from make.command import Ended, Run

from inspector.cli.main import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home on a Linux machine, without a terminal."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in (
        "XDG_CONFIG_HOME",
        "XDG_DATA_HOME",
        "CHROME_CONFIG_HOME",
        "FORCE_COLOR",
        "TTY_COMPATIBLE",
        "COOKIE_INSPECTOR_DEBUG",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setattr("sys.platform", "linux")
    return folder


@pytest.fixture
def browsers(home: Path) -> Path:
    """A home with Chrome (one profile, two cookies) and Firefox (one cookie)."""
    root = home / ".config" / "google-chrome"
    chromium.store(
        root / "Default" / "Cookies",
        chromium.row("a", ".example.com", encrypted_value=chromium.encrypt("v4lue", ".example.com")),
        chromium.row("b", "notexample.com", is_persistent=0),
    )
    homes.local_state(root, {"Default": "Me"})
    firefox.store(home / ".mozilla" / "firefox" / "x.default", firefox.row("c", "www.example.com", value="f0x"))
    return home


@pytest.fixture
def run(home: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def running(*arguments: str | Path) -> Ended:
        code = main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ended(code, out, err)

    return running
