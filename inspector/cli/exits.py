# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Exit codes: one table for every command, so that a script can tell "none" from "could not be read"."""

from typing import TYPE_CHECKING, Final

from inspector.core.reading import Reading

if TYPE_CHECKING:  # an audit counts no survey
    from inspector.core.survey import Survey

READ: Final = 0  # all that was asked for was read; an audit: judged, and nothing to fail on
FOUND: Final = 1  # an audit found something at or above what it was to fail on
PARTLY: Final = 2  # something could not be read; the rest was
FAILED: Final = 3  # a usage error, nothing readable at all, or a fault of the program
STOPPED: Final = 130  # Ctrl-C: 128 + SIGINT, as shells have it
NOBODY_READS: Final = 141  # the pipe was closed: 128 + SIGPIPE


def of_reading(reading: Reading) -> int:
    """Return the code of a scan. A store that was read and is empty is an answer; no store at all is none."""
    if all(count.cookies is None for count in reading.stores):
        return FAILED
    return READ if reading.complete else PARTLY


def of_survey(survey: "Survey") -> int:
    """Return the code of a look around. That there is no browser is an answer, if every place could be looked at."""
    if survey.complete:
        return READ
    return PARTLY if any(seen.cookies is not None for seen in survey.sightings) else FAILED
