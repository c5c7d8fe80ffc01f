# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A clear sentence where no window can be shown: Qt would abort the process."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.core.problem import InspectorError
from inspector.gui import display


def yes(name: str) -> bool:
    return True


def no(name: str) -> bool:
    return False


@pytest.fixture
def runtime(tmp_path: Path) -> Iterator[Path]:
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        yield tmp_path


@pytest.mark.parametrize(
    ("platform", "env"),
    [
        ("linux", {"DISPLAY": ":0"}),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}),
        ("linux", {"QT_QPA_PLATFORM": "xcb;offscreen"}),
        ("linux", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}),
        ("darwin", {}),
        ("win32", {}),
    ],
)
def test_where_a_window_can_be_shown_nothing_is_said(platform: str, env: dict[str, str]) -> None:
    assert display.check_display(platform, env, yes) is None


def test_a_wayland_socket_is_a_display(runtime: Path) -> None:
    env = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(runtime)}
    assert display.check_display("linux", env, no) is None


@pytest.mark.parametrize(
    ("env", "sentence"),
    [
        ({}, "There is no display to show a window on"),
        ({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"}, "There is no display to show a window on"),
        ({"DISPLAY": ":77"}, "The display :77 does not answer"),
        ({"QT_QPA_PLATFORM": "xcb"}, r"no display to show a window on \(QT_QPA_PLATFORM asks for xcb\)"),
        ({"QT_QPA_PLATFORM": "xcb:x;wayland"}, "There is no display to show a window on"),
        ({"QT_QPA_PLATFORM": "wayland-egl", "DISPLAY": ":0"}, "There is no display to show a window on"),
        ({"QT_QPA_PLATFORM": "XCB", "DISPLAY": ":77"}, "The display :77 does not answer"),
    ],
)
def test_a_missing_display_is_said_with_what_to_do(env: dict[str, str], sentence: str) -> None:
    with pytest.raises(InspectorError, match=sentence) as caught:
        display.check_display("linux", env, no)
    assert "cookie-inspector scan" in caught.value.what_to_do


@pytest.mark.skipif(sys.platform != "linux", reason="X servers are asked on Linux only")
def test_no_server_answers_on_an_unused_display() -> None:
    assert not display.x_server_answers(":4242")


def test_a_plugin_that_lacks_a_library_is_said_with_the_packages(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"not a library")
    with pytest.raises(InspectorError, match="A library that windows need is missing") as caught:
        display.check_plugin("linux", {"DISPLAY": ":0"}, tmp_path)
    assert "apt install" in caught.value.what_to_do


def test_a_chosen_platform_needs_no_x11_plugin(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqxcb.so").write_bytes(b"not a library")
    (tmp_path / "platforms" / "libqoffscreen.so").touch()
    assert display.check_plugin("linux", {"QT_QPA_PLATFORM": "offscreen"}, tmp_path) is None


def test_a_platform_that_qt_does_not_have_is_said_with_those_that_it_has(tmp_path: Path) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "libqoffscreen.so").touch()
    with pytest.raises(InspectorError, match="that QT_QPA_PLATFORM asks for: nonsense") as caught:
        display.check_plugin("linux", {"QT_QPA_PLATFORM": "nonsense"}, tmp_path)
    assert "offscreen" in caught.value.what_to_do


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
@pytest.mark.parametrize("chosen", [{}, {"QT_QPA_PLATFORM": "xcb"}, {"QT_QPA_PLATFORM": "wayland"}])
def test_without_a_display_the_program_does_not_abort(chosen: dict[str, str]) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    env = {name: text for name, text in os.environ.items() if name not in hidden} | chosen
    code = (
        "from inspector.gui import app\ntry: app.main()\nexcept Exception as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert done.stdout.startswith("InspectorError There is no display to show a window on")
