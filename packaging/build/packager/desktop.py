# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a Linux desktop is told of the program, below ``usr/share``: entry, metadata, file type, icons, man page."""

import gzip
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from inspector import __version__
from packager import completions, icons, manpage
from packager.environment import ROOT, day

_LINUX: Final = ROOT / "packaging" / "linux"
_PLACES: Final = (
    ("cookie-inspector.desktop", "applications/cookie-inspector.desktop"),
    ("cookie-inspector.metainfo.xml", "metainfo/cookie-inspector.metainfo.xml"),
    ("cookie-inspector.xml", "mime/packages/cookie-inspector.xml"),
)
# AppStream wants an id of a domain that is one's own, and pictures at an address. The program has no home page yet, so
# both are of a name that is reserved and leads nowhere (RFC 2606); the pictures are in the package.
_HOME: Final = "https://cookie-inspector.example"
_ID: Final = "example.cookie_inspector.CookieInspector"


def filled(text: str, moment: int) -> str:
    """Return a file of ``packaging/linux`` with the version, the day and the window's argument filled in."""
    argument = "%f" if find_spec("inspector.projects") else ""  # once the window opens project files
    words = {"VERSION": __version__, "DATE": day(moment), "HOME": _HOME, "ID": _ID, "ARGUMENT": argument}
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def write(share: Path, moment: int) -> None:
    """Write everything below ``share``."""
    for source, place in _PLACES:
        _write(share / place, filled((_LINUX / source).read_text(encoding="utf-8"), moment).encode())
    for place, script in completions.scripts().items():
        _write(share / place, script.encode())
    page = manpage.page(moment).encode()
    _write(share / "man" / "man1" / "cookie-inspector.1.gz", gzip.compress(page, compresslevel=9, mtime=0))
    icons.write_themed(share)
    for picture in sorted((_LINUX / "screenshots").glob("*.png")):
        _write(share / "cookie-inspector" / "screenshots" / picture.name, picture.read_bytes())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
