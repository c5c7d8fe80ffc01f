# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A browser as a process of ours, on a fresh profile: started, listened to, ended with everything it left.

The address of a visit is never among its arguments: it is opened over the browser's protocol. Should this program die
without a word (a kill, a crash), a guard of a few lines of shell sees its pipe close, ends the browser and removes the
profile; where there is no shell the next visit removes what is left.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from inspector.capture.last_words import reason_of
from inspector.capture.recorder import BrowserGoneError, Stopped
from inspector.core.computer import environment_for_others

PREFIX: Final = "cookie-inspector-visit-"
_OWNER: Final = "owner"  # the file of a profile's folder that says which process of ours it belongs to
_POLITE_S: Final = 3.0  # within which a browser that is asked to end has ended
_LONGEST_S: Final = 86_400.0  # that a visit may last
_LINES: Final = 60  # of standard error that are kept
_LONGEST_LINE: Final = 65_536  # characters of it
_WINDOWS: Final = sys.platform == "win32"
_GUARD: Final = (
    'read -r word; [ "$word" = done ] && exit 0; kill -s TERM -- "-$1"; sleep 1; kill -s KILL -- "-$1"; sleep 0.3;'
    ' rm -rf -- "$2"; sleep 1; rm -rf -- "$2"'
)


class Running:
    """A browser that was started here. ``profile`` is its folder; :meth:`end` ends and removes both."""

    def __init__(
        self,
        arguments: Callable[[Path], Sequence[str]],
        prepare: Callable[[Path], None],
        parent: Path | None,
        env: Callable[[Path], Mapping[str, str]],
        hear: Callable[[str], None] | None = None,
    ) -> None:
        """Make the profile, let ``prepare`` fill it, start ``arguments`` of it; may raise :class:`BrowserGoneError`."""
        self._lines: deque[str] = deque(maxlen=_LINES)
        self._hear = hear
        self._news = threading.Condition()
        self._read_all = False
        self._process: subprocess.Popen[str] | None = None
        self._guard: subprocess.Popen[bytes] | None = None
        self._folder = _make_folder(parent)
        self.profile = self._folder / "profile"
        try:
            self.profile.mkdir()
            prepare(self.profile)
            self._start(arguments(self.profile), env(self.profile))
        except BaseException:
            self.end()
            raise

    def _start(self, arguments: Sequence[str], env: Mapping[str, str]) -> None:
        try:
            process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell, and no address among them
                arguments,
                env=environment_for_others(env),
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                errors="replace",
                start_new_session=not _WINDOWS,
            )
        except OSError as error:
            raise BrowserGoneError(f"it could not be started ({(error.strerror or str(error)).lower()})") from error
        self._process = process
        if process.stderr is not None:
            self._reader = threading.Thread(target=self._read, args=(process.stderr,), name="browser", daemon=True)
            self._reader.start()
        if not _WINDOWS:
            self._guard = _guard(process.pid, self._folder)

    def _read(self, stream: IO[str]) -> None:
        """Read what the browser says: one that is not read stops when the pipe is full."""
        with suppress(ValueError, OSError):  # the pipe was closed under the thread
            while line := stream.readline(_LONGEST_LINE):
                if self._hear is not None:
                    self._hear(line)
                with self._news:
                    self._lines.append(line[:4096].strip())
                    self._news.notify_all()
        with self._news:
            self._read_all = True
            self._news.notify_all()

    @property
    def alive(self) -> bool:
        """Whether the browser still runs."""
        return self._process is not None and self._process.poll() is None

    @property
    def last_words(self) -> str:
        """The last line that the browser wrote to standard error, for a problem's reason."""
        with self._news:
            return next((line for line in reversed(self._lines) if line), "")[:300]

    def wait_for_line(self, pattern: re.Pattern[str], seconds: float, stopped: Callable[[], bool]) -> re.Match[str]:
        """Return the first match among the lines that the browser writes."""
        end = time.monotonic() + seconds
        with self._news:
            while True:
                found = next((match for line in self._lines if (match := pattern.search(line))), None)
                if found is not None:
                    return found
                if stopped():
                    raise Stopped
                if not self.alive:
                    self._news.wait_for(lambda: self._read_all, 1.0)  # its last words may still be on their way
                    if not any(pattern.search(line) for line in self._lines):
                        raise BrowserGoneError(f"it ended at once: {reason_of(self._lines)}")
                    continue
                if time.monotonic() >= end:
                    raise BrowserGoneError(f"it did not start listening within {seconds:.0f} seconds")
                self._news.wait(0.1)

    def end(self, polite_s: float = _POLITE_S) -> bool:
        """End the browser and all its processes, remove the profile; return whether nothing is left. Never raises.

        A browser that has nothing to write that anybody will read may be ended without being asked (``polite_s`` 0).
        """
        process = self._process
        if process is not None:
            _end(process, polite_s)
            if process.stderr is not None:
                self._reader.join(2.0)
                with suppress(OSError):
                    process.stderr.close()
        gone = _remove(self._folder)
        if self._guard is not None:
            _dismiss(self._guard)
            self._guard = None
        return gone


def _make_folder(parent: Path | None) -> Path:
    """Return a new folder that only we may read, and remove those whose owner is gone."""
    try:
        if parent is not None:
            parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        (folder / _OWNER).write_text(str(os.getpid()), encoding="ascii")
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise BrowserGoneError(f"there is no room for its temporary profile ({why})") from error
    _sweep(folder.parent)
    return folder


def _sweep(parent: Path) -> None:
    for folder in parent.glob(f"{PREFIX}*"):
        with suppress(OSError, ValueError):
            if not folder.is_symlink() and not _owned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _owned(folder: Path) -> bool:
    """Whether a visit that still runs needs a folder. One that names no owner is half removed, or just being made."""
    young = time.time() - folder.stat().st_mtime < _LONGEST_S
    try:
        owner = int((folder / _OWNER).read_text(encoding="ascii"))
    except FileNotFoundError:
        return young
    return young if _WINDOWS else _lives(owner)  # asking Windows after a process by a signal would end it


def _lives(pid: int) -> bool:
    """Whether a process of this number runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _guard(group: int, folder: Path) -> "subprocess.Popen[bytes] | None":
    shell = "/bin/sh"
    try:
        return subprocess.Popen(  # noqa: S603 - our own text; the folder is an argument of it, not a part
            [shell, "-c", _GUARD, "cookie-inspector-guard", str(group), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
        )
    except OSError:  # no shell: the next visit removes what a crash of ours leaves
        return None


def _dismiss(guard: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError, subprocess.TimeoutExpired):
        guard.communicate(b"done\n", timeout=2.0)
    if guard.poll() is None:
        guard.kill()
        guard.wait()


def _end(process: "subprocess.Popen[str]", polite_s: float) -> None:
    """Ask the whole group to end, then make it. The group may outlive its first process."""
    if _WINDOWS:
        with suppress(OSError, subprocess.TimeoutExpired):
            command = ["taskkill", "/PID", str(process.pid), "/T", "/F"]
            subprocess.run(command, capture_output=True, timeout=10, check=False)  # noqa: S603
    else:
        if polite_s:
            _signal(process.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                process.wait(polite_s)
        _signal(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(5.0)


def _signal(group: int, number: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _remove(folder: Path) -> bool:
    """Remove a folder. A process that is just ending may still write into it, so it is tried for a second."""
    for _ in range(20):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return True
        time.sleep(0.05)
    return False
