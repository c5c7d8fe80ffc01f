# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.readers.files.json_text import read_json


@given(st.text(alphabet='0123456789 "', max_size=60), st.integers(min_value=400, max_value=5000), st.booleans())
def test_a_number_without_end_is_infinite_wherever_it_stands(before: str, digits: int, negative: bool) -> None:
    number = ("-" if negative else "") + "7" * (digits - negative)
    padding = before.replace('"', "")
    assert read_json(f'{{"a": "{padding}", "b": {number}}}').data == {"a": padding, "b": math.inf}


@pytest.mark.parametrize("digits", [1, 25, 399])
def test_a_number_that_is_one_stays_exact(digits: int) -> None:
    assert read_json(f"[{'7' * digits}]").data == [int("7" * digits)]
