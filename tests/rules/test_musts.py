# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every statement of musts.toml is shown by a test that is there."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
LEAST = 50


def musts() -> Iterator[Any]:
    text = (Path(__file__).parent / "musts.toml").read_text(encoding="utf-8")
    for part, statements in tomllib.loads(text).items():
        for statement, shown_by in statements.items():
            yield pytest.param(shown_by, id=f"{part}: {statement}")


def is_there(name: str) -> bool:
    """Whether a test function of a file, or a case of a file by its name, exists."""
    if "::" in name:
        file, _, function = name.partition("::")
        path = TESTS / file
        found = path.read_text(encoding="utf-8") if path.is_file() else ""
        return re.search(rf"^def {re.escape(function)}\(", found, re.MULTILINE) is not None
    file, _, case = name.partition(": ")
    path = CASES / f"{file}.toml"
    held = tomllib.loads(path.read_text(encoding="utf-8"))["case"] if path.is_file() else []
    return case in [each["name"] for each in held]


@pytest.mark.parametrize("shown_by", list(musts()))
def test_each_is_shown_by_a_test_that_is_there(shown_by: list[str]) -> None:
    assert shown_by
    assert [name for name in shown_by if not is_there(name)] == []


def test_a_test_that_is_not_there_would_be_noticed() -> None:
    assert len(list(musts())) >= LEAST
    assert not is_there("rules/test_musts.py::test_of_nothing")
    assert not is_there("ci101: a case that nobody wrote")
    assert is_there("rules/test_musts.py::test_a_test_that_is_not_there_would_be_noticed")
