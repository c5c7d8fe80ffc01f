# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The binarycookies format: whole, in any order, cut anywhere, hostile."""

import struct
import time
import tracemalloc
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import safari as make

from inspector.readers.browsers.binarycookies import Parsed, parse


def parsed(data: bytes) -> Parsed:
    result = parse(data)
    assert result is not None
    return result


@pytest.mark.parametrize("order", tuple(permutations(make.ORDER)))
def test_strings_are_found_by_offset_in_any_order(order: tuple[str, ...]) -> None:
    cookie = make.Made(host=b".a.test", name=b"n", path=b"/p", value=b"v", order=order)
    result = parsed(make.file(make.page(cookie, make.Made(name=b"other", order=order[::-1]))))
    first, second = result.records
    assert (first.host, first.name, first.path) == (".a.test", "n", "/p")
    assert first.value is not None
    assert first.value.reveal() == "v"
    assert second.name == "other"
    assert (result.faults, result.lost, result.checksum_right) == ((), 0, True)


def test_a_port_before_the_strings_is_stepped_over() -> None:
    assert parsed(make.file(make.page(make.Made(port=8080)))).records[0].host == ".shop.test"


def test_a_record_never_shows_the_value() -> None:
    assert "sesame" not in repr(parsed(make.file(make.page(make.Made()))))


@pytest.mark.parametrize("data", [b"", b"coo", b"cook", b"cook\0\0\0", b"SQLite format 3\0" * 10])
def test_other_files_are_told_from_it(data: bytes) -> None:
    assert parse(data) is None


def test_no_pages() -> None:
    assert parsed(make.file()) == Parsed(checksum_right=True)


def test_wrong_checksum() -> None:
    result = parsed(make.file(make.page(make.Made()), checksum=1))
    assert (len(result.records), result.checksum_right, result.faults) == (1, False, ())


def test_cut_anywhere_keeps_what_is_whole() -> None:
    pages = [make.page(make.Made(name=b"a%d" % index), make.Made(name=b"b%d" % index)) for index in range(3)]
    data = make.file(*pages)
    ends = [8 + 12 + sum(map(len, pages[: index + 1])) for index in range(3)]
    for cut in range(8 + 12, len(data)):
        result = parsed(data[:cut])
        whole = sum(2 for end in ends if end <= cut)
        assert len(result.records) >= whole
        assert bool(result.faults) == (cut < ends[-1])
        assert (result.checksum_right is None) == (cut < ends[-1] + 4)


BROKEN = {
    "record outside": (make.Made(size=10_000), "a cookie lies outside its page"),
    "record too short": (make.Made(size=10), "a cookie lies outside its page"),
}


@pytest.mark.parametrize(("cookie", "fault"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_record_costs_only_itself(cookie: make.Made, fault: str) -> None:
    result = parsed(make.file(make.page(make.Made(name=b"before"), cookie, make.Made(name=b"after"))))
    assert [record.name for record in result.records] == ["before", "after"]
    assert (result.faults, result.lost) == ((fault,), 1)


@pytest.mark.parametrize("offset", [0, 8, 55, 10_000, 0xFFFFFFFF])
def test_an_offset_outside_the_record_leads_to_no_string(offset: int) -> None:
    record = parsed(make.file(make.page(make.Made(offsets=(("path", offset),))))).records[0]
    assert (record.path, record.name) == (None, "cart")


def test_a_string_without_an_end_is_none() -> None:
    whole = make.Made().encoded()
    record = parsed(make.file(make.page(make.Made(size=len(whole) - 1)))).records[0]
    assert (record.value, record.value_length, record.name) == (None, None, "cart")


def test_a_page_without_header_costs_only_itself() -> None:
    result = parsed(make.file(b"\xff" * 200, make.page(make.Made())))
    assert (len(result.records), result.faults) == (1, ("a page has no page header",))


def hostile_overlap(count: int) -> bytes:
    """A page whose every record claims all that follows it, the next records and one long string, as its own."""
    start, tail = 12 + 4 * count, 60 * count
    heads = b""
    for index in range(count):
        size = 60 * (count - index) + tail
        head = make.Made(size=size, offsets=(("host", size - tail), ("value", size - tail))).encoded()
        heads += head[:56] + bytes(4)
    offsets = [start + 60 * index for index in range(count)]
    return struct.pack(f"<4sI{count}II", b"\0\0\1\0", count, *offsets, 0) + heads + b"x" * (tail - 1) + b"\0"


HOSTILE = {
    "overlapping records": make.file(hostile_overlap(30_000)),
    "pages of nothing": struct.pack(">4sI", b"cook", 0xFFFFFFFF) + bytes(2_000_000),
    "pages of least size": struct.pack(">4sI", b"cook", 100_000) + struct.pack(">I", 12) * 100_000 + bytes(1_200_000),
    "records of nothing": make.file(struct.pack("<4sI", b"\0\0\1\0", 0xFFFFFFFF) + bytes(4_000_000)),
    "huge page size": struct.pack(">4sII", b"cook", 1, 0xFFFFFFFF) + make.page(make.Made()),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_take_bounded_time_and_memory(data: bytes) -> None:
    tracemalloc.start()
    start = time.perf_counter()
    result = parsed(data)
    elapsed = time.perf_counter() - start
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert result.faults
    assert elapsed < 10
    assert peak < 64 * 1024 * 1024


@given(st.binary(max_size=400))
def test_any_bytes_are_survived(data: bytes) -> None:
    for whole in (b"cook\0\0" + data + b"\0\0", b"cook\0\0\0\1\0\0\1\0\0\0\1\0" + data):
        assert len(parsed(whole).records) <= len(whole) // 60


@given(st.data())
def test_any_damage_is_survived(data: st.DataObject) -> None:
    whole = bytearray(make.file(make.page(make.Made(), make.Made(name=b"two")), make.page(make.Made(name=b"three"))))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(8, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    result = parsed(bytes(whole))
    assert len(result.records) <= 3
