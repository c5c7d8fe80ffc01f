# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables of cookies: what is understood, what is refused, and with which line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.cookie import SameSite
from inspector.core.labelling import TableReading
from inspector.core.problem import Severity
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.readers.files.cookie_table import COLUMNS, MOST_TOLD, read_cookie_table

HEADER = ",".join(COLUMNS)


def read(text: str) -> TableReading:
    return read_cookie_table(text.encode(), "made.csv")


def lines(reading: TableReading) -> list[str]:
    return [problem.where for problem in reading.problems]


def test_every_column() -> None:
    row = "sid,.Shop.example,/a,https://user@www.Shop.example:8443/x,1,v1,0,1.5,true,no,yes,no_restriction,0"
    reading = read(f"{HEADER}\n{row}\n")
    assert reading.problems == ()
    assert reading.rows == (
        Traits(
            name="sid",
            host="shop.example",
            site="www.shop.example",
            third_party=True,
            path="/a",
            value=Secret("v1"),
            session=False,
            lifetime_days=1.5,
            http_only=True,
            secure=False,
            host_only=True,
            same_site=SameSite.NONE,
            wildcard=False,
        ),
    )


def test_empty_cells_are_not_known() -> None:
    (row,) = read(f"{HEADER}\nsid,,,,,,,,,,,,\n").rows
    assert row == Traits("sid", value=Secret(""))


def test_a_missing_value_column_is_a_value_not_read() -> None:
    (row,) = read("name,domain\nsid,a.example\n").rows
    assert row.value is None


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_byte_order_marks(mark: str, encoding: str) -> None:
    text = "name,domain\nsid,a.example\n"
    data = text.encode(encoding) if encoding == "utf-16" else (mark + text).encode(encoding)
    assert [row.name for row in read_cookie_table(data, "made.csv").rows] == ["sid"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_delimiters(sign: str) -> None:
    (row,) = read(f"Name{sign} DOMAIN \nsid{sign}a.example\n").rows
    assert (row.name, row.host) == ("sid", "a.example")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is empty"),
        ("\n\n", "it is empty"),
        ("cookie,host\na,b\n", 'no column "name"'),
        ("name,domain,name\na,b,c\n", "twice"),
        ("na\0me,domain\na,b\n", "NUL"),
    ],
)
def test_a_wrong_header_refuses_the_file(text: str, why: str) -> None:
    reading = read(text)
    (problem,) = reading.problems
    assert not reading.read
    assert reading.rows == ()
    assert problem.severity is Severity.FAILED
    assert why in problem.why
    assert "line" in problem.where
    assert "name" in problem.what_to_do


def test_bad_rows_cost_only_themselves() -> None:
    big = "x" * 10_000_000
    reading = read(f"name,domain\ngood1,a\nragged\nalso,rag,ged\n{big},a\nnul\0,a\n,a\n\ngood2,b\n")
    assert [row.name for row in reading.rows] == ["good1", "good2"]
    assert lines(reading) == [f"made.csv, line {line}" for line in (3, 4, 5, 6, 7)]
    assert "1 cells where the header has 2" in reading.problems[0].why
    assert "longer than" in reading.problems[2].why
    assert "NUL" in reading.problems[3].why
    assert not any(big[:100] in str(problem) for problem in reading.problems)


def test_lines_are_those_of_the_file_where_cells_hold_line_breaks() -> None:
    reading = read('name,domain\n"a\nb",x\nragged\n')
    assert reading.rows[0].name == "a\nb"
    assert lines(reading) == ["made.csv, line 4"]


def test_a_quotation_mark_that_hides_rows_is_told() -> None:
    reading = read('name,domain\n"a,x\nb,y\nc,z\n')
    assert reading.problems[0].where == "made.csv, line 2"
    assert reading.problems[0].what == "a row was left out"
    reading = read('name,domain\na,"x\nb,y\nc,z\n')
    assert [row.name for row in reading.rows] == ["a"]
    assert lines(reading) == ["made.csv, line 2"]
    assert "further rows" in reading.problems[0].what


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("session", "maybe"),
        ("expiry_days", "nan"),
        ("expiry_days", "-1"),
        ("expiry_days", "x"),
        ("same_site", "loose"),
        ("site", "a" * 2000),
    ],
)
def test_an_unclear_cell_is_not_known_and_said(column: str, cell: str) -> None:
    reading = read(f"name,domain,{column}\nsid,a.example,{cell}\n")
    assert reading.rows == (Traits("sid", "a.example"),)
    (problem,) = reading.problems
    assert problem.where == "made.csv, line 2"
    assert column in problem.why
    assert problem.severity is Severity.PARTIAL


def test_many_faults_are_told_as_a_number() -> None:
    reading = read("name,domain\n" + "ragged\n" * (MOST_TOLD + 50))
    assert len(reading.problems) == MOST_TOLD + 1
    assert reading.problems[-1].count == 50


def test_without_a_domain_a_note() -> None:
    reading = read("name\nsid\n")
    assert [problem.severity for problem in reading.problems] == [Severity.NOTE]
    assert reading.rows == (Traits("sid"),)


def test_bytes_that_are_no_text() -> None:
    (row,) = read_cookie_table(b"name,domain\n\xff\xfe\x80,a.example\n", "made.csv").rows
    assert row.name == "\udcff\udcfe\udc80"
    assert not read_cookie_table(b"\xff\xfea", "made.csv").read


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: ("name,domain,value\n" + text).encode()))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    reading = read_cookie_table(data, "made.csv")
    assert reading.read or reading.problems
    assert all(row.name for row in reading.rows)
