# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.readers import wal

Operations = list[tuple[str, int, int, bool]]

operations = st.lists(
    st.tuples(
        st.sampled_from(["insert", "update", "delete", "checkpoint", "vacuum"]),
        st.integers(0, 60),
        st.integers(0, 3000),
        st.booleans(),
    ),
    max_size=25,
)


def perform(connection: sqlite3.Connection, steps: Operations) -> None:
    connection.execute("BEGIN")
    for kind, key, size, commit in steps:
        if kind == "insert":
            connection.execute("INSERT OR REPLACE INTO t VALUES(?, ?)", (key, "x" * size))
        elif kind == "update":
            connection.execute("UPDATE t SET v = ? WHERE k <= ?", ("y" * (size % 50), key))
        elif kind == "delete":
            connection.execute("DELETE FROM t WHERE k >= ?", (key,))
        elif commit:
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)" if kind == "checkpoint" else "VACUUM")
            connection.execute("BEGIN")
        if commit:
            connection.execute("COMMIT")
            connection.execute("BEGIN")


def rows_of(image: bytes | bytearray) -> list[tuple[int, str]]:
    data = bytearray(image)
    data[18:20] = b"\x01\x01"
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(data))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = connection.execute("SELECT k, v FROM t ORDER BY k").fetchall()
    connection.close()
    return rows


@settings(max_examples=60, deadline=None)
@given(operations, st.sampled_from([512, 1024, 4096, 32768]))
def test_replay_gives_what_another_reader_sees(steps: Operations, page_size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "db"
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute(f"PRAGMA page_size={page_size}")
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("PRAGMA wal_autocheckpoint=7")
        writer.execute("CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT)")
        perform(writer, steps)
        reader = sqlite3.connect(path)
        expected = reader.execute("SELECT k, v FROM t ORDER BY k").fetchall()
        database, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
        reader.close()
        writer.close()
    assert rows_of(wal.applied(database, log)) == expected


@pytest.fixture
def written(tmp_path: Path) -> tuple[bytes, bytes]:
    path = tmp_path / "db"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT)")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for key in range(5):
        writer.execute("INSERT INTO t VALUES(?, ?)", (key, "v" * 10))
    result = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    writer.close()
    return result


def test_a_frame_with_a_wrong_checksum_ends_the_log(written: tuple[bytes, bytes]) -> None:
    database, log = written
    frame = (len(log) - wal.HEADER) // 5
    damaged = bytearray(log)
    damaged[wal.HEADER + 3 * frame + 100] ^= 1  # in the fourth transaction
    assert [key for key, _ in rows_of(wal.applied(database, bytes(damaged)))] == [0, 1, 2]


def test_a_log_cut_off_in_a_transaction_gives_those_before(written: tuple[bytes, bytes]) -> None:
    database, log = written
    assert [key for key, _ in rows_of(wal.applied(database, log[:-10]))] == [0, 1, 2, 3]


def test_an_unfinished_transaction_that_stands_in_the_log_already_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "db"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("PRAGMA wal_autocheckpoint=0")
    writer.execute("CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT)")
    writer.execute("INSERT INTO t VALUES(1, 'done')")
    before = Path(f"{path}-wal").stat().st_size
    writer.execute("PRAGMA cache_size=2")  # spill early
    writer.execute("BEGIN")
    writer.executemany("INSERT INTO t VALUES(?, ?)", ((key, "half" * 200) for key in range(2, 200)))
    database, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    writer.close()
    assert len(log) > before
    assert rows_of(wal.applied(database, log)) == [(1, "done")]


def test_frames_of_an_earlier_log_are_not_replayed(written: tuple[bytes, bytes]) -> None:
    database, log = written
    damaged = bytearray(log)
    damaged[wal.HEADER + 8] ^= 0xFF  # first frame's salt
    assert wal.committed(bytes(damaged)) is None
    assert wal.applied(database, bytes(damaged)) is database


@pytest.mark.parametrize("data", [b"", b"x", b"\0" * 32, b"\x37\x7f\x06\x82" + b"\xff" * 60])
def test_what_is_no_log_changes_nothing(data: bytes) -> None:
    assert wal.applied(b"database", data) == b"database"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_bytes_crash_it_or_make_it_grow(data: st.DataObject) -> None:
    log = bytearray(SAMPLE)
    for position, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(log) - 1), st.integers(0, 255)), max_size=6)
    ):
        log[position] = value
    cut = data.draw(st.integers(0, len(log)))
    image = wal.applied(b"\0" * 4096, bytes(log[:cut]))
    assert len(image) <= 4096 + len(log) + 65536


def _sample() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "db"
        writer = sqlite3.connect(path, isolation_level=None)
        writer.execute("PRAGMA page_size=512")
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT)")
        log = Path(f"{path}-wal").read_bytes()
        writer.close()
    return log


SAMPLE = _sample()
