# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""JSON of nobody's format in particular: read where it has names and domains, and nothing is made up."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.cookie import SameSite
from inspector.readers.files.registry import FileReading, read_file

BARE = {"name": "a", "domain": "shop.example"}


def read(folder: Path, data: Any) -> FileReading:
    path = folder / "x"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8", errors="surrogatepass")
    return read_file(path)


@pytest.mark.parametrize(
    "data", [[BARE], {"cookies": [BARE]}, BARE, json.dumps(BARE) + "\n" + json.dumps(BARE), {"cookies": [BARE], "x": 1}]
)
def test_names_and_domains_are_enough_and_the_rest_is_not_known(tmp_path: Path, data: Any) -> None:
    found = read(tmp_path, data)
    assert found.format is not None
    assert found.format.id == "json"
    cookie = found.reading.cookies[0]
    assert (cookie.name, cookie.host_key, cookie.session, cookie.secure) == ("a", "shop.example", None, None)
    assert (cookie.expires_us, cookie.path, cookie.same_site) == (None, None, SameSite.UNKNOWN)


def test_what_it_states_is_read_whatever_the_keys_are_called(tmp_path: Path) -> None:
    entry = {
        "Cookie": "a",
        "Host": ".shop.example",
        "is_secure": True,
        "Expires": 1798105600,
        "samesite": "Lax",
        "x": [],
    }
    (cookie,) = read(tmp_path, [entry]).reading.cookies
    assert (cookie.name, cookie.host_key, cookie.secure) == ("a", ".shop.example", True)
    assert (cookie.expires_us, cookie.session) == (1798105600 * 1_000_000, False)
    assert cookie.same_site is SameSite.LAX


@pytest.mark.parametrize("data", [[], {}, [1, 2], {"cookies": 5}, {"name": 5, "domain": "x"}, [{"name": "a"}], "null"])
def test_what_has_neither_is_none(tmp_path: Path, data: Any) -> None:
    found = read(tmp_path, data)
    assert not found.reading.cookies


ENTRIES = st.dictionaries(
    st.sampled_from(
        ["name", "domain", "host", "value", "expires", "secure", "session", "sameSite", "partitionKey", "x"]
    ),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers(), max_size=2),
    max_size=6,
)


@given(st.lists(ENTRIES | st.integers() | st.none(), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_counts_in_are_counts_out_and_told(tmp_path: Path, entries: list[Any]) -> None:
    found = read(tmp_path, [BARE, BARE, BARE, BARE, BARE, BARE, *entries])
    assert found.format is not None
    told = sum(problem.count for problem in found.reading.problems if problem.code == "cookie-skipped")
    assert len(found.reading.cookies) + told == len(entries) + 6


RAW = {"name": "a", "value": "1", "domain": "shop.example", "path": "/", "expires": 1798105600.5, "size": 2}
RAW |= {"httpOnly": False, "secure": False, "session": False, "priority": "Medium", "sourceScheme": "Secure"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"id": 1, "result": {"cookies": [RAW]}}, "cdp"),
        ({"browser_cookies": [RAW]}, "cdp"),
        ({"result": [RAW]}, None),
        ({"browser_cookies": {"a": RAW}}, None),
    ],
)
def test_a_list_under_another_programs_key(tmp_path: Path, data: Any, kind: str | None) -> None:
    found = read(tmp_path, data)
    assert (found.format and found.format.id) == kind
    assert len(found.reading.cookies) == (1 if kind else 0)


@pytest.mark.parametrize("domain", ["https://shop.example/", "shop.example/x", "a b.example", "x@y.example"])
def test_an_address_is_no_domain(tmp_path: Path, domain: str) -> None:
    good = {"name": "b", "value": "", "path": "/", "expires": -1, "httpOnly": False, "secure": True, "sameSite": "Lax"}
    for keys in ({}, good, RAW):
        entries = [{**keys, "name": "a", "domain": domain}, *({**keys, **BARE} for _ in range(3))]
        found = read(tmp_path, entries)
        assert len(found.reading.cookies) == 3
        assert [problem.why for problem in found.reading.problems] == ["its domain is not a host"]


def test_what_python_prints_is_no_json(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, str([BARE])).reading.problems
    assert "json.dump" in problem.what_to_do
