# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit as Markdown: the sections of the HTML page, everything escaped. The audit's document has them, too."""

from collections.abc import Iterator, Sequence
from typing import Final, TextIO

from inspector.core.report import DISCLAIMER
from inspector.core.visit import VisitReport
from inspector.reports.api import Look
from inspector.reports.audit_parts import safe
from inspector.reports.markdown_text import code, escaped
from inspector.reports.visit_parts import Biography, RunView, Sheet, VisitView
from inspector.reports.visit_view import arrange_visit

MORE: Final = "the JSON report has them all."


def write_visit(report: VisitReport, look: Look, out: TextIO) -> None:
    """Write the document."""
    view = arrange_visit(report.record, report.labels)
    out.write(f"# {escaped(view.url)}: what a visit shows\n\n**{escaped(safe(report.headline))}**\n\n")
    said = (*report.said, *(str(problem) for problem in report.problems))
    out.write("".join(f"- {escaped(safe(text))}\n" for text in said) + "\n" * bool(said))
    for block in visit_blocks(view, "##"):
        out.write(block + "\n\n")
    knowledge = f", knowledge {escaped(safe(report.knowledge))}" if report.knowledge else ""
    out.write(f"**{DISCLAIMER}** Made by {escaped(safe(report.program))}{knowledge}.\n")


def visit_blocks(view: VisitView, level: str) -> Iterator[str]:
    """Yield the blocks of a visit, its headings of this level (``##``) and below."""
    yield f"{level} The visit of {view.when}"
    for sheet in view.sheets:
        yield from sheet_blocks(sheet, f"{level}#")
    for run in view.runs:
        yield from _run(run, f"{level}#")


def _run(run: RunView, level: str) -> Iterator[str]:
    yield f"{level} {run.word.sign} {escaped(run.title)}: {run.word.text}"
    yield "\n".join(f"- {term}: {escaped(text)}" for term, text in run.facts)
    for sheet in run.sheets:
        yield from sheet_blocks(sheet, f"{level}#")
    if run.lives:
        yield f"{level}# Each cookie's life"
        yield "\n".join(line for life in run.lives for line in _life(life))
    if run.lives_more:
        yield f"And {run.lives_more:,} more cookies: {MORE}"


def _life(life: Biography) -> Iterator[str]:
    yield f"- {code(life.name)} of {code(life.host)}: {escaped(life.said)}"
    for when, text in life.lines:
        yield f"  - {when}: {escaped(text)}"
    if life.more:
        yield f"  - And {life.more:,} more lines: {MORE}"


def sheet_blocks(sheet: Sheet, level: str) -> Iterator[str]:
    """Yield a table with its heading; nothing where it has no row."""
    if not sheet.rows:
        return
    yield f"{level} {escaped(sheet.title)}"
    if sheet.lead:
        yield escaped(sheet.lead)
    yield _table(sheet)
    if sheet.more:
        yield f"And {sheet.more:,} more: {MORE}"


def _table(sheet: Sheet) -> str:
    rule = ["---:" if number in sheet.right else "---" for number in range(len(sheet.head))]
    lines: list[Sequence[str]] = [[escaped(text) for text in sheet.head], rule]
    lines += [[escaped(text) for text in row] for row in sheet.rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
