# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import firefox
from make.firefox import ACCESSED_US, CREATED_US, DAY_S, EXPIRES_S, NOW_S, UPDATED_US, execute, insert, row, store
from make.untouched import untouched

from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.isolation import NOT_ISOLATED, Container, Isolation, Partition
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import to_iso
from inspector.core.problem import Severity
from inspector.core.reading import Reading, Values
from inspector.core.secret import Secret
from inspector.core.store import Family
from inspector.readers.browsers.firefox import FIREFOX, read_firefox

REAL = Path(__file__).parents[4] / "shared" / "data" / "real_stores" / "firefox_10_cookies.sqlite"


def read(path: Path, values: Values = Values.NO) -> Reading:
    with untouched(path.parent):
        return read_firefox(firefox.found(path), values, firefox.NoKeys())


def one(path: Path, values: Values = Values.NO) -> Cookie:
    (cookie,) = read(path, values).cookies
    return cookie


def fields(cookie: Cookie) -> list[str]:
    return [problem.field for problem in cookie.problems]


def test_is_declared_for_its_family() -> None:
    assert FIREFOX.family is Family.FIREFOX
    assert FIREFOX.read is read_firefox


@pytest.mark.parametrize("values", list(Values))
@pytest.mark.parametrize("version", [*range(9, 18), 18, 99])
def test_reads_every_field_of_every_schema(tmp_path: Path, version: int, values: Values) -> None:
    made = row(
        "cart",
        "www.shop.test",
        path="/checkout",
        value="thrée",
        originAttributes="^userContextId=2&partitionKey=%28https%2Cnews.test%2C8443%2Cf%29",
        isHttpOnly=1,
        sameSite=2,
        rawSameSite=2,
        schemeMap=3,
        isPartitionedAttributeSet=1,
    )
    profile = tmp_path / "profile"
    firefox.containers(profile, {"userContextId": 2, "l10nId": "user-context-work"})
    path = store(profile, made, version=version)
    reading = read(path, values)
    (cookie,) = reading.cookies
    read_value = values is Values.READ
    assert cookie == Cookie(
        store=cookie.store,
        isolation=Isolation(
            Partition("https://news.test", True, 8443), Container(2, "Work"), None, False, made["originAttributes"]
        ),
        host_key="www.shop.test",
        host_only=True,
        name="cart",
        path="/checkout",
        created_us=CREATED_US,
        accessed_us=ACCESSED_US,
        updated_us=UPDATED_US if version >= 17 else None,
        expires_us=EXPIRES_S * 1_000_000,
        session=False,
        secure=True,
        http_only=True,
        same_site=SameSite.STRICT,
        partitioned_attribute=True if version >= 13 else None,
        priority=Priority.UNKNOWN,
        source_scheme=SourceScheme.MIXED if version >= 12 else SourceScheme.UNKNOWN,
        source_port=None,
        source_type=SourceType.UNKNOWN,
        value_state=ValueState.PLAINTEXT if read_value else ValueState.NOT_READ,
        value_length=6,
        encryption="",
        value=Secret("thrée") if read_value else None,
        updated_is_real=True,
        problems=(),
    )
    assert cookie.lifetime.basis is (LifetimeBasis.UPDATED if version >= 17 else LifetimeBasis.CREATED)
    assert (cookie.store.file, cookie.store.schema_version) == (str(path), version)
    assert cookie.store.modified_us == path.stat().st_mtime_ns // 1000
    (count,) = reading.stores
    assert (count.store, count.cookies) == (cookie.store, 1)
    assert [problem.code for problem in reading.problems] == (["schema-unknown"] if version > 17 else [])
    assert reading.complete


@pytest.mark.parametrize("version", range(1, 9))
def test_reads_old_schemas_as_far_as_their_columns_allow(tmp_path: Path, version: int) -> None:
    cookie = one(store(tmp_path / "p", row(), version=version))
    assert (cookie.host_key, cookie.name, cookie.path) == (".shop.test", "n", "/")
    assert (cookie.secure, cookie.http_only, cookie.session) == (True, False, False)
    assert cookie.expires_us == EXPIRES_S * 1_000_000
    assert cookie.accessed_us == (ACCESSED_US if version >= 2 else None)
    assert cookie.created_us == (CREATED_US if version >= 4 else None)
    assert cookie.isolation == (Isolation(private=False) if version >= 5 else NOT_ISOLATED)
    assert (cookie.same_site, cookie.source_scheme) == (SameSite.UNKNOWN, SourceScheme.UNKNOWN)
    assert cookie.problems == ()


def test_schema_5_keeps_apps_apart(tmp_path: Path) -> None:
    path = store(
        tmp_path / "p", row(appId=0), row(appId=7), row(inBrowserElement=1), row(appId=7, inBrowserElement=1), version=5
    )
    raws = [cookie.isolation.raw for cookie in read(path).cookies]
    assert raws == ["", "^appId=7", "^inBrowser=1", "^appId=7&inBrowser=1"]


def test_names_an_unknown_column_and_reads_the_rest(tmp_path: Path) -> None:
    reading = read(store(tmp_path / "p", row(), version=17, extra=("moonPhase",)))
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("schema-unknown", Severity.NOTE)
    assert "moonPhase" in problem.why
    assert len(reading.cookies) == 1


def test_a_lost_version_number_is_said_and_costs_nothing(tmp_path: Path) -> None:
    path = store(tmp_path / "p", row())
    execute(path, "PRAGMA user_version=0")
    reading = read(path)
    assert [problem.code for problem in reading.problems] == ["schema-unknown"]
    assert reading.cookies[0].store.schema_version is None
    assert reading.cookies[0].expires_us == EXPIRES_S * 1_000_000


# The traps that other readers fall into (F1 to F3 and F6; F4 and F5 are in test_sessionstore.py).


def test_f1_finds_rows_that_are_only_in_the_log_while_firefox_runs(tmp_path: Path) -> None:
    path = store(tmp_path / "p", row("old"))
    running = sqlite3.connect(path)
    running.execute("PRAGMA journal_mode=WAL")
    running.execute("PRAGMA wal_autocheckpoint=0")
    insert(running, row("new"))
    running.commit()
    insert(running, row("uncommitted"))
    try:
        assert path.with_name("cookies.sqlite-wal").stat().st_size > 0
        assert [cookie.name for cookie in read(path).cookies] == ["old", "new"]
    finally:
        running.close()


def test_f2_keeps_plain_container_and_partition_apart(tmp_path: Path) -> None:
    path = store(
        tmp_path / "p",
        row(),
        row(originAttributes="^userContextId=1"),
        row(originAttributes="^partitionKey=%28https%2Cnews.test%29"),
    )
    cookies = read(path).cookies
    assert len({cookie.id for cookie in cookies}) == 3
    assert [cookie.isolation.container for cookie in cookies] == [None, Container(1, None), None]
    assert [cookie.isolation.partition for cookie in cookies] == [None, None, Partition("https://news.test", False)]


BITS = (("own", ""), ("foreign", "%2Cf"))


def test_a_partition_without_the_attribute_is_not_chips(tmp_path: Path) -> None:
    chips, protected = row("chips", isPartitionedAttributeSet=1), row("protected", isPartitionedAttributeSet=0)
    for made in (chips, protected):
        made["originAttributes"] = "^partitionKey=%28https%2Cnews.test%29"
    cookies = read(store(tmp_path / "p", chips, protected)).cookies
    assert [(bool(cookie.isolation.partition), cookie.partitioned_attribute) for cookie in cookies] == [
        (True, True),
        (True, False),
    ]


@pytest.mark.parametrize(("version", "ancestor"), [(12, None), (13, False), (17, False)])
def test_no_ancestor_bit_means_no_only_where_firefox_wrote_it(
    tmp_path: Path, version: int, ancestor: bool | None
) -> None:
    made = [row(name, originAttributes=f"^partitionKey=%28https%2Cnews.test{bit}%29") for name, bit in BITS]
    cookies = read(store(tmp_path / "p", *made, version=version)).cookies
    assert [cookie.isolation.partition for cookie in cookies] == [
        Partition("https://news.test", ancestor),
        Partition("https://news.test", True),
    ]


@pytest.mark.parametrize("values", list(Values))
def test_f3_returns_a_value_that_is_not_utf_8(tmp_path: Path, values: Values) -> None:
    path = store(tmp_path / "p", row("good"), row("bad"))
    execute(path, "UPDATE moz_cookies SET value = CAST(x'61ff' AS TEXT) WHERE name = 'bad'")
    reading = read(path, values)
    good, bad = reading.cookies
    assert reading.complete
    assert (good.name, good.value_length, good.problems) == ("good", 3, ())
    assert bad.value_length == 2
    if values is Values.READ:
        assert (bad.value_state, bad.value) == (ValueState.PLAINTEXT, Secret("a\udcff"))
        assert fields(bad) == ["value"]
    else:
        assert (bad.value_state, bad.value) == (ValueState.NOT_READ, None)


def test_f6_says_what_is_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "cookies.sqlite"
    path.write_bytes(b"<html>no database</html>" * 100)
    reading = read(path)
    assert reading.cookies == ()
    (problem,) = reading.problems
    assert (problem.code, problem.severity, problem.where) == ("not-a-database", Severity.FAILED, str(path))
    assert [count.cookies for count in reading.stores] == [None]


@pytest.mark.parametrize("field", ["name", "host", "path"])
def test_returns_text_that_is_not_utf_8(tmp_path: Path, field: str) -> None:
    path = store(tmp_path / "p", row("good"), row("bad"))
    execute(path, f"UPDATE moz_cookies SET {field} = CAST(x'fffe' AS TEXT) WHERE name = 'bad'")
    good, bad = read(path).cookies
    assert good.problems == ()
    assert fields(bad) == [field]
    assert getattr(bad, "host_key" if field == "host" else field) == "\udcff\udcfe"
    assert bad.id != good.id


def test_a_name_in_another_script_is_nothing_odd(tmp_path: Path) -> None:
    cookie = one(store(tmp_path / "p", row("名前", value="値段")), Values.READ)
    assert (cookie.name, cookie.value, cookie.value_length) == ("名前", Secret("値段"), 6)
    assert cookie.problems == ()


@pytest.mark.parametrize("values", list(Values))
def test_an_empty_value_is_empty_not_unread(tmp_path: Path, values: Values) -> None:
    cookie = one(store(tmp_path / "p", row(value="")), values)
    assert (cookie.value_state, cookie.value_length) == (ValueState.EMPTY, 0)


def test_values_that_were_not_asked_for_are_nowhere_in_the_reading(tmp_path: Path) -> None:
    assert "s3cr3t" not in repr(read(store(tmp_path / "p", row(value="s3cr3t"))))
    assert "s3cr3t" not in repr(read(tmp_path / "p" / "cookies.sqlite", Values.READ))


@pytest.mark.parametrize(
    ("column", "value", "field"),
    [
        ("expiry", None, "expiry"),
        ("expiry", "tomorrow", "expiry"),
        ("creationTime", 1.5, "creationTime"),
        ("creationTime", None, "creationTime"),
        ("lastAccessed", b"\x00", "lastAccessed"),
        ("updateTime", "now", "updateTime"),
        ("updateTime", "100%", "updateTime"),
        ("isSecure", 2, "isSecure"),
        ("isHttpOnly", "yes", "isHttpOnly"),
        ("sameSite", 77, "sameSite"),
        ("schemeMap", 5, "schemeMap"),
        ("isPartitionedAttributeSet", -1, "isPartitionedAttributeSet"),
        ("name", None, "name"),
        ("name", b"blob", "name"),
        ("host", b"blob", "host"),
        ("host", None, "host"),
        ("value", None, "value"),
        ("originAttributes", b"^userContextId=1", "originAttributes"),
        ("originAttributes", "nonsense", "originAttributes"),
    ],
)
@pytest.mark.parametrize("values", list(Values))
def test_an_odd_cell_costs_only_its_own_fact(
    tmp_path: Path, column: str, value: Any, field: str, values: Values
) -> None:
    path = store(tmp_path / "p", row("fine"), row("odd"))
    execute(path, f"UPDATE moz_cookies SET {column} = ? WHERE name = 'odd'", value)
    fine, odd = read(path, values).cookies
    assert fine.problems == ()
    assert fields(odd) == [field]
    assert (odd.path, odd.session) == ("/", False)
    facts = {
        "expiry": odd.expires_us,
        "creationTime": odd.created_us,
        "lastAccessed": odd.accessed_us,
        "updateTime": odd.updated_us,
        "isSecure": odd.secure,
        "isHttpOnly": odd.http_only,
        "isPartitionedAttributeSet": odd.partitioned_attribute,
    }
    assert facts.get(column) is None
    assert odd.host_only is (None if (column, value) == ("host", None) else column == "host")
    if column == "sameSite":
        assert odd.same_site is SameSite.UNKNOWN
    if column == "schemeMap":
        assert odd.source_scheme is SourceScheme.UNKNOWN
    if column == "value":
        assert (odd.value_length, odd.value) == (None, None)
        assert odd.value_state is (ValueState.CORRUPT if values is Values.READ else ValueState.NOT_READ)


def test_a_downgraded_firefox_leaves_the_update_time_open(tmp_path: Path) -> None:
    cookie = one(store(tmp_path / "p", row(updateTime=None)))
    assert (cookie.updated_us, cookie.problems) == (None, ())
    assert cookie.lifetime.basis is LifetimeBasis.CREATED


@pytest.mark.parametrize(
    ("code", "same_site"),
    [
        (0, SameSite.NONE),
        (1, SameSite.LAX),
        (2, SameSite.STRICT),
        (256, SameSite.UNSPECIFIED),
        (None, SameSite.UNKNOWN),
    ],
)
def test_same_site(tmp_path: Path, code: int | None, same_site: SameSite) -> None:
    cookie = one(store(tmp_path / "p", row(sameSite=code)))
    assert (cookie.same_site, cookie.problems) == (same_site, ())


@pytest.mark.parametrize(
    ("same_site", "raw", "meaning"),
    [
        (1, 0, SameSite.UNSPECIFIED),
        (1, 1, SameSite.LAX),
        (0, 0, SameSite.NONE),
        (2, 2, SameSite.STRICT),
        (1, None, SameSite.LAX),
        (None, None, SameSite.UNKNOWN),
    ],
)
@pytest.mark.parametrize("version", range(10, 15))
def test_lax_that_nobody_asked_for_is_unspecified(
    tmp_path: Path, version: int, same_site: int | None, raw: int | None, meaning: SameSite
) -> None:
    cookie = one(store(tmp_path / "p", row(sameSite=same_site, rawSameSite=raw), version=version))
    assert (cookie.same_site, cookie.problems) == (meaning, ())


@pytest.mark.parametrize(
    ("bits", "scheme"),
    [
        (0, SourceScheme.UNSET),
        (1, SourceScheme.NON_SECURE),
        (2, SourceScheme.SECURE),
        (3, SourceScheme.MIXED),
        (4, SourceScheme.FILE),
        (7, SourceScheme.MIXED),
    ],
)
def test_scheme_map(tmp_path: Path, bits: int, scheme: SourceScheme) -> None:
    cookie = one(store(tmp_path / "p", row(schemeMap=bits)))
    assert (cookie.source_scheme, cookie.problems) == (scheme, ())


YEAR_1601_S = -11_644_473_600
YEAR_60000_S = 946_684_800 + 145 * 146_097 * DAY_S  # the calendar repeats every 400 years


@pytest.mark.parametrize(
    ("version", "expiry", "iso"),
    [
        (17, 0, "1970-01-01T00:00:00.000000Z"),
        (17, -1, "1969-12-31T23:59:59.000000Z"),
        (17, YEAR_1601_S * 1000, "1601-01-01T00:00:00.000000Z"),
        (17, YEAR_60000_S * 1000, "+60000-01-01T00:00:00.000000Z"),
        (17, EXPIRES_S, to_iso(EXPIRES_S * 10**6)),  # a Firefox before 142 wrote into a newer store
        (17, EXPIRES_S * 1000 + 7, to_iso(EXPIRES_S * 10**6 + 7000)),
        (15, 0, "1970-01-01T00:00:00.000000Z"),
        (15, EXPIRES_S, to_iso(EXPIRES_S * 10**6)),
        (13, YEAR_1601_S, "1601-01-01T00:00:00.000000Z"),
        (13, YEAR_60000_S, "+60000-01-01T00:00:00.000000Z"),
        (13, 253_402_300_799, "9999-12-31T23:59:59.000000Z"),  # "never" before there was a cap
    ],
)
def test_expiry_of_any_size_in_either_unit(tmp_path: Path, version: int, expiry: int, iso: str) -> None:
    created = (NOW_S - 500 * DAY_S) * 10**6 + 1
    made = row(expiry=expiry, creationTime=created, lastAccessed=created, updateTime=created)
    cookie = one(store(tmp_path / "p", made, version=version))
    assert (to_iso(cookie.expires_us), cookie.session, cookie.problems) == (iso, False, ())


def test_an_expiry_that_contradicts_its_schema_says_so(tmp_path: Path) -> None:
    cookie = one(store(tmp_path / "p", row(expiry=EXPIRES_S * 1000), version=15))
    assert cookie.expires_us == EXPIRES_S * 10**6
    assert fields(cookie) == ["expiry"]


def test_the_update_times_of_the_migration_are_no_updates(tmp_path: Path) -> None:
    migrated = (NOW_S - 5 * DAY_S) * 10**6
    path = store(
        tmp_path / "p", row("a", updateTime=migrated), row("b", updateTime=migrated), row("c", updateTime=UPDATED_US)
    )
    a, b, c = read(path).cookies
    assert [cookie.updated_is_real for cookie in (a, b, c)] == [False, False, True]
    assert a.lifetime.us == EXPIRES_S * 10**6 - CREATED_US
    assert [cookie.lifetime.basis for cookie in (a, b, c)] == [
        LifetimeBasis.CREATED,
        LifetimeBasis.CREATED,
        LifetimeBasis.UPDATED,
    ]


@pytest.mark.parametrize("name", ["plain", "é"])
def test_a_cookie_made_in_the_second_of_the_migration_was_not_migrated(tmp_path: Path, name: str) -> None:
    migrated = (NOW_S - 5 * DAY_S) * 10**6
    old = (row(f"old{number}", updateTime=migrated) for number in range(2))
    path = store(tmp_path / "p", *old, row(name, updateTime=migrated, creationTime=migrated))
    assert [cookie.updated_is_real for cookie in read(path).cookies] == [False, False, True]


def test_an_odd_row_knows_the_migration_too(tmp_path: Path) -> None:
    migrated = (NOW_S - 5 * DAY_S) * 10**6
    path = store(tmp_path / "p", row("é", updateTime=migrated), row("b", updateTime=migrated))
    assert [cookie.updated_is_real for cookie in read(path).cookies] == [False, False]


def test_an_empty_store_is_not_a_failed_one(tmp_path: Path) -> None:
    reading = read(store(tmp_path / "p"))
    assert (reading.cookies, reading.problems) == ((), ())
    assert [count.cookies for count in reading.stores] == [0]


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cookies.sqlite"
    execute(path, "CREATE TABLE moz_places(id)")
    assert [problem.code for problem in read(path).problems] == ["not-a-cookie-store"]


def test_a_view_in_the_table_s_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cookies.sqlite"
    execute(path, "CREATE VIEW moz_cookies AS SELECT 'h' AS host, 'n' AS name")
    assert [problem.code for problem in read(path).problems] == ["not-a-cookie-store"]


@pytest.mark.parametrize("kind", ["missing", "directory", "fifo", "empty"])
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cookies.sqlite"
    if kind == "directory":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "empty":
        path.touch()
    reading = read(path)
    assert [problem.severity for problem in reading.problems] == [Severity.FAILED]
    assert [count.cookies for count in reading.stores] == [None]


def test_truncated_pages_cost_only_their_rows(tmp_path: Path) -> None:
    path = store(tmp_path / "p", *(row(f"n{number}", value="v" * 300) for number in range(400)))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    reading = read(path)
    assert 100 < len(reading.cookies) < 400
    assert not reading.complete


cells = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(max_size=30),
    st.binary(max_size=30),
)
COLUMNS = [name for name, _, _, until in firefox.COLUMNS if until is None and name != "id"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(COLUMNS), cells), min_size=1, max_size=4), st.sampled_from(list(Values))
)
def test_any_cell_in_any_column_is_survived(
    tmp_path_factory: pytest.TempPathFactory, changes: list[dict[str, Any]], values: Values
) -> None:
    path = store(tmp_path_factory.mktemp("p"), *(row(f"n{number}") for number in range(len(changes))))
    done = 0
    for number, change in enumerate(changes):
        for column, value in change.items():
            try:
                execute(path, f"UPDATE moz_cookies SET {column} = ? WHERE id = ?", value, number + 1)
                done += 1
            except (sqlite3.IntegrityError, UnicodeEncodeError):
                continue  # NOT NULL, a second row with the same key, or half a surrogate pair
    reading = read(path, values)
    assert len(reading.cookies) == len(changes)
    for cookie in reading.cookies:
        assert all(isinstance(text, str) for text in (cookie.host_key, cookie.name, cookie.isolation.raw))
        assert all(us is None or isinstance(us, int) for us in cookie[6:10])
        assert all(flag in (True, False, None) for flag in (cookie.secure, cookie.http_only, cookie.host_only))
        assert len(cookie.id) == 20
        assert cookie.lifetime.basis in LifetimeBasis
        assert to_iso(cookie.expires_us) or cookie.expires_us is None
    assert done or all(cookie.problems == () for cookie in reading.cookies)


def test_reads_a_store_that_a_real_firefox_wrote() -> None:
    if not REAL.exists():
        pytest.skip("the store written by a real Firefox is not here")
    reading = read_firefox(firefox.found(REAL), Values.READ, firefox.NoKeys())
    assert reading.complete
    assert len(reading.cookies) == 13
    assert all(cookie.problems == () for cookie in reading.cookies)
    assert {cookie.store.schema_version for cookie in reading.cookies} == {12}
    gps = reading.cookies[0]
    assert (gps.name, gps.host_key, gps.path, gps.host_only) == ("GPS", ".youtube.com", "/", False)
    assert (gps.secure, gps.http_only, gps.same_site) == (True, True, SameSite.UNSPECIFIED)
    assert gps.expires_us == 1_683_304_237 * 10**6
    assert gps.created_us == gps.accessed_us == 1_683_302_437_805_438
    assert (gps.source_scheme, gps.value_state, gps.value_length) == (SourceScheme.SECURE, ValueState.PLAINTEXT, 1)
    assert gps.lifetime.days == pytest.approx(1800 / DAY_S, abs=1e-4)
