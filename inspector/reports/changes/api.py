# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How a comparison should look, and what writes it."""

from collections.abc import Callable
from typing import TextIO

from inspector.core.comparison import Comparison, Difference
from inspector.core.finding import Level
from inspector.core.frozen import frozen
from inspector.reports.audit_places import Place, file_place


def warns(difference: Difference) -> bool:
    """Whether a difference is one that a check fails on where nothing else was said."""
    return difference.level.rank >= Level.WARNING.rank


@frozen
class ChangesLook:
    """``root`` is the folder that locations are told from, ``inside`` where in it relative ones start.

    ``fails`` tells the differences to fail on, so that no format is red where the exit code is green.
    """

    root: str = ""
    inside: str = ""
    fails: Callable[[Difference], bool] = warns

    def place(self, difference: Difference, comparison: Comparison) -> Place:
        """Return where a difference stands: its line, else the file that has it, else the newer side."""
        if difference.file:
            return file_place(difference.file, difference.line, self.root, self.inside)
        return file_place(comparison.after.location, None, self.root, self.inside)


NO_LOOK = ChangesLook()
WriteComparison = Callable[[Comparison, ChangesLook, TextIO], None]
