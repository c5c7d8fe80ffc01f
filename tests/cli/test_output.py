# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where reports go: whole files that only their owner may read, or nothing; never into a browser's file."""

import os
import stat
import sys
from pathlib import Path

import pytest

from inspector.cli.output import checked, opened, spare
from inspector.core.problem import InspectorError


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def write(path: Path, text: str = "report") -> None:
    with opened(checked(path)) as out:
        out.write(text)


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    write(tmp_path / "out.csv", "a\r\nb\n\udcff")
    assert (tmp_path / "out.csv").read_bytes() == b"a\r\nb\n\\udcff"
    assert mode(tmp_path / "out.csv") == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_an_old_report_is_replaced_whole_and_closed_to_others(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old and longer than the new")
    target.chmod(0o644)
    write(target, "new")
    assert target.read_text() == "new"
    assert mode(target) == 0o600


@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError("x"), OSError(28, "No space left on device")])
def test_what_is_not_finished_leaves_the_old_file_and_nothing_else(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "out"
    target.write_text("old")
    target = checked(target) or target
    expected = InspectorError if isinstance(error, OSError) else type(error)

    def fail() -> None:
        with opened(target) as out:
            out.write("half")
            raise error

    with pytest.raises(expected):
        fail()
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_relative_path_is_taken_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(Path("out"))
    assert (tmp_path / "out").read_text() == "report"


@pytest.mark.parametrize(
    "start",
    [b"SQLite format 3\0....", b"\x37\x7f\x06\x82...", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", b"cook\0\0", b"mozLz40\0x"],
)
def test_a_browsers_file_is_never_overwritten(tmp_path: Path, start: bytes) -> None:
    target = tmp_path / "Cookies"
    target.write_bytes(start)
    with pytest.raises(InspectorError, match="looks like a file of a browser"):
        checked(target)
    (tmp_path / "link").symlink_to(target)
    with pytest.raises(InspectorError, match="looks like a file of a browser"):
        checked(tmp_path / "link")
    assert target.read_bytes() == start


def test_what_cannot_be_a_report_is_refused_before_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("x")
    for name, why in (
        (".", "it is a folder"),
        ("fifo", "a device or a pipe"),
        ("no/such/folder", "there is no folder"),
        ("file/below", "not a directory"),
        ("loop", "symbolic links"),
        ("x" * 300, "too long"),
        ("a\0b", "null"),
    ):
        with pytest.raises(InspectorError, match=why):
            checked(tmp_path / name)
    assert (tmp_path / "file").read_text() == "x"


def test_devices_are_never_replaced() -> None:
    with pytest.raises(InspectorError, match="a device or a pipe"):
        checked(Path(os.devnull))


def test_a_folder_that_may_not_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != tmp_path)  # root may write anywhere
    with pytest.raises(InspectorError, match="may not be written to"):
        checked(tmp_path / "out")


def test_nothing_named_is_stdout(capfd: pytest.CaptureFixture[str]) -> None:
    assert checked(None) is None
    with opened(None) as out:
        out.write("a\r\n\udcff")
    assert capfd.readouterr().out == "a\r\n\\udcff"


def test_a_process_without_stdout_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(InspectorError, match="no standard output"), opened(None):
        pass


@pytest.mark.parametrize("by", ["its name", "a link", "a hard link", "a way round"])
def test_what_is_read_is_not_written_over(tmp_path: Path, by: str) -> None:
    read, other = tmp_path / "state.json", tmp_path / "other"
    read.write_text("cookies")
    if by == "a link":
        other.symlink_to(read)
    elif by == "a hard link":
        other.hardlink_to(read)
    else:
        other = read if by == "its name" else tmp_path / "x" / ".." / "state.json"
        (tmp_path / "x").mkdir()
    with pytest.raises(InspectorError, match="is read, and would be lost"):
        spare((checked(other),), (None, "https://shop.example/privacy", read))


def test_what_is_not_there_yet_is_spared_too(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="is read"):
        spare((checked(tmp_path / "new.json"),), (tmp_path / "new.json",))
    spare((None, checked(tmp_path / "new.json")), (tmp_path / "old.json", "-", "a\0b"))
