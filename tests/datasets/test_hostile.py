# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A dataset of somebody else may be damaged or made up: what is wrong is told, without a traceback, and soon."""

import json
import math
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from inspector.core.evidence import Evidence
from inspector.datasets import as_jsonl, folder
from inspector.engine.demo import audit_demo
from inspector.engine.exporting import Export, export_report
from inspector.engine.verifying import verify


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Path]:
    """What writes the demonstration as a dataset."""

    def made(encoding: str) -> Path:
        place = tmp_path / "set"
        export_report(audit_demo("cookie-inspector test"), Evidence(only_this_site=True), Export(place, encoding))
        return place

    return made


@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("claims", "stance", "x"),
        ("claims", "lifetime_basis", "x"),
        ("claims", "subject", None),
        ("claims", "lifetime_days", 10**400),
        ("cookies", "stored_seconds", math.inf),
        ("cookies", "requested_seconds", math.nan),
        ("cookies", "problems", None),
        ("runs", "domains", None),
        ("runs", "visited", None),
    ],
)
def test_a_cell_that_no_record_can_hold_is_told(
    make: Callable[[str], Path], table: str, column: str, cell: Any
) -> None:
    place = make("jsonl")
    path = place / "data" / f"{table}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows[0][column] = cell
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = verify(place)
    assert not found.holds
    assert [line for line in found.lines if f"{table}.{column}" in line or f"{table}.jsonl: no number" in line]


def _endless(database: sqlite3.Connection) -> None:
    database.execute("ALTER TABLE claims RENAME TO more")
    columns = ", ".join(f'1 AS "{row[1]}"' for row in database.execute("PRAGMA table_info(more)"))
    database.execute(
        f"CREATE VIEW claims AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT {columns} FROM n"
    )


def _document_of_a_number(database: sqlite3.Connection) -> None:
    database.execute("CREATE TABLE other(path TEXT PRIMARY KEY, content)")
    database.execute("INSERT INTO other VALUES('PROVENANCE.json', 2000000000)")
    database.execute("DROP TABLE _documents")
    database.execute("ALTER TABLE other RENAME TO _documents")


@pytest.mark.parametrize(
    ("change", "told"),
    [(_endless, "what should be a table is none"), (_document_of_a_number, "a document is none")],
)
def test_a_database_that_is_a_trap_is_told(
    make: Callable[[str], Path], change: Callable[[sqlite3.Connection], None], told: str
) -> None:
    place = make("sqlite")
    assert verify(place).holds
    with closing(sqlite3.connect(place)) as database, database:
        change(database)
    found = verify(place)
    assert not found.holds
    assert told in "\n".join(found.lines)


def test_what_is_too_large_is_told_and_not_read(make: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    place = make("jsonl")
    monkeypatch.setattr(as_jsonl, "_LONGEST", 100)
    assert "a line is too long" in "\n".join(verify(place).lines)
    monkeypatch.undo()
    monkeypatch.setattr(folder, "LONGEST_DOCUMENT", 1000)
    assert "too large" in "\n".join(verify(place).lines)
