# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import os
import socket
from pathlib import Path

import pytest
from make.untouched import untouched

from inspector.readers import stable
from inspector.readers.stable import Unreadable, read_bytes, read_stable


def test_reads_the_bytes_and_the_time_and_leaves_no_trace(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"abc")
    os.utime(file, ns=(10**18, 1_234_567_890_123_456_789))
    with untouched(tmp_path):
        read = read_stable(file)
    assert read.data == b"abc"
    assert read.modified_us == 1_234_567_890_123_456


def problem_of(path: Path, **options: int) -> str:
    with pytest.raises(Unreadable) as caught:
        read_stable(path, **options)
    assert caught.value.problem.where == str(path)
    return caught.value.problem.code


def test_says_why_a_path_cannot_be_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    (tmp_path / "big").write_bytes(b"12345")
    assert problem_of(tmp_path / "missing") == "not-found"
    assert problem_of(tmp_path / "big" / "below") == "not-found"
    assert problem_of(tmp_path) == "not-a-file"
    assert problem_of(tmp_path / "fifo") == "not-a-file"
    assert problem_of(Path("/dev/zero")) == "not-a-file"
    assert problem_of(loop) == "symlink-loop"
    assert problem_of(tmp_path / "big", limit=4) == "too-large"


def test_a_name_that_no_file_can_have_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "a\0b") == "unreadable"
    assert problem_of(tmp_path / ("x" * 5000)) == "unreadable"


def test_a_socket_is_not_a_file(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert problem_of(tmp_path / "s") in ("not-a-file", "unreadable")


def test_missing_permission_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable) as caught:
        read_bytes(tmp_path / "a")
    assert caught.value.problem.code == "no-permission"
    assert "Full Disk Access" in caught.value.problem.what_to_do


def test_a_file_locked_by_a_running_browser_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        error = PermissionError(13, "used by another process")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable) as caught:
        read_bytes(tmp_path / "a")
    assert caught.value.problem.code == "store-locked"
    assert "Close the browser" in caught.value.problem.what_to_do


def test_reads_again_when_the_file_changes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")
    changes = iter((b"newer", b"newest!"))
    real = stable.read_bytes

    def read_while_written(path: Path, limit: int = stable.LIMIT, length: int | None = None) -> bytes:
        data = real(path, limit, length)
        if (change := next(changes, None)) is not None:
            path.write_bytes(change)
        return data

    monkeypatch.setattr(stable, "read_bytes", read_while_written)
    monkeypatch.setattr(stable, "PAUSE_S", 0)
    assert read_stable(file).data == b"newest!"


def test_a_file_that_never_holds_still_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x")
    real = stable.read_bytes

    def read_while_written(path: Path, limit: int = stable.LIMIT, length: int | None = None) -> bytes:
        data = real(path, limit, length)
        path.write_bytes(data + b"x")
        return data

    monkeypatch.setattr(stable, "read_bytes", read_while_written)
    monkeypatch.setattr(stable, "PAUSE_S", 0)
    assert problem_of(file) == "store-changing"
