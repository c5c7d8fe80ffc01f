# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import shutil
import sqlite3
import struct
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.readers import journal


def crashed(folder: Path, committed: int, pending: int, page_size: int, vacuum: bool) -> tuple[bytes, bytes]:
    """The files of a store whose program died in a transaction that had already spilled into the database."""
    path = folder / "db"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute(f"PRAGMA page_size={page_size}")
    writer.execute("CREATE TABLE t(k INTEGER PRIMARY KEY, v TEXT)")
    writer.execute("BEGIN")
    writer.executemany("INSERT INTO t VALUES(?, ?)", ((key, f"value {key} " * 9) for key in range(committed)))
    writer.execute("COMMIT")
    writer.execute("PRAGMA cache_size=2")  # spill early
    writer.execute("BEGIN IMMEDIATE")
    if vacuum:
        writer.execute("DELETE FROM t WHERE k % 2")
    writer.execute("UPDATE t SET v = 'changed' || v WHERE k % 3 = 0")
    writer.executemany("INSERT INTO t VALUES(?, ?)", ((10_000 + key, "new " * 20) for key in range(pending)))
    hot = Path(f"{path}-journal")
    copy = folder / "copy"
    shutil.copy(path, copy)
    log = hot.read_bytes() if hot.exists() else b""
    writer.close()
    return copy.read_bytes(), log


def rows_of(image: bytes | bytearray) -> list[tuple[int, str]]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(image))
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = connection.execute("SELECT k, v FROM t ORDER BY k").fetchall()
    connection.close()
    return rows


def sqlite_rolls_back(database: bytes, log: bytes) -> list[tuple[int, str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "db"
        path.write_bytes(database)
        Path(f"{path}-journal").write_bytes(log)
        connection = sqlite3.connect(path)
        rows = connection.execute("SELECT k, v FROM t ORDER BY k").fetchall()
        connection.close()
    return rows


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 400), st.integers(0, 400), st.sampled_from([512, 1024, 4096]), st.booleans())
def test_rolls_back_exactly_as_sqlite_does(committed: int, pending: int, page_size: int, vacuum: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database, log = crashed(Path(folder), committed, pending, page_size, vacuum)
    image = journal.rolled_back(database, log)
    rows = rows_of(image)
    if log:
        assert len(image) == int.from_bytes(log[16:20], "big") * page_size  # what the transaction added is gone
    assert rows == sqlite_rolls_back(database, log)
    assert rows == [(key, f"value {key} " * 9) for key in range(committed)]


def test_a_record_cut_off_ends_the_roll_back_as_in_sqlite(tmp_path: Path) -> None:
    database, log = crashed(tmp_path, 300, 300, 1024, False)
    for missing in (1, 10, 700):  # the last section was not synced yet, so the database does not depend on it
        cut = log[: len(log) - missing]
        assert rows_of(journal.rolled_back(database, cut)) == sqlite_rolls_back(database, cut)


def test_a_finished_transaction_is_left_alone(tmp_path: Path) -> None:
    database, log = crashed(tmp_path, 10, 10, 1024, False)
    for not_hot in (b"", b"\0" * 28 + log[28:], b"rubbish" * 100):
        assert journal.rolled_back(database, not_hot) is database


def test_names_its_super_journal() -> None:
    name = b"/tmp/db-mj0123"
    tail = name + struct.pack(">2I", len(name), sum(name)) + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    assert journal.super_journal(b"\0" * 100 + tail) == "/tmp/db-mj0123"
    assert journal.super_journal(b"\0" * 100 + tail[:-1] + b"x") is None
    assert journal.super_journal(b"short") is None


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_bytes_crash_it_or_make_it_grow(data: st.DataObject) -> None:
    log = bytearray(SAMPLE[1])
    for position, value in data.draw(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=6)):
        log[position] = value
    image = journal.rolled_back(SAMPLE[0], bytes(log[: data.draw(st.integers(0, len(log)))]))
    assert len(image) <= len(SAMPLE[0]) + len(log) + 65536


def _sample() -> tuple[bytes, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        return crashed(Path(folder), 40, 40, 512, True)


SAMPLE = _sample()
