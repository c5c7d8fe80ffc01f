# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Other programs read a dataset back with equal rows and types, whichever encoding they are given."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from make import datasets

from inspector.datasets.column import Column, Kind
from inspector.datasets.folder import write_dataset
from inspector.datasets.schema import TABLES

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SQL = {
    Kind.TEXT: "VARCHAR",
    Kind.INTEGER: "BIGINT",
    Kind.NUMBER: "DOUBLE",
    Kind.BOOLEAN: "BOOLEAN",
    Kind.MOMENT: "TIMESTAMP WITH TIME ZONE",
    Kind.DATE: "DATE",
    Kind.LIST: "VARCHAR[]",
}
_CSV = {Kind.LIST: "VARCHAR"}  # JSON, which is read as such


@pytest.fixture(scope="module", params=["csv", "parquet"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    folder = tmp_path_factory.mktemp("read") / "set"
    write_dataset(datasets.demo_dataset(), folder, request.param)
    return folder / "data", request.param


def expected(table: str, columns: tuple[Column, ...]) -> list[tuple[Any, ...]]:
    return [
        tuple(_cell(column.kind, cell) for column, cell in zip(columns, row, strict=True))
        for row in datasets.demo_rows().get(table, ())
    ]


def _cell(kind: Kind, cell: Any) -> Any:
    if cell is None:
        return None
    if kind is Kind.MOMENT:
        return _EPOCH + timedelta(microseconds=cell)
    return list(cell) if kind is Kind.LIST else cell


def test_duckdb(place: tuple[Path, str]) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    folder, encoding = place
    database = duckdb.connect()
    database.execute("SET TimeZone = 'UTC'")
    for table in TABLES:
        file = folder / f"{table.name}.{encoding}"
        if encoding == "csv":
            types = ", ".join(
                f"'{column.name}': '{_CSV.get(column.kind, _SQL[column.kind])}'" for column in table.columns
            )
            lists = ", ".join(
                f"from_json({_quoted(column)}, '[\"VARCHAR\"]') AS {_quoted(column)}"
                for column in table.columns
                if column.kind is Kind.LIST
            )
            change = f"REPLACE ({lists})" if lists else ""
            how = f"header=true, auto_detect=false, delim=',', quote='\"', escape='\"', columns={{{types}}}"
            query = f"SELECT * {change} FROM read_csv('{file}', {how})"
        else:
            query = f"SELECT * FROM '{file}'"
        texts = [
            f"epoch_us({_quoted(column)}) AS {_quoted(column)}" if column.kind is Kind.MOMENT else _quoted(column)
            for column in table.columns
        ]
        found = database.execute(f"SELECT {', '.join(texts)} FROM ({query})").fetchall()
        plain = [
            tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row)
            for row in datasets.demo_rows().get(table.name, ())
        ]
        assert found == plain, table.name
        kinds = [row[1] for row in database.execute(f"DESCRIBE {query}").fetchall()]
        assert kinds == [_SQL[column.kind] for column in table.columns], table.name


def _quoted(column: Column) -> str:
    return f'"{column.name}"'


def test_pandas(place: tuple[Path, str]) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    folder, encoding = place
    for table in TABLES:
        if encoding == "csv":
            frame = _from_csv(pandas, folder / f"{table.name}.csv", table.columns)
        else:
            frame = pandas.read_parquet(folder / f"{table.name}.parquet", dtype_backend="pyarrow")
        found = [
            tuple(_of_pandas(pandas, column.kind, cell) for column, cell in zip(table.columns, row, strict=True))
            for row in frame.itertuples(index=False, name=None)
        ]
        assert found == expected(table.name, table.columns), table.name


def _from_csv(pandas: Any, path: Path, columns: tuple[Column, ...]) -> Any:
    import json

    plain = {Kind.TEXT: "string", Kind.INTEGER: "Int64", Kind.NUMBER: "Float64", Kind.BOOLEAN: "boolean"}
    types = {column.name: plain.get(column.kind, "string") for column in columns}
    frame = pandas.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])
    for column in columns:
        if column.kind is Kind.LIST:
            cells = [None if pandas.isna(cell) else json.loads(cell) for cell in frame[column.name]]
            frame[column.name] = pandas.Series(cells, dtype="object")
        elif column.kind is Kind.MOMENT:
            frame[column.name] = pandas.to_datetime(frame[column.name], utc=True)
    return frame


def _of_pandas(pandas: Any, kind: Kind, cell: Any) -> Any:
    if kind is Kind.LIST:
        return None if cell is None or cell is pandas.NA or cell is pandas.NaT else list(cell)
    if pandas.isna(cell):
        return None
    if kind is Kind.MOMENT:
        return cell.to_pydatetime()
    if kind is Kind.DATE and isinstance(cell, str):
        return date.fromisoformat(cell)
    return cell
