# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's profiles: from every list that Firefox keeps, and from the disk."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import homes

from inspector.core.computer import Platform
from inspector.readers.api import FoundProfile
from inspector.readers.profiles import firefox
from inspector.readers.profiles.folders import Notes
from inspector.readers.profiles.places import BROWSERS


def profiles(root: Path, notes: Notes | None = None) -> tuple[FoundProfile, ...]:
    return firefox.profiles(root, BROWSERS["firefox"], Platform.LINUX, Notes() if notes is None else notes)


def named(found: tuple[FoundProfile, ...]) -> list[tuple[str, str | None, int]]:
    return [(profile.directory.name, profile.name, len(profile.stores)) for profile in found]


def group(root: Path, *rows: tuple[object, object], table: str = "Profiles") -> Path:
    path = root / "Profile Groups" / "3f2a1b.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"CREATE TABLE {table}(id INTEGER PRIMARY KEY, path TEXT, name TEXT, avatar TEXT)")
        connection.executemany(f"INSERT INTO {table}(path, name) VALUES(?, ?)", rows)
        connection.commit()
    return path


INI = """[Install4F96D1932A9F858E]
Default=aaa.default
Locked=1

[Install308046B0AF4A39CB]
Default=Profiles/bbb.dev

[Profile1]
Name=default
IsRelative=1
Path=aaa.default
Default=1

[Profile0]
Name=Ümläut
IsRelative=0
Path={elsewhere}

[General]
StartWithLastProfile=1
Version=2
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_list_and_every_encoding(tmp_path: Path, encoding: str, newline: str) -> None:
    root, elsewhere = tmp_path / "firefox", tmp_path / "else where" / "ccc.own"
    for folder in (root / "aaa.default", root / "Profiles" / "bbb.dev", elsewhere, root / "ddd.lying"):
        homes.moz_cookies(folder / "cookies.sqlite")
    text = INI.format(elsewhere=elsewhere).replace("\n", newline)
    (root / "profiles.ini").write_bytes(text.encode(encoding))
    assert named(profiles(root)) == [
        ("aaa.default", "default", 1),
        ("bbb.dev", None, 1),
        ("ccc.own", "Ümläut", 1),
        ("ddd.lying", None, 1),
    ]


def test_installs_ini_alone(tmp_path: Path) -> None:
    (tmp_path / "installs.ini").write_text("[4F96D1932A9F858E]\nDefault=deep/er/aaa.default\n")
    homes.moz_cookies(tmp_path / "deep" / "er" / "aaa.default" / "cookies.sqlite")
    assert named(profiles(tmp_path)) == [("aaa.default", None, 1)]


def test_profiles_of_a_group_have_the_names_that_the_person_gave(tmp_path: Path) -> None:
    homes.firefox(tmp_path)
    homes.moz_cookies(tmp_path / "Profiles" / "ggg.new" / "cookies.sqlite")
    group(tmp_path, ("Profiles/ggg.new", "Holiday"), ("Profiles/abc1.default-release", "Original"), (b"\xff", 7))
    assert named(profiles(tmp_path)) == [
        ("abc1.default-release", "Original", 1),
        ("ggg.new", "Holiday", 1),
        ("zzz2.found", None, 1),
    ]


def test_a_listed_profile_never_used_or_gone(tmp_path: Path) -> None:
    used = tmp_path / "used.once"
    used.mkdir()
    (used / "times.json").write_text("{}")
    (tmp_path / "profiles.ini").write_text("[Profile0]\nName=a\nPath=used.once\n[Profile1]\nName=b\nPath=gone\n")
    assert named(profiles(tmp_path)) == [("used.once", "a", 0)]


def test_a_windows_path_of_a_copied_profile_leads_nowhere_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "profiles.ini").write_text("[Profile0]\nName=a\nIsRelative=0\nPath=C:\\Users\\me\\x\n")
    homes.moz_cookies(tmp_path / "Profiles" / "back.slash" / "cookies.sqlite")
    (tmp_path / "installs.ini").write_text("[A]\nDefault=Profiles\\back.slash\n")
    assert named(profiles(tmp_path)) == [("back.slash", None, 1)]


BROKEN = {
    "empty": b"",
    "binary": bytes(range(256)) * 50,
    "no header": b"Path=nowhere\nName",
    "loops": b"[Profile0]\nPath=.\n[Profile1]\nPath=./.\n[Profile2]\nPath=loop\n[Profile3]\nPath=../../../../..\n",
    "nul": b"[Profile0]\nPath=a\0b\nName=x\n",
    "half of UTF-16": b"\xff\xfe[\x00P",
    "very many": b"".join(b"[Profile%d]\nPath=p%d\n" % (index, index) for index in range(20_000)),
    "long line": b"[Profile0]\nPath=" + b"x" * 500_000 + b"\n",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_broken_lists_do_not_stop_the_scan(tmp_path: Path, data: bytes) -> None:
    homes.firefox(tmp_path, data)
    (tmp_path / "loop").symlink_to("loop")
    found = {profile.directory.name for profile in profiles(tmp_path)}
    assert {"zzz2.found", "abc1.default-release"} <= found or len(data) > 200_000


def test_a_list_with_very_many_profiles_does_not_hide_those_that_are_there(tmp_path: Path) -> None:
    homes.firefox(tmp_path, BROKEN["very many"])
    assert {name for name, _, stores in named(profiles(tmp_path)) if stores} == {"zzz2.found", "abc1.default-release"}


@pytest.mark.parametrize("kind", ["folder", "fifo", "huge"])
def test_lists_that_are_no_small_files_are_problems(tmp_path: Path, kind: str) -> None:
    homes.firefox(tmp_path)
    path = tmp_path / "profiles.ini"
    path.unlink()
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    else:
        with path.open("wb") as file:
            file.truncate(1 << 30)
    notes = Notes()
    assert len(profiles(tmp_path, notes)) == 2
    assert [(problem.code, problem.where) for problem in notes.problems] == [("profile-list-unreadable", str(path))]


@pytest.mark.parametrize("data", [b"", b"no database at all", b"SQLite format 3\0" + bytes(100)])
def test_a_broken_group_is_a_problem(tmp_path: Path, data: bytes) -> None:
    homes.firefox(tmp_path)
    group(tmp_path).write_bytes(data)
    notes = Notes()
    assert len(profiles(tmp_path, notes)) == 2
    assert [problem.code for problem in notes.problems] == ["profile-list-unreadable"]


def test_a_group_of_another_schema(tmp_path: Path) -> None:
    homes.firefox(tmp_path)
    group(tmp_path, table="Others")
    assert len(profiles(tmp_path)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200) | st.text("[]=\n\0./\\ProfilePathName01é", max_size=80).map(str.encode))
def test_any_list_is_survived(tmp_path: Path, data: bytes) -> None:
    if not (tmp_path / "zzz2.found").exists():
        homes.firefox(tmp_path)
    (tmp_path / "profiles.ini").write_bytes(data)
    assert {"zzz2.found", "abc1.default-release"} <= {profile.directory.name for profile in profiles(tmp_path)}
