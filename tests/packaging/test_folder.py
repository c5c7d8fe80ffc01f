# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What goes into the frozen folder and what its libraries ask of the system."""

import shutil
from pathlib import Path

import pytest

from packager import elf, pruning, system

DUMP = """
libQt6Core.so.6:     file format elf64-x86-64
Dynamic Section:
  NEEDED               libz.so.1
  NEEDED               libc.so.6
  SONAME               libQt6Core.so.6
Version References:
  required from libc.so.6:
    0x0d696914 0x00 07 GLIBC_2.4
    0x069691b4 0x00 05 GLIBC_2.34
    0x09691a75 0x00 03 GLIBC_2.2.5
"""


def test_objdump_s_words_are_read() -> None:
    assert elf.parse(DUMP) == elf.Asked(frozenset({"libz.so.1", "libc.so.6"}), (2, 34))
    assert elf.parse("") == elf.Asked()


def test_what_is_reached_is_followed_through_circles() -> None:
    needs = {"plugin": {"a", "system"}, "a": {"b"}, "b": {"a"}, "orphan": {"b"}}
    assert elf.reachable(needs, ["plugin", "absent"]) == {"plugin", "a", "b"}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqwebp.so", True),
        ("PySide6/Qt/plugins/imageformats/libqpdf.so", False),
        ("PySide6/Qt/plugins/never-heard-of/libx.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/translations/qt_help_de.qm", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/QtQuick.abi3.so", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("inspector/_resources/demo/policy.md", True),
        ("tldextract/.tld_set_snapshot", True),
    ],
)
def test_each_kind_of_file_is_wanted_or_not(name: str, wanted: bool) -> None:
    assert pruning.wanted(name) is wanted


def test_links_to_what_stays_out_stay_out() -> None:
    binaries = [("Qt/lib/libA.so", "/x/libA.so", "BINARY")]
    data = [("libA.so", "Qt/lib/libA.so", "SYMLINK"), ("libB.so", "Qt/lib/libB.so", "SYMLINK"), ("c", "/x/c", "DATA")]
    assert pruning.without_dangling(data, binaries) == [data[0], data[2]]


def library(folder: Path, name: str) -> None:
    """Put a library of this Python's own there; it asks for glibc at least."""
    import _ctypes

    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(_ctypes.__file__, folder / name)


@pytest.mark.skipif(shutil.which("objdump") is None, reason="binutils are not installed")
def test_a_package_depends_on_what_its_libraries_ask_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library(tmp_path, "one.so")
    own = elf.asked(tmp_path / "one.so").libraries - system.SYSTEM.keys()
    for name in own:
        library(tmp_path, name)
    told = system.dependencies(tmp_path)
    assert any(name.startswith("libc6 (>= 2.") for name in told.depends)
    monkeypatch.delitem(system.SYSTEM, "libc.so.6")
    with pytest.raises(LookupError, match=r"libc\.so\.6"):
        system.dependencies(tmp_path)
