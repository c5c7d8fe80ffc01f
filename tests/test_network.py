# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Nothing leaves this computer: the guard that every test runs under, and the program where there is no network."""

import ast
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from make.network import LOG, is_here

ROOT = Path(__file__).parents[1]
START = "from inspector.cli.main import run; run()"


@pytest.mark.parametrize(
    ("host", "here"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), (None, True), ("192.0.2.1", False), ("shop.test", False)],
)
def test_what_is_this_computer(host: str | None, here: bool) -> None:
    assert is_here(host) is here


def attempts() -> str:
    """What was written down; it is forgotten, or the guard would fail this test."""
    path = Path(os.environ[LOG])
    told = path.read_text("utf-8")
    path.write_text("", "utf-8")
    return told


def test_a_test_that_asks_the_network_is_refused_and_written_down() -> None:
    with socket.socket() as plug, pytest.raises(OSError, match="may not ask the network"):
        plug.connect(("192.0.2.1", 80))
    with pytest.raises(OSError, match="may not ask the network"):
        socket.getaddrinfo("shop.example", 443)
    assert [line.split()[0] for line in attempts().splitlines()] == ["socket.connect", "socket.getaddrinfo"]


def test_a_process_that_runs_the_program_is_refused_as_well() -> None:
    code = "import inspector, socket; socket.create_connection(('192.0.2.1', 80), 1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "may not ask the network" in done.stderr
    assert attempts().startswith("socket.")


def test_of_qts_network_only_what_stays_on_this_computer_is_used() -> None:
    """Qt's sockets are not Python's, so the guard does not see them."""
    used = set()
    for path in (ROOT / "inspector").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6.QtNetwork"):
                used.update(alias.name for alias in node.names)
            elif isinstance(node, ast.Import):
                assert not any("QtNetwork" in alias.name or "QtWebEngine" in alias.name for alias in node.names), path
    assert used <= {"QLocalServer", "QLocalSocket"}


def without_network() -> list[str]:
    """The command that runs another one in a world without any network; empty where that may not be made."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return []
    command = ["unshare", "--net", "--map-root-user"]
    return command if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0 else []


def test_the_demonstration_needs_no_network(tmp_path: Path) -> None:
    apart = without_network()
    if not apart:
        pytest.skip("no process without a network can be made here")
    command = [sys.executable, "-c", START, "demo"]
    env = {**os.environ, "HOME": str(tmp_path)}
    alone, beside = (
        subprocess.run([*before, *command], env=env, capture_output=True, check=False) for before in (apart, [])
    )
    assert alone.returncode == 0, alone.stderr
    assert alone.stdout == beside.stdout
