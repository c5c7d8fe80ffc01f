# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A report written in one format, as text."""

import io
from typing import Any

from make.audits import NOW_US

from inspector.core.report import Report
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS


def written(report: Report, name: str, **look: Any) -> str:
    """Return the report in a format, looked at without colours."""
    out = io.StringIO()
    AUDITS[name]()(report, Look(NOW_US, lambda host: host, styled=False, **look), out)
    return out.getvalue()
