# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Compiles ``resources/knowledge/*.toml`` into ``compiled.json``: ``python -m inspector.knowledge.compile``.

Run it after each edit of the tables; a test compares the two. ``--check`` only says whether the file is fresh.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Final

from inspector.core.resources import resources_folder
from inspector.knowledge.loader import COMPILED
from inspector.knowledge.tables import Tables, read_tables

_FAULTY: Final = 1


def compile_tables(tables: Tables) -> str:
    """Return the compiled text: JSON, one entry a line so that changes can be read in a diff."""
    parts = []
    for key, value in tables.items():
        if isinstance(value, list):
            lines = ",\n".join(_dense(item) for item in value)
            parts.append(f"{_dense(key)}:[\n{lines}\n]")
        else:
            parts.append(f"{_dense(key)}:{_dense(value)}")
    return "{" + ",\n".join(parts) + "}\n"


def _dense(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(arguments: list[str] | None = None) -> int:
    """Compile, or say what is wrong with the tables; nothing is written while anything is."""
    parser = argparse.ArgumentParser(description="Compile the knowledge tables.")
    parser.add_argument("--check", action="store_true", help="only say whether compiled.json is fresh")
    parser.add_argument("--folder", type=Path, default=None, help="the knowledge folder (default: the program's)")
    options = parser.parse_args(arguments)
    folder = options.folder or resources_folder() / "knowledge"
    tables, faults = read_tables(folder)
    if faults:
        sys.stderr.write("\n".join(faults) + "\n")
        return _FAULTY
    text = compile_tables(tables)
    target = folder / COMPILED
    if options.check:
        fresh = target.is_file() and target.read_text(encoding="utf-8") == text
        sys.stderr.write("" if fresh else f"{COMPILED} is stale: run python -m inspector.knowledge.compile\n")
        return 0 if fresh else _FAULTY
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
