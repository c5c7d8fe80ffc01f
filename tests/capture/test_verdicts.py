# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the jar proves of a write: stored, removed, refused, and "not known" wherever another cause could explain it."""

import pytest

from inspector.capture.parts import AskedCookie, Basis, Fate, HeldCookie, PartitionKey
from inspector.capture.traces import Traces
from inspector.capture.verdicts import FULL_JAR, Holdings, default_path, host_of, is_removal, judge

TRACES = Traces(b"k")
URL = "https://www.shop.test/a/b?c=d"
NOW_US = 1_790_000_000_000_000
DAY_US = 86_400_000_000


def asked(line: str) -> AskedCookie:
    return TRACES.of_header(line)


def held(name: str = "n", value: str = "v", **fields: object) -> HeldCookie:
    made = HeldCookie(
        name, "www.shop.test", "/a", session=True, secure=False, http_only=False, value=TRACES.of_value(value)
    )
    return made._replace(**fields)  # type: ignore[arg-type]


def fate(line: str, *cookies: HeldCookie, since: bool = False) -> tuple[Fate, Basis]:
    seen = judge(asked(line), URL, NOW_US, Holdings(cookies), since)
    return seen.fate, seen.basis


STORED, REMOVED = (Fate.STORED, Basis.JAR), (Fate.REMOVED, Basis.JAR)
REFUSED, UNKNOWN = (Fate.REFUSED, Basis.JAR), (Fate.NOT_KNOWN, Basis.NONE)
IN_PARTITION = PartitionKey("https://shop.test", True)


@pytest.mark.parametrize(
    ("line", "cookies", "wanted"),
    [
        ("n=v", [held()], STORED),
        ("n=v", [], REFUSED),
        ("n=v", [held(value="other")], REFUSED),
        ("n=v", [held("m")], REFUSED),
        ("n=v; Path=/", [held()], REFUSED),
        ("n=v; Path=/", [held(path="/")], STORED),
        ("n=v; Domain=shop.test", [held()], REFUSED),
        ("n=v; Domain=.shop.test", [held(domain=".shop.test")], STORED),
        ("n=v; Partitioned", [held()], REFUSED),
        ("n=v; Partitioned", [held(partition=IN_PARTITION)], STORED),
        ("n=v", [held(partition=IN_PARTITION)], REFUSED),
        ("n=v; Max-Age=60", [held(session=False, expires_us=NOW_US + 60_000_000)], STORED),
        ("n=v; Max-Age=60", [held(session=False, expires_us=NOW_US + 6_000_000_000)], REFUSED),
        ("n=v; Max-Age=60", [held()], REFUSED),
        ("n=v", [held(session=False, expires_us=NOW_US + 60_000_000)], REFUSED),
        ("n=v; Max-Age=63072000", [held(session=False, expires_us=NOW_US + 400 * DAY_US)], STORED),
        ("n=v; Max-Age=0", [], REMOVED),
        ("n=v; Max-Age=-5; Expires=Fri, 01 Jan 2100 00:00:00 GMT", [], REMOVED),
        ("n=v; Expires=Thu, 01 Jan 1970 00:00:00 GMT", [], REMOVED),
        ("n=v; Max-Age=0", [held()], REFUSED),
    ],
)
def test_the_jar_tells(line: str, cookies: list[HeldCookie], wanted: tuple[Fate, Basis]) -> None:
    assert fate(line, *cookies) == wanted


@pytest.mark.parametrize("line", ["n=v", "n=v; Max-Age=0"])
def test_a_later_write_makes_an_absent_cookie_no_proof(line: str) -> None:
    assert fate(line, held(value="later"), since=True) == UNKNOWN


def test_a_later_write_takes_nothing_from_what_is_there() -> None:
    assert fate("n=v", held(), since=True) == STORED


def test_a_full_jar_makes_an_absent_cookie_no_proof() -> None:
    assert fate("n=v", *(held(f"c{at}") for at in range(FULL_JAR))) == UNKNOWN
    assert fate("n=v", *(held(f"c{at}", domain="b.test") for at in range(FULL_JAR))) == REFUSED


def test_http_only_is_named_as_the_reason() -> None:
    seen = judge(asked("n=v"), URL, NOW_US, Holdings([held(value="old", http_only=True)]), False)
    assert seen.fate is Fate.REFUSED
    assert seen.reasons == ("an HttpOnly cookie of this name is there, which no script may touch",)


def test_what_is_held_is_handed_on() -> None:
    cookie = held()
    assert judge(asked("n=v"), URL, NOW_US, Holdings([cookie]), False).held is cookie


@pytest.mark.parametrize(
    ("line", "removal"), [("a=b", False), ("a=b; Max-Age=1", False), ("a=b; Max-Age=0", True), ("a=; Max-Age=x", False)]
)
def test_removals(line: str, removal: bool) -> None:
    assert is_removal(asked(line), NOW_US) is removal


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://a.test/", "a.test", "/"),
        ("https://A.test:8443/x/y", "a.test", "/x"),
        ("https://a.test", "a.test", "/"),
        ("http://[bad", "", "/"),
        ("about:srcdoc", "", "/"),
    ],
)
def test_the_host_and_the_default_path_of_an_address(url: str, host: str, path: str) -> None:
    assert (host_of(url), default_path(url)) == (host, path)
