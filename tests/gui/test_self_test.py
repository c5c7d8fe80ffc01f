# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``gui --self-test`` as a process of its own: a line of JSON, a picture, the right exit code, nothing kept."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from make import chromium
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from inspector.core.finding import Verdict
from inspector.core.problem import InspectorError
from inspector.core.reading import Reading
from inspector.core.resources import resources_folder
from inspector.engine.demo import audit_demo
from inspector.gui import self_test
from inspector.gui.self_test import Age, age_of_process, demo_findings, rss_mib
from inspector.gui.source import label_cookies, read_stores
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.outside import Example
from inspector.gui.views.purposes import State
from inspector.gui.workers import Cancelled, Found, Report

PROGRAM = [sys.executable, "-c", "from inspector.cli.main import run; run()", "gui"]
MARKER = "marker-5f1e9c"


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG")}
    env = {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    command = [*PROGRAM, *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=100, check=False)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    row = chromium.row("sid", ".shop.test", value=MARKER, encrypted_value=b"")
    return chromium.store(tmp_path / "Default" / "Cookies", row, chromium.row("b", "news.test"))


def test_it_tells_how_long_the_window_took_and_leaves_a_picture(tmp_path: Path, store: Path) -> None:
    home, picture = tmp_path / "home", tmp_path / "window.png"
    home.mkdir()
    done = run(home, "--self-test", "--store", store, "--screenshot", picture)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert told["cookies"] == 2
    assert 0 < told["painted_ms"] <= told["cookies_ms"]
    assert told["since"] in ("process", "program")
    assert told["rss_mib"] is None or told["rss_mib"] > 10
    assert not QImage(str(picture)).isNull()
    assert told["demo_findings"] == len(audit_demo("test").findings)
    assert MARKER not in done.stdout + done.stderr
    assert not any(MARKER in file.read_text(errors="ignore") for file in home.rglob("*") if file.is_file())
    assert not any(home.rglob("window.ini"))


def test_an_empty_computer_is_an_answer(tmp_path: Path) -> None:
    done = run(tmp_path, "--self-test")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["cookies"] == 0


@pytest.fixture
def lasting_app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, which the end of its last window does not tell to quit: later tests still need its loops."""
    qapp.setQuitOnLastWindowClosed(False)
    yield qapp
    qapp.setQuitOnLastWindowClosed(True)


def test_the_picture_of_an_empty_computer_waits_for_the_example(
    lasting_app: QApplication, make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    demo = resources_folder() / "demo"
    example = Example(demo / "cookies.json", demo / "policy.md")
    window = make_window(_none_here, start=False, label=label_cookies, example=example)
    window.pages.show_page("overview")
    told: list[str] = []
    assert self_test.run(lasting_app, window, tmp_path / "window.png", Age(lambda: 1, "process"), told.append) == 0
    assert json.loads(told[0])["cookies"] == 0
    assert window.overview.title.text() == "An example: a made-up shop"
    assert window.purposes.state is State.TOLD
    assert not window.status.cancel.isVisible()
    assert window.later.audit.report is not None, window.later.audit.start.text.text()
    assert not QImage(str(tmp_path / "window.png")).isNull()


def _none_here(stores: tuple[Path, ...], tell: Report, cancelled: Cancelled) -> Found:
    return read_stores(stores, tell, cancelled) if stores else Found(Reading(), ("/home/x/.config/chromium",))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--self-test", "--store", "/nowhere/Cookies"], "/nowhere/Cookies"),
        (["--screenshot", "x.png"], "--screenshot FILE goes with --self-test"),
        (["--self-test", "--screenshot", "/nowhere/x.png"], "there is no folder /nowhere"),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (3, "")
    assert said in done.stderr


def test_ages_grow_and_memory_is_there() -> None:
    age = age_of_process()
    first = age.ms()
    assert 0 <= first <= age.ms()
    assert (rss_mib() or 1) > 0


def test_a_program_that_finds_nothing_in_the_made_up_shop_is_not_whole() -> None:
    report = audit_demo("test")
    assert demo_findings(report) == len(report.findings) > 0
    none = replace(report.counts, by_verdict=((Verdict.DECLARED, 7),))
    for broken in (replace(report, counts=none), replace(report, verified=False, unverified_why="No knowledge.")):
        with pytest.raises(InspectorError, match="does not find what it should"):
            demo_findings(broken)
