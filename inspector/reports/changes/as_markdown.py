# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison as Markdown, for a pull request or a job's summary; everything escaped."""

from collections.abc import Iterator
from typing import Final, TextIO

from inspector.core.comparison import Comparison, Turn
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.wording import headline, label, notes, sides, told
from inspector.reports.markdown_text import escaped

_MOST: Final = 500  # of each turn


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write the document."""
    out.write("\n\n".join(_blocks(comparison)) + "\n")


def _blocks(comparison: Comparison) -> Iterator[str]:
    before, after = sides(comparison)
    yield f"**{escaped(headline(comparison))}**"
    yield f"- Before: {escaped(before)}\n- After: {escaped(after)}"
    for turn in Turn:
        found = [difference for difference in comparison.differences if difference.turn is turn]
        if found:
            yield f"### {turn.value.capitalize()} ({len(found):,})"
            rows = [
                f"| {difference.level.value} | {escaped(label(difference))} | {escaped(told(difference))} |"
                for difference in found[:_MOST]
            ]
            yield "\n".join(["| Level | What | Difference |", "|---|---|---|", *rows])
        if len(found) > _MOST:
            yield f"And {len(found) - _MOST:,} more: the JSON format has them all."
    yield "\n".join(f"- {escaped(text)}" for text in notes(comparison))
