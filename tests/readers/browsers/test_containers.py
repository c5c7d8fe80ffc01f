# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import firefox
from make.untouched import untouched

from inspector.core.reading import Values
from inspector.readers.browsers.containers import FILE, LIMIT, read_names
from inspector.readers.browsers.firefox import read_firefox


def test_names_of_firefox_and_of_the_user(tmp_path: Path) -> None:
    firefox.containers(
        tmp_path,
        {"userContextId": 1, "l10nId": "user-context-personal"},
        {"userContextId": 2, "l10nID": "userContextWork.label"},
        {"userContextId": 3, "l10nId": "user-context-banking", "name": "Bank & Co"},
        {"userContextId": 4, "l10nId": "user-context-shopping", "name": ""},
        {"userContextId": 5, "public": False, "name": "userContextIdInternal.thumbnail"},
        {"userContextId": 6, "l10nId": "user-context-unheard-of"},
        {"userContextId": 7, "name": 7, "l10nId": ["list"]},
        {"userContextId": "8", "name": "text for a number"},
        {"userContextId": True, "name": "truth for a number"},
        {"userContextId": 9, "name": "x" * 100_000},
        {"name": "no number"},
        "no object",
    )
    with untouched(tmp_path):
        names, problems = read_names(tmp_path)
    assert problems == ()
    assert names == {
        1: "Personal",
        2: "Work",
        3: "Bank & Co",
        4: "Shopping",
        5: "userContextIdInternal.thumbnail",
        9: "x" * 200,
    }


def test_a_profile_without_the_file_is_no_problem(tmp_path: Path) -> None:
    assert read_names(tmp_path) == ({}, ())


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "containers-unreadable"),
        (b"{", "containers-unreadable"),
        (b"[]", "containers-unreadable"),
        (b'{"identities": 7}', "containers-unreadable"),
        (b"\xff\xfe", "containers-unreadable"),
        (b"[" * 100_000, "containers-unreadable"),
        (b'{"identities": [{"userContextId": ' + b"9" * 5000 + b"}]}", "containers-unreadable"),
        (b" " * (LIMIT + 1), "too-large"),
    ],
)
def test_a_broken_file_is_a_problem_and_costs_only_the_names(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / FILE).write_bytes(data)
    names, problems = read_names(tmp_path)
    assert names == {}
    assert [(problem.code, problem.where) for problem in problems] == [(code, str(tmp_path / FILE))]


def test_a_folder_in_its_place_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert [problem.code for problem in read_names(tmp_path)[1]] == ["not-a-file"]


def test_the_names_reach_the_cookies(tmp_path: Path) -> None:
    firefox.containers(tmp_path, {"userContextId": 4, "l10nId": "user-context-shopping"})
    path = firefox.store(tmp_path, firefox.row(originAttributes="^userContextId=4"))
    (cookie,) = read_firefox(firefox.found(path), Values.NO, firefox.NoKeys()).cookies
    assert cookie.isolation.container == (4, "Shopping")
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    reading = read_firefox(firefox.found(path), Values.NO, firefox.NoKeys())
    assert reading.cookies[0].isolation.container == (4, None)
    assert [problem.code for problem in reading.problems] == ["containers-unreadable"]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["identities", "userContextId", "name", "l10nId"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_any_json_is_survived(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    profile = tmp_path_factory.mktemp("p")
    (profile / FILE).write_text(json.dumps(content), encoding="utf-8")
    names, _ = read_names(profile)
    assert all(isinstance(number, int) and isinstance(name, str) and name for number, name in names.items())
