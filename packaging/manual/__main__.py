# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``python packaging/manual``: write the pages that are made from the program; ``tours``: walk the tours;
``pictures``: make the pictures anew."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from bookmaker import commands, rules, tours


def main(arguments: list[str]) -> int:
    """Do what is asked for."""
    if arguments[:1] == ["tours"]:
        return tours.main(arguments[1:])
    if arguments[:1] == ["pictures"]:
        from bookmaker import pictures  # needs Qt

        pictures.main(ROOT / "docs" / "images")
        return 0
    for name, made in (("commands.md", commands.page), ("rules.md", rules.page)):
        (ROOT / "docs" / name).write_text(made(), encoding="utf-8")
        print(f"docs/{name}")  # noqa: T201 - a command
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
