# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/projects.md names every column that a project file has."""

import sqlite3
from pathlib import Path

from make import project_records as made

from inspector.projects.saving import write_new

MANUAL = (Path(__file__).parents[2] / "docs" / "projects.md").read_text(encoding="utf-8")


def test_every_column_and_fact_is_explained(tmp_path: Path) -> None:
    path = tmp_path / "shop.cookies-project"
    write_new(path, made.full_project(tmp_path))
    with sqlite3.connect(path) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {row[1] for name in tables for row in connection.execute(f"PRAGMA table_info({name})")}
        facts = {name for (name,) in connection.execute("SELECT name FROM facts")}
    connection.close()
    missing = [name for name in (*tables, *columns, *facts) if f"`{name}`" not in MANUAL]
    assert len(tables) == 5
    assert missing == []
