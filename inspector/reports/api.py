# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a report is given: the records, and how they should look. It writes to a stream and never opens a file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:  # each command loads the records of its own kind of report only
    from inspector.core.labelling import Labelling, Story
    from inspector.core.reading import Reading
    from inspector.core.report import Report
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
