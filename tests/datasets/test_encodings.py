# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every encoding gives back the rows that it was given, with their types."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import datasets

from inspector.datasets.as_sqlite import read_database, write_database
from inspector.datasets.cells import CellError
from inspector.datasets.column import Table
from inspector.datasets.dataset import Row
from inspector.datasets.registry import ENCODINGS
from inspector.datasets.schema import COOKIES, FINDINGS, RUNS, TABLE, TABLES

_SOME = st.sampled_from([RUNS, COOKIES, FINDINGS]).flatmap(
    lambda table: st.tuples(st.just(table), datasets.rows(table))
)


@pytest.mark.parametrize("name", sorted(ENCODINGS))
@given(drawn=_SOME)
def test_rows_come_back(name: str, drawn: tuple[Table, list[Row]]) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    table, rows = drawn
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        assert ENCODINGS[name].write(table, rows, path) == len(rows)
        assert list(ENCODINGS[name].read(table, path)) == rows


@given(rows=datasets.rows(FINDINGS))
def test_a_database_gives_rows_and_documents_back(rows: list[Row]) -> None:
    unique = list({row[:2]: row for row in rows}.values())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "set.sqlite"
        write_database({"findings": tuple(unique)}, {"a/b.txt": b"\x00\xff"}, path)
        tables, documents = read_database(path)
    assert tables["findings"] == tuple(unique)
    assert tables["runs"] == ()
    assert documents == {"a/b.txt": b"\x00\xff"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("csv", "run_id\nx\n"),
        ("csv", ""),
        ("csv", ",".join(TABLE["consents"].names) + "\na,b\n"),
        ("csv", ",".join(TABLE["consents"].names) + '\n"a'),
        ("csv", ",".join(TABLE["consents"].names) + "\na,b,c,[1],[],maybe,,,1,,[]\n"),
        ("jsonl", "{"),
        ("jsonl", "[" * 100_000),
        ("jsonl", '{"run_id": "x"}\n'),
        ("jsonl", "{" + ",".join(f'"{name}": 5' for name in TABLE["consents"].names) + "}\n"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / "consents"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CellError, match="consents"):
        list(ENCODINGS[name].read(TABLE["consents"], path))


def test_what_is_no_parquet_is_said_to_be_none(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    path = tmp_path / "consents"
    path.write_bytes(b"PAR1" + bytes(50) + b"PAR1")
    with pytest.raises(CellError, match="consents is no whole Parquet file"):
        list(ENCODINGS["parquet"].read(TABLE["consents"], path))


def test_what_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "set.sqlite"
    path.write_bytes(b"SQLite format 3\0" + bytes(100))
    with pytest.raises(CellError, match="no database of a dataset"):
        read_database(path)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_schema_is_whole(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= {column.name for column in table.columns if column.required}
    for reference in table.references:
        assert reference.columns == TABLE[reference.table].key
        assert all(column.required for column in table.columns if column.name in reference.columns)
    assert all(column.description.endswith(".") for column in table.columns)
