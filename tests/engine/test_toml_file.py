# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""TOML from a stranger's project: read, or refused with a reason, in little time and memory."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.engine.toml_file import parse_toml, read_toml_bytes


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (".".join("a" * 50_000) + " = 1", "a key of more than 64 parts"),
        (" . ".join(['"a b"'] * 65) + " = 1", "a key of more than 64 parts"),
        ("[" + ".".join("b" * 70) + "]", "a key of more than 64 parts"),
        ("x = {" + ".".join("b" * 70) + " = 1}", "a key of more than 64 parts"),
        ("x = " + "[" * 100_000, "nested too deeply"),
        ("x = ", "Invalid value"),
    ],
)
def test_what_would_cost_too_much_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_toml(text.encode())


@pytest.mark.parametrize("text", ["a" * 1_000_000, "'a" * 300_000, '"' * 300_000, "a " * 300_000, "a\t" * 300_000])
def test_long_texts_without_dots_are_looked_through_once(text: str) -> None:
    assert parse_toml(b"# " + text.encode()) == {}


def test_sentences_are_no_keys() -> None:
    said = "It is so. " * 100
    assert parse_toml(f'reason = "{said}"'.encode()) == {"reason": said}
    assert parse_toml("\ufeffa.b = 1".encode()) == {"a": {"b": 1}}


@given(st.text(max_size=60))
def test_any_text_is_read_as_tomllib_reads_it(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert _parsed(data, parse_toml) == _parsed(data, lambda held: tomllib.loads(held.decode("utf-8-sig")))


def _parsed(data: bytes, parse: Callable[[bytes], dict[str, Any]]) -> str:
    """As text, for what is no number equals nothing."""
    try:
        return repr(parse(data))
    except ValueError as error:
        return type(error).__name__


def test_what_is_no_file_or_too_large_says_so(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 11)
    for name, why in (("large", "too large"), ("absent", "does not exist"), (".", "a directory")):
        with pytest.raises(ValueError, match=why):
            read_toml_bytes(tmp_path / name, 10)
