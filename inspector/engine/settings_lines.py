# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""On which line of a TOML file a key stands: the standard library's reader does not tell.

A search by line, good enough for a message: a text over several lines that looks like a key may lead it astray.
"""

from typing import Final

from inspector.core.late_pattern import late

_HEADER: Final = late(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = late(r"^\s*([A-Za-z0-9_.\"'-]+)\s*=")


class Lines:
    """The lines of a file; ``root`` is the table that the settings are in, empty where they are the whole file."""

    def __init__(self, text: str, root: str = "") -> None:
        self._lines = text.splitlines()
        self._root = root
        self._tables: dict[str, list[int]] = {}
        for at, line in enumerate(self._lines, 1):
            header = _HEADER.match(line)
            if header:
                self._tables.setdefault(_bare(header[2]), []).append(at)

    def of_key(self, key: str, table: str = "", number: int = 1) -> int | None:
        """Return the line of a key of a table (its ``number``-th, where there are several), else of the table."""
        start = self.of_table(table, number) if table or self._root else 0
        if start is None:
            return self.of_table(key)
        for at in range(start, len(self._lines)):
            line = self._lines[at]
            if _HEADER.match(line):
                break
            found = _KEY.match(line)
            if found and _bare(found[1]).split(".")[0] == key:
                return at + 1
        return start if table else self.of_table(key)

    def of_table(self, table: str, number: int = 1) -> int | None:
        """Return the line of a table's header."""
        at = self._tables.get(".".join(part for part in (self._root, table) if part), [])
        return at[number - 1] if number <= len(at) else None


def _bare(name: str) -> str:
    """A dotted name without quotes and blanks."""
    return ".".join(part.strip().strip("\"'") for part in name.split("."))
