# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""CSV: RFC 4180, nothing that a spreadsheet would run, the unknown apart from the empty."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.hostile import HOSTILE, is_safe
from make.records import NOW_US, cookie, reading

from inspector.core.cookie import Cookie
from inspector.core.isolation import Isolation, Partition
from inspector.core.secret import Secret
from inspector.core.visible import visible
from inspector.reports import as_csv
from inspector.reports.api import Look


def written(*cookies: Cookie, with_values: bool = False) -> str:
    out = io.StringIO()
    as_csv.write_reading(reading(*cookies), Look(NOW_US, str, with_values), out)
    return out.getvalue()


def rows(*cookies: Cookie, with_values: bool = False) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(*cookies, with_values=with_values), newline=""), strict=True))


def test_a_line_for_each_cookie_under_one_header() -> None:
    partitioned = Isolation(Partition("https://top.test", False))
    first, second = rows(cookie(name="a", secure=True, isolation=partitioned), cookie(name="b", session=True))
    assert (first["name"], first["secure"], first["partition_site"]) == ("a", "true", "https://top.test")
    assert (first["partition_has_cross_site_ancestor"], first["session"]) == ("false", "")
    assert (second["name"], second["session"], second["partition_site"]) == ("b", "true", "")
    assert tuple(first) == as_csv.columns()
    assert "value" not in first


def test_lines_end_as_the_standard_says() -> None:
    text = written(cookie(), cookie(name="two\nlines"))
    assert text.endswith("\r\n")
    assert text.count("\n") == text.count("\r\n") == 3


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_stays_in_its_cell_and_does_nothing(text: str) -> None:
    document = written(cookie(host=text or "h", name=text, path=text, value=Secret(text)), with_values=True)
    assert is_safe(document)
    document.encode("utf-8")
    (row,) = csv.DictReader(io.StringIO(document, newline=""), strict=True)
    for key in ("name", "path", "value"):
        assert row[key].removeprefix("'") == visible(text)
        assert not row[key].startswith(as_csv.FORMULA)
        assert row[key].startswith("'") == text.startswith(as_csv.FORMULA)


@given(st.text())
def test_any_text_is_one_cell_that_starts_no_formula(text: str) -> None:
    ((parsed,),) = csv.reader(io.StringIO(as_csv.cell(text), newline=""), strict=True)
    assert parsed.removeprefix("'") == visible(text).removeprefix("'") or text.startswith("'")
    assert not parsed.startswith(as_csv.FORMULA)


def test_unknown_and_empty_are_two_things() -> None:
    assert as_csv.cell(None) == ""
    assert as_csv.cell("") == '""'


def test_a_number_below_zero_stays_a_number() -> None:
    assert rows(cookie(source_port=-1))[0]["source_port"] == "-1"
