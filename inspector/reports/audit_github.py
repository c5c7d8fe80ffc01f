# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""An audit as annotations: workflow commands that GitHub reads off a step's log and shows beside the line.

Escaping as the runner undoes it (actions/toolkit, ``command.ts``): ``%``, carriage return and line feed everywhere, and
``:`` and ``,`` in properties. A step shows ten annotations of each kind, so the gravest are the ones that are written.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TextIO

from inspector.core.finding import BaselineState, Finding, Level
from inspector.core.problem import Severity
from inspector.core.report import DISCLAIMER, Report
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.audit_parts import NAME, TEXT
from inspector.reports.audit_places import Place, place_of
from inspector.reports.words import many

MOST: Final = 10  # of each kind: what GitHub shows of one step
_KINDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_TITLE: Final = "Cookie Inspector"


class Annotation(NamedTuple):
    """One workflow command."""

    kind: str
    title: str
    message: str
    place: Place | None = None

    def __str__(self) -> str:
        facts = [*_located(self.place), ("title", visible(self.title, NAME))]
        properties = ",".join(f"{key}={escaped_property(value)}" for key, value in facts)
        return f"::{self.kind} {properties}::{escaped(visible(self.message, TEXT))}"


def write_audit(report: Report, look: Look, out: TextIO) -> None:
    """Write a line for each annotation, the gravest first, and a last one with the answer and what was left out."""
    for annotation in annotations(report, look):
        out.write(f"{annotation}\n")


def annotations(report: Report, look: Look) -> Iterator[Annotation]:
    """Yield at most ten annotations of each kind. What a baseline knows is counted and not shown again."""
    told = [finding for finding in report.findings if finding.baseline is not BaselineState.KNOWN]
    left = 0
    for level in (Level.ERROR, Level.WARNING, Level.NOTE):
        found = [finding for finding in told if finding.level is level]
        room = MOST - (level is Level.NOTE) - (level is Level.WARNING and not report.verified)
        left += max(0, len(found) - room)
        if level is Level.WARNING and not report.verified:
            yield Annotation("warning", _TITLE, f"Could not be verified: {report.unverified_why}")
        yield from (_annotation(finding, report, look) for finding in found[:room])
    yield Annotation("notice", _TITLE, " ".join(_last(report, told, left)))


def _annotation(finding: Finding, report: Report, look: Look) -> Annotation:
    message = f"{finding.message}. {finding.what_to_do}" if finding.what_to_do else finding.message
    return Annotation(_KINDS[finding.level], f"{finding.code} {finding.name}", message, place_of(finding, report, look))


def _last(report: Report, told: Sequence[Finding], left: int) -> Iterator[str]:
    yield report.headline
    known = len(report.findings) - len(told)
    if left:
        yield f"{many(left, 'more finding')} not shown here."
    if known:
        yield f"{many(known, 'finding')} known from the baseline."
    if report.ignored:
        yield f"{many(len(report.ignored), 'finding')} ignored by the settings."
    if report.corrections:
        yield f"{many(len(report.corrections), 'correction')} by hand applied."
    unread = [met for met in report.problems if met.severity is not Severity.NOTE]
    if unread:
        yield f"{many(len(unread), 'problem')} in reading."
    yield DISCLAIMER


def _located(place: Place | None) -> list[tuple[str, str]]:
    """Return where an annotation is shown; a file outside of the repository is none that GitHub could show."""
    if place is None or not place.relative:
        return []
    region = place.region
    facts = [("file", visible(place.path)), ("line", str(region.line)), ("endLine", str(region.end_line))]
    if region.line == region.end_line and region.end_column > region.column:  # GitHub takes columns within a line only
        facts += [("col", str(region.column)), ("endColumn", str(region.end_column))]
    return facts


def escaped(text: str) -> str:
    """Return text as a command's message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """Return text as a property's value."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
