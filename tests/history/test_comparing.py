# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What differs between two looks, and what is not said although it might look like it."""

from pathlib import Path
from typing import Any

import pytest
from make import history, records
from make.records import NOW_US

from inspector.core.cookie import Cookie, SameSite, ValueState
from inspector.core.difference import Aspect, Comparison, Difference, Ended, Kind
from inspector.core.isolation import Isolation, Partition
from inspector.core.moments import DAY_US, from_datetime
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount
from inspector.core.snapshot import Scope
from inspector.history import archive
from inspector.history.comparing import compare


def is_of_site(host: str, site: str) -> bool:
    host = host.removeprefix(".")
    return host == site or host.endswith("." + site)


def compared(folder: Path, before: Reading, after: Reading, days: float = 1, **scopes: Scope) -> Comparison:
    at = history.places(folder)
    one = history.kept(at, before, 0, scope=scopes.get("before_scope", Scope()))
    other = history.kept(at, after, days, scope=scopes.get("after_scope", Scope()))
    return compare(archive.load(at, one.id), archive.load(at, other.id), is_of_site)


def difference(folder: Path, before: Cookie | None, after: Cookie | None, days: float = 1) -> Difference | None:
    """The only difference between two stores with at most one cookie beside one that stays."""
    stays = records.cookie(host="stays.test", name="stays")
    old, new = (tuple(filter(None, (stays, one))) for one in (before, after))
    found = compared(folder, records.reading(*old), records.reading(*new), days).differences
    assert len(found) <= 1
    return found[0] if found else None


def only(folder: Path, before: Cookie | None, after: Cookie | None, days: float = 1) -> Difference:
    found = difference(folder, before, after, days)
    assert found is not None
    return found


def lasting(days: float, **facts: Any) -> Cookie:
    return records.lasting(days, **facts)


def test_new_gone_and_the_same(tmp_path: Path) -> None:
    a, b, c = (records.cookie(name=name) for name in "abc")
    found = compared(tmp_path, records.reading(a, b), records.reading(b, c))
    assert [(held.kind, held.cookie.name, held.sure) for held in found.differences] == [
        (Kind.GONE, "a", True),
        (Kind.NEW, "c", True),
    ]
    assert (found.same, found.differs, found.whole) == (1, True, True)


def test_nothing_differs(tmp_path: Path) -> None:
    found = compared(tmp_path, records.reading(lasting(3)), records.reading(lasting(3)))
    assert (found.differences, found.same, found.differs) == ((), 1, False)


@pytest.mark.parametrize(
    ("facts", "ended"),
    [
        ({"session": True}, Ended.SESSION),
        ({"session": False}, Ended.UNKNOWN),
        ({"session": False, "expires_us": from_datetime(history.NOW) + DAY_US // 2}, Ended.RAN_OUT),
        ({"session": False, "expires_us": from_datetime(history.NOW) + 9 * DAY_US}, Ended.BEFORE_TIME),
    ],
)
def test_why_it_may_be_gone(tmp_path: Path, facts: dict[str, Any], ended: Ended) -> None:
    assert only(tmp_path, records.cookie(**facts), None).ended is ended


def moved(cookie: Cookie, by_us: int) -> Cookie:
    """The same cookie, set again later with the same lifetime."""
    return cookie._replace(updated_us=(cookie.updated_us or 0) + by_us, expires_us=(cookie.expires_us or 0) + by_us)


ASPECTS: list[tuple[str, Cookie, Cookie, Kind, tuple[Aspect, ...]]] = [
    ("lives longer", lasting(1), lasting(30), Kind.CHANGED, (Aspect.LONGER_LIVED, Aspect.PROLONGED)),
    ("lives shorter", lasting(30), lasting(1), Kind.CHANGED, (Aspect.SHORTER_LIVED, Aspect.SHORTENED)),
    ("set again", lasting(9), moved(lasting(9), DAY_US), Kind.CHANGED, (Aspect.PROLONGED,)),
    (
        "set again with the same end",
        lasting(9),
        lasting(9)._replace(updated_us=NOW_US + 1),
        Kind.RENEWED,
        (Aspect.RENEWED,),
    ),
    (
        "a session no more",
        records.cookie(session=True),
        lasting(9),
        Kind.CHANGED,
        (Aspect.LONGER_LIVED, Aspect.ATTRIBUTES),
    ),
    (
        "a session now",
        lasting(9),
        records.cookie(session=True),
        Kind.CHANGED,
        (Aspect.SHORTER_LIVED, Aspect.ATTRIBUTES),
    ),
    ("secure", records.cookie(secure=False), records.cookie(secure=True), Kind.CHANGED, (Aspect.ATTRIBUTES,)),
    (
        "same site",
        records.cookie(same_site=SameSite.LAX),
        records.cookie(same_site=SameSite.NONE),
        Kind.CHANGED,
        (Aspect.ATTRIBUTES,),
    ),
    ("value", history.with_value("one"), history.with_value("two"), Kind.CHANGED, (Aspect.VALUE,)),
    ("emptied", history.with_value("one"), history.with_value(""), Kind.CHANGED, (Aspect.VALUE,)),
    (
        "another length of an unread value",
        records.cookie(value_length=3),
        records.cookie(value_length=4),
        Kind.CHANGED,
        (Aspect.VALUE,),
    ),
]


@pytest.mark.parametrize(
    ("before", "after", "kind", "aspects"), [case[1:] for case in ASPECTS], ids=[case[0] for case in ASPECTS]
)
def test_what_changed(tmp_path: Path, before: Cookie, after: Cookie, kind: Kind, aspects: tuple[Aspect, ...]) -> None:
    found = only(tmp_path, before, after)
    assert (found.kind, found.aspects) == (kind, aspects)


NOT_SAID: list[tuple[str, Cookie, Cookie]] = [
    ("unknown became known", records.cookie(secure=None), records.cookie(secure=True)),
    ("known became unknown", records.cookie(same_site=SameSite.LAX), records.cookie()),
    ("read, then not", history.with_value("one"), records.cookie(value_length=3)),
    (
        "locked, then read with the same length",
        records.cookie(value_state=ValueState.LOCKED),
        history.with_value("x"),
    ),
    ("an end that became known", records.cookie(), records.cookie(expires_us=NOW_US)),
]


@pytest.mark.parametrize(("before", "after"), [case[1:] for case in NOT_SAID], ids=[case[0] for case in NOT_SAID])
def test_what_is_not_said_to_have_changed(tmp_path: Path, before: Cookie, after: Cookie) -> None:
    assert difference(tmp_path, before, after) is None


def test_values_that_cannot_be_compared_are_counted(tmp_path: Path) -> None:
    read, unread = history.with_value("x", name="r"), records.cookie(name="u")
    found = compared(tmp_path, records.reading(read, unread), records.reading(read, unread))
    assert (found.same, found.values_unknown) == (2, 1)


def test_a_lost_key_is_no_change_of_values(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    reading = records.reading(history.with_value("x"))
    one = history.kept(at, reading)
    at.key.unlink()
    other = history.kept(at, reading)
    found = compare(archive.load(at, one.id), archive.load(at, other.id), is_of_site)
    assert (found.differences, found.values_unknown) == ((), 1)
    assert {"history-key-lost", "history-key-differs"} <= {problem.code for problem in found.problems}


def test_a_store_that_one_did_not_read_is_not_compared(tmp_path: Path) -> None:
    here, there = records.cookie(name="a"), records.cookie(store=records.store("chrome"), name="b")
    unread = Reading((here,), (), (StoreCount(here.store, 1), StoreCount(there.store, None)))
    found = compared(tmp_path, records.reading(here, there), unread)
    assert found.differences == ()
    assert [(held.store, held.why) for held in found.not_compared] == [(there.store, "it could not be read afterwards")]
    assert not found.whole


def test_a_cookie_missing_from_a_store_read_in_part_may_still_be_there(tmp_path: Path) -> None:
    a, b = records.cookie(name="a"), records.cookie(name="b")
    lost = Problem("rows-lost", "a page is damaged", a.store.file, severity=Severity.PARTIAL)
    found = compared(tmp_path, records.reading(a, b), records.reading(a, problems=(lost,)))
    (gone,) = found.differences
    assert (gone.kind, gone.sure) == (Kind.GONE, False)
    assert "read only in part" in gone.why
    assert not found.whole


def test_locked_values_cost_no_cookie(tmp_path: Path) -> None:
    a, b = records.cookie(name="a"), records.cookie(name="b")
    locked = Problem("values-locked", "locked", a.store.file, severity=Severity.PARTIAL)
    (gone,) = compared(tmp_path, records.reading(a, b), records.reading(a, problems=(locked,))).differences
    assert gone.sure


def test_a_forgotten_sites_cookies_are_not_surely_new(tmp_path: Path) -> None:
    at = history.places(tmp_path)
    reading = records.reading(records.cookie(), records.cookie(host="other.test"))
    one = history.kept(at, reading)
    archive.forget_site(at, lambda host: host == "shop.test", history.NOW)
    other = history.kept(at, reading)
    found = compare(archive.load(at, one.id), archive.load(at, other.id), is_of_site)
    assert [(held.kind, held.cookie.host, held.sure) for held in found.differences] == [(Kind.NEW, "shop.test", False)]
    assert "history-site-forgotten" in {problem.code for problem in found.problems}


def test_a_look_at_one_site_is_compared_for_that_site(tmp_path: Path) -> None:
    shop, other = records.cookie(name="s"), records.cookie(host="other.test", name="o")
    found = compared(tmp_path, records.reading(shop, other), records.reading(shop), after_scope=Scope(site="shop.test"))
    assert (found.differences, found.same, found.site) == ((), 1, "shop.test")


def test_looks_at_two_sites_have_nothing_in_common(tmp_path: Path) -> None:
    found = compared(
        tmp_path,
        records.reading(records.cookie()),
        records.reading(records.cookie(host="other.test")),
        before_scope=Scope(site="shop.test"),
        after_scope=Scope(site="other.test"),
    )
    assert (found.differences, found.compared, found.whole) == ((), (), False)


def test_partitions_and_profiles_are_apart(tmp_path: Path) -> None:
    partition = Isolation(Partition("https://shop.test"), raw="https://shop.test")
    chrome = records.store("chrome")
    before = (records.cookie(), records.cookie(store=chrome, name="there"))
    after = (records.cookie(isolation=partition), records.cookie(store=chrome))
    found = compared(tmp_path, records.reading(*before), records.reading(*after))
    assert [(held.kind, held.cookie.store.browser, held.cookie.isolation.raw) for held in found.differences] == [
        (Kind.GONE, "firefox", ""),
        (Kind.NEW, "firefox", "https://shop.test"),
        (Kind.NEW, "chrome", ""),
        (Kind.GONE, "chrome", ""),
    ]


def test_one_of_two_twins_gone(tmp_path: Path) -> None:
    twin = records.cookie(name="t")
    found = compared(tmp_path, records.reading(twin, twin), records.reading(twin))
    assert ([held.kind for held in found.differences], found.same) == ([Kind.GONE], 1)


def test_a_clock_that_went_back_is_said(tmp_path: Path) -> None:
    found = compared(tmp_path, records.reading(records.cookie()), records.reading(records.cookie()), days=-1)
    assert [problem.code for problem in found.problems] == ["clock-went-back"]
