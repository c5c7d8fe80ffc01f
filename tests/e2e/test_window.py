# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The window on a real X server: shown, read, painted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from make import chromium
from make.screens import screen

__all__ = ["screen"]

pytestmark = pytest.mark.e2e

SHOW = """
import sys, time
from pathlib import Path
from inspector.gui.app import make_application, make_window
app = make_application(["cookie-inspector"])
window = make_window((Path(sys.argv[1]),))
window.show()
window.read_again()
end = time.monotonic() + 60
while window.worker.busy and time.monotonic() < end:
    app.processEvents()
app.processEvents()
picture = window.grab().toImage()
colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
print(app.platformName(), window.isVisible(), window.table.model().rowCount(), len(colours) > 10)
window.close()
"""


def test_the_window_shows_the_cookies_of_a_store(screen: str, tmp_path: Path) -> None:
    pytest.importorskip(
        "PySide6.QtWidgets", reason="no Qt here: pip install 'cookie-inspector[gui]'", exc_type=ImportError
    )
    store = chromium.store(tmp_path / "Cookies", *(chromium.row(f"n{number}") for number in range(30)))
    env = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND"))}
    env |= {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [sys.executable, "-c", SHOW, str(store)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, env=env, check=False)
    assert done.stdout.split() == ["xcb", "True", "30", "True"], done.stderr
