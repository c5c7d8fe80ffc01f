# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The Debian package: the frozen folder in /usr/lib, a link in /usr/bin, and what desktops and shells look for."""

import gzip
import hashlib
import shutil
import subprocess
from pathlib import Path
from typing import Final

from inspector import __version__
from packager import desktop, system
from packager.environment import ROOT, Place, run
from packager.folder import settle, size

NAME: Final = "cookie-inspector"
_ABOUT: Final = """\
Description: shows the cookies of browsers, and what was promised
 Cookie Inspector reads the cookies that the browsers on this computer hold,
 says what each is for and whose it is, reads what a site's policy declares,
 sentence by sentence, and shows promise against practice.
 .
 It has a window and a command line, needs no account, uses no network unless
 it is given an address, and changes nothing in a browser's profile. Python and
 Qt are in the package.
"""


def build(place: Place, moment: int) -> Path:
    """Return the package, made of the frozen folder."""
    root = place.work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    library = root / "usr" / "lib" / NAME
    shutil.copytree(place.folder, library, symlinks=True)
    papers = root / "usr" / "share" / "doc" / NAME
    shutil.move(str(library / "licences"), str(papers / "licences"))
    desktop.write(root / "usr" / "share", moment)
    _write_papers(papers)
    link = root / "usr" / "bin" / NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{NAME}/{NAME}")
    control(root, architecture())
    settle(root, moment)
    target = place.out / f"{NAME}_{__version__}_{architecture()}.deb"
    # One thread: with several, the compressor cuts the data by their number, and the bytes would be those of a machine.
    how = ["--root-owner-group", "--threads-max=1", "-Zxz", f"-z{place.xz_level}"]
    run(["dpkg-deb", *how, "--build", root, target], moment)
    return target


def architecture() -> str:
    """Return Debian's name for the machine that builds."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def control(root: Path, machine: str) -> None:
    """Write what dpkg asks of a package: its control file and the sums of its files."""
    folder = root / "DEBIAN"
    folder.mkdir()
    asked = system.dependencies(root / "usr" / "lib" / NAME)
    lines = [
        f"Package: {NAME}",
        f"Version: {__version__}",
        f"Architecture: {machine}",
        "Maintainer: Cookie Inspector developers <developers@cookie-inspector.example>",
        f"Installed-Size: {-(-size(root) // 1024)}",
        f"Depends: {', '.join(asked.depends)}",
        f"Recommends: {', '.join(('fonts-dejavu-core | fonts-freefont-ttf', *asked.recommends))}",
        "Suggests: chromium, firefox-esr",
        "Section: web",
        "Priority: optional",
    ]
    (folder / "control").write_text("\n".join(lines) + "\n" + _ABOUT, encoding="utf-8")
    files = [path for path in sorted((root / "usr").rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root)}\n"
        for path in files
    ]
    (folder / "md5sums").write_text("".join(sums), encoding="utf-8")


def _write_papers(papers: Path) -> None:
    """Write the copyright file (Debian's machine-readable form, 1.0) and the changelog."""
    text = (ROOT / "packaging" / "linux" / "copyright").read_text(encoding="utf-8")
    (papers / "copyright").write_text(text, encoding="utf-8")
    log = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), compresslevel=9, mtime=0)
    (papers / "changelog.gz").write_bytes(log)
