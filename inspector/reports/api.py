# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a report is given: the records, and how they should look. It writes to a stream and never opens a file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:  # each command loads the records of its own kind of report only
    from inspector.core.difference import Comparison
    from inspector.core.disclosure import Disclosure
    from inspector.core.labelling import Labelling, Story
    from inspector.core.reading import Reading
    from inspector.core.report import Report
    from inspector.core.snapshot import Snapshot, SnapshotList
    from inspector.core.survey import Survey


@dataclass(frozen=True, slots=True)
class Look:
    """How a report should look. Formats for programs heed only ``with_values``.

    ``site_of`` tells the site of a host (it needs the suffix list, so it is handed in). ``styled`` is ``None`` where
    the stream itself should tell: colours on a terminal, none elsewhere and none where ``NO_COLOR`` is set.
    """

    now_us: int
    site_of: Callable[[str], str]
    with_values: bool = False
    styled: bool | None = None


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
