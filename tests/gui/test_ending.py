# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window ends when the system asks for it, with the code that shells expect."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui.ending import Ending

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
ROOT = Path(__file__).parents[2]


def test_a_signal_ends_once_and_signals_are_as_before(qtbot: QtBot) -> None:
    ended: list[int] = []
    before = signal.getsignal(signal.SIGTERM)
    ending = Ending(lambda: ended.append(1))
    try:
        os.kill(os.getpid(), signal.SIGTERM)
        qtbot.waitUntil(lambda: bool(ended))
        os.kill(os.getpid(), signal.SIGHUP)
        qtbot.wait(20)
    finally:
        ending.forget()
    assert ended == [1]
    assert ending.number == signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_the_program_ends_with_the_code_of_its_signal(tmp_path: Path, number: signal.Signals, code: int) -> None:
    run = tmp_path / "run"
    run.mkdir(mode=0o700)
    places = {"HOME": tmp_path, "XDG_RUNTIME_DIR": run, "XDG_CONFIG_HOME": tmp_path, "XDG_DATA_HOME": tmp_path}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **{name: str(path) for name, path in places.items()}}
    command = [sys.executable, "-c", "from inspector.cli.main import run; run()", "gui"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        socket = run / "cookie-inspector" / "window"
        until = time.monotonic() + 60
        while not socket.exists() and time.monotonic() < until and process.poll() is None:
            time.sleep(0.05)
        assert socket.exists(), process.poll()
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    assert process.returncode == code
    assert "Traceback" not in said
