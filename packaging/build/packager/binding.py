# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""PySide's own Python code, unpacked and compiled, so that the frozen program does not compile it at every start.

PySide keeps the code that knows its signatures as sources in a zip inside its library, and compiles them whenever it is
loaded: about 55 ms of each start. Where a folder ``files.dir`` stands beside ``shiboken6`` it takes them from there
(``signature_bootstrap.py`` in libshiboken, ``find_incarnated_files``), with Python's compiled files beside them.
"""

import py_compile
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final
from zipfile import ZipFile

FOLDER: Final = "files.dir"
_UNCHECKED: Final = py_compile.PycInvalidationMode.UNCHECKED_HASH  # no time in it, so the bytes are the same tomorrow


def unpack(folder: Path) -> int:
    """Write the code beside each ``shiboken6`` of a frozen program; return how many modules it has."""
    return sum(_unpack_into(place / FOLDER) for place in sorted(folder.rglob("shiboken6")) if place.is_dir())


def _unpack_into(target: Path) -> int:
    sources = _embedded()
    names = sorted(name for name in sources.namelist() if name.endswith(".py"))
    sources.extractall(target, members=names)
    for name in names:
        path = target / name
        py_compile.compile(str(path), cache_from_source(str(path)), name, doraise=True, invalidation_mode=_UNCHECKED)
    return len(names)


def _embedded() -> ZipFile:
    """Return the zip inside the library of the PySide that is being frozen."""
    import_module("shiboken6")  # makes the next one, which nobody can find before
    found: ZipFile = import_module("shibokensupport").__spec__.loader.zfile  # type: ignore[union-attr]
    return found
