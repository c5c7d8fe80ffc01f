# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""docs/filter.md is true: its table has every field as the program has it, and its examples are understood."""

import re
from pathlib import Path

import pytest

from inspector.core.filter.fields import FIELDS
from inspector.core.filter.query import checked

DOC = Path(__file__).resolve().parents[2] / "docs" / "filter.md"
TEXT = DOC.read_text(encoding="utf-8") if DOC.is_file() else ""
pytestmark = pytest.mark.skipif(not TEXT, reason="docs/ is not beside the tests")


def test_the_table_is_the_program_s() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| `(.+)` \|$", TEXT, re.MULTILINE)
    assert rows == [(field.name, field.says, field.example) for field in FIELDS]


@pytest.mark.parametrize("example", [match for match in re.findall(r"`(!?\w+:[^`]+)`", TEXT) if "value" not in match])
def test_every_example_is_understood(example: str) -> None:
    assert checked(example).terms
