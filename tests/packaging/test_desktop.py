# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a desktop is told: icons, entry, metadata, file type, man page, completions; by the desktops' own validators."""

import gzip
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from inspector.cli.commands import COMMANDS
from packager import completions, desktop, icons, manpage

MOMENT = 1_795_573_606


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    desktop.write(folder, MOMENT)
    return folder


def run(tool: str, *arguments: str | Path) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_entry_is_valid(share: Path) -> None:
    assert "error" not in run("desktop-file-validate", share / "applications" / "cookie-inspector.desktop")


def test_the_metadata_is_valid_and_names_what_is_there(share: Path) -> None:
    path = share / "metainfo" / "cookie-inspector.metainfo.xml"
    root = ET.parse(path).getroot()  # our own file
    assert root.findtext("launchable") == "cookie-inspector.desktop"
    named = [image.text.rpartition("/")[2] for image in root.iter("image") if image.text]
    assert len(named) == 2
    for name in named:
        picture = QImage(str(share / "cookie-inspector" / "screenshots" / name))
        assert (picture.width(), picture.height()) == (1280, 800)
    run("appstreamcli", "validate", "--no-net", path)


def test_the_file_type_of_the_entry_is_the_one_that_is_defined(share: Path) -> None:
    root = ET.parse(share / "mime" / "packages" / "cookie-inspector.xml").getroot()
    kind = root[0].attrib["type"]
    entry = (share / "applications" / "cookie-inspector.desktop").read_text(encoding="utf-8")
    assert f"MimeType={kind};" in entry
    assert [glob.attrib["pattern"] for glob in root.iter() if glob.tag.endswith("glob")] == ["*.cookies-project"]


@pytest.mark.parametrize("size", icons.SIZES)
def test_the_icon_is_drawn_in_each_size(share: Path, size: int) -> None:
    picture = QImage(str(share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "cookie-inspector.png"))
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(0, size - 1).alpha() == 0  # the corner is free
    inside = picture.pixelColor(round(size * 0.42), round(size * 0.38))
    assert inside.alpha() == 255
    assert inside.red() > inside.blue()  # the cookie


def test_the_containers_hold_the_same_pictures() -> None:
    ico, icns = icons.ico(), icons.icns()
    count = struct.unpack_from("<HHH", ico)[2]
    length, offset = struct.unpack_from("<II", ico, 6 + 16 * (count - 1) + 8)
    assert ico[offset:] == ico[offset : offset + length] == icons.png(256)
    assert icns[:4] == b"icns"
    assert struct.unpack_from(">I", icns, 4)[0] == len(icns)
    assert icons.png(512) in icns


def test_the_man_page_tells_every_command_and_reads_without_a_warning(share: Path, tmp_path: Path) -> None:
    page = gzip.decompress((share / "man" / "man1" / "cookie-inspector.1.gz").read_bytes()).decode()
    assert page == manpage.page(MOMENT)
    assert '.TH COOKIE\\-INSPECTOR 1 "2026-11-25"' in page
    for entry in COMMANDS:
        assert f'.SS "{manpage.escaped(entry.name)} ' in page
    (tmp_path / "page.1").write_text(page, encoding="utf-8")
    assert run("groff", "-man", "-Tutf8", "-ww", "-z", tmp_path / "page.1") == ""


@pytest.mark.parametrize(("text", "shown"), [(".x", r"\&.x"), ("--a", r"\-\-a"), ("\\", r"\(rs"), ("it's", r"it\(aqs")])
def test_nothing_of_a_text_is_a_command_of_roff(text: str, shown: str) -> None:
    assert manpage.escaped(text) == shown


def test_the_completion_scripts_are_ones_that_their_shells_read(share: Path) -> None:
    for place in completions.scripts():
        shell = place.partition("/")[0].partition("-")[0]
        if shutil.which(shell):
            run(shell, "-n", share / place)
        assert "_COOKIE_INSPECTOR_COMPLETE" in (share / place).read_text(encoding="utf-8")
