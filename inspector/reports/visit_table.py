# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit for the terminal: the answer, the runs and the cookies side by side, then what each run adds to them.

Biographies and whatever is long are in the pages and in the JSON; here stands what fits.
"""

import textwrap
from typing import Final, TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from inspector.core.visit import VisitReport
from inspector.reports.api import Look
from inspector.reports.audit_parts import safe
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.visit_parts import Biography, Sheet, VisitView
from inspector.reports.visit_repeats import Trimmed, without_repeats
from inspector.reports.visit_view import arrange_visit
from inspector.reports.words import many

WIDEST: Final = 100  # columns of running text
ROWS: Final = 40  # of one table
LIVES: Final = 12  # biographies of one run
_CELL: Final = 44
_BOLD: Final = Style(bold=True)
_TITLE: Final = Style(bold=True, underline=True)
_DIM: Final = Style(dim=True)


def write_visit(report: VisitReport, look: Look, out: TextIO) -> None:
    """Write the report."""
    console = console_for(out, look.styled)
    _line(console, safe(report.headline), _BOLD)
    for text in report.said:
        _line(console, safe(text), _DIM)
    print_visit(console, arrange_visit(report.record, report.labels))
    console.print()
    knowledge = f", knowledge {safe(report.knowledge)}" if report.knowledge else ""
    _line(console, f"{safe(report.program)}{knowledge}.", _DIM)


def print_visit(console: Console, view: VisitView) -> None:
    """Print a visit on a console; the audit's report for the terminal has it, too."""
    for sheet in view.sheets:
        _sheet(console, sheet)
    for run in without_repeats(view.runs):
        _run(console, run)


def _run(console: Console, trimmed: Trimmed) -> None:
    run = trimmed.run
    _title(console, f"{run.word.sign} {run.title}: {run.word.text}")
    for term, text in run.facts:
        _line(console, f"{term}: {text}")
    for sheet, same in trimmed.sheets:
        _sheet(console, sheet, same)
    _same(console, [f"{sheet.title} ({same:,})" for sheet, same in trimmed.sheets if same and not sheet.rows])
    if trimmed.lives:
        _title(console, "Each cookie's life")
    for life in trimmed.lives[:LIVES]:
        _life(console, life)
    more = max(0, len(trimmed.lives) - LIVES) + run.lives_more
    if more > 0:
        _line(console, f"… and {more:,} more cookies: --format json has them all.", _DIM)
    if trimmed.lives_same:
        _line(console, f"{many(trimmed.lives_same, 'cookie')} lived as in a run above.", _DIM)


def _same(console: Console, titles: list[str]) -> None:
    """Name the tables of which every row stands in a run above."""
    if titles:
        console.print()
        _line(console, f"As in a run above: {', '.join(titles)}.", _DIM)


def _life(console: Console, life: Biography) -> None:
    _line(console, f"{life.name} of {life.host}: {life.said}", _BOLD)
    for when, text in life.lines:
        _line(console, f"{when}  {text}", indent=2)
    if life.more:
        _line(console, f"… and {life.more:,} more lines: --format json has them all.", _DIM, 2)


def _sheet(console: Console, sheet: Sheet, same: int = 0) -> None:
    if not sheet.rows:
        return
    _title(console, sheet.title)
    if sheet.lead:
        _line(console, sheet.lead, _DIM)
    columns = [
        Column(title, _CELL, right=number in sheet.right, style=_BOLD if number == 0 else None, kept=True)
        for number, title in enumerate(sheet.head)
    ]
    print_grid(console, columns, sheet.rows[:ROWS])
    more = len(sheet.rows) - ROWS + sheet.more if len(sheet.rows) > ROWS else sheet.more
    if more > 0:
        _line(console, f"… and {more:,} more: --format json has them all.", _DIM)
    if same:
        _line(console, f"… and {same:,} as in a run above.", _DIM)


def _title(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text, _TITLE), crop=False, overflow="ignore", no_wrap=True)


def _line(console: Console, text: str, style: Style | None = None, indent: int = 0) -> None:
    width = min(WIDEST, console.width) if console.is_terminal else WIDEST
    lines = textwrap.wrap(text, width, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2 * bool(indent)))
    for line in lines or ("",):
        console.print(Text(line, style or ""), crop=False, overflow="ignore", no_wrap=True)
