# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a start must not wait for: modules that the first picture does without are not loaded before it is painted."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

# Stops a real start when its window was painted, and tells what is loaded then.
PROGRAM: Final = """
import builtins, gc, json, os, sys
own = builtins.__import__
from pathlib import Path
from inspector.gui import app
app._check_qt()
from inspector.gui import self_test
def tell(test):
    loaded = sorted(sys.modules)
    kept = builtins.__import__ is own
    print(json.dumps({"loaded": loaded, "import": kept, "collects": gc.isenabled()}), flush=True)
    os._exit(0)
self_test.SelfTest._begin = tell
app.main((Path(sys.argv[1]),), self_test=True)
"""

# Each of these comes with what a person asks for later: a page, a dialog, a project, the reading of a store.
LATER: Final = (
    "inspector.bulk",
    "inspector.capture",
    "inspector.classify",
    "inspector.core.filter",
    "inspector.core.policy",
    "inspector.core.report",
    "inspector.datasets",
    "inspector.engine.audit",
    "inspector.engine.labelling",
    "inspector.engine.policy",
    "inspector.gui.audit",
    "inspector.gui.history.source",
    "inspector.gui.hues",
    "inspector.gui.models",
    "inspector.gui.optouts",
    "inspector.gui.policy.page",
    "inspector.gui.projects.keeper",
    "inspector.gui.views.about",
    "inspector.gui.views.cookies_page",
    "inspector.gui.views.readings",
    "inspector.gui.views.settings_dialog",
    "inspector.gui.views.shortcuts",
    "inspector.gui.visit",
    "inspector.gui.workers",
    "inspector.history",
    "inspector.optouts",
    "inspector.policies",
    "inspector.projects",
    "inspector.readers.decrypt",
    "inspector.readers.secrets",
    "inspector.reports",
    "inspector.rules",
    "inspector.study",
    "Cryptodome",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
    "browser_cookie3",
    "duckdb",
    "ijson",
    "jinja2",
    "lz4",
    "numpy",
    "pandas",
    "pyarrow",
    "pypdf",
    "pyspark",
    "requests",
    "rich",
    "sqlite3",
    "tldextract",
    "urllib.request",
    "websockets",
    "yaml",
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a start has loaded when its window is painted."""
    home = tmp_path_factory.mktemp("start")
    env = {key: value for key, value in os.environ.items() if not key.startswith("XDG")}
    env |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", PROGRAM, str(home / "none")]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_the_first_picture_waits_for_nothing_that_it_does_without(told: dict[str, object]) -> None:
    loaded = told["loaded"]
    assert isinstance(loaded, list)
    assert "inspector.gui.views.main_window" in loaded, "this was no start of the window"
    assert [name for name in loaded if name in LATER or name.startswith(tuple(f"{late}." for late in LATER))] == []


@pytest.mark.parametrize("name", [name for name in LATER if name.startswith("inspector.")])
def test_the_names_are_those_of_modules(name: str) -> None:
    path = Path(__file__).parents[2] / Path(*name.split("."))
    assert path.is_dir() or path.with_suffix(".py").is_file(), f"{name} was renamed: the test above looks for nothing"


def test_python_is_as_it_was_when_the_window_is_painted(told: dict[str, object]) -> None:
    assert told["import"], "import is still PySide's, which reads the source of every module"
    assert told["collects"], "the collector of cycles stayed off"
