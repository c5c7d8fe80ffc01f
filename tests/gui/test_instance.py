# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One window for each user: a later start hands over its files; what a crash left behind stands in nobody's way."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from inspector.gui import instance as module
from inspector.gui.instance import Instance
from inspector.gui.instance_place import instance_place, may_be_open

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets are files here; Windows has pipes")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> str:
    return instance_place(tmp_path / "run")


@pytest.fixture
def first(qtbot: QtBot, place: str) -> Iterator[Instance]:
    made = Instance(place)
    assert made.listen()
    yield made
    made.close()


def start_again(place: str, *paths: str) -> "subprocess.Popen[str]":
    """Start another process that hands over paths, and prints whether they were taken."""
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
        "from inspector.gui.instance import Instance; app = QCoreApplication([]); "
        "print(Instance(sys.argv[1]).hand_over(tuple(map(Path, sys.argv[2:]))))"
    )
    return subprocess.Popen([sys.executable, "-c", code, place, *paths], stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_a_second_start_hands_its_files_to_the_first(qtbot: QtBot, first: Instance, place: str) -> None:
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second = start_again(place, "/made/shop.cookies-project", "/made/\udcff")
    assert asked.args == [(Path("/made/shop.cookies-project"), Path("/made/\udcff"))]
    assert second.communicate(timeout=20)[0] == "True\n"


def test_without_a_first_there_is_nobody_to_hand_over_to(qtbot: QtBot, place: str) -> None:
    assert not may_be_open(place)
    assert not Instance(place).hand_over(())


def test_a_socket_that_a_crash_left_is_taken_over(qtbot: QtBot, place: str) -> None:
    Path(place).parent.mkdir()
    code = (
        "import os, socket, sys; s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(); print(flush=True)"
    )
    code += "; sys.stdin.read()"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code, place], stdin=pipe, stdout=pipe) as crashing:
        assert crashing.stdout is not None
        crashing.stdout.readline()
        crashing.send_signal(signal.SIGKILL)
    assert os.path.lexists(place)
    second = Instance(place)
    assert not second.hand_over(())
    assert second.listen()
    with qtbot.waitSignal(second.asked, timeout=20_000):
        third = start_again(place)
    assert third.communicate(timeout=20)[0] == "True\n"
    second.close()
    assert not os.path.lexists(place)


def test_one_that_does_not_answer_is_left_alone(qtbot: QtBot, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ANSWER_MS", 100)
    Path(place).parent.mkdir()
    deaf = socket.socket(socket.AF_UNIX)
    deaf.bind(place)
    deaf.listen()
    assert not Instance(place).hand_over((Path("/made/a"),))
    deaf.close()


@pytest.mark.parametrize(
    "told",
    [b"hello\n", b"[]\n", b'{"open": "x"}\n', b'{"open": [1]}\n', b'{"open": ["a\\u0000b"]}\n', b"[" * 99_999 + b"\n"],
)
def test_what_is_no_message_is_not_followed(qtbot: QtBot, first: Instance, place: str, told: bytes) -> None:
    stranger = QLocalSocket()
    stranger.connectToServer(place)
    assert stranger.waitForConnected(1000)
    with qtbot.assertNotEmitted(first.asked), qtbot.waitSignal(stranger.disconnected):
        stranger.write(told + b"\n")
    assert bytes(stranger.readAll().data()) == b""


def test_a_message_without_end_is_cut_off(qtbot: QtBot, first: Instance, place: str) -> None:
    talking = socket.socket(socket.AF_UNIX)
    talking.connect(place)
    cut = threading.Event()

    def talk() -> None:
        try:
            while True:
                talking.sendall(b"x" * 65_536)
        except OSError:
            cut.set()

    threading.Thread(target=talk, daemon=True).start()
    qtbot.waitUntil(cut.is_set)
    talking.close()


def test_a_folder_that_others_may_write_to_is_not_used(qtbot: QtBot, place: str) -> None:
    Path(place).parent.mkdir()
    Path(place).parent.chmod(0o777)
    assert not Instance(place).listen()
    assert not os.path.lexists(place)


def test_the_socket_is_its_owner_s_alone(first: Instance, place: str) -> None:
    assert Path(place).parent.stat().st_mode & 0o077 == 0
    assert Path(place).stat().st_mode & 0o077 == 0
