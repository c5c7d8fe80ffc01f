# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One window for each user: a second start hands its files to the first and ends.

The two talk over a local socket in a folder that only this user may enter. A socket that a crash left behind answers
nobody: it is taken over. One that answers too late is left alone, and the second start opens its own window.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS: Final = 1_000
_ANSWER_MS: Final = 3_000  # the first one may be laying out a large table
_MOST: Final = 256 * 1024  # bytes of a message
_TAKEN: Final = b"taken\n"


class Instance(QObject):
    """Asks whether there is a window already, and listens for later starts. ``asked`` tells what they are to open."""

    asked = Signal(object)  # tuple[Path, ...]

    def __init__(self, place: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._server: QLocalServer | None = None

    def hand_over(self, paths: tuple[Path, ...]) -> bool:
        """Give paths to the window that is open; false where there is none, or it does not answer."""
        socket = QLocalSocket()
        socket.connectToServer(self._place)
        if not socket.waitForConnected(_WAIT_MS):
            return False
        held = [os.fspath(path.absolute()) for path in paths]
        socket.write(json.dumps({"open": held}).encode("ascii") + b"\n")  # ASCII holds names that are no Unicode, too
        answered = socket.waitForBytesWritten(_WAIT_MS) and socket.waitForReadyRead(_ANSWER_MS)
        taken = answered and bytes(socket.readAll().data()) == _TAKEN
        socket.disconnectFromServer()
        return bool(taken)

    def listen(self) -> bool:
        """Listen for later starts; false where that cannot be done, which costs only the handing over."""
        try:
            self._make_folder()
        except OSError:
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._place):
            QLocalServer.removeServer(self._place)  # nobody answered at it: a crash left it there
            if not server.listen(self._place):
                return False
        server.newConnection.connect(self._take_connection)
        self._server = server
        return True

    def _make_folder(self) -> None:
        if sys.platform != "win32":
            folder = Path(self._place).parent
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            found = folder.lstat()
            if found.st_uid != os.getuid() or found.st_mode & 0o022:
                raise OSError("others may write there")

    def close(self) -> None:
        """Listen no more, and leave no socket behind."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None

    def _take_connection(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            _Talk(socket, self.asked.emit)


class _Talk(QObject):
    """One start that tells what it was asked to open. It lives as long as its connection, whose child it is."""

    def __init__(self, socket: QLocalSocket, take: Callable[[tuple[Path, ...]], None]) -> None:
        super().__init__(socket)
        self._socket, self._take, self._told = socket, take, b""
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._read)
        self._read()

    def _read(self) -> None:
        """Take what came; the message is whole with the end of its line."""
        self._told += bytes(self._socket.readAll().data())
        if len(self._told) > _MOST:
            self._socket.abort()
        elif self._told.endswith(b"\n"):
            paths, self._told = _paths_of(self._told), b""
            if paths is None:
                self._socket.abort()
                return
            self._socket.write(_TAKEN)
            self._socket.flush()
            self._take(paths)


def _paths_of(told: bytes) -> tuple[Path, ...] | None:
    """Return what a message asks to open, ``None`` where it is no message of ours."""
    try:
        held = json.loads(told)["open"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(held, list) or not all(isinstance(text, str) and text and "\0" not in text for text in held):
        return None
    return tuple(Path(text) for text in held)
