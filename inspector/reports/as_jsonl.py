# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as JSON Lines: one object on each line and nothing else, for pipes. Problems go to stderr."""

from typing import TextIO

from inspector.core.reading import Reading
from inspector.reports.api import Look
from inspector.reports.json_text import as_text
from inspector.reports.objects import cookie_objects


def write_reading(reading: Reading, look: Look, out: TextIO) -> None:
    """Write a line for each cookie."""
    for fields in cookie_objects(reading, look.with_values):
        out.write(as_text(fields) + "\n")
