# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies as JSON Lines: one object on each line and nothing else, for pipes. Problems go to stderr.

What a filter left says so in each line, for there is no header: a part taken for the whole is a false "not there".
"""

from typing import TextIO

from inspector.core.reading import Reading
from inspector.reports.api import Look
from inspector.reports.json_text import as_text
from inspector.reports.objects import cookie_objects, narrowed_object


def write_reading(reading: Reading, look: Look, out: TextIO) -> None:
    """Write a line for each cookie."""
    part = {} if reading.narrowed is None else {"filter": narrowed_object(reading.narrowed)}
    for fields in cookie_objects(reading, look.with_values):
        out.write(as_text(fields | part) + "\n")
