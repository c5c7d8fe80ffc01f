# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a report is given: the records, and how they should look. It writes to a stream and never opens a file."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol, TextIO

from inspector.core.frozen import frozen
from inspector.core.place import Region

if TYPE_CHECKING:  # each command loads the records of its own kind of report only
    from inspector.core.difference import Comparison
    from inspector.core.disclosure import Disclosure
    from inspector.core.finding import Finding
    from inspector.core.labelling import Labelling, Story
    from inspector.core.policy import Quote
    from inspector.core.reading import Reading
    from inspector.core.receipt import Receipt
    from inspector.core.report import Report
    from inspector.core.snapshot import Snapshot, SnapshotList
    from inspector.core.survey import Survey
    from inspector.core.visit import VisitReport


def no_region(quote: "Quote") -> Region | None:
    """Say of every quote that only its line is known."""
    return None


def warns(finding: "Finding") -> bool:
    """Whether a finding is a new one, and a warning or an error: what a check fails on where nothing else was said."""
    from inspector.core.finding import BaselineState, Level

    return finding.level.rank >= Level.WARNING.rank and finding.baseline is not BaselineState.KNOWN


@frozen
class Look:
    """How a report should look. Formats for programs heed ``with_values`` and what is below it.

    ``site_of`` tells the site of a host (it needs the suffix list, so it is handed in). ``styled`` is ``None`` where
    the stream itself should tell: colours on a terminal, none elsewhere and none where ``NO_COLOR`` is set.

    ``root`` is the folder that locations are told from, and ``inside`` where in it relative ones start (``docs``, empty
    for the root itself). ``region_of`` tells where a quote stands in its file, ``None``
    where only its line is known. ``fails`` tells whether a finding is one to fail on, so that no format is red where
    the exit code is green.
    """

    now_us: int
    site_of: Callable[[str], str]
    with_values: bool = False
    styled: bool | None = None
    root: str = ""
    inside: str = ""
    region_of: Callable[["Quote"], Region | None] = no_region
    fails: Callable[["Finding"], bool] = warns


class WriteReading(Protocol):
    """Writes the cookies of a reading in one format."""

    def __call__(self, reading: "Reading", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteSurvey(Protocol):
    """Writes what a survey found in one format."""

    def __call__(self, survey: "Survey", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteAudit(Protocol):
    """Writes the report of an audit in one format."""

    def __call__(self, report: "Report", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteVisit(Protocol):
    """Writes the report on a visit in one format."""

    def __call__(self, report: "VisitReport", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteReceipt(Protocol):
    """Writes the receipt of a refusal in one format."""

    def __call__(self, receipt: "Receipt", out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteLabels(Protocol):
    """Writes labelled cookies in one format."""

    def __call__(self, labelling: "Labelling", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteStory(Protocol):
    """Writes the story of one cookie in one format."""

    def __call__(self, story: "Story", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteSnapshots(Protocol):
    """Writes the list of what is remembered in one format."""

    def __call__(self, found: "SnapshotList", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteSnapshot(Protocol):
    """Writes one remembered scan in one format."""

    def __call__(self, snapshot: "Snapshot", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteComparison(Protocol):
    """Writes what differs between two looks in one format."""

    def __call__(self, comparison: "Comparison", look: Look, out: TextIO) -> None:
        """Write to ``out``."""
        ...


class WriteExport(Protocol):
    """Writes remembered scans for use elsewhere in one format."""

    def __call__(self, snapshots: Iterable["Snapshot"], disclosure: "Disclosure", out: TextIO) -> None:
        """Write to ``out``."""
        ...
