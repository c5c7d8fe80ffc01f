# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit as one HTML page: it loads nothing, runs nothing and prints well. Whatever a site wrote is text in it."""

from typing import Final, TextIO

from inspector.core.report import DISCLAIMER
from inspector.core.visit import VisitReport
from inspector.reports.api import Look
from inspector.reports.pages import environment
from inspector.reports.visit_view import arrange_visit

TEMPLATE: Final = "visit.html.j2"


def write_visit(report: VisitReport, look: Look, out: TextIO) -> None:
    """Write the page."""
    view = arrange_visit(report.record, report.labels)
    for part in environment().get_template(TEMPLATE).generate(report=report, view=view, disclaimer=DISCLAIMER):
        out.write(part)
