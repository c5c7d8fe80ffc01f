# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from Cryptodome.Cipher import AES
from make import chromium
from make.chromium import NOW_S, FixedKeys, encrypt, row, store
from make.untouched import untouched

from inspector.core.computer import Platform
from inspector.core.cookie import Cookie, Priority, SameSite, SourceScheme, SourceType, ValueState
from inspector.core.isolation import Partition
from inspector.core.lifetime import LifetimeBasis
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, Values
from inspector.core.secret import Secret
from inspector.readers.api import Keys
from inspector.readers.browsers.chromium import read_chromium
from inspector.readers.secrets import derived, published

SHARED = Path(__file__).parents[4] / "shared" / "data" / "real_stores"


def read(path: Path, values: Values = Values.NO, **keys: Any) -> Reading:
    with untouched(path.parent):
        return read_chromium(chromium.found(path), values, FixedKeys(**keys))


def one(path: Path, values: Values = Values.NO) -> Cookie:
    (cookie,) = read(path, values).cookies
    return cookie


def test_reads_every_field(tmp_path: Path) -> None:
    made = row(
        "cart",
        ".shop.test",
        path="/checkout",
        creation_utc=chromium.utc(NOW_S - 100) + 123_456,
        last_access_utc=chromium.utc(NOW_S - 10),
        last_update_utc=chromium.utc(NOW_S - 50),
        expires_utc=chromium.utc(NOW_S - 50 + 7200),
        is_httponly=1,
        samesite=2,
        priority=2,
        source_type=2,
        top_frame_site_key="https://news.test",
        has_cross_site_ancestor=1,
        value="three",
    )
    cookie = one(store(tmp_path / "Default" / "Cookies", made))
    assert (cookie.host_key, cookie.host, cookie.host_only) == (".shop.test", "shop.test", False)
    assert (cookie.name, cookie.path) == ("cart", "/checkout")
    assert cookie.created_us == (NOW_S - 100) * 10**6 + 123_456
    assert cookie.created is not None
    assert cookie.created.isoformat() == "2026-11-18T11:05:00.123456+00:00"
    assert (cookie.accessed_us, cookie.updated_us) == ((NOW_S - 10) * 10**6, (NOW_S - 50) * 10**6)
    assert (cookie.session, cookie.secure, cookie.http_only) == (False, True, True)
    assert cookie.lifetime == (7200 * 10**6, LifetimeBasis.UPDATED)
    assert (cookie.same_site, cookie.priority) == (SameSite.STRICT, Priority.HIGH)
    assert (cookie.source_scheme, cookie.source_port, cookie.source_type) == (
        SourceScheme.SECURE,
        443,
        SourceType.SCRIPT,
    )
    assert cookie.isolation.partition == Partition("https://news.test", True)
    assert cookie.partitioned_attribute is True
    assert (cookie.value_state, cookie.value_length, cookie.value) == (ValueState.NOT_READ, 5, None)
    assert (cookie.store.schema_version, cookie.store.profile, cookie.problems) == (24, "Default", ())
    assert cookie.store.modified_us == (tmp_path / "Default" / "Cookies").stat().st_mtime_ns // 1000


@pytest.mark.parametrize("version", range(5, 25))
def test_reads_every_schema_and_leaves_unknown_what_it_does_not_have(tmp_path: Path, version: int) -> None:
    reading = read(store(tmp_path / "Cookies", row("a", value="v"), version=version))
    (cookie,) = reading.cookies
    assert reading.problems == ()
    assert cookie.store.schema_version == version
    assert (cookie.secure, cookie.http_only, cookie.session) == (True, False, False)
    assert (cookie.priority is Priority.UNKNOWN) == (version < 6)
    assert (cookie.same_site is SameSite.UNKNOWN) == (version < 11)
    assert (cookie.source_scheme is SourceScheme.UNKNOWN) == (version < 12)
    assert (cookie.source_port is None) == (version < 13)
    assert (cookie.partitioned_attribute is None) == (version < 15)
    assert (cookie.updated_us is None) == (version < 18)
    assert (cookie.source_type is SourceType.UNKNOWN) == (version < 22)
    assert cookie.lifetime.basis is (LifetimeBasis.UPDATED if version >= 18 else LifetimeBasis.CREATED)


def test_a_newer_schema_is_read_by_its_columns_and_said(tmp_path: Path) -> None:
    reading = read(store(tmp_path / "Cookies", row("a"), version=31, extra=("quantum_state",)))
    assert [cookie.name for cookie in reading.cookies] == ["a"]
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("schema-unknown", Severity.NOTE)
    assert "quantum_state" in problem.why


def test_a_wrong_version_is_no_obstacle(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a"))
    for version in ("999", "twenty", "", "9" * 5000, b"\xff", None):
        connection = sqlite3.connect(path)
        connection.execute("UPDATE meta SET value = ? WHERE key = 'version'", (version,))
        connection.commit()
        connection.close()
        reading = read(path)
        assert len(reading.cookies) == 1
        assert [problem.code for problem in reading.problems] == ["schema-unknown"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE meta SET value = CAST(x'ff32' AS TEXT)",
        "DELETE FROM meta",
        "DROP TABLE meta; CREATE TABLE meta(other)",
        "DROP TABLE meta; CREATE VIEW meta AS SELECT 1",
    ],
)
def test_a_meta_table_that_is_none_costs_nothing(tmp_path: Path, sql: str) -> None:
    path = store(tmp_path / "Cookies", row("a", encrypted_value=encrypt("x")))
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()
    reading = read(path, Values.READ)
    assert [(cookie.value, cookie.store.schema_version) for cookie in reading.cookies] == [(Secret("x"), None)]
    assert [(problem.code, problem.why) for problem in reading.problems] == [
        ("schema-unknown", "its meta table gives no version")
    ]


def test_names_of_tables_and_columns_may_be_any_bytes(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a"), extra=("strangeness",))
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE unrelated(x)")
    connection.close()
    data = path.read_bytes()
    path.write_bytes(data.replace(b"strangeness", b"stran\xff\xfeness").replace(b"unrelated", b"unrela\xffed"))
    reading = read(path)
    assert [cookie.name for cookie in reading.cookies] == ["a"]
    assert [problem.why for problem in reading.problems] == ["columns not known: stran\udcff\udcfeness"]


@pytest.mark.parametrize("version", [None, "23", "999"])
def test_whether_there_is_a_digest_is_told_by_the_columns_where_the_version_is_wrong(
    tmp_path: Path, version: str | None
) -> None:
    path = store(tmp_path / "Cookies", row("a", encrypted_value=encrypt("x", digest=False)), version=22)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'version'", (version,))
    connection.commit()
    connection.close()
    assert states(read(path, Values.READ)) == {"a": ("decrypted", "x")}


def test_a_store_without_meta_is_still_read(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a", encrypted_value=encrypt("x")))
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE meta")
    connection.commit()
    connection.close()
    assert one(path, Values.READ).value == Secret("x")


@pytest.mark.parametrize(
    ("made", "session", "expires_us"),
    [
        ({"expires_utc": 0, "has_expires": 0, "is_persistent": 0}, True, None),
        ({"expires_utc": 0}, True, None),
        ({"has_expires": 0}, True, None),
        ({"is_persistent": 0}, True, None),
        ({"expires_utc": -1}, False, -11_644_473_600_000_001),
        ({"expires_utc": 1}, False, -11_644_473_599_999_999),  # in the year 1601
        ({"expires_utc": chromium.utc(1_831_281_004_800)}, False, 1_831_281_004_800_000_000),  # in the year 60000
        ({"expires_utc": 2**63 - 1}, False, 2**63 - 1 - 11_644_473_600_000_000),
    ],
)
def test_moments_at_the_edges(tmp_path: Path, made: dict[str, Any], session: bool, expires_us: int | None) -> None:
    cookie = one(store(tmp_path / "Cookies", row("a", **made)))
    assert (cookie.session, cookie.expires_us) == (session, expires_us)
    assert cookie.lifetime.basis is not LifetimeBasis.UNKNOWN


def test_a_moment_of_zero_is_unknown(tmp_path: Path) -> None:
    cookie = one(store(tmp_path / "Cookies", row("a", creation_utc=0, last_access_utc=0, last_update_utc=0)))
    assert (cookie.created_us, cookie.accessed_us, cookie.updated_us) == (None, None, None)
    assert cookie.lifetime == (None, LifetimeBasis.UNKNOWN)


def test_same_site_codes(tmp_path: Path) -> None:
    codes = {-1: "unspecified", 0: "none", 1: "lax", 2: "strict", 3: "unspecified"}
    path = store(tmp_path / "Cookies", *(row(f"n{code}", samesite=code) for code in codes))
    assert {cookie.name: str(cookie.same_site) for cookie in read(path).cookies} == {
        f"n{code}": word for code, word in codes.items()
    }


def test_the_other_codes(tmp_path: Path) -> None:
    made = [
        row(f"n{code}", priority=min(code, 2), source_scheme=min(code, 2), source_type=code, source_port=-1)
        for code in range(4)
    ]
    cookies = read(store(tmp_path / "Cookies", *made)).cookies
    assert [str(cookie.priority) for cookie in cookies] == ["low", "medium", "high", "high"]
    assert [str(cookie.source_scheme) for cookie in cookies] == ["unset", "non_secure", "secure", "secure"]
    assert [str(cookie.source_type) for cookie in cookies] == ["unset", "http", "script", "other"]
    assert [cookie.source_port for cookie in cookies] == [-1] * 4


def test_host_only_by_the_leading_dot(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a", ".shop.test"), row("b", "shop.test"), row("c", "127.0.0.1"))
    assert [cookie.host_only for cookie in read(path).cookies] == [False, True, True]
    assert [cookie.host for cookie in read(path).cookies] == ["shop.test", "shop.test", "127.0.0.1"]


def test_odd_fields_cost_only_themselves(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        row("good"),
        row("odd", samesite=9, priority=7, source_scheme=5, source_type=44, is_secure=3, last_access_utc="noon"),
        row("float", creation_utc=1.5),
        row(b"\xffblob", host=b".shop.test", source_port="http"),
    )
    reading = read(path)
    assert [cookie.name for cookie in reading.cookies] == ["good", "odd", "float", "\udcffblob"]
    good, odd, half, blob = reading.cookies
    assert good.problems == ()
    assert {problem.field for problem in odd.problems} == {
        "samesite",
        "priority",
        "source_scheme",
        "source_type",
        "is_secure",
        "last_access_utc",
    }
    assert (odd.same_site, odd.secure, odd.accessed_us) == (SameSite.UNKNOWN, None, None)
    assert odd.created_us is not None
    assert half.created_us is None
    assert (blob.host, blob.source_port) == ("shop.test", None)
    assert {problem.field for problem in blob.problems} == {"host_key", "name", "source_port"}


def test_a_cell_of_the_wrong_type_never_leaves_the_reader(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        row("blob", top_frame_site_key=b"https://news.test", has_cross_site_ancestor=1),
        row("bit", top_frame_site_key="https://news.test", has_cross_site_ancestor="perhaps"),
        *(row(f"port{number}", source_port=port) for number, port in enumerate(("http", b"http", 1.5))),
    )
    blob, bit, *ports = read(path).cookies
    assert blob.isolation.partition == Partition("https://news.test", True)
    assert bit.isolation.partition == Partition("https://news.test", None)
    assert [cookie.source_port for cookie in ports] == [None, None, None]
    fields = [tuple(problem.field for problem in cookie.problems) for cookie in (blob, bit, *ports)]
    assert fields == [("top_frame_site_key",), ("has_cross_site_ancestor",), *[("source_port",)] * 3]


def test_what_is_missing_is_unknown_and_not_a_word_or_a_session(tmp_path: Path) -> None:
    path = tmp_path / "Cookies"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies(host_key, name, path, expires_utc, has_expires, is_persistent)")
    connection.execute("INSERT INTO cookies VALUES(NULL, NULL, NULL, NULL, 1, 1), ('a.test', 'n', '/', 'noon', 1, 0)")
    connection.commit()
    connection.close()
    nothing, noon = read(path).cookies
    assert (nothing.host, nothing.host_only, nothing.name, nothing.path) == ("", None, "", None)
    assert (nothing.session, nothing.expires_us, nothing.lifetime.basis) == (None, None, LifetimeBasis.UNKNOWN)
    assert {problem.field for problem in nothing.problems} == {"host_key", "name", "expires_utc"}
    assert (noon.session, noon.lifetime.basis) == (True, LifetimeBasis.SESSION)


def test_text_that_is_not_utf_8_is_said_and_other_scripts_are_nothing_odd(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("名前"), row("bad"))
    connection = sqlite3.connect(path)
    connection.execute("UPDATE cookies SET name = CAST(x'62ff' AS TEXT) WHERE name = 'bad'")
    connection.commit()
    connection.close()
    script, bad = read(path).cookies
    assert (script.name, script.problems) == ("名前", ())
    assert (bad.name, [problem.field for problem in bad.problems]) == ("b\udcff", ["name"])


def test_a_database_of_another_kind_is_said(tmp_path: Path) -> None:
    path = tmp_path / "Cookies"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies(biscuit TEXT)")
    connection.commit()
    connection.close()
    reading = read(path)
    assert reading.cookies == ()
    assert [problem.code for problem in reading.problems] == ["not-a-cookie-store"]
    assert reading.stores[0].cookies is None


def test_an_empty_store_is_a_store_with_no_cookies(tmp_path: Path) -> None:
    reading = read(store(tmp_path / "Cookies"))
    assert (reading.cookies, reading.problems) == ((), ())
    assert reading.stores[0].cookies == 0


def states(reading: Reading) -> dict[str, tuple[str, str | None]]:
    return {
        cookie.name: (str(cookie.value_state), cookie.value.reveal() if cookie.value else None)
        for cookie in reading.cookies
    }


def test_c1_a_truncated_ciphertext_costs_only_its_own_value(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        row("a", encrypted_value=encrypt("one")),
        row("b", encrypted_value=encrypt("two")[:-5]),
        row("c", encrypted_value=encrypt("three")),
    )
    reading = read(path, Values.READ)
    assert states(reading) == {"a": ("decrypted", "one"), "b": ("corrupt", None), "c": ("decrypted", "three")}
    assert [(problem.code, problem.count) for problem in reading.problems] == [("values-corrupt", 1)]
    assert not reading.complete


@pytest.mark.parametrize("tag", ["v12", "v20", "unknown", "dpapi"])
def test_c2_a_locked_value_is_said_to_be_locked(tmp_path: Path, tag: str) -> None:
    start = {"unknown": b"???", "dpapi": b"\x01\x00\x00\x00\xd0\x8c\x9d\xdf"}.get(tag, tag.encode())
    path = store(
        tmp_path / "Cookies",
        row("a", encrypted_value=encrypt("one")),
        row("b", encrypted_value=start + b"x" * 48),
    )
    with_values = read(path, Values.READ)
    assert states(with_values) == {"a": ("decrypted", "one"), "b": ("locked", None)}
    assert with_values.cookies[1].encryption == tag
    without = read(path)
    assert states(without) == {"a": ("not_read", None), "b": ("locked", None)}
    for reading in (with_values, without):
        (problem,) = reading.problems
        assert (problem.code, problem.count, problem.severity) == ("values-locked", 1, Severity.NOTE)


def test_c3_cookies_that_differ_by_partition_are_different_cookies(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        row("a"),
        row("a", top_frame_site_key="https://one.test"),
        row("a", top_frame_site_key="https://two.test", has_cross_site_ancestor=1),
        row("a", top_frame_site_key="https://two.test", has_cross_site_ancestor=0),
        row("a", source_port=8443),
    )
    cookies = read(path).cookies
    assert len({cookie.key for cookie in cookies}) == 5
    assert len({cookie.id for cookie in cookies}) == 5


def test_c4_encrypted_empty_empty_and_plain(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        row("encrypted", encrypted_value=encrypt("")),
        row("empty"),
        row("plain", value="ü"),
        row("both", value="old", encrypted_value=encrypt("new")),
    )
    assert states(read(path, Values.READ)) == {
        "encrypted": ("empty", ""),
        "empty": ("empty", ""),
        "plain": ("plaintext", "ü"),
        "both": ("decrypted", "new"),
    }
    lengths = {cookie.name: (str(cookie.value_state), cookie.value_length) for cookie in read(path).cookies}
    assert lengths == {
        "encrypted": ("not_read", None),
        "empty": ("empty", 0),
        "plain": ("not_read", 2),
        "both": ("not_read", None),
    }


def test_a_value_of_another_type_is_a_value_and_an_odd_cipher_is_locked(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        row("blob", value=b"a\xff"),
        row("text", encrypted_value="v10abc"),
        row("number", encrypted_value=12345),
    )
    with_values = read(path, Values.READ)
    assert states(with_values) == {
        "blob": ("plaintext", "a\udcff"),
        "text": ("locked", None),
        "number": ("locked", None),
    }
    assert [cookie.value_length for cookie in with_values.cookies] == [2, None, None]
    without = {cookie.name: (str(cookie.value_state), cookie.value_length) for cookie in read(path).cookies}
    assert without == {"blob": ("not_read", 2), "text": ("locked", None), "number": ("locked", None)}


def test_c5_a_value_encrypted_for_another_host_is_not_given(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        row("a", encrypted_value=encrypt("stolen", ".bank.test")),
        row("b", encrypted_value=encrypt("mine")),
    )
    reading = read(path, Values.READ)
    assert states(reading) == {"a": ("digest_mismatch", None), "b": ("decrypted", "mine")}
    assert [problem.code for problem in reading.problems] == ["values-mismatch"]


def test_c6_a_store_under_an_exclusive_lock(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a"))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    assert len(read(path).cookies) == 1
    writer.close()


def test_c7_a_row_that_stands_only_in_the_log(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a"))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    chromium.insert(writer, row("b"))
    assert [cookie.name for cookie in read(path).cookies] == ["a", "b"]
    writer.close()


def test_c8_a_hot_journal_is_rolled_back_in_memory(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", *(row(f"n{number}") for number in range(3000)))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size=2")
    writer.execute("BEGIN EXCLUSIVE")
    writer.execute("DELETE FROM cookies WHERE name < 'n29'")
    chromium.insert(writer, *(row(f"half{number}") for number in range(500)))
    assert Path(f"{path}-journal").stat().st_size > 0
    reading = read(path)
    writer.close()
    assert {cookie.name for cookie in reading.cookies} == {f"n{number}" for number in range(3000)}
    assert reading.problems == ()


def test_metadata_never_asks_for_a_key(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a", encrypted_value=encrypt("x")))
    keys = FixedKeys()
    read_chromium(chromium.found(path), Values.NO, keys)
    assert keys.asked == 0


def test_a_store_without_encrypted_values_never_asks_for_a_key(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a", value="x"), row("b", encrypted_value=b"v20" + b"x" * 40))
    keys = FixedKeys()
    read_chromium(chromium.found(path), Values.READ, keys)
    assert keys.asked == 0


def test_a_keyring_that_cannot_be_asked_is_told_only_where_a_value_stays_locked(tmp_path: Path) -> None:
    class Silent:
        def keys_for(self, store: object) -> Keys:
            return Keys(published(), problems=(Problem("no-key", "w", "/p", severity=Severity.NOTE),))

    path = store(tmp_path / "a" / "Cookies", row("a", encrypted_value=encrypt("x")))
    assert read_chromium(chromium.found(path), Values.READ, Silent()).problems == ()
    path = store(tmp_path / "b" / "Cookies", row("a", encrypted_value=encrypt("x", tag=b"v11", key=b"k" * 16)))
    problems = read_chromium(chromium.found(path), Values.READ, Silent()).problems
    assert [problem.code for problem in problems] == ["no-key", "values-locked"]


def test_without_a_key_that_fits_a_value_is_locked_not_corrupt(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a", encrypted_value=encrypt("x", tag=b"v11", key=b"k" * 16)))
    for known in ({}, {"v11": (b"z" * 16,)}):
        assert states(read(path, Values.READ, by_tag=known)) == {"a": ("locked", None)}


def test_the_second_key_is_tried_too(tmp_path: Path) -> None:
    path = store(
        tmp_path / "Cookies",
        *(row(f"n{number}", encrypted_value=encrypt("x", tag=b"v11", key=b"k" * 16)) for number in range(30)),
        row("old", encrypted_value=encrypt("y", tag=b"v11", key=b"o" * 16)),
    )
    found = states(read(path, Values.READ, by_tag={"v11": (b"o" * 16, b"k" * 16)}))
    assert found["old"] == ("decrypted", "y")
    assert found["n29"] == ("decrypted", "x")


def test_before_schema_24_there_is_no_digest(tmp_path: Path) -> None:
    path = store(tmp_path / "Cookies", row("a", encrypted_value=encrypt("x" * 40, digest=False)), version=23)
    assert states(read(path, Values.READ)) == {"a": ("decrypted", "x" * 40)}


def test_windows_values_by_gcm(tmp_path: Path) -> None:
    key, nonce = b"k" * 32, b"n" * 12
    plain = hashlib.sha256(b".shop.test").digest() + b"secret"
    cipher, tag = AES.new(key, AES.MODE_GCM, nonce=nonce).encrypt_and_digest(plain)
    path = store(
        tmp_path / "Cookies",
        row("a", encrypted_value=b"v10" + nonce + cipher + tag),
        row("b", encrypted_value=b"v10" + nonce + cipher + b"x" * 16),
        row("c", encrypted_value=b"v10short"),
    )
    reading = read_chromium(
        chromium.found(path, platform=Platform.WINDOWS), Values.READ, FixedKeys({"v10": (key,)}, gcm=True)
    )
    assert states(reading) == {"a": ("decrypted", "secret"), "b": ("corrupt", None), "c": ("corrupt", None)}


def test_a_value_that_is_not_utf8_but_proves_right_is_given(tmp_path: Path) -> None:
    plain = hashlib.sha256(b".shop.test").digest() + b"\xff\xfe"
    padded = plain + bytes([16 - len(plain) % 16]) * (16 - len(plain) % 16)
    blob = b"v10" + AES.new(derived(b"peanuts"), AES.MODE_CBC, b" " * 16).encrypt(padded)
    cookie = one(store(tmp_path / "Cookies", row("a", encrypted_value=blob)), Values.READ)
    assert cookie.value_state is ValueState.DECRYPTED
    assert cookie.value == Secret("\udcff\udcfe")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared real stores are not here")
def test_a_store_written_by_chrome_68_is_read_whole() -> None:
    path = SHARED / "Cookies-68.0.3440.106"
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    (count,) = connection.execute("SELECT count(*) FROM cookies").fetchone()
    connection.close()
    reading = read_chromium(chromium.found(path), Values.READ, FixedKeys())
    assert len(reading.cookies) == count > 0
    assert all(cookie.problems == () for cookie in reading.cookies)
    assert {problem.severity for problem in reading.problems} <= {Severity.NOTE}
