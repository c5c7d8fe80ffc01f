# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the three specs of PyInstaller have in common. Imported by them, where PyInstaller is."""

from typing import Any

from packager import pruning

# The window's About tells their versions.
_TOLD = ("browser-cookie3", "tldextract", "pycryptodomex", "lz4")


def analysis() -> dict[str, Any]:
    """Return PyInstaller's arguments: every command and page, for they are imported by name, and the resources."""
    from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

    data = collect_data_files("inspector") + collect_data_files("tldextract", includes=[".tld_set_snapshot"])
    data += collect_data_files("inspector.study", include_py_files=True, includes=["numbers.py"])  # goes into results
    for name in _TOLD:
        data += copy_metadata(name)
    modules = collect_submodules("inspector", filter=lambda name: not name.startswith("inspector.testing"))
    return {
        "datas": data,
        "hiddenimports": [*modules, "tldextract"],
        "excludes": list(pruning.MODULES),
        "noarchive": False,
    }
