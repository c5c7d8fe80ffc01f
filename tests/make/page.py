# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A page in the installed Chromium, over its DevTools protocol: what it logs, what it asks for, what it is."""

import itertools
import json
import os
import signal
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from make.browsers import CHROMIUM, wait_for
from websockets.sync.client import ClientConnection, connect


class Page:
    """One tab. ``events`` holds everything that the browser told of it, in order."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv(timeout=60))
            if message.get("id") == number:
                assert "error" not in message, message
                result: dict[str, Any] = message["result"]
                return result
            self.events.append(message)

    def evaluate(self, script: str) -> Any:
        """Run a script as the developer's console does, and return what it resolves to."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def open(self, path: Path) -> None:
        """Open a file and wait until it is loaded."""
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=path.as_uri())
        assert wait_for(lambda: bool(self.evaluate("document.readyState") == "complete"), 30)

    def look(self, width: int, scheme: str) -> None:
        """Set the width of the window and the colour scheme that the reader prefers."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def told(self, *methods: str) -> list[dict[str, Any]]:
        """Return what was told by these events."""
        return [event["params"] for event in self.events if event.get("method") in methods]


@contextmanager
def chromium_page() -> Iterator[Page]:
    """Start Chromium with an empty profile and yield its one tab."""
    assert CHROMIUM
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
        command = [CHROMIUM, *options, "--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"]
        process = subprocess.Popen(
            command,
            env={key: value for key, value in os.environ.items() if not key.startswith(("DBUS", "DISPLAY"))},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            with connect(address_of(Path(folder)), max_size=None) as socket:
                yield Page(socket)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def address_of(folder: Path) -> str:
    """Return the address of the tab of a Chromium that runs on this user data folder."""
    told = folder / "DevToolsActivePort"
    assert wait_for(lambda: told.is_file() and "\n" in told.read_text(), 30), "Chromium did not start"
    port = told.read_text().splitlines()[0]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=20) as answer:
        tabs = json.load(answer)
    address: str = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
    return address
