# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What ``scan --format json`` writes is read back with every fact, and anything else is told or unknown."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.audits import cookie

from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.isolation import Isolation, Partition
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.reading import Reading
from inspector.core.store import Family
from inspector.readers.files.api import OpenedFile
from inspector.readers.files.own_scan import OWN_SCAN
from inspector.readers.files.registry import read_file
from inspector.reports.api import Look
from inspector.reports.as_json import write_reading

FACTS = (
    *("host_key", "host_only", "name", "path", "created_us", "accessed_us", "updated_us", "expires_us", "session"),
    *("secure", "http_only", "same_site", "partitioned_attribute", "priority", "source_scheme", "source_type"),
    *("value_state", "value", "lifetime"),
)


def scanned(*cookies: Cookie, values: bool = True) -> bytes:
    out = io.StringIO()
    write_reading(Reading(cookies), Look(0, str, values), out)
    return out.getvalue().encode()


def read(data: bytes) -> Reading:
    return OWN_SCAN.read(OpenedFile(Path("scan.json"), data))


def document(*entries: Any) -> bytes:
    return json.dumps({"program": {"name": "cookie-inspector"}, "cookies": list(entries)}).encode()


CASES = {
    "everything": cookie(
        "a",
        ".shop.example",
        value="v",
        partition="https://shop.example",
        partitioned_attribute=True,
        accessed_us=1_700_000_000_000_001,
        priority=Priority.HIGH,
        source_scheme=SourceScheme.SECURE,
        source_type=SourceType.SCRIPT,
        same_site=SameSite.NONE,
    ),
    "session": cookie("a", days=None, value=""),
    "nothing known": cookie(
        "a", created_us=None, updated_us=None, expires_us=None, session=None, secure=None, http_only=None, path=None
    ),
    "an artefact of a migration": cookie("a", updated_is_real=False),
    "odd name": cookie("<b>\x1b\u202e\ud800", value="\ud800"),
}


@pytest.mark.parametrize("original", CASES.values(), ids=CASES.keys())
def test_every_fact_comes_back(original: Cookie) -> None:
    reading = read(scanned(original))
    assert reading.problems == ()
    for fact in FACTS:
        expected = getattr(original, fact)
        if fact == "value_state" and original.value is not None:
            expected = ValueState.PLAINTEXT if original.value.reveal() else ValueState.EMPTY
        assert getattr(reading.cookies[0], fact) == expected, fact


def test_partition_and_ancestor_bit_come_back() -> None:
    original = cookie("a")._replace(isolation=Isolation(Partition("https://x.example", True), raw="https://x.example1"))
    assert read(scanned(original)).cookies[0].isolation == original.isolation


def test_two_that_differ_by_partition_stay_two() -> None:
    pair = cookie("a", partition="https://x.example"), cookie("a", partition="https://y.example")
    assert len({held.id for held in read(scanned(*pair)).cookies}) == 2


def test_without_values_none_is_made_up() -> None:
    held = read(scanned(cookie("a", value="v"), values=False)).cookies[0]
    assert (held.value, held.value_state) == (None, ValueState.NOT_READ)


def test_a_locked_value_stays_locked() -> None:
    held = read(scanned(cookie("a")._replace(value_state=ValueState.LOCKED))).cookies[0]
    assert (held.value, held.value_state) == (None, ValueState.LOCKED)


def test_the_registry_knows_it_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "whatever.txt"
    path.write_bytes(scanned(cookie("a")))
    found = read_file(path)
    assert found.format is OWN_SCAN
    assert [held.name for held in found.reading.cookies] == ["a"]
    assert found.reading.cookies[0].store.family is Family.FILE


@pytest.mark.parametrize(
    "data", [b"{}", b"[]", b'{"cookies": []}', b'{"program": "cookie-inspector", "cookies": []}', b"not json", b""]
)
def test_it_bids_on_nothing_else(data: bytes) -> None:
    assert OWN_SCAN.bid(OpenedFile(Path("x"), data)) == 0


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (7, "it is not an object"),
        ({"host": "x.example"}, "its name is not a text"),
        ({"name": "a", "host": None}, "its host is not a text"),
        ({"name": "a", "host": "."}, "it has no host"),
        ({"name": "a", "host": "x.example", "value": 7}, "its value is not a text"),
    ],
)
def test_what_is_no_cookie_is_said_and_costs_itself_only(entry: Any, why: str) -> None:
    reading = read(document({"name": "good", "host": "x.example"}, entry))
    assert [held.name for held in reading.cookies] == ["good"]
    assert [(problem.where, problem.why) for problem in reading.problems] == [("scan.json, cookie 2", why)]


@pytest.mark.parametrize("text", ["+60000-01-01T00:00:00.000000Z", "2026-13-01T00:00:00.000000Z", "soon", 7, ""])
def test_a_moment_that_cannot_be_read_is_unknown_and_told(text: Any) -> None:
    held = read(document({"name": "a", "host": "x.example", "expires": text})).cookies[0]
    assert held.expires_us is None
    assert [problem.field for problem in held.problems] == ["expires"]


def test_a_lifetime_from_creation_is_not_taken_for_one_as_set() -> None:
    held = read(scanned(cookie("a", updated_is_real=False))).cookies[0]
    assert held.lifetime.basis is LifetimeBasis.CREATED


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        "name",
        "host",
        "host_only",
        "path",
        "partition",
        "created",
        "expires",
        "session",
        "same_site",
        "value",
        "priority",
    ]
)


@given(st.lists(JSON | st.dictionaries(KEYS, JSON | st.just("x.example")), max_size=4))
def test_any_entries_give_cookies_or_problems(entries: list[Any]) -> None:
    reading = read(document(*entries))
    assert len(reading.cookies) + len(reading.problems) == len(entries)


def test_a_lifetime_that_a_header_asked_for_comes_back() -> None:

    asked = Lifetime(730 * 86_400_000_000, LifetimeBasis.STATED)
    entry = {"name": "a", "host": "shop.test", "lifetime_days": 730.0, "lifetime_basis": "stated"}
    data = json.dumps({"program": {"name": "cookie-inspector"}, "cookies": [entry]}).encode()
    (cookie,) = OWN_SCAN.read(OpenedFile(Path("scan.json"), data)).cookies
    assert (cookie.requested, cookie.lifetime) == (asked, asked)
