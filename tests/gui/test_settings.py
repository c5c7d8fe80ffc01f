# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the window remembers, and what a broken file costs."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from inspector.gui.preferences import Preferences
from inspector.gui.settings import WindowSettings
from inspector.gui.theme import Scheme


def test_shapes_and_theme_are_kept(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    settings.keep_shapes({"window": QByteArray(b"\x00\x01shape")})
    settings.scheme = Scheme.DARK
    settings.keep_shapes({})
    again = WindowSettings(tmp_path)
    assert again.shape("window") == QByteArray(b"\x00\x01shape")
    assert again.scheme is Scheme.DARK


def test_nothing_kept_is_the_default(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    assert settings.shape("window").isEmpty()
    assert settings.scheme is Scheme.SYSTEM


def test_a_broken_file_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(b"\xff[theme\n=\x00theme=chartreuse\ntheme=chartreuse\n[shape]\nwindow=5\n")
    settings = WindowSettings(tmp_path)
    assert settings.shape("window").isEmpty()
    assert settings.scheme is Scheme.SYSTEM


def test_a_folder_that_cannot_be_written_raises_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    settings = WindowSettings(tmp_path / "file")
    settings.keep_shapes({"window": QByteArray(b"x")})
    assert (tmp_path / "file").read_text() == "not a folder"


def test_a_file_of_an_older_program_keeps_its_theme_and_all_newer_entries_have_their_defaults(tmp_path: Path) -> None:
    """At first the file had a theme and shapes; an entry that a later program took away again is passed over."""
    (tmp_path / "window.ini").write_text("[General]\ntheme=dark\ngone=7\n[shape]\nwindow=@ByteArray(abc)\n")
    settings = WindowSettings(tmp_path)
    chosen = settings.chosen
    assert chosen.problems == ()
    assert chosen.preferences == Preferences(theme=Scheme.DARK)
    assert settings.shape("window") == QByteArray(b"abc")
    assert settings.recent == ()


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX systems'")
@pytest.mark.parametrize("there", [False, True])
def test_the_file_is_its_owner_s_only_whatever_the_mask_and_whoever_made_it(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "config"
    before = os.umask(0)
    try:
        if there:  # of a program that left it to the mask
            folder.mkdir()
            (folder / "window.ini").write_text("[General]\ntheme=dark\n")
            assert stat.S_IMODE((folder / "window.ini").stat().st_mode) == 0o666
        settings = WindowSettings(folder)
        settings.recent = [tmp_path / "shop.cookies-project"]
        settings.keep_shapes({"window": QByteArray(b"x")})
        settings.keep_preferences(Preferences())
    finally:
        os.umask(before)
    assert {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {"window.ini": 0o600}
    if not there:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
