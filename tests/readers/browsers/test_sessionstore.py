# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import firefox
from make.firefox import mozlz4, row, session, store
from make.untouched import untouched

from inspector.core.cookie import Cookie, SameSite, SourceScheme, ValueState
from inspector.core.isolation import Container, Isolation, Partition
from inspector.core.lifetime import LifetimeBasis
from inspector.core.problem import Severity
from inspector.core.reading import Reading, Values
from inspector.core.secret import Secret
from inspector.readers.browsers.firefox import read_firefox
from inspector.readers.browsers.sessionstore import LEGACY, MOST_COOKIES, candidates, read_session

CLEAN = "sessionstore.jsonlz4"
RECOVERY = "sessionstore-backups/recovery.jsonlz4"
BACKUP = "sessionstore-backups/recovery.baklz4"
PREVIOUS = "sessionstore-backups/previous.jsonlz4"


def entry(name: str = "sid", **other: Any) -> dict[str, Any]:
    return {"host": "shop.test", "value": "abc", "path": "/", "name": name, **other}


def read(profile: Path, values: Values = Values.NO) -> Reading:
    """The session alone, beside a store that is empty."""
    with untouched(profile):
        return read_session(firefox.found(profile / "cookies.sqlite"), values, {2: "Work"}, ())


def one(profile: Path, values: Values = Values.NO) -> Cookie:
    (cookie,) = read(profile, values).cookies
    return cookie


def names(reading: Reading) -> list[str]:
    return [cookie.name for cookie in reading.cookies]


def age(path: Path, seconds: int) -> Path:
    os.utime(path, (firefox.NOW_S - seconds, firefox.NOW_S - seconds))
    return path


def test_f5_finds_session_cookies_beside_the_table(tmp_path: Path) -> None:
    path = store(tmp_path, row("kept"))
    recovery = session(tmp_path / RECOVERY, entry("sid"))
    with untouched(tmp_path):
        reading = read_firefox(firefox.found(path), Values.NO, firefox.NoKeys())
    kept, sid = reading.cookies
    assert reading.problems == ()
    assert (kept.name, kept.session, kept.store.file) == ("kept", False, str(path))
    assert (sid.name, sid.session, sid.store.file) == ("sid", True, str(recovery))
    assert (sid.store.browser, sid.store.profile, sid.store.browser_name) == ("firefox", tmp_path.name, "Firefox")
    assert sid.store.modified_us == recovery.stat().st_mtime_ns // 1000
    assert [(count.store.file, count.cookies) for count in reading.stores] == [(str(path), 1), (str(recovery), 1)]


@pytest.mark.parametrize(
    "data",
    [b"", b"mozLz40\x00", b"garbage", mozlz4(b'{"cookies":'), mozlz4(b"[]"), mozlz4(b"{}"), mozlz4(b"x" * 99, 5)],
)
def test_f4_a_broken_recovery_costs_only_itself(tmp_path: Path, data: bytes) -> None:
    path = store(tmp_path, row("kept"))
    session(tmp_path / RECOVERY).write_bytes(data)
    session(tmp_path / BACKUP, entry("from the backup"))
    reading = read_firefox(firefox.found(path), Values.NO, firefox.NoKeys())
    assert names(reading) == ["kept", "from the backup"]
    (problem,) = reading.problems
    assert (problem.where, problem.severity) == (str(tmp_path / RECOVERY), Severity.PARTIAL)
    assert not reading.complete


def test_without_any_readable_session_the_table_is_still_read(tmp_path: Path) -> None:
    path = store(tmp_path, row("kept"))
    for name in (CLEAN, RECOVERY, BACKUP, PREVIOUS):
        session(tmp_path / name).write_bytes(b"broken")
    reading = read_firefox(firefox.found(path), Values.NO, firefox.NoKeys())
    assert names(reading) == ["kept"]
    assert len(reading.problems) == 4


def test_a_broken_table_does_not_hide_the_session(tmp_path: Path) -> None:
    path = tmp_path / "cookies.sqlite"
    path.write_bytes(b"broken")
    session(tmp_path / RECOVERY, entry())
    reading = read_firefox(firefox.found(path), Values.NO, firefox.NoKeys())
    assert names(reading) == ["sid"]
    assert [count.cookies for count in reading.stores] == [None, 1]


def test_a_lone_file_has_no_session(tmp_path: Path) -> None:
    session(tmp_path / RECOVERY, entry())
    found = firefox.found(store(tmp_path))
    lone = type(found)(found.ref, found.path, found.platform)
    assert read_firefox(lone, Values.NO, firefox.NoKeys()).cookies == ()


@pytest.mark.parametrize("values", list(Values))
def test_reads_every_field(tmp_path: Path, values: Values) -> None:
    whole = {
        "host": ".shop.test",
        "value": "thrée",
        "path": "/checkout",
        "name": "cart",
        "secure": True,
        "httponly": True,
        "expiry": 9_007_199_254_740_000,
        "originAttributes": {
            "firstPartyDomain": "",
            "geckoViewSessionContextId": "",
            "inIsolatedMozBrowser": False,
            "partitionKey": "(https,news.test,f)",
            "privateBrowsingId": 0,
            "userContextId": 2,
        },
        "sameSite": 2,
        "schemeMap": 3,
        "isPartitioned": True,
    }
    session(tmp_path / RECOVERY, whole)
    cookie = one(tmp_path, values)
    read_value = values is Values.READ
    raw = "^userContextId=2&partitionKey=%28https%2Cnews.test%2Cf%29"
    assert cookie == Cookie(
        store=cookie.store,
        isolation=Isolation(Partition("https://news.test", True), Container(2, "Work"), None, False, raw),
        host_key=".shop.test",
        host_only=False,
        name="cart",
        path="/checkout",
        session=True,
        secure=True,
        http_only=True,
        same_site=SameSite.STRICT,
        partitioned_attribute=True,
        source_scheme=SourceScheme.MIXED,
        value_state=ValueState.PLAINTEXT if read_value else ValueState.NOT_READ,
        value_length=6,
        value=Secret("thrée") if read_value else None,
    )
    assert cookie.lifetime.basis is LifetimeBasis.SESSION


def test_what_is_not_written_has_the_default(tmp_path: Path) -> None:
    session(tmp_path / RECOVERY, {"host": "shop.test", "value": ""})
    cookie = one(tmp_path)
    assert (cookie.name, cookie.path, cookie.host_only) == ("", "", True)
    assert (cookie.secure, cookie.http_only, cookie.partitioned_attribute) == (False, False, False)
    assert (cookie.same_site, cookie.source_scheme) == (SameSite.NONE, SourceScheme.UNSET)
    assert (cookie.value_state, cookie.value_length) == (ValueState.EMPTY, 0)
    assert cookie.isolation == Isolation(private=False)
    assert (cookie.created_us, cookie.accessed_us, cookie.updated_us, cookie.expires_us) == (None,) * 4
    assert cookie.problems == ()


@pytest.mark.parametrize(
    ("other", "attribute"),
    [
        ({"sameSite": 256}, False),
        ({"sameSite": 0}, False),
        ({"sameSite": 1}, None),
        ({}, None),
        ({"isPartitioned": True}, True),
    ],
)
def test_a_file_that_may_never_have_told_of_the_attribute_leaves_it_unknown(
    tmp_path: Path, other: dict[str, Any], attribute: bool | None
) -> None:
    session(tmp_path / RECOVERY, entry(originAttributes={"partitionKey": "(https,news.test)"}, **other))
    assert one(tmp_path).partitioned_attribute is attribute


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"sameSite": 9}, "sameSite"),
        ({"sameSite": [1]}, "sameSite"),
        ({"sameSite": "1"}, "sameSite"),
        ({"schemeMap": {"host": 1}}, "schemeMap"),
        ({"secure": 1}, "secure"),
        ({"httponly": "yes"}, "httponly"),
        ({"isPartitioned": 2}, "isPartitioned"),
        ({"name": 7}, "name"),
        ({"path": None}, "path"),
        ({"name": "\ud800"}, "name"),
        ({"host": "\udcff.test"}, "host"),
        ({"value": "\udfff"}, "value"),
        ({"originAttributes": "^userContextId=1"}, "originAttributes"),
        ({"originAttributes": {"partitionKey": "(https"}}, "originAttributes"),
    ],
)
def test_an_odd_field_costs_only_its_own_fact(tmp_path: Path, other: dict[str, Any], field: str) -> None:
    session(tmp_path / RECOVERY, entry("fine"), {**entry("odd"), **other})
    fine, odd = read(tmp_path).cookies
    assert fine.problems == ()
    assert [problem.field for problem in odd.problems] == [field]
    facts = {"sameSite": odd.same_site, "schemeMap": odd.source_scheme, "secure": odd.secure, "httponly": odd.http_only}
    assert facts.get(field) in (None, SameSite.UNKNOWN, SourceScheme.UNKNOWN)


def test_entries_that_are_no_cookies_are_counted(tmp_path: Path) -> None:
    session(tmp_path / RECOVERY, entry(), {"host": "h"}, {"value": "v"}, {"host": 1, "value": "v"}, None, "text", [])
    reading = read(tmp_path)
    assert names(reading) == ["sid"]
    assert [(problem.code, problem.count) for problem in reading.problems] == [("session-entries", 6)]


def test_more_cookies_than_firefox_keeps_are_cut_and_said(tmp_path: Path) -> None:
    session(tmp_path / RECOVERY, *({"host": "h", "value": "", "name": str(n)} for n in range(MOST_COOKIES + 3)))
    reading = read(tmp_path)
    assert len(reading.cookies) == MOST_COOKIES
    assert [problem.count for problem in reading.problems] == [3]


def test_a_cookie_of_the_table_is_not_given_twice(tmp_path: Path) -> None:
    raw = "^partitionKey=%28https%2Cnews.test%29"
    path = store(tmp_path, row("sid", "shop.test"), row("part", "shop.test", originAttributes=raw))
    session(
        tmp_path / RECOVERY,
        entry("sid"),
        entry("sid", path="/other"),
        entry("part"),
        entry("part", originAttributes={"partitionKey": "(https,news.test)"}),
        entry("sid", originAttributes={"userContextId": 1}),
    )
    reading = read_firefox(firefox.found(path), Values.NO, firefox.NoKeys())
    assert [(c.name, c.path, c.isolation.raw, c.session) for c in reading.cookies] == [
        ("sid", "/", "", False),
        ("part", "/", raw, False),
        ("sid", "/other", "", True),
        ("part", "/", "", True),
        ("sid", "/", "^userContextId=1", True),
    ]
    assert [count.cookies for count in reading.stores] == [2, 3]


def test_a_session_that_was_not_restored_is_not_present(tmp_path: Path) -> None:
    gone = {"windows": [], "cookies": [entry("gone")]}
    session(tmp_path / RECOVERY, entry("here"), lastSessionState=gone, deferredInitialState=gone)
    assert names(read(tmp_path)) == ["here"]


def test_windows_had_cookies_of_their_own(tmp_path: Path) -> None:
    path = session(tmp_path / "sessionstore.js")
    path.write_text(
        json.dumps({"windows": [{"cookies": [entry("a")]}, {"cookies": [entry("b")]}, 3]}), encoding="utf-8"
    )
    assert names(read(tmp_path)) == ["a", "b"]


@pytest.mark.parametrize(
    ("ages", "order"),
    [
        ({}, []),
        ({RECOVERY: 5, BACKUP: 20, PREVIOUS: 900}, [RECOVERY, BACKUP, PREVIOUS]),
        ({RECOVERY: 5, BACKUP: 20, CLEAN: 900, PREVIOUS: 9000}, [RECOVERY, BACKUP, CLEAN, PREVIOUS]),
        ({CLEAN: 5, PREVIOUS: 900}, [CLEAN, PREVIOUS]),
        ({CLEAN: 5, RECOVERY: 20, PREVIOUS: 900}, [CLEAN, RECOVERY, PREVIOUS]),
        ({BACKUP: 20, CLEAN: 900}, [BACKUP, CLEAN]),
        ({CLEAN: 5, "sessionstore.js": 1}, [CLEAN]),
        (dict.fromkeys(reversed(LEGACY), 5), list(LEGACY)),
    ],
)
def test_the_file_that_tells_the_present_comes_first(tmp_path: Path, ages: dict[str, int], order: list[str]) -> None:
    for name, seconds in ages.items():
        age(session(tmp_path / name, entry(name)), seconds)
    assert candidates(tmp_path) == tuple(tmp_path / name for name in order)
    assert names(read(tmp_path)) == order[:1]


@pytest.mark.parametrize("name", [PREVIOUS, "sessionstore-backups/previous.js"])
def test_a_session_of_before_is_said_to_be_one(tmp_path: Path, name: str) -> None:
    session(tmp_path / name, entry())
    reading = read(tmp_path)
    assert names(reading) == ["sid"]
    assert [(problem.code, problem.severity) for problem in reading.problems] == [("session-of-before", Severity.NOTE)]


def test_a_folder_or_fifo_in_a_file_s_place_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / RECOVERY).mkdir(parents=True)
    os.mkfifo(tmp_path / BACKUP)
    session(tmp_path / PREVIOUS, entry())
    reading = read(tmp_path)
    assert names(reading) == ["sid"]
    assert [problem.code for problem in reading.problems] == ["not-a-file", "not-a-file", "session-of-before"]


def test_values_that_were_not_asked_for_are_nowhere_in_the_reading(tmp_path: Path) -> None:
    session(tmp_path / RECOVERY, entry(value="s3cr3t"), {"value": "s3cr3t"})
    assert "s3cr3t" not in repr(read(tmp_path))
    assert "s3cr3t" not in repr(read(tmp_path, Values.READ))


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["cookies", "windows", "host", "value", "name", "originAttributes", "sameSite", "secure"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(
    anything, st.lists(st.dictionaries(st.sampled_from(["host", "value", "path", "sameSite", "schemeMap"]), anything))
)
def test_any_json_is_survived(
    tmp_path_factory: pytest.TempPathFactory, content: object, cookies: list[dict[str, Any]]
) -> None:
    profile = tmp_path_factory.mktemp("p")
    path = session(profile / RECOVERY)
    for state in (content, {"windows": content, "cookies": cookies}):
        path.write_bytes(mozlz4(json.dumps(state).encode()))
        reading = read(profile)
        assert all(isinstance(cookie.host_key, str) and cookie.session for cookie in reading.cookies)
        assert reading.cookies or reading.problems or reading.stores
