# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Stores of browsers: databases with log and journal, Safari's file, and what lies beside them in a profile."""

import sqlite3
import struct
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from fuzz.mutation import NUMBERS, RAW, TEXTS, odd_json
from fuzz.target import Target
from fuzz.targets.promises import keeps, written
from hypothesis import strategies as st
from make import chromium, firefox, homes, safari

from inspector.core.computer import Platform
from inspector.core.reading import Values
from inspector.readers.browsers.chromium import read_chromium
from inspector.readers.browsers.containers import read_names
from inspector.readers.browsers.firefox import read_firefox
from inspector.readers.browsers.mozlz4 import unpack
from inspector.readers.browsers.origin_attributes import Isolations, parse_partition_key
from inspector.readers.browsers.safari import read_safari
from inspector.readers.profiles.discovery import discover
from inspector.readers.profiles.sniffing import sniff
from inspector.readers.snapshot import open_snapshot
from inspector.readers.stable import Unreadable

_SQL: Final = (
    b"SQLite format 3\0",
    b"CREATE TABLE cookies(",
    b"CREATE VIEW cookies AS SELECT",
    b"host_key",
    b"GENERATED",
)


def _bytes_of(make: Callable[[Path], Path]) -> bytes:
    with TemporaryDirectory() as folder:
        return make(Path(folder)).read_bytes()


@cache
def _chromium() -> tuple[bytes, ...]:
    rows = (
        chromium.row("a", encrypted_value=chromium.encrypt("v4lue")),
        chromium.row("b", "shop.test", top_frame_site_key="https://news.test", is_persistent=0),
    )
    return tuple(
        _bytes_of(lambda folder, version=version: chromium.store(folder / "Cookies", *rows, version=version))
        for version in (24, 18, 5)
    )


@cache
def _firefox() -> tuple[bytes, ...]:
    rows = (
        firefox.row("a", value="f0x", originAttributes="^userContextId=2&partitionKey=%28https%2Cnews.test%29"),
        firefox.row("b", "www.shop.test"),
    )
    return tuple(
        _bytes_of(lambda folder, version=version: firefox.store(folder, *rows, version=version))
        for version in (17, 15, 9, 5)
    )


def _cell() -> st.SearchStrategy[Any]:
    numbers = [number for number in NUMBERS if -(2**63) <= number < 2**63]
    texts = [text for text in TEXTS if len(text) < 300]
    return st.one_of(
        st.none(),
        st.sampled_from(numbers),
        st.floats(),
        st.sampled_from(texts),
        st.sampled_from(RAW),
        st.binary(max_size=40),
    )


@st.composite
def _odd_rows(draw: st.DrawFn, samples: Callable[[], Sequence[bytes]], table: str) -> bytes:
    """A whole database of which cells, the schema or the table's name are not what a browser writes."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(draw(st.sampled_from(samples())))
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        database.execute("PRAGMA ignore_check_constraints=ON")
        for _ in range(draw(st.integers(1, 5))):
            column = draw(st.sampled_from(columns))
            try:
                if draw(st.integers(0, 12)) == 0:
                    database.execute(f'ALTER TABLE {table} RENAME COLUMN "{column}" TO "x{draw(st.integers(0, 99))}"')
                    columns.remove(column)
                else:
                    database.execute(
                        f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (draw(_cell()), draw(st.integers(1, 2)))
                    )
            except sqlite3.Error:  # NOT NULL, unique: as it is
                continue
        database.commit()
        return database.serialize()


def _read_chromium(data: bytes, folder: Path) -> None:
    path = written(folder, "Cookies", data)
    keeps(read_chromium(chromium.found(path), Values.READ, chromium.FixedKeys()))


def _read_firefox(data: bytes, folder: Path) -> None:
    path = written(folder, "cookies.sqlite", data)
    keeps(read_firefox(firefox.found(path), Values.READ, firefox.NoKeys()))


def _with_log(mode: str) -> tuple[bytes, bytes]:
    """A database and its unfinished log or journal, as they lie there while a browser writes."""
    with TemporaryDirectory() as made:
        path = chromium.store(Path(made) / "Cookies", chromium.row("a"))
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute(f"PRAGMA journal_mode={mode}")
            database.execute("PRAGMA cache_size=1")
            database.execute("BEGIN")
            chromium.insert(database, *(chromium.row(f"n{number}", path="/" + "x" * 300) for number in range(30)))
            if mode == "WAL":
                database.execute("COMMIT")
            return path.read_bytes(), Path(f"{path}{'-wal' if mode == 'WAL' else '-journal'}").read_bytes()


@cache
def _logged(mode: str) -> tuple[bytes, bytes]:
    return _with_log(mode)


def _read_beside(mode: str, data: bytes, folder: Path) -> None:
    """The database is whole; what lies beside it is the input."""
    path = written(folder, "Cookies", _logged(mode)[0])
    written(folder, "Cookies-wal" if mode == "WAL" else "Cookies-journal", data)
    keeps(read_chromium(chromium.found(path), Values.NO, chromium.FixedKeys()))


def _snapshot(data: bytes, folder: Path) -> None:
    """Database and log are both the input: the first two bytes say where one ends."""
    cut = int.from_bytes(data[:2], "big") * 16
    path = written(folder, "store", data[2 : 2 + cut])
    written(folder, "store-wal", data[2 + cut :])
    with open_snapshot(path) as opened:
        assert isinstance(opened.tables, frozenset)


def _snapshots() -> Sequence[bytes]:
    database, log = _logged("WAL")
    return [struct.pack(">H", len(database) // 16) + database + log]


@cache
def _safari() -> tuple[bytes, ...]:
    made = (
        safari.Made(),
        safari.Made(b"www.shop.test", b"lang", port=8080, flags=5),
        safari.Made(value=b"", expires=0.0),
    )
    return (safari.file(safari.page(*made)), safari.file(*map(safari.page, made)))


@st.composite
def _odd_safari(draw: st.DrawFn) -> bytes:
    text = st.one_of(
        st.binary(max_size=12), st.sampled_from(TEXTS).map(lambda held: held.encode("utf-8", "surrogatepass"))
    )
    offset = st.one_of(st.integers(0, 200), st.sampled_from((2**31, 2**32 - 1)))
    cookies = [
        safari.Made(
            draw(text),
            draw(text),
            draw(text),
            draw(text),
            draw(st.integers(0, 2**32 - 1)),
            draw(st.floats()),
            draw(st.floats()),
            draw(st.none() | st.integers(0, 65535)),
            tuple(draw(st.permutations(safari.ORDER))),
            tuple(draw(st.dictionaries(st.sampled_from(safari.ORDER), offset, max_size=1)).items()),
            draw(st.none() | offset),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    return safari.file(*map(safari.page, cookies))


def _read_safari(data: bytes, folder: Path) -> None:
    keeps(read_safari(safari.found(written(folder, "Cookies.binarycookies", data)), Values.READ, firefox.NoKeys()))


_SESSION: Final = b'{"version":["sessionrestore",1],"windows":[{"tabs":[]}],"cookies":[{"host":"shop.test","name":"a","value":"b","path":"/","originAttributes":{"userContextId":2,"partitionKey":"(https,news.test)"},"schemeMap":2},{"host":".x.test","value":"","secure":true,"sameSite":1}]}'


def _session(data: bytes, folder: Path) -> None:
    """The text of a session file is the input; the compressed form around it is whole."""
    written(folder, "sessionstore-backups/recovery.jsonlz4", firefox.mozlz4(data))
    path = written(folder, "cookies.sqlite", _firefox()[0])
    keeps(read_firefox(firefox.found(path), Values.READ, firefox.NoKeys()))


def _unpack(data: bytes, folder: Path) -> None:
    written(folder, "sessionstore-backups/recovery.jsonlz4", data)
    path = written(folder, "cookies.sqlite", _firefox()[0])
    keeps(read_firefox(firefox.found(path), Values.READ, firefox.NoKeys()))
    unpack(data)


_CONTAINERS: Final = b'{"version":5,"lastUserContextId":6,"identities":[{"userContextId":1,"l10nId":"user-context-personal"},{"userContextId":6,"name":"Bank","public":true}]}'


def _containers(data: bytes, folder: Path) -> None:
    written(folder, "containers.json", data)
    names, problems = read_names(folder)
    assert all(isinstance(key, int) and name for key, name in names.items())
    assert all(problem.what for problem in problems)


_ATTRIBUTES: Final = (
    b"^userContextId=2",
    b"^partitionKey=%28https%2Cnews.test%29",
    b"^partitionKey=%28https%2Cnews.test%2Cf%29&userContextId=1",
    b"^firstPartyDomain=a.test&privateBrowsingId=1",
    b"^partitionKey=(http,[::1],8080)",
    b"^geckoViewSessionContextId=a",
)


def _attributes(data: bytes, folder: Path) -> None:
    text = data.decode("utf-8", "surrogateescape")
    for known in (True, False):
        held = Isolations({2: "Bank"}, known)
        assert held[text] == held[text]
        parse_partition_key(text, known)


_INI: Final = b"[Profile0]\nName=me\nIsRelative=1\nPath=Profiles/x.default\nDefault=1\n\n[Install1]\nDefault=Profiles/x.default\nLocked=1\n"
_STATE: Final = b'{"profile":{"info_cache":{"Default":{"name":"Me","gaia_name":"G"},"Profile 1":{"name":"Work"}}}}'


def _homes(data: bytes, folder: Path) -> None:
    """The lists of profiles of both families are the input."""
    written(folder, ".mozilla/firefox/profiles.ini", data)
    written(folder, ".config/google-chrome/Local State", data)
    for profile in (".mozilla/firefox/Profiles/x.default/cookies.sqlite", ".config/google-chrome/Default/Cookies"):
        (folder / profile).parent.mkdir(parents=True, exist_ok=True)
        (folder / profile).touch()
    found = discover(homes.computer(folder, Platform.LINUX))
    assert all(browser.name for browser in found.browsers)
    assert all(problem.what for problem in found.problems)


def _sniff(data: bytes, folder: Path) -> None:
    stores, problems = sniff(written(folder, "store", data), homes.computer(folder, Platform.LINUX))
    assert stores or problems, "silent"


STORES: Final = (
    Target(
        "chromium",
        "Cookies of Chromium and its kin",
        _chromium,
        _read_chromium,
        _SQL,
        partial(_odd_rows, _chromium, "cookies"),
    ),
    Target(
        "firefox",
        "cookies.sqlite of Firefox",
        _firefox,
        _read_firefox,
        _SQL,
        partial(_odd_rows, _firefox, "moz_cookies"),
    ),
    Target("wal", "a write-ahead log beside a database", lambda: [_logged("WAL")[1]], partial(_read_beside, "WAL")),
    Target(
        "journal",
        "a rollback journal beside a database",
        lambda: [_logged("DELETE")[1]],
        partial(_read_beside, "DELETE"),
    ),
    Target("snapshot", "a database and its log, both damaged", _snapshots, _snapshot, refusals=(Unreadable,)),
    Target("safari", "Cookies.binarycookies of Safari", _safari, _read_safari, (b"cook", safari.FOOTER), _odd_safari),
    Target(
        "session",
        "the JSON of Firefox's session files",
        lambda: [_SESSION],
        _session,
        (b'"originAttributes":', b'"cookies":'),
        lambda: odd_json([_SESSION]),
    ),
    Target(
        "mozlz4",
        "Firefox's compressed form",
        lambda: [firefox.mozlz4(_SESSION), firefox.mozlz4(b"{}" * 900)],
        _unpack,
        (b"mozLz40\0",),
        refusals=(ValueError,),
    ),
    Target(
        "containers",
        "containers.json of Firefox",
        lambda: [_CONTAINERS],
        _containers,
        (),
        lambda: odd_json([_CONTAINERS]),
    ),
    Target(
        "origin-attributes",
        "Firefox's suffixes and partition keys",
        lambda: list(_ATTRIBUTES),
        _attributes,
        (b"^", b"&", b"%28", b"%2C", b"partitionKey="),
    ),
    Target(
        "profiles",
        "profiles.ini and Local State",
        lambda: [_INI, _STATE],
        _homes,
        (b"[Profile1]", b"Path=", b"IsRelative=0", b"/"),
        lambda: odd_json([_STATE]),
    ),
    Target(
        "sniffing",
        "any file that is said to be a store",
        lambda: [*_chromium()[:1], *_firefox()[:1], *_safari()[:1]],
        _sniff,
    ),
)
