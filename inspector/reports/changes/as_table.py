# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison for the terminal: the answer, the two sides, and what differs, a paragraph for each way to differ."""

import textwrap
from typing import Final, TextIO

from inspector.core.comparison import Comparison, Turn
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.wording import headline, label, notes, sides, told

_WIDTH: Final = 100
_MOST: Final = 200  # of each turn
_SIGNS: Final = {Turn.NEW: "+", Turn.GONE: "-", Turn.LONGER: "^", Turn.CHANGED: "~"}


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write plain lines."""
    before, after = sides(comparison)
    for text in (headline(comparison), f"Before: {before}", f"After:  {after}", *notes(comparison)):
        _write(out, text, "")
    for turn in Turn:
        found = [difference for difference in comparison.differences if difference.turn is turn]
        if found:
            out.write(f"\n{turn.value.capitalize()} ({len(found):,})\n")
        for difference in found[:_MOST]:
            head = f"{_SIGNS[turn]} {difference.level.value:<7}  {label(difference)}: "
            _write(out, head + told(difference), "    ")
        if len(found) > _MOST:
            out.write(f"  and {len(found) - _MOST:,} more: --format json has them all\n")


def _write(out: TextIO, text: str, indent: str) -> None:
    out.write("\n".join(textwrap.wrap(text, _WIDTH, subsequent_indent=indent)) + "\n")
