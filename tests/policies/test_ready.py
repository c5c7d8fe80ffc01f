# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Patterns from the table are the patterns that the interpreter compiles; without the table they are compiled."""

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make.ready import Asked, compile_program

from inspector.policies import ready as room
from inspector.policies.ready import FILE, Program, known_programs, pack, program_key, ready, unpack

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "resources" / FILE
NEW_ALLOWED = 0.1  # of the patterns may be younger than the table: they are slower, not wrong
HINT = "UPDATE_SNAPSHOTS=1 pytest tests/policies/test_ready.py writes the table anew"
SOURCES = (r"(?P<word>[a-zé]+)\s(?P<rest>.*)", r"(?i)no(?:ne)?", r"a{2,}+", r"[^\W\d_]{1,4}", r"(a)|(?<=b)c", "")


@cache
def asked_for() -> tuple[Asked, ...]:
    """Every pattern of the policies' room, and the flags it is compiled with."""
    search = os.pathsep.join((str(ROOT / "tests"), str(ROOT)))
    script = [sys.executable, "-m", "make.ready"]
    done = subprocess.run(script, env=os.environ | {"PYTHONPATH": search}, capture_output=True, text=True, check=True)
    return tuple((source, flags) for source, flags in json.loads(done.stdout))


def test_the_table_is_what_the_interpreter_compiles() -> None:
    made = {program_key(*asked): compile_program(*asked) for asked in asked_for()}
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        TABLE.write_bytes(pack(made.items()))
        known_programs.cache_clear()
    elif not TABLE.exists():
        pytest.skip(f"there is no table for this interpreter; {HINT}")
    known = known_programs()
    wrong = [key for key, program in made.items() if known.get(key, program) != program]
    assert not wrong, HINT
    new = made.keys() - known.keys()
    assert len(new) <= NEW_ALLOWED * len(made), f"{len(new)} patterns are not in the table yet; {HINT}"


@pytest.fixture
def only_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of :data:`SOURCES`, and an interpreter that compiles nothing."""
    table = {program_key(source, 0): compile_program(source, 0) for source in SOURCES}
    monkeypatch.setattr(room, "known_programs", lambda: unpack(pack(table.items())))
    monkeypatch.setattr(room.re, "compile", lambda *asked: pytest.fail(f"compiled {asked}"))


@pytest.mark.parametrize("source", SOURCES)
def test_a_pattern_of_the_table_is_the_compiled_one(source: str, only_known: None) -> None:
    found = ready(source)
    expected = re._compiler.compile(source)  # type: ignore[attr-defined]
    assert found == expected  # compares flags, source and every number
    assert (found.groups, found.groupindex) == (expected.groups, expected.groupindex)
    for text in ("one two", "NONE", "aaa bc", ""):
        assert [match.groupdict() for match in found.finditer(text)] == [
            match.groupdict() for match in expected.finditer(text)
        ]


def test_flags_are_part_of_what_is_asked_for() -> None:
    assert program_key("a", 0) != program_key("a", re.IGNORECASE)
    assert ready("late", re.IGNORECASE).search("LATE") is not None


def test_what_the_table_does_not_know_is_compiled() -> None:
    assert ready("(?P<never>asked for)").search("asked for") is not None


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"[]\nxx", b'[["a",0,0,{},9]]\n'])
def test_a_damaged_table_only_costs_time(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_bytes(data)
    monkeypatch.setattr(room, "resources_folder", lambda: tmp_path)
    known_programs.cache_clear()
    try:
        assert ready("cookies?").search("a cookie") is not None
    finally:
        known_programs.cache_clear()


@given(st.binary(max_size=64).map(lambda code: code[: len(code) // 4 * 4]), st.integers(0, 3))
def test_numbers_that_are_no_pattern_are_not_taken(code: bytes, groups: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "known_programs", lambda: {program_key("x", 0): Program(0, groups, {}, code)})
        assert ready("x").pattern == "x"
