# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A reading as one JSON document, described by ``resources/schemas/scan.schema.json``: the same input, the same bytes.

Cookies are written one by one, a line each, so that a hundred thousand of them need no second copy in memory.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any, Final, TextIO

from inspector.core.reading import Reading
from inspector.reports.api import Look
from inspector.reports.json_text import as_text
from inspector.reports.objects import (
    PROGRAM,
    cookie_objects,
    narrowed_object,
    problem_object,
    refused_objects,
    store_object,
)

_TOGETHER: Final = 256  # lines that are written at once: few enough to be no second copy, many enough to be cheap


def write_reading(reading: Reading, look: Look, out: TextIO) -> None:
    """Write the document."""
    out.write(f'{{"program": {as_text(PROGRAM)},\n"knowledge": {as_text(reading.knowledge or None)},\n')
    out.write(f'"complete": {as_text(reading.complete)},\n')
    if reading.narrowed is not None:
        out.write(f'"filter": {as_text(narrowed_object(reading.narrowed))},\n')
    out.write('"stores": ')
    write_list(map(store_object, reading.stores), out)
    out.write(',\n"cookies": ')
    write_list(cookie_objects(reading, look.with_values), out)
    out.write(',\n"refused": ')
    write_list(refused_objects(reading, look.with_values), out)
    out.write(',\n"problems": ')
    write_list(map(problem_object, reading.problems), out)
    out.write("}\n")


def write_list(objects: Iterable[dict[str, Any]], out: TextIO) -> None:
    """Write a list, each object on a line of its own."""
    write_lines(map(as_text, objects), out)


def write_lines(lines: Iterable[str], out: TextIO) -> None:
    """Write a list of objects that are JSON already, each on a line of its own."""
    separator, left = "[\n", iter(lines)
    while several := list(islice(left, _TOGETHER)):
        out.write(separator + ",\n".join(several))
        separator = ",\n"
    out.write("[]" if separator == "[\n" else "\n]")
