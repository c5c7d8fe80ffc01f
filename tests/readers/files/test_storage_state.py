# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Playwright's storage state: what it states is read, what it cannot state stays unknown."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.cookie import Cookie, SameSite, ValueState
from inspector.core.problem import Severity
from inspector.core.reading import Reading
from inspector.readers.files.api import OpenedFile
from inspector.readers.files.registry import read_file
from inspector.readers.files.storage_state import STORAGE_STATE

COOKIE = {
    "name": "_ga",
    "value": "GA1.1.5",
    "domain": ".shop.example",
    "path": "/",
    "expires": 1798105600.5,
    "httpOnly": False,
    "secure": True,
    "sameSite": "Lax",
}


def read(cookies: list[Any], **more: Any) -> Reading:
    data = json.dumps({"cookies": cookies, "origins": [], **more}).encode()
    return STORAGE_STATE.read(OpenedFile(Path("state.json"), data))


def one(**facts: Any) -> Cookie:
    reading = read([{**COOKIE, **facts}])
    assert not reading.problems
    (cookie,) = reading.cookies
    return cookie


def test_every_field_of_one_cookie() -> None:
    cookie = one()
    assert (cookie.host_key, cookie.host_only, cookie.path, cookie.name) == (".shop.example", False, "/", "_ga")
    assert (cookie.session, cookie.expires_us) == (False, 1_798_105_600_500_000)
    assert (cookie.secure, cookie.http_only) == (True, False)
    assert (cookie.value_state, cookie.value_length) == (ValueState.PLAINTEXT, 7)
    assert (cookie.created_us, cookie.updated_us, cookie.accessed_us) == (None, None, None)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Strict", SameSite.STRICT),
        ("None", SameSite.NONE),
        ("Lax", SameSite.UNKNOWN),  # written for cookies that said nothing, too
        ("lax", SameSite.UNKNOWN),
        (None, SameSite.UNKNOWN),
        (7, SameSite.UNKNOWN),
    ],
)
def test_same_site(written: object, meant: SameSite) -> None:
    assert one(sameSite=written).same_site is meant


def test_lax_says_why_it_proves_nothing() -> None:
    assert [problem.field for problem in one(sameSite="Lax").problems] == ["same_site"]
    assert one(sameSite="Strict").problems == ()


@pytest.mark.parametrize(
    ("written", "session", "us"),
    [
        (-1, True, None),
        (0, False, 0),
        (None, None, None),
        ("soon", None, None),
        (True, None, None),
        (-5, None, None),
        (1e300, None, None),
    ],
)
def test_expiries_that_are_unknown_are_not_sessions(written: object, session: bool | None, us: int | None) -> None:
    cookie = one(expires=written)
    assert (cookie.session, cookie.expires_us) == (session, us)


def test_a_partition_is_part_of_the_identity() -> None:
    plain, partitioned = one(), one(partitionKey="https://news.example", _crHasCrossSiteAncestor=True)
    assert partitioned.isolation.partition is not None
    assert partitioned.isolation.partition.site == "https://news.example"
    assert partitioned.isolation.partition.has_cross_site_ancestor is True
    assert plain.id != partitioned.id


def test_host_only_is_told_by_the_dot() -> None:
    assert one(domain="shop.example").host_only is True


@pytest.mark.parametrize(
    "entry",
    [None, 5, "x", [], {}, {"name": "a"}, {**COOKIE, "name": 5}, {**COOKIE, "domain": ""}, {**COOKIE, "value": {}}],
)
def test_a_bad_entry_costs_itself_only_and_is_said_with_its_number(entry: object) -> None:
    reading = read([entry, COOKIE])
    assert [cookie.name for cookie in reading.cookies] == ["_ga"]
    (problem,) = reading.problems
    assert problem.where == "state.json, cookie 1"
    assert problem.why


def test_local_storage_is_noted() -> None:
    origins = [{"origin": "https://shop.example", "localStorage": [{"name": "a", "value": "b"}]}, 5]
    data = json.dumps({"cookies": [], "origins": origins}).encode()
    (problem,) = STORAGE_STATE.read(OpenedFile(Path("s.json"), data)).problems
    assert (problem.severity, problem.count) == (Severity.NOTE, 1)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({"cookies": [], "origins": []}).encode(),
        json.dumps({"cookies": [COOKIE]}).encode(),
        b"\xef\xbb\xbf" + json.dumps({"cookies": [COOKIE], "origins": []}).encode(),
    ],
)
def test_told_by_content(tmp_path: Path, data: bytes) -> None:
    assert read_file(write(tmp_path / "cookies.txt", data)).format is STORAGE_STATE


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"{", "cut off"),
        (b"[" * 100_000, "deeper"),
        (b'{"a": 1}', "no known format"),
        (b"hello", "no known format"),
        (b"SQLite format 3\0rest", "database"),
        (b"\x80\x04\x95", "pickle"),
    ],
)
def test_what_is_no_cookie_file_is_said(tmp_path: Path, data: bytes, why: str) -> None:
    found = read_file(write(tmp_path / "x", data))
    (problem,) = found.reading.problems
    assert found.format is None
    assert (problem.severity, problem.code) == (Severity.FAILED, "cookie-file-unknown")
    assert why in problem.why
    assert problem.what_to_do


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        found = read_file(path)
        assert found.format is None
        assert found.reading.problems[0].severity is Severity.FAILED


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)


@given(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys((*COOKIE, "partitionKey"), JSON)) | JSON, max_size=5))
def test_no_json_makes_it_fall(cookies: list[Any]) -> None:
    reading = read(cookies)
    assert len(reading.cookies) + len(reading.problems) == len(cookies)
