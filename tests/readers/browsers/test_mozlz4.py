# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import json
import struct
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.firefox import mozlz4
from make.untouched import untouched

from inspector.core.problem import Severity
from inspector.readers.browsers.mozlz4 import LIMIT, MAGIC, MOST_VALUES, parse, read_json, unpack
from inspector.readers.stable import Unreadable

KEYS = frozenset({"cookies", "host"})


@given(st.binary(max_size=5000))
def test_unpacks_what_was_packed(data: bytes) -> None:
    assert unpack(mozlz4(data)) == data


@given(st.binary(max_size=300))
def test_any_bytes_are_unpacked_or_refused(data: bytes) -> None:
    for hostile in (data, MAGIC + data, MAGIC + struct.pack("<I", len(data)) + data):
        try:
            unpacked = unpack(hostile)
        except ValueError:
            continue
        assert len(unpacked) <= 255 * len(hostile)


@given(st.binary(min_size=1, max_size=500), st.integers(0, 2**32 - 1))
def test_a_wrong_size_is_refused(data: bytes, size: int) -> None:
    if size == len(data):
        assert unpack(mozlz4(data, size)) == data
    else:
        with pytest.raises(ValueError, match=r"claims|damaged|cut off"):
            unpack(mozlz4(data, size))


@given(st.data())
def test_a_file_that_is_cut_off_is_refused(data: st.DataObject) -> None:
    packed = mozlz4(json.dumps({"cookies": list(range(200))}).encode())
    cut = data.draw(st.integers(0, len(packed) - 1))
    with pytest.raises(ValueError, match=r"^its? "):
        unpack(packed[:cut])


@pytest.mark.parametrize("hostile", [MAGIC + b"\xff\xff\xff\xff" + b"x" * 100, mozlz4(b" " * (LIMIT + 1))])
def test_a_lie_and_a_bomb_are_refused_before_they_cost_memory(hostile: bytes) -> None:
    assert len(hostile) < LIMIT // 200
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="claims to hold"):
            unpack(hostile)
        assert tracemalloc.get_traced_memory()[1] < 100_000
    finally:
        tracemalloc.stop()


def test_keeps_only_the_keys_that_are_asked_for() -> None:
    data = b'{"cookies": [{"host": "h", "secret": 1}, {"other": 2}], "windows": {"cookies": 3}}'
    assert parse(data, KEYS) == {"cookies": [{"host": "h"}, None]}


def test_keeps_bytes_that_are_not_utf_8() -> None:
    assert parse(b'{"host": "a\xff"}', KEYS) == {"host": "a\udcff"}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not JSON"),
        (b'{"host": ', "not JSON"),
        (b"[" * 200_000, "nested"),
        (b"[" + b"9" * 5000 + b"]", "digits"),
        (b"[" + b"{}," * MOST_VALUES + b"{},{}]", "too many values"),
    ],
)
def test_what_cannot_be_parsed_is_said(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse(data, KEYS)


def test_reads_packed_and_plain_files_alike(tmp_path: Path) -> None:
    for name, data in (("a.jsonlz4", mozlz4(b'{"host": "h"}')), ("b.js", b' {"host": "h"}')):
        path = tmp_path / name
        path.write_bytes(data)
        with untouched(tmp_path):
            content = read_json(path, KEYS)
        assert content.value == {"host": "h"}
        assert content.modified_us == path.stat().st_mtime_ns // 1000


@pytest.mark.parametrize("data", [b"", b"mozLz40\x00", b"mozLz40\x00\x05\x00\x00\x00", b"encrypted?", mozlz4(b"{")])
def test_a_broken_file_is_unreadable_with_its_place(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "recovery.jsonlz4"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read_json(path, KEYS)
    problem = caught.value.problem
    assert (problem.code, problem.where, problem.severity) == ("session-unreadable", str(path), Severity.PARTIAL)
    assert problem.why


def test_a_sparse_giant_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recovery.jsonlz4"
    with path.open("wb") as file:
        file.truncate(2**30)
    with pytest.raises(Unreadable, match="too large"):
        read_json(path, KEYS)
