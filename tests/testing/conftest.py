# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A pytest inside the tests, with our plugin as a user has it: through its entry point, where we are installed so."""

from importlib.metadata import entry_points
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
_OTHERS = ("cacheprovider", "pytest-qt", "benchmark", "hypothesispytest")


@pytest.fixture
def inner(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> "Inner":
    """A pytest in a folder of its own and a home without browsers."""
    monkeypatch.setenv("HOME", str(pytester.path))
    return Inner(pytester)


class Inner:
    """Runs tests in a process of their own, warnings being errors."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self._pytester = pytester
        installed = any(held.name == "cookie_inspector" for held in entry_points(group="pytest11"))
        self._plugin = () if installed else ("-p", "inspector.testing.plugin")

    @property
    def folder(self) -> Path:
        """The folder of the tests."""
        return self._pytester.path

    def run(self, test: str, *arguments: str, plugin: bool = True) -> pytest.RunResult:
        """Write a test file and run it."""
        (self.folder / "test_it.py").write_text(test, encoding="utf-8")
        others = [word for name in _OTHERS for word in ("-p", f"no:{name}")]  # they take seconds to load
        options = ("-W", "error", *others, *(self._plugin if plugin else ()), *arguments)
        return self._pytester.runpytest_subprocess(*options)
