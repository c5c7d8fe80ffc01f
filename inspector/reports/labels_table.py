# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels as a table for people, with the counts by purpose and the edition of the knowledge at the end."""

from collections import Counter
from typing import Final, TextIO

from rich.style import Style

from inspector.core.labelling import LabelledCookie, Labelling
from inspector.reports.api import Look
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.label_words import TRACKS, purpose_word
from inspector.reports.words import many

_COLUMNS: Final = (
    Column("Name", 34, style=Style(bold=True), kept=True),
    Column("Domain", 34, kept=True),
    Column("Purpose", 14, kept=True),
    Column("Tracks", 15),
    Column("Vendor", 26),
    Column("Party", 12),
    Column("Sure", 5, right=True, kept=True),
    Column("Why", 110),
)


def write_labels(labelling: Labelling, look: Look, out: TextIO) -> None:
    """Write the table, in the order of the rows, and the summary."""
    console = console_for(out, look.styled)
    if labelling.cookies:
        print_grid(console, _COLUMNS, [_cells(cookie) for cookie in labelling.cookies])
        console.print()
    console.print(_summary(labelling), style="bold", crop=False)
    console.print(f"Knowledge {labelling.edition}.", crop=False)


def _cells(cookie: LabelledCookie) -> tuple[str, ...]:
    traits, label = cookie
    party = "" if label.party == "unknown" else label.party.value.replace("_", " ")
    why = label.because[0] if label.because else ""
    return (
        traits.name,
        traits.host or "",
        purpose_word(label),
        TRACKS[label.tracks],
        label.vendor_name or "",
        party,
        f"{label.confidence:.0%}",
        f"disputed; {why}" if label.disputed else why,
    )


def _summary(labelling: Labelling) -> str:
    if not labelling.cookies:
        return "No cookies."
    count = Counter(purpose_word(cookie.label) for cookie in labelling.cookies)
    parts = ", ".join(f"{word} {number:,}" for word, number in count.most_common())
    return f"{many(len(labelling.cookies), 'cookie')}: {parts}."
