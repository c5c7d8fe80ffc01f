# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison as GitLab's code quality report: a difference is an issue at its file and line."""

from collections.abc import Iterator
from typing import Any, Final, TextIO

from inspector.core.comparison import Comparison
from inspector.core.finding import Level
from inspector.core.fingerprint import difference_marks
from inspector.core.visible import visible
from inspector.reports.as_json import write_list
from inspector.reports.audit_parts import TEXT
from inspector.reports.audit_places import file_place
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.ways import rule_of
from inspector.reports.changes.wording import told

_SEVERITIES: Final = {Level.NOTE: "info", Level.WARNING: "minor", Level.ERROR: "major"}


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write the list; that the two could not be compared whole is an issue, too."""
    write_list(_issues(comparison, look), out)
    out.write("\n")


def _issues(comparison: Comparison, look: ChangesLook) -> Iterator[dict[str, Any]]:
    if comparison.why:
        place = file_place(comparison.after.location, None, look.root, look.inside)
        yield {
            "description": visible(f"Could not be compared whole: {comparison.why}", TEXT),
            "check_name": "not-compared",
            "fingerprint": f"not-compared {comparison.kind.value} {visible(comparison.after.location, TEXT)}",
            "severity": "info",
            "location": {"path": place.path or place.uri, "lines": {"begin": 1}},
        }
    for held, mark in zip(comparison.differences, difference_marks(comparison.differences), strict=True):
        place = look.place(held, comparison)
        yield {
            "description": visible(told(held), TEXT),
            "check_name": visible(rule_of(held), TEXT),
            "fingerprint": mark,
            "severity": _SEVERITIES[held.level],
            "location": {"path": place.path or place.uri, "lines": {"begin": place.region.line}},
        }
