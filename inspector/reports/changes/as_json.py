# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison for programs: one JSON document, or a line for each difference."""

from typing import Any, Final, TextIO

from inspector.core.comparison import Comparison, Difference, SetAside, Turn
from inspector.core.report import DISCLAIMER
from inspector.reports.as_json import write_list
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.wording import headline
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, problem_object

FORMAT: Final = {"name": "cookie-inspector-diff", "version": 1}
_NOT_COMPARED: Final = {"turn": None, "subject": None, "level": "warning", "code": None, "name": "not-compared"}


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write one document, the answer first."""
    separator = "{"
    for key, value in _head(comparison).items():
        out.write(f'{separator}"{key}": {as_text(value)}')
        separator = ",\n"
    for key, items in (
        ("differences", map(difference_object, comparison.differences)),
        ("ignored", map(_ignored_object, comparison.ignored)),
        ("problems", map(problem_object, comparison.problems)),
    ):
        out.write(f',\n"{key}": ')
        write_list(items, out)
    out.write("}\n")


def write_lines(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write an object a line for each difference. That not all could be compared is a line of its own, the first."""
    if comparison.why:
        out.write(as_text(_NOT_COMPARED | {"message": comparison.why}) + "\n")
    for difference in comparison.differences:
        out.write(as_text(difference_object(difference)) + "\n")


def difference_object(difference: Difference) -> dict[str, Any]:
    """Return one difference. ``None`` is "not of this kind", never "no"."""
    return {
        "turn": difference.turn,
        "subject": difference.subject,
        "level": difference.level,
        "code": difference.code or None,
        "name": difference.name or None,
        "host": difference.host or None,
        "partition": difference.partition or None,
        "file": difference.file or None,
        "line": difference.line,
        "message": difference.message,
        "details": [detail._asdict() for detail in difference.details],
    }


def _ignored_object(held: SetAside) -> dict[str, Any]:
    until = None if held.until is None else held.until.isoformat()
    return {"reason": held.reason, "until": until, "difference": difference_object(held.difference)}


def _head(comparison: Comparison) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "kind": comparison.kind,
        "headline": headline(comparison),
        "disclaimer": DISCLAIMER,
        "before": comparison.before._asdict(),
        "after": comparison.after._asdict(),
        "whole": not comparison.why,
        "why": comparison.why or None,
        "counts": {turn.value: comparison.count(turn) for turn in Turn},
        "notes": list(comparison.notes),
    }
