# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A table of cookies to classify: read as every table of cookies is, and it may do without domains.

A cell that cannot be understood is a problem and "not known". Values go into secrets at once, and no message quotes a
cell.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from inspector.core.labelling import TableReading
from inspector.core.problem import Problem, Severity
from inspector.core.traits import Traits
from inspector.readers.files import tables
from inspector.readers.files.api import OpenedFile, Skipped
from inspector.readers.files.csv_cookies import good_rows, refused
from inspector.readers.files.table_rows import Header, read_header

WRONG_HEADER: Final = "table-header"  # a table was read, and its columns are none that we know
_LOOKED_AT: Final = 100_000
ROW: Final = "a row was left out"
CELL: Final = "a cell is taken as not known"


def read_cookie_table(data: bytes, where: str) -> TableReading:
    """Return the cookies of a table and what was wrong with it; never raises."""
    return read_opened_table(OpenedFile(Path(where), data))


def read_opened_table(file: OpenedFile) -> TableReading:
    """Return the cookies of a file that is a table, as :func:`read_cookie_table` does."""
    where, text = str(file.path), file.text
    header = tables.facts_of(read_header(text, tables.column))
    fault = header.fault or ("" if "name" in header.facts else 'there is no column "name"')
    if fault:
        problem = refused(f"{where}, line {header.line}", fault)
        if not header.fault and _has_rows(text, header):
            problem = replace(problem, code=WRONG_HEADER)
        return TableReading(problems=(problem,), read=False)
    rows, cells = Skipped(where, ROW), Skipped(where, CELL, "table-cell")
    found: list[Traits] = []
    for line, held in good_rows(text, header, rows, needs_domain=False):
        traits, odd = tables.traits(held)
        found.append(traits)
        for fact, why in odd:
            cells.add(f"line {line}", f'"{header.title(fact)}": {why}')
    return TableReading(tuple(found), (*_no_domain(header, where), *rows.problems(), *cells.problems()))


def _has_rows(text: str, header: Header) -> bool:
    """Whether a first line that names no cookies has rows of as many cells below it: a table, of something else."""
    sign, cells = header.delimiter, len(header.titles)
    below = text[header.start : header.start + _LOOKED_AT].split("\n")[1:]
    return cells > 1 and next((line.count(sign) == cells - 1 for line in below if line.strip()), False)


def _no_domain(header: Header, where: str) -> tuple[Problem, ...]:
    if "domain" in header.facts:
        return ()
    what, what_to_do = 'there is no column "domain"', "Answers are surer with the domain"
    return (Problem("table-column", what, where, "", what_to_do, Severity.NOTE),)
