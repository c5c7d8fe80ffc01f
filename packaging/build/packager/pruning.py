# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What of Qt and Python goes into the folder, and what stays out: the tables, and how they are applied.

PyInstaller takes every plug-in of Qt that could be loaded, and every library that one of them asks for: GTK, Kerberos,
QML. A window of tables and text needs a dozen of them.
"""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from packager import elf
from packager.system import SYSTEM

Entry = tuple[str, str, str]  # PyInstaller's own: name in the folder, source, kind

# Modules that only the parts of a library use which this program does not. tldextract stays, for the list beside it.
MODULES: Final = (
    "IPython",
    "_curses",
    "_tkinter",
    "certifi",
    "charset_normalizer",
    "curses",
    "distutils",
    "doctest",
    "duckdb",  # the extra "research" has these three; they weigh more than all the rest
    "filelock",
    "inspector.testing",
    "lib2to3",
    "numpy",
    "pandas",
    "pip",
    "pyarrow",
    "pyspark",
    "pydoc_data",
    "pytest",
    "readline",  # GNU readline is GPL-3; nothing here reads lines with it
    "requests",
    "requests_file",
    "setuptools",
    "tkinter",
    "trove_classifiers",
    "unittest",
    "urllib3",
    "wheel",
)

# Plug-ins of Qt by folder. A folder that is not named here stays out.
PLUGINS: Final = {
    "iconengines": r".*svgicon.*",
    "imageformats": r".*q(svg|ico|webp)\b.*",  # the manual's pictures are WebP
    "platforminputcontexts": r".*(compose|ibus).*",  # typing with dead keys, and Chinese, Japanese, Korean
    "platforms": r".*(qxcb|qwayland[^/]*|qoffscreen|qwindows|qcocoa)\..*",
    "platformthemes": r".*xdgdesktopportal.*",  # the desktop's own file dialogs, without its toolkit
    "styles": r".*",
    "wayland-decoration-client": r".*bradient.*",
    "wayland-shell-integration": r".*xdg-shell.*",
}
_PLUGIN: Final = re.compile(r"PySide6/(?:Qt/)?plugins/([^/]+)/(.+)")
LANGUAGES: Final = "de"  # beside English: of Qt's own buttons, what the program itself speaks
_OUT: Final = re.compile(
    r"PySide6/(?:Qt/)?(?:qml|libexec|metatypes|resources)/"
    rf"|PySide6/(?:Qt/)?translations/(?!qtbase_(?:{LANGUAGES})[.])"
    r"|(?:^|/)(?:lib)?Qt6?(?:Qml|Quick|Pdf|VirtualKeyboard|WebEngine|Multimedia|Test|Designer|Help|UiTools|3D)\w*[.]"
    r"|(?:^|/)(?:opengl32sw|d3dcompiler_47)[.]dll$"
    r"|[.]pyi$|/py[.]typed$|/tests?/"
)


def wanted(name: str) -> bool:
    """Whether a file of the folder is wanted, by its name alone."""
    name = PurePosixPath(name.replace("\\", "/")).as_posix()
    plugin = _PLUGIN.search(name)
    if plugin:
        folder, file = plugin.groups()
        return folder in PLUGINS and re.fullmatch(PLUGINS[folder], file, re.IGNORECASE) is not None
    return _OUT.search(name) is None


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the wanted entries, sorted: PyInstaller's order is that of a set, and goes into its archive."""
    return sorted(entry for entry in entries if wanted(entry[0]))


def without_orphans(binaries: Iterable[Entry]) -> list[Entry]:
    """Return the binaries without the system's libraries and those that only a pruned plug-in asked for (Linux).

    Extension modules and plug-ins are roots: they are loaded by name. A library is one that only others ask for.
    """
    held = [entry for entry in binaries if PurePosixPath(entry[0]).name not in SYSTEM]
    files = {PurePosixPath(name).name: (name, source) for name, source, _ in held}
    needs = {file: elf.asked(Path(source)).libraries for file, (_, source) in files.items()}
    roots = [file for file, (name, _) in files.items() if not _is_library(name)]
    wanted_files = elf.reachable(needs, roots)
    return [entry for entry in held if PurePosixPath(entry[0]).name in wanted_files]


def without_dangling(data: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Return the data without symbolic links to libraries that stay out."""
    names = {name for name, _, _ in binaries}
    return [entry for entry in data if entry[2] != "SYMLINK" or _target(entry) in names]


def _target(link: Entry) -> str:
    return (PurePosixPath(link[0]).parent / link[1]).as_posix()


def _is_library(name: str) -> bool:
    """Whether it is a library of the system or of Qt: neither a plug-in nor a module of Python."""
    path = PurePosixPath(name)
    if "plugins" in path.parts or "lib-dynload" in path.parts or path.name.startswith("libpython"):
        return False
    return path.name.startswith("lib") and ".so" in path.name
