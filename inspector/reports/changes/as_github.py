# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison as GitHub's annotations: at most ten of each kind, the gravest first, the rest counted in the last."""

from collections.abc import Iterator
from typing import Final, TextIO

from inspector.core.comparison import Comparison
from inspector.core.finding import Level
from inspector.reports.audit_github import MOST, Annotation
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.wording import headline, label, notes, told
from inspector.reports.words import many

_KINDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_TITLE: Final = "Cookie Inspector"


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write a line for each annotation."""
    for annotation in _annotations(comparison, look):
        out.write(f"{annotation}\n")


def _annotations(comparison: Comparison, look: ChangesLook) -> Iterator[Annotation]:
    left = 0
    for level, kind in _KINDS.items():
        found = [difference for difference in comparison.differences if difference.level is level]
        said = level is Level.WARNING and bool(comparison.why)
        room = MOST - (level is Level.NOTE) - said
        left += max(0, len(found) - room)
        if said:
            yield Annotation("warning", _TITLE, notes(comparison)[0])
        for difference in found[:room]:
            title = f"{difference.turn.value}: {label(difference)}"
            yield Annotation(kind, title, told(difference), look.place(difference, comparison))
    more = f" {many(left, 'more difference')} not shown here." if left else ""
    yield Annotation("notice", _TITLE, headline(comparison) + more)
