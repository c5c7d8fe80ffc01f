# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Findings as plain text for a test's failure: the answer, a line for each finding with its sentence, what to do."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.core.finding import Finding
from inspector.core.problem import Problem
from inspector.core.report import DISCLAIMER, Report
from inspector.reports.audit_parts import NAME, quoted, safe, safe_name, sentence
from inspector.reports.words import many

_WIDTH: Final = 100
_MOST: Final = 40  # findings, problems
_QUOTES: Final = 2
_GAP: Final = "  "


def findings_text(report: Report, findings: Sequence[Finding]) -> str:
    """Return the findings that a test fails on; the rest of the report is counted."""
    return "\n".join(_lines(report, findings))


def problems_text(problems: Sequence[Problem]) -> str:
    """Return problems as lines below a sentence; empty where there are none."""
    lines = [f"\n  {safe(str(problem))}" for problem in problems[:_MOST]]
    return "".join(lines) + (f"\n  and {len(problems) - _MOST:,} more" if len(problems) > _MOST else "")


def _lines(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    yield safe(report.headline)
    yield ""
    shown = [(finding, _cells(finding)) for finding in findings[:_MOST]]
    widths = [max(len(cells[at]) for _, cells in shown) for at in range(3)] if shown else []
    for finding, cells in shown:
        head = _GAP.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield from _wrapped(sentence(finding.message), f"{head}{_GAP}")
        for ref in finding.claims[:_QUOTES]:
            quote = quoted(ref.quote)
            yield from _wrapped(f"“{quote.text}” (line {quote.line})", " " * (len(head) + 2 * len(_GAP)))
    if len(findings) > _MOST:
        yield f"and {len(findings) - _MOST:,} more"
    yield ""
    for advice in dict.fromkeys(safe(finding.what_to_do) for finding, _ in shown if finding.what_to_do):
        yield from _wrapped(advice, "What to do: ")
    if said := _others(report, len(findings)):
        yield f"Besides: {', '.join(said)}."
    yield f"Policy: {safe(report.policy.document.source.location, NAME)}. {DISCLAIMER}"


def _cells(finding: Finding) -> tuple[str, str, str]:
    return finding.level.value, finding.code, safe_name(finding.cookie.name) if finding.cookie else "-"


def _others(report: Report, failing: int) -> list[str]:
    known = len(report.findings) - len(report.fresh)
    numbers = (
        (len(report.fresh) - failing, "finding below the threshold", "findings below the threshold"),
        (known, "known to the baseline", "known to the baseline"),
        (len(report.ignored), "ignored by the settings", "ignored by the settings"),
    )
    said = [f"{count} {one if count == 1 else several}" for count, one, several in numbers if count]
    return said + ([f"{many(len(report.problems), 'problem')} of reading"] if report.problems else [])


def _wrapped(text: str, head: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=head, subsequent_indent=" " * min(len(head), _WIDTH // 2))
