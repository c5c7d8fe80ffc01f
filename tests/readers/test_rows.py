# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import chromium

from inspector.readers.rows import Fetched, columns, fetch
from inspector.readers.snapshot import open_snapshot
from inspector.readers.stable import Unreadable


def fetched(path: Path) -> Fetched:
    with open_snapshot(path) as opened:
        return fetch(opened, "name", "cookies", str(path))


def many(path: Path, count: int) -> Path:
    return chromium.store(path, *(chromium.row(f"name-{number:04}", value="v" * 300) for number in range(count)))


def test_gives_all_rows_of_a_sound_store(tmp_path: Path) -> None:
    result = fetched(many(tmp_path / "Cookies", 10))
    assert [row[0] for row in result.rows] == [f"name-{number:04}" for number in range(10)]
    assert result.problems == ()


def test_a_damaged_page_costs_only_its_rows(tmp_path: Path) -> None:
    path = many(tmp_path / "Cookies", 400)
    data = bytearray(path.read_bytes())
    at = data.index(b"name-0200") // 4096 * 4096
    lost = {f"name-{number:04}" for number in range(400) if at <= data.index(f"name-{number:04}".encode()) < at + 4096}
    data[at : at + 4096] = b"\xff" * 4096
    path.write_bytes(data)
    result = fetched(path)
    names = [row[0] for row in result.rows]
    assert set(names) == {f"name-{number:04}" for number in range(400)} - lost
    assert len(names) == len(set(names))
    assert [problem.code for problem in result.problems] == ["store-damaged"]
    assert f"{len(names)} rows" in result.problems[0].what


def test_a_cut_off_store_gives_the_rows_that_are_left(tmp_path: Path) -> None:
    path = many(tmp_path / "Cookies", 400)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    result = fetched(path)
    assert 50 < len(result.rows) < 400
    assert result.problems


def test_text_that_is_not_utf8_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", chromium.row("good"), chromium.row("bad"))
    connection = sqlite3.connect(path)
    connection.execute("UPDATE cookies SET name = CAST(x'ff00fe41' AS TEXT) WHERE name = 'bad'")
    connection.commit()
    connection.close()
    result = fetched(path)
    assert [row[0].encode("utf-8", "surrogateescape") for row in result.rows] == [b"good", b"\xff\x00\xfeA"]
    assert result.problems == ()


def test_a_cell_beyond_reason_costs_only_itself(tmp_path: Path) -> None:
    path = chromium.store(
        tmp_path / "Cookies", chromium.row("a"), chromium.row("x" * 3_000_000), chromium.row("b"), chromium.row("c")
    )
    result = fetched(path)
    assert [row[0] for row in result.rows] == ["a", "b", "c"]
    assert result.problems


def test_tells_the_columns(tmp_path: Path) -> None:
    path = chromium.store(tmp_path / "Cookies", version=18)
    with open_snapshot(path) as opened:
        assert "last_update_utc" in columns(opened.connection, "cookies")
        assert "source_type" not in columns(opened.connection, "cookies")
        assert columns(opened.connection, "nothing") == ()


def _sample() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return many(Path(folder) / "Cookies", 60).read_bytes()


SAMPLE = _sample()


def test_damage_that_sqlite_quotes_in_its_message_is_damage_too(tmp_path: Path) -> None:
    path = tmp_path / "Cookies"
    path.write_bytes(SAMPLE.replace(b"CREATE TABLE cookies", b"CREATE \x80ABLE cookies"))
    with pytest.raises(Unreadable, match="damaged"):
        fetched(path)


def test_a_virtual_table_of_an_unknown_module_has_no_columns(tmp_path: Path) -> None:
    path = tmp_path / "Cookies"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIRTUAL TABLE cookies USING fts5(host_key, name)")
        connection.commit()
    path.write_bytes(path.read_bytes().replace(b"USING fts5(", b"USING fts9("))
    with open_snapshot(path) as snapshot:
        assert columns(snapshot.connection, "cookies") == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(16, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_no_damage_crashes_hangs_or_grows(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(SAMPLE)
    for position, value in changes:
        damaged[position] = value
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Cookies"
        path.write_bytes(damaged)
        try:
            result = fetched(path)
        except Unreadable:
            return
    assert len(result.rows) <= len(SAMPLE) // 16 + 1
