# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made datasets: the demonstration's audit as one, and rows of every type for each table."""

from datetime import date
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from inspector.core.disclosure import Disclosure
from inspector.core.evidence import Evidence
from inspector.datasets.column import Column, Kind, Table
from inspector.datasets.cookie_rows import ValuesTold
from inspector.datasets.dataset import About, Dataset, Rows
from inspector.datasets.material import material_of
from inspector.datasets.rows import rows_of, tell_run
from inspector.engine.dataset_facts import rules_version, telling_of
from inspector.engine.demo import audit_demo

PROGRAM: Final = "cookie-inspector test"
DAY: Final = date(2026, 11, 24)
ABOUT: Final = About("A shop", DAY, PROGRAM, Disclosure.REDUCED)


@cache
def demo_rows(disclosure: Disclosure = Disclosure.REDUCED) -> Rows:
    """Return the rows of the demonstration's audit."""
    report = audit_demo(PROGRAM)
    material = material_of(report, Evidence(only_this_site=True), rules_version())
    return rows_of(tell_run(material, telling_of(disclosure, report.policy), ValuesTold()))


def demo_dataset() -> Dataset:
    """Return the demonstration as a dataset."""
    return Dataset(ABOUT, demo_rows(), {"program": PROGRAM})


_TEXT: Final = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)
_CELLS: Final[dict[Kind, st.SearchStrategy[Any]]] = {
    Kind.TEXT: _TEXT | st.just('"a,b"\n=1+1\t'),
    Kind.INTEGER: st.integers(-(2**53), 2**53),
    Kind.NUMBER: st.floats(-1e12, 1e12, allow_subnormal=False).map(lambda number: number + 0.0),
    Kind.BOOLEAN: st.booleans(),
    Kind.MOMENT: st.integers(-(10**15), 10**16),
    Kind.DATE: st.dates(),
    Kind.LIST: st.lists(_TEXT, max_size=3).map(tuple),
}


def _cell(column: Column) -> st.SearchStrategy[Any]:
    cell = st.sampled_from(sorted(map(str, column.words))) if column.words else _CELLS[column.kind]
    return cell if column.required else st.none() | cell


def rows(table: Table) -> st.SearchStrategy[list[tuple[Any, ...]]]:
    """Return any rows of a table, without regard to its key."""
    return st.lists(st.tuples(*map(_cell, table.columns)), max_size=4)
