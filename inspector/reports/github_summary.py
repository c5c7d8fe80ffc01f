# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The summary of a GitHub job: the Markdown report, within what GitHub takes of one step."""

import io
from typing import Final

from inspector.core.report import Report
from inspector.reports.api import Look
from inspector.reports.audit_markdown import write_audit

MOST: Final = 1024 * 1024  # bytes of one step's summary; more is dropped whole
_CUT: Final = "\n\n*The report is longer than GitHub shows; the other formats have all of it.*\n"


def summary(report: Report, look: Look, room: int = MOST) -> str:
    """Return the summary in at most ``room`` bytes of UTF-8, cut between lines; empty where there is no room at all."""
    out = io.StringIO()
    write_audit(report, look, out)
    return fitted(out.getvalue(), room)


def fitted(text: str, room: int) -> str:
    """Return Markdown in at most ``room`` bytes of UTF-8, cut between lines, which it then says."""
    data = text.encode("utf-8", "backslashreplace")
    if len(data) <= room:
        return data.decode()
    left = room - len(_CUT)
    if left <= 0:
        return ""
    kept = data[:left].decode("utf-8", "ignore")
    return kept[: kept.rfind("\n") + 1].rstrip() + _CUT
