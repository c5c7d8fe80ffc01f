# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who made each file of the folder: a Python distribution, Python itself, or a package of the Debian that builds."""

import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

from packager.contents import Item

OWN: Final = "cookie-inspector"
_ALWAYS: Final = ("pyinstaller",)  # its bootloader is the program file itself, which no list of contents names


class Component(NamedTuple):
    """Something made elsewhere: where it is from ("pypi", "python" or "debian"), its name and version."""

    kind: str
    name: str
    version: str


class UnattributedError(LookupError):
    """A file of the folder that nobody is known to have made."""


def bundled(items: Iterable[Item], always: Iterable[str] = _ALWAYS) -> dict[Component, tuple[str, ...]]:
    """Return each component with its files in the folder; raises :class:`UnattributedError` where a file has none."""
    owners = _distributions()
    found: dict[Component, list[str]] = {Component("pypi", name, metadata.version(name)): [] for name in always}
    for item in items:
        if item.kind != "SYMLINK":
            component = _owner(item, owners)
            if component.name != OWN:
                found.setdefault(component, []).append(item.name)
    return {component: tuple(sorted(found[component])) for component in sorted(found)}


def _owner(item: Item, owners: Mapping[Path, Component]) -> Component:
    path = Path(item.source)
    found = owners.get(path)
    if found is not None:
        return found
    if path.is_relative_to(sys.base_prefix) or path.name == "base_library.zip" or "libpython" in path.name:
        return Component("python", "python", sys.version.partition(" ")[0])
    if item.source in ("-", ""):  # a namespace package: no file
        return Component("python", "python", sys.version.partition(" ")[0])
    if sys.platform == "linux":
        return _debian(path)
    raise UnattributedError(f"nobody is known to have made {item.name} ({item.source})")


def _distributions() -> dict[Path, Component]:
    """Return who installed each file, by the lists that pip keeps."""
    held: dict[Path, Component] = {}
    for distribution in metadata.distributions(path=[sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]):
        name = distribution.metadata["Name"].lower().replace("_", "-")
        component = Component("pypi", name, distribution.version)
        for file in distribution.files or ():
            held[Path(str(distribution.locate_file(file)))] = component
    return held


def _debian(path: Path) -> Component:
    """Ask dpkg who brought a library. It knows files by their real place or by the one before /usr was merged."""
    for name in (path, path.resolve(), Path("/").joinpath(*path.resolve().parts[2:])):
        done = subprocess.run(["dpkg-query", "-S", str(name)], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            package = done.stdout.partition(": ")[0].partition(",")[0]
            command = ["dpkg-query", "-W", "-f", "${Version}", package]
            version = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            return Component("debian", package.partition(":")[0], version)
    raise UnattributedError(f"no package is known to have brought {path}")
