# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import os
import shutil
import sqlite3
import struct
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from make import chromium
from make.untouched import untouched

from inspector.readers import snapshot, stable
from inspector.readers.snapshot import open_snapshot
from inspector.readers.stable import Unreadable


def names(path: Path) -> list[str]:
    with open_snapshot(path) as opened:
        return [row[0] for row in opened.connection.execute("SELECT name FROM cookies ORDER BY name")]


def problem_of(path: Path) -> str:
    with pytest.raises(Unreadable) as caught, open_snapshot(path):
        pass
    return caught.value.problem.code


def test_reads_a_store_without_a_trace(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    with untouched(tmp_path):
        assert names(path) == ["a"]


def test_sees_what_stands_only_in_the_log_of_a_running_browser(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("old"))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    chromium.insert(writer, chromium.row("fresh"))
    assert b"fresh" not in path.read_bytes()
    with untouched(tmp_path):
        assert names(path) == ["fresh", "old"]
    writer.close()


def test_does_not_see_an_unfinished_transaction(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", *(chromium.row(f"n{number}") for number in range(54)))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size=2")
    writer.execute("BEGIN EXCLUSIVE")
    chromium.insert(writer, *(chromium.row(f"new{number}") for number in range(3000)))
    assert Path(f"{path}-journal").stat().st_size > 0
    with untouched(tmp_path):
        assert len(names(path)) == 54
    writer.close()


def test_a_locked_store_is_read_without_waiting(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    assert names(path) == ["a"]
    assert time.monotonic() - started < 2  # SQLite itself would wait five seconds for the lock
    writer.close()


def test_a_store_written_all_the_time_is_always_read_consistent(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies")
    stop = threading.Event()

    def write() -> None:
        writer = sqlite3.connect(path, isolation_level=None)
        for round_ in range(10_000):
            if stop.is_set():
                break
            writer.execute("BEGIN")
            writer.execute("DELETE FROM cookies")
            chromium.insert(writer, *(chromium.row(f"{round_}-{number}") for number in range(20)))
            writer.execute("COMMIT")
            time.sleep(0.02)
        writer.close()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        seen = []
        for _ in range(40):
            with suppress(Unreadable):  # it may change faster than it can be read
                seen.append(names(path))
    finally:
        stop.set()
        thread.join()
    assert seen
    for found in seen:
        assert len({name.split("-")[0] for name in found}) <= 1
        assert len(found) in (0, 20)


def test_a_sparse_tail_is_not_read(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    with path.open("r+b") as file:
        file.truncate(2**30)
    assert names(path) == ["a"]
    assert len(snapshot.load(path).data) < 100_000


def test_a_size_in_the_header_that_sqlite_would_not_trust_is_not_trusted(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", *(chromium.row(f"n{number:03}") for number in range(200)))
    data = bytearray(path.read_bytes())
    data[28:32] = struct.pack(">I", 2)
    data[92:96] = struct.pack(">I", 7)  # written by a SQLite before 3.7, which did not keep the size
    path.write_bytes(data)
    assert len(names(path)) == 200


def test_a_sparse_file_of_nothing_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "Cookies"
    with path.open("wb") as file:
        file.truncate(2**30)
    assert problem_of(path) == "not-a-database"


def test_what_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text").write_bytes(b"SQLite format 2\0" + b"x" * 5000)
    (tmp_path / "head").write_bytes(snapshot.MAGIC)
    (tmp_path / "noise").write_bytes(snapshot.MAGIC + os.urandom(5000))
    assert problem_of(tmp_path / "empty") == "empty-file"
    assert problem_of(tmp_path / "text") == "not-a-database"
    assert problem_of(tmp_path / "head") == "database-damaged"
    assert problem_of(tmp_path / "noise") == "database-damaged"
    assert problem_of(tmp_path) == "not-a-file"


def test_a_hostile_page_count_is_bounded(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    data = bytearray(path.read_bytes())
    data[28:32] = struct.pack(">I", 0xFFFFFFFF)
    path.write_bytes(data)
    assert len(snapshot.load(path).data) == len(data)


def test_views_and_triggers_are_not_tables(tmp_path: Path) -> None:
    path = tmp_path / "Cookies"
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE VIEW cookies AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS name FROM r"
    )
    connection.commit()
    connection.close()
    with open_snapshot(path) as opened:
        assert "cookies" not in opened.tables


def test_a_query_that_never_ends_is_stopped(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    with open_snapshot(path) as opened, pytest.raises(sqlite3.OperationalError, match="interrupted"):
        opened.connection.execute(
            "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"
        ).fetchone()


def test_a_store_on_a_read_only_medium(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "p" / "Cookies", chromium.row("a"))
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert names(path) == ["a"]
    finally:
        path.parent.chmod(0o700)


def test_a_link_to_a_store_is_followed(tmp_path: Path) -> None:
    chromium.store(tmp_path / "real" / "Cookies", chromium.row("a"))
    (tmp_path / "link").symlink_to(tmp_path / "real" / "Cookies")
    assert names(tmp_path / "link") == ["a"]


def test_log_and_journal_lie_beside_what_a_link_leads_to(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "profile" / "Cookies", chromium.row("a"))
    link = tmp_path / "link"
    link.symlink_to(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA journal_mode=WAL")
    chromium.insert(writer, chromium.row("b"))
    assert names(link) == ["a", "b"]
    writer.close()


def test_a_journal_whose_super_journal_is_gone_does_not_count(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", *(chromium.row(f"n{number}") for number in range(400)))
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size=2")
    writer.execute("BEGIN EXCLUSIVE")
    writer.execute("UPDATE cookies SET name = upper(name)")
    chromium.insert(writer, *(chromium.row(f"new{number}") for number in range(2000)))
    copy = tmp_path / "copy"
    shutil.copy(path, copy)
    hot = Path(f"{path}-journal").read_bytes()
    writer.close()
    name = str(tmp_path / "gone-mj01").encode()
    mark = name + struct.pack(">2I", len(name), sum(name)) + hot[:8]
    Path(f"{copy}-journal").write_bytes(hot + mark)
    assert b"N101" in snapshot.load(copy).data
    Path(name.decode()).write_bytes(b"")
    assert b"N101" not in snapshot.load(copy).data


def test_a_log_that_is_too_large_is_refused_not_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("a"))
    monkeypatch.setattr(snapshot, "WAL_LIMIT", 10)
    Path(f"{path}-wal").write_bytes(b"x" * 11)
    assert problem_of(path) == "too-large"


def test_pauses_between_attempts_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    for attempt in range(stable.ATTEMPTS):
        stable.pause(attempt)
    assert waited == sorted(waited)
    assert sum(waited) < 1
