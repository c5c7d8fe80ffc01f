# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every format: told by its content, read whole, and damaged in every way without a traceback or a silent loss."""

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make.samples import JSON_LISTS, SAMPLES

from inspector.core.problem import Severity
from inspector.readers.files.registry import FORMATS, FileReading, read_file

EVERY = sorted(SAMPLES)
SHARED_TMP = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read(folder: Path, data: bytes) -> FileReading:
    path = folder / "handed-in"
    path.write_bytes(data)
    return read_file(path)


def lost(found: FileReading) -> int:
    return sum(problem.count for problem in found.reading.problems if problem.severity is not Severity.NOTE)


def entries_of(data: Any) -> list[Any]:
    return list(data["cookies"] if isinstance(data, dict) else data)


@pytest.mark.parametrize("kind", EVERY)
def test_told_by_content_and_read_whole(tmp_path: Path, kind: str) -> None:
    make, count = SAMPLES[kind]
    found = read(tmp_path, make())
    assert found.format is not None
    assert (found.format.id, len(found.reading.cookies), lost(found)) == (kind, count, 0)
    assert [held.cookies for held in found.reading.stores] == [count]


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("how", ["bom", "crlf", "utf-16", "utf-16-be", "blank"])
def test_how_an_editor_saved_it_changes_nothing(tmp_path: Path, kind: str, how: str) -> None:
    data = SAMPLES[kind][0]()
    if data.startswith(b"SQLite"):
        pytest.skip("a database is no text")
    saved = {
        "bom": b"\xef\xbb\xbf" + data,
        "crlf": data.replace(b"\n", b"\r\n"),
        "utf-16": b"\xff\xfe" + data.decode().encode("utf-16-le"),
        "utf-16-be": b"\xfe\xff" + data.decode().encode("utf-16-be"),
        "blank": b"\n \n" + data + b"\n\n",
    }[how]
    plain, found = read(tmp_path, data), read(tmp_path, saved)
    assert found.format is plain.format
    assert found.reading.cookies == plain.reading.cookies
    assert lost(found) == 0


@pytest.mark.parametrize("kind", EVERY)
def test_cut_off_anywhere_it_says_so_and_keeps_what_was_whole(tmp_path: Path, kind: str) -> None:
    data, count = SAMPLES[kind][0](), SAMPLES[kind][1]
    whole = len(data.rstrip())
    for end in range(0, whole - 1, max(1, whole // 40)):
        found = read(tmp_path, data[:end])
        assert len(found.reading.cookies) <= count
        assert found.reading.cookies or found.reading.problems or found.format is not None


@pytest.mark.parametrize("kind", JSON_LISTS)
def test_of_a_list_that_is_cut_off_the_first_cookies_are_kept(tmp_path: Path, kind: str) -> None:
    data = SAMPLES[kind][0]()
    last = data.rindex(b'"path"')
    found = read(tmp_path, data[:last])
    assert len(found.reading.cookies) == SAMPLES[kind][1] - 1
    assert [problem.code for problem in found.reading.problems if problem.severity is Severity.PARTIAL] == [
        "json-damaged"
    ]


@pytest.mark.parametrize("kind", JSON_LISTS)
def test_a_key_that_stands_there_twice_is_said(tmp_path: Path, kind: str) -> None:
    data = SAMPLES[kind][0]().replace(b'"path":', b'"path": "/twice", "path":', 1)
    found = read(tmp_path, data)
    assert len(found.reading.cookies) == SAMPLES[kind][1]
    assert any('"path"' in problem.why for problem in found.reading.problems)


@pytest.mark.parametrize("kind", JSON_LISTS)
@pytest.mark.parametrize(
    "number", ["1e400", "-1e400", "1" + "0" * 400, "1" + "0" * 5000, "NaN", "true", '"soon"', "[]"]
)
def test_numbers_that_are_none_make_an_expiry_unknown(tmp_path: Path, kind: str, number: str) -> None:
    made = json.loads(SAMPLES[kind][0]())
    first = entries_of(made)[0]
    first[next(key for key in first if key.startswith("exp"))] = "@"
    found = read(tmp_path, json.dumps(made).replace('"@"', number).encode())
    assert len(found.reading.cookies) == SAMPLES[kind][1]
    odd = [cookie for cookie in found.reading.cookies if cookie.session is None]
    assert [cookie.expires_us for cookie in odd] == [None]
    assert any(field == "expires" for field, _ in odd[0].problems)


@pytest.mark.parametrize("kind", JSON_LISTS)
@settings(SHARED_TMP, max_examples=25)
@given(junk=st.lists(st.none() | st.integers() | st.text(max_size=5) | st.just({"name": 5, "domain": []}), max_size=6))
def test_counts_in_are_counts_out_and_counts_told(tmp_path: Path, kind: str, junk: list[Any]) -> None:
    data = json.loads(SAMPLES[kind][0]())
    mixed = [*entries_of(data), *junk]
    found = read(tmp_path, json.dumps({**data, "cookies": mixed} if isinstance(data, dict) else mixed).encode())
    assert len(found.reading.cookies) + lost(found) == len(mixed)


@pytest.mark.parametrize("kind", EVERY)
@settings(SHARED_TMP, max_examples=25)
@given(st.data())
def test_no_damage_makes_a_reader_fall(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    made = bytearray(SAMPLES[kind][0]())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(made) - 1))
        made[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
        made = made or bytearray(b"x")
    found = read(tmp_path, bytes(made))
    assert found.reading.cookies or found.reading.problems or found.format is not None


@pytest.mark.parametrize("kind", JSON_LISTS)
@settings(SHARED_TMP, max_examples=25)
@given(st.data())
def test_no_type_in_the_wrong_place_makes_a_reader_fall(tmp_path: Path, kind: str, data: st.DataObject) -> None:
    made = json.loads(SAMPLES[kind][0]())
    for entry in entries_of(made):
        key = data.draw(st.sampled_from(sorted(entry)))
        entry[key] = data.draw(JSON)
    found = read(tmp_path, json.dumps(made).encode())
    if found.format is not None:
        assert len(found.reading.cookies) + lost(found) == SAMPLES[kind][1]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x1f\x8b\x08\x00rest", "gzip"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"[" * 100_000, "deeper"),
        (b'{"cookies":' * 100_000, "deeper"),
        (b"\0" * 1000, "no known format"),
        (b"{" + b"\0" * 10, "broken"),
        (b"\x80\x04\x95", "pickle"),
        *((pickle.dumps([{"name": "a", "domain": "b.example"}], protocol), "pickle") for protocol in range(6)),
        *((pickle.dumps({"cookies": []}, protocol), "pickle") for protocol in range(6)),
        *((pickle.dumps(Path("x"), protocol), "pickle") for protocol in range(6)),
        (b"cos\nsystem\n(S'true'\ntR.", "pickle"),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, data: bytes, why: str) -> None:
    found = read(tmp_path, data)
    (problem,) = found.reading.problems
    assert (found.format, problem.severity) == (None, Severity.FAILED)
    assert why in problem.why


def test_a_value_of_ten_megabytes_is_a_value(tmp_path: Path) -> None:
    big = SAMPLES["storage-state"][0]().replace(b"s3cr3t", b"x" * 10_000_000)
    lengths = [cookie.value_length for cookie in read(tmp_path, big).reading.cookies]
    assert lengths.count(10_000_000) == 1


def test_every_format_has_a_sample() -> None:
    assert {held.id for held in FORMATS} - {"scan"} == set(SAMPLES)


def test_a_quotation_mark_that_is_not_closed_hides_no_rows_silently(tmp_path: Path) -> None:
    path = tmp_path / "cookies.csv"
    path.write_text('name,domain,value\na,shop.example,x\nb,shop.example,"y\nc,shop.example,z\n', encoding="utf-8")
    reading = read_file(path).reading
    assert [cookie.name for cookie in reading.cookies] == ["a", "c"]
    assert "a quotation mark in it is not closed" in str(reading.problems[0])
