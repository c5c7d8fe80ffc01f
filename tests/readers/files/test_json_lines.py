# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JSON Lines: a cookie on each line, in the shape of any format that lists cookies; a bad line costs itself."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make.projects import entry
from make.samples import SAMPLES

from inspector.readers.files.api import OpenedFile
from inspector.readers.files.json_text import BROKEN_LINE, read_json
from inspector.readers.files.lists import listed
from inspector.readers.files.registry import FileReading, read_file

LISTS = ("storage-state", "cdp", "puppeteer", "extension", "selenium")
CART = entry({"name": "cart", "domain": "shop.example"})


def read(folder: Path, text: str) -> FileReading:
    path = folder / "x"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return read_file(path)


def test_the_formats_of_lists_are_samples() -> None:
    assert set(LISTS) <= set(SAMPLES)


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n"])
def test_a_cookie_on_each_line_is_what_the_list_is(tmp_path: Path, kind: str, ending: str) -> None:
    data = SAMPLES[kind][0]()
    (tmp_path / "list").write_bytes(data)
    whole = read_file(tmp_path / "list")
    lines = ending.join(json.dumps(one) for one in listed(OpenedFile(tmp_path / "list", data)))
    found = read(tmp_path, "\ufeff" + lines + ending)
    assert found.format is whole.format
    assert [it.name for it in found.reading.cookies] == [it.name for it in whole.reading.cookies]
    assert [it.expires_us for it in found.reading.cookies] == [it.expires_us for it in whole.reading.cookies]


def test_one_cookie_alone_is_a_cookie(tmp_path: Path) -> None:
    for text in (json.dumps(CART), json.dumps(CART, indent=2)):
        assert [it.name for it in read(tmp_path, text).reading.cookies] == ["cart"]


@pytest.mark.parametrize("bad", ["{", "nonsense", "[1]", '{"name": "x"', "5", "[" * 5000, '{"a": ' * 5000])
def test_a_bad_line_costs_itself(tmp_path: Path, bad: str) -> None:
    line = json.dumps(CART)
    found = read(tmp_path, f"{line}\n{bad}\n{line}\n")
    assert len(found.reading.cookies) == 2
    (problem,) = found.reading.problems
    assert (problem.code, problem.where.rpartition(", ")[2]) == ("cookie-skipped", "cookie 2")


def test_what_begins_with_no_object_is_no_json_lines() -> None:
    assert read_json('[{"name": "a"}]\n[{"name": "b"}]').data is not None
    assert BROKEN_LINE not in (read_json("{\n" + json.dumps(CART)).data,)
    assert read_json('{"a": 1}\n{"a": 2').data == [{"a": 1}, BROKEN_LINE]


@given(st.lists(st.sampled_from([json.dumps(CART), "{", "[]", "", "null"]) | st.text(), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_lines_in_are_cookies_and_lines_told(tmp_path: Path, lines: list[str]) -> None:
    text = "\n".join([json.dumps(CART), *lines])
    found = read(tmp_path, text)
    there: list[Any] = [line for line in text.split("\n") if line.strip()]
    if len(there) > 1:
        assert len(found.reading.cookies) + sum(problem.count for problem in found.reading.problems) == len(there)
