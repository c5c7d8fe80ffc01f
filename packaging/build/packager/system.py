# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Libraries that come from the system and not with us, and the Debian packages that have them.

A desktop has them anyway, and ours would disagree with its fonts, its graphics drivers and its message bus. What is not
in this table goes into the folder. Names that Debian 13 changed (64-bit times) are alternatives.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from packager import elf

_LIBC: Final = "libc6"
SYSTEM: Final = {
    "ld-linux-aarch64.so.1": _LIBC,
    "ld-linux-x86-64.so.2": _LIBC,
    "libc.so.6": _LIBC,
    "libdl.so.2": _LIBC,
    "libm.so.6": _LIBC,
    "libpthread.so.0": _LIBC,
    "libresolv.so.2": _LIBC,
    "librt.so.1": _LIBC,
    "libutil.so.1": _LIBC,
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgobject-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgio-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


class Depends(NamedTuple):
    """What a Debian package of the folder asks for: always, and for Wayland's windows only."""

    depends: tuple[str, ...]
    recommends: tuple[str, ...]


def dependencies(folder: Path) -> Depends:
    """Return the Debian packages that the folder's programs and libraries ask for.

    Raises :class:`LookupError` for a library that is neither in the folder nor in the table: it would be missing on the
    computer of whoever installs the package.
    """
    files = [
        path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink() and elf.is_elf(path)
    ]
    told = {path: elf.asked(path) for path in files}
    own = {path.name for path in files}
    unknown = {name for held in told.values() for name in held.libraries} - own - SYSTEM.keys()
    if unknown:
        raise LookupError(f"no Debian package is known for: {', '.join(sorted(unknown))}")
    wayland = {path for path in files if "wayland" in path.as_posix().lower()}
    always = _packages(held.libraries for path, held in told.items() if path not in wayland)
    sometimes = _packages(held.libraries for path, held in told.items() if path in wayland) - always
    glibc = max(held.glibc for held in told.values())
    named = {_LIBC: f"{_LIBC} (>= {glibc[0]}.{glibc[1]})"}
    return Depends(tuple(sorted(named.get(name, name) for name in always)), tuple(sorted(sometimes)))


def _packages(asked: Iterable[frozenset[str]]) -> set[str]:
    return {SYSTEM[name] for names in asked for name in names if name in SYSTEM}
