# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables of cookies: what is understood, what is refused, and with which line."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.cookie import SameSite
from inspector.core.labelling import TableReading
from inspector.core.lifetime import LifetimeBasis
from inspector.core.problem import Severity
from inspector.core.secret import Secret
from inspector.core.traits import Traits
from inspector.readers.files.api import MOST_PROBLEMS
from inspector.readers.files.cookie_table import read_cookie_table
from inspector.readers.files.registry import read_file

COLUMNS = (
    *("name", "domain", "path", "site", "third_party", "value", "session", "expiry_days", "http_only", "secure"),
    *("host_only", "same_site", "wildcard"),
)
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
        ("title,host\na,b\n", 'no column "name"'),
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
    reading = read('name,domain,value\na,x,"1\n2"\n"b\nc",x,3\nragged\n')
    assert [(row.name, row.value) for row in reading.rows] == [("a", Secret("1\n2"))]
    assert lines(reading) == ["made.csv, line 4", "made.csv, line 6"]


@pytest.mark.parametrize("first", ['"a,x', 'a,"x', '"a,x,1', '"', 'a,"x""'])
def test_a_quotation_mark_that_is_not_closed_costs_its_line(first: str) -> None:
    reading = read(f"name,domain\n{first}\nb,y\nc,z\n")
    assert [row.name for row in reading.rows] == ["b", "c"]
    assert lines(reading) == ["made.csv, line 2"]
    assert "not closed" in reading.problems[0].why


def test_endless_quotation_marks_end() -> None:
    reading = read("name,domain\n" + 'a,"x\n' * 30_000)
    assert reading.problems
    assert len(reading.rows) < 30_000


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
    reading = read("name,domain\n" + "ragged\n" * (MOST_PROBLEMS + 50))
    assert len(reading.problems) == MOST_PROBLEMS + 1
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
    assert all(row.name or row.value for row in reading.rows)


CELLS = st.sampled_from(
    ["a", "_ga", "", " ", "x\0", '"', 'q"', "a\nb", "shop.example", ".shop.example", "1", "yes", "é", "=1"]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6)


@given(ROWS, st.sampled_from([",", ";", "\t"]), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_a_scan_and_a_classification_take_the_same_rows_for_cookies(
    tmp_path: Path, rows: list[list[str]], sign: str, quoted: bool
) -> None:
    text = f"name{sign}domain{sign}secure\n" + "".join(sign.join(row) + "\n" for row in rows)
    if quoted:
        out = io.StringIO()
        csv.writer(out, delimiter=sign).writerows([["name", "domain", "secure"], *rows])
        text = out.getvalue()
    path = tmp_path / "x.csv"
    path.write_bytes(text.encode())
    scanned, classified = read_file(path), read_cookie_table(path.read_bytes(), str(path))
    if scanned.format is None or scanned.format.id != "csv":
        return
    with_domain = [row for row in classified.rows if row.host]
    assert [(it.name, it.host, it.secure) for it in scanned.reading.cookies] == [
        (row.name, row.host, row.secure) for row in with_domain
    ]
    told = sum(problem.count for problem in scanned.reading.problems)
    skipped = sum(problem.count for problem in classified.problems if problem.code == "cookie-skipped")
    assert told == skipped + len(classified.rows) - len(with_domain)


def test_a_nul_in_a_name_costs_its_row_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"name,domain\na\0,x.example\nb,x.example\n")
    assert [it.name for it in read_file(path).reading.cookies] == ["b"]
    assert [it.name for it in read_cookie_table(path.read_bytes(), "x").rows] == ["b"]


def test_a_scans_own_table_reads_back_with_both_lifetimes(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    titles = "name,host,host_only,created,updated,expires,lifetime_days,lifetime_basis,requested_days,partition_site"
    day, end = "2026-01-01T00:00:00.000000Z", "2026-01-31T00:00:00.000000Z"
    one = f"a,x.example,true,{day},{day},{end},30,updated,,"
    two = "b,x.example,false,,,,365,stated,365,https://y.example"
    path.write_text(f"{titles}\n{one}\n{two}\n")
    stored, asked = read_file(path).reading.cookies
    assert (stored.requested.us, stored.lifetime.days, stored.lifetime.basis) == (None, 30, LifetimeBasis.UPDATED)
    assert (asked.requested.days, asked.host_key, asked.session) == (365, ".x.example", False)
    assert asked.isolation.partition is not None


def test_an_empty_cell_of_a_table_is_not_known() -> None:
    (row,) = read("name,domain,secure,http_only\na,x.example,,\n").rows
    assert (row.secure, row.http_only) == (None, None)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_excels_line_with_the_sign_is_no_header(sign: str) -> None:
    reading = read(f"sep={sign}\r\nname{sign}domain\r\na{sign}x.example\r\nragged\r\n")
    assert [(row.name, row.host) for row in reading.rows] == [("a", "x.example")]
    assert lines(reading) == ["made.csv, line 4"]


def test_an_address_in_the_column_of_domains_costs_its_row() -> None:
    reading = read("name,domain\na,https://x.example/\nb,x.example\n")
    assert [row.name for row in reading.rows] == ["b"]
    assert reading.problems[0].why == "its domain is not a host"
